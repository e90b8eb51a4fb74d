"""Word files (.docx, .docm, .dotx, .dotm, Strict or not) as documents."""

from __future__ import annotations

from pathlib import Path

from ecqlint.document import Document
from ecqlint.readers.docx.notes import unread
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.sheets import sheets
from ecqlint.readers.docx.styles import Styles
from ecqlint.readers.docx.walk import walk
from ecqlint.readers.errors import Unreadable
from ecqlint.text import TextMap


def read_docx(path: Path, data: bytes) -> Document:
    """The document in `data`, the content of the file at `path`. Raises Unreadable where it holds none.

    A Word file does not say where its pages begin: `pages` is empty and `page_count` None.
    """
    package = Package(path, data)
    text = walk(package, Styles(package))
    if not text.blocks:
        raise Unreadable("has no text: where the narrative is in a picture or in another file, give its text")
    paper = sheets(package)  # before the notes, which tell of damaged headers too
    return Document(
        path=path,
        format="docx",
        map=TextMap(text.pieces),
        blocks=tuple(text.blocks),
        sheets=paper,
        notes=(*package.notes, *unread(package.body, text.hidden)),
    )
