"""What people have done since, with which a story ends once its result has been measured: the foremen still argue about the coffee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, subject, tense, verbs
from ecqlint.checks._english.people import COLLECTIVES, is_person
from ecqlint.checks._stories import MAIN_CLAUSES
from ecqlint.checks.unquantified_result.outcomes import Outcomes, objects_of, visits
from ecqlint.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHANGING = frozenset("begin start stop cease come learn help trust notice quit".split())


def is_human_touch(sentence: Sentence, words: Outcomes) -> bool:
    """Whether the sentence only tells what somebody has done or still does since, as one ends a story: the foremen still argue.

    What people have begun, stopped, or come to do is a change, and what they think of it is praise.
    """
    main = [verb for verb in verbs(sentence) if verb.dep_ in MAIN_CLAUSES]
    return bool(main) and all(_is_of_persons(verb) and not _is_change(verb, words) for verb in main)


def _is_of_persons(verb: Token) -> bool:
    """Whether one person or more, and no team, have done it since or do it now."""
    who = subject(verb)
    if who is None or tense(verb) not in ("present", "perfect"):
        return False
    if verb.lemma_ == "be" and not any(child.dep_ == "attr" and is_person(child) for child in verb.rights):
        return False  # are on speaking terms again
    named = who.lower_ in ("both", "one", "he", "she", "they") or (who.pos_ == "PROPN" and who.ent_type_ == "PERSON")
    return named or (is_person(who) and who.lemma_.lower() not in COLLECTIVES)


def _is_change(verb: Token, words: Outcomes) -> bool:
    """Whether what people do is new, better, or taken from the writer: began to trust, send cleaner invoices, adopted it."""
    compared = any(token.tag_ in ("JJR", "RBR") for token in clause(verb))
    told = verb.lemma_ in _CHANGING or verb.lemma_ in words.adopting | words.approving | words.improving
    return compared or told or bool(objects_of(verb) & (words.gains | words.praise)) or visits(verb, words)
