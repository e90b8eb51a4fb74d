"""The pages are numbered."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading) -> Iterator[Match]:
    """A match where sheets print no page number; the first page of a document may do without. Fields: where; details: {"pages"}."""
    document = reading.narrative.document
    bare = [sheet for sheet in document.sheets if not sheet.numbered and sheet.pages != (1,)]
    if bare or (document.sheets and not any(sheet.numbered for sheet in document.sheets)):
        numbered = any(sheet.numbered for sheet in document.sheets)
        pages = [page for sheet in bare for page in sheet.pages] if numbered else []
        where = f" on page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}" if pages else ""
        yield Match(None, {"where": where}, details={"pages": pages})
