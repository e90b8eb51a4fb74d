"""The notation in which a rule's options write phrases, and the patterns that it stands for.

    (fast|) asleep                        one of the alternatives; of nothing, where the words may be missing
    whose {grasp} ..3 (ended|stopped)     a list of the options, by its name; up to three words
    a _ of great promise                  any one word; {Name} is one with a capital
    had ... in mind                       anything short in the same clause
    mourn* that *ing                      words that begin so, that end so
    put it kindly !(pleased|upset)        not before these
    a vote for him =(in|at|on|.)          only before these
    ^ as noted above ^                    the edge of a clause: its head, its end
    I profess ...                         at the end: the rest of the clause
    page #                                a number in figures
    a Republican mayor                    a capital wants a capital; small letters take either

Between words may stand white space or a hyphen. "not" is "n't" too, an apostrophe is of either kind, and a full stop is any end of a
sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property, lru_cache
from re import Match, Pattern
from typing import TYPE_CHECKING

from ecqlint.checks._notation.parts import Either, Part, surest
from ecqlint.checks._notation.reader import Reader
from ecqlint.rule import OptionError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# A phrase begins with a word, or with "n't" or a mark behind one.
_START = r"(?:(?<!\w)|(?=n['’]t|\W))"
_WORDS = re.compile(r"[^\W_]+")
_KEPT = 500  # patterns of one phrase
_SHORT_NOT = re.compile(r"(?=n['’]t\b)")


def _lists_of(*options: DataclassInstance) -> dict[str, Iterable[str]]:
    """The lists of words and phrases that options hold, by their names: the fields of each value, and what stands in a field `lists`."""
    named = {field.name: getattr(value, field.name) for value in options for field in fields(value)}
    inner = named.pop("lists", {})
    return {**named, **inner}


def phrasebook(*options: DataclassInstance, **others: Iterable[str]) -> Phrasebook:
    """The lists of the options, and others besides, made once for all documents."""
    return _made(tuple({**_lists_of(*options), **others}.items()))


@lru_cache(maxsize=32)  # of settings, which a watch may see changed
def _made(lists: tuple[tuple[str, Iterable[str]], ...]) -> Phrasebook:
    return Phrasebook(dict(lists))


class Phrasebook:
    """Lists of phrases by their names, each to be found in texts; any of them may use the others in braces.

    OptionError, at the first search, for brackets that are not closed and for names that are no list.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._lists = lists
        self._read: dict[str, Part] = {}
        self._reading: set[str] = set()
        self._phrases: dict[str, Phrases] = {}

    def __getitem__(self, name: str) -> Phrases:
        if name not in self._lists:
            raise OptionError(f"there is no list {name!r} among the options")
        if name not in self._phrases:
            self._phrases[name] = Phrases(self._lists[name], self)
        return self._phrases[name]

    def flat(self, phrases: Iterable[str], inside: tuple[str, ...] = ()) -> Iterator[str]:
        """The phrases, with those of a list in the place of one that is nothing but the list: each is passed over for itself."""
        for phrase in phrases:
            name = phrase[1:-1] if phrase.startswith("{") else ""
            others = () if name in inside else self._lists.get(name, ())
            yield from self.flat(others, (*inside, name)) if any("{" in other for other in others) else (phrase,)

    def part(self, name: str) -> Part | None:
        """A list as a part of other phrases; None where there is none of that name."""
        if name in self._reading:
            raise OptionError(f"the list {name!r} stands in itself")
        if name not in self._lists:
            return None
        if name not in self._read:
            self._reading.add(name)
            try:
                phrases = sorted(self._lists[name], key=lambda phrase: (-len(phrase), phrase))
                self._read[name] = Either([Reader(phrase, self).read() for phrase in phrases])
            finally:
                self._reading.remove(name)
        return self._read[name]


class Phrases:
    """Phrases in the notation, to be found in a text as it stands; the book has what stands in braces.

    OptionError, at the first search, for brackets that are not closed and for braces that name no list.
    """

    def __init__(self, phrases: Iterable[str], book: Phrasebook) -> None:
        self._phrases = tuple(phrases)
        self._book = book

    @cached_property
    def _parts(self) -> list[_Whole]:
        return [_Whole(Reader(phrase, self._book).read()) for phrase in self._book.flat(self._phrases)]

    def find(self, text: str) -> Iterator[Match[str]]:
        """Each place of a phrase in the text, phrase by phrase."""
        for pattern in self._near(text):
            yield from pattern.finditer(text)

    def _near(self, text: str) -> Iterator[Pattern[str]]:
        """Patterns of the phrases whose words the text has."""
        told = _told(text)
        return (whole.pattern(told) for whole in self._asked(told) if whole.part.fits(told))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The numbers of the phrases that need a word, or another like it; under "", of those that need none."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, whole in enumerate(self._parts):
            for word in surest(whole.part.needs) if whole.part.needs else ("",):
                numbers[word].append(number)
        return dict(numbers)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)

    def _asked(self, told: frozenset[str]) -> Iterator[_Whole]:
        """The phrases of which the text has one of the rarest words."""
        words = told & self._words
        return (self._parts[number] for number in sorted({n for word in words for n in self._by_word[word]}))


@lru_cache(maxsize=256)
def _told(text: str) -> frozenset[str]:
    """The words of a text in small letters, and with an asterisk what they begin with: had, h*, ha*, had*; and the empty word."""
    lowered = text.lower()
    words = {*_WORDS.findall(lowered), *_WORDS.findall(_SHORT_NOT.sub(" ", lowered))}
    return frozenset(("", *words, *(f"{word[:end]}*" for word in words for end in range(1, len(word) + 1))))


class _Whole:
    """A phrase and its patterns, each only of those alternatives whose words a text has: few of a list of names."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._patterns: dict[frozenset[str], Pattern[str]] = {}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.part.vocabulary())

    def pattern(self, told: frozenset[str]) -> Pattern[str]:
        """The pattern for a text with these words."""
        words = told & self._vocabulary
        if words not in self._patterns:
            if len(self._patterns) == _KEPT:
                self._patterns.clear()
            source = self.part.source(words, led=False)
            self._patterns[words] = pattern = re.compile(rf"{_START}(?:{source})(?!\w)", re.IGNORECASE)
            if pattern.match(""):
                raise OptionError("a phrase can be no word at all, which stands everywhere")
        return self._patterns[words]
