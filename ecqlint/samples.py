"""A rule's own examples, run: the same text is its test, its documentation and the answer to what it wants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ecqlint.engine import apply, read
from ecqlint.readers.text import text_document
from ecqlint.rule import Rule, Sample
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span


@dataclass(frozen=True, slots=True)
class Failure:
    """A sample in which a rule did not find what is marked: what it missed, and what it found beside the marks."""

    rule: Rule
    sample: Sample
    missed: tuple[str, ...]
    surplus: tuple[str, ...]

    def __str__(self) -> str:
        said = [f"missed {', '.join(map(repr, self.missed))}"] if self.missed else []
        said += [f"found {', '.join(map(repr, self.surplus))}"] if self.surplus else []
        return f"{self.rule.name}: {' and '.join(said)} in {self.sample.text.strip()!r}"


def failures(rule: Rule, rulebook: Rulebook) -> Iterator[Failure]:
    """The samples of `rule` that it does not pass: a bad one is found exactly at its marks (as a whole, if it has none), a good one nowhere."""
    for sample in rule.bad:
        expected: set[Span | None] = {*sample.marks} or {None}
        yield from _failure(rule, sample, expected, rulebook)
    for sample in rule.good:
        yield from _failure(rule, sample, set(), rulebook)


def _failure(rule: Rule, sample: Sample, expected: set[Span | None], rulebook: Rulebook) -> Iterator[Failure]:
    document = text_document(
        sample.unmarked,
        margins=sample.margins,
        font_size=sample.font_size,
        pages=sample.pages,
        most_pages=sample.most_pages,
        page_numbers=sample.page_numbers,
        bold=sample.bold,
        underline=sample.underline,
    )
    edition = rule.editions[0] if rule.editions else None
    reading = read(document, rulebook, edition, sample.as_of)
    found = {finding.span for finding in apply(rule, reading) if not finding.habit}
    if found != expected:
        missed, surplus = (
            sorted(_words(span, sample) for span in spans) for spans in (expected - found, found - expected)
        )
        yield Failure(rule, sample, tuple(missed), tuple(surplus))


def _words(span: Span | None, sample: Sample) -> str:
    return span.of(sample.unmarked) if span else "the whole document"
