"""A Word file becomes a document: its text, its blocks, its paper, and where its pages begin."""

from __future__ import annotations

from pathlib import Path

from ecqlint.document import Document, Origin
from ecqlint.readers.docx.comments import comments
from ecqlint.readers.docx.layout.join import paginate
from ecqlint.readers.docx.notes import unread
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.sheets import sheets
from ecqlint.readers.docx.styles import Styles
from ecqlint.readers.docx.walk import walk
from ecqlint.text import TextMap


def read_docx(path: Path, data: bytes) -> Document:
    """The document in `data`, the content of the file at `path`. Raises Unreadable where it holds none.

    A Word file does not say where its pages begin: `pages` and `page_count` are worked out. One without text is a document too:
    it has no blocks, and a note.
    """
    package = Package(path, data)
    text = walk(package, Styles(package))
    paper = sheets(package)  # before the notes, which tell of damaged headers too
    map: TextMap[Origin] = TextMap(text.pieces)
    page_count, pages = paginate(package, map)
    margin = comments(package, map, text.blocks)
    return Document(
        path=path,
        format="docx",
        map=map,
        blocks=tuple(text.blocks),
        pages=pages,
        sheets=paper,
        page_count=page_count,
        notes=(*package.notes, *unread(package.body, text)),
        comments=margin,
    )
