"""Whether a clause speaks of things in general, as creeds do, or of a case, as stories do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, is_word_of, own_subject, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

# A clause about one of these tells of a case.
_POINTING = frozenset("this these that he she it they i you its his her their".split())
_POINTERS = frozenset("this these that those his her its their".split())
_ARTICLES = frozenset(("the", "my", "our"))
_INDEFINITE = frozenset("every any no each a an".split())
_SPECIFIC = frozenset("the this these that those my its his her their".split())
_GENERAL_NUMBERS = frozenset(("one", "first", "second", "last"))
_SAYING = frozenset(("attr", "acomp", "aux", "xcomp", "dobj"))


def is_general(verb: Token, *, strict: bool) -> bool:
    """Whether a clause speaks of things in general: in the present or with must, should, can, of no number and no case at hand.

    With `strict` its subject has no article that could point at one thing: people, a leader, every nurse, those who serve.
    """
    who = own_subject(verb)
    if who is None or tense(verb) not in ("present", "modal") or is_numbered_clause(verb):
        return False
    if any(token.tag_ in ("WP", "WRB", "WDT") and token.lower_ != "that" for token in verb.lefts):
        return False  # what is known, not what is believed
    described = any(child.dep_ in ("relcl", "prep", "acl") for child in who.children)
    if who.lower_ == "it":
        kinds = {child.dep_ for child in verb.children}
        return bool(kinds & {"acomp", "attr"}) and bool(kinds & {"xcomp", "ccomp", "advcl", "csubj"})
    if who.lower_ == "those":
        return described
    first = who.left_edge.lower_
    if first == "that" and not any(child.dep_ == "mark" for child in verb.children):
        first = ""  # the parser at times takes the conjunction for a pointer
    if who.lower_ in _POINTING or first in _POINTERS:
        return False
    if first in _INDEFINITE:
        return True
    if who.pos_ == "PROPN" and tense(verb) == "present" and not who.is_sent_start:
        bare = who.left_edge == who and who.i + 1 == verb.i
        return not strict and bare and any(child.dep_ == "attr" for child in verb.children)
    if first not in _ARTICLES or described or who.pos_ == "ADJ":
        return True
    # The invoice is in the file: that is a case. The land belongs to those who work it.
    return not strict and (verb.lemma_ != "be" or any(child.dep_ in _SAYING for child in verb.children))


def is_numbered_clause(verb: Token) -> bool:
    """Whether the clause itself, without those joined to it, has a number or a date in figures."""
    return any(t.tag_ == "CD" and t.lower_ not in _GENERAL_NUMBERS for t in clause(verb))


def is_numbered(token: Token) -> bool:
    """Whether the token's phrase has a number or a date in figures."""
    return any(t.tag_ == "CD" and t.lower_ not in _GENERAL_NUMBERS for t in token.subtree)


def is_general_object(preposition: Token, causes: frozenset[str] = frozenset()) -> bool:
    """Whether what follows is general: transparency, the dignity of work, the poor, giving people a chance; not the plan.

    One of the `causes` always is.
    """
    following = next((child for child in preposition.children if child.dep_ in ("pobj", "pcomp")), None)
    if following is None:
        return False
    if any(is_word_of(token, causes) for token in following.subtree):
        return True
    if is_numbered(following):
        return False
    if following.dep_ == "pcomp":
        goal = next((child for child in following.children if child.dep_ == "dobj"), None)
        return goal is None or goal.left_edge.lower_ not in _SPECIFIC
    described = following.pos_ == "ADJ" or any(child.lower_ == "of" for child in following.children)
    return is_general_noun(following) or (following.left_edge.lower_ == "the" and described)


def is_general_noun(noun: Token) -> bool:
    """Whether nothing before the noun points at one thing."""
    return noun.left_edge.lower_ not in _SPECIFIC
