"""The thin straight lines drawn on a page: underlines, borders of tables, the rule above footnotes."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ecqlint.readers.pdf.turns import Turn

THIN = 2.5
MAX_OBJECTS = 5000


class Ruling(NamedTuple):
    """A thin rectangle, in points from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it lies, rather than stands."""
        return self.right - self.left > self.bottom - self.top


def rulings(page: Any, turn: Turn) -> tuple[Ruling, ...]:
    """The rulings of a loaded page; of a page with thousands of drawings, those among the first."""
    found = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            ruling = Ruling(*turn.box(left.value, bottom.value, right.value, top.value))
            if min(ruling.right - ruling.left, ruling.bottom - ruling.top) <= THIN:
                found.append(ruling)
    return tuple(found)
