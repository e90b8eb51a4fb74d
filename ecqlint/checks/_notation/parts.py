"""The parts of a phrase, each with the pattern that it stands for and the words that a text must have for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import groupby, product, takewhile

from ecqlint.rule import OptionError

BETWEEN = r"[\s-]+"
_FEW = r"[^.;:]{0,60}?"
_LARGEST = 200_000
_MANY = 6  # alternatives, of which it is worth to look which a text may have

Told = frozenset[str] | None  # words that a text has; None: any


class Part:
    """Some words of a phrase.

    `times` says how often they stand there. Of each set of `needs` a text must have told one for the part to be in it. `words` are all
    that the part can be, where that is one word; `between` is true of what stands between words, `wide` of what takes any place itself.
    `size` counts the signs and words that it comes to, `room` those on one way through it that may be missing, and `few` its "...".
    """

    size = 1
    room = 0
    few = 0
    times = ""
    needs: tuple[frozenset[str], ...] = ()
    words: frozenset[str] = frozenset()
    between = False
    wide = True

    def source(self, told: Told, *, led: bool) -> str:
        """A pattern for a text with these words, with or without the space that leads to the part."""
        raise NotImplementedError

    def vocabulary(self) -> Iterator[str]:
        """All words that decide on the pattern."""
        return iter(())

    def said(self, told: Told, *, led: bool) -> str:
        """The pattern as often as the part stands there."""
        source = self.source(told, led=led)
        return f"(?:{source}){self.times}" if self.times else source

    def fits(self, told: Told) -> bool:
        """Whether a text with these words may have the part."""
        return told is None or not any(need.isdisjoint(told) for need in self.needs)

    @property
    def sure(self) -> tuple[frozenset[str], ...]:
        """What is needed for the part, if it cannot be missing."""
        return () if self.times else self.needs


class Plain(Part):
    """A sign or a word."""

    def __init__(
        self,
        bare: str,
        led: str | None = None,
        *,
        word: str = "",
        times: str = "",
        between: bool = False,
        wide: bool = True,
    ) -> None:
        self._bare = bare
        self._led = BETWEEN + bare if led is None else led
        self.words = frozenset((word,)) if word else frozenset()
        self.needs = (self.words,) if word else ()
        self.times = times
        self.between = between
        self.wide = wide
        self.room = int(bool(times))

    def source(self, told: Told, *, led: bool) -> str:
        return self._led if led else self._bare


class Either(Part):
    """One of some parts; or none, where one of them is empty."""

    def __init__(self, parts: list[Part]) -> None:
        self._parts = [part for part in parts if part is not NOTHING]
        self.times = "?" if len(self._parts) < len(parts) else ""
        self.size = measured(sum(part.size for part in self._parts))
        self.room = bool(self.times) + max((part.room for part in self._parts), default=0)
        self.few = max((part.few for part in self._parts), default=0)
        if all(part.sure for part in self._parts):
            self.needs = (frozenset().union(*(surest(part.sure) for part in self._parts)),)
        if all(part.words and not part.times for part in self._parts):
            self.words = frozenset().union(*(part.words for part in self._parts))

    def fits(self, told: Told) -> bool:
        return bool(self.times) or (super().fits(told) and any(part.fits(told) for part in self._parts))

    def source(self, told: Told, *, led: bool) -> str:
        parts = [part for part, need in self._choice if told is None or not need or not need.isdisjoint(told)]
        return f"(?:{'|'.join(part.said(told, led=led) for part in parts) or '(?!)'})"

    def vocabulary(self) -> Iterator[str]:
        for part, need in self._choice:
            yield from need
            yield from part.vocabulary()

    @cached_property
    def _choice(self) -> list[tuple[Part, frozenset[str]]]:
        """Each part, with what it needs where there are so many that it is worth to look."""
        many = len(self._parts) > _MANY
        return [(part, surest(part.sure) if many and part.sure else frozenset()) for part in self._parts]


class Run(Part):
    """Parts without space between them."""

    def __init__(self, parts: list[Part]) -> None:
        _add(self, parts)
        words = groupby(parts, key=lambda part: part.between)
        self._parts = [part for between, word in words for part in (word if between else [_Word(*word)])]
        self.needs = tuple(need for part in self._parts for need in part.needs)

    def source(self, told: Told, *, led: bool) -> str:
        first, *rest = self._parts
        return first.said(told, led=led) + "".join(part.said(told, led=False) for part in rest)

    def vocabulary(self) -> Iterator[str]:
        return (word for part in self._parts for word in part.vocabulary())


class _Word(Part):
    """Parts of one word, of which the first may be a phrase that ends in it: elect* is what begins so."""

    def __init__(self, first: Part, *rest: Part) -> None:
        self._first = first
        self._rest = rest
        _add(self, [first, *rest])
        measured(math.prod(max(1, len(part.words)) for part in (first, *rest)))
        known = list(takewhile(lambda part: part.words, rest))
        ends = {"".join(end) for end in product(*({*part.words, *[""] * bool(part.times)} for part in known))}
        self._ends = ends if len(known) == len(rest) else {f"{end}*" for end in ends}
        if first.words:
            words = {begin + end for begin in {*first.words, *[""] * bool(first.times)} for end in self._ends}
            self.needs = () if words & {"", "*"} else (frozenset(words),)
        else:
            self.needs = tuple(need.union(self._ended(need)) for need in first.sure)

    def source(self, told: Told, *, led: bool) -> str:
        begun = told and told.union(word.removesuffix(end) for word in told for end in self._ends if word.endswith(end))
        return self._first.said(begun, led=led) + "".join(part.said(None, led=False) for part in self._rest)

    def vocabulary(self) -> Iterator[str]:
        return self._ended(self._first.vocabulary())

    def _ended(self, words: Iterable[str]) -> Iterator[str]:
        return (form for word in words for form in (word, *(word + end for end in self._ends)))


class Sequence(Part):
    """Parts one after the other: the space between belongs to the one behind it, and may be missing with it."""

    def __init__(self, parts: list[Part]) -> None:
        self._parts = parts
        _add(self, parts)
        self.needs = tuple(need for part in parts for need in part.sure)

    def fits(self, told: Told) -> bool:
        return super().fits(told) and all(part.times or part.fits(told) for part in self._parts)

    def source(self, told: Told, *, led: bool) -> str:
        source, begun = "", led
        for part in self._parts:
            if part is SHORT:
                source += rf"(?!\w){_FEW}"
            elif begun:
                source += part.said(told, led=True)
            elif part.times:
                source += f"(?:{part.source(told, led=False)}{BETWEEN}){part.times}"
            else:
                source += part.source(told, led=False)
                begun = part.wide
        return source

    def vocabulary(self) -> Iterator[str]:
        return (word for part in self._parts for word in part.vocabulary())


class Ahead(Part):
    """That what follows is a part, or is not."""

    wide = False

    def __init__(self, sign: str, part: Part) -> None:
        self._sign = sign
        self._part = part
        _add(self, [part])

    def source(self, told: Told, *, led: bool) -> str:
        return rf"(?{self._sign}{self._part.said(told, led=led)}(?!\w))"

    def vocabulary(self) -> Iterator[str]:
        return self._part.vocabulary()


def _add(whole: Part, parts: list[Part]) -> None:
    whole.size = measured(sum(part.size for part in parts))
    whole.room = sum(part.room for part in parts)
    whole.few = sum(part.few for part in parts)


def measured(size: int) -> int:
    """`size`, where a pattern may have it. OptionError where it would be too long to search for."""
    if size > _LARGEST:
        raise OptionError("it comes to too many words: a list that uses lists that use lists has all their ways")
    return size


SHORT = Plain(_FEW, _FEW)
SHORT.few = 1
STAR = Plain(r"[\w’'-]*")
NOTHING = Sequence([])


def surest(needs: Iterable[frozenset[str]]) -> frozenset[str]:
    """Of what several parts need, that which is rarest in a text: no word at all, as of an empty list, or the longest ones."""
    return max(needs, key=lambda words: min(map(len, words), default=math.inf))
