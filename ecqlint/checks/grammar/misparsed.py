"""Where the parser takes a word of good English for a verb or a subject: every leave slip, no people skills, he blunt and I slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, own_subject
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.homophones import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOMINATIVE = frozenset(("i", "he", "she", "we", "they"))
_RELATIVE = frozenset(("WP", "WDT", "WRB", "WP$"))
_NEAR = 8  # words in which the preposition of a joined pronoun stands


def is_part_of_subject(verb: Token) -> bool:
    """Whether what looks like a verb belongs to the subject of the one behind it: leave usage fell; my team lead at the agency left."""
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        joins = word.pos_ == "SCONJ" or (word.pos_ == "CCONJ" and word.head.pos_ in ("VERB", "AUX"))
        if joins or word.is_punct or word.tag_ in _RELATIVE or word.lower_ in _NOMINATIVE:
            return False
        if word.tag_ in _FINITE:
            return own_subject(word.head if word.dep_ in AUXILIARIES else word) is None
    return False


def is_gapped(pronoun: Token) -> bool:
    """Whether a clause that leaves its verb to the one before begins at the pronoun: he for the questions and I for the answers."""
    after, doc = following(pronoun), pronoun.doc
    if pronoun.lower_ not in _NOMINATIVE or after is None or after.pos_ != "ADP" or pronoun.i < pronoun.sent.start + 2:
        return False
    beyond = following(after)
    window = doc[max(pronoun.i - _NEAR, pronoun.sent.start) : pronoun.i - 1]
    governing = next((word for word in reversed(list(window)) if word.pos_ == "ADP"), None)
    if governing is None:
        return False
    before = preceding(governing)
    alike = governing.lower_ == after.lower_ or beyond is None or beyond.is_punct
    alike = alike or {governing.lower_, after.lower_} == {"for", "against"}
    return alike or (before is not None and before.lower_ in _NOMINATIVE)


def is_no_verb(main: Token, verb: Token, subject: Token) -> bool:
    """Whether what looks like a finite verb behind its subject is another word: a noun, an infinitive, an adjective."""
    before = preceding(verb)
    if verb.dep_ in ("compound", "amod", "nmod") or (before is not None and before.tag_ == "TO"):
        return True
    # Engineers who, to judge by the errors, were guessing.
    between = verb.doc[subject.i + 1 : verb.i]
    if any(w.tag_ == "WP" and any(c.tag_ == "TO" for c in w.head.lefts) for w in between if w.head != main):
        return True
    first = preceding(subject.left_edge)
    opens = first.lower_ if first is not None else ""
    object_ = main.dep_ == "ccomp" and main.head.i < subject.i and not any(child.dep_ == "mark" for child in main.lefts)
    if verb.tag_ in ("VB", "VBP") and verb.lower_ in base_forms("adj"):
        return object_ or opens == ","  # he wanted it open
    if (
        verb != main
        or verb.pos_ != "VERB"
        or verb.lemma_.lower() not in base_forms("noun")
        or before is None
        or before.pos_ != "NOUN"
    ):
        return False
    # Nobody signs that a leave slips; the crews, the diocese and the transit engineers are one list.
    if object_:
        return main.head.lemma_.lower() not in SAYING or opens == ","
    bare = not any(child.dep_ in ("det", "poss") and child.lower_ != "no" for child in subject.lefts)
    joined = opens in ("and", "or") and first is not None and first.i > first.sent.start and not first.nbor(-1).is_punct
    return main.dep_ == "conj" and joined and bare
