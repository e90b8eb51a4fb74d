"""From a span of the text to two places in the markup of the body between which a comment can be anchored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ecqlint.document import Origin, WordOrigin
from ecqlint.readers.docx.markup import MC, Element, W, alternative, child
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.places import Part
from ecqlint.review.docx.source import Source
from ecqlint.text import Span, TextMap

_ONE_CHARACTER = {W + name for name in ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")}
_DELETED = (W + "del", W + "moveFrom", MC + "Fallback")
# What may hold the marks of a comment among its runs. So may a link (ECMA-376 part 1, EG_RunLevelElements), but LibreOffice loses them.
_OPEN = {W + name for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdt", "sdtContent")}
# Word makes the content of these controls anew, and with it whatever marks stand inside.
_MADE_ANEW = ("text", "dropDownList", "comboBox", "date", "dataBinding", "citation", "lock")
_PROPERTIES = {W + name for name in ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")}
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


@dataclass(frozen=True, order=True, slots=True)
class Cut:
    """A place in the source: between two elements, between two children of `run`, or before the nth `character` of its `text`."""

    place: int
    character: int = 0
    run: Element | None = field(default=None, compare=False)
    text: Element | None = field(default=None, compare=False)


Cuts = tuple[Cut, Cut]


class Anchors:
    """The places in the body of an opened Word file that belong to spans of its text."""

    def __init__(self, package: Package, source: Source, text: TextMap[Origin]) -> None:
        self._package, self._source, self._text = package, source, text
        self._part = Part(package.main, source.root)

    def cuts(self, span: Span) -> Cuts | None:
        """Where the characters of `span`, the first and last of which are in the file, begin and end; None where the body does not lead there.

        What stands in a note belongs to the note's mark in the body, what stands in a text box to the run that holds the box:
        Word allows comments in neither. A link, a field, and a control whose content Word makes, is taken whole. What begins in a table
        ends in it: LibreOffice loses comments that reach out of one.
        """
        first, last = self._around(span.start), self._around(self._last_in_table(span))
        if first is None or last is None:
            return None
        start, end = min(first[0], last[0]), max(first[1], last[1])
        inside = [(begin, stop) for begin, stop in self._fields if begin < start < stop or begin < end < stop]
        return min([start, *(begin for begin, _ in inside)]), max([end, *(stop for _, stop in inside)])

    @cached_property
    def _runs(self) -> dict[tuple[int, int], Element]:
        """The runs by the number of their paragraph and their own."""
        paragraphs = self._part.paragraphs
        return {(paragraphs[_paragraph_of(run)], number): run for run, number in self._part.runs.items()}

    @cached_property
    def _fields(self) -> list[Cuts]:
        """The fields that end in the paragraph in which they begin."""
        begun: list[Element] = []
        fields = []
        for mark in self._source.root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            if next(mark.iterancestors(*_DELETED), None) is not None:
                continue
            if kind == "begin" and mark in self._part.ended_fields:
                begun.append(mark)
            elif kind == "end" and begun:
                first, last = _outermost_run(begun.pop()), _outermost_run(mark)
                if _paragraph_of(first) is _paragraph_of(last):
                    fields.append((self._whole(first)[0], self._whole(last)[1]))
        return fields

    @cached_property
    def _marks(self) -> dict[tuple[str, int], Element]:
        """The run that refers to a note, by the note's part and the number of each of its paragraphs."""
        marks = {}
        for story, kind in _NOTES.items():
            name = self._package.related_part(kind, self._package.main)
            root = self._package.tree(name) if name else None
            if name is None or root is None:
                continue
            referring = {
                mark.get(W + "id"): _outermost_run(mark)
                for mark in self._source.root.iter(f"{W}{story}Reference")
                if next(mark.iterancestors(*_DELETED), None) is None
            }
            for number, paragraph in enumerate(root.iter(W + "p")):
                note = next(paragraph.iterancestors(W + story), None)
                if note is not None and note.get(W + "id") in referring:
                    marks[name, number] = referring[note.get(W + "id")]
        return marks

    def _around(self, offset: int) -> Cuts | None:
        """The places before and after one character."""
        piece = self._text.piece_at(offset)
        origin = piece.origin
        if not isinstance(origin, WordOrigin):
            raise ValueError(f"the character at {offset} is not in the file")
        if origin.part != self._package.main:
            mark = self._marks.get((origin.part, origin.paragraph))
            return None if mark is None else self._whole(mark)
        run = self._runs[origin.paragraph, origin.run]
        if next(run.iterancestors(W + "r"), None) is not None or _closed(run) is not None:
            return self._whole(run)
        return self._in_run(run, origin.offset + offset - piece.span.start)

    def _last_in_table(self, span: Span) -> int:
        """The last character of `span`, or, where it begins in a table, the last that is in that table too."""
        ends = [share.end - 1 for share, _ in self._text.within(span)]
        table = self._table(span.start)
        return next((end for end in reversed(ends) if table is None or self._table(end) is table), span.start)

    def _table(self, offset: int) -> Element | None:
        """The outermost table in which a character stands."""
        origin = self._text.piece_at(offset).origin
        if not isinstance(origin, WordOrigin) or origin.part != self._package.main:
            return None
        return next(reversed(list(self._runs[origin.paragraph, origin.run].iterancestors(W + "tbl"))), None)

    def _in_run(self, run: Element, offset: int) -> Cuts:
        cells = list(_cells(run))
        for cell, first, length in cells:
            if first <= offset < first + length:
                here, index = self._source.place(cell), offset - first
                is_text = cell.tag == W + "t"
                if first == 0 and (index == 0 or not is_text):
                    start = self._before(run)
                else:
                    start = Cut(here.start, index, run, cell) if is_text and index else Cut(here.start, 0, run)
                if offset + 1 < first + length and is_text:
                    return start, Cut(here.start, index + 1, run, cell)
                following = cell.getnext()
                if following is None or all(other <= first or more == 0 for _, other, more in cells):
                    return start, self._after(run)
                return start, Cut(self._source.place(following).start, 0, run)
        return self._whole(run)

    def _whole(self, run: Element) -> Cuts:
        """The places around a run, or around the outermost element that has it inside and cannot hold marks."""
        outer = _outermost_run(run)
        closed = _closed(outer)
        outer = outer if closed is None else closed
        return self._before(outer), self._after(outer)

    def _before(self, element: Element) -> Cut:
        while (parent := _open_parent(element)) is not None and _is_first(element):
            element = parent
        return Cut(self._source.place(element).start)

    def _after(self, element: Element) -> Cut:
        while (parent := _open_parent(element)) is not None and element.getnext() is None:
            element = parent
        return Cut(self._source.place(element).end)


def _cells(run: Element) -> Iterator[tuple[Element, int, int]]:
    """The children of a run, the offset at which each begins, and how many characters it counts."""
    offset = 0
    for item in run:
        length = _length(item)
        yield item, offset, length
        offset += length


def _length(item: Element) -> int:
    if item.tag == W + "t":
        return len(item.text or "")
    if item.tag == MC + "AlternateContent":
        branch = alternative(item)
        return 0 if branch is None else sum(map(_length, branch))
    return 1 if item.tag in _ONE_CHARACTER else 0


def _closed(run: Element) -> Element | None:
    """The outermost element between a run and its paragraph that cannot hold the marks of a comment; None where all can."""
    closed = None
    for item in run.iterancestors():
        if item.tag == W + "p":
            break
        made_anew = item.tag == W + "sdt" and any(child(item, "sdtPr", name) is not None for name in _MADE_ANEW)
        if item.tag not in _OPEN or made_anew:
            closed = item
    return closed


def _open_parent(element: Element) -> Element | None:
    """What holds `element`, where that is no paragraph yet."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag in _OPEN else None


def _is_first(element: Element) -> bool:
    return all(item.tag in _PROPERTIES for item in element.itersiblings(preceding=True))


def _outermost_run(item: Element) -> Element:
    """The outermost run that `item` stands in; `item` itself where it stands in none."""
    return [item, *item.iterancestors(W + "r")][-1]


def _paragraph_of(run: Element) -> Element | None:
    return next(run.iterancestors(W + "p"), None)
