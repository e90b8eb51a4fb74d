"""Frames of mockery, told by grammar and not by the insult: a man who could not have led a parade, whose grasp of it ended at the
door, to put it kindly, least of all by the gentleman in charge, which its authors had plainly dashed off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ecqlint.checks._caricature import OF_SOMEBODY, STRANGE
from ecqlint.checks._cast import Cast
from ecqlint.checks._colleagues import is_crew, is_leader, nearness
from ecqlint.checks._contempt import Words
from ecqlint.checks._grammar import inflected, own_subject
from ecqlint.checks._mockery import ANYBODY, BY_ITSELF, slots
from ecqlint.checks._ordinary import ordinary
from ecqlint.checks._people import is_person
from ecqlint.checks._stems import stem
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from re import Pattern

    from spacy.tokens import Token

_FAR = 12  # words
_LONG = 24
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_STOPS = frozenset((";", ":", ".", "—", "–"))
_PAUSES = frozenset((*_STOPS, ","))
# Whose failings are none of a colleague's.
_STRANGERS = frozenset(
    """
    inmate convict tenant patient student customer client farmer contractor vendor resident soldier passenger citizen applicant visitor
    veteran rancher owner grower supplier defendant plaintiff claimant landlord voter refugee settler widow buyer seller taxpayer
    """.split()
)
# A foil is no person and no thing of the work.
_NO_FOIL = frozenset(
    "thing way time part kind case place word lot moment chance bit number pair couple half point one".split()
)


class Scene(NamedTuple):
    """A sentence in the small letters that the frames are told by, each word with its place, and who is known so far."""

    sentence: Sentence
    text: str
    starts: dict[int, int]
    cast: Cast
    narrative: str

    def token_at(self, offset: int) -> Token:
        """The word in which the character at `offset` of the text stands."""
        tokens = self.sentence.tokens
        while offset not in self.starts and offset > 0:
            offset -= 1
        return tokens[self.starts[offset]]


def framed(sentence: Sentence, words: Words, cast: Cast, narrative: str) -> Iterator[Span]:
    """Each place of the sentence that mocks somebody above, before or beside the writer; `narrative` is the whole text."""
    scene: Scene | None = None
    lowered = sentence.tokens.text.lower()
    for frames, needs_person, needs_foil in (
        (BY_ITSELF, False, False),
        (OF_SOMEBODY, True, False),
        (STRANGE, True, True),
    ):
        for frame in frames:
            if not any(cue in lowered for cue in frame.cues.split(";")):
                continue
            scene = scene or _scene(sentence, cast, narrative)
            for match in _pattern(frame.source, words).finditer(scene.text):
                first, last = scene.token_at(match.start()), scene.token_at(match.end() - 1)
                person = _holder(first, scene) if needs_person else _within(first, last, scene) if frame.near else None
                if (needs_person or frame.near) and (person is None or _closeness(person, scene) < frame.near):
                    continue
                end = _to_pause(last)
                if needs_foil and not any(_is_foil(token, scene) for token in first.doc[first.i : end.i + 1]):
                    continue
                start = person if person is not None and person.i < first.i and first.i - person.i < _FAR else first
                yield sentence.span_of(start.left_edge if start is person else start, end)


def _scene(sentence: Sentence, cast: Cast, narrative: str) -> Scene:
    starts: dict[int, int] = {}
    offset = 0
    for place, token in enumerate(sentence.tokens):
        starts[offset] = place
        offset += len(token.lower_) + 1
    text = " ".join(token.lower_ for token in sentence.tokens).replace("’", "'")
    return Scene(sentence, text, starts, cast, narrative)


@cache
def _pattern(source: str, words: Words) -> Pattern[str]:
    for slot, alternatives in slots(words, inflected).items():
        source = source.replace(slot, alternatives)
    return re.compile(source)


def _closeness(person: Token, scene: Scene) -> int:
    """2 for somebody above, before or beside the writer, 1 for another officer, 0 for "the man", -1 for anybody else."""
    if scene.cast.nearness(person) == 2 and not is_crew(person):
        return 2
    near = nearness(person)
    if not near and person.lemma_.lower() in ANYBODY:
        return 0 if person.left_edge.lower_ == "the" else -1
    if not near or is_crew(person) or person.lemma_.lower() in _STRANGERS:
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
        if nearness(before) < 2 and (before.lemma_.lower() in ANYBODY or before.left_edge.lower_ in ("a", "an")):
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


def _within(first: Token, last: Token, scene: Scene) -> Token | None:
    """The nearest colleague among the words of the match."""
    people = [token for token in first.doc[first.i : last.i + 1] if is_person(token) or nearness(token)]
    return max(people, key=lambda person: _closeness(person, scene), default=None)


def _to_pause(last: Token) -> Token:
    """The last word before the next comma or stop."""
    end = last
    while end.i + 1 < end.sent.end and end.nbor(1).text not in _PAUSES and end.i - last.i < _LONG:
        end = end.nbor(1)
    return end


def _is_foil(token: Token, scene: Scene) -> bool:
    """Whether the word is foreign to the work and to the whole narrative: a bathtub, a parade."""
    if token.pos_ not in ("NOUN", "PROPN") or is_person(token) or token.lemma_.lower() in _NO_FOIL or len(token) < 3:
        return False
    return stem(token.lower_) not in ordinary() and scene.narrative.count(token.lower_) == 1
