"""A sentence with the words that a finding speaks of underlined, wrapped to the width of the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from ecqlint.report.plain import shown
from ecqlint.text import Span

AROUND = 110  # characters of the sentence that are kept on each side of the words
LONGEST = 150  # characters of the words themselves


class Passage:
    """A renderable: the sentence at `sentence`, with `span` underlined by a line of tildes, so that it can be seen without colour."""

    def __init__(self, text: str, sentence: Span, span: Span, *, style: str, indent: int) -> None:
        around = Span(min(sentence.start, span.start), max(sentence.end, span.end))
        before = _tail(_inline(text[around.start : span.start]))
        inside = _middle(_inline(span.of(text)))
        after = _head(_inline(text[span.end : around.end]))
        self.line = (before + inside + after).rstrip()
        lead = len(self.line) - len(self.line.lstrip())
        self.line = self.line[lead:]
        self.mark = range(len(before) - lead, len(before) - lead + len(inside))
        self.style, self.indent = style, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        margin = " " * self.indent
        for start, end in _wrapped(self.line, max(20, options.max_width - self.indent)):
            yield Text(margin + self.line[start:end], no_wrap=True)
            first, last = max(start, self.mark.start), min(end, self.mark.stop)
            if first < last:
                blank, length = cell_len(self.line[start:first]), cell_len(self.line[first:last].rstrip())
                yield Text(margin + " " * blank + "~" * length, style=self.style, no_wrap=True)


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
