"""Remarks that run down a manager, a predecessor or a colleague: a judgement of the person, not a fact of what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause_span, is_writer, outermost, own_subject, subject, verbs
from ecqlint.checks.disparaging.blame import (
    appalls,
    blames,
    has_aside,
    is_absolute,
    is_at_the_door,
    is_blamed_on,
    is_thanked,
    is_unloved,
)
from ecqlint.checks.disparaging.cast import PLURAL, Cast
from ecqlint.checks.disparaging.colleagues import is_crew, nearness
from ecqlint.checks.disparaging.contempt import Words, first_word, predicate
from ecqlint.checks.disparaging.frames import Frame, framed
from ecqlint.checks.disparaging.reach import ill_words
from ecqlint.checks.disparaging.remarks import is_foully_named, phrases, text_of
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FAR = 9  # words
_NOBODY = frozenset(("nobody", "none"))


def check(reading: Reading, *, words: Words, frames: tuple[Frame, ...]) -> Iterator[Match]:
    """Each phrase or clause outside quotations that judges a colleague badly."""
    cast, told = Cast(), reading.text.lower()
    for sentence in reading.sentences:
        cast.open(sentence)
        found = [*framed(sentence, frames, words, cast, told), *_remarks(sentence, words, cast)]
        for span in outermost(found):
            if not any(span.overlaps(quotation) for quotation in reading.narrative.quotations):
                yield Match(span)
        cast.close(sentence)


def _remarks(sentence: Sentence, words: Words, cast: Cast) -> Iterator[Span]:
    """What the sentence says ill of somebody whom it names or takes up."""
    if cast.is_empty:
        return
    yield from phrases(sentence, words)
    if words.phrases["innocent"].are_in(sentence.tokens.text):
        return
    yield from _clauses(sentence, words, cast)
    yield from _stretches(sentence, words, cast)


def _stretches(sentence: Sentence, words: Words, cast: Cast) -> Iterator[Span]:
    """The person with what is said ill behind, or, where that stands far off, that alone."""
    for token in cast.people:
        if is_thanked(token) and not is_foully_named(token, words):
            continue
        found = ill_words(token, words, close=token not in cast.loose)
        if found is not None:
            first, last = found
            yield sentence.span_of(token.left_edge if first.i - token.i < _FAR else first, last)


def _is_first_of_many(verb: Token, words: Words) -> bool:
    """I was the first director in years who actually came."""
    first = verb.lemma_ == "be" and is_writer(own_subject(verb))
    return first and words.phrases["at_last"].are_in(text_of(verb))


def _clauses(sentence: Sentence, words: Words, cast: Cast) -> Iterator[Span]:
    """My boss was a bully; the outgoing chief lacked the spine; a boss whom nobody trusted."""
    for verb in verbs(sentence):
        who = subject(verb)
        if (
            is_unloved(verb, words)
            or is_blamed_on(verb, words)
            or is_at_the_door(verb, words)
            or _is_first_of_many(verb, words)
            or appalls(verb)
        ):
            yield _place(sentence, verb)
            continue
        if who is not None and (who.pos_ in ("NOUN", "VERB") or who.tag_ == "PRP$") and not nearness(who):
            who = _noun_before(verb) or who
        if who is not None and who.pos_ == "VERB":
            who = next((child for child in who.children if child.lower_ == "whoever"), who)
        elif who is not None and who.lower_ == "me":
            who = sentence.tokens.root  # of "the woman before me had run": the parser takes me for the subject
        if who is None or is_writer(who):
            continue
        near = cast.nearness(who if who.lower_ in PLURAL else _kind_of(who))
        if near <= is_crew(who):
            continue
        if is_absolute(verb, who, words):
            yield _place(sentence, verb)
            continue
        said = predicate(verb, nobody=who.left_edge.lower_ == "no" or who.lower_ in (*_NOBODY, "one"))
        mocked = verb == sentence.tokens.root and has_aside(text_of(verb), words)
        aside = near == 2 and (mocked or _is_contrasted(verb))
        if aside or blames(said, who, near, words):
            yield _place(sentence, verb)


def _is_contrasted(verb: Token) -> bool:
    """Where my predecessor saw problems, I saw a chance."""
    where = verb.dep_ == "advcl" and any(child.lower_ == "where" for child in verb.children)
    return where and verb.i < verb.head.i and is_writer(own_subject(verb.head))


def _kind_of(who: Token) -> Token:
    """Whom a relative clause describes: of "my boss is the kind of man who", the boss."""
    above = who.head.head if who.dep_ == "pobj" and who.head.lower_ == "of" else who
    if above.dep_ == "attr" and above.head.lemma_ == "be":
        return own_subject(above.head) or who
    return who


def _noun_before(verb: Token) -> Token | None:
    """The person right before a verb whose subject the parser has mistaken: the outgoing permits chief lacked."""
    start = first_word(verb)
    before = verb.doc[start - 1] if start > verb.sent.start else None
    return before if before is not None and before.pos_ == "NOUN" and nearness(before) else None


def _place(sentence: Sentence, verb: Token) -> Span:
    """The clause, or, of a relative clause, the person with it."""
    if verb.dep_ in ("relcl", "acl") and verb.head.i < verb.i:
        return sentence.span_of(verb.head.left_edge, verb.right_edge)
    return clause_span(sentence, verb)
