"""An error of grammar as a check finds it, where it is looked for, and the neighbours of a token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    Look = Callable[[Token], Iterator["Slip"]]


class Slip(NamedTuple):
    """Words that are wrong, and what should stand there, where that is certain."""

    first: Token
    last: Token
    right: str | None = None


def following(token: Token, by: int = 1) -> Token | None:
    """The token `by` places on, in the same sentence."""
    doc, end = token.doc, token.i + by
    if end >= len(doc) or any(doc[i].is_sent_start for i in range(token.i + 1, end + 1)):
        return None
    return doc[end]


def preceding(token: Token) -> Token | None:
    """The token before, in the same sentence."""
    return None if token.is_sent_start or token.i == 0 else token.doc[token.i - 1]


def cased(token: Token, right: str) -> str:
    """`right`, with a capital where the token has one."""
    return right.capitalize() if token.text[0].isupper() else right


def at_words(words: Mapping[Look, Iterable[str]]) -> Callable[[Tokens], Iterator[Slip]]:
    """A search of a sentence for slips, each look only at the words that it is for, as they are spelled in small letters."""
    looks: dict[str, list[Look]] = {}
    for look, those in words.items():
        for word in those:
            looks.setdefault(word, []).append(look)

    def slips(sentence: Tokens) -> Iterator[Slip]:
        for token in sentence:
            for look in looks.get(token.lower_, ()):
                yield from look(token)

    return slips
