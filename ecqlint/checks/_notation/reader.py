"""Reads a phrase of the notation into its parts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ecqlint.checks._notation.parts import BETWEEN, NOTHING, SHORT, STAR, Ahead, Either, Part, Plain, Run, Sequence
from ecqlint.rule import OptionError

if TYPE_CHECKING:
    from ecqlint.checks._notation import Phrasebook

_NOT = r"(?:n['’]t|(?<=n)['’]t|not)"
_NAME = r"(?-i:[A-Z][\w’'-]*\w)"
_ONE = r"[\w’'.-]*\w(?:,\d+)*"
_END = r"(?:[.!?]|$)"
_REST = r"[^.;,)]*"
_EDGE = (
    r"(?:(?<![\s\S])|(?<=[,;:(—–-]\s)|(?<=[(—–\"“])|(?<=\band\s)|(?<=\bbut\s)|(?<=\bfor\s)|(?<=\bso\s)|(?<=\bor\s)|(?<=\bthat\s)"
    r"|(?=\s*(?:[,.;:)?!—–]|$)|\s+(?:and|but|or|so|when|while|where|as|in|under|at|for)\b))"
)
# How many words of a phrase may be missing, and how many "..." it may have.
_ROOM, _FEW = 24, 4
_TOKENS = re.compile(
    r"(?P<space>\s+)|(?P<few>\.\.\.)|\.\.(?P<gap>\d+)|\{(?P<list>\w+)\}|(?P<open>[!=]?\()|(?P<close>\))|(?P<bar>\|)|(?P<star>\*)"
    r"|(?P<one>_)|(?P<number>#)|(?P<edge>\^)|(?P<mark>\s*(?:[,;:]|\.(?!\w)))|(?P<word>[^\W_]+)|(?P<hyphen>-)|(?P<apostrophe>['’])|(?P<other>[.$%/])"
)


class Reader:
    """Reads one phrase, from left to right."""

    def __init__(self, phrase: str, book: Phrasebook) -> None:
        self._phrase = phrase
        self._book = book
        self._tokens = list(_TOKENS.finditer(phrase))
        self._at = 0
        if "".join(token[0] for token in self._tokens) != phrase:
            odd = _TOKENS.sub("", phrase)[0]
            raise OptionError(f"{phrase!r} has the sign {odd!r}, which no phrase can have")

    def read(self) -> Part:
        """The whole phrase."""
        try:
            part = self._sequence()
        except RecursionError:
            raise OptionError(f"{self._phrase!r} has brackets or lists too deep inside one another") from None
        if self._kind:
            raise OptionError(f"{self._phrase!r} has a bracket or bar too many")
        if part.room > _ROOM or part.few > _FEW or self._is_too_open():
            raise OptionError(f"{self._phrase!r} leaves so much open that to look for it would take too long")
        return part

    def _is_too_open(self) -> bool:
        """Whether two signs for any word stand side by side, or a gap is of a hundred words or more."""
        is_open = [token["list"] == "Name" or token.lastgroup in ("star", "one") for token in self._tokens]
        return any(map(all, pairwise(is_open))) or any(len(token["gap"] or "") > 2 for token in self._tokens)

    @property
    def _kind(self) -> str | None:
        return self._tokens[self._at].lastgroup if self._at < len(self._tokens) else None

    def _sequence(self) -> Part:
        """What stands one after the other, up to a bar or a bracket that closes."""
        runs: list[Part] = []
        while self._kind not in (None, "bar", "close"):
            if self._kind == "space":
                self._at += 1
            else:
                runs.append(self._run())
        if not runs:
            return NOTHING
        return runs[0] if len(runs) == 1 else Sequence(runs)

    def _run(self) -> Part:
        """What stands together without a space."""
        atoms = [self._atom()]
        while self._kind not in (None, "bar", "close", "space", "mark"):
            atoms.append(self._atom())
        return atoms[0] if len(atoms) == 1 else Run(atoms)

    def _atom(self) -> Part:
        token = self._tokens[self._at]
        self._at += 1
        match token.lastgroup:
            case "few":
                return SHORT if self._kind else Plain(_REST, _REST)
            case "gap":
                return Plain(_ONE, times=f"{{0,{token['gap']}}}?")
            case "list":
                return self._list(token["list"])
            case "open":
                group = self._group()
                return group if token[0] == "(" else Ahead(token[0][0], group)
            case "edge":
                return Plain(_EDGE, _EDGE, wide=False)
            case "number":
                return Plain(r"\d+(?:[.,]\d+)*")
            case "star":
                return STAR
            case "one":
                return Plain(_ONE)
            case "mark":
                mark = token[0].strip()
                mark = _END if mark == "." else mark
                return Plain(mark, rf"\s*{mark}", between=True)
            case "hyphen":
                return Plain(BETWEEN, BETWEEN, between=True)
            case "apostrophe":
                return Plain("['’]", r"\s?['’]", between=True)
            case "other":
                return Plain(re.escape(token[0]), between=True)
            case _:
                return _literal(token[0])

    def _group(self) -> Part:
        """Alternatives in brackets; the one that opens has been read."""
        parts = [self._sequence()]
        while self._kind == "bar":
            self._at += 1
            parts.append(self._sequence())
        if self._kind != "close":
            raise OptionError(f"{self._phrase!r} has a bracket that does not close")
        self._at += 1
        return Either(parts)

    def _list(self, name: str) -> Part:
        if name == "Name":
            return Plain(_NAME)
        part = self._book.part(name)
        if part is None:
            raise OptionError(f"{self._phrase!r} speaks of {{{name}}}, which is no list of the options")
        return part


def _literal(word: str) -> Part:
    if word == "not":
        return Plain(_NOT, rf"\s*{_NOT}")
    return Plain(word if word.islower() else f"(?-i:{word})", word=word.lower())
