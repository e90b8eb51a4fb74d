"""Paper and margins as seen on each page, and how full the last one is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from ecqlint.document import Sheet
from ecqlint.readers.pdf.pages import PageLines

INCH = 72.0
ASCENT = 0.9  # the height of the tallest letters over the baseline, in sizes of type
SAME_TOP = 4.0  # points within which the text of two pages starts at one height
SAME_BOTTOM = 24.0  # points within which two pages are filled alike


def sheets(pages: Sequence[PageLines], numbered: Collection[int]) -> tuple[Sheet, ...]:
    """A sheet for each page, with the white around its text.

    At the sides a single line that juts out does not count, and ragged lines overstate the margin. Head and foot count only where
    another page has its text at the same height: a letterhead or a half-filled page proves nothing.
    """
    over, under = _white(pages)
    return tuple(
        Sheet(
            width=page.width / INCH,
            height=page.height / INCH,
            left=_inches(_second(line.left for line in page.lines)),
            right=_inches(_second(page.width - line.right for line in page.lines)),
            top=_inches(_shared(over, page.number, SAME_TOP)),
            bottom=_inches(_shared(under, page.number, SAME_BOTTOM)),
            numbered=page.number in numbered,
            pages=(page.number,),
        )
        for page in pages
    )


def filled(pages: Sequence[PageLines]) -> float | None:
    """The share of the last page that is used: of the height that the text of any page takes."""
    over, under = _white(pages)
    if not pages or pages[-1].number not in over:
        return None
    last = pages[-1]
    free, least, top = under[last.number], min(under.values()), min(over.values())
    if len(over) == 1:
        least = top  # a single page shows no foot: as white as its head
    area = last.height - top - least
    return max(0.0, min(1.0, (last.height - top - free) / area)) if area > 0 else None


def _white(pages: Sequence[PageLines]) -> tuple[dict[int, float], dict[int, float]]:
    """The points over and under the text of each page that has one."""
    over = {page.number: min(line.baseline - ASCENT * line.size for line in page.lines) for page in pages if page.lines}
    under = {page.number: page.height - max(line.bottom for line in page.lines) for page in pages if page.lines}
    return over, under


def _second(edges: Iterable[float]) -> float | None:
    """The second least, or the only."""
    return next(iter(sorted(edges)[:2][::-1]), None)


def _shared(white: Mapping[int, float], page: int, tolerance: float) -> float | None:
    """The white of a page, where another page has the same."""
    own = white.get(page)
    if own is None or not any(abs(other - own) <= tolerance for number, other in white.items() if number != page):
        return None
    return own


def _inches(points: float | None) -> float | None:
    return None if points is None else max(0.0, points / INCH)
