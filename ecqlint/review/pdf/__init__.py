"""Findings written back into a PDF, as highlights with notes on the words that they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ecqlint.document import Document
from ecqlint.readers.errors import Unreadable
from ecqlint.readers.pdf import read_pdf
from ecqlint.review.notes import Note
from ecqlint.review.pdf.guarded import update
from ecqlint.review.pdf.marks import marks
from ecqlint.review.problem import CHANGED, CannotReview


def reviewed_pdf(path: Path, data: bytes, document: Document, notes: Sequence[Note], when: datetime) -> bytes:
    """The PDF in `data` with a highlight for each note, dated `when`, in place of those of an earlier review.

    `data` stands unchanged at its start. The notes speak of `document`. CannotReview where the file does not say its text, or is built
    so that it cannot be changed without harm.
    """
    try:
        if read_pdf(path, data).map.pieces != document.map.pieces:
            raise CannotReview(CHANGED)
        reviewed = data + update(data, marks(document, notes), when)
        if read_pdf(path, reviewed).text != document.text:
            raise CannotReview("is built in an unusual way: highlights would change its text")
    except Unreadable as problem:
        raise CannotReview(str(problem)) from problem
    return reviewed
