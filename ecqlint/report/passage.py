"""A sentence with the words that a finding speaks of underlined, wrapped to the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from ecqlint.report.plain import shown
from ecqlint.text import Span

AROUND = 110  # characters of the sentence that are kept on each side of the words
LONGEST = 150  # characters of the words themselves


class Passage:
    """A renderable: the sentence at `sentence`, with `spans` underlined by lines of tildes, so that they can be seen without colour."""

    def __init__(self, text: str, sentence: Span, spans: Sequence[Span], *, style: str, indent: int) -> None:
        whole = Span.covering([sentence, *spans])
        self.line = ""
        self.marks: list[range] = []
        position = whole.start
        for span in sorted(spans):
            if span.start < position and self.marks:
                continue  # inside the one before
            between = _inline(text[position : span.start])
            self.line += _middle(between) if self.marks else _tail(between)
            inside = _middle(_inline(span.of(text)))
            self.marks.append(range(len(self.line), len(self.line) + len(inside)))
            self.line += inside
            position = span.end
        self.line = (self.line + _head(_inline(text[position : whole.end]))).rstrip()
        lead = len(self.line) - len(self.line.lstrip())
        self.line = self.line[lead:]
        self.marks = [range(mark.start - lead, mark.stop - lead) for mark in self.marks]
        self.style, self.indent = style, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        margin = " " * self.indent
        for start, end in _wrapped(self.line, max(20, options.max_width - self.indent)):
            yield Text(margin + self.line[start:end], no_wrap=True)
            if under := self._under(start, end):
                yield Text(margin + under, style=self.style, no_wrap=True)

    def _under(self, start: int, end: int) -> str:
        """The line of tildes below the characters from `start` to `end`."""
        under, cells = "", 0
        for mark in self.marks:
            first, last = max(start, mark.start), min(end, mark.stop)
            if first < last:
                blank = cell_len(self.line[start:first]) - cells
                under += " " * blank + "~" * cell_len(self.line[first:last].rstrip())
                cells = len(under)
        return under


def _inline(text: str) -> str:
    """`text` fit to show, with single spaces, those at its ends included."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    return lead + shown(text) + tail


def _tail(text: str) -> str:
    return text if len(text) <= AROUND else "…" + text[-AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + "…"


def _middle(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST * 2 // 3].rpartition(' ')[0]} … {text[-LONGEST // 3 :].partition(' ')[2]}"


def _wrapped(line: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines of `line`, as (start, end): broken at spaces, in the middle of a word only where it is wider than a line."""
    start = 0
    while start < len(line):
        end, cells = start, 0
        while end < len(line) and (cells := cells + cell_len(line[end])) <= width:
            end += 1
        if end < len(line) and (space := line.rfind(" ", start, end + 1)) > start:
            end = space
        yield start, max(end, start + 1)
        start = max(end, start + 1)
        while start < len(line) and line[start] == " ":
            start += 1
