"""What an example says of itself in figures: the years in which it stands, and how large the thing was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ecqlint.language import Sentence

_YEAR = re.compile(r"(?<![\w$#.,-])(?:19[5-9]\d|20\d\d)(?![\w%]|,\d|\.\d)")
# Before the year of a statute or of a source, which is none of the story's.
_CITED = re.compile(
    r"\b(?:acts?|laws?|orders?|statutes?|code|amendments?|treaty|agreement|regulations?) of $|\([^()\n]{0,60}$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£]\s?\d(?:[\d.,]*\d)?(?:[ -](?:thousand|million|billion|trillion))?|\b[\w.,]+ (?:(?:million|billion|trillion) )?dollars\b",
    re.IGNORECASE,
)
_POWERS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PEOPLE = re.compile(
    r"people|person|staff|member|employee|worker|officer|manager|supervisor|engineer|inspector|lawyer|attorney|nurse|teacher|agent"
    r"|contractor|soldier|sailor|marine|volunteer|household|family|patient|customer|user|resident|student|civilian|veteran"
    r"|\w+(?:ee|ist|yst|ian|eer|man)"
)
# What a number may count without saying how large anything is: time, shares, ranks and references.
_MEASURES = frozenset(
    """
    second minute hour day night evening morning afternoon week weekend month quarter season year decade century o'clock a.m. p.m. am pm
    percent % point percentage time grade page version phase title section chapter level degree half third fourth fifth tenth
    january february march april may june july august september october november december
    """.split()
)


def years(text: str, span: Span) -> Iterator[Span]:
    """The years that are named in a span of the text, but for those of statutes and sources."""
    for found in _YEAR.finditer(text, span.start, span.end):
        if not _CITED.search(text, max(span.start, found.start() - 64), found.start()):
            yield Span(*found.span())


def scope(sentences: Iterable[Sentence]) -> Iterator[Span]:
    """Each amount of money, and each number of people, places or things, with what it counts.

    The largest sum comes first, then the most people, then the most of anything else, then the next largest of each, by turns;
    small numbers come last.
    """
    money: list[tuple[float, Span]] = []
    people: list[tuple[float, Span]] = []
    things: list[tuple[float, Span]] = []
    small: list[Span] = []
    for sentence in sentences:
        start = sentence.span_of(sentence.tokens[0]).start
        for found in _MONEY.finditer(sentence.tokens.text):
            money.append((_size(found[0]), Span(*found.span()).shifted(start)))
        for token in filter(_counts, sentence.tokens):
            first = next((child for child in token.children if child.tag_ == "CD"), token)
            span = sentence.span_of(first, token.head)
            size = _size(f"{first.text} {token.text}" if first != token else token.text)
            if size == 1:
                small.append(span)
            else:
                (people if _PEOPLE.fullmatch(token.head.lemma_.lower()) else things).append((size, span))
    ranked = ([span for _, span in sorted(of, key=lambda amount: -amount[0])] for of in (money, people, things))
    yield from (span for turn in zip_longest(*ranked) for span in turn if span)
    yield from small


def _size(amount: str) -> float:
    """How much an amount comes to, as far as figures say; a number in words is small."""
    figures = _DIGITS.search(amount)
    size = float(figures[0].replace(",", "")) if figures else 1.0
    for word in re.findall(r"[a-z]+", amount.lower()):
        size *= _POWERS.get(word, 1.0)
    return size


def _counts(token: Token) -> bool:
    """Whether the token is a number of people, places or things: not of days, not a share, not a date or a rank."""
    counted = token.head
    return (
        token.tag_ == "CD"
        and not _YEAR.fullmatch(token.text)
        and token.dep_ in ("nummod", "compound")
        and counted.tag_ in ("NN", "NNS")
        and counted.lemma_.lower() not in _MEASURES
        and not any(child.tag_ == "$" for child in token.children)
    )
