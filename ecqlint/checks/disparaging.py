"""Remarks that run down a manager, a predecessor or a colleague: a judgement of the person, not a fact of what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._blame import (
    Words,
    blames,
    first_word,
    holds_in_contempt,
    is_faulted,
    is_insult,
    predicate,
    wants,
)
from ecqlint.checks._colleagues import Nearness, is_crew, nearness
from ecqlint.checks._grammar import SUBJECTS, clause_span, is_word_of, is_writer, outermost, own_subject, subject, verbs
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = {"he": False, "she": False, "they": True}
_OWNERS = frozenset(("my", "our", "his", "her", "its", "their"))
_POINTING = frozenset(("the", "those", "these"))
_ONLY_GIFT = re.compile(
    r"\bwhose only (?:skill|talent|gift|qualification|interest|accomplishment|contribution|concern|virtue)\b"
)


def check(
    reading: Reading,
    *,
    adjectives: frozenset[str],
    milder: frozenset[str],
    intensifiers: frozenset[str],
    nouns: frozenset[str],
    epithets: frozenset[str],
    vices: frozenset[str],
    qualities: frozenset[str],
    verbs: frozenset[str],
    idioms: frozenset[str],
    wanting: frozenset[str],
    trifles: frozenset[str],
    likened: frozenset[str],
    duties: frozenset[str],
) -> Iterator[Match]:
    """Each phrase or clause outside quotations that judges a colleague badly."""
    words = Words(
        adjectives,
        milder,
        intensifiers,
        nouns,
        epithets,
        vices,
        qualities,
        verbs,
        idioms,
        wanting,
        trifles,
        likened,
        duties,
    )
    topic: Token | None = None
    block = None
    for sentence in reading.sentences:
        if sentence.block != block:
            block, topic = sentence.block, None
        for span in outermost([*_phrases(sentence, words), *_clauses(sentence, words, topic)]):
            if not any(span.overlaps(quotation) for quotation in reading.narrative.quotations):
                yield Match(span)
        topic = _topic(sentence, topic)


def _topic(sentence: Sentence, before: Token | None) -> Token | None:
    """The manager or predecessor whom a pronoun of the next sentence would take up."""
    heads = [token for token in sentence.tokens if token.dep_ in SUBJECTS]
    if heads and heads[0].lower_ in _PLURAL:
        return before
    return next((token for token in heads if nearness(token) == 2), None)


def _phrases(sentence: Sentence, words: Words) -> Iterator[Span]:
    """My incompetent predecessor, the clock-watchers around him, my predecessor's neglect."""
    for token in sentence.tokens:
        near = nearness(token)
        if near > is_crew(token) and _is_run_down(token, near, words):
            behind = [child.right_edge for child in token.rights if child.dep_ in ("prep", "appos")]
            yield sentence.span_of(token.left_edge, behind[-1] if behind else token)
        elif _is_epithet(token, words) or _is_predecessors(token, words):
            yield sentence.span_of(token.left_edge, token)


def _is_run_down(person: Token, near: Nearness, words: Words) -> bool:
    """My lazy deputy; the notoriously timid attorneys; my boss, a micromanager; a chief of no discernible talent."""
    endured = person.dep_ == "pobj" and person.head.lower_ == "under"
    anybody = near < 2 and not endured and (person.left_edge.lower_ in ("a", "an") or person.left_edge == person)
    for child in person.children:
        if not anybody and child.dep_ in ("amod", "acl", "appos") and child.pos_ == "ADJ" and is_faulted(child, words):
            return True
        if not anybody and child.dep_ == "appos" and (is_insult(child, words) or wants(child, words)):
            return True
    return near == 2 and (wants(person, words) or bool(_ONLY_GIFT.search(_text(person))))


def _text(noun: Token) -> str:
    return " ".join(token.lower_ for token in noun.subtree)


def _is_epithet(noun: Token, words: Words) -> bool:
    """The clock-watchers around him, our usual dead wood: a name for colleagues in the place of one."""
    if noun.dep_ not in (*SUBJECTS, "dobj", "pobj", "conj", "dative") or not is_word_of(noun, words.epithets):
        return False
    wooden = noun.lemma_.lower() in ("wood", "deadwood")  # that may lie in a river
    first = noun.left_edge.lower_
    return first in _OWNERS or (first in _POINTING and not wooden)


def _is_predecessors(noun: Token, words: Words) -> bool:
    """My predecessor's neglect, the incompetence of the previous director, my predecessor's reckless plan."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [inner for prep in noun.children if prep.lower_ == "of" for inner in prep.children]
    if not any(nearness(owner) == 2 for owner in owners):
        return False
    return is_word_of(noun, words.vices) or any(
        c.dep_ == "amod" and is_word_of(c, words.adjectives) for c in noun.children
    )


def _clauses(sentence: Sentence, words: Words, topic: Token | None) -> Iterator[Span]:
    """My boss was a bully; the outgoing chief lacked the spine; a boss whom nobody trusted."""
    for verb in verbs(sentence):
        who = subject(verb)
        if who is not None and who.pos_ in ("NOUN", "VERB") and not nearness(who):
            who = _noun_before(verb) or who
        elif who is not None and who.lower_ == "me":
            who = sentence.tokens.root  # of "the woman before me had run": the parser takes me for the subject
        if who is None or is_writer(who):
            continue
        near = nearness(who)
        if who.lower_ in _PLURAL:
            near = 2 if _takes_up(who, sentence, topic) else 0
        if (near > is_crew(who) and blames(predicate(verb), who, near, words)) or (
            holds_in_contempt(verb) and _is_unloved(verb)
        ):
            yield _place(sentence, verb)


def _noun_before(verb: Token) -> Token | None:
    """The person right before a verb whose subject the parser has mistaken: the outgoing permits chief lacked."""
    start = first_word(verb)
    before = verb.doc[start - 1] if start > verb.sent.start else None
    return before if before is not None and before.pos_ == "NOUN" and nearness(before) else None


def _takes_up(pronoun: Token, sentence: Sentence, topic: Token | None) -> bool:
    """Whether the pronoun can be a manager or predecessor who was the subject before it."""
    before = [t for t in sentence.tokens if t.i < pronoun.i and t.dep_ in SUBJECTS and nearness(t) == 2]
    meant = before[0] if before else topic
    return meant is not None and (meant.tag_ in ("NNS", "NNPS")) == _PLURAL[pronoun.lower_]


def _is_unloved(verb: Token) -> bool:
    """A boss whom nobody trusted; nobody respected my predecessor."""
    who = own_subject(verb)
    if who is None or _text(who) not in ("nobody", "no one", "none", "few", "none of us"):
        return False
    if verb.dep_ == "relcl":
        return nearness(verb.head) > 0
    return any(child.dep_ == "dobj" and nearness(child) == 2 for child in verb.children)


def _place(sentence: Sentence, verb: Token) -> Span:
    """The clause, or, of a relative clause, the person with it."""
    if verb.dep_ in ("relcl", "acl") and verb.head.i < verb.i:
        return sentence.span_of(verb.head.left_edge, verb.right_edge)
    return clause_span(sentence, verb)
