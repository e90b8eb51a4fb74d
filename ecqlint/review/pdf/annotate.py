"""Marks as annotations of a PDF (ISO 32000-1, 12.5), written as an update that is appended to the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    RectangleObject,
    create_string_object,
)

from ecqlint.document import Box
from ecqlint.readers.pdf.turns import Turn
from ecqlint.review.notes import AUTHOR
from ecqlint.review.pdf.corners import corners, turns
from ecqlint.review.pdf.increment import Increment
from ecqlint.review.pdf.marks import Mark
from ecqlint.review.problem import CannotReview

PRINTED = 4  # the flag that prints an annotation with its page
ICON = Box(18, 18, 38, 38)
POPUP = (200.0, 120.0)  # points wide and high


def annotated(data: bytes, marks: Sequence[Mark], when: datetime) -> bytes:
    """What to append to the PDF in `data` so that it has these marks, and none of an earlier review. CannotReview where it is encrypted."""
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise CannotReview("is encrypted, so nothing can be added: export it again without protection")
    increment = Increment(data, reader)
    known = turns(data, sorted({mark.page for mark in marks}))
    for number, page in enumerate(reader.pages, start=1):
        there = _items(page)
        kept = list(_of_others(there))
        added: list[PdfObject] = []
        for mark in (mark for mark in marks if mark.page == number and number in known):
            added += _annotations(mark, page, known[number], when, increment)
        if added or len(kept) < len(there):
            changed = DictionaryObject(page)
            changed[NameObject("/Annots")] = ArrayObject([*kept, *added])
            increment.change(_reference(page), changed)
    return increment.written()


def _reference(page: PageObject) -> IndirectObject:
    if page.indirect_reference is None:
        raise CannotReview("has a page that is not an object of its own: export it again")
    return page.indirect_reference


def _items(page: PageObject) -> list[PdfObject]:
    """The annotations of a page, references as references."""
    annotations = page.get("/Annots")
    found = annotations.get_object() if annotations is not None else None
    return list(found) if isinstance(found, ArrayObject) else []


def _of_others(items: list[PdfObject]) -> Iterator[PdfObject]:
    """The annotations that stay: all but ecqlint's own that nobody has answered, and the windows of those."""
    found = {id(item): item.get_object() for item in items}
    dictionaries = [item for item in found.values() if isinstance(item, DictionaryObject)]
    answered = {_number(item.raw_get("/IRT")) for item in dictionaries if "/IRT" in item and item.get("/T") != AUTHOR}
    gone = {
        _number(item)
        for item in items
        if isinstance(entry := found[id(item)], DictionaryObject)
        and entry.get("/T") == AUTHOR
        and _number(item) not in answered
    }
    for item in items:
        entry = found[id(item)]
        of_gone = (
            isinstance(entry, DictionaryObject)
            and entry.get("/Subtype") == "/Popup"
            and "/Parent" in entry
            and _number(entry.raw_get("/Parent")) in gone
        )
        if _number(item) not in gone and not of_gone:
            yield item


def _number(item: PdfObject) -> int | None:
    return item.idnum if isinstance(item, IndirectObject) else None


def _annotations(mark: Mark, page: PageObject, turn: Turn, when: datetime, increment: Increment) -> list[PdfObject]:
    """A highlight, or an icon in the corner for the page as a whole, and the window in which its note opens."""
    lines = [corners(turn, box) for box in mark.boxes or (ICON,)]
    points = [point for line in lines for point in line]
    rectangle = _rectangle(points)
    note, window = increment.reserve(), increment.reserve()
    date = create_string_object(f"D:{when:%Y%m%d%H%M%S}")
    annotation = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Highlight" if mark.boxes else "/Text"),
        "/Rect": rectangle,
        "/P": _reference(page),
        "/Contents": create_string_object(mark.contents),
        "/T": create_string_object(AUTHOR),
        "/NM": create_string_object(f"{AUTHOR}-{note.idnum}"),
        "/M": date,
        "/CreationDate": date,
        "/F": NumberObject(PRINTED),
        "/C": _numbers(mark.colour),
        "/Popup": window,
    }
    if mark.boxes:
        annotation["/QuadPoints"] = _numbers([value for point in points for value in point])
    else:
        annotation["/Name"] = NameObject("/Note")
    increment.change(note, _dictionary(annotation))
    width, height = POPUP
    beside = [(turn.right, rectangle.top), (turn.right + width, rectangle.top - height)]
    popup = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Popup"),
        "/Rect": _rectangle(beside),
        "/Parent": note,
    }
    increment.change(window, _dictionary(popup))
    return [note, window]


def _rectangle(points: list[tuple[float, float]]) -> RectangleObject:
    across, up = [x for x, _ in points], [y for _, y in points]
    return RectangleObject((min(across), min(up), max(across), max(up)))


def _numbers(values: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 2)) for value in values])


def _dictionary(entries: Mapping[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})
