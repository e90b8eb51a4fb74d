"""Passages in somebody else's words: what stands between quotation marks."""

from __future__ import annotations

import re

from ecqlint.document import Document
from ecqlint.text import Span

# Curly marks pair by themselves; a straight mark opens where a word begins and closes where one ends, within its paragraph.
_QUOTED = re.compile(r"“[^“”]*(?:”|\Z)|(?<![\w\"])\"(?=\S)[^\"]*(?<=\S)\"(?!\w)")


def quotations(document: Document) -> tuple[Span, ...]:
    """The quotations of a document, marks included, in order; one that runs over paragraphs is as many spans."""
    found = []
    for block in document.blocks:
        text = block.span.of(document.text)
        found += [Span(*match.span()).shifted(block.span.start) for match in _QUOTED.finditer(text)]
    return tuple(found)
