"""From points on a page as it is read back to the coordinates of the file."""

from __future__ import annotations

from collections.abc import Iterable

import pypdfium2.raw as pdfium

from ecqlint.document import Box
from ecqlint.readers.pdf.chars import page_chars
from ecqlint.readers.pdf.pages import opened
from ecqlint.readers.pdf.turns import Turn


def turns(data: bytes, pages: Iterable[int]) -> dict[int, Turn]:
    """How the reader turned each of these pages, counted from 1, of the PDF in `data`; those that do not load are left out."""
    found = {}
    with opened(data) as document:
        for number in pages:
            page = pdfium.FPDF_LoadPage(document, number - 1)
            if not page:
                continue
            try:
                found[number] = page_chars(page).turn
            finally:
                pdfium.FPDF_ClosePage(page)
    return found


def corners(turn: Turn, box: Box) -> list[tuple[float, float]]:
    """The corners of a box in the file's coordinates: top left, top right, bottom left, bottom right of the text, as highlights have them."""
    points = ((box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom))
    return [_in_file(turn, x, y) for x, y in points]


def _in_file(turn: Turn, x: float, y: float) -> tuple[float, float]:
    match turn.angle:
        case 0:
            return turn.left + x, turn.top - y
        case 90:
            return turn.left + y, turn.bottom + x
        case 180:
            return turn.right - x, turn.bottom + y
        case _:
            return turn.right - y, turn.top - x
