"""Comparatives: larger then, easiest than, more easier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.lexicon import Kind, base_forms, irregular_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Token


def _than(token: Token) -> Iterator[Slip]:
    """Larger then, easiest than, more easier, less people."""
    before, after = preceding(token), following(token)
    if token.lower_ == "then" and before is not None and after is not None and not after.is_punct:
        compared = before.tag_ in ("JJR", "RBR") or before.lower_ in ("rather", "other")
        if (
            compared
            and before.lower_ not in ("later", "earlier", "sooner", "longer")
            and after.pos_ in ("NUM", "DET", "PRON", "NOUN", "PROPN", "ADJ")
        ) or _is_compared(token, after):
            yield Slip(token, token, "than")
    if (
        token.lower_ == "than"
        and before is not None
        and before.tag_ in ("JJS", "RBS")
        and before.lower_.endswith("est")
    ):
        right = before.lower_.removesuffix("est") + "er"
        yield Slip(before, before, right)
    if (
        after is not None
        and (token.lower_, after.tag_) in (("more", "JJR"), ("most", "JJS"), ("more", "RBR"))
        and after.lower_.endswith(("er", "est"))
        and after.lower_ not in ("later", "earlier", "sooner")  # of which more later
        and _is_comparative(after.lower_)
    ) and (token.head == after or token.dep_ == "advmod"):
        yield Slip(token, after, after.text)


def _is_comparative(word: str) -> bool:
    """Whether the word is made of an adjective or an adverb: easier; not: more courtier than manager."""
    stem = word.removesuffix("est").removesuffix("er")
    kinds: tuple[Kind, ...] = ("adj", "adv")
    stems = {stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y" if stem.endswith("i") else stem}
    return any(word in irregular_forms(kind) or not stems.isdisjoint(base_forms(kind)) for kind in kinds)


def _is_compared(then: Token, after: Token) -> bool:
    """Whether a comparison is open before "then": would rather resign then sign, more people then we had."""
    words = then.doc[max(then.sent.start, then.i - 6) : then.i]
    more = next((word.i for word in words if word.lower_ in ("more", "less", "fewer", "rather")), then.i)
    said = [word for word in words if word.i > more]
    if after.is_punct or any(
        word.is_punct or word.pos_ == "CCONJ" or (word.pos_ in ("VERB", "AUX") and word.i > more + 1) for word in said
    ):
        return False
    verb = following(after)
    if any(word.lower_ == "rather" for word in words):
        return after.tag_ == "VB" or (after.pos_ == "VERB" and after.lower_ == after.lemma_)
    counted = words[-1:] and words[-1].pos_ == "NOUN" and any(w.lower_ in ("more", "less", "fewer") for w in words)
    clause = (
        after.pos_ == "PRON" and verb is not None and verb.is_sent_start is not True and verb.pos_ in ("AUX", "VERB")
    )
    return bool(counted) and (
        (after.tag_ == "NNS" and (verb is None or verb.is_punct))
        or after.lower_ in ("any", "anyone", "anybody", "ever", "expected", "planned")
        or (clause and then.dep_ != "ROOT")
    )


looks = Looks("compares wrongly", {_than: ("then", "than", "more", "most")})
