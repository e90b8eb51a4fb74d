"""What the page shows of a run: a view for each document, in the words and numbers that the template prints."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Literal

from ecqlint.engine import Failure, Outcome, Report
from ecqlint.narrative import Example, PartName, Section
from ecqlint.report.page.marked import Note
from ecqlint.report.page.passages import Passage, name_of, passages
from ecqlint.report.plain import shown
from ecqlint.rule import SEVERITIES, Finding, Rule
from ecqlint.rulebook import Rulebook

BAR = 240  # units of width of the bar that shows an example's parts
LETTERS: dict[PartName, str] = {"challenge": "C", "context": "x", "action": "A", "result": "R"}


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
    """An example: its title, and its parts in their order."""

    title: str
    bar: tuple[Stretch, ...]


@dataclass(frozen=True)
class Glance:
    """An ECQ in a row."""

    name: str
    pages: str
    words: int
    counts: Counter[str]
    stories: tuple[Story, ...]


@dataclass(frozen=True)
class Requirement:
    """A rule that applies to the document, and what it found there."""

    rule: Rule
    found: tuple[Finding, ...]
    first: Note | None

    @property
    def counts(self) -> Counter[str]:
        """The findings by severity."""
        return Counter(finding.severity for finding in self.found)

    @property
    def verdict(self) -> Literal["met", "advice", "unmet"]:
        """Whether it is met; where only places of advice were found, that is no verdict against it."""
        if not self.found:
            return "met"
        return "advice" if set(self.counts) == {"advice"} else "unmet"


@dataclass(frozen=True)
class Habit:
    """A rule's places of advice taken together, and its warning where they are too many."""

    rule: str
    places: int
    warning: Finding | None


class DocumentView:
    """A document on the page. `id` begins each of its anchors."""

    def __init__(self, outcome: Outcome, number: int, name: str, rules: Rulebook) -> None:
        self.id, self.name, self.rules = f"d{number}", shown(name), rules
        self.reason = shown(outcome.reason) if isinstance(outcome, Failure) else None
        self.findings = () if isinstance(outcome, Failure) else outcome.findings
        self.counts = Counter(finding.severity for finding in self.findings)
        if isinstance(outcome, Report):
            self.report, self.narrative, self.document = outcome, outcome.narrative, outcome.document
            self.ecqs = len({section.name for section in self.narrative.sections if section.name})
            self.examples = sum(len(section.examples) for section in self.narrative.sections)

    @property
    def pages(self) -> str:
        """How many pages it has, a range where they are estimated."""
        count = self.document.page_count
        if not count:
            return "–"
        return str(count.pages) if count.certain else f"{count.low}–{count.high}"

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The findings that have a place, numbered in the order of the text; a number stands at the end of the words, in their first paragraph."""
        placed = [(finding, finding.span) for finding in self.findings if finding.span]
        return tuple(
            Note(number, finding, span, max(span.start, min(span.end, self.document.block_at(span.start).span.end)))
            for number, (finding, span) in enumerate(placed, start=1)
        )

    @property
    def first(self) -> tuple[tuple[Finding, Note | None], ...]:
        """What to see to before anything else: findings about the whole document, and errors wherever they are."""
        whole = [(finding, None) for finding in self.findings if not finding.span and not finding.habit]
        errors = [(note.finding, note) for note in self.notes if note.finding.severity == "error"]
        return tuple(sorted([*whole, *errors], key=lambda found: SEVERITIES.index(found[0].severity)))

    @property
    def habits(self) -> tuple[Habit, ...]:
        """What comes up all over, the habits that are out of hand first."""
        warned = {finding.name: finding for finding in self.findings if finding.habit}
        places = Counter(note.finding.name for note in self.notes if note.finding.severity == "advice")
        habits = [Habit(name, places[name], warned.get(name)) for name in sorted({*warned, *places})]
        return tuple(sorted(habits, key=lambda habit: habit.warning is None))

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """Every rule that applies, in its group."""
        return tuple(
            Requirement(
                rule,
                tuple(finding for finding in self.findings if finding.name == rule.name),
                next((note for note in self.notes if note.finding.name == rule.name), None),
            )
            for rule in self.rules.rules
            if rule.applies_to(self.narrative.edition.name)
        )

    @property
    def met(self) -> tuple[Requirement, ...]:
        """The requirements of which nothing was found."""
        return tuple(requirement for requirement in self.requirements if requirement.verdict == "met")

    @property
    def unmet(self) -> tuple[Requirement, ...]:
        """The requirements against which errors or warnings stand."""
        return tuple(requirement for requirement in self.requirements if requirement.verdict == "unmet")

    @property
    def glances(self) -> tuple[Glance, ...]:
        """The ECQs at a glance."""
        return tuple(map(self._glance, self.narrative.sections))

    def _glance(self, section: Section) -> Glance:
        pages = self.document.pages_of(section.span)
        return Glance(
            name=name_of(section, self.narrative),
            pages="–" if pages is None else f"{pages:.1f}",
            words=len(section.body.of(self.document.text).split()),
            counts=Counter(n.finding.severity for n in self.notes if section.span.start <= n.at <= section.span.end),
            stories=tuple(self._story(example, number) for number, example in enumerate(section.examples, start=1)),
        )

    def _story(self, example: Example, number: int) -> Story:
        total = sum(len(part.span) for part in example.parts) or 1
        shares = [
            (name, sum(len(part.span) for part in parts) / total)
            for name, parts in groupby(example.parts, key=lambda part: part.name)
        ]
        stretches, left = [], 0.0
        for name, share in shares:
            stretches.append(Stretch(name, LETTERS[name], round(left, 1), round(BAR * share, 1), round(100 * share)))
            left += BAR * share
        said = shown(example.title.of(self.document.text)) if example.title else f"Example {number}"
        return Story(said, tuple(stretches))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The narrative, ECQ by ECQ, with its notes."""
        return tuple(passages(self.report, self.notes))


@dataclass(frozen=True)
class Run:
    """All of the documents, and what can be chosen among: rules by group and ECQs that have notes, with how many."""

    documents: list[DocumentView]

    @cached_property
    def _notes(self) -> list[Finding]:
        return [note.finding for document in self.documents for note in document.notes]

    @property
    def loud(self) -> bool:
        """Whether any note is more than advice: then advice is left to those who ask for it."""
        return any(finding.severity != "advice" for finding in self._notes)

    @property
    def rules(self) -> dict[str, Counter[str]]:
        """The notes by group and rule."""
        groups: dict[str, Counter[str]] = {}
        for finding in sorted(self._notes, key=lambda f: (f.group, f.name)):
            groups.setdefault(finding.group, Counter())[finding.name] += 1
        return groups

    @property
    def ecqs(self) -> Counter[str | None]:
        """The notes by ECQ, None outside of any."""
        return Counter(finding.ecq for finding in self._notes)

    @cached_property
    def asked(self) -> Counter[str]:
        """Of how many documents each rule is asked."""
        return Counter(r.rule.name for document in self.documents for r in document.requirements)

    @cached_property
    def met(self) -> Counter[str]:
        """How many documents meet each rule."""
        return Counter(r.rule.name for document in self.documents for r in document.met)


def views(outcomes: Sequence[Outcome], rules: Rulebook) -> list[DocumentView]:
    """The documents, the ones that need most work first, named from the folder in which all of them are."""
    ordered = sorted(outcomes, key=_need, reverse=True)
    paths = [o.path if isinstance(o, Failure) else o.document.path for o in ordered]
    return [
        DocumentView(outcome, number, name, rules)
        for number, (outcome, name) in enumerate(zip(ordered, _names(paths), strict=True), start=1)
    ]


def _need(outcome: Outcome) -> tuple[int, ...]:
    if isinstance(outcome, Failure):
        return (1,)
    counts = Counter(finding.severity for finding in outcome.findings)
    return 0, *(counts[severity] for severity in SEVERITIES)


def _names(paths: Sequence[Path]) -> list[str]:
    try:
        folder = os.path.commonpath([path.absolute().parent for path in paths])
    except ValueError:  # different drives, or no paths
        return [str(path) for path in paths]
    return [path.absolute().relative_to(folder).as_posix() for path in paths]
