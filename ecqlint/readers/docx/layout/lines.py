"""A paragraph is set into lines: words go in one after another, and what does not fit begins the next line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ecqlint.readers.docx.layout.metrics import Type
from ecqlint.readers.errors import Unreadable

Ending = Literal["line", "column", "page"]
Alignment = Literal["left", "center", "right"]

_BLANK = " \t\n\r\u2000-\u2006\u2008-\u200a\u3000"
_DASH = "\\-–—"
_WIDE = "\u1100-\u11ff\u2e80-\u2fff\u3040-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff21-\uff60"
_CLOSING = "\u3001-\u3003\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_PLAIN = rf"[^{_BLANK}{_DASH}{_WIDE}]"
# What may stand at the end of a line (a word, up to a dash inside it, an East Asian character), then the blanks after
# it.
_ATOM = re.compile(rf"([{_WIDE}][{_CLOSING}]*|[{_DASH}]*{_PLAIN}+[{_DASH}]+)|([{_DASH}]*{_PLAIN}*)([{_BLANK}]*)")
MAX_LINES = 100_000
TOO_LONG = "it would fill more pages than any narrative: give the narrative alone"
_ROUNDING = 0.01
# The part of a line that lies below its base, on which pictures stand.
_DESCENT = 0.19
# The share of a text after a tab that goes before the stop.
_ALIGNED: dict[Alignment, float] = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop: how far from the left edge of the column, in points, and how the text after it stands to it."""

    at: float
    alignment: Alignment = "left"


@dataclass(frozen=True, slots=True)
class Measure:
    """The room that a paragraph has, in points from the left edge of its column.

    `first` is where the first line starts, `left` the others, `right` where all end. After the last of `tabs`, sorted, is
    a stop every `step`.
    """

    first: float
    left: float
    right: float
    tabs: Sequence[Tab] = ()
    step: float = 36.0

    def stop(self, x: float) -> Tab:
        """The first tab stop beyond `x`; the end of a hanging indent is one."""
        place = bisect_right(self.tabs, x + _ROUNDING, key=lambda tab: tab.at)
        stops = list(self.tabs[place : place + 1])
        if x + _ROUNDING < self.left:
            stops.append(Tab(self.left))
        return min(stops, key=lambda tab: tab.at) if stops else Tab((x // self.step + 1) * self.step)


@dataclass(frozen=True, slots=True)
class Leading:
    """How high lines are: `amount` is a factor on the height of their type, or a least or exact height in points.

    `grid` is the pitch of the page's line grid, 0 for none.
    """

    rule: Literal["multiple", "least", "exact"] = "multiple"
    amount: float = 1.0
    grid: float = 0.0

    def height(self, content: float, type_height: float) -> float:
        """The height of a line with type of `type_height` on it, and nothing on it higher than `content`."""
        if self.rule == "exact":
            return self.amount
        if self.grid:
            content = type_height = -(-content // self.grid) * self.grid
        if self.rule == "least":
            return max(content, self.amount)
        return content + type_height * (self.amount - 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as set: how high it stands, the character of the paragraph's text it begins with, what comes after it.

    `notes` are the ids of the footnotes that it calls.
    """

    height: float
    start: int
    ends: Ending = "line"
    notes: tuple[str, ...] = ()


class Setter:
    """Sets one paragraph: give it text, tabs, objects and breaks in their order, then take its `lines()`.

    A word is kept back until it is known to be whole, for it may be made of several runs. Raises Unreadable where there
    are more lines than any narrative has.
    """

    __slots__ = (
        "_aligned",
        "_done",
        "_empty",
        "_filled",
        "_leading",
        "_line_notes",
        "_line_object",
        "_line_start",
        "_line_type",
        "_measure",
        "_offset",
        "_pushed",
        "_right",
        "_word_notes",
        "_word_object",
        "_word_start",
        "_word_type",
        "_word_width",
        "_x",
    )

    def __init__(self, measure: Measure, leading: Leading, empty: Type) -> None:
        """`empty` is the type of a line with nothing on it: that of the paragraph's mark."""
        self._measure, self._leading, self._empty = measure, leading, empty
        self._right = measure.right + _ROUNDING
        self._done: list[Line] = []
        self._offset = self._line_start = self._word_start = 0
        self._word_width = self._word_type = self._word_object = 0.0
        self._word_notes: list[str] = []
        self._begin(measure.first)

    def _begin(self, x: float) -> None:
        """Begin a line at `x`. Text after a tab that it ends or is centred at has `_pushed` points to give way."""
        self._x, self._filled = x, False
        self._line_type = self._line_object = self._pushed = self._aligned = 0.0
        self._line_notes: list[str] = []

    def text(self, text: str, type: Type) -> None:
        """Set `text` in `type`."""
        widths, height, offset = type.widths, type.height, self._offset
        for open_ended, whole, blank in _ATOM.findall(text):
            piece = open_ended or whole
            if piece:
                if not self._word_width:
                    self._word_start = offset
                self._word_width += widths[piece]
                if height > self._word_type:
                    self._word_type = height
                self._offset = offset = offset + len(piece)
            if blank or open_ended:
                self._end_word()
            if blank:
                self._move(widths[blank])
                if height > self._line_type:
                    self._line_type = height
                self._offset = offset = offset + len(blank)

    def tab(self, type: Type, *, counted: bool = True) -> None:
        """Move to the next tab stop; `counted` where the tab is a character of the text, not what follows a label."""
        self._end_word()
        stop = self._measure.stop(self._x)
        set_by_hand = bool(self._measure.tabs) and stop.at <= self._measure.tabs[-1].at
        if stop.at > self._right and not set_by_hand and self._filled:
            self._close("line", self._offset)
            stop = self._measure.stop(self._x)
        elif stop.at > self._right:
            stop = Tab(self._measure.right, "right")
        self._pushed, self._aligned = max(0.0, stop.at - self._x), _ALIGNED[stop.alignment]
        self._x, self._filled = max(self._x, stop.at), True
        self._line_type = max(self._line_type, type.height)
        self._offset += counted

    def label(self, width: float) -> None:
        """Put the label of a list's item, of this width, at the start of the paragraph."""
        self._x += width

    def object(self, width: float, height: float) -> None:
        """Set a picture or the like, in the line as if it were a word."""
        self._end_word()
        self._word_start = self._offset
        self._word_width = max(min(width, self._measure.right - self._measure.left), _ROUNDING)
        self._word_object = height
        self._end_word()

    def note(self, id: str, width: float) -> None:
        """Call the footnote `id` here, with a mark of this width."""
        self._word_width += width
        self._word_notes.append(id)

    def end(self, ending: Ending) -> None:
        """End the line at a break that the writer put there, one character of the text."""
        self._end_word()
        self._offset += 1
        self._close(ending, self._offset)

    def lines(self) -> list[Line]:
        """The paragraph's lines, one at least."""
        self._end_word()
        if self._line_type or self._line_object or not self._done or self._done[-1].ends == "line":
            self._close("line", self._offset)
        return self._done

    def _end_word(self) -> None:
        width = self._word_width
        if not width:
            return
        if self._filled and self._x + width - min(self._pushed, width * self._aligned) > self._right:
            self._close("line", self._word_start)
        if self._x + width > self._right and not self._pushed:
            width = self._cut_word()
        self._move(width)
        self._filled = True
        self._line_type = max(self._line_type, self._word_type)
        self._line_object = max(self._line_object, self._word_object)
        if self._word_notes:
            self._line_notes += self._word_notes
            self._word_notes = []
        self._word_width = self._word_type = self._word_object = 0.0

    def _cut_word(self) -> float:
        """Fill lines with a word that is longer than one, such as an address; the width of what is left of it."""
        width, length = self._word_width, self._offset - self._word_start
        while self._x + width > self._right and length > 0:
            room = max(self._measure.right - self._x, 1.0)
            taken = max(1, int(length * room / width))
            width, length = max(0.0, width - room), length - taken
            self._word_start += taken
            self._line_type = max(self._line_type, self._word_type)
            self._close("line", self._word_start)
        return width

    def _move(self, width: float) -> None:
        back = min(self._pushed, width * self._aligned)
        self._pushed -= back
        self._x += width - back

    def _close(self, ending: Ending, next_start: int) -> None:
        type_height = self._line_type or (0.0 if self._line_object else self._empty.height)
        content = type_height
        if self._line_object:
            content = max(content, self._line_object + _DESCENT * (type_height or self._empty.height))
        height = self._leading.height(content, type_height)
        self._done.append(Line(height, self._line_start, ending, tuple(self._line_notes)))
        if len(self._done) > MAX_LINES:
            raise Unreadable(TOO_LONG)
        self._line_start = next_start
        self._begin(self._measure.left)
