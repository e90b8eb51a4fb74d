"""Plain text as a document, a line a paragraph: how the samples of rules are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ecqlint.document import Block, Box, Document, Format, Origin, Page, PageCount, PageOrigin, Sheet
from ecqlint.text import Span, TextMap

LETTER = (8.5, 11.0)
NOWHERE = Box(0, 0, 0, 0)


def text_document(
    text: str,
    *,
    margins: float = 1.0,
    font_size: float = 12.0,
    pages: int = 1,
    most_pages: int | None = None,
    page_numbers: bool = True,
    bold: Iterable[str] = (),
    underline: Iterable[str] = (),
) -> Document:
    """A document whose text is exactly `text`, on letter paper with the margins (inches), type (points) and pages that are given.

    The text is spread evenly over the pages; with `most_pages` there may be more of them than `pages`. The words quoted in
    `bold` and `underline` look so, wherever they stand.
    """
    dressed, underlined = _places(text, bold), _places(text, underline)
    pieces: list[tuple[str, Origin | None]] = []
    blocks, offset = [], 0
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n")
        if content.strip():
            blocks.append(Block(Span(offset, offset + len(content))))
        for index, character in enumerate(content, start=offset):
            look = Format(size=font_size, bold=index in dressed, underline=index in underlined)
            pieces.append((character, PageOrigin(1, NOWHERE, look)))
        pieces.append((line[len(content) :], None))
        offset += len(line)
    return Document(
        path=Path("sample.txt"),
        format="text",
        map=TextMap(pieces),
        blocks=tuple(blocks),
        pages=tuple(Page(n + 1, Span(offset * n // pages, offset * (n + 1) // pages)) for n in range(pages)),
        sheets=(Sheet(*LETTER, margins, margins, margins, margins, page_numbers, tuple(range(1, pages + 1))),),
        page_count=PageCount(pages, "counted", pages, most_pages or pages),
    )


def _places(text: str, quoted: Iterable[str]) -> set[int]:
    """The offsets of every character of every occurrence of what is quoted."""
    return {
        index for words in quoted for found in re.finditer(re.escape(words), text) for index in range(*found.span())
    }
