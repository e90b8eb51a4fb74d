"""What a reader makes of a file: the text, its blocks, how each character looks, and where it stands on paper.

Lengths on paper are inches, sizes of type are points, pages and paragraphs are counted from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from ecqlint.text import Span, TextMap

FileFormat = Literal["docx", "pdf", "text"]
Story = Literal["body", "table", "textbox", "footnote", "endnote"]
Side = Literal["left", "right", "top", "bottom"]
SIDES: tuple[Side, ...] = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Format:
    """How a character looks once every style has had its say."""

    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class WordOrigin:
    """A run of a Word file: the nth w:p of the package part, the nth w:r below it, and the character inside that run (all from 0)."""

    part: str
    paragraph: int
    run: int
    offset: int
    format: Format


@dataclass(frozen=True, slots=True)
class PageOrigin:
    """A word, or a piece of one, on a page of a PDF."""

    page: int
    box: Box
    format: Format


Origin = WordOrigin | PageOrigin


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its text without the line end, the story it belongs to, and what its style says it is.

    `style` is the style's name where the file has one, `level` the outline level of a heading (0 for a title, 1 for the highest
    heading) where its style gives one, `listed` whether it is an item of a list.
    """

    span: Span
    story: Story = "body"
    style: str | None = None
    level: int | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the finished document, and the text on it."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and margins: of a section of a Word file, or as seen on a page of a PDF. `pages` names the pages it holds for, where known.

    On a PDF a margin is None where nothing shows it: a page that its text does not fill proves nothing about its bottom.
    `numbered` tells whether the sheet prints its page number.
    """

    width: float
    height: float
    left: float | None
    right: float | None
    top: float | None
    bottom: float | None
    numbered: bool
    pages: tuple[int, ...] = ()

    def margin(self, side: Side) -> float | None:
        """The margin at `side`, in inches."""
        return getattr(self, side)


@dataclass(frozen=True, slots=True)
class PageCount:
    """How many pages there are, and how that is known: counted in a PDF, or estimated between `low` and `high` for a Word file.

    `filled` is the share of the last page that is used, None where unknown.
    """

    pages: int
    source: str
    low: int
    high: int
    filled: float | None = None

    @property
    def certain(self) -> bool:
        """Whether low, high and pages agree."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span begins: the page (None where the file does not tell) and the paragraph."""

    page: int | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin, and the passage that it was written on. It is no part of the text."""

    span: Span
    text: str
    author: str = ""


@dataclass(frozen=True)
class Document:
    """A file as read. `notes` says, a sentence each, what could not be read; `comments` stand in the order of their passages."""

    path: Path
    format: FileFormat
    map: TextMap[Origin]
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    page_count: PageCount | None = None
    notes: tuple[str, ...] = field(default=())
    comments: tuple[Comment, ...] = ()

    @property
    def text(self) -> str:
        """The only text there is: every span of the document counts its characters."""
        return self.map.text

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.span.start for page in self.pages]

    def block_at(self, offset: int) -> Block:
        """The block in which the character at `offset` stands (the one before, between two blocks)."""
        return self.blocks[max(0, bisect_right(self._block_starts, offset) - 1)]

    def place(self, span: Span) -> Place:
        """Where `span` begins on paper."""
        page = max(0, bisect_right(self._page_starts, span.start) - 1)
        return Place(
            page=self.pages[page].number if self.pages else None,
            paragraph=max(1, bisect_right(self._block_starts, span.start)),
        )

    def pages_of(self, span: Span) -> float | None:
        """How many pages `span` fills, a full one counting 1; None where the file does not tell."""
        if not self.pages:
            return None
        filled = self.page_count.filled if self.page_count and self.page_count.filled else 1.0
        total = 0.0
        for page in self.pages:
            shared = min(page.span.end, span.end) - max(page.span.start, span.start)
            if shared > 0:
                total += shared / len(page.span) * (filled if page is self.pages[-1] else 1.0)
        return total

    def formats(self, span: Span) -> Iterator[tuple[Span, Format]]:
        """The look of each stretch of `span`; white space between blocks has none and is left out."""
        for share, origin in self.map.within(span):
            if origin is not None:
                yield share, origin.format
