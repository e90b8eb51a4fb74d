"""The words and phrases of politics, which are options of the rule, and the place of each in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import inflected, is_writer, subject
from ecqlint.checks._english.people import KIN, PREDECESSORS
from ecqlint.checks._notation import Phrasebook, Phrases, lists_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who names both parties tells of work with both.
BOTH = re.compile(r"\bRepublicans?\b.*\bDemocrat|\bDemocrat\w*\b.*\bRepublicans?\b|\bboth parties\b", re.DOTALL)
_ONE = frozenset(("one", "someone", "somebody", "person", "man", "woman"))
_EMPLOYERS = frozenset("agency branch bureau commission department division office staff team unit".split())
# Without one of these a sentence has no partisan deed or belonging in it.
_PARTISAN = (
    "candidate",
    "campaign",
    "activity",
    "organization",
    "creed",
    "protested",
    "named_campaign",
    "funds",
    "camps_named",
    "campaigners",
)


@dataclass(frozen=True, kw_only=True)
class Verbs:
    """The verbs of partisans, each with the kind of thing that makes it one.

    `working` are verbs that make nothing partisan, `guarding` those that do not even at a rally; what is `hostile` is said of a party,
    and `virtues` are what its members are said to have.
    """

    campaigning: frozenset[str]
    helping: frozenset[str]
    rallying: frozenset[str]
    endorsing: frozenset[str]
    backing: frozenset[str]
    giving: frozenset[str]
    taking_part: frozenset[str]
    belonging: frozenset[str]
    working: frozenset[str]
    guarding: frozenset[str]
    hostile: frozenset[str]
    virtues: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Words:
    """Words of politics; each is a list that the rule's phrases may use.

    `labels` make a partisan of a person, or of what `labelled` names; `neutral` are nouns before which a party is a fact; `ambiguous` are
    politicians whose names many others bear.
    """

    parties: frozenset[str]
    politicians: frozenset[str]
    ideologies: frozenset[str]
    labels: frozenset[str]
    labelled: frozenset[str]
    slogans: frozenset[str]
    offices: frozenset[str]
    seats: frozenset[str]
    posts: frozenset[str]
    members: frozenset[str]
    adherents: frozenset[str]
    shown: frozenset[str]
    creeds: frozenset[str]
    neutral: frozenset[str]
    contempt: frozenset[str]
    praise: frozenset[str]
    insults: frozenset[str]
    scorn: frozenset[str]
    media: frozenset[str]
    advocacy: frozenset[str]
    ambiguous: frozenset[str]


class Politics:
    """The rule's words, its verbs in all their forms, and its phrases by the names of their lists."""

    def __init__(self, words: Words, verbs: Verbs, phrases: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self.words = words
        self.verbs = Verbs(**{name: inflected(frozenset(forms)) for name, forms in lists_of(verbs).items()})
        self._book = Phrasebook({**lists_of(words, self.verbs), **dict(phrases)})
        self._is_party = cache(self["party"].are_all_of)

    def __getitem__(self, name: str) -> Phrases:
        return self._book[name]

    def may_be_in(self, text: str) -> bool:
        """Whether the text has a word without which it tells of no partisan: most have none."""
        return any(self[name].may_be_in(text) for name in _PARTISAN)

    def is_party(self, token: Token) -> bool:
        """Whether the token is a party or a member of it."""
        return self._is_party(token.text)

    def is_ideologue(self, token: Token) -> bool:
        """Whether the token is an ideology as a noun for a person: a conservative, not a conservative estimate."""
        noun = token.pos_ in ("NOUN", "PROPN") or (
            token.pos_ == "ADJ" and any(child.dep_ == "det" for child in token.lefts)
        )
        return noun and token.dep_ not in ("amod", "compound", "nmod") and token.lemma_.lower() in self.words.ideologies

    def are_partisans(self, token: Token) -> bool:
        """Whether the token names the members of a party or the holders of an ideology, in the plural."""
        plural = token.lower_.endswith("s") and token.dep_ not in ("amod", "compound", "nmod", "poss")
        return (plural and (self.is_party(token) or self.is_ideologue(token))) or token.text == "GOP"


def text_of(tokens: list[Token]) -> str:
    """The text from the first to the last of the tokens."""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def phrase(noun: Token) -> str:
    """The text of a noun with all that depends on it."""
    return text_of(sorted(noun.subtree, key=lambda token: token.i))


def heads_in(phrases: Phrases, nouns: Iterable[Token]) -> bool:
    """Whether one of the nouns stands in one of the phrases: the thing itself, not something beside it."""
    for noun in nouns:
        place = noun.idx - noun.sent.start_char
        if any(start <= place < end for start, end in _places(phrases, noun.sent.text)):
            return True
    return False


@lru_cache(maxsize=64)
def _places(phrases: Phrases, text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in phrases.find(text))


def is_ours(who: Token | None) -> bool:
    """Whether the subject is the writer, also among others, or somebody or something of the writer's."""
    named = [who, *(child for child in who.children if child.dep_ == "conj")] if who is not None else []
    return any(
        is_writer(token)
        or _is_one_like_us(token)
        or any(
            c.dep_ == "poss"
            and token.lemma_.lower() not in PREDECESSORS | _EMPLOYERS
            and (c.lower_ == "my" or (c.lower_ == "our" and token.lemma_ in KIN))
            for c in token.children
        )
        for token in named
    )


def _is_one_like_us(who: Token) -> bool:
    """As one who gives to the party, I."""
    like = who.dep_ == "pobj" and who.head.lower_ in ("as", "like") and who.lower_ in _ONE
    verb = who.head.head
    return like and verb.pos_ in ("VERB", "AUX") and is_writer(subject(verb))
