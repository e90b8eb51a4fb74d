"""Rules meet a document: everything that they find, complete and in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ecqlint.document import Document
from ecqlint.language import Reading
from ecqlint.narrative import Narrative
from ecqlint.rule import SEVERITIES, Finding, Habit, Match, OptionError, Rule, RuleError, Skipped, Template
from ecqlint.rulebook import DEFAULT_EDITION, Rulebook
from ecqlint.silence import Silences
from ecqlint.structure import read_narrative
from ecqlint.structure.competencies import shown
from ecqlint.structure.examples import told
from ecqlint.text import Span

WORST_SHOWN = 3


@dataclass(frozen=True)
class Report:
    """What was found in a document, ordered by place; findings about the whole document stand first.

    `silenced` are those that a comment in the document asks not to report, and `unheeded` says, a sentence each, which comments ask
    what cannot be done. `asked` names the rules that were asked, `skipped` those of them that could not be checked here, and why. `known`
    are the findings that a baseline has set apart, `gone` is how many it knows that are no longer there (None without a baseline).
    """

    narrative: Narrative
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...] = ()
    unheeded: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    known: tuple[Finding, ...] = ()
    gone: int | None = None

    @property
    def document(self) -> Document:
        """The document."""
        return self.narrative.document

    @property
    def path(self) -> Path:
        """The file of the document."""
        return self.document.path

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be done, a sentence each: read in the document, asked by a comment in it, checked by a rule."""
        unchecked = [f"{rule} was not checked: {why}" for rule, why in self.skipped]
        return (*self.document.notes, *self.unheeded, *unchecked)


@dataclass(frozen=True)
class Failure:
    """A file that could not be read, and why, in one line that has the file for its subject: is protected by a password."""

    path: Path
    reason: str


Outcome = Report | Failure


def read(
    document: Document,
    rulebook: Rulebook,
    edition: str | None = None,
    as_of: date | None = None,
    start: Iterable[Callable[[Reading], None]] = (),
    dictionary: Iterable[str] = (),
) -> Reading:
    """The document as a narrative with its examples, and its grammar, on the day `as_of`, where the words of a `dictionary` are right.

    UnknownName for an unknown edition.

    `start` are called before the text is parsed, so that what they begin runs beside the parser.
    """
    asked = rulebook.edition(edition) if edition else None
    narrative = read_narrative(document, tuple(rulebook.editions.values()), rulebook.edition(DEFAULT_EDITION), asked)
    reading = Reading(narrative)
    reading.judge_beside()
    for begin in start:
        begin(reading)
    sections = told(narrative, reading.sentences, [judgement.parts for judgement in reading.judgements])
    evidence = tuple(shown(narrative.edition, sections, reading.sentences))
    return Reading(replace(narrative, sections=sections, evidence=evidence), reading, as_of, dictionary)


def outline(document: Document, rulebook: Rulebook, edition: str | None = None) -> Narrative:
    """The document's structure, by the edition of that name, or the one that its headings speak of. UnknownName for an unknown edition."""
    return read(document, rulebook, edition).narrative


def lint(
    document: Document,
    rulebook: Rulebook,
    edition: str | None = None,
    as_of: date | None = None,
    dictionary: Iterable[str] = (),
) -> Report:
    """Everything that the rulebook finds in the document on the day `as_of`, where the words of a `dictionary` are right.

    RuleError where a message asks for a field that its check does not give, or a check cannot use an option; UnknownName for an unknown
    edition.
    """
    start = {rule.start for rule in rulebook.rules if rule.start}
    reading = read(document, rulebook, edition, as_of, start, dictionary)
    silences = Silences(reading.narrative, rulebook)
    asked = [rule for rule in rulebook.rules if rule.applies_to(reading.narrative.edition.name)]
    found: list[Finding] = []
    silenced: list[Finding] = []
    skipped = []
    for rule in asked:
        try:
            places = _places(rule, reading)
        except Skipped as why:
            skipped.append((rule.name, str(why)))
            continue
        kept: list[Finding] = []
        for place in places:
            (silenced if silences.cover(rule, place) else kept).append(place)
        found += _with_habit(rule, kept, reading)
    return Report(
        reading.narrative,
        _ordered(found),
        silenced=_ordered(silenced),
        unheeded=silences.notes,
        asked=tuple(rule.name for rule in asked),
        skipped=tuple(skipped),
    )


def apply(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """What one rule finds: its places, and the habit that they add up to."""
    return _with_habit(rule, _places(rule, reading), reading)


def _places(rule: Rule, reading: Reading) -> list[Finding]:
    try:
        matches = list(rule.check(reading, **rule.options))
    except OptionError as why:
        raise RuleError(rule.options_path or rule.path, None, f"options of {rule.name}: {why}") from None
    return [_finding(rule, match, reading) for match in matches]


def _with_habit(rule: Rule, places: list[Finding], reading: Reading) -> Iterator[Finding]:
    yield from places
    if rule.habit and (warning := _habit(rule, rule.habit, places, reading)):
        yield warning


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place, each once."""
    found = {_order(finding): finding for finding in findings}
    return tuple(found[key] for key in sorted(found))


def _order(finding: Finding) -> tuple:
    span = finding.span or Span(0, 0)
    return finding.span is not None, span.start, span.end, finding.name, finding.message


def _finding(rule: Rule, match: Match, reading: Reading) -> Finding:
    narrative, span = reading.narrative, match.span
    excerpt = span.of(reading.text) if span else ""
    try:
        message = Template().vformat(rule.message, (), {"text": " ".join(excerpt.split()), **match.fields})
    except KeyError as missing:
        raise RuleError(
            rule.path, None, f"message: the check {rule.check.__module__} gives no field {missing}"
        ) from None
    about_all = Finding(
        name=rule.name,
        group=rule.group,
        severity=max(rule.severity, match.severity or rule.severity, key=SEVERITIES.index),
        message=message,
        suggestion=match.suggestion,
        details=match.details,
    )
    if span is None:
        return about_all
    place = narrative.document.place(span)
    section, example = narrative.section_at(span.start), narrative.example_at(span.start)
    sentence = reading.sentence_at(span.start)
    return replace(
        about_all,
        span=span,
        excerpt=excerpt,
        sentence=sentence.span if sentence else narrative.document.block_at(span.start).span,
        page=place.page,
        paragraph=place.paragraph,
        ecq=section.name if section else None,
        example=example[0] if example else None,
        about=rule.about,
    )


def _units(habit: Habit, reading: Reading) -> float:
    if habit.per == "first person":
        own = (sentence for sentence in reading.sentences if not reading.narrative.quoted(sentence.span))
        # A narrative that never says "I" is measured as if it did once.
        return max(1, sum(token.text == "I" for sentence in own for token in sentence.tokens))
    return len(reading.sentences) if habit.per == "sentence" else reading.narrative.document.words / 1000


def _habit(rule: Rule, habit: Habit, places: list[Finding], reading: Reading) -> Finding | None:
    units = _units(habit, reading)
    rate = len(places) / units if units else 0.0
    if len(places) < habit.least or rate <= habit.limit:
        return None
    # The worst places are the paragraphs with most of them.
    paragraphs: dict[tuple[int | None, int | None], int] = {}
    for place in places:
        paragraphs[place.page, place.paragraph] = paragraphs.get((place.page, place.paragraph), 0) + 1
    worst = sorted(paragraphs, key=lambda where: -paragraphs[where])[:WORST_SHOWN]
    message = Template().vformat(
        habit.message,
        (),
        {
            "count": len(places),
            "of": f"{units:.4g}",
            "rate": f"{rate:.2f}",
            "usual": f"{habit.usual:.2f}",
            "worst": ", ".join(f"p. {page} ¶{paragraph}" if page else f"¶{paragraph}" for page, paragraph in worst),
        },
    )
    return Finding(
        name=rule.name,
        group=rule.group,
        severity=habit.severity,
        message=message,
        details={
            "count": len(places),
            "rate": round(rate, 3),
            "usual": habit.usual,
            "paragraphs": [p for _, p in worst],
        },
        habit=True,
    )
