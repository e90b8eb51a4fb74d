"""The words of contempt, and the ways in which a phrase holds them: an adjective, a name, a quality denied, a set phrase."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, inflected, is_word_of
from ecqlint.checks._english.people import is_person
from ecqlint.checks._notation import Phrasebook, phrasebook

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset("gang bunch pack band collection nest herd parade bit sort kind piece set lot".split())
_SCANT = frozenset("no little zero not small limited few scant mean narrow".split())
_AIR = frozenset("environment culture climate atmosphere workplace office place shop tone".split())
_LAIN = frozenset(("lay", "lain"))  # of to lie in bed, not of to lie to somebody
_PEOPLE_WORDS = frozenset(
    "leader manager boss communicator listener planner administrator supervisor fit choice leadership".split()
)


@dataclass(frozen=True)
class Words:
    """The words and phrases of blame: the options of the rule, which say what each is."""

    adjectives: frozenset[str]
    flaws: frozenset[str]
    milder: frozenset[str]
    intensifiers: frozenset[str]
    nouns: frozenset[str]
    epithets: frozenset[str]
    vices: frozenset[str]
    qualities: frozenset[str]
    verbs: frozenset[str]
    faults: frozenset[str]
    slighting: frozenset[str]
    matters: frozenset[str]
    neglecting: frozenset[str]
    reaching: frozenset[str]
    engaging: frozenset[str]
    minding: frozenset[str]
    wreckage: frozenset[str]
    decaying: frozenset[str]
    loathing: frozenset[str]
    idioms: tuple[str, ...]
    asides: tuple[str, ...]
    wanting: tuple[str, ...]
    trifles: tuple[str, ...]
    likened: frozenset[str]
    duties: frozenset[str]
    virtues: frozenset[str]
    pastimes: frozenset[str]
    checking: frozenset[str]
    liking: frozenset[str]
    harming: frozenset[str]
    making: frozenset[str]
    never_blamed: frozenset[str]
    nothing_blamed: frozenset[str]
    trusting: frozenset[str]
    followed: tuple[str, ...]
    treating: tuple[str, ...]
    denying: tuple[str, ...]
    at_last: tuple[str, ...]
    anybody: frozenset[str]
    strangers: frozenset[str]
    commonplace: frozenset[str]
    innocent: tuple[str, ...]
    outsiders: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]

    @cached_property
    def phrases(self) -> Phrasebook:
        """The lists of phrases by their names."""
        return phrasebook(self)

    @cached_property
    def doing_ill(self) -> frozenset[str]:
        """The verbs of blame in all their forms."""
        return inflected(self.verbs | self.faults) - _LAIN

    @cached_property
    def failing(self) -> frozenset[str]:
        """The verbs of blame, and to fail and neglect, in all their forms."""
        return inflected(self.verbs | self.faults | self.neglecting) - _LAIN

    @cached_property
    def foul(self) -> frozenset[str]:
        """The adjectives of blame, weak or strong."""
        return self.adjectives | self.flaws | self.milder

    @cached_property
    def flawed(self) -> frozenset[str]:
        """The adjectives that blame a manager or a peer."""
        return self.adjectives | self.flaws


@dataclass(frozen=True)
class Predicate:
    """What a clause says of its subject: the verb, its words from the first auxiliary on, and whether it denies."""

    verb: Token
    tokens: tuple[Token, ...]
    text: str
    denied: bool


def predicate(verb: Token, *, nobody: bool = False) -> Predicate:
    """The predicate of a verb; `nobody` where its subject denies it (nobody in the front office cared)."""
    start = first_word(verb)
    tokens = tuple(token for token in clause(verb) if token.i >= start)
    denied = nobody or any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    return Predicate(verb, tokens, " ".join(token.lower_ for token in tokens), denied)


def first_word(verb: Token) -> int:
    """Where the predicate begins: at the first auxiliary, negation or adverb."""
    return min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod"))])


def is_insult(noun: Token, words: Words) -> bool:
    """A bully; a gang of clock-watchers; a lazy man; a weak manager: what somebody is called."""
    if any(child.dep_ == "det" and child.lower_ in ("no", "any") for child in noun.children):
        return False
    described = [child for child in noun.children if child.dep_ in ("amod", "compound")]
    if noun.lemma_.lower() in _GROUPS:
        inner = [t for prep in noun.children if prep.dep_ == "prep" for t in prep.children if t.dep_ == "pobj"]
        return any(is_word_of(c, words.milder) for c in described) or any(is_insult(token, words) for token in inner)
    if noun.lemma_.lower() in _PEOPLE_WORDS or is_person(noun):
        weak = words.flaws | words.milder
        if any(is_word_of(c, weak) and c.lower_ not in ("busy", "proud", "absent", "afraid") for c in described):
            return True
    return is_word_of(noun, words.nouns) or any(is_word_of(c, words.adjectives | words.epithets) for c in described)


def wants(noun: Token, words: Words) -> bool:
    """Whether the noun is denied a quality: of no discernible talent, with no backbone, without a shred of courage."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "with", "without"):
            for token in prep.subtree:
                denied = prep.lower_ == "without" or any(child.lower_ in _SCANT for child in token.lefts)
                if denied and is_word_of(token, words.qualities):
                    return True
    return False


def is_faulted(adjective: Token, words: Words) -> bool:
    """Lazy; notoriously timid."""
    strengthened = any(child.lower_ in words.intensifiers for child in adjective.children)
    if adjective.lower_ == "petty" and adjective.nbor(1).lemma_.lower() == "officer":
        return False
    return is_word_of(adjective, words.adjectives) or (strengthened and is_word_of(adjective, words.milder))


def is_flawed(adjective: Token, words: Words) -> bool:
    """Moody, weak, too proud to ask: of a manager or a peer."""
    denied = any(child.dep_ == "neg" for child in adjective.children)
    hard = any(child.dep_ in ("xcomp", "advcl") for child in adjective.children)  # difficult to reach
    return is_word_of(adjective, words.flaws) and not denied and not hard


def is_wreck(noun: Token, words: Words) -> bool:
    """A mess; a toxic climate: what somebody made of the place."""
    air = noun.lemma_ in _AIR and any(
        child.dep_ in ("amod", "compound") and is_word_of(child, words.foul) for child in noun.children
    )
    of = [inner for c in noun.children if c.lower_ == "of" for inner in c.children]
    feared = noun.lemma_ in _AIR and any(
        is_word_of(token, words.wreckage | words.vices | words.likened) for token in of
    )
    return air or feared or is_word_of(noun, words.wreckage)
