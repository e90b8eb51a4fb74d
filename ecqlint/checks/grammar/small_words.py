"""Small words too many or wrong: to from, asked to the governor, in a same week, much of the beds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.counting import COLLECTIVE
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions that no other may follow or come before, where no clause ends between them.
_BEFORE_OF = frozenset("at by for from in on to with".split())
_TELLING = frozenset("ask tell inform persuade convince assure".split())


def _two_prepositions(token: Token) -> Iterator[Slip]:
    """Raised the limit to from $25 to $100; asked for to see; all with of the ports."""
    before = preceding(token)
    if before is None or before.pos_ not in ("ADP", "PART") or not before.whitespace_ or not token.text.islower():
        return
    wrong = (before.lower_ in _BEFORE_OF and token.lower_ == "of") or (before.lower_, token.lower_) in (
        ("to", "from"),
        ("for", "to"),
    )
    gap = any(word.tag_ in ("WP", "WDT", "WRB") or word.dep_ == "relcl" for word in token.sent)
    if wrong and not gap and before.dep_ != "prt":
        yield Slip(before, token, token.text)


def _told_to(verb: Token) -> Iterator[Slip]:
    """I asked to the governor for a waiver."""
    to = following(verb)
    if verb.pos_ != "VERB" or to is None or to.lower_ != "to" or to.head != verb or to.dep_ not in ("prep", "dative"):
        return
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children) or verb.dep_ in ("acl", "amod")
    heard = next((child for child in to.children if child.dep_ == "pobj"), None)
    if heard is None or passive or verb.tag_ == "VBN":
        return
    if heard.tag_ == "PRP" or (is_person(heard) and any(child.dep_ in ("det", "poss") for child in heard.children)):
        yield Slip(to, to)


def _same(token: Token) -> Iterator[Slip]:
    """In a same week."""
    article, after = preceding(token), following(token)
    if article is not None and article.lower_ == "a" and after is not None and after.pos_ in ("NOUN", "ADJ"):
        yield Slip(article, token, "the same")


def _much_of(much: Token) -> Iterator[Slip]:
    """Much of the beds were empty."""
    of = following(much)
    if of is None or of.lower_ != "of" or much.dep_ not in SUBJECTS:
        return
    for noun in of.children:
        lemma = noun.lemma_.lower()
        plural = noun.tag_ == "NNS" and noun.lower_.endswith("s") and noun.lower_ != lemma and noun.text.islower()
        counted = plural and lemma not in COLLECTIVE and noun.lower_ not in COLLECTIVE
        if noun.dep_ == "pobj" and counted and any(child.dep_ in ("det", "poss") for child in noun.children):
            yield Slip(much, much, "many" if much.text.islower() else "Many")


looks = Looks(
    "has a small word wrong or too many",
    {
        _two_prepositions: ("of", "from", "to"),
        _told_to: {verb + ending for verb in _TELLING for ending in ("", "s", "ed", "d", "ing")} | {"told"},
        _same: ("same",),
        _much_of: ("much",),
    },
)
