"""Which nouns of a sentence are colleagues, and how near: a manager or predecessor of the writer's, or somebody in the organization."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ecqlint.checks._people import COLLECTIVES, HONORIFICS, PREDECESSORS, STAFF, SUPERIORS

if TYPE_CHECKING:
    from spacy.tokens import Token

# 2: whom the writer worked for, with or after; 1: anybody else of the organization; 0: nobody of it.
Nearness = Literal[0, 1, 2]

_INSIDERS = (
    SUPERIORS
    | PREDECESSORS
    | STAFF
    | {"colleague", "management", "leadership", "administration", "regime", "bureaucrat"}
)
# Nouns for anybody: a colleague only where the sentence says so.
_ANYBODY = frozenset("man woman person people folk fellow guy someone somebody one those".split())
# Whose people are no colleagues.
_OUTSIDE = frozenset(
    """
    union local vendor contractor company firm supplier
    plaintiff opponent landlord owner bank manufacturer bidder defendant prosecution tenant
    """.split()
)
_FORMER = frozenset(
    "former previous prior outgoing departing departed last then erstwhile past preceding retiring".split()
)
_BEFORE_ME = re.compile(
    r"\b(?:before|preceded|trained|hired|supervised) me\b|\bmy (?:job|post|seat|chair|position|desk|office)\b"
    r"|\bI (?:had )?(?:inherited|replaced|succeeded|relieved|followed|reported to|worked for|took over from|served under)\b"
    r"|\bof (?:those|that) (?:years|days|era|time|period)\b|\bat the time\b|\bI found (?:there|in place|waiting)\b"
)


def nearness(noun: Token) -> Nearness:
    """How near the person that a noun names stands to the writer."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN" and lemma not in _INSIDERS:
        return 1 if any(child.lower_ in HONORIFICS for child in noun.lefts) else 0
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "DET") or (lemma not in _INSIDERS and lemma not in _ANYBODY):
        return 0
    if noun.left_edge.lower_ in ("no", "any", "every", "each"):
        return 0
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in ("of", "for")
        for inner in child.children
    ]
    if any(owner.lemma_.lower() in _OUTSIDE for owner in owners):
        return 0
    own = any(child.dep_ == "poss" and child.lower_ in ("my", "our") for child in noun.children)
    former = any(child.lower_ in _FORMER for child in noun.children)
    described = " ".join(token.text for token in noun.subtree if token.i >= noun.i)
    if own or former or lemma in PREDECESSORS or _BEFORE_ME.search(described):
        return 2
    if lemma in ("administration", "regime"):
        return 0  # without "previous" it is a task, or the government
    placed = bool(owners) or any(
        (child.dep_ == "prep" and child.lower_ in ("in", "at")) or child.dep_ == "compound" for child in noun.children
    )
    return 0 if lemma in _ANYBODY and not (placed and lemma in ("people", "person", "folk")) else 1


def is_leader(noun: Token) -> bool:
    """Whether the noun names a manager or a predecessor."""
    return noun.lemma_.lower() in SUPERIORS | PREDECESSORS | {"management", "leadership", "administration", "regime"}


def is_crew(noun: Token) -> bool:
    """Whether the noun names a group that works for the writer, as a previous team does not."""
    return noun.lemma_.lower() in COLLECTIVES and not any(child.lower_ in _FORMER for child in noun.children)
