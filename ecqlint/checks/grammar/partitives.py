"""Verbs that agree with the wrong noun of a partitive: each of the clerks have, eleven of whom has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import is_word
from ecqlint.checks._english.inflection import with_s
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.agreement import PLURAL_OF, UNCHANGED
from ecqlint.checks.grammar.counting import COLLECTIVE
from ecqlint.checks.grammar.slip import Looks, Slip
from ecqlint.checks.grammar.subjunctive import CAUSATIVES, SINGULAR_OF

if TYPE_CHECKING:
    from spacy.tokens import Token

SHARES = frozenset("all both each few many most one several some".split())


def _of_each(of: Token) -> Iterator[Slip]:
    """Each of the clerks have; eleven of whom has."""
    token, sentence = preceding(of), of.sent
    if token is None or token.i + 2 >= sentence.end:
        return
    before = token.nbor(-1).lower_ if token.i > sentence.start else ""
    one = token.lower_ in ("each", "either", "neither", "one") and before not in ("but", "than", "except")
    # Of whom there are most, there are several.
    shared = token.lower_ in SHARES - {"each", "one"} and token.nbor(2).lower_ == "whom"
    many = shared or (token.tag_ == "CD" and token.lower_ != "one")
    whom = token.nbor(2).lower_ in ("whom", "which", "them")
    # A grievance from seventeen of them was: the number is no subject there.
    if token.dep_ == "pobj" and token.nbor(2).lower_ == "them":
        return
    if not one and not (many and whom):
        return
    verb = _verb_after_phrase(token)
    if verb is None:
        return
    if one and verb.lower_ in SINGULAR_OF and verb.tag_ != "VB":
        yield Slip(verb, verb, SINGULAR_OF[verb.lower_], token)
    elif (
        one
        and verb.tag_ == "VBP"
        and not any(t.lemma_ in CAUSATIVES for t in token.doc[max(token.i - 3, sentence.start) : token.i])
        and verb.lower_ in base_forms("verb")
        and verb.lower_ not in UNCHANGED
    ):
        yield Slip(verb, verb, with_s(verb.lower_), token)
    elif many and verb.lower_ in PLURAL_OF:
        yield Slip(verb, verb, PLURAL_OF[verb.lower_], token)


def _of_one(of: Token) -> Iterator[Slip]:
    """Many of the contractor; one of my deputy."""
    share = preceding(of)
    if share is None or share.lower_ not in SHARES:
        return
    for noun in of.children:
        beyond = following(noun)
        alone = beyond is None or (
            beyond.pos_ not in ("NOUN", "PROPN", "PART") and beyond.text not in ("-", "and", "or", ",")
        )
        definite = any(child.dep_ in ("det", "poss") for child in noun.children)
        best = any(child.tag_ == "JJS" for child in noun.children) and share.lower_ == "one" and is_word(noun.lower_)
        single = noun.dep_ == "pobj" and noun.tag_ == "NN" and noun.lemma_.lower() not in COLLECTIVE
        if single and (is_person(noun) or best) and definite and alone:
            yield Slip(noun, noun, with_s(noun.lower_), share)


def _verb_after_phrase(token: Token) -> Token | None:
    """The verb right after "each of the clerks": after the noun phrase, perhaps an adverb between."""
    seen_noun = False
    for word in token.doc[token.i + 2 : min(token.i + 9, token.sent.end)]:
        if seen_noun and word.pos_ in ("VERB", "AUX"):
            return word
        if word.lower_ in ("who", "that"):
            return None
        if word.pos_ in ("NOUN", "PROPN", "PRON") and word.dep_ in ("pobj", "compound", "nsubj", "conj", "dobj"):
            seen_noun = word.tag_ in ("NNS", "NNPS") or word.lower_ in (
                "whom",
                "which",
                "them",
                "us",
                "you",
                "these",
                "those",
            )
        elif not (word.pos_ in ("DET", "ADJ", "NUM", "ADV", "PRON") or word.lower_ == "s"):
            return None
    return None


looks = Looks("does not agree with {beside}", words={_of_each: ("of",), _of_one: ("of",)})
