"""Who "she" is: each pronoun of a paragraph given to the person whom its grammar and the talk so far make the likeliest.

Persons compete by the weights of Lappin and Leass: how near they stand, and whether they were the subject.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, SUBJECTS, clause, governor, is_writer, subject
from ecqlint.checks._english.people import HONORIFICS, PRONOUNS, REFLEXIVE, Gender, gender_of, is_person

if TYPE_CHECKING:
    from spacy.tokens import Token

WRITER = "the writer"
NEARNESS = (100, 65, 40)  # of a person in this sentence, the last, the one before
SUBJECT, MINOR_SUBJECT, OBJECT, OWNER = 60, 35, 25, 10
NAMED = 25  # a name stays in mind longer than "a nurse"
PARALLEL = 15
RECENT = 10  # for the last person spoken of
CHAIN = 50  # for the person to whom a pronoun of the sentence has gone already
REPORTED = 60  # for the one who said that she ...
_PLACES = frozenset(("in", "at", "near", "across", "through", "into", "over", "around", "on"))
_SOMEBODY = frozenset("one another other somebody someone anyone everyone nobody former latter youngest oldest".split())
_ARGUMENTS = SUBJECTS | {"dobj", "dative", "pobj"}
# "She" to those who sail in her.
_VESSELS = (
    "boat",
    "ship",
    "vessel",
    "schooner",
    "dredge",
    "tug",
    "ferry",
    "frigate",
    "destroyer",
    "submarine",
    "icebreaker",
)
_BOUND = frozenset(("no", "each", "every", "any"))
_PREDICATES = frozenset(("attr", "oprd", "compound", "amod", "nmod", "npadvmod", "intj"))


@dataclass
class Person:
    """Somebody of whom the paragraph speaks, and where: the last mention, its sentence, and what it weighs by its role."""

    key: str
    gender: Gender | None
    named: bool
    head: Token
    sentence: int
    weight: int
    pronoun: bool = False


class Discourse:
    """The persons of a section, in the order in which it speaks of them, and the pronouns that take them up again."""

    def __init__(self, gender: Gender | None) -> None:
        self.gender = gender
        self.persons: dict[str, Person] = {}
        self.names: dict[str, str] = {}
        self.sentence = 0

    def paragraph(self) -> None:
        """A new paragraph: those who have no name are forgotten, and the others are a sentence further off."""
        self.sentence += 1
        self.persons = {key: person for key, person in self.persons.items() if person.named}

    def read(self, tokens: Iterable[Token], writer: Collection[int], silent: Collection[int]) -> list[Token]:
        """The pronouns of a sentence that speak of the writer.

        `writer` are the tokens that name the writer, `silent` those that nobody is to be looked for in (quotations).
        """
        self.sentence += 1
        found = []
        for token in tokens:
            if token.i in silent:
                continue
            if token.i in writer:
                self._mention(WRITER, token, self.gender, named=True)
            elif token.lower_ in PRONOUNS:
                key = self._antecedent(token)
                if key is None:
                    continue
                if key == WRITER:
                    self.gender = self.gender or PRONOUNS[token.lower_]
                    found.append(token)
                self._mention(
                    key, token, PRONOUNS[token.lower_], named=self.persons[key].named if key in self.persons else True
                )
            elif (other := self._other(token)) is not None:
                self._mention(*other[:2], other[2], named=other[3])
        return found

    def _mention(self, key: str, head: Token, gender: Gender | None, *, named: bool) -> None:
        known = self.persons.get(key)
        gender = gender or (known.gender if known else None)
        weight = _weight(head)
        if known is not None and known.sentence == self.sentence:
            weight = max(weight, known.weight)
        self.persons.pop(key, None)
        self.persons[key] = Person(
            key, gender, named, head, self.sentence, weight, head.lower_ in PRONOUNS and head.dep_ != "poss"
        )

    def _other(self, token: Token) -> tuple[str, Token, Gender | None, bool] | None:
        """Another person than the writer: a name, or a noun for one person that is no predicate."""
        cleft = token.dep_ == "attr" and any(
            c.dep_ in SUBJECTS and c.lower_ in ("it", "this", "that") for c in token.head.children
        )
        if (token.dep_ in _PREDICATES and not cleft) or (token.dep_ == "pobj" and token.head.lower_ == "as"):
            return None
        if token.tag_ == "NN" and (is_person(token) or _is_named(token)):
            return (
                None
                if token.dep_ == "appos" and token.head.pos_ == "PROPN"
                else self._described(token, token.lemma_.lower())
            )
        if token.tag_ == "NN" and token.lower_.endswith(_VESSELS):
            return token.lower_, token, "f", False
        if token.lower_ in _SOMEBODY and token.dep_ in _ARGUMENTS:
            return self._described(token, f"somebody {token.i}")
        beside = token.head if token.dep_ == "appos" else None
        if token.pos_ != "PROPN" or (
            beside is not None and (is_person(beside) or _is_named(beside) or beside.lower_ in _SOMEBODY)
        ):
            return None
        if token.lower_ in self.names:
            return self.names[token.lower_], token, None, True
        parts = [child for child in token.lefts if child.dep_ in ("compound", "nmod")]
        titled = any(part.lower_ in HONORIFICS or is_person(part) for part in parts)
        placed = token.dep_ == "pobj" and token.head.lower_ in _PLACES
        article = any(child.dep_ == "det" for child in token.children)
        full = (
            1 <= len(parts) <= 2
            and all((p.is_alpha and p.is_title) or len(p) <= 2 for p in [*parts, token])
            and not article
            and not placed
        )
        described = any(child.dep_ == "appos" and is_person(child) for child in token.children)
        if not (titled or full or described):
            return None
        self.names[token.lower_] = token.lower_
        if not titled and parts:
            self.names[parts[0].lower_] = token.lower_
        return token.lower_, token, _told(token), True

    def _described(self, noun: Token, key: str) -> tuple[str, Token, Gender | None, bool]:
        """The person of a noun or pronoun, known by the name that stands beside it, if any."""
        name = next((child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
        if name is None:
            return key, noun, gender_of(noun), False
        self.names[name.lower_] = name.lower_
        return name.lower_, noun, _told(name) or gender_of(noun), True

    def _antecedent(self, pronoun: Token) -> str | None:
        """Who the pronoun is, as a key of `persons`; the writer too where nobody else can be meant; None where nobody is known."""
        gender = PRONOUNS[pronoun.lower_]
        barred = _clause_mates(pronoun)
        verb = governor(pronoun)
        first_person = verb is not None and any(token.lower_ in FIRST_PERSON for token in clause(verb))
        best, most = None, 0
        asked = _is_reported_by_writer(pronoun)
        leading = pronoun.dep_ in SUBJECTS
        last = next(reversed(self.persons.values()), None)
        for person in self.persons.values():
            if person.key == WRITER and (first_person or (asked and person.sentence != self.sentence)):
                continue
            away = self.sentence - person.sentence
            if person.gender not in (None, gender) or person.head.i in barred or (away and pronoun.lower_ in REFLEXIVE):
                continue
            if away >= len(NEARNESS) and person.key != WRITER:
                continue
            if away and any(child.lower_ in _BOUND for child in person.head.children):
                continue
            score = (NEARNESS[away] if away < len(NEARNESS) else 1) + person.weight + NAMED * person.named
            score += PARALLEL * ((person.head.dep_ in SUBJECTS) == leading)
            score += (
                RECENT * (person is last)
                + CHAIN * (person.pronoun and not away and not leading)
                + REPORTED * _reports(person.head, pronoun)
            )
            if score > most:
                best, most = person.key, score
        return best


def _weight(head: Token) -> int:
    if head.dep_ in SUBJECTS:
        return SUBJECT if head.head.dep_ in ("ROOT", "conj", "ccomp") else MINOR_SUBJECT
    if head.dep_ == "attr":
        return SUBJECT
    return OBJECT if head.dep_ in ("dobj", "dative", "pobj", "conj", "appos") else OWNER


def _clause_mates(pronoun: Token) -> set[int]:
    """The words that the pronoun cannot stand for: the subject of its own verb, unless it is an owner or a reflexive."""
    if pronoun.dep_ == "poss" or pronoun.lower_ in REFLEXIVE or pronoun.dep_ in SUBJECTS:
        return set()
    verb = governor(pronoun)
    who = subject(verb) if verb is not None else None
    return {who.i} if who is not None else set()


def _is_named(noun: Token) -> bool:
    """Whether a given name and surname stand beside the noun: the lockmaster, Tony Reyes."""
    names = [child for child in noun.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    return any(part.dep_ == "compound" and part.is_title for name in names for part in name.lefts)


def _reports(person: Token, pronoun: Token) -> bool:
    """Whether the pronoun is the subject of what the person said or thought."""
    verb = pronoun.head
    said = verb.head
    teller = person.dep_ in SUBJECTS and person.head == said
    return (
        pronoun.dep_ in SUBJECTS and verb.dep_ == "ccomp" and (teller or (said.dep_ == "relcl" and said.head == person))
    )


def _is_reported_by_writer(pronoun: Token) -> bool:
    """Whether the pronoun stands in what "I" asked or told somebody: I asked him whether he had turned 45."""
    return any(verb.dep_ == "ccomp" and is_writer(subject(verb.head)) for verb in pronoun.ancestors)


def _told(name: Token) -> Gender | None:
    """The gender that the honorific or the noun before a name tells."""
    for part in name.lefts:
        if told := HONORIFICS.get(part.lower_) or (gender_of(part) if is_person(part) else None):
            return told
    return None
