"""Frames of mockery, told by grammar and not by the insult: a man who could not have led a parade, whose grasp of it ended at the
door, to put it kindly, least of all by the gentleman in charge, which its authors had plainly dashed off.

The frames are the rule's; here is what they ask of the sentence: who stands before, among or behind their words, how near, and a foil.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from ecqlint.checks._english.grammar import own_subject
from ecqlint.checks._english.ordinary import ordinary
from ecqlint.checks._english.people import is_person
from ecqlint.checks._english.stems import stem
from ecqlint.checks._notation import Phrasebook, Phrases
from ecqlint.checks.disparaging.cast import Cast
from ecqlint.checks.disparaging.colleagues import is_crew, is_leader, nearness
from ecqlint.checks.disparaging.contempt import Words
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_FAR = 12  # words
_LONG = 24
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = frozenset((";", ":", ".", "—", "–"))
_PAUSES = frozenset((*_STOPS, ","))
_NEAR = {"anybody": 0, "colleague": 1, "superior": 2}


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Turns of mockery, and what they need to be one: a colleague before, among or behind the words, who is near enough, and a foil."""

    phrases: tuple[str, ...]
    person: Literal["before", "among", "behind"] | None = None
    near: Literal["anybody", "colleague", "superior"] = "colleague"
    foil: bool = False


class Scene(NamedTuple):
    """A sentence, the words of the rule, who is known so far, and the whole text in small letters."""

    sentence: Sentence
    words: Words
    cast: Cast
    narrative: str


@lru_cache(maxsize=8)
def _sought(frames: tuple[Frame, ...], book: Phrasebook) -> tuple[tuple[Frame, Phrases], ...]:
    """The frames, each with its phrases to be found, made once for all documents."""
    return tuple((frame, Phrases(frame.phrases, book)) for frame in frames)


def framed(sentence: Sentence, frames: tuple[Frame, ...], words: Words, cast: Cast, narrative: str) -> Iterator[Span]:
    """Each place of the sentence that mocks somebody above, before or beside the writer; `narrative` is the whole text."""
    scene = Scene(sentence, words, cast, narrative)
    text = sentence.tokens.text
    for frame, phrases in _sought(frames, words.phrases):
        for match in phrases.find(text):
            place = _place(frame, sentence.matched(match), scene)
            if place is not None and (frame.person or _blames_colleagues(place.text, text, words)):
                yield sentence.span_of(place[0], place[-1])


def _blames_colleagues(place: str, sentence: str, words: Words) -> bool:
    """Whether blame that needs no person may be of a colleague."""
    return not (words.phrases["outsiders"].are_in(place) or words.phrases["innocent"].are_in(sentence))


def _place(frame: Frame, said: Tokens, scene: Scene) -> Tokens | None:
    """From the person, where there is one before, to the next pause, if all is there that the frame needs."""
    first, end = said[0], _to_pause(said[-1])
    person = _person(frame, first, end if frame.person == "behind" else said[-1], scene)
    if frame.person and (person is None or _closeness(person, scene) < _NEAR[frame.near]):
        return None
    if frame.foil and not any(_is_foil(token, scene) for token in first.doc[first.i : end.i + 1]):
        return None
    leads = person is not None and person.i < first.i and first.i - person.i < _FAR
    start = person.left_edge if person is not None and leads else first
    return first.doc[start.i : end.i + 1]


def _person(frame: Frame, first: Token, last: Token, scene: Scene) -> Token | None:
    if frame.person == "before":
        return _holder(first, scene)
    people = [token for token in first.doc[first.i : last.i + 1] if is_person(token) or nearness(token)]
    return max(people, key=lambda person: _closeness(person, scene), default=None) if frame.person else None


def _closeness(person: Token, scene: Scene) -> int:
    """2 for somebody above, before or beside the writer, 1 for another officer, 0 for "the man", -1 for anybody else."""
    if scene.cast.nearness(person) == 2 and not is_crew(person):
        return 2
    near = nearness(person)
    if not near and person.lemma_.lower() in scene.words.anybody:
        return 0 if person.left_edge.lower_ == "the" else -1
    if not near or is_crew(person) or person.lemma_.lower() in scene.words.strangers:
        return -1
    first = person.left_edge.lower_
    if near < 2 and first in ("a", "an", "every", "any", "each", "no") and not is_leader(person):
        return -1
    return int(near)


def _holder(token: Token, scene: Scene) -> Token | None:
    """Whom the words from `token` on are said of: the last person before, or, where that is but "a man", the one so called."""
    verbs = 0
    for before in reversed(scene.sentence.tokens[: token.i - scene.sentence.tokens.start]):
        if token.i - before.i > _FAR or before.text in _STOPS:
            return None
        verbs += before.tag_ in _FINITE and before.head != token and before.dep_ not in ("aux", "auxpass")
        if verbs > 1:
            return None
        owned = before.dep_ in ("compound", "poss") and before.head.i < token.i and before.head.pos_ == "NOUN"
        if owned and not (before.dep_ == "poss" and nearness(before)):
            continue
        if before.lower_ in ("he", "she", "they"):
            return before
        if before.lower_ in ("i", "we"):
            if before.head.dep_ == "relcl":
                verbs -= 1  # the director whom I followed
                continue
            return None
        if not (is_person(before) or nearness(before)):
            continue
        if before.dep_ == "pobj" and before.head.lower_ == "of" and nearness(before.head.head):
            continue  # the head of the team
        if nearness(before) < 2 and (
            before.lemma_.lower() in scene.words.anybody or before.left_edge.lower_ in ("a", "an")
        ):
            return _so_called(before, scene) or before
        return before
    return None


def _so_called(anybody: Token, scene: Scene) -> Token | None:
    """Who is called a man who: the person before the comma, or the subject of "was"."""
    for before in reversed(scene.sentence.tokens[: anybody.left_edge.i - scene.sentence.tokens.start]):
        if before.lemma_ == "be":
            return own_subject(before)
        if before.text == ",":
            return _holder(before, scene)
        if before.pos_ not in ("ADV", "PART", "ADJ", "DET", "NOUN"):
            return None
    return None


def _to_pause(last: Token) -> Token:
    """The last word before the next comma or stop."""
    end = last
    while end.i + 1 < end.sent.end and end.nbor(1).text not in _PAUSES and end.i - last.i < _LONG:
        end = end.nbor(1)
    return end


def _is_foil(token: Token, scene: Scene) -> bool:
    """Whether the word is foreign to the work and to the whole narrative: a bathtub, a parade."""
    if token.pos_ not in ("NOUN", "PROPN") or is_person(token) or len(token) < 3:
        return False
    if token.lemma_.lower() in scene.words.commonplace:
        return False
    return stem(token.lower_) not in ordinary() and scene.narrative.count(token.lower_) == 1
