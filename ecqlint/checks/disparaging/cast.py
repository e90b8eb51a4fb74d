"""The persons of a passage: whom a sentence names above, before or beside the writer, and whom a pronoun or a name takes up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS
from ecqlint.checks._english.people import HONORIFICS, gender_of, is_person
from ecqlint.checks.disparaging.blame import is_endured
from ecqlint.checks.disparaging.colleagues import Nearness, could_be_near, is_crew, is_leader, nearness
from ecqlint.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

PLURAL = {"he": False, "she": False, "they": True}


class Cast:
    """Who was spoken of so far; `open` and `close` go with each sentence in order."""

    def __init__(self) -> None:
        self.people: list[Token] = []
        self.loose: list[Token] = []
        self.is_empty = True
        self._near: list[Token] = []
        self._names: set[str] = set()
        self._topic: Token | None = None
        self._block: object = None

    def open(self, sentence: Sentence) -> None:
        """Takes in a sentence: `people` are its persons above, before or beside the writer; `is_empty` where it has no colleague at all."""
        if sentence.block != self._block:
            self._block, self._topic = sentence.block, None
        hopeful = [token for token in sentence.tokens if could_be_near(token) or token.text in self._names]
        near = [token for token in hopeful if self._is_known(token) or (nearness(token) == 2 and not is_crew(token))]
        self._near = near
        taken = [t for t in sentence.tokens if t.lower_ in PLURAL and t.dep_ in SUBJECTS and self.nearness(t) == 2]
        led = [
            t
            for t in hopeful
            if t not in near and nearness(t) and (is_endured(t) or (t.pos_ == "PROPN" and is_leader(t)))
        ]
        owned = [
            t.head
            for t in near
            if t.dep_ == "poss" and t.head.pos_ == "NOUN" and t.head.dep_ in SUBJECTS and t.head not in near
        ]
        self.people = [*near, *taken, *owned, *led]
        self.loose = [*owned, *led]
        self.is_empty = not hopeful and not taken

    def close(self, sentence: Sentence) -> None:
        """Remembers whom the next sentence may take up."""
        for person in self._near:
            for other in (*person.children, person.head):
                if other.pos_ == "PROPN" and (other.dep_ == "appos" or person.dep_ in ("appos", "compound")):
                    self._names.add(other.text)
            if person.pos_ == "PROPN":
                self._names.add(person.text)
        if self._near:
            first = [person for person in self._near if person.dep_ in SUBJECTS]
            self._topic = (first or self._near)[0]
        elif any(self._distracts(token) for token in sentence.tokens):
            self._topic = None

    def nearness(self, person: Token) -> Nearness:
        """How near somebody stands to the writer, also where a pronoun or a name takes up whom another word named."""
        if person.lower_ not in PLURAL:
            return 2 if self._is_known(person) else nearness(person)
        before = [token for token in self._near if token.i < person.i]
        meant = before[-1] if before else self._topic
        if meant is not None and _gender(meant) not in (None, person.lower_):
            return 0
        rivals = [t for t in person.sent if (meant is None or t.doc != meant.doc or t.i > meant.i) and t.i < person.i]
        if any(self._distracts(token) for token in rivals):
            return 0
        return 2 if meant is not None and _is_plural(meant) == PLURAL[person.lower_] else 0

    def _is_known(self, token: Token) -> bool:
        return token.pos_ in ("PROPN", "NOUN") and token.text in self._names and token.dep_ != "compound"

    def _distracts(self, token: Token) -> bool:
        """Whether the token is somebody else, whom a pronoun may mean."""
        return token not in self._near and is_person(token) and token.dep_ in SUBJECTS


def _gender(person: Token) -> str | None:
    """He or she, where a word or title tells."""
    told = gender_of(person) or next((HONORIFICS[c.lower_] for c in person.lefts if HONORIFICS.get(c.lower_)), None)
    return {"f": "she", "m": "he"}.get(told) if told and not _is_plural(person) else None  # type: ignore[arg-type]


def _is_plural(person: Token) -> bool:
    return person.tag_ in ("NNS", "NNPS") or person.lower_ in (
        "those",
        "others",
        "leadership",
        "management",
        "people",
        "two",
        "three",
    )
