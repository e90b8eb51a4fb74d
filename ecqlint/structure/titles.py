"""Lines that are no prose: the writer's name at the top, headings of examples, the list of sources at the end."""

from __future__ import annotations

import re

from ecqlint.document import Block, Document
from ecqlint.text import Span, trimmed

_REFERENCES = re.compile(r"(?:references|works cited|bibliography|sources|reference list)[\s:.]*", re.IGNORECASE)
_LONGEST = 16  # words of a title
_SENTENCE_END = re.compile(r"[.!?;,][\"”’')\]]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{0,2}|Jr|Sr|Inc|Esq|[Pp]h|[Pp]h\.?D|M\.?D|B\.?A|M\.?[AS])\.$")
# What is numbered as an example is its heading, though it asks or exclaims: "Example 2: Who Ate the Bait?"
_NUMBERED = re.compile(
    r"(?:example|story|narrative|accomplishment) #?(?:\d|[A-D]|one|two|three|four) ?[:.–—-]", re.IGNORECASE
)


def is_title(document: Document, block: Block) -> bool:
    """Whether the block is a line of its own that no sentence fills: styled as a heading, or short and without an end mark."""
    if block.story != "body":
        return False
    text = block.span.of(document.text).strip()
    if block.level is not None:
        return True
    if len(text.split()) > _LONGEST or block.listed:
        return False
    short = bool(_ABBREVIATED.search(text) and len(text.split()) <= 6)
    return short or not _SENTENCE_END.search(text) or bool(_NUMBERED.match(text) and text.endswith(("?", "!")))


def reference_list(document: Document) -> Span | None:
    """The list of sources at the document's end, heading included; None where there is none."""
    for block in reversed(document.blocks):
        if _REFERENCES.fullmatch(block.span.of(document.text).strip()):
            return Span(block.span.start, len(document.text))
    return None


def front_titles(document: Document, front: Span) -> list[Span]:
    """The title lines before the first section: those above the first paragraph of prose."""
    titles = []
    for block in document.blocks:
        if block.span.start >= front.end or block.story != "body":
            break
        if not is_title(document, block):
            break
        titles.append(trimmed(document.text, block.span))
    return titles
