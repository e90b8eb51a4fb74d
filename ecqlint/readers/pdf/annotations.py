"""What people have written on the pages of a PDF: notes and highlights, and the passages that they stand on."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from ecqlint.document import Block, Comment, PageOrigin
from ecqlint.readers.pdf.turns import Box, Turn
from ecqlint.text import Span

MOST_ANNOTATIONS = 500  # of a page
MOST_AREAS = 100  # of an annotation
MOST_BYTES = 20_000  # of its text
_NOTES = (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT)
_ON_WORDS = (
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
)


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text on a page, by whom, and the rectangles that it marks: of words, or the one of a note's sign."""

    text: str
    author: str
    areas: tuple[Box, ...]
    on_words: bool

    def turned(self, turn: Turn) -> Annotation:
        """The annotation on the upright page; before, its rectangles are left, bottom, right and top in the file's coordinates."""
        return replace(self, areas=tuple(turn.box(*area) for area in self.areas))


def annotations_of(page: Any) -> tuple[Annotation, ...]:
    """The annotations of a loaded page that say something. An answer to another stands where that one does."""
    found = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS)):
        with _closing(pdfium.FPDFPage_GetAnnot(page, index)) as annotation:
            subtype = pdfium.FPDFAnnot_GetSubtype(annotation) if annotation else None
            if subtype not in (*_NOTES, *_ON_WORDS) or not (text := _string(annotation, b"Contents")):
                continue
            with _closing(pdfium.FPDFAnnot_GetLinkedAnnot(annotation, b"IRT")) as answered:
                marked = tuple(_marked(answered or annotation))
            areas = marked or tuple(_sign(annotation))
            if areas:
                found.append(Annotation(text, _string(annotation, b"T"), areas, bool(marked)))
    return tuple(found)


@contextmanager
def _closing(annotation: Any) -> Iterator[Any]:
    try:
        yield annotation
    finally:
        if annotation:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= MOST_BYTES:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n").replace("\r", "\n").strip()


def _marked(annotation: Any) -> Iterator[Box]:
    if pdfium.FPDFAnnot_GetSubtype(annotation) not in _ON_WORDS:
        return
    for index in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), MOST_AREAS)):
        q = pdfium.FS_QUADPOINTSF()
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, q):
            across, up = (q.x1, q.x2, q.x3, q.x4), (q.y1, q.y2, q.y3, q.y4)
            yield min(across), min(up), max(across), max(up)


def _sign(annotation: Any) -> Iterator[Box]:
    r = pdfium.FS_RECTF()
    if pdfium.FPDFAnnot_GetRect(annotation, r):
        yield r.left, r.bottom, r.right, r.top


@dataclass(frozen=True, slots=True)
class _Word:
    """A word's place on a page and in the text."""

    middle: float
    left: float
    right: float
    span: Span


def comments(
    written: Mapping[int, Sequence[Annotation]],
    pieces: Iterable[tuple[str, PageOrigin | None]],
    blocks: Sequence[Block],
) -> tuple[Comment, ...]:
    """The annotations of each page as comments on the words that they mark, or, for a note, on the nearest paragraph, in order."""
    words: dict[int, list[_Word]] = defaultdict(list)
    offset = 0
    for text, origin in pieces:
        span = Span(offset, offset + len(text))
        offset = span.end
        if origin is not None and written.get(origin.page):
            box = origin.box
            words[origin.page].append(_Word((box.top + box.bottom) / 2, box.left, box.right, span))
    found = []
    for page, there in words.items():
        there.sort(key=lambda word: word.middle)
        middles = [word.middle for word in there]
        for annotation in written[page]:
            place = _on(annotation, there, middles) if annotation.on_words else _nearest(annotation, there, blocks)
            if place is not None:
                found.append(Comment(place, annotation.text, annotation.author))
    return tuple(sorted(found, key=lambda comment: comment.span))


def _on(annotation: Annotation, words: Sequence[_Word], middles: Sequence[float]) -> Span | None:
    spans = [
        word.span
        for left, top, right, bottom in annotation.areas
        for word in words[bisect_left(middles, top) : bisect_left(middles, bottom)]
        if left <= (word.left + word.right) / 2 <= right
    ]
    return Span.covering(spans) if spans else None


def _nearest(annotation: Annotation, words: Sequence[_Word], blocks: Sequence[Block]) -> Span:
    """The paragraph with the word that stands nearest to a note, beside it rather than above or below."""
    left, top, right, bottom = annotation.areas[0]
    x, y = (left + right) / 2, (top + bottom) / 2
    near = min(
        words,
        key=lambda word: (round(abs(word.middle - y) / max(1.0, bottom - top)), abs((word.left + word.right) / 2 - x)),
    )
    starts = [block.span.start for block in blocks]
    return blocks[max(0, bisect_left(starts, near.span.start + 1) - 1)].span
