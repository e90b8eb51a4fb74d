"""What a narrative shows to be the writer's own organization: its acronyms, its names, and what it is called for short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import is_writer, subject
from ecqlint.checks._english.people import SUPERIORS
from ecqlint.language import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACRONYM = re.compile(r"(?<=\()[A-Z][A-Za-z&]*[A-Z](?=\))")
_NAME = re.compile(r"[A-Z][\w’'.&-]*(?:\s+(?:(?:of|for|on|and|the)\s+)*[A-Z][\w’'.&-]*)+")
_LEADING = frozenset("command direct head lead manage oversee run supervise".split())
_FORMING = frozenset(
    "appoint assemble build chair charter convene create establish form found launch organize recruit set stand".split()
)
_OFFICES = frozenset("agency branch bureau command department directorate division organization region unit".split())
_ARTICLES = frozenset(("a", "an", "the"))
# Whom everybody in government answers to.
_OVERSEERS = frozenset("CBO EEOC GAO IG OIG OMB OPM".split())
# What stands in a name between its words.
_JOINTS = frozenset("and for of on the".split())
_POSSESSIVES = frozenset(("my", "our"))

Name = frozenset[str]


@dataclass
class Own:
    """The writer's own organization, as the narrative shows it; `organizations` are the nouns for such a thing."""

    reading: Reading
    organizations: frozenset[str]
    groups: frozenset[str] = frozenset()

    @cached_property
    def formed(self) -> Name:
        """The groups that the writer has formed, led or chaired, by their nouns: I chaired a panel of five."""
        return frozenset(
            noun
            for sentence in self.reading.sentences
            for token in sentence.tokens
            if token.pos_ == "VERB" and token.lemma_ in _FORMING | _LEADING and is_writer(subject(token))
            for child in token.children
            if child.dep_ == "dobj" and (noun := child.lemma_.lower()) in self.groups
        )

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The organizations' acronyms with which the narrative introduces its writer."""
        return frozenset(_ACRONYM.findall(self._front)) - _OVERSEERS

    @cached_property
    def nouns(self) -> frozenset[str]:
        """What the writer's organization is: a depot, where the front names one, or the text says "my depot"."""
        nouns = {word.lower() for word in re.findall(r"[A-Z][a-z]+", self._front)} & self.organizations
        nouns |= {noun for _, noun in self._led} | self._presupposed
        for sentence in self.reading.sentences:
            for token in sentence.tokens:
                if token.dep_ == "poss" and token.lower_ in _POSSESSIVES:
                    nouns |= {token.head.lemma_.lower()} & self.organizations
        return frozenset(nouns)

    @cached_property
    def _presupposed(self) -> frozenset[str]:
        """Offices that the narrative calls "the" without ever introducing them or saying whose they are: the writer's."""
        definite: set[str] = set()
        others: set[str] = set()
        for sentence in self.reading.sentences:
            for token in sentence.tokens:
                noun = token.lemma_.lower()
                if noun in _OFFICES & self.organizations:
                    bare = token.pos_ == "NOUN" and token.tag_ == "NN" and [c.lower_ for c in token.lefts] == ["the"]
                    whole = bare and token.dep_ != "compound" and not any(c.dep_ == "prep" for c in token.rights)
                    (definite if whole else others).add(noun)
        return frozenset(definite - others)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The words of each name of an organization that the front gives, or that the writer is said to have led."""
        given = (frozenset(re.findall(r"\w+", name.lower())) - _JOINTS for name in _NAME.findall(self._front))
        named = [name for name in given if name & self.organizations]
        return (*named, *(name for name, _ in self._led))

    def is_named(self, who: Token) -> bool:
        """Whether the noun phrase is, in full or in part, the name of the writer's organization: the Tulsa office."""
        words = _name(who)
        return who.lemma_.lower() in self.organizations and len(words) > 1 and any(words <= name for name in self.names)

    @property
    def _front(self) -> str:
        return self.reading.narrative.front.of(self.reading.text)

    @cached_property
    def _led(self) -> tuple[tuple[Name, str], ...]:
        """What the writer has led, as its name's words and its noun."""
        led = (token for sentence in self.reading.sentences for token in _followers(sentence))
        return tuple((_name(one), noun) for one in led if (noun := one.lemma_.lower()) in self.organizations)


def _followers(sentence: Sentence) -> Iterator[Token]:
    """What the sentence says that the writer leads: I ran the depot; as chief of the branch, I."""
    for token in sentence.tokens:
        if token.pos_ == "VERB" and token.lemma_ in _LEADING and is_writer(subject(token)):
            yield from (child for child in token.children if child.dep_ == "dobj" and _is_the(child))
        elif token.lower_ in ("charge", "command") and token.head.lemma_ == "take" and is_writer(subject(token.head)):
            of = [child for child in token.children if child.lower_ == "of"]
            yield from (noun for prep in of for noun in prep.children if noun.dep_ == "pobj" and _is_the(noun))
        elif token.lemma_.lower() in SUPERIORS and _is_held(token):
            of = [child for child in token.children if child.dep_ == "prep" and child.lower_ in ("of", "for")]
            yield from (noun for prep in of for noun in prep.children if noun.dep_ == "pobj" and _is_the(noun))


def _is_held(office: Token) -> bool:
    """Whether the office is the writer's: I was, I became the chief; as chief."""
    if office.dep_ == "attr":
        return is_writer(subject(office.head))
    return office.dep_ == "pobj" and office.head.lower_ == "as" and is_writer(subject(office.head.head))


def _is_the(noun: Token) -> bool:
    return any(child.dep_ == "det" and child.lower_ in ("the", "this") for child in noun.children) or (
        noun.pos_ == "PROPN"
    )


def _name(noun: Token) -> Name:
    """The words of a noun phrase up to the first clause or place: {department, public, works}."""
    words = {noun.lower_}
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod") or (child.dep_ == "prep" and child.lower_ in ("of", "for", "on")):
            words |= {token.lower_ for token in child.subtree if token.is_alpha}
    return frozenset(words) - _ARTICLES - _JOINTS
