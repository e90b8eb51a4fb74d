"""The competencies are shown: those of an ECQ in its section, the fundamental ones somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecqlint.edition import Competency
from ecqlint.language import Reading
from ecqlint.narrative import Section
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, share: float) -> Iterator[Match]:
    """A match at the heading of each ECQ less than `share` of whose competencies its actions and results show.

    One for the whole narrative where less than that share of the fundamental ones are shown. An ECQ without an example
    is passed over: it has told nothing yet.
    Fields: where, missing, shown; details: {"missing": [names], "shown": {name: [paragraphs]}}.
    """
    narrative = reading.narrative
    told = [section for section in narrative.sections if section.ecq and section.examples]
    for section in told:
        if section.ecq and (match := _lacking(reading, section.ecq.competencies, section, share)):
            yield match
    if told and (match := _lacking(reading, narrative.edition.fundamental, None, share)):
        yield match


def _lacking(
    reading: Reading, competencies: Sequence[Competency], section: Section | None, share: float
) -> Match | None:
    narrative = reading.narrative
    seen = {competency.name: narrative.shown(competency.name, section) for competency in competencies}
    missing = [name for name, places in seen.items() if not places]
    if not competencies or len(competencies) - len(missing) >= share * len(competencies):
        return None
    paragraphs = {name: _paragraphs(reading, places) for name, places in seen.items() if places}
    shown = "; ".join(f"{name} (¶{', ¶'.join(map(str, at))})" for name, at in paragraphs.items())
    return Match(
        section.heading if section else None,
        {
            "where": section.name if section and section.name else "The narrative",
            "missing": _listed(missing),
            "shown": f", only of {shown}" if shown else "",
        },
        details={"missing": missing, "shown": paragraphs},
    )


def _paragraphs(reading: Reading, places: Sequence[Span]) -> list[int]:
    return sorted({reading.narrative.document.place(place).paragraph for place in places})


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1] if len(names) > 1 else names[0]
