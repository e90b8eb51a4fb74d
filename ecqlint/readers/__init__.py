"""A file becomes a Document: its kind is told by its content, not by its name."""

from __future__ import annotations

import stat
from pathlib import Path

from ecqlint.document import Document
from ecqlint.readers.errors import Unreadable

LARGEST = 50 << 20  # bytes; a ten-page narrative has some 30,000
SUFFIXES = (".docx", ".pdf")
PDF_HEAD = 1024  # how far into a file its "%PDF-" may stand


def read(path: Path) -> Document:
    """The document in a Word or PDF file. Unreadable, with one line that says why and what to do, where there is none."""
    data = _bytes(path)
    if b"%PDF-" in data[:PDF_HEAD]:
        from ecqlint.readers.pdf import read_pdf

        return read_pdf(path, data)
    from ecqlint.readers.docx.reader import read_docx

    return read_docx(path, data)


def _bytes(path: Path) -> bytes:
    """What the file holds, once it is known to be an ordinary file of a sane size: a pipe would block for ever, a device never end."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("is not a file: give a .docx or .pdf")
        if status.st_size > LARGEST:
            raise Unreadable(f"is larger than {LARGEST >> 20} MB: save it without pictures")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        raise Unreadable(f"cannot be opened: {(problem.strerror or str(problem)).lower()}") from None
    if not data:
        raise Unreadable("is empty: it has no bytes at all")
    return data
