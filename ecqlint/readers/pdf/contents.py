"""What the process that reads a PDF sends to the one that asked: plain values, so that no code can come with them."""

from __future__ import annotations

import msgspec

from ecqlint.document import Block, Comment, Page, PageCount, PageOrigin, Sheet


class Refusal(msgspec.Struct, tag=True, frozen=True):
    """Why a file cannot be read, and what to do."""

    reason: str


class Contents(msgspec.Struct, tag=True, frozen=True):
    """What a document is made of: the pieces of its text, and the rest as a Document has it."""

    pieces: tuple[tuple[str, PageOrigin | None], ...]
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
    page_count: PageCount
    notes: tuple[str, ...]
    comments: tuple[Comment, ...]


Answer = Contents | Refusal
