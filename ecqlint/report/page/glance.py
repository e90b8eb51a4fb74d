"""The ECQs at a glance: how long each is, how its stories divide into their parts, and how much was found there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ecqlint.narrative import PARTS, Example, Narrative, PartName
from ecqlint.report.bars import LETTERS
from ecqlint.report.facts import scope, seen_competencies, years
from ecqlint.report.page.marked import Note
from ecqlint.report.page.passages import name_of
from ecqlint.report.plain import shown

BAR = 240  # units of width of the bar that shows an example's parts


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part's share of an example, placed on its bar."""

    name: PartName
    letter: str
    left: float
    width: float
    percent: int


@dataclass(frozen=True)
class Story:
    """An example: its title, when it was and how large, its parts in their order, and the names of those that it lacks."""

    title: str
    years: str
    scope: str
    bar: tuple[Stretch, ...]
    missing: tuple[PartName, ...]


@dataclass(frozen=True)
class Glance:
    """An ECQ in a row; `pages` is a dash where the file does not tell. `shown` and `unseen` are its competencies."""

    name: str
    pages: str
    words: int
    counts: Counter[str]
    stories: tuple[Story, ...]
    shown: tuple[str, ...]
    unseen: tuple[str, ...]


def glances(narrative: Narrative, notes: Sequence[Note]) -> Iterator[Glance]:
    """The sections in order, each with the counts of its notes by severity."""
    for section in narrative.sections:
        pages = narrative.document.pages_of(section.span)
        seen, unseen = seen_competencies(narrative, section.ecq.competencies if section.ecq else (), section)
        yield Glance(
            name=name_of(section, narrative),
            pages="–" if pages is None else f"{pages:.1f}",
            words=narrative.words(section),
            counts=Counter(note.finding.severity for note in notes if narrative.section_at(note.at) is section),
            stories=tuple(_story(example, n, narrative.text) for n, example in enumerate(section.examples, start=1)),
            shown=tuple(seen),
            unseen=tuple(unseen),
        )


def _story(example: Example, number: int, text: str) -> Story:
    total = sum(len(part.span) for part in example.parts) or 1
    bar: list[Stretch] = []
    left = 0.0
    for name, parts in groupby(example.parts, key=lambda part: part.name):
        share = sum(len(part.span) for part in parts) / total
        bar.append(Stretch(name, LETTERS[name], round(left, 1), round(BAR * share, 1), round(100 * share)))
        left += BAR * share
    title = shown(example.title.of(text)) if example.title else f"Example {number}"
    return Story(
        title=title,
        years=years(example, text),
        scope=shown(scope(example, text)),
        bar=tuple(bar),
        missing=tuple(name for name in PARTS if name not in {part.name for part in bar}),
    )
