"""Paragraphs put together to the text of a document, its blocks, and its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ecqlint.document import Block, Page, PageOrigin
from ecqlint.readers.pdf.paragraphs import Paragraph
from ecqlint.text import Span

Piece = tuple[str, PageOrigin | None]
END = "\n"


def in_order(body: Sequence[Paragraph], notes: Mapping[int, Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of the text, and the notes of each page behind the last paragraph that begins on it."""
    waiting = sorted(notes)
    ordered: list[Paragraph] = []
    for paragraph in body:
        while waiting and waiting[0] < paragraph.lines[0].page:
            ordered += notes[waiting.pop(0)]
        ordered.append(paragraph)
    return ordered + [note for page in waiting for note in notes[page]]


def assemble(paragraphs: Iterable[Paragraph]) -> tuple[list[Piece], tuple[Block, ...]]:
    """The pieces of the text and its blocks."""
    pieces: list[Piece] = []
    blocks = []
    end = 0
    for paragraph in paragraphs:
        if pieces:
            pieces.append((END, None))
            end += len(END)
        start = end
        for piece in paragraph.pieces():
            pieces.append(piece)
            end += len(piece[0])
        blocks.append(Block(Span(start, end), paragraph.story, level=paragraph.level, listed=paragraph.listed))
    return pieces, tuple(blocks)


def page_spans(pieces: Iterable[Piece], count: int) -> tuple[Page, ...]:
    """The stretch of text that begins with the first word of each of `count` pages; pages without text are empty."""
    starts: dict[int, int] = {}
    end = 0
    for text, origin in pieces:
        if origin is not None:
            starts.setdefault(origin.page, end)
        end += len(text)
    edges = [end]
    for number in range(count, 0, -1):
        edges.append(min(edges[-1], starts.get(number, edges[-1])))
    edges[-1] = 0
    return tuple(Page(number, Span(*edge)) for number, edge in enumerate(pairwise(reversed(edges)), start=1))
