"""What stands between the last word of a line and the first of the next: a space, nothing, or a hyphen that the line end put there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from ecqlint.readers.pdf.lines import HYPHEN, Line, Word

GLUES = "-–—/"  # after which a line may end without a space
LETTERS = re.compile(r"[^\W\d_]+")
TAIL = re.compile(r"[^\W\d_]+(?=-$)")
SUSPENDED = {"and", "or", "to", "nor"}  # "pre- and post-award": the hyphen waits for its word
# What makes one word with the fragment behind it though both are words, and what keeps its hyphen before a word.
CLOSING = {"any", "be", "every", "for", "in", "no", "on", "out", "over", "some", "them", "under", "up", "with"}
BOUND = {"anti", "co", "cross", "ex", "mid", "multi", "non", "post", "pre", "quasi", "self", "semi"}
# What shows a text to be hyphenated: the share of lines that end in a hyphen, and that of hyphens between fragments that are no words.
CUT_LINES, ODD_CUTS, FEWEST = 0.03, 0.3, 3


class Seam(Enum):
    """How two lines of a paragraph are put together."""

    SPACE = " "
    NOTHING = ""
    UNHYPHENATED = "-"


class Hyphens:
    """The evidence of a whole document on its hyphens: how it draws them, and what words it writes inside its lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        inside = [word for before, line in pairwise([None, *lines]) if line for word in _whole_words(before, line)]
        self._written = Counter(form for word in inside for form in _forms(word.text))
        ends = [line.words[-1] for line in lines if TAIL.search(line.text)]
        # A word processor draws the hyphen that it adds on its own, and one that was typed together with its word.
        self._drawn_apart = any(word.severed for word in ends) and not any(word.severed for word in inside)
        cut = [fragments for above, below in pairwise(lines) if (fragments := _fragments(above, below))]
        odd = {(left, right) for left, right in cut if not self._written[left] and not self._written[right]}
        self._hyphenated = len(cut) >= CUT_LINES * len(lines) and len(odd) >= max(FEWEST, ODD_CUTS * len(cut))

    def seam(self, above: Line, below: Line) -> Seam:
        """What is between two lines of a paragraph."""
        last, first = above.words[-1].text, below.words[0].text
        if above.spaced or last[-1] not in GLUES or len(last) == 1 or first.lower() in SUSPENDED:
            return Seam.SPACE
        fragments = _fragments(above, below)
        if fragments and (above.words[-1].severed if self._drawn_apart else self._is_one_word(*fragments)):
            return Seam.UNHYPHENATED
        return Seam.NOTHING

    def _is_one_word(self, left: str, right: str) -> bool:
        joined, compound = self._written[left + right], self._written[left + HYPHEN + right]
        if joined != compound:
            return joined > compound
        if not self._hyphenated or (left in BOUND and self._written[right]):
            return False
        return left in CLOSING or not self._written[left] or not self._written[right]


def _whole_words(before: Line | None, line: Line) -> tuple[Word, ...]:
    """The words of a line but those that its ends may have cut."""
    start = 1 if before and TAIL.search(before.text) else 0
    return line.words[start:-1] if TAIL.search(line.text) else line.words[start:]


def _fragments(above: Line, below: Line) -> tuple[str, str] | None:
    """The letters on both sides of a hyphen at a line end, where they could be one word."""
    last = above.words[-1].text
    tail, head = TAIL.search(last), LETTERS.match(below.words[0].text)
    if not tail or not head or not head[0].islower() or HYPHEN in last[: tail.start()] or tail[0][-1].isupper():
        return None
    return tail[0].lower(), head[0]


def _forms(word: str) -> list[str]:
    letters = [match[0].lower() for match in LETTERS.finditer(word)]
    return letters if len(letters) < 2 else [*letters, HYPHEN.join(letters)]
