"""The labels that writers type before a part: "Challenge:", "(Action)", "RESULT -", or a line of its own."""

from __future__ import annotations

import re

from ecqlint.document import Document
from ecqlint.narrative import PartName
from ecqlint.text import Span, trimmed

_NAMES: dict[str, PartName] = {
    "challenge": "challenge",
    "problem": "challenge",
    "goal": "challenge",
    "context": "context",
    "situation": "context",
    "background": "context",
    "action": "action",
    "approach": "action",
    "result": "result",
    "outcome": "result",
    "impact": "result",
}
_NAME = rf"(?:{'|'.join(_NAMES)})s?"
_TYPED = rf"(?P<name>{_NAME})(?:\s*(?:&|/|and)\s*{_NAME})*(?:\s+(?:taken|achieved|statement))?"
_LABEL = re.compile(
    rf"[*_]*(?:[\[(]\s*{_TYPED}\s*[\])][\s:.\-–—]*|{_TYPED.replace('?P<name>', '?P<bare>')}[*_]*\s*(?:[:.|]|\s[\-–—]|[–—]|\Z|\n)[*_]*)\s*",
    re.IGNORECASE,
)


def label_at(document: Document, span: Span) -> tuple[PartName, Span] | None:
    """The part that a label at the start of `span` announces, and the label's place; None where prose begins at once."""
    text = span.of(document.text)
    match = _LABEL.match(text)
    if not match or not (match["name"] or match["bare"])[0].isupper():
        return None
    name = (match["name"] or match["bare"]).lower().rstrip("s")
    return _NAMES[name], trimmed(document.text, Span(span.start, span.start + match.end()))
