"""The notation in which a rule's options write phrases, and the patterns that it stands for.

    (fast|) asleep                        one of the alternatives; of nothing, where the words may be missing
    whose {grasp} ..3 (ended|stopped)     a list of the options, by its name; up to three words
    a _ of great promise                  any one word; {Name} is one with a capital
    had ... in mind                       anything short in the same clause
    mourn* that *ing                      words that begin so, that end so
    put it kindly !(pleased|upset)        not before these
    a Republican mayor                    a capital wants a capital; small letters take either

Between words may stand white space or a hyphen. "not" is "n't" too, and an apostrophe of either kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from re import Match, Pattern

_BETWEEN = r"(?:\s*-\s*|\s+)"
_NOT = r"(?:\s*n['’]t|\s*not)"
_NAME = r"(?-i:[A-Z][\w’'-]*\w)"
_ONE = r"[\w’'.-]*\w"
_FEW = r"[^.;:]{1,60}?"
_TOKENS = re.compile(
    r"(?P<space>\s+)|(?P<few>\.\.\.)|\.\.(?P<gap>\d+)|\{(?P<list>\w+)\}|(?P<open>!?\()|(?P<close>\))|(?P<bar>\|)|(?P<star>\*)"
    r"|(?P<one>_)|(?P<mark>\s*[,;:])|(?P<word>[^\W_]+)|(?P<hyphen>-)|(?P<apostrophe>['’])|(?P<other>[.$%/])"
)


class Phrases:
    """Phrases in the notation, to be found in a text as it stands; `lists` are what stands in braces, phrases themselves.

    ValueError, at the first search, for brackets that are not closed and for braces that name no list.
    """

    def __init__(self, phrases: Iterable[str], lists: Mapping[str, Iterable[str]] | None = None) -> None:
        self._phrases = tuple(phrases)
        self._lists = lists or {}

    @cached_property
    def _patterns(self) -> list[tuple[frozenset[str], Pattern[str]]]:
        """Of each phrase the words that it needs, and its pattern."""
        parts = [_Reader(phrase, self._lists).read() for phrase in self._phrases]
        return [(part.need, re.compile(rf"(?<!\w)(?:{part.bare})(?!\w)", re.IGNORECASE)) for part in parts]

    def find(self, text: str) -> Iterator[Match[str]]:
        """Each place of a phrase in the text, phrase by phrase."""
        lowered = text.lower()
        for need, pattern in self._patterns:
            if not need or any(word in lowered for word in need):
                yield from pattern.finditer(text)


@dataclass(frozen=True)
class _Part:
    """Some words of a phrase, as a pattern without (`bare`) and with the space before them (`led`).

    `times` says how often they stand there. Of the words of `need`, in small letters, a text must have one for the part to be in it;
    of none where nothing is sure.
    """

    bare: str
    led: str
    times: str = ""
    need: frozenset[str] = frozenset()

    def said(self, source: str) -> str:
        """`source` as often as the part stands there."""
        return f"(?:{source}){self.times}" if self.times else source


_LOOSE = "?"
_SHORT = _Part(_FEW, _FEW)


class _Reader:
    """Reads one phrase, from left to right."""

    def __init__(self, phrase: str, lists: Mapping[str, Iterable[str]]) -> None:
        self._phrase = phrase
        self._lists = lists
        self._tokens = list(_TOKENS.finditer(phrase))
        self._at = 0
        if "".join(token[0] for token in self._tokens) != phrase:
            raise ValueError(f"{phrase!r} has a sign that no phrase can have")

    def read(self) -> _Part:
        """The whole phrase."""
        part = self._sequence()
        if self._kind:
            raise ValueError(f"{self._phrase!r} has a bracket or bar too many")
        return part

    @property
    def _kind(self) -> str | None:
        return self._tokens[self._at].lastgroup if self._at < len(self._tokens) else None

    def _sequence(self) -> _Part:
        """What stands one after the other, up to a bar or a bracket that closes."""
        runs: list[_Part] = []
        while self._kind not in (None, "bar", "close"):
            if self._kind == "space":
                self._at += 1
            else:
                runs.append(self._run())
        return _in_order(runs)

    def _run(self) -> _Part:
        """What stands together without a space."""
        first, rest, need = self._atom(), "", []
        need.append(first.need)
        while self._kind not in (None, "bar", "close", "space", "mark"):
            atom = self._atom()
            rest += atom.said(atom.bare)
            need.append(frozenset() if atom.times else atom.need)
        if not rest:
            return first
        return _Part(first.said(first.bare) + rest, first.said(first.led) + rest, need=_surest(need))

    def _atom(self) -> _Part:
        token = self._tokens[self._at]
        self._at += 1
        match token.lastgroup:
            case "few":
                return _SHORT
            case "gap":
                return _Part(_ONE, _BETWEEN + _ONE, times=f"{{0,{token['gap']}}}?")
            case "list":
                return self._list(token["list"])
            case "open":
                group = self._group()
                return _Part(f"(?!{group.bare}(?!\\w))", f"(?!{group.led}(?!\\w))") if token[0] == "!(" else group
            case "star":
                return _word(r"[\w’'-]*")
            case "one":
                return _word(_ONE)
            case "mark":
                return _Part(re.escape(token[0].strip()), rf"\s*{re.escape(token[0].strip())}")
            case "hyphen":
                return _word(_BETWEEN)
            case "apostrophe":
                return _Part("['’]", r"\s?['’]")
            case _:
                return _literal(token[0])

    def _group(self) -> _Part:
        """Alternatives in brackets; the one that opens has been read."""
        parts = [self._sequence()]
        while self._kind == "bar":
            self._at += 1
            parts.append(self._sequence())
        if self._kind != "close":
            raise ValueError(f"{self._phrase!r} has a bracket that does not close")
        self._at += 1
        return _either(parts)

    def _list(self, name: str) -> _Part:
        if name == "Name":
            return _word(_NAME)
        if name not in self._lists:
            raise ValueError(f"{self._phrase!r} speaks of {{{name}}}, which is no list of the options")
        others = {other: phrases for other, phrases in self._lists.items() if other != name}  # no list stands in itself
        return _either([_Reader(phrase, others).read() for phrase in sorted(self._lists[name], key=len, reverse=True)])


def _word(source: str, need: frozenset[str] = frozenset()) -> _Part:
    return _Part(source, _BETWEEN + source, need=need)


def _literal(word: str) -> _Part:
    if word == "not":
        return _Part(word, _NOT)
    source = re.escape(word)
    return _word(source if word.islower() else f"(?-i:{source})", frozenset((word.lower(),)))


def _either(parts: list[_Part]) -> _Part:
    """One of the parts; none, where one of them is empty."""
    whole = [part for part in parts if part.bare]
    need = frozenset().union(*(part.need for part in whole)) if all(part.need for part in whole) else frozenset()
    bare, led = ("|".join(part.said(getattr(part, how)) for part in whole) for how in ("bare", "led"))
    return _Part(f"(?:{bare})", f"(?:{led})", _LOOSE if len(whole) < len(parts) else "", need)


def _in_order(parts: list[_Part]) -> _Part:
    """The parts one after the other: the space between belongs to the one behind it, and may be missing with it."""
    bare = led = ""
    begun = False
    for before, part in zip([None, *parts], parts, strict=False):
        if before is _SHORT:
            bare += rf"\b{part.said(part.bare)}"
            led += rf"\b{part.said(part.bare)}"
            continue
        led += part.said(part.led)
        if begun:
            bare += part.said(part.led)
        elif part.times:
            bare += part.said(part.bare + _BETWEEN)
        else:
            bare += part.bare
            begun = not part.bare.startswith("(?!")
    return _Part(bare, led, need=_surest([part.need for part in parts if not part.times]))


def _surest(needs: Iterable[frozenset[str]]) -> frozenset[str]:
    """Of what several parts need, that which is rarest in a text: the longest words."""
    return max(filter(None, needs), key=lambda words: min(map(len, words)), default=frozenset())
