"""What reports say of a document, an example and an ECQ in the same words, wherever they are read."""

from __future__ import annotations

from collections.abc import Iterable

from ecqlint.document import PageCount
from ecqlint.edition import Competency
from ecqlint.narrative import Example, Narrative, Section

AMOUNTS = 3  # of those that tell an example's scope


def page_range(count: PageCount) -> str:
    """How many pages: a range where they are estimated."""
    return str(count.pages) if count.certain else f"{count.low}–{count.high}"


def pages_said(count: PageCount) -> str:
    """How many pages, with the word."""
    return f"{page_range(count)} page{'s' * (count.high != 1)}"


def years(example: Example, text: str) -> str:
    """The years that an example names, from the first to the last; "no year" where it names none."""
    told = sorted(int(year.of(text)) for year in example.years)
    return "no year" if not told else str(told[0]) if told[0] == told[-1] else f"{told[0]}–{told[-1]}"


def scope(example: Example, text: str) -> str:
    """The first different amounts of an example, which are those that weigh most; "no size" where it tells none."""
    told = dict.fromkeys(" ".join(amount.of(text).split()) for amount in example.scope)
    return ", ".join(list(told)[:AMOUNTS]) or "no size"


def seen_competencies(
    narrative: Narrative, asked: Iterable[Competency], section: Section | None
) -> tuple[list[str], list[str]]:
    """The names of those competencies that are shown in a section (None: anywhere), and of those that are not seen there."""
    names = {competency.name: bool(narrative.shown(competency.name, section)) for competency in asked}
    return [name for name, seen in names.items() if seen], [name for name, seen in names.items() if not seen]
