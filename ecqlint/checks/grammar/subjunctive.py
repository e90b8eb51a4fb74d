"""Where a bare form or "were" is right beside a singular subject: that he be, if it were, made the team work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.neighbours import preceding

if TYPE_CHECKING:
    from spacy.tokens import Token

SINGULAR_OF = {"were": "was", "are": "is", "have": "has", "do": "does"}
_DEMANDS = frozenset(
    "advise ask beg command demand decree desire direct insist instruct mandate move order plead prefer propose recommend "
    "request require rule specify stipulate suggest urge vote".split()
)
_RULES = frozenset("condition demand motion order policy proposal recommendation request requirement rule term".split())
CAUSATIVES = frozenset("feel have hear help let make see watch".split())


def is_subjunctive(main: Token, verb: Token, subject: Token) -> bool:
    """Whether a bare form or "were" may be right: that he be, if it were, let it go, make the team work."""
    if verb.lower_ == "were":
        return any(
            child.lower_ in ("if", "though", "as", "lest", "unless", "whether")
            for child in main.children
            if child.dep_ in ("mark", "advmod")
        ) or (main.dep_ == "ccomp" and main.head.lemma_ in ("wish", "suppose", "imagine"))
    opens = preceding(subject.left_edge)
    if (opens is not None and opens.lower_ == "lest") or any(w.tag_ == "MD" for w in main.doc[subject.i : verb.i]):
        return True
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in main.lefts)
    if that and (_is_asked(main) or _is_ruled(main, subject)):
        return True
    if verb.tag_ == "VBP" and verb.lower_ in SINGULAR_OF:
        return False
    # Questions, and clauses of which the parser has lost the auxiliary or the causative.
    before = main.doc[max(subject.left_edge.i - 2, main.sent.start) : verb.i]
    return _is_asked(main) or any(
        t.lemma_ in _DEMANDS | CAUSATIVES or t.tag_ == "MD" or t.lemma_ == "do" for t in before
    )


def _is_asked(main: Token) -> bool:
    """Whether the clause is what somebody demands or makes happen: I asked that he sign, made the team sign."""
    governor = main.head
    while (
        governor.dep_ in ("conj", "ccomp")
        and governor.head != governor
        and governor.lemma_ not in _DEMANDS | CAUSATIVES
    ):
        governor = governor.head
    return any(
        t.lemma_ in _DEMANDS | CAUSATIVES or t.lemma_.endswith(("ation", "ment"))
        for t in (main.head, governor)
        if t != main
    )


def _is_ruled(main: Token, subject: Token) -> bool:
    """Whether a clause with "that" says what a noun or adjective asks: a rule that he sign; it is essential that he sign."""
    ruled = any(word.lemma_.lower() in _RULES for word in main.doc[main.sent.start : subject.i])
    return ruled or (main.dep_ in ("ccomp", "acl") and main.head.pos_ in ("NOUN", "ADJ", "AUX"))
