"""An error of grammar as a check finds it, and where it is looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    Look = Callable[[Token], Iterator["Slip"]]


class Slip(NamedTuple):
    """Words that are wrong, what should stand there, where that is certain, and the word that they do not go with."""

    first: Token
    last: Token
    right: str | None = None
    beside: Token | None = None


def cased(token: Token, right: str) -> str:
    """`right`, with a capital where the token has one."""
    return right.capitalize() if token.text[0].isupper() else right


@dataclass(frozen=True)
class Looks:
    """Where a module looks for slips, and what is wrong with the words that it finds: {beside} is the word that they do not go with.

    `words` are spelled in small letters, `kinds` are the parser's parts of speech; `whole` looks at a sentence as such.
    """

    wrong: str
    words: Mapping[Look, Iterable[str]] = field(default_factory=dict)
    kinds: Mapping[Look, Iterable[str]] = field(default_factory=dict)
    whole: tuple[Callable[[Tokens], Iterator[Slip]], ...] = ()


def search(several: Iterable[Looks]) -> Callable[[Tokens], Iterator[tuple[Slip, str]]]:
    """A search of a sentence for slips, each with what is wrong.

    All looks go in one pass: a look is cheap, to fetch a word from the parser is not.
    """
    words: dict[str, list[tuple[Look, str]]] = defaultdict(list)
    kinds: dict[str, list[tuple[Look, str]]] = defaultdict(list)
    whole = []
    for looks in several:
        whole += [(look, looks.wrong) for look in looks.whole]
        for asked, wanted in ((words, looks.words), (kinds, looks.kinds)):
            for look, those in wanted.items():
                for one in those:
                    asked[one].append((look, looks.wrong))

    def slips(sentence: Tokens) -> Iterator[tuple[Slip, str]]:
        for look, wrong in whole:
            yield from ((slip, wrong) for slip in look(sentence))
        for token in sentence:
            for at, wrong in (*words.get(token.lower_, ()), *kinds.get(token.pos_, ())):
                yield from ((slip, wrong.format(beside=f"“{slip.beside}”")) for slip in at(token))

    return slips
