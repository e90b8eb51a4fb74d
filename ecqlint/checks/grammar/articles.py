"""Nouns of which there may be several, one by one, that stand without an article: hired engineer, wrote new schedule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import inflected, is_writer, subject
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.counting import COLLECTIVE
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

# Common things of an office that English counts in every sense of the word.
_COUNTED = frozenset(
    "answer boat building car checklist committee computer conference contract database deadline department desk document dozen "
    "goal guideline handbook idea invoice job lawsuit letter list machine manual map meeting memo memorandum method mistake "
    "plan problem procedure program project proposal question report room schedule ship signature solution spreadsheet "
    "survey system task template tool tower truck vehicle website workshop".split()
)
# Who is made something needs no article for it; and some words for persons have another sense, which is not counted.
_OFFICES = frozenset(
    "appoint become call consider deem designate elect make name play remain stay stand turn keep have".split()
)
_NOT_ONLY_PERSONS = frozenset(
    "chair chief clerk counsel counselor family general guard head host labor lead leader lord major principal public subject witness".split()
)
# Who loves a thing in general needs no article for it either.
_REGARDING = frozenset(
    "despise distrust enjoy fear follow hate know like love prefer respect study teach trust understand value".split()
)
_DETERMINING = frozenset(
    ("det", "poss", "nummod", "predet", "quantmod", "case", "appos", "conj", "cc", "compound", "nmod")
)


def _bare(noun: Token) -> Iterator[Slip]:
    """Such a noun, with the words that describe it."""
    if noun.tag_ != "NN" or noun.dep_ not in ("dobj", "attr") or not noun.text.islower():
        return
    verb, first = noun.head, noun.left_edge
    before, after = preceding(first), following(noun)
    if verb.tag_ == "VB" and verb.i > verb.sent.start and verb.nbor(-1).pos_ == "CCONJ":
        return  # a copy of the contract and cover letter
    if verb.pos_ not in ("VERB", "AUX") or before is None or before != verb or not _is_counted(noun, verb):
        return
    if _is_of_noun(verb) or _is_mass(noun, verb):
        return
    if any(child.dep_ in _DETERMINING or child.pos_ in ("NUM", "PROPN", "DET") for child in noun.children):
        return
    if any(word.tag_ not in ("JJ", "VBN") for word in noun.doc[first.i : noun.i]):
        return
    # Plan B, a map-reading class, plan after plan; and headlines, which have no subject.
    if after is not None and (
        after.pos_ in ("NOUN", "PROPN", "NUM", "CCONJ", "PART") or after.text in ("-", "/", "(", "“", '"', ",")
    ):
        return
    beyond = following(noun, 2)
    doer = subject(verb)
    if (beyond is not None and beyond.lower_ == noun.lower_) or doer is None:
        return
    if is_writer(doer) or doer.pos_ in ("NOUN", "PRON", "PROPN"):
        yield Slip(first, noun)


def _is_counted(noun: Token, verb: Token) -> bool:
    word = noun.lower_
    if word == "coach" and verb.lemma_ in ("fly", "go", "ride", "travel"):
        return False
    if word in _COUNTED:
        return noun.dep_ == "dobj" or any(child.dep_ == "amod" for child in noun.children)
    if noun.dep_ != "dobj" or verb.lemma_.lower() in _OFFICES or word in COLLECTIVE | _NOT_ONLY_PERSONS:
        return False
    return is_person(noun) and noun.lemma_.lower() == word


def _is_mass(noun: Token, verb: Token) -> bool:
    """Whether a thing is spoken of as such, and not one of it: made room for them, loved procedure more than fish."""
    if noun.lower_ == "room":
        return any(child.lower_ in ("for", "to") for child in (*noun.rights, *verb.rights)) and noun.left_edge == noun
    return verb.lower_ in inflected(_REGARDING) and not any(noun.children)


def _is_of_noun(verb: Token) -> bool:
    """Whether what looks like a verb describes the noun: moved to encrypted email; the dam relicensing checklist."""
    before = preceding(verb)
    if verb.tag_ == "VBN":
        return before is not None and before.pos_ in ("ADP", "PART")
    return verb.tag_ == "VBG" and before is not None and before.tag_ in ("NN", "NNP") and any(before.lefts)


looks = Looks("lacks its article", kinds={_bare: ("NOUN",)})
