"""Grammar that several checks ask: who is the subject of a verb, whether that is the writer, and what belongs to a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from ecqlint.checks._english.lexicon import KINDS, base_forms, irregular_forms
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
_AM = frozenset(("'m", "’m"))  # the tagger at times takes it for a past
Tense = Literal["present", "past", "perfect", "future", "modal"]
_FUTURE = frozenset(("will", "shall", "'ll", "’ll"))
# Time is spent doing something: who spends it does it.
_SPENT = frozenset(
    "year month week weekend day hour evening night morning summer fall autumn winter spring career life time saturday sunday".split()
)
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass"))


def is_writer(token: Token | None) -> bool:
    """Whether the token is the writer's own "I"."""
    return token is not None and token.lower_ == "i"


@cache
def is_word(word: str) -> bool:
    """Whether `word`, in small letters, is a word of the dictionary."""
    return any(word in base_forms(kind) for kind in KINDS)


@cache
def inflected(verbs: frozenset[str]) -> frozenset[str]:
    """The verbs in all their forms: those of the dictionary where they are irregular, else the regular ones.

    The lemma of an unusual verb is often wrong (gutted: gutte), its form never is.
    """
    forms = {form for form, lemmas in irregular_forms("verb").items() if verbs.intersection(lemmas)}
    for verb in verbs:
        stem = verb[:-1] if verb.endswith("e") else verb
        consonant = re.search(r"[^aeiou]y$", verb)
        forms |= {verb, verb[:-1] + "ies" if consonant else verb + "s", verb + "es"}
        forms |= {
            verb[:-1] + "ied" if consonant else stem + "ed",
            stem + "ing",
            verb + verb[-1] + "ed",
            verb + verb[-1] + "ing",
        }
    return frozenset(forms)


def own_subject(verb: Token) -> Token | None:
    """The subject that stands with the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def subject(verb: Token) -> Token | None:
    """Who or what does it: the verb's own subject, or the one it shares with the verb that it is joined to or depends on.

    Of a relative clause that leaves the subject to its pronoun, it is the noun that the clause describes.
    """
    for _ in range(len(verb.sent)):
        found = own_subject(verb)
        if found is not None:
            antecedent = verb.head if verb.dep_ == "relcl" else None
            return antecedent if antecedent is not None and found.tag_ in ("WP", "WDT") else found
        if verb.dep_ == "acl" and (verb.tag_ != "VBG" or verb.head.lemma_.lower() not in _SPENT):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if (
            verb.dep_
            not in ("conj", "xcomp", "acomp", "advcl", "pcomp", "prep", "aux", "acl", "npadvmod", "dobj", "pobj")
            or verb.head == verb
        ):
            return None
        verb = verb.head
    return None


def governor(token: Token) -> Token | None:
    """The nearest verb above the token; None where there is none."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def verbs(sentence: Sentence) -> Iterator[Token]:
    """The main verbs of the sentence's clauses in order, auxiliaries left out."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES and token.dep_ not in ("amod", "compound"):
            yield token


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, or, where it has none, those of the verb that it is joined to."""
    found = [child for child in verb.children if child.dep_ in AUXILIARIES]
    if not found and verb.dep_ == "conj" and own_subject(verb) is None and verb.head.pos_ in ("VERB", "AUX"):
        return auxiliaries(verb.head)
    return found


def tense(verb: Token) -> Tense | None:
    """The tense of a finite verb: what its first auxiliary says, or its own ending; None for infinitives and participles."""
    found = auxiliaries(verb)
    first = min(found, key=lambda token: token.i) if found else verb
    if first.tag_ == "MD":
        return "future" if first.lower_ in _FUTURE else "modal"
    if first.tag_ in ("VBZ", "VBP") or first.lower_ in _AM:
        return "perfect" if first.lemma_ == "have" and first != verb else "present"
    if first.tag_ == "VBD":
        return "past"
    # The parser at times takes a finite verb with a subject of its own for a bare form or a participle.
    if first == verb and own_subject(verb) is not None:
        return {"VB": "present", "VBN": "past"}.get(verb.tag_)  # type: ignore[return-value]
    return None


def time(verb: Token) -> Tense | None:
    """The tense of a verb, or, of an infinitive or participle, that of the verb which it depends on."""
    while (
        (found := tense(verb)) is None
        and verb.head != verb
        and verb.dep_ in ("xcomp", "conj", "acomp", "advcl", "pcomp", "prep")
    ):
        verb = verb.head
    return found


def clause(verb: Token) -> list[Token]:
    """The words of a verb's clause in order: what depends on it, without the clauses that are joined to it."""
    return sorted(_branch(verb, verb), key=lambda token: token.i)


def _branch(token: Token, root: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        joined = (
            token == root and child.pos_ in ("VERB", "AUX") and child.dep_ in ("conj", "parataxis", "ccomp", "advcl")
        )
        # A joined verb is a clause of its own; so is one that stands before the verb that the parser takes for the main one.
        if joined and (child.dep_ in ("conj", "parataxis") or (child.i < root.i and own_subject(child) is not None)):
            continue
        yield from _branch(child, root)


def outermost(spans: list[Span]) -> list[Span]:
    """The spans in order, of those that overlap only the longest: one remark, one finding."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-len(s), s.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)
