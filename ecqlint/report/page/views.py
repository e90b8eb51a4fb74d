"""What the page shows of a run: a view for each document, in the words and numbers that the template prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ecqlint import baseline
from ecqlint.document import Document
from ecqlint.engine import Failure, Outcome, Report
from ecqlint.narrative import Narrative
from ecqlint.report.facts import page_range, seen_competencies
from ecqlint.report.page.glance import Glance, glances
from ecqlint.report.page.marked import Note
from ecqlint.report.page.passages import Passage, passages
from ecqlint.report.plain import shown
from ecqlint.report.run import by_need
from ecqlint.rule import SEVERITIES, Finding, Rule
from ecqlint.rulebook import Rulebook


@dataclass(frozen=True)
class Requirement:
    """A rule that applies to the document, and what it found there."""

    rule: Rule
    found: tuple[Finding, ...]
    first: Note | None
    checked: bool
    silenced: int

    @property
    def counts(self) -> Counter[str]:
        """The findings by severity."""
        return Counter(finding.severity for finding in self.found)

    @property
    def verdict(self) -> Literal["met", "advice", "unmet", "silenced", "unchecked"]:
        """Whether it is met; where only places of advice were found, that is no verdict against it."""
        if not self.found:
            return "unchecked" if not self.checked else "silenced" if self.silenced else "met"
        return "advice" if set(self.counts) == {"advice"} else "unmet"


@dataclass(frozen=True)
class Habit:
    """A rule's places of advice taken together, and its warning where they are too many."""

    rule: str
    places: int
    warning: Finding | None


@dataclass(frozen=True)
class Unread:
    """A document that could not be read, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class DocumentView:
    """A document on the page. `id` begins each of its anchors."""

    id: str
    name: str
    report: Report
    rules: Rulebook
    reason: None = None

    @property
    def document(self) -> Document:
        """The document."""
        return self.report.document

    @property
    def narrative(self) -> Narrative:
        """The document as a narrative."""
        return self.report.narrative

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that was found."""
        return self.report.findings

    @property
    def known(self) -> str | None:
        """What a baseline has kept back, in a line."""
        return baseline.said([self.report])

    @cached_property
    def counts(self) -> Counter[str]:
        """The findings by severity."""
        return Counter(finding.severity for finding in self.findings)

    @property
    def ecqs(self) -> int:
        """How many of the ECQs it has."""
        return len({section.name for section in self.narrative.sections if section.name})

    @property
    def examples(self) -> int:
        """How many examples it tells."""
        return sum(len(section.examples) for section in self.narrative.sections)

    @property
    def pages(self) -> str:
        """How many pages it has, a range where they are estimated."""
        return page_range(self.document.page_count) if self.document.page_count else "–"

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """The findings that have a place, numbered in order; a number stands where the words end, or where their first paragraph does."""
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
        """Every rule that applies, in its group. What a baseline knows is not shown, but no requirement is met by it."""
        skipped = dict(self.report.skipped)
        return tuple(
            Requirement(
                rule,
                tuple(f for f in (*self.findings, *self.report.known) if f.name == rule.name),
                next((note for note in self.notes if note.finding.name == rule.name), None),
                rule.name not in skipped,
                sum(finding.name == rule.name for finding in self.report.silenced),
            )
            for rule in self.rules.rules
            if rule.name in self.report.asked
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
        return tuple(glances(self.narrative, self.notes))

    @property
    def fundamental(self) -> tuple[list[str], list[str]]:
        """Which of the competencies that belong to no ECQ are shown anywhere, and which are not seen."""
        told = any(section.examples for section in self.narrative.sections)
        return seen_competencies(self.narrative, self.narrative.edition.fundamental if told else (), None)

    @property
    def groups(self) -> Counter[str]:
        """The findings by the group of their rule."""
        return Counter(finding.group for finding in self.findings)

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

    @property
    def groups(self) -> list[str]:
        """The groups of the rules that are asked of any document."""
        return sorted({r.rule.group for document in self.documents for r in document.requirements})

    @cached_property
    def asked(self) -> Counter[str]:
        """Of how many documents each rule is asked."""
        return Counter(r.rule.name for document in self.documents for r in document.requirements)

    @cached_property
    def met(self) -> Counter[str]:
        """How many documents meet each rule."""
        return Counter(r.rule.name for document in self.documents for r in document.met)


def views(outcomes: Sequence[Outcome], rules: Rulebook) -> list[DocumentView | Unread]:
    """The documents, the ones that need most work first, named from the folder in which all of them are."""
    return [
        Unread(shown(name), shown(outcome.reason))
        if isinstance(outcome, Failure)
        else DocumentView(f"d{number}", shown(name), outcome, rules)
        for number, (name, outcome) in enumerate(by_need(outcomes), start=1)
    ]
