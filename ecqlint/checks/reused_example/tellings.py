"""What a sentence tells, freed of its wording: the stems of its content and its amounts, and how far two amounts agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.stems import stem
from ecqlint.checks.reused_example.amounts import Amount, amounts
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
# Nouns and adjectives that no ending leads back to their verb.
_ROOTS = dict(
    pair.split(":")
    for pair in (
        "death:die dead:die sale:sell loss:lose lost:lose choice:choose proof:prove belief:believe thought:think gift:give"
        " flight:fly strength:strong length:long speech:speak advice:advise growth:grow width:wide depth:deep height:high"
        " truth:true theft:steal sight:see seat:sit life:live birth:bear weight:weigh complaint:complain response:respond"
        " decision:decide expense:expend permission:permit admission:admit receipt:receive heat:hot pride:proud error:err"
    ).split()
)
# Evidence, in bits, that two exact amounts are one, by the digits of the less exact; more for kinds that have no noun to agree in.
_EXACT = (0.4, 0.2, 3.0, 5.0)
_NOUNLESS = {"time": (1.4, 1.4), "money": (1.8, 1.8), "share": (0.5, 1.0), "count": (0.0, 0.0)}
_ROUGH = 5.0  # where one is told with "about" and the like, or rounded
_SAME_NOUN, _PAIR = 8.0, 2.0  # more where the same is counted; less for one or two of it
_OTHER_NOUN = 0.4  # of the evidence is left where other things are counted
_SHARE_APART = 0.02
_ROUND, _ROUNDED_BY = 100.0, 0.05
_EVERYDAY = 31.0  # figures up to the days of a month, and round ones, are everywhere
_FEW = 3.0  # things, and fewer, are everywhere


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence as it is compared. Names are left out on purpose: two achievements in one programme share them."""

    span: Span
    stems: frozenset[str]
    amounts: tuple[Amount, ...]


def telling(span: Span, tokens: Sequence[Token]) -> Telling:
    """What the sentence of those tokens, at `span`, tells."""
    stems = {
        stem(_ROOTS.get(token.lemma_.lower(), token.lemma_))
        for token in tokens
        if token.pos_ in _CONTENT and token.is_alpha and not token.is_stop and not token.like_num
    }
    return Telling(span, frozenset(stems), tuple(amounts(tokens)))


def agreement(one: Amount, other: Amount) -> float:
    """The evidence, in bits, that two amounts are one and the same: none where they cannot be, much where chance would seldom do it."""
    if one.kind != other.kind:
        return 0.0
    if one.exact and other.exact:
        bits = _exactly(one, other)
    else:
        meet = one.low <= other.high and other.low <= one.high
        few = one.kind == "count" and max(one.high, other.high) <= _FEW
        bits = _ROUGH if meet and not few else 0.0
    if not bits or not one.noun or not other.noun:
        return bits
    if one.noun != other.noun:
        return bits * _OTHER_NOUN
    return bits + (_SAME_NOUN if max(one.low, other.low) > 2.0 else _PAIR)


def _exactly(one: Amount, other: Amount) -> float:
    fewer, more = sorted((one, other), key=lambda amount: amount.digits)
    apart = abs(one.low - other.low)
    if apart <= (_SHARE_APART * one.low if one.kind == "share" else 0.0):
        if one.low <= 1.0 and one.kind != "share":
            return 0.0
        extra = _NOUNLESS[one.kind][fewer.digits - 1] if fewer.digits <= 2 else 0.0
        odd = one.kind == "count" and fewer.digits == 2 and _EVERYDAY < one.low < 100.0
        return _EXACT[min(fewer.digits + odd, len(_EXACT)) - 1] + extra
    rounded = more.digits >= fewer.digits + 2 and fewer.low >= _ROUND and apart <= _ROUNDED_BY * fewer.low
    return _ROUGH if rounded and one.kind != "share" else 0.0
