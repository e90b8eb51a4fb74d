"""Relative clauses with a pronoun too many or the wrong one: a gate, which it saved money; a driver which cannot read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.counting import COLLECTIVE
from ecqlint.checks.grammar.partitives import SHARES
from ecqlint.checks.grammar.slip import Looks, Slip

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


def _of_them(pronoun: Token) -> Iterator[Slip]:
    """Nine bills, none of them which had passed: the pronoun that joins the clause is there twice."""
    them, of, verb = preceding(pronoun), preceding(preceding(pronoun) or pronoun), following(pronoun)
    share = preceding(of) if of is not None else None
    if them is None or of is None or share is None or verb is None or (them.lower_, of.lower_) != ("them", "of"):
        return
    before = preceding(share)
    loose = share.lower_ in SHARES | {"none", "neither"} and before is not None and before.text == ","
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or verb.dep_ in SUBJECTS
    if loose and finite and share.dep_ not in SUBJECTS:
        yield Slip(them, pronoun, "which" if pronoun.lower_ == "which" else "whom")


looks = Looks(
    "joins its clause wrongly", {_resumed: ("which", "who"), _person: ("which",), _of_them: ("which", "who", "whom")}
)
