"""Elections as the writer lived them: votes, candidates helped into office, politicians by name; not elections run as a job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, clause_span, governor, subject, verbs
from ecqlint.checks._english.people import is_person
from ecqlint.checks.political_content.politics import BOTH, Politics, is_ours, text_of
from ecqlint.checks.political_content.sympathies import US, tells_of_us
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Somebody to vote for, where no panel or award is spoken of.
_SOMEBODY = frozenset(
    "him her them guy fellow other opponent challenger winner loser incumbent underdog father son".split()
)
_ELECTING = frozenset("elect reelect re-elect oust unseat".split())


def voted(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """The places in a sentence that tell how the writer votes and leans, and whom the writer elected."""
    text = sentence.tokens.text
    if BOTH.search(text) or politics["measures"].are_in(text):
        return
    if tells_of_us(text):
        yield from _leaning(sentence, politics)
        yield from _named(sentence, politics)
    if politics["voting"].may_be_in(text) or politics["turned_out"].may_be_in(text):
        for verb in verbs(sentence):
            if is_ours(_doer(verb)) and _is_vote(verb, politics):
                yield clause_span(sentence, verb)


def _is_vote(verb: Token, politics: Politics) -> bool:
    """I voted for the other fellow, helped elect him, put her in the White House, turned out three wards."""
    text = verb.sent.text
    if any(child.dep_ == "neg" for child in verb.children) or politics["elsewhere"].are_in(text):
        return False
    if verb.lemma_ in ("vote", "root", "pull") and not politics["panel"].are_in(text):
        return any(
            _is_somebody(noun) for prep in verb.children if prep.lower_ in ("for", "against") for noun in prep.children
        )
    if verb.lemma_ in _ELECTING and not politics["panel"].are_in(text):
        place = text_of([token for token in clause(verb) if token.i > verb.i])
        objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubj") and child.i > verb.i]
        objects += [verb.head] * (verb.dep_ == "relcl")
        return politics["candidate"].begin(place) or any(_is_somebody(noun) for noun in objects)
    return politics["turned_out"].are_in(text_of(clause(verb))) and not politics["polling"].are_in(text)


def _named(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """A politician by bare name beside the writer, as only supporters speak of one: not Secretary Kerry, not the Obama-era rule."""
    for match in politics["leader"].find(sentence.tokens.text):
        found = sentence.matched(match)
        last, verb = found[-1], governor(found[-1])
        before = found[0].nbor(-1) if found[0].i > sentence.tokens.start else None
        modifies = last.dep_ in ("compound", "amod", "nmod", "poss") or (
            last.i + 1 < len(last.doc) and last.nbor(1).text in ("-", "/", "'s", "’s")
        )
        first = last.head if last.dep_ == "conj" else None  # Presidents Bush and Obama
        if first is not None and first.i > first.sent.start and first.nbor(-1).lower_ == "presidents":
            continue
        titled = before is not None and (
            before.pos_ == "PROPN" or before.lower_.endswith(".") or before.lower_ in ("president", "secretary")
        )
        group = (
            before is not None
            and before.lower_ == "for"
            and before.i > before.sent.start
            and before.nbor(-1).text.istitle()
        )
        if before is not None and group and is_ours(_doer(verb) if verb is not None else None):
            yield sentence.span_of(before.nbor(-1), last)
        if modifies or titled or verb is None or match[0] in politics.words.ambiguous or not is_ours(_doer(verb)):
            continue
        if verb.lower_ not in politics.verbs.working:
            yield sentence.span_of(verb, last) if verb.i < last.i else sentence.span_of(found[0], verb)


def _leaning(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """Most of them, like me, leaned left; I lean Republican: not the wall that leaned left."""
    text = sentence.tokens.text
    yield from (sentence.span_at(match) for match in politics["of_center"].find(text))
    for name in ("leaning", "leaning_aside"):
        for match in politics[name].find(text):
            leaned = sentence.matched(match)
            who = subject(leaned[0])
            mine = who is not None and any(token.lower_ in US for token in (who, *who.subtree))
            if name == "leaning" or mine or politics["like_me"].are_in(text):
                yield sentence.span_of(leaned[0].left_edge if who is not None else leaned[0], leaned[-1])


def _doer(verb: Token) -> Token | None:
    """Who does it, also where it is the purpose of what is done: I worked to elect him."""
    found = subject(verb)
    while (
        found is not None
        and not is_ours(found)
        and verb.dep_ in ("xcomp", "advcl", "ccomp", "acl")
        and verb.head.pos_ == "VERB"
    ):
        verb = verb.head
        found = subject(verb)
    return found


def _is_somebody(noun: Token) -> bool:
    if (
        noun.lower_ in ("candidate", "nominee", "member", "applicant", "chair", "president")
        and noun.left_edge.lower_ != "that"
    ):
        return False
    named = noun.pos_ == "PROPN" and not re.search(r"[\d]", text_of(sorted(noun.subtree, key=lambda t: t.i)))
    return noun.lower_ in _SOMEBODY or is_person(noun) or (named and noun.left_edge.lower_ not in ("a", "the"))
