"""Tenses that do not go with their times: I am working here since 1998; I have received it in 2009."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, own_subject, subject
from ecqlint.checks._english.inflection import past
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.infinitives import irregular, only_verbs
from ecqlint.checks.grammar.misparsed import is_part_of_subject
from ecqlint.checks.grammar.slip import Looks, Slip
from ecqlint.checks.grammar.subjunctive import CAUSATIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_PERSONS = frozenset(("i", "we", "he", "she", "they"))
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_LASTING = frozenset("work live serve lead run manage direct head teach study hold chair supervise oversee".split())
# Who did a thing may think of it today: I opened it in May and intend to keep it open.
_STANCES = frozenset(
    "believe consider expect hope intend know mean owe prefer regret remember remain think understand want".split()
)
_TODAY = frozenset("today now still currently ever daily weekly monthly yearly since always often".split())
_COURSE = frozenset("through until into past out across".split())
_THAT = frozenset(("that", "those", "one", "ones", "as", "since", "than", "like"))


def _since(since: Token) -> Iterator[Slip]:
    """I am working here since 1998: the present, for what has lasted."""
    time = following(since)
    month = time is not None and time.lower_ in _MONTHS
    if since.pos_ not in ("SCONJ", "ADP") or time is None or not (_YEAR.fullmatch(time.text) or month):
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


def _among_pasts(verb: Token) -> Iterator[Slip]:
    """I attacked the hours and lead the crew through the winter; slept at the office and drive home once: a present among pasts."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in ("VB", "VBP") or first.tag_ != "VBD" or own_subject(verb) is not None:
        return
    joint, who, past_ = preceding(verb), subject(first), past(verb.lower_)
    if joint is None or joint.lower_ != "and" or who is None or who.i > first.i or past_ == verb.lower_:
        return
    if past_ not in irregular() and verb.lower_ not in only_verbs():
        return
    # An infinitive may be shared, or somebody else's; and what is done today may be told after what was done.
    doc = verb.doc
    if any(child.dep_ in AUXILIARIES for child in (*first.lefts, *verb.lefts)) or any(
        word.tag_ in ("TO", "MD", "VB", "WDT", "WP", "VBG")
        or word.lower_ in ("that", "to")
        or word.lemma_ in CAUSATIVES
        for word in doc[verb.sent.start : verb.i]
    ):
        return
    if any(word.lower_ in _TODAY or word.tag_ in ("VBZ", "VBP") for word in verb.sent if word != verb):
        return
    if verb.lemma_ in _STANCES or is_part_of_subject(verb):
        return
    led = verb.lemma_ not in _LASTING or any(c.dep_ == "prep" and c.lower_ in _COURSE for c in verb.rights)
    if led and any(child.dep_ in ("dobj", "prep") for child in verb.rights):
        yield Slip(verb, verb, past_)


def _perfect(have: Token) -> Iterator[Slip]:
    """I have received the award in 2009: the perfect, for what is over."""
    verb = have.head
    if have.dep_ != "aux" or verb.tag_ not in ("VBN", "VBD"):
        return
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


looks = Looks(
    "is not the tense for that time",
    words={_since: ("since",), _perfect: ("have", "has", "'ve", "’ve")},
    kinds={_among_pasts: ("VERB",)},
)
