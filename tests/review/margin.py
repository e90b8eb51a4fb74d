"""Reviews of small files for tests, and what stands in their margins."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

from lxml import etree

from ecqlint.readers.docx.reader import read_docx
from ecqlint.review.docx import reviewed_docx
from ecqlint.review.notes import Note, Remark
from ecqlint.review.words import on_words
from ecqlint.text import Span
from tests.readers.word import MAIN, W, read

WHEN = datetime(2026, 3, 1, 9, 30)
SUMMARY = Note(None, "warning", (Remark("ecqlint", ("1 warning.",)),))


def note(text: str, words: str) -> Note:
    """A note on the first place that says `words`."""
    start = text.index(words)
    return Note(
        on_words(text, Span(start, start + len(words))), "warning", (Remark("rule (warning)", (f"about {words}",)),)
    )


def review(data: bytes, *words: str) -> bytes:
    """A Word file reviewed, with a comment on each of `words`, and the summary."""
    text = read(data).text
    return reviewed_docx(Path("narrative.docx"), data, text, [SUMMARY, *(note(text, each) for each in words)], WHEN)


def part(data: bytes, name: str = MAIN) -> str:
    """The content of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    """The members of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def anchored(data: bytes) -> dict[str, str]:
    """The words on which each comment stands, by the last line of the comment."""
    said, opened = {}, {}
    for item in etree.fromstring(part(data).encode()).iter():
        identity = item.get(f"{{{W}}}id")
        match etree.QName(item).localname:
            case "commentRangeStart":
                opened[identity] = ""
            case "commentRangeEnd":
                said[identity] = opened.pop(identity)
            case "t":
                opened = {each: text + (item.text or "") for each, text in opened.items()}
    return {line: said[identity] for identity, (_, line) in comments(data).items()}


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    """The author and the last line of each comment, by its id."""
    root = etree.fromstring(part(data, "word/comments.xml").encode())
    return {
        item.get(f"{{{W}}}id"): (item.get(f"{{{W}}}author"), "".join(list(item.iter(f"{{{W}}}p"))[-1].itertext()))
        for item in root
    }


def text_of(data: bytes) -> str:
    """What a Word file says."""
    return read_docx(Path("narrative.docx"), data).text
