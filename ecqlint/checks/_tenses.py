"""Tenses that do not go with their times: I am working here since 1998; I have received it in 2009."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import AUXILIARIES, own_subject
from ecqlint.checks._slip import Slip, following, preceding

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_PERSONS = frozenset(("i", "we", "he", "she", "they"))
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_LASTING = frozenset("work live serve lead run manage direct head teach study hold chair supervise oversee".split())
_THAT = frozenset(("that", "those", "one", "ones", "as", "since", "than", "like"))


def slips(sentence: Tokens) -> Iterator[Slip]:
    """Each such verb in a sentence."""
    for token in sentence:
        if token.lower_ == "since" and token.pos_ in ("SCONJ", "ADP"):
            yield from _since(token)
        if token.lower_ in ("have", "has", "'ve", "’ve") and token.dep_ == "aux" and token.head.tag_ in ("VBN", "VBD"):
            yield from _perfect(token)


def _since(since: Token) -> Iterator[Slip]:
    """I am working here since 1998: the present, for what has lasted."""
    time = following(since)
    month = time is not None and time.lower_ in _MONTHS
    if time is None or not (_YEAR.fullmatch(time.text) or month):
        return
    verb = since.head
    for _ in range(3):
        if verb.pos_ in ("VERB", "AUX"):
            break
        verb = verb.head
    who = own_subject(verb)
    if verb.pos_ not in ("VERB", "AUX") or who is None or who.lower_ not in _PERSONS:
        return
    helpers = [c for c in verb.children if c.dep_ in AUXILIARIES]
    first = min([verb, *helpers], key=lambda t: t.i)
    if first.i - who.i > 2 or first.tag_ not in ("VBP", "VBZ") or (first.lemma_ == "have" and first != verb):
        return
    lasting = (verb.tag_ == "VBG" and first.lemma_ == "be") or (verb == first and verb.lemma_ in _LASTING)
    office = verb == first and verb.lemma_ == "be" and any(c.dep_ == "attr" and c.tag_ == "NN" for c in verb.children)
    oldest = any(t.tag_ in ("JJS", "RBS", "JJR") or t.lower_ in ("first", "only") for t in verb.doc[verb.i : since.i])
    if (lasting or office) and not oldest:
        yield Slip(first, verb)


def _perfect(have: Token) -> Iterator[Slip]:
    """I have received the award in 2009: the perfect, for what is over."""
    verb = have.head
    who = own_subject(verb)
    if who is None or who.lower_ not in _PERSONS or have.i > verb.i:
        return
    if any(time.dep_ == "npadvmod" and any(c.lower_ == "last" for c in time.lefts) for time in verb.lefts):
        yield Slip(have, verb)
        return
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if (
            token.text in (";", ":", "(", ",")
            or token.dep_ == "cc"
            or (token.pos_ in ("VERB", "AUX") and token.dep_ != "amod")
        ):
            return
        before, after = preceding(token), following(token)
        year = _YEAR.fullmatch(token.text) and before is not None and before.lower_ == "in"
        ends = (
            after is None
            or after.is_punct
            or after.pos_ in ("CCONJ", "ADP", "SCONJ")
            or after.lower_ in ("when", "where")
        )
        if year and ends and before is not None and before.nbor(-1).lower_ not in _THAT:
            yield Slip(have, verb)
            return
        if token.lower_ in ("ago", "yesterday") and ends:
            yield Slip(have, verb)
            return
