"""One text, one coordinate system: spans of characters, and a string whose every character knows where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Generic, TypeVar

Origin = TypeVar("Origin")


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """The characters from `start` up to, not including, `end` of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is still a place

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same span in a text in which `by` characters stand before this one's origin."""
        return Span(self.start + by, self.end + by)

    @staticmethod
    def covering(spans: Iterable[Span]) -> Span:
        """The smallest span around all of `spans`, of which there must be one at least."""
        spans = list(spans)
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    inside = span.of(text)
    lead = len(inside) - len(inside.lstrip())
    return Span(span.start + min(lead, len(span)), span.start + max(lead, len(inside.rstrip())))


def stretches(starts: Iterable[int], end: int) -> list[Span]:
    """The spans from each of the `starts`, in order, to the next, and from the last to `end`."""
    bounds = [*starts, end]
    return [Span(start, stop) for start, stop in pairwise(bounds)]


@dataclass(frozen=True, slots=True)
class Piece(Generic[Origin]):
    """A stretch of a text, and where it came from: None for what the reader put between two pieces."""

    span: Span
    origin: Origin | None


class TextMap(Generic[Origin]):
    """A text built of pieces that lie end to end and cover it, so that each character has one origin.

    Pieces are given as (characters, origin). An origin speaks of the piece's first character; readers make a new piece
    wherever the source leaves out, adds or replaces characters, so that within a piece text and source run in step.
    """

    __slots__ = ("_starts", "pieces", "text")

    def __init__(self, pieces: Iterable[tuple[str, Origin | None]]) -> None:
        kept = [(text, origin) for text, origin in pieces if text]
        self.text = "".join(text for text, _ in kept)
        ends = list(accumulate(len(text) for text, _ in kept))
        self._starts = [0, *ends[:-1]] if kept else []
        self.pieces = tuple(
            Piece(Span(start, end), origin) for start, end, (_, origin) in zip(self._starts, ends, kept, strict=True)
        )

    def piece_at(self, offset: int) -> Piece[Origin]:
        """The piece that holds the character at `offset`; IndexError where there is none."""
        if not 0 <= offset < len(self.text):
            raise IndexError(f"no character at {offset} in a text of {len(self.text)}")
        return self.pieces[bisect_right(self._starts, offset) - 1]

    def within(self, span: Span) -> Iterator[tuple[Span, Origin | None]]:
        """Each piece's share of `span`, in order, with the piece's origin."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        while index < len(self.pieces) and self.pieces[index].span.start < span.end:
            piece = self.pieces[index]
            start, end = max(piece.span.start, span.start), min(piece.span.end, span.end)
            if start < end:
                yield Span(start, end), piece.origin
            index += 1
