"""The reader of PDF files: from characters on paper back to paragraphs."""

from __future__ import annotations

from pathlib import Path

from ecqlint.document import Document
from ecqlint.text import TextMap


def read_pdf(path: Path, data: bytes) -> Document:
    """The document in the bytes of a PDF. Unreadable, with one line that says why and what to do, where there is none."""
    from ecqlint.readers.pdf.guarded import contents

    found = contents(data)
    return Document(
        path=path,
        format="pdf",
        map=TextMap(found.pieces),
        blocks=found.blocks,
        pages=found.pages,
        sheets=found.sheets,
        page_count=found.page_count,
        notes=found.notes,
        comments=found.comments,
    )
