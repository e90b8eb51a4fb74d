"""What measures: numbers, shares, ranks, dates, and the words that count without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DATES = frozenset(
    """
    january february march april june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday spring summer autumn winter christmas thanksgiving easter overnight
    """.split()
)
_SHARES = re.compile(
    r"(?:double|triple|treble|quadruple|halve)[ds]?|half|halves|quarters?|thirds?|twice|thrice|\w+fold|dozens?|percent|zero|none|nobody|cents?"
)
_KINDS = frozenset("kind manner sort".split())
_UNIVERSAL = frozenset("all every each no both neither".split())


def is_measure(token: Token) -> bool:
    """Whether the word measures something: a number, a share, a date, or "no" and "every" of a subject."""
    word = token.lower_
    if word == "one":
        return _counts_one(token)
    if word == "second" and _after(token) in ("nature", "hand", "thought", "thoughts"):
        return False
    if word == "first" and token.i > token.sent.start and token.nbor(-1).lower_ == "at":
        return False
    if token.like_num or any(character.isdigit() for character in token.text):
        return not _identifies(token)
    if _SHARES.fullmatch(word):
        return True
    if word in _DATES:
        return token.pos_ in ("PROPN", "NOUN") and (token.is_title or token.dep_ in ("pobj", "npadvmod"))
    sorts = token.head.lemma_ in _KINDS  # all sorts of gains are none that were counted
    return word in _UNIVERSAL and token.dep_ == "det" and token.head.dep_ in SUBJECTS and not sorts


def has_measure(tokens: Iterable[Token]) -> bool:
    """Whether one of the words measures something."""
    return any(is_measure(token) for token in tokens)


def _counts_one(token: Token) -> bool:
    """Not one, only one, one in four, no one: but not one another, or one team."""
    if _after(token) == "another":
        return False
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    return before in ("no", "not", "only", "just", "than", "to", "from") or _after(token) in ("in", "of", "-")


def _after(token: Token) -> str:
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def _identifies(number: Token) -> bool:
    """Whether the number only says which are meant: the two shops."""
    noun = number.head
    definite = any(
        child.dep_ in ("det", "poss") and child.lower_ in ("the", "these", "those", "our", "their")
        for child in noun.children
    )
    return number.dep_ == "nummod" and number.is_alpha and definite and noun.dep_ in SUBJECTS
