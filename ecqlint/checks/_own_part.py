"""Whether the writer's own part is told beside a deed of "we": in its clause, the clauses before it, or by saying who "we" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._doers import MEASURES
from ecqlint.checks._grammar import FIRST_PERSON, governor, is_writer, subject
from ecqlint.checks._people import is_person
from ecqlint.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# How the writer came to be there, thinks and feels, which is no part in what was done.
_NO_PART = frozenset(
    """
    arrive be become begin believe come describe feel inherit join know leave look mention note recall remember retire return say see
    start think trust
    """.split()
)
_THIRD = frozenset(("he", "she", "his", "her", "him"))


def names_writer(sentence: Sentence, who: Token, previous: Sentence | None) -> bool:
    """Whether the sentence names the writer's own act beside, or says who "we" are: Gil and I; we argued over every line."""
    if any(is_writer(token) for token in who.subtree):
        return True
    if any(is_writer(token) and token.i < who.i and _acts(token) for token in sentence.tokens):
        return True
    if who.lower_ != "we":
        return False
    words = {token.lower_ for token in sentence.tokens if token.i > who.i}
    if {"each", "other"} <= words or {"one", "another"} <= words:
        return True  # we write each other
    if words & FIRST_PERSON and words & _THIRD:
        return True  # we split it: his half, my half
    if previous is None or previous.block is not sentence.block or any(t.lower_ == "with" for t in who.head.children):
        return False
    if any(is_writer(token) and (token.dep_ == "conj" or _is_joined(token, previous)) for token in previous.tokens):
        return True
    return _has_companion(previous) and not any(_counts(token) for token in sentence.tokens)


def _is_joined(writer: Token, sentence: Sentence) -> bool:
    """Whether the writer is one of two: I and the mayor; my deputy, Ruth Amsel, and I."""
    if writer.i + 1 < len(writer.doc) and writer.nbor(1).lower_ == "and":
        return True
    before = writer.doc[sentence.tokens.start : writer.i]
    return len(before) > 1 and before[-1].lower_ == "and" and not any(t.pos_ in ("VERB", "AUX") for t in before)


def _acts(writer: Token) -> bool:
    """Whether what the writer is said to do there may be a part in the deed."""
    verb = governor(writer)
    if writer.dep_ == "nsubjpass":
        return False
    return verb is None or verb.lemma_ not in _NO_PART


def _has_companion(previous: Sentence) -> bool:
    """Whether the writer was with somebody: I sat with the chief until dark; I asked the ranchers to ride with me."""
    for token in previous.tokens:
        if token.dep_ != "pobj" or token.head.lower_ not in ("with", "beside", "alongside"):
            continue
        if is_writer(subject(previous.tokens.root)) and token.lower_ == "me":
            return True
        verb = governor(token)
        if (is_person(token) or token.pos_ == "PROPN") and verb is not None and is_writer(subject(verb)):
            return True
    return False


def _counts(token: Token) -> bool:
    """Whether the number counts what was done, and not the time that it took."""
    return token.pos_ == "NUM" and token.head.lemma_.lower() not in MEASURES
