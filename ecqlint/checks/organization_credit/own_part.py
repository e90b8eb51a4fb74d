"""Whether the writer's own part is told beside a deed of "we": in its clause, the clauses before it, or by saying who "we" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, governor, is_writer, own_subject, subject, verbs
from ecqlint.checks._english.people import is_person
from ecqlint.checks.organization_credit.doers import MEASURES, sharing
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
# What parties do after each has said what it wants: I asked for dawn; we settled for noon.
_COMING_TO_TERMS = frozenset("agree compromise settle".split())
_THIRD = frozenset(("he", "she", "his", "her", "him"))


def names_writer(sentence: Sentence, who: Token, previous: Sentence | None, following: Sentence | None) -> bool:
    """Whether the sentence names the writer's own act beside, or says who "we" are: Gil and I; we argued over every line."""
    if any(is_writer(token) for token in who.subtree):
        return True
    if any(is_writer(token) and token.i < who.i and _acts(token) for token in sentence.tokens):
        return True
    if who.lower_ != "we":
        return False
    if _is_told_apart(sentence, who) or (following is not None and _divides(following)):
        return True
    things = (child for verb in sharing(who.head) for child in verb.children if child.dep_ == "dobj")
    if who.head.lemma_ in _COMING_TO_TERMS and not any(things):
        return previous is not None and any(is_writer(token) and _acts(token) for token in previous.tokens)
    words = {token.lower_ for token in sentence.tokens if token.i > who.i}
    if any(token.lower_ in ("other", "another") and _is_mutual(token, who) for token in sentence.tokens):
        return True  # we write each other
    if words & FIRST_PERSON and words & _THIRD:
        return True  # we split it: his half, my half
    if previous is None or previous.block is not sentence.block or any(t.lower_ == "with" for t in who.head.children):
        return False
    if any(is_writer(token) and (token.dep_ == "conj" or _is_joined(token, previous)) for token in previous.tokens):
        return True
    return _has_companion(previous) and not any(_counts(token) for token in sentence.tokens)


def _is_mutual(other: Token, who: Token) -> bool:
    """Whether "each other" or "one another" means those of whom the clause tells: we write each other, but not we got them to."""
    before = other.nbor(-1).lower_ if other.i else ""
    verb = governor(other)
    return (
        (before, other.lower_) in (("each", "other"), ("one", "another")) and verb is not None and subject(verb) == who
    )


def _is_told_apart(sentence: Sentence, who: Token) -> bool:
    """Whether a colon or semicolon parts "we" from what the writer did of it: we designed it: I drew the tables."""
    marks = [token.i for token in sentence.tokens if token.text in (":", ";", "—", "–") and token.i > who.i]
    return bool(marks) and any(
        is_writer(token) and token.i > marks[0] and _acts(token) and token.dep_ == "nsubj" for token in sentence.tokens
    )


def _divides(following: Sentence) -> bool:
    """Whether the sentence says what the writer and what another did of it: I took the churches; my deputy took the hunters."""
    done = [(who, verb) for verb in verbs(following) if (who := own_subject(verb)) is not None]
    mine = {verb.lemma_ for who, verb in done if is_writer(who)}
    return any(verb.lemma_ in mine for who, verb in done if not is_writer(who))


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
