"""Relative clauses with a pronoun too many or the wrong one: a gate, which it saved money; a driver which cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._counting import COLLECTIVE
from ecqlint.checks._people import is_person
from ecqlint.checks._slip import Slip, at_words, following, preceding

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN = frozenset(("dobj", "nsubj", "nsubjpass", "pobj", "advmod", "det", "poss", "attr", "dative", "mark"))


def _resumed(pronoun: Token) -> Iterator[Slip]:
    """I hired an accountant, who she found the error: the clause has its subject twice, and nothing left to stand for."""
    subject = following(pronoun)
    if subject is None or subject.tag_ != "PRP" or subject.dep_ != "nsubj" or pronoun.dep_ in _OWN:
        return
    verb = subject.head
    complete = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    if verb.dep_ == "relcl" and complete and verb.i - subject.i <= 2:
        yield Slip(pronoun, subject, pronoun.text)


def _person(which: Token) -> Iterator[Slip]:
    """A driver which cannot read the signs."""
    who = preceding(which)
    if who is None or who.pos_ != "NOUN" or who.lower_ in COLLECTIVE or not is_person(who):
        return
    # A letter of the director which arrived late.
    inside = who.dep_ in ("pobj", "conj", "appos") and who.head.head.pos_ not in ("VERB", "AUX")
    if which.dep_ in ("nsubj", "nsubjpass") and which.head.dep_ == "relcl" and which.head.head == who and not inside:
        yield Slip(which, which, "who")


slips = at_words({_resumed: ("which", "who"), _person: ("which",)})
