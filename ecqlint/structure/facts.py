"""What an example says of itself in figures: the years in which it stands, and how large the thing was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ecqlint.language import Sentence

_YEAR = re.compile(r"(?<![\w$#.,-])(?:19[5-9]\d|20\d\d)(?![\w%]|,\d|\.\d)")
_MONEY = re.compile(
    r"[$€£]\s?\d(?:[\d.,]*\d)?(?:[ -](?:thousand|million|billion|trillion))?|\b[\w.,]+ (?:(?:million|billion|trillion) )?dollars\b",
    re.IGNORECASE,
)
# What a number may count without saying how large anything is: time, shares, ranks and references.
_MEASURES = frozenset(
    """
    second minute hour day week month quarter year decade century a.m. p.m. am pm
    percent % point percentage time grade page version phase title section chapter level
    january february march april may june july august september october november december
    """.split()
)


def years(text: str, span: Span) -> Iterator[Span]:
    """The years that are named in a span of the text."""
    return (Span(*found.span()) for found in _YEAR.finditer(text, span.start, span.end))


def scope(sentences: Iterable[Sentence]) -> Iterator[Span]:
    """Each amount of money, and each number of people, places or things, with what it counts."""
    for sentence in sentences:
        start = sentence.span_of(sentence.tokens[0]).start
        yield from (Span(*found.span()).shifted(start) for found in _MONEY.finditer(sentence.tokens.text))
        yield from (sentence.span_of(token, token.head) for token in sentence.tokens if _counts(token))


def _counts(token: Token) -> bool:
    """Whether the token is a number of people, places or things: not of days, not a share, not a date or a rank."""
    counted = token.head
    return (
        token.tag_ == "CD"
        and not _YEAR.fullmatch(token.text)
        and token.dep_ in ("nummod", "compound")
        and counted.tag_ in ("NN", "NNS")
        and counted.lemma_.lower() not in _MEASURES
    )
