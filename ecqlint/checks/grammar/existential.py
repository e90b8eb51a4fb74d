"""Verbs whose subject stands behind them: there was four objections; in the yard was two cranes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, SUBJECTS, is_word
from ecqlint.checks.grammar.agreement import PLURAL_OF
from ecqlint.checks.grammar.counting import COLLECTIVE, MEASURES
from ecqlint.checks.grammar.slip import Looks, Slip
from ecqlint.checks.grammar.subjunctive import SINGULAR_OF

if TYPE_CHECKING:
    from spacy.tokens import Token


def _inverted(be: Token) -> Iterator[Slip]:
    """In the yard was two cranes; what was the results?"""
    if be.dep_ not in ("ROOT", "conj", "ccomp"):
        return
    subject = next((c for c in be.rights if c.dep_ in ("attr", "nsubj") and c.tag_ == "NNS"), None)
    if subject is None or any(child.dep_ in (*SUBJECTS, "expl") for child in be.lefts):
        return
    opens = [child for child in be.lefts if not child.is_punct and child.dep_ not in ("cc", "advmod")]
    place = bool(opens) and (
        opens[-1].dep_ == "prep" or (opens[-1].lower_ in ("what", "where") and be.sent[-1].text == "?")
    )
    lemma = subject.lemma_.lower()
    if (
        place
        and subject.lower_.endswith("s")
        and lemma not in COLLECTIVE | MEASURES
        and subject.lower_ not in COLLECTIVE
    ):
        yield Slip(be, be, PLURAL_OF[be.lower_], subject)


def _existential(there: Token) -> Iterator[Slip]:
    """There was four objections."""
    if there.dep_ != "expl":
        return
    be = there.head
    first = next((t for t in be.children if t.dep_ in AUXILIARIES), be)
    noun = next((child for child in be.children if child.dep_ in ("attr", "nsubj", "dobj") and child.i > be.i), None)
    if noun is not None and any(
        child.dep_ == "conj" and child.i > noun.i and child.pos_ == "NOUN" for child in be.children
    ):
        return  # a chair and two desks
    if noun is None or first.i < there.i:
        return
    joined = any(child.dep_ in ("conj", "cc") for child in noun.children)
    if (
        first.lower_ in ("was", "is", "'s", "has")
        and noun.tag_ == "NNS"
        and noun.lemma_.lower() not in COLLECTIVE | MEASURES
        and noun.lower_.endswith("s")
    ):
        if not any(child.lower_ in ("a", "an", "one", "more") for child in noun.children):
            yield Slip(there if first == there.nbor(1) else first, first, None, noun)
    elif (
        first.lower_ in ("were", "are", "have")
        and not joined
        and noun.tag_ == "NN"
        and any(child.lower_ in ("a", "an", "one", "no") for child in noun.children)
    ) and (
        noun.lower_ not in COLLECTIVE
        and not any(child.lower_ == "of" for child in noun.children)
        and is_word(noun.lower_)
    ):
        yield Slip(first, first, SINGULAR_OF[first.lower_], noun)


looks = Looks("does not agree with {beside}", words={_existential: ("there",), _inverted: ("was", "is")})
