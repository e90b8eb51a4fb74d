"""Pronouns that have nobody to reflect, stand in the wrong case, or deny twice: gave it to the chief and myself; did not see nobody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, SUBJECTS, governor, subject
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.misparsed import is_gapped
from ecqlint.checks.grammar.slip import Looks, Slip, cased

if TYPE_CHECKING:
    from spacy.tokens import Token

# After these, "myself" is an old and good form: nobody but myself, people like myself.
_BESIDE_MYSELF = frozenset("like as than but except for including save only besides not nor".split())
_RELATIVE = frozenset("who whom which that what i we".split())
_ROLES = frozenset(("dobj", "pobj", "dative", "conj", *SUBJECTS))
_NOTHING = frozenset("nothing nobody none nowhere".split())
_NOMINATIVE = {"me": "I", "him": "he", "them": "they"}
_SUBJECTIVE = {"me": "I", "him": "he", "her": "she", "them": "they", "us": "we"}
_OBJECTIVE = {"i": "me", "he": "him", "she": "her", "they": "them", "we": "us"}
# Prepositions that begin no clause.
_GOVERNING = frozenset("among at between by for from of to toward towards with without".split())
_CLAUSE_OPENERS = frozenset("when because that where while if".split())


def _myself(token: Token) -> Iterator[Slip]:
    """The Secretary asked myself and two others; gave it to the chief and myself."""
    before = preceding(token)
    if token.dep_ not in _ROLES or before is None or before.lower_ in _BESIDE_MYSELF:
        return
    verb = governor(token)
    doer = subject(verb) if verb is not None else None
    if doer is None or doer.lower_ in _RELATIVE or any(child.text == "I" for child in doer.subtree):
        return
    alone = not any(word.lower_ in FIRST_PERSON - {"myself"} for word in token.sent)
    joined = (token.dep_ == "conj" and token.head.dep_ in ("dobj", "pobj") and before.lower_ in ("and", "or")) or (
        token.dep_ == "dobj" and any(child.lower_ == "and" for child in token.children)
    )
    if alone or joined:
        yield Slip(token, token, "me")


def _joined_subject(token: Token) -> Iterator[Slip]:
    """My deputy and me drove to the site."""
    before, after = preceding(token), following(token)
    if before is None or after is None or before.lower_ != "and" or token.dep_ != "conj" or token.tag_ != "PRP":
        return
    first = token.head
    finite = (
        after.tag_ in ("VBD", "VBZ", "VBP", "MD")
        and first.dep_ in SUBJECTS
        and after in (first.head, *first.head.lefts)
    )
    if finite and first.left_edge.i == token.sent.start:
        yield Slip(token, token, _NOMINATIVE[token.lower_])


def _two_subjects(token: Token) -> Iterator[Slip]:
    """And her and I went back; not: I sat with her and I listened. The parser may begin a sentence between the two."""
    doc, i = token.doc, token.i
    if i + 3 >= len(doc) or doc[i + 1].lower_ != "and" or doc[i + 2].lower_ not in ("i", "he", "she", "we", "they"):
        return
    other, verb, beyond = doc[i + 2], doc[i + 3], doc[min(i + 4, len(doc) - 1)]
    before = [word.lower_ for word in doc[max(0, i - 2) : i]]
    opens = not before or before[-1] in (".", ";", *_CLAUSE_OPENERS)
    opens = opens or (before[-1] in ("and", "but", "so") and (len(before) == 1 or before[0] in (",", ".", ";")))
    finite = ("VBD", "VBZ", "VBP", "MD")
    if opens and (verb.tag_ in finite or (verb.pos_ == "ADV" and beyond.tag_ in finite)):
        yield Slip(token, other, f"{cased(token, _SUBJECTIVE[token.lower_])} and {other.text}")


def _governed(pronoun: Token) -> Iterator[Slip]:
    """Between he and I; for my deputy and I; not: the order of things I saw."""
    first = pronoun.head if pronoun.dep_ == "conj" else pronoun
    if (
        first.dep_ != "pobj"
        or first.head.lower_ not in _GOVERNING
        or not (first.tag_ in ("PRP", "NNP") or is_person(first))
    ):
        return
    if is_gapped(pronoun):
        return
    joined = [child for child in first.rights if child.dep_ == "conj"]
    after = following(pronoun)
    last = joined and joined[-1] == pronoun and preceding(pronoun).lower_ == "and"  # type: ignore[union-attr]
    if len(joined) == 1 and last and (after is None or after.is_punct or after.pos_ in ("ADP", "PART", "CCONJ")):
        right = _OBJECTIVE[pronoun.lower_]
        other = _OBJECTIVE.get(first.lower_)
        yield Slip(first if other else pronoun, pronoun, f"{other} and {right}" if other else right)


def _those(them: Token) -> Iterator[Slip]:
    """Them that saved the most bought ovens."""
    before, after = preceding(them), following(them)
    if (before is None or before.text in (";", ":")) and after is not None and after.lower_ in ("that", "who", "which"):
        yield Slip(them, them, cased(them, "those"))


def _denied_twice(negation: Token) -> Iterator[Slip]:
    """We did not find nothing; not: I would not do nothing."""
    verb = negation.head
    if negation.dep_ != "neg" or verb.pos_ != "VERB" or verb.lemma_ in ("do", "say") or negation.i > verb.i:
        return
    for thing in verb.children:
        no = next((child for child in thing.lefts if child.lower_ == "no"), None)
        if thing.dep_ == "dobj" and thing.i > verb.i and (thing.lower_ in _NOTHING or no is not None):
            yield Slip(negation, no or thing)


def _none_of_none(nothing: Token) -> Iterator[Slip]:
    """Found no fault in none of them."""
    verb = governor(nothing)
    if nothing.dep_ != "pobj" or verb is None:
        return
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < nothing.i), None)
    no = next((child for child in thing.lefts if child.lower_ == "no"), None) if thing is not None else None
    if no is not None and nothing.i - no.i <= 4:
        yield Slip(no, nothing)


looks = Looks(
    "is the wrong pronoun",
    {
        _myself: ("myself",),
        _joined_subject: _NOMINATIVE,
        _two_subjects: _SUBJECTIVE,
        _governed: _OBJECTIVE,
        _those: ("them",),
        _denied_twice: ("not", "n't", "n’t", "never"),
        _none_of_none: ("none", "nobody"),
    },
)
