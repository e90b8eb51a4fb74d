"""The writer as a third person: where a narrative speaks of its own candidate by name, by role or by title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, SUBJECTS, governor, is_word, is_writer, subject
from ecqlint.checks._english.people import HONORIFICS, STAFF, SUPERIORS, Gender
from ecqlint.checks.third_person.nicknames import forms
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES = SUPERIORS | STAFF
# Ranks below an office: a title without them is somebody else's.
RANKS = frozenset("deputy assistant associate vice acting".split())
# Given names that are months or places too are trusted only beside the surname.
_AMBIGUOUS = frozenset(
    "april may june august georgia virginia carolina dakota montana nevada austin dallas houston".split()
)
_DATES = frozenset(
    """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
_NAMING = frozenset("call name dub nickname sign know".split())
_INITIAL = re.compile(r"[A-Z]\.?")
# A person who acts in this many paragraphs, and in this share of them without a first person beside, is the writer.
LEAST_PARAGRAPHS = 3
MOSTLY = 0.7
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True)
class Mention:
    """A place where a person is named: its head word, and the first and last word of what an editor would underline."""

    head: Token
    first: Token
    last: Token


class Writer:
    """What the narrative tells about its candidate: name, gender, and the offices held."""

    def __init__(self, reading: Reading, candidate: Candidate | None) -> None:
        self.reading = reading
        self.candidate = candidate

    @cached_property
    def _given(self) -> frozenset[str]:
        """The candidate's given names, in all their forms."""
        return frozenset().union(*map(forms, self.candidate.given)) if self.candidate else frozenset()

    @cached_property
    def gender(self) -> Gender | None:
        """The gender of the honorifics before the candidate's surname, quotations included."""
        if self.candidate is None:
            return None
        before = re.compile(
            rf"\b(mrs?|ms|miss)\.?\s+(?:\w[\w.]*\s+){{0,2}}{re.escape(self.candidate.surname)}\b", re.IGNORECASE
        )
        told = Counter(HONORIFICS[match[1].lower()] for match in before.finditer(self.reading.text))
        return told.most_common(1)[0][0] if told else None

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        """The surname with honorifics, offices, given names and initials before it, or the given name by itself."""
        if self.candidate is None:
            return None
        surname, given = re.escape(self.candidate.surname), sorted(map(re.escape, self._given))
        titles = "|".join(re.escape(word.title()) for word in sorted({*HONORIFICS, *SUPERIORS, *RANKS}, reverse=True))
        before = rf"(?P<titles>(?:(?:{titles})\s+)*)(?P<given>(?:(?:{'|'.join([*given, '[A-Z][.]?'])})\s+){'+' if self._has_namesake else '*'})"
        first = self.candidate.given[:1]
        alone = f"|{re.escape(first[0])}" if first and self._is_own(first[0]) else ""
        return re.compile(rf"(?<![\w-])(?:{before}(?P<name>{surname}){alone})(?![\w-])")

    @cached_property
    def _has_namesake(self) -> bool:
        """Whether somebody else of the same surname is named: a husband, a street."""
        assert self.candidate is not None
        own = "|".join([*HONORIFICS, *SUPERIORS, *STAFF, *RANKS, *self._given])
        other = rf"(?<=[a-z,] )(?!(?i:{own})\b)[A-Z][a-z]+ {re.escape(self.candidate.surname)}\b"
        return bool(re.search(other, self.reading.text))

    def _is_own(self, given: str) -> bool:
        """Whether the given name is nobody else's in the narrative, and nothing else."""
        assert self.candidate is not None
        other = rf"\b{re.escape(given)}\s+(?!(?:[A-Z]\.?\s+)?{re.escape(self.candidate.surname)}\b)[A-Z][a-z]+"
        return given.lower() not in _AMBIGUOUS and not re.search(other, self.reading.text)

    def names(self, sentence: Sentence) -> Iterator[Mention]:
        """Where the sentence names the candidate, from the honorific to the possessive."""
        if self._names is None:
            return
        for match in self._names.finditer(sentence.tokens.text):
            span = sentence.matched(match)
            head = span[-1]
            following = head.nbor(1) if head.i + 1 < sentence.tokens.end else None
            last = following if following is not None and following.text in _POSSESSIVE else head
            titled = bool(match["titles"])
            whole = titled or len(span) > 1
            if self._is_other(head, match["titles"] or "") or (not whole and _is_stranger(head)) or _introduces(head):
                continue
            if not whole and head == sentence.tokens[0] and self._is_word(head):
                continue
            yield Mention(head, span[0], last)

    def _is_other(self, name: Token, titles: str) -> bool:
        """Whether the name is part of another (the Pruett Building), or its honorific tells of another gender."""
        told = {HONORIFICS.get(word) for word in titles.lower().split()} - {None}
        part = name.dep_ in ("compound", "amod", "nmod") and name.head.i > name.i
        return part or (self.gender is not None and bool(told) and self.gender not in told)

    def _is_word(self, name: Token) -> bool:
        """Whether the name is a common word as well, so that a capital at the start of a sentence proves nothing."""
        used = re.search(rf"\b{re.escape(name.lower_)}\b", self.reading.text)
        return bool(used) or (name.pos_ != "PROPN" and is_word(name.lower_))

    @cached_property
    def offices(self) -> tuple[frozenset[str], ...]:
        """The words of each office that the title lines, or the writer's own sentences, say the writer holds."""
        beside = self.candidate.offices if self.candidate else ()
        held = [frozenset(re.findall(r"[a-z]+", office.lower())) for office in beside]
        held += (words for _, words in self._told)
        return tuple(words for words in held if words & OFFICES and len(words) > 1)

    @cached_property
    def _told(self) -> list[tuple[int, frozenset[str]]]:
        """The words of the offices that the writer's own sentences say the writer holds, in order, each with its place in the text."""
        return [
            (sentence.span_of(token).start, office_words(token))
            for sentence in self.reading.sentences
            for named in [{mention.head.i for mention in self.names(sentence)}]
            for token in sentence.tokens
            if token.lemma_.lower() in OFFICES and _holds(token, named)
        ]

    def held_last(self, office: Token, start: int) -> bool:
        """Whether the office at `start` is the one that the writer, by the last sentence before it that speaks of any, has come to hold."""
        held = next((words for place, words in reversed(self._told) if place < start), frozenset())
        words = office_words(office)
        return len(words) > 1 and words <= held and words & RANKS == held & RANKS

    def holds(self, office: Token) -> bool:
        """Whether "the" office with these words is one of the writer's own: all of them are words of it, and no rank is left out."""
        words = office_words(office)
        return len(words) > 1 and any(words <= held and words & RANKS == held & RANKS for held in self.offices)


def _is_stranger(name: Token) -> bool:
    """Whether a name or an article stands before: Robert Pruett, the Pruetts."""
    if name == name.sent[0]:
        return False
    before = name.nbor(-1)
    if before.lower_ in _DATES:
        return False  # in May Marisol thanked them
    return (
        before.pos_ == "PROPN" and before.dep_ in ("compound", "nmod") and before.head.i >= name.i
    ) or before.pos_ == "DET"


def office_words(office: Token) -> frozenset[str]:
    """The words of an office, with what it is of or for: {deputy, director, pricing}."""
    words = {office.lemma_.lower()}
    for child in office.children:
        if child.dep_ in ("compound", "amod", "nmod"):
            words |= {token.lower_ for token in child.subtree if token.is_alpha}
        elif child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in ("of", "for", "in")):
            words |= {token.lower_ for token in child.subtree if token.pos_ in ("NOUN", "PROPN", "ADJ")}
    return frozenset(words)


def _holds(office: Token, named: set[int]) -> bool:
    """Whether the sentence gives the office to the writer: I am the, have worked as Deputy Director for Pricing, they lent me as chief."""
    verb = governor(office)
    who = subject(verb) if verb is not None else None
    given = verb is not None and any(child.dep_ == "dobj" and child.lower_ == "me" for child in verb.children)
    if not given and (who is None or not (is_writer(who) or who.i in named)):
        return False
    head = office
    while head.dep_ in ("conj", "appos") and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    bare = not any(child.dep_ in ("det", "poss") for child in office.children)
    return head.dep_ in ("attr", "oprd") or (bare and head.dep_ == "pobj" and head.head.lower_ in ("as", "to"))


def _introduces(name: Token) -> bool:
    """Whether the sentence is about the name itself: I am, my name is, people call me, I, Jane Doe, certify; or about my kin."""
    verb = name.head
    if name.dep_ in ("oprd", "attr") and verb.pos_ in ("VERB", "AUX"):
        who = subject(verb)
        return who is None or is_writer(who) or who.lower_ == "name" or verb.lemma_ in _NAMING
    if name.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lemma_ in _NAMING:
        return True
    if name.dep_ == "appos" and is_writer(name.head):
        return True
    kin = [name.head] if name.dep_ == "appos" else [child for child in name.children if child.dep_ == "appos"]
    return any(child.lower_ == "my" and child.dep_ == "poss" for noun in kin for child in noun.children)


def protagonist(reading: Reading) -> Candidate | None:
    """The candidate of a narrative whose title lines give no name: who says "I, Jane Doe", or acts throughout where no "I" does."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            introduced = (token.dep_ == "appos" and is_writer(token.head)) or (
                token.dep_ == "attr"
                and (who := subject(token.head)) is not None
                and (is_writer(who) or _is_my_name(who))
            )
            if introduced and token.pos_ == "PROPN" and (name := _full_name(token)):
                return name
    return _most_active(reading)


def _most_active(reading: Reading) -> Candidate | None:
    """The person who is the subject in most paragraphs without a first person, opening the narrative or in several sections."""
    acting: dict[str, set[int]] = {}
    people: dict[str, Candidate] = {}
    first_person = {s.block.span.start for s in reading.sentences for token in s.tokens if token.lower_ in FIRST_PERSON}
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.pos_ == "PROPN" and token.dep_ in SUBJECTS:
                acting.setdefault(token.text, set()).add(sentence.block.span.start)
                if (name := _full_name(token)) or _honored(token):
                    people[token.text] = name or people.get(token.text) or Candidate((), token.text)
    for surname in sorted(people, key=lambda name: -len(acting[name])):
        alone = acting[surname] - first_person
        sections = {section and section.heading for section in map(reading.narrative.section_at, alone)}
        if len(alone) >= LEAST_PARAGRAPHS and len(sections) > 1 and len(alone) >= MOSTLY * len(acting[surname]):
            return people[surname]
    return None


def _is_my_name(who: Token) -> bool:
    return who.lower_ == "name" and any(child.lower_ == "my" for child in who.children)


def _honored(name: Token) -> bool:
    return any(child.lower_ in HONORIFICS for child in name.lefts)


def _full_name(name: Token) -> Candidate | None:
    """The person of a given name and surname without an article."""
    parts = [child for child in name.lefts if child.dep_ == "compound" and child.lower_ not in HONORIFICS]
    whole = parts and all(part.is_title or _INITIAL.fullmatch(part.text) for part in [*parts, name])
    if not whole or any(child.dep_ == "det" for child in name.children):
        return None
    return Candidate(tuple(part.text for part in parts if len(part) > 2), name.text)
