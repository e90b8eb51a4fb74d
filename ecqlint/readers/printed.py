"""How sure a number of pages is that another program than Word has counted: it may break lines and pages otherwise."""

from __future__ import annotations

import math

from ecqlint.document import Box, Document, PageCount, PageOrigin
from ecqlint.readers.docx.layout.counts import reach
from ecqlint.readers.docx.layout.metrics import face
from ecqlint.text import Span

POINTS = 72.0  # in an inch
HAIR = 1.0  # points that a line may hang into the margin


def bounded(document: Document, printed: Document, counted: PageCount, source: str) -> PageCount:
    """The pages that a program `counted` when it printed a Word file, with the bounds between which Word's number may lie.

    The end of the text may be as far off as that of an estimate. Where the estimate excludes the number, its own is told as well.
    """
    used = _used(document, printed, counted.pages)
    # Where nothing shows how much of the last page is used, it may be anything.
    filled, doubt = (0.5, 0.5) if used is None else (used, 0.0)
    end = counted.pages - 1 + filled
    doubt += reach(end, _unmeasured(document))
    counts = {counted.pages}
    estimate = document.page_count
    if estimate and not estimate.low <= counted.pages <= estimate.high:
        counts.add(estimate.pages)
        source = f"{source}; estimated from font metrics, {estimate.pages}"
    low, high = max(1, math.ceil(end - doubt)), math.ceil(end + doubt)
    return PageCount(counted.pages, source, min(low, *counts), max(high, *counts), used)


def _used(document: Document, printed: Document, last: int) -> float | None:
    """The share of the `last` printed page, between the margins that the Word file sets, that has text; None where it has none."""
    if not document.sheets:
        return None
    paper = document.sheets[-1]
    top, bottom = (paper.top or 0.0) * POINTS, (paper.height - (paper.bottom or 0.0)) * POINTS
    # What stands below is a footer.
    ends = [box.bottom for box in _boxes(printed, last) if top < box.bottom <= bottom + HAIR]
    return min(1.0, (max(ends) - top) / (bottom - top)) if ends and bottom > top else None


def _boxes(printed: Document, page: int) -> list[Box]:
    origins = (piece.origin for piece in printed.map.pieces)
    return [origin.box for origin in origins if isinstance(origin, PageOrigin) and origin.page == page]


def _unmeasured(document: Document) -> float:
    """The share of the text in fonts of which no widths are known here: the program may not have them either, and take others."""
    lengths = {True: 0, False: 0}
    for span, look in document.formats(Span(0, len(document.text))):
        lengths[face(look.font, look.bold, look.italic).known] += len(span)
    return lengths[False] / max(1, sum(lengths.values()))
