"""Which words an acronym can stand for: strictly, by the beginnings of words; loosely, by their letters in order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from ecqlint.text import Span

# Words that an acronym may pass over.
SMALL = frozenset("a an and as at by de des del du el en et for from für in la le of on or the to und with y".split())
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"['’]?s?[ \u00a0\t\n]{1,2}|['’]?[-–/]")
_LIST = re.compile(r", | & |, & ")
_MOST_GIVEN = 5  # letters that one word may give: NAVal SUPply
_MOST_LOOSE = 5  # words beyond its letters that a name may have


def letters(acronym: str) -> str:
    """The capitals to be accounted for: no signs, figures or plural s."""
    return "".join(c for c in plain(re.sub(r"(?<=[A-Z])s$", "", acronym)) if c.isalpha())


def plain(text: str) -> str:
    """The text in capitals without accents, a character for a character."""
    if text.isascii():
        return text.upper()
    return "".join(unicodedata.normalize("NFD", c)[0].upper()[0] for c in text)


def loosely(acronym: str, text: str, *, half: bool = False) -> int | None:
    """Where the words begin, at the end of `text`, that have the letters of `acronym` in order; None where none do.

    The first letter begins a word, after Schwartz and Hearst (2003). With `half`, half of the letters do.
    """
    sought, upper = letters(acronym), plain(text)
    at, beginnings = len(text), 0
    for number, letter in reversed(list(enumerate(sought))):
        at = upper.rfind(letter, 0, at)
        while number == 0 and at > 0 and upper[at - 1].isalnum():
            at = upper.rfind(letter, 0, at)
        if at < 0:
            return None
        beginnings += at == 0 or not upper[at - 1].isalnum()
    if half and beginnings * 2 < len(sought):
        return None
    return at if len(text[at:].split()) <= len(sought) + _MOST_LOOSE else None


class Word(NamedTuple):
    """A word or a part of a compound: its place, how it begins, and what it is.

    An acronym may pass over a `small` word; a name has `capital` ones. The next word belongs to the same phrase if this
    one is `joined`, and a comma or & divides them if it is `listed`.
    """

    span: Span
    beginning: str
    small: bool
    capital: bool
    joined: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """The words number `first` to `last`, of which those in `giving` have a letter of the acronym, or several."""

    words: list[Word]
    first: int
    last: int
    giving: tuple[int, ...]

    @property
    def span(self) -> Span:
        """Their place in the text."""
        return Span(self.words[self.first].span.start, self.words[self.last].span.end)

    @property
    def is_name(self) -> bool:
        """Whether they are capitalized as a name is."""
        return all(word.capital or word.small for word in self.words[self.first : self.last + 1])

    @property
    def is_plain(self) -> bool:
        """Whether no small word gives a letter and no comma divides them, so that they belong together."""
        inside = self.words[self.first : self.last]
        return not any(self.words[n].small for n in self.giving) and not any(word.listed for word in inside)

    @property
    def is_whole_name(self) -> bool:
        """Whether they are a name after "the" or "of" that goes on no further: Department of Veterans Affairs."""
        before, after = self.words[self.first - 1 : self.first], self.words[self.last + 1 : self.last + 2]
        led = any(word.small and word.joined for word in before)
        return self.is_name and led and not (self.words[self.last].joined and any(word.capital for word in after))

    def lengthened(self) -> Span:
        """Their place with the capitalized words that follow, where they are a name: NAVal SUPply Systems Command."""
        last = self.last
        while self.is_name and self.words[last].joined and self.words[last + 1].capital:
            last += 1
        return Span(self.span.start, self.words[last].span.end)


class Words:
    """The words of a text, to be asked which of them an acronym can stand for."""

    def __init__(self, text: str, lines: Iterable[Span]) -> None:
        self.words: list[Word] = []
        for line in lines:
            found = [Span(*match.span()) for match in _WORD.finditer(text, line.start, line.end)]
            for span, following in zip_longest(found, found[1:]):
                word, gap = span.of(text), text[span.end : following.start] if following else ""
                listed = bool(_LIST.fullmatch(gap))
                joined = gap == " " or listed or bool(_SPACE.fullmatch(gap))
                beginning = plain(word[:_MOST_GIVEN])
                self.words.append(Word(span, beginning, word in SMALL, not word[0].islower(), joined, listed))
        self._starts = [word.span.start for word in self.words]

    @cached_property
    def _by_initial(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            if not word.small:
                index[word.beginning[0]].append(number)
                if word.beginning.startswith("EX"):
                    index["X"].append(number)
        return index

    def spelling(self, acronym: str, within: Span) -> Iterator[Run]:
        """Each run of words in `within`, two or more, whose beginnings, in order, are the letters of `acronym`.

        Where words could share the letters in several ways, the way with most words counts.
        """
        sought = letters(acronym)
        numbers = self._by_initial.get(sought[:1], ())
        low, high = (bisect_left(self._starts, offset) for offset in (within.start, within.end))
        for first in numbers[bisect_left(numbers, low) : bisect_left(numbers, high)]:
            giving = self._giving(sought, first, within.end)
            if giving and len(giving) > 1:
                yield Run(self.words, first, giving[-1], giving)

    def _giving(self, sought: str, at: int, end: int) -> tuple[int, ...] | None:
        """The numbers of the words, from word `at` on, that give the letters; None where they do not."""
        if at >= len(self.words) or self.words[at].span.end > end:
            return None
        word = self.words[at]
        for given in range(1, _given(sought, word) + 1):
            if given == len(sought):
                return (at,)
            if word.joined and (rest := self._giving(sought[given:], at + 1, end)):
                return at, *rest
        return self._giving(sought, at + 1, end) if word.small and word.joined else None


def _given(sought: str, word: Word) -> int:
    """How many of the letters the beginning of the word can give."""
    if sought[0] == "X" and word.beginning.startswith("EX"):  # eXtensible, eXchange
        return 1
    given = 0
    while given < min(len(sought), len(word.beginning)) and sought[given] == word.beginning[given]:
        given += 1
    return given
