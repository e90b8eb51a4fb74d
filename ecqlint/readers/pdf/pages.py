"""A PDF opened, and each page as it is read: its paper, its lines in order, the rulings on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2  # noqa: F401 - starts pdfium
import pypdfium2.raw as pdfium

from ecqlint.readers.errors import Unreadable
from ecqlint.readers.pdf.annotations import Annotation, annotations_of
from ecqlint.readers.pdf.chars import page_chars
from ecqlint.readers.pdf.lines import Line
from ecqlint.readers.pdf.order import reading_order
from ecqlint.readers.pdf.rulings import Ruling, rulings
from ecqlint.readers.pdf.segments import segments

FIRST_OBJECTS = 100


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page in points. `aslant` counts the characters left out because they stand at another angle than the rest."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rulings: tuple[Ruling, ...]
    aslant: int
    pictured: bool
    annotations: tuple[Annotation, ...]


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The pdfium document in the bytes of a file; Unreadable where there is none, or a password guards it."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable("needs a password: save it without one")
        raise Unreadable("is damaged, or no PDF at all: export it again")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def read_page(document: Any, number: int) -> PageLines | None:
    """The page with a number, counted from 1; None where it is too damaged to load."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    written = annotations_of(page) if page else ()
    if page and pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_ACRO_FORM:
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)  # what is filled into a form becomes text of the page
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return None
    try:
        return _lines(page, number, written)
    finally:
        pdfium.FPDF_ClosePage(page)


def _lines(page: Any, number: int, written: tuple[Annotation, ...]) -> PageLines:
    found = page_chars(page)
    drawn = rulings(page, found.turn)
    lines = reading_order(list(segments(number, found.chars, drawn)), drawn)
    return PageLines(
        number,
        found.turn.width,
        found.turn.height,
        tuple(lines),
        drawn,
        found.aslant,
        _has_picture(page),
        tuple(annotation.turned(found.turn) for annotation in written),
    )


def _has_picture(page: Any) -> bool:
    first = range(min(pdfium.FPDFPage_CountObjects(page), FIRST_OBJECTS))
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, i)) == pdfium.FPDF_PAGEOBJ_IMAGE for i in first
    )
