"""Words, and the lines that they stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ecqlint.document import Box, Format
from ecqlint.readers.pdf.chars import Char, Run
from ecqlint.readers.pdf.rulings import Ruling
from ecqlint.readers.pdf.tags import Tag

# Shares of the size of the type.
ASCENT, DESCENT = 0.75, 0.25  # of the box around a word
OVER, UNDER = 0.7, 0.2  # of the band in which the letters of a line stand
SPACE = 0.15  # the least white that parts two words where pdfium saw a space
GAP = 1.5  # the least white that may part two cells or columns
STEP_BACK = 0.3  # the most by which a character may start before the last one did
UNDERLINE = 0.3  # the most by which an underline hangs below the baseline
HYPHEN = "-"
SAME_ROW = 0.4  # the share of the lower band that the two must have in common
UNDERLINED = 0.6  # the share of a word over which its underline runs


class Part(NamedTuple):
    """The characters of a word that look the same."""

    text: str
    left: float
    right: float
    baseline: float
    format: Format

    @property
    def box(self) -> Box:
        """From the height of its capitals to the depth of its tails."""
        size = self.format.size or 0.0
        return Box(self.left, self.baseline - ASCENT * size, self.right, self.baseline + DESCENT * size)


class Word(NamedTuple):
    """Characters without white space between them. `severed` tells whether a hyphen of it is drawn on its own."""

    parts: tuple[Part, ...]
    severed: bool = False

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(part.text for part in self.parts)

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.parts[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.parts[-1].right


@dataclass(frozen=True)
class Line:
    """Words on a row of a page. `spaced` tells whether a space is drawn after the last.

    `flow` numbers the column, or the cell of a table, on its page.
    """

    page: int
    words: tuple[Word, ...]
    spaced: bool
    tag: Tag | None
    artifact: bool
    flow: int = 0

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        """Where its first word starts."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right

    @cached_property
    def _main(self) -> tuple[float, float]:
        weights: Counter[tuple[float, float]] = Counter()
        for word in self.words:
            for part in word.parts:
                weights[part.baseline, part.format.size or 0.0] += len(part.text)
        return weights.most_common(1)[0][0]

    @property
    def baseline(self) -> float:
        """Of most of its characters."""
        return self._main[0]

    @property
    def size(self) -> float:
        """Of most of its characters."""
        return self._main[1]

    @property
    def top(self) -> float:
        """The height of its capitals."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The depth of its tails."""
        return self.baseline + DESCENT * self.size

    @cached_property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(part.format.bold for word in self.words for part in word.parts)

    def beside(self, other: Line) -> bool:
        """Whether the two stand on the same row."""
        return same_row(self.baseline, self.size, other.baseline, other.size)

    def joined(self, other: Line) -> Line:
        """This line with one that stands right of it."""
        return replace(self, words=self.words + other.words, spaced=other.spaced)


def same_row(baseline: float, size: float, other_baseline: float, other_size: float) -> bool:
    """Whether letters of these sizes on these baselines stand side by side: superscripts do, the next line does not."""
    above = max(baseline - OVER * size, other_baseline - OVER * other_size)
    below = min(baseline + UNDER * size, other_baseline + UNDER * other_size)
    return below - above >= SAME_ROW * (OVER + UNDER) * min(size, other_size)


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
        if last is None or (spaced or white and char.left - last.right > SPACE * char.run.size):
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
            if here is run or here.format is run.format and here.baseline == run.baseline:
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
