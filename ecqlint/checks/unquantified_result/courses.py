"""How things went and turned, as a story ends: without a hitch; they stopped losing cases; they no longer waited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, is_writer, tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_TROUBLES = frozenset("hitch snag incident trouble difficulty problem complaint".split())
_TURNING = frozenset("begin cease quit start stop".split())


def is_untroubled(verb: Token) -> bool:
    """Without a hitch."""
    behind = [t for t in clause(verb) if t.lower_ == "without" and t.i > verb.i]
    return any(c.lemma_.lower() in _TROUBLES and c.left_edge.lower_ != "any" for t in behind for c in t.children)


def turns(verb: Token) -> bool:
    """Stopped losing cases, quit complaining, began to volunteer, no longer waited: and the writer does nothing about it after."""
    if tense(verb) != "past" or any(child.dep_ == "neg" or child.lower_ == "had" for child in verb.children):
        return False
    if any(is_writer(token) and token.i > verb.i for token in verb.sent):
        return False
    turned = verb.lemma_ in _TURNING and any(child.dep_ in ("xcomp", "ccomp") for child in verb.rights)
    return turned or any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children)
