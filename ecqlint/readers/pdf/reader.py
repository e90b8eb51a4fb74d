"""From the bytes of a PDF to a document: the work of the child process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from ecqlint.document import PageCount
from ecqlint.readers.errors import Unreadable
from ecqlint.readers.length import CUT_SHORT, READ_CHARACTERS, READ_PARAGRAPHS
from ecqlint.readers.pdf.annotations import comments
from ecqlint.readers.pdf.assembly import assemble, in_order, page_spans
from ecqlint.readers.pdf.contents import Contents
from ecqlint.readers.pdf.evidence import setting_of
from ecqlint.readers.pdf.footnotes import body_size, part_notes
from ecqlint.readers.pdf.furniture import furniture, numbered_pages
from ecqlint.readers.pdf.hyphens import Hyphens
from ecqlint.readers.pdf.pages import PageLines, opened, read_page
from ecqlint.readers.pdf.paragraphs import Paragraph, paragraphs
from ecqlint.readers.pdf.sheets import filled, sheets

READ_PAGES = 50
MOST_PAGES = 2000


def read(data: bytes) -> Contents:
    """What is in the bytes of a PDF, on its first fifty pages, or fewer where they hold too much; Unreadable where there is nothing to read."""
    with opened(data) as pdf:
        count = pdfium.FPDF_GetPageCount(pdf)
        if count < 1:
            raise Unreadable("is a PDF without pages: export it again")
        if count > MOST_PAGES:
            raise Unreadable(f"has {count:,} pages: give the narrative alone")
        found = _read_pages(pdf, min(count, READ_PAGES))
    pages = [page for page in found.values() if page]
    if not pages:
        raise Unreadable("is damaged: none of its pages can be read")
    apart = furniture(pages)
    body = [replace(page, lines=tuple(line for line in page.lines if line not in apart[page.number])) for page in pages]
    if not any(page.lines for page in body):
        body = pages  # what repeats is all there is
    if not any(page.lines for page in body):
        raise Unreadable("has no text to read: export a PDF from Word, or run OCR on it if it is a scan")
    numbered = numbered_pages(apart)
    said = _paragraphs(body)
    pieces, blocks = assemble(said[:READ_PARAGRAPHS])
    return Contents(
        pieces=tuple(pieces),
        blocks=blocks,
        pages=page_spans(pieces, len(found)),
        sheets=sheets(body, numbered),
        page_count=PageCount(count, "counted in the PDF", count, count, filled(body) if count == len(found) else None),
        notes=(*_notes(found, count), *([CUT_SHORT] if len(said) > READ_PARAGRAPHS else [])),
        comments=comments({page.number: page.annotations for page in pages}, pieces, blocks),
    )


def _read_pages(pdf: Any, count: int) -> dict[int, PageLines | None]:
    """The first pages by their numbers, `count` of them, or as many as hold no more text than is read."""
    found: dict[int, PageLines | None] = {}
    characters = 0
    for number in range(1, count + 1):
        page = read_page(pdf, number)
        characters += sum(len(line.text) for line in page.lines) if page else 0
        if found and characters > READ_CHARACTERS:
            break
        found[number] = page
    return found


def _paragraphs(pages: Sequence[PageLines]) -> list[Paragraph]:
    size = body_size([line for page in pages for line in page.lines])
    parted = {page.number: part_notes(page.lines, page.rulings, page.height, size) for page in pages}
    text = [line for page in parted.values() for line in page.text]
    notes = [line for page in parted.values() for note in page.notes for line in note]
    setting, hyphens = setting_of([*text, *notes]), Hyphens([*text, *notes])
    return in_order(
        paragraphs(text, setting, hyphens, "body"),
        {
            number: [paragraph for note in page.notes for paragraph in paragraphs(note, setting, hyphens, "footnote")]
            for number, page in parted.items()
            if page.notes
        },
    )


def _notes(found: dict[int, PageLines | None], count: int) -> Iterator[str]:
    """What could not be read."""
    if count > len(found):
        yield f"Only the first {len(found)} of {count:,} pages were read."
    for number, page in found.items():
        if page is None:
            yield f"Page {number} is damaged and could not be read."
        elif not page.lines and page.pictured:
            yield f"Page {number} has no text, only a picture."
    aslant = [str(number) for number, page in found.items() if page and page.aslant]
    if aslant:
        yield f"Text that stands at another angle was left out on page{'s' * (len(aslant) > 1)} {', '.join(aslant)}."
