"""A stretch of the text as a flat run of tokens: words, marks that open and close around them, note numbers, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ecqlint.report.plain import shown
from ecqlint.rule import Finding
from ecqlint.text import Span


@dataclass(frozen=True)
class Note:
    """A finding that has a place, its number in the document, and where in the text that number stands."""

    number: int
    finding: Finding
    span: Span
    at: int


@dataclass(frozen=True, slots=True)
class Token:
    """Words; a mark of a note that begins (`open`, with how many are around it) or ends (`close`); a note's number; a page that begins."""

    kind: Literal["words", "open", "close", "number", "page"]
    words: str = ""
    note: Note | None = None
    depth: int = 0
    page: int = 0


def tokens(
    text: str, line: Span, notes: Sequence[Note], numbers: Sequence[tuple[int, Note]], pages: Sequence[tuple[int, int]]
) -> Iterator[Token]:
    """The tokens of `line`: the marks of those `notes` that reach into it, and the `numbers` and `pages` that stand in it, each with where.

    Marks nest; where one crosses the end of another it is closed and opened again.
    """
    marks = [note for note in notes if note.span.overlaps(line)]
    edges = {edge for note in marks for edge in (note.span.start, note.span.end) if line.start < edge < line.end}
    opened: list[Note] = []
    last = line.start
    for at in sorted({line.start, line.end, *edges, *(at for at, _ in numbers), *(at for at, _ in pages)}):
        if last < at:
            yield Token("words", _inline(text[last:at]))
        last = at
        over = [note for note in marks if note.span.start <= at < min(note.span.end, line.end)]
        over = [*(note for note in opened if note in over), *(note for note in over if note not in opened)]
        stay = next((i for i, note in enumerate(opened) if over[i : i + 1] != [note]), len(opened))
        yield from (Token("close") for _ in opened[stay:])
        yield from (Token("number", note=note) for where, note in numbers if where == at)
        yield from (Token("page", page=page) for where, page in pages if where == at)
        yield from (Token("open", note=note, depth=depth) for depth, note in enumerate(over) if depth >= stay)
        opened = over


def _inline(text: str) -> str:
    """`text` fit to show, with single spaces, those at its ends included, and its line breaks."""
    return "\n".join(shown(f"|{line}|")[1:-1] for line in text.split("\n"))
