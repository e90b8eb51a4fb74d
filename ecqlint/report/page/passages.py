"""The narrative as it reads: its paragraphs under each heading of an ECQ, with the notes that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from ecqlint.engine import Report
from ecqlint.narrative import Narrative, Section
from ecqlint.report.page.marked import Note, Token, tokens
from ecqlint.report.plain import shown
from ecqlint.text import Span, stretches, trimmed

Kind = Literal["title", "heading", "subheading", "item", "aside", "text"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the narrative, and how it is set."""

    kind: Kind
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Passage:
    """What stands under a heading of an ECQ (the section of that `number`, from 1), or before the first (0), and the notes in its margin."""

    number: int
    name: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]


def name_of(section: Section | None, narrative: Narrative) -> str:
    """The ECQ's name, or what the writer's heading says where it names none."""
    if section is None:
        return "Before the first ECQ"
    return section.name or shown(section.heading.of(narrative.text))


def passages(report: Report, notes: Sequence[Note]) -> Iterator[Passage]:
    """The passages in order. Each note is in exactly one; a note whose words stand between two paragraphs goes with the one before."""
    narrative = report.narrative
    lines = list(_lines(narrative))
    if not lines:
        return
    # A paragraph's reach is the text up to the next one: what stands in the white space between belongs to the one before.
    reaches = stretches([0, *(line.start for line in lines[1:])], len(narrative.text) + 1)
    gaps = [Span(before, line.start) for before, line in zip([0, *(line.end for line in lines)], lines, strict=False)]
    rows = zip(gaps, lines, reaches, strict=True)
    for section, group in groupby(rows, key=lambda row: narrative.section_at(row[1].start)):
        inside = list(group)
        paragraphs = [_paragraph(gap, line, reach, narrative, notes) for gap, line, reach in inside]
        around = Span.covering(reach for _, _, reach in inside)
        beside = tuple(note for note in notes if around.start <= note.at < around.end)
        number = narrative.sections.index(section) + 1 if section else 0
        yield Passage(number, name_of(section, narrative), tuple(paragraphs), beside)


def _paragraph(gap: Span, line: Span, reach: Span, narrative: Narrative, notes: Sequence[Note]) -> Paragraph:
    numbers = [(_within(line, note.at), note) for note in notes if reach.start <= note.at < reach.end]
    pages = [
        (_within(line, page.span.start), page.number)
        for page in narrative.document.pages
        if gap.start <= page.span.start < line.end
    ]
    return Paragraph(_kind(line, narrative), tuple(tokens(narrative.text, line, notes, numbers, pages)))


def _within(line: Span, at: int) -> int:
    return min(max(at, line.start), line.end)


def _lines(narrative: Narrative) -> Iterator[Span]:
    """The paragraphs that show text, each heading that a paragraph begins with apart from the rest of it."""
    for block in narrative.document.blocks:
        edges = {edge for h in narrative.headings if h.overlaps(block.span) for edge in (h.start, h.end)}
        inner = sorted(edge for edge in edges if block.span.start < edge < block.span.end)
        for start, end in pairwise([block.span.start, *inner, block.span.end]):
            line = trimmed(narrative.text, Span(start, end))
            if len(line):
                yield line


def _kind(line: Span, narrative: Narrative) -> Kind:
    section = narrative.section_at(line.start)
    if section and section.heading.overlaps(line):
        return "heading"
    if any(title.overlaps(line) for title in narrative.titles):
        return "subheading" if section else "title"
    block = narrative.document.block_at(line.start)
    if block.story in ("footnote", "endnote", "textbox"):
        return "aside"
    return "item" if block.listed else "text"
