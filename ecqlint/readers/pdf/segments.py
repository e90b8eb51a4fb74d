"""The stretches of text that a page is drawn in, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ecqlint.readers.pdf.chars import Char, Run
from ecqlint.readers.pdf.lines import GAP, HYPHEN, Line, Part, Word, same_row
from ecqlint.readers.pdf.rulings import Ruling

# Shares of the size of the type.
SPACE = 0.15  # the least white that parts two words where pdfium saw a space
STEP_BACK = 0.3  # the most by which a character may start before the last one did
UNDERLINE = 0.3  # the most by which an underline hangs below the baseline

UNDERLINED = 0.6  # the share of a word over which its underline runs


def segments(page: int, chars: Iterable[Char], rulings: Sequence[Ruling]) -> Iterator[Line]:
    """The stretches of a page that are drawn from left to right on one row without a wide gap, in the order of drawing."""
    underlines = _Underlines(rulings)
    words: list[list[Char]] = []
    last: Char | None = None
    white = spaced = False
    for char in chars:
        if char.text.isspace():
            white = True
            spaced = spaced or char.right > char.left
            continue
        if last is not None and not _follows(last, char):
            yield _line(page, words, spaced, underlines)
            words, last = [], None
        if last is None or (spaced or (white and char.left - last.right > SPACE * char.run.size)):
            words.append([char])
        else:
            words[-1].append(char)
        last, white, spaced = char, False, False
    if words:
        yield _line(page, words, spaced, underlines)


def _follows(last: Char, char: Char) -> bool:
    """Whether a character stands in the same segment as the one drawn before it."""
    a, b = last.run, char.run
    size = max(a.size, b.size)
    if not (last.left - STEP_BACK * size <= char.left <= last.right + GAP * size):
        return False
    if a is b:
        return True
    return a.tag == b.tag and a.artifact == b.artifact and same_row(a.baseline, a.size, b.baseline, b.size)


def _line(page: int, words: list[list[Char]], spaced: bool, underlines: _Underlines) -> Line:
    left, right = words[0][0].left, words[-1][-1].right
    run = words[0][0].run
    made = tuple(Word(tuple(_parts(word, left, right, underlines)), _is_severed(word)) for word in words)
    return Line(page, made, spaced, run.tag, run.artifact)


def _is_severed(word: Sequence[Char]) -> bool:
    return any(b.text == HYPHEN and b.run is not a.run for a, b in pairwise(word))


def _parts(chars: Sequence[Char], left: float, right: float, underlines: _Underlines) -> Iterator[Part]:
    start = 0
    for index in range(1, len(chars) + 1):
        run = chars[start].run
        if index < len(chars):
            here = chars[index].run
            if here is run or (here.format is run.format and here.baseline == run.baseline):
                continue
        text = "".join(char.text for char in chars[start:index])
        format = run.format
        if underlines.under(chars[start].left, chars[index - 1].right, run, left, right):
            format = replace(format, underline=True)
        yield Part(text, chars[start].left, chars[index - 1].right, run.baseline, format)
        start = index


class _Underlines:
    """The level rulings of a page, by the height at which they lie."""

    def __init__(self, rulings: Sequence[Ruling]) -> None:
        self._at: dict[int, list[Ruling]] = {}
        for ruling in rulings:
            if ruling.level:
                self._at.setdefault(int(ruling.top), []).append(ruling)

    def under(self, left: float, right: float, run: Run, line_left: float, line_right: float) -> bool:
        """Whether a ruling lies under the stretch, and not far beyond its line as the border of a cell would."""
        if not self._at:
            return False
        deepest = run.baseline + UNDERLINE * run.size
        return any(
            run.baseline - 1 <= ruling.top <= deepest
            and line_left - run.size <= ruling.left
            and ruling.right <= line_right + run.size
            and min(right, ruling.right) - max(left, ruling.left) >= UNDERLINED * (right - left)
            for height in range(int(run.baseline) - 1, int(deepest) + 1)
            for ruling in self._at.get(height, ())
        )
