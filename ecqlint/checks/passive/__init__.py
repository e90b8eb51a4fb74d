"""The passive voice, which leaves out who acted or says it last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.voice import Passive, verb_phrases
from ecqlint.checks.passive.active import active
from ecqlint.checks.passive.states import Lexicon, is_adjectival, is_state
from ecqlint.language import Reading
from ecqlint.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Token


def passives(tokens: Iterable[Token], states: Lexicon | None = None) -> Iterator[Passive]:
    """The passives among a sentence's tokens, in order; without `states`, only grammar tells them from adjectives."""
    for phrase in verb_phrases(tokens):
        if not is_adjectival(phrase) and not (states and is_state(phrase, states)):
            yield phrase


def check(reading: Reading, *, states: Lexicon) -> Iterator[Match]:
    """Each passive outside quotations, from its first auxiliary to its last participle.

    The options are the classes of participles that name states: see `Lexicon`. Where a by-phrase names the agent of a
    simple clause, the suggestion is how the active would begin.
    """
    for sentence in reading.sentences:
        for passive in passives(sentence.tokens, states):
            span = sentence.span_of(passive.first, passive.last)
            if not reading.narrative.quoted(span):
                yield Match(span, suggestion=active(passive))
