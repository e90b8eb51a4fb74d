"""Each example says how large the thing was: how many people, how much money, how many places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.language import Reading, Sentence
from ecqlint.narrative import Example
from ecqlint.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONEY = re.compile(r"[$€£]\s?\d|\b(?:million|billion|trillion)\b|\bdollars\b", re.IGNORECASE)


def check(reading: Reading, *, measures: frozenset[str]) -> Iterator[Match]:
    """A match at the beginning of each example in which no number counts anything but `measures` (lemmas of time, rate and rank).

    Fields: number.
    """
    for section in reading.narrative.sections:
        for number, example in enumerate(section.examples, start=1):
            if not any(_scope(sentence, measures) for sentence in _told(reading, example)):
                yield Match(example.title or reading.opening(example.span), {"number": number})


def _told(reading: Reading, example: Example) -> Iterator[Sentence]:
    return (sentence for sentence in reading.sentences if sentence.span in example.span)


def _scope(sentence: Sentence, measures: frozenset[str]) -> bool:
    return bool(_MONEY.search(sentence.tokens.text)) or any(_counts(token, measures) for token in sentence.tokens)


def _counts(token: Token, measures: frozenset[str]) -> bool:
    """Whether the token is a number of people, places or things: not of days, not a share, not a date or a rank."""
    counted = token.head
    return (
        token.tag_ == "CD"
        and token.dep_ in ("nummod", "compound")
        and counted.tag_ in ("NN", "NNS")
        and counted.lemma_.lower() not in measures
    )
