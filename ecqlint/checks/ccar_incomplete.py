"""Every example tells its Challenge, Context, Action and Result, in any order."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.narrative import PARTS, SETTING, Example, Narrative, PartName
from ecqlint.rule import Match

_ASKS: dict[PartName, str] = {
    "challenge": "the problem or goal",
    "context": "who was involved and where you stood",
    "action": "what you yourself did",
    "result": "what changed, by how much, by when",
}


def check(reading: Reading) -> Iterator[Match]:
    """A match at each example that lacks a part, and at the heading of an ECQ that tells no example at all.

    Fields: which, missing, asks; details: {"missing": [part, ...]}.
    """
    for section in reading.narrative.sections:
        if not section.examples and section.body.of(reading.text).strip():
            yield Match(section.heading, _fields("This section", PARTS), details={"missing": list(PARTS)})
        for number, example in enumerate(section.examples, start=1):
            if missing := _missing(example, reading.narrative):
                place = example.title or reading.opening(example.span)
                yield Match(place, _fields(f"Example {number}", missing), details={"missing": list(missing)})


def _missing(example: Example, narrative: Narrative) -> tuple[PartName, ...]:
    """The parts of which no word is told: a label with nothing under it tells nothing, one that names two parts covers both."""
    named = {label.span: label.parts for label in narrative.labels}
    told: set[PartName] = set()
    for part in example.parts:
        words = part.span.of(narrative.text)
        if part.label and part.label in part.span:
            words = words.replace(part.label.of(narrative.text), "", 1)
        if words.strip(" .:-–—\n\t"):
            told |= {part.name, *(named.get(part.label, ()) if part.label else ())}
    if not any(part.label for part in example.parts) and not told.isdisjoint(SETTING):
        told |= SETTING - example.untold  # in a few sentences of prose, one tells both
    return tuple(part for part in PARTS if part not in told)


def _fields(which: str, missing: tuple[PartName, ...]) -> dict[str, str]:
    return {
        "which": which,
        "missing": " and no ".join(part.capitalize() for part in missing),
        "asks": ", ".join(_ASKS[part] for part in missing),
    }
