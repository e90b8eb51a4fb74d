"""Credit that goes to "we" or to the organization for what the story tells, where the writer's own part should be named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import auxiliaries, is_writer, own_subject, tense, verbs
from ecqlint.checks._stories import part_at
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import PartName
from ecqlint.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEPENDENT = frozenset(("ROOT", "conj", "parataxis", "ccomp"))
_ACRONYM = re.compile(r"(?<=\()[A-Z][A-Za-z&]*[A-Z](?=\))")
_DEFINITE = frozenset(("the", "this"))
_DESCRIBING = frozenset(("poss", "prep", "relcl", "acl", "nummod"))
# What was done before the writer acted.
_FORMERLY = frozenset("already once previously still".split())
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
_BEFORE_ACTION: frozenset[PartName] = frozenset(("challenge", "context"))


@dataclass(frozen=True)
class Words:
    """The words of the rule: its options, which say what each is."""

    groups: frozenset[str]
    teams: frozenset[str]
    outsiders: frozenset[str]
    organizations: frozenset[str]
    honors: frozenset[str]
    states: frozenset[str]
    losses: frozenset[str]
    speech: frozenset[str]


def check(
    reading: Reading,
    *,
    groups: frozenset[str],
    teams: frozenset[str],
    outsiders: frozenset[str],
    organizations: frozenset[str],
    honors: frozenset[str],
    states: frozenset[str],
    losses: frozenset[str],
    speech: frozenset[str],
) -> Iterator[Match]:
    """Each clause outside quotations and reported speech whose doer is "we", "our team", or the writer's own organization.

    `groups` and `organizations` are nouns that "our" makes the writer's own, `teams` those that "the" does, unless
    `outsiders` (auditors) stand before them. A passive of `honors` is credit too; what they are (`states`), suffered (`losses`)
    and said (`speech`) is context. The place runs from the doer to the verb.
    """
    words = Words(groups, teams, outsiders, organizations, honors, states, losses, speech)
    own = Own(reading, words)
    previous: Sentence | None = None
    for sentence in reading.sentences:
        for verb in verbs(sentence):
            who = own_subject(verb)
            if who is None or verb.dep_ not in _INDEPENDENT or not own.is_doer(who, verb):
                continue
            part = part_at(reading, sentence)
            if _names_writer(sentence, who, previous) or (part is not None and part.name in _BEFORE_ACTION):
                continue
            span = sentence.span_of(who.left_edge, verb)
            if not any(quotation.overlaps(span) for quotation in reading.narrative.quotations):
                yield Match(span)
        previous = sentence


@dataclass
class Own:
    """What the narrative shows to be the writer's own organization."""

    reading: Reading
    words: Words

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The organizations' acronyms with which the narrative introduces its writer."""
        front = self.reading.narrative.front
        return frozenset(_ACRONYM.findall(front.of(self.reading.text)))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """What the writer's organization is: a depot, where the front names one or the text says "my depot"."""
        front = self.reading.narrative.front
        nouns = {
            word.lower() for word in re.findall(r"[A-Z][a-z]+", front.of(self.reading.text))
        } & self.words.organizations
        for sentence in self.reading.sentences:
            for token in sentence.tokens:
                if (
                    token.dep_ == "poss"
                    and token.lower_ in ("my", "our")
                    and token.head.lemma_.lower() in self.words.organizations
                ):
                    nouns.add(token.head.lemma_.lower())
        return frozenset(nouns)

    def is_doer(self, who: Token, verb: Token) -> bool:
        """Whether the subject is "we", the writer's team or organization, and the verb a deed of theirs."""
        when = tense(verb)
        if when not in ("past", "perfect", "present") or self._is_loss(verb):
            return False
        undergone = verb.lemma_ not in self.words.honors and any(child.dep_ == "auxpass" for child in verb.children)
        before = when == "past" and (self._is_state(verb) or undergone)
        if who.lower_ == "we":
            return not before
        ours = any(child.dep_ == "poss" and child.lower_ == "our" for child in who.children)
        if before or verb.lemma_ in self.words.speech or (when == "present" and self._is_state(verb)):
            return False
        if ours:
            return who.lemma_.lower() in self.words.groups | self.words.organizations
        return when != "present" and _achieves(verb) and self._is_own(who, verb)

    def _is_state(self, verb: Token) -> bool:
        able = any(child.lower_ == "able" and child.dep_ == "acomp" for child in verb.children)
        return verb.lemma_ in self.words.states and not able

    def _is_loss(self, verb: Token) -> bool:
        negated = any(
            c.lower_ in _NEGATIONS and (c.i + 1 == len(c.doc) or c.nbor(1).lower_ != "only") for c in verb.children
        )
        return negated or verb.lemma_ in self.words.losses

    def _is_own(self, who: Token, verb: Token) -> bool:
        """Whether the sentence, which nowhere names the writer, gives the deed to the writer's team, office or agency."""
        if any(is_writer(token) for token in who.sent) or any(child.lower_ in _FORMERLY for child in verb.children):
            return False
        noun, pluperfect = who.lemma_.lower(), any(child.tag_ == "VBD" for child in auxiliaries(verb))
        if who.text in self.acronyms:
            return not pluperfect
        definite = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in who.children)
        if not definite or any(
            child.dep_ in _DESCRIBING or (child.pos_ == "PROPN" and child.dep_ != "conj") for child in who.children
        ):
            return False
        if noun in self.words.organizations:
            return (
                noun in self.nouns
                and not pluperfect
                and not any(c.dep_ in ("amod", "compound", "nmod") for c in who.children)
            )
        return noun in self.words.teams and not any(child.lower_ in self.words.outsiders for child in who.children)


def _achieves(verb: Token) -> bool:
    """Whether the verb, or one that shares its subject, is a finished deed with an object."""
    if any(child.dep_ == "auxpass" for child in verb.children) or verb.tag_ == "VBG":
        return False
    joined = [verb, *(child for child in verb.rights if child.dep_ == "conj" and own_subject(child) is None)]
    return any(child.dep_ == "dobj" for one in joined for child in one.children)


def _names_writer(sentence: Sentence, who: Token, previous: Sentence | None) -> bool:
    """Whether the sentence names the writer's own act beside, or says who "we" are: Gil and I; we argued over every line."""
    if any(is_writer(token) and token.i < who.i for token in sentence.tokens):
        return True
    if previous is None or previous.block is not sentence.block or who.lower_ != "we":
        return False
    return any(
        is_writer(token) and (token.dep_ == "conj" or (token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "and"))
        for token in previous.tokens
    )
