"""The comments in the margin of a Word file: what each says, and the passage that it was written on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ecqlint.document import Block, Comment, Origin, WordOrigin
from ecqlint.readers.docx.characters import stretches
from ecqlint.readers.docx.markup import Element, W, value
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.places import Part
from ecqlint.readers.errors import Unreadable
from ecqlint.text import Span, TextMap

_START, _END, _REFERENCE = (W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_DELETED = (W + "del", W + "moveFrom")
_SAID = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}


def comments(package: Package, map: TextMap[Origin], blocks: Sequence[Block]) -> tuple[Comment, ...]:
    """The comments that stand on a passage of the text, in order.

    One whose range is missing, broken or without text counts for the paragraph that refers to it. One on deleted text is none, nor is
    one that nothing refers to.
    """
    try:
        root = package.related("comments")
    except Unreadable:
        package.notes.append("The comments were passed over: they are longer than any narrative.")
        return ()
    entries: dict[str, Element] = {}
    for entry in () if root is None else root.iterchildren(W + "comment"):
        entries.setdefault(value(entry, "id") or "", entry)
    if not entries:
        return ()
    runs: dict[str, dict[tuple[int, int], Span]] = defaultdict(dict)
    for piece in map.pieces:
        if isinstance(origin := piece.origin, WordOrigin):
            key, there = (origin.paragraph, origin.run), runs[origin.part]
            there[key] = Span.covering([there.get(key, piece.span), piece.span])
    found = []
    for name, spans in runs.items():
        tree = package.tree(name)
        if tree is not None:
            margin = _Margin(Part(name, tree), tree, spans, blocks)
            for identity, span in margin.places(entries):
                entry = entries[identity]
                found.append(Comment(span, _text(entry), value(entry, "author") or ""))
    return tuple(sorted(found, key=lambda comment: comment.span))


def _text(comment: Element) -> str:
    return "\n".join("".join(_said(paragraph)) for paragraph in comment.iter(W + "p"))


def _said(paragraph: Element) -> Iterator[str]:
    for item in paragraph.iter(W + "t", *_SAID):
        if item.tag in _SAID:
            yield _SAID[item.tag]
        elif next(item.iterancestors(*_DELETED), None) is None:
            yield from (characters for _, characters in stretches(item.text or "", None))


@dataclass(slots=True)
class _Runs:
    """Runs that show text, in the order of the file: when each comes, and what it says."""

    orders: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def between(self, start: int, end: int) -> Span | None:
        """What the runs say that come between two places, None where none does."""
        first, last = bisect_left(self.orders, start), bisect_left(self.orders, end) - 1
        return Span.covering([self.spans[first], self.spans[last]]) if first <= last else None


@dataclass(slots=True)
class _Marks:
    """The marks of one comment: when its ranges begin and end, and the first element that speaks of it, if possible its reference."""

    starts: list[tuple[int, Element]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    anchor: Element | None = None


class _Margin:
    """The comments of one part. A text box is a story of its own, in which a range that begins outside has no share."""

    def __init__(self, part: Part, root: Element, spans: dict[tuple[int, int], Span], blocks: Sequence[Block]) -> None:
        self._part, self._blocks = part, blocks
        self._block_starts = [block.span.start for block in blocks]
        self._paragraphs: dict[int, int] = {}
        self._stories: dict[Element | None, _Runs] = defaultdict(_Runs)
        self._deleted: list[int] = []
        self._marks: dict[str, _Marks] = defaultdict(_Marks)
        for order, item in enumerate(root.iter(W + "r", _START, _END, _REFERENCE)):
            if item.tag == W + "r":
                self._run(order, item, spans)
            else:
                self._mark(order, item)

    def _run(self, order: int, run: Element, spans: dict[tuple[int, int], Span]) -> None:
        paragraph = next(run.iterancestors(W + "p"), None)
        number = -1 if paragraph is None else self._part.paragraphs[paragraph]
        span = spans.get((number, self._part.runs[run]))
        if span is not None:
            runs = self._stories[_box(run)]
            runs.orders.append(order)
            runs.spans.append(span)
            self._paragraphs.setdefault(number, span.start)
        elif next(run.iterancestors(*_DELETED), None) is not None:
            self._deleted.append(order)

    def _mark(self, order: int, mark: Element) -> None:
        marks = self._marks[value(mark, "id") or ""]
        if mark.tag == _START:
            marks.starts.append((order, mark))
        elif mark.tag == _END:
            marks.ends.append(order)
        if marks.anchor is None or (mark.tag == _REFERENCE and marks.anchor.tag != _REFERENCE):
            marks.anchor = mark

    def places(self, identities: dict[str, Element]) -> Iterator[tuple[str, Span]]:
        """Each comment of those that the part speaks of, and its passage."""
        for identity, marks in self._marks.items():
            if identity in identities and (span := self._passage(marks)):
                yield identity, span

    def _passage(self, marks: _Marks) -> Span | None:
        deleted = False
        # A text box that is written twice, for old and new programs, has a pair of marks in each.
        for start, mark in marks.starts:
            end = bisect_right(marks.ends, start)
            if end < len(marks.ends):
                span = self._stories[_box(mark)].between(start, marks.ends[end])
                if span is not None:
                    return span
                deleted |= bisect_left(self._deleted, start) < bisect_left(self._deleted, marks.ends[end])
        return None if deleted else self._paragraph(marks.anchor)

    def _paragraph(self, anchor: Element | None) -> Span | None:
        if anchor is None or next(anchor.iterancestors(*_DELETED), None) is not None:
            return None
        paragraph = next(anchor.iterancestors(W + "p"), None)
        start = None if paragraph is None else self._paragraphs.get(self._part.paragraphs[paragraph])
        return None if start is None else self._blocks[bisect_right(self._block_starts, start) - 1].span


def _box(element: Element) -> Element | None:
    return next(element.iterancestors(W + "txbxContent"), None)
