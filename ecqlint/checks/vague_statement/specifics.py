"""What makes a claim specific: a number, names or a list beside it, or that it compares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, governor, own_subject
from ecqlint.checks._english.quantities import has_measure, is_measure

if TYPE_CHECKING:
    from spacy.tokens import Token

# Before a quantifier these make it a comparison or a question: as many, how many, not many.
_COMPARING = frozenset("how so as too that this not very enough".split())
_SPECIFYING = re.compile(
    r"\s*(?:[,(]?\s*(?:such as|including|for example|for instance|namely|among them|from \w+ to)\b|[:(—–])"
)


def compares(first: Token) -> bool:
    """Whether a word before makes it a comparison or a question: as many, how much."""
    return first.i > first.sent.start and first.nbor(-1).lower_ in _COMPARING


def is_specific(token: Token, noun: Token) -> bool:
    """Whether the number, the names or a list stand beside the noun."""
    for child in (*token.children, *noun.children):
        of = child.dep_ == "prep" and child.lower_ in ("of", "to") and child.i > noun.i - 3
        if (child.dep_ == "appos" and child.pos_ != "PRON") or (
            (of or child.dep_ in ("nummod", "quantmod")) and any(map(is_measure, child.subtree))
        ):
            return True
    after = token.doc[noun.i + 1 : noun.i + 6].text
    if _SPECIFYING.match(after):
        return True
    aside = re.match(r"\s*,\s*([\w,.$-]+)(?: \w+){0,2}? (?:of|in)\b", after)
    return aside is not None and any(is_measure(word) for word in token.doc[noun.i + 1 : noun.i + 4])


def is_measured(word: Token) -> bool:
    """Whether a number stands in the same clause."""
    verb = word if word.pos_ in ("VERB", "AUX") else governor(word)
    if verb is None:
        return has_measure(word.sent)
    sharing = [child for child in verb.rights if child.dep_ == "conj" and own_subject(child) is None]
    return any(has_measure(clause(one)) for one in (verb, *sharing))


def is_compound(adjective: Token, noun: Token) -> bool:
    """Whether a hyphen makes one word of them: high-value bins."""
    return any(token.text == "-" for token in adjective.doc[adjective.i + 1 : noun.i + 2])
