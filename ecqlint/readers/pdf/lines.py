"""Words, and the lines that they stand on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ecqlint.document import Box, Format
from ecqlint.readers.pdf.tags import Tag

# Shares of the size of the type.
ASCENT, DESCENT = 0.75, 0.25  # of the box around a word
OVER, UNDER = 0.7, 0.2  # of the band in which the letters of a line stand
SPACE = 0.25, 0.5  # the width of a space where none is seen, and the most that one has unstretched
GAP = 1.5  # the least white that may part two cells or columns

SAME_ROW = 0.4  # the share of the lower band that two lines of a row have in common
HYPHEN = "-"


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

    `flow` numbers the column, or the cell of a table, on its page; `cell` tells whether the page rules a table around it.
    """

    page: int
    words: tuple[Word, ...]
    spaced: bool
    tag: Tag | None
    artifact: bool
    flow: int = 0
    cell: bool = False

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

    @cached_property
    def baseline(self) -> float:
        """Of most of its characters."""
        return self._main[0]

    @cached_property
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

    @cached_property
    def space(self) -> float:
        """The width of its spaces, in points."""
        gaps = sorted(b.left - a.right for a, b in pairwise(self.words))
        usual, most = (share * self.size for share in SPACE)
        return min(most, max(0.0, gaps[len(gaps) // 2])) if gaps else usual

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
