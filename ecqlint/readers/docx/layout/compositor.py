"""Paragraphs of a Word file are set into lines: the one place that knows both the markup and the setter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from ecqlint.readers.docx.fields import Fields
from ecqlint.readers.docx.formatting import Cell, Formatting, Look
from ecqlint.readers.docx.layout.drawings import drawing
from ecqlint.readers.docx.layout.lines import Ending, Line, Setter
from ecqlint.readers.docx.layout.metrics import Type
from ecqlint.readers.docx.layout.paragraphs import ParagraphFormat
from ecqlint.readers.docx.layout.properties import TWIP
from ecqlint.readers.docx.markup import MC, Element, W, alternative, child, measure, value

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWINGS = {W + "drawing", W + "pict", W + "object"}
_SIGNS = {W + "noBreakHyphen": "\u2011", W + "sym": "•"}
_BREAKS: dict[str | None, Ending] = {"page": "page", "column": "column"}
_UNREAD = {
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "del", "moveFrom", "p", "tbl")
}
# Superscripts and subscripts are set at this share of their size.
_RAISED = 0.65
# A picture this wide leaves no room for text beside it.
_WIDE = 0.8


@dataclass(slots=True)
class _Work:
    """A paragraph being set; `floating` is the height of what its text has to run around."""

    setter: Setter
    style: str | None
    cell: Cell | None
    width: float
    mark: Type
    floating: float = 0.0


@dataclass(slots=True)
class Compositor:
    """Sets the paragraphs of a story, one after another.

    `spend` is told how many lines each takes. `measured` counts characters, `guessed` those among them whose widths are not
    known. `floating` is the height of all that text has to run around, `endnotes` the ids of the endnotes called.
    """

    formatting: Formatting
    fields: Fields
    spend: Callable[[int], None]
    measured: int = 0
    guessed: int = 0
    floating: float = 0.0
    endnotes: list[str] = field(default_factory=list)
    _types: Callable[..., Type] = field(default_factory=lambda: cache(Type))

    def set(self, paragraph: Element, format: ParagraphFormat, width: float, cell: Cell | None = None) -> list[Line]:
        """The lines of a paragraph in a column of `width` points; none where all of it is hidden."""
        properties = paragraph.find(W + "pPr")
        style = value(child(properties, "pStyle"))
        look = self.formatting.look(paragraph if properties is None else properties, style, cell)
        mark = self._type(look, child(properties, "rPr"))
        work = _Work(Setter(format.measure(width), format.leading, mark), style, cell, width, mark)
        if format.level is not None and format.level.label:
            self._label(format, work)
        before = self.measured
        self._inside(paragraph, work)
        lines = work.setter.lines()
        self.spend(len(lines))
        if look.hidden and self.measured == before and len(lines) == 1:
            return []
        if work.floating:
            self.floating += work.floating
            lines.insert(0, Line(work.floating, 0))
        return lines

    def _label(self, format: ParagraphFormat, work: _Work) -> None:
        assert format.level is not None
        work.setter.label(work.mark.widths[format.level.label])
        if format.level.suffix == "tab":
            work.setter.tab(work.mark, counted=False)
        elif format.level.suffix == "space":
            work.setter.label(work.mark.widths[" "])

    def _inside(self, element: Element, work: _Work) -> None:
        for item in element:
            if item.tag == W + "r":
                self._run(item, work)
            elif item.tag == MC + "AlternateContent":
                branch = alternative(item)
                if branch is not None:
                    self._inside(branch, work)
            elif item.tag == _MATH + "oMath":
                self._formula(item, work)
            elif item.tag not in _UNREAD:
                self._inside(item, work)

    def _run(self, run: Element, work: _Work) -> None:
        look = self.formatting.look(run, work.style, work.cell)
        self._content(run, look, self._type(look, run.find(W + "rPr")), work)

    def _content(self, element: Element, look: Look, type: Type, work: _Work) -> None:
        setter = work.setter
        for item in element:
            tag = item.tag
            if tag == W + "fldChar":
                self.fields.meet(item)
            elif look.hidden or not self.fields.shown:
                continue
            elif tag == W + "t":
                self._text(_said(item), look, type, work)
            elif tag in _SIGNS:
                setter.text(_SIGNS[tag], type)
            elif tag in (W + "tab", W + "ptab"):
                setter.tab(type)
            elif tag in (W + "br", W + "cr"):
                setter.end(_BREAKS.get(value(item, "type"), "line"))
            elif tag == W + "footnoteReference":
                setter.note(value(item, "id") or "", type.widths["1"])
            elif tag == W + "endnoteReference":
                self.endnotes.append(value(item, "id") or "")
            elif tag in _DRAWINGS:
                self._drawing(item, work)
            elif tag == MC + "AlternateContent":
                branch = alternative(item)
                if branch is not None:
                    self._content(branch, look, type, work)
            elif tag == W + "ruby":
                for base in item.iterchildren(W + "rubyBase"):
                    self._inside(base, work)

    def _text(self, text: str, look: Look, type: Type, work: _Work) -> None:
        self.measured += len(text)
        self.guessed += 0 if type.known else len(text)
        if look.format.caps:
            text = "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)
        work.setter.text(text, type)

    def _drawing(self, item: Element, work: _Work) -> None:
        shape = drawing(item)
        if shape is None:
            return
        if shape.inline:
            work.setter.object(shape.width, shape.height)
        elif shape.beside and shape.width < _WIDE * work.width:
            work.floating += shape.height * shape.width / work.width
        else:
            work.floating += shape.height

    def _formula(self, item: Element, work: _Work) -> None:
        text = "".join(piece.text or "" for piece in item.iter(_MATH + "t"))
        depth = max((sum(1 for _ in part.iterancestors(_MATH + "f")) + 1 for part in item.iter(_MATH + "f")), default=0)
        work.setter.object(work.mark.widths[text], work.mark.height * (1 + depth))

    def _type(self, look: Look, properties: Element | None) -> Type:
        """The type of a run: its look, and what its own properties say of the distance and width of characters."""
        format = look.format
        size, pitch, stretch = format.size or 10.0, 0.0, 1.0
        if properties is not None:
            pitch = measure(value(child(properties, "spacing")), unit=TWIP) or 0.0
            stretch = (measure((value(child(properties, "w")) or "").rstrip("%"), unit=1.0) or 100.0) / 100
            if value(child(properties, "vertAlign")) in ("superscript", "subscript"):
                size *= _RAISED
        return self._types(format.font, format.bold, format.italic, size, pitch, stretch)


def _said(item: Element) -> str:
    """The text of a w:t: without the blanks at its ends unless it says to keep them."""
    text = item.text or ""
    return text if item.get(_PRESERVE) == "preserve" else text.strip(" \t\r\n")
