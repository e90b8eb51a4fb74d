"""What is drawn on which page: for each note the stretches of line that it speaks of, in the colour of its severity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ecqlint.document import Box, Document, PageOrigin
from ecqlint.review.notes import Note
from ecqlint.rule import Severity

Colour = tuple[float, float, float]
# Red, amber and blue, light enough to read black type through.
COLOURS: dict[Severity, Colour] = {"error": (1.0, 0.55, 0.5), "warning": (1.0, 0.85, 0.3), "advice": (0.6, 0.85, 1.0)}
FIRST_PAGE = 1


class Mark(msgspec.Struct, frozen=True):
    """A note on a page (from 1): boxes in points from the top left corner, one a line; none for a note on the page as a whole."""

    page: int
    boxes: tuple[Box, ...]
    colour: Colour
    contents: str


def marks(document: Document, notes: Sequence[Note]) -> list[Mark]:
    """The marks of all notes. A note whose words go over to the next page has a mark on each."""
    return [mark for note in notes for mark in _marks(document, note)]


def _marks(document: Document, note: Note) -> Iterator[Mark]:
    contents = "\n\n".join("\n".join((remark.heading, *remark.paragraphs)) for remark in note.remarks)
    colour = COLOURS[note.severity]
    if note.span is None:
        yield Mark(FIRST_PAGE, (), colour, contents)
        return
    origins = [origin for _, origin in document.map.within(note.span) if isinstance(origin, PageOrigin)]
    for page in dict.fromkeys(origin.page for origin in origins):
        yield Mark(page, tuple(_lines(origin.box for origin in origins if origin.page == page)), colour, contents)


def _lines(boxes: Iterable[Box]) -> Iterator[Box]:
    """The boxes of words, put together where they stand on one line."""
    line: Box | None = None
    for box in boxes:
        if line is not None and _same_line(line, box):
            line = Box(
                min(line.left, box.left),
                min(line.top, box.top),
                max(line.right, box.right),
                max(line.bottom, box.bottom),
            )
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _same_line(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > min(one.bottom - one.top, other.bottom - other.top) / 2
