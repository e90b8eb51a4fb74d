"""The labels that writers type at a part: "Challenge:", "**Context.**", "(Action)", "RESULT -", a line of its own, or a mark behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecqlint.document import Block, Document
from ecqlint.narrative import Label, PartName
from ecqlint.text import Span, trimmed

# The names of OPM's model and of its sisters: situation-task-action-result, problem-action-result.
_NAMES: dict[str, tuple[PartName, ...]] = {
    "challenge": ("challenge",),
    "problem": ("challenge",),
    "goal": ("challenge",),
    "issue": ("challenge",),
    "task": ("challenge",),
    "context": ("context",),
    "situation": ("challenge", "context"),
    "background": ("context",),
    "setting": ("context",),
    "action": ("action",),
    "approach": ("action",),
    "solution": ("action",),
    "result": ("result",),
    "outcome": ("result",),
    "impact": ("result",),
    "accomplishment": ("result",),
}
# Words that name other things as readily; they are trusted beside a label that names nothing else.
_LOOSE = {"goal", "issue", "task", "setting", "approach", "solution", "impact", "accomplishment"}
_NAME = rf"(?:{'|'.join(_NAMES)})s?"
_NAMED = (
    r"(?:(?:the|my|our|key|ccar)\s+){0,2}"
    rf"(?P<names>{_NAME}(?:\s*(?:&|/|,|-|–|and)\s*{_NAME})*)"
    r"(?:\s+(?:i\s+took|taken|achieved|statement|section))?(?:\s*\#?\d)?"
)
_OPENS = "\"“‘'(\\[$*_A-Z0-9"
_BRACKETED = re.compile(
    rf"[*_]*[\[(]\s*{_NAMED}\s*[:.]?\s*[\])][*_]*(?:\s*[:.|]|\s+[\-–—](?=\s)|[–—])?\s*", re.IGNORECASE
)
_SET_OFF = re.compile(rf"[*_]*{_NAMED}[*_]*\s*(?:[:|]|\s[\-–—](?=[\s*_])|[–—]|\n|\Z)[*_]*\s*", re.IGNORECASE)
_STOPPED = re.compile(rf"[*_]*{_NAMED}\.[*_]*\s+(?=[{_OPENS}])", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?;:”\"’)\]])\s+(?=[*_]*[\[(]?[A-Z])")


def labels(document: Document) -> tuple[Label, ...]:
    """Every typed label of the document, in order. A mark in brackets behind the text that it names is one that `closes`."""
    found = [
        label for block in document.blocks if block.story in ("body", "table") for label in _in_block(document, block)
    ]
    plain = any(not _loose(label.span.of(document.text)) for label in found)
    return tuple(found) if plain else ()


def _loose(typed: str) -> bool:
    return {name.lower() for name in re.findall("|".join(_NAMES), typed, re.IGNORECASE)} <= _LOOSE


def _in_block(document: Document, block: Block) -> Iterator[Label]:
    span = trimmed(document.text, block.span)
    text = span.of(document.text)
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    found = [
        label for start in starts if (label := _label(document, Span(span.start + start, span.end), inside=start > 0))
    ]
    # Marks that follow what they name leave nothing behind the last of them, and text before the first.
    bracketed = [label for label in found if label.span.of(document.text)[0] in "[("]
    if bracketed and bracketed[-1].span.end == span.end and bracketed[0].span.start > span.start:
        found = [Label(label.parts, label.span, closes=label in bracketed) for label in found]
    yield from found


def _label(document: Document, rest: Span, *, inside: bool) -> Label | None:
    text = rest.of(document.text)
    match = _BRACKETED.match(text) or _SET_OFF.match(text)
    if not match and (match := _STOPPED.match(text)):
        typed = trimmed(document.text, Span(rest.start, rest.start + match.end()))
        if not (match["names"].isupper() or text[0] in "*_" or _dressed(document, typed)):
            return None
    if not match or not match[0].lstrip("*_[( ")[0].isupper():
        return None
    behind = text[match.end() :]
    if inside and behind and not re.match(rf"[{_OPENS}]", behind):
        return None
    names = re.findall("|".join(_NAMES), match["names"], re.IGNORECASE)
    parts = dict.fromkeys(part for name in names for part in _NAMES[name.lower()])
    return Label(tuple(parts), trimmed(document.text, Span(rest.start, rest.start + match.end())))


def _dressed(document: Document, span: Span) -> bool:
    """Whether the span's letters are bold, underlined or italic."""
    looks = [look for share, look in document.formats(span) if share.of(document.text).strip()]
    return bool(looks) and all(look.bold or look.underline or look.italic for look in looks)
