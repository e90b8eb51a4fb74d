"""The pages of a Word file as spans of its text."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from ecqlint.document import Origin, Page, PageCount, WordOrigin
from ecqlint.readers.docx.layout.counts import count_pages, saved_count
from ecqlint.readers.docx.layout.document import Layout, lay_out
from ecqlint.readers.docx.package import Package
from ecqlint.text import Span, TextMap


def paginate(package: Package, text: TextMap[Origin]) -> tuple[PageCount, tuple[Page, ...]]:
    """How many pages a Word file has, and which stretch of its `text` stands on each."""
    layout = lay_out(package)
    return count_pages(layout, saved_count(package)), _pages(layout, package.main, text)


def _pages(layout: Layout, part: str, text: TextMap[Origin]) -> tuple[Page, ...]:
    """The spans of pages: from where each begins to where the next one does."""
    ends: dict[int, Span] = {}
    for piece in text.pieces:
        origin = piece.origin
        if isinstance(origin, WordOrigin) and origin.part == part:
            paragraph = ends.get(origin.paragraph, piece.span)
            ends[origin.paragraph] = Span(paragraph.start, piece.span.end)
    paragraphs = sorted(ends)

    def offset(paragraph: int, character: int) -> int:
        place = bisect_left(paragraphs, paragraph)
        if place == len(paragraphs):
            return len(text.text)
        span = ends[paragraphs[place]]
        return span.start + min(character, len(span)) if paragraphs[place] == paragraph else span.start

    starts = [0]
    for start in layout.starts[1:]:
        starts.append(max(starts[-1], offset(*start)))
    bounds = pairwise([*starts, len(text.text)])
    return tuple(Page(number, Span(start, end)) for number, (start, end) in enumerate(bounds, start=1))
