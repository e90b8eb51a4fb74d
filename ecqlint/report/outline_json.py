"""The outline that programs read: the text, and where in it each ECQ, example, part and sign of a competency stands."""

from __future__ import annotations

from typing import Literal

import msgspec

from ecqlint.edition import Competency
from ecqlint.narrative import Example, Narrative, PartName, Section
from ecqlint.report.records import SCHEMA, encoded, path_text


class BlockRecord(msgspec.Struct):
    """A passage of one part of an example."""

    part: PartName
    start: int
    end: int
    labelled: bool


class ExampleRecord(msgspec.Struct):
    """A story, the years that it names, and its amounts of money and numbers of people, places and things."""

    title: str | None
    start: int
    end: int
    blocks: list[BlockRecord]
    years: list[int]
    scope: list[str]


class PlaceRecord(msgspec.Struct):
    """A sentence."""

    start: int
    end: int


class CompetencyRecord(msgspec.Struct):
    """A competency, the ECQ that it belongs to (null: a fundamental one), and the sentences that show it."""

    name: str
    ecq: str | None
    evidence: list[PlaceRecord]


class SectionRecord(msgspec.Struct):
    """The section of an ECQ; `ecq` is null where its heading names none, `pages` where the file does not tell.

    `competencies` are the ECQ's own, shown or not, and others that the section shows.
    """

    ecq: str | None
    heading: str
    start: int
    end: int
    pages: float | None
    words: int
    examples: list[ExampleRecord]
    competencies: list[CompetencyRecord]


class OutlineRecord(msgspec.Struct):
    """What `ecqlint outline --format json` prints."""

    schema: Literal[1]
    path: str
    edition: str
    text: str
    sections: list[SectionRecord]


def outline_json(narrative: Narrative) -> str:
    """The text and structure of a narrative, as JSON."""
    sections = [_section(narrative, section) for section in narrative.sections]
    path = path_text(narrative.document.path)
    return encoded(OutlineRecord(SCHEMA, path, narrative.edition.name, narrative.text, sections))


def _section(narrative: Narrative, section: Section) -> SectionRecord:
    pages = narrative.document.pages_of(section.span)
    return SectionRecord(
        ecq=section.name,
        heading=section.heading.of(narrative.text),
        start=section.span.start,
        end=section.span.end,
        pages=None if pages is None else round(pages, 1),
        words=narrative.words(section),
        examples=[_example(example, narrative.text) for example in section.examples],
        competencies=_competencies(narrative, section),
    )


def _example(example: Example, text: str) -> ExampleRecord:
    return ExampleRecord(
        title=example.title.of(text) if example.title else None,
        start=example.span.start,
        end=example.span.end,
        blocks=[
            BlockRecord(part.name, part.span.start, part.span.end, part.label is not None) for part in example.parts
        ],
        years=[int(year.of(text)) for year in example.years],
        scope=[amount.of(text) for amount in example.scope],
    )


def _competencies(narrative: Narrative, section: Section) -> list[CompetencyRecord]:
    own: list[tuple[str | None, Competency]] = [
        (ecq.name, competency) for ecq in narrative.edition.ecqs for competency in ecq.competencies
    ]
    own += [(None, competency) for competency in narrative.edition.fundamental]
    records = [
        CompetencyRecord(
            competency.name,
            ecq,
            [PlaceRecord(place.start, place.end) for place in narrative.shown(competency.name, section)],
        )
        for ecq, competency in own
    ]
    return [record for record in records if record.evidence or (record.ecq and record.ecq == section.name)]
