"""What blames a person: words of character, set phrases, and the grammar of mockery (could not have found a door with a map)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._colleagues import Nearness, is_crew, is_leader
from ecqlint.checks._grammar import clause, inflected, is_word_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset("gang bunch pack band collection nest herd parade bit sort kind piece set lot".split())
_BEING = frozenset(("be", "seem", "prove", "become", "remain"))
_TREATING = frozenset("run treat manage lead govern rule regard consider behave act view see use operate".split())
_MEANS = frozenset(("like", "as", "by", "through", "with"))
_REGARD = frozenset("trust respect like believe follow admire obey miss heed".split())
_SCANT = frozenset("no little zero not small limited few scant mean narrow".split())
# Too proud to ask is a flaw, too slow for a race a fact.
_FLAWS = frozenset("timid weak passive rigid stubborn proud dull afraid scared frightened".split())
# Nobody is hardly one of these by accident.
_PRAISED = frozenset("genius einstein scientist leader manager".split())
_NEGATION = re.compile(r"\b(?:no|not|n[’']t|never|nothing|nobody|neither|nor)\b")
_IN_A_LIFETIME = re.compile(
    r"\bin (?:his|her|their) (?:whole |entire )?(?:life|lives|careers?)\b|\bin (?:(?:many )?years|a decade|ages)\b"
)
# Why somebody could not have done it: then it is a fact.
_REASON = re.compile(r"\b(?:because|since|until|under|in time|by|during|for|before|after)\b")
_FORESEEING = frozenset("know foresee predict see anticipate expect guess imagine prevent avoid".split())
_BOARDS = frozenset("board panel committee commission council bench jury court group force team".split())


@dataclass(frozen=True)
class Words:
    """The words of blame: the options of the rule, which say what each is."""

    adjectives: frozenset[str]
    milder: frozenset[str]
    intensifiers: frozenset[str]
    nouns: frozenset[str]
    epithets: frozenset[str]
    vices: frozenset[str]
    qualities: frozenset[str]
    verbs: frozenset[str]
    idioms: frozenset[str]
    wanting: frozenset[str]
    trifles: frozenset[str]
    likened: frozenset[str]
    duties: frozenset[str]


@dataclass(frozen=True)
class Predicate:
    """What a clause says of its subject: the verb, its words from the first auxiliary on, and whether it denies."""

    verb: Token
    tokens: tuple[Token, ...]
    text: str
    denied: bool


def predicate(verb: Token) -> Predicate:
    """The predicate of a verb."""
    start = first_word(verb)
    tokens = tuple(token for token in clause(verb) if token.i >= start)
    denied = any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    return Predicate(verb, tokens, " ".join(token.lower_ for token in tokens), denied)


def first_word(verb: Token) -> int:
    """Where the predicate begins: at the first auxiliary, negation or adverb."""
    return min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod"))])


def blames(said: Predicate, who: Token, near: Nearness, words: Words) -> bool:
    """Whether the predicate runs down its subject, a person of that nearness."""
    if said.verb.lemma_ in _BEING:
        return _calls_names(said, who, near, words)
    if _mocks(said, words) or _says_never(said, words):
        return True
    if near < 2 and (not is_leader(who) or who.left_edge.lower_ in ("a", "an")):
        return False
    if is_crew(who):
        return False
    verb = said.verb
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if near == 2 and not said.denied and passive and is_word_of(verb, words.adjectives):
        return True
    if (
        near == 2
        and not passive
        and any(c.dep_ == "advmod" and _is_adverb_of(c, words.adjectives) for c in verb.children)
    ):
        return True
    return (
        (is_word_of(verb, inflected(words.verbs)) and not said.denied)
        or _is_idiom(said, words)
        or _lacks(verb, words)
        or _does_badly(said, near, words)
        or any(t.tag_ == "NNS" and t.left_edge == t and is_word_of(t, words.epithets) for t in said.tokens)
    )


def is_insult(noun: Token, words: Words) -> bool:
    """A bully; a gang of clock-watchers; a lazy man: what somebody is called."""
    if any(child.dep_ == "det" and child.lower_ in ("no", "any") for child in noun.children):
        return False
    described = [child for child in noun.children if child.dep_ in ("amod", "compound")]
    if noun.lemma_.lower() in _GROUPS:
        inner = [t for prep in noun.children if prep.dep_ == "prep" for t in prep.children if t.dep_ == "pobj"]
        return any(is_word_of(c, words.milder) for c in described) or any(is_insult(token, words) for token in inner)
    return is_word_of(noun, words.nouns) or any(is_word_of(c, words.adjectives | words.epithets) for c in described)


def wants(noun: Token, words: Words) -> bool:
    """Whether the noun is denied a quality: of no discernible talent, with no backbone, without a shred of courage."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "with", "without"):
            denied = prep.lower_ == "without" or any(token.lower_ in _SCANT for token in prep.subtree)
            if denied and any(is_word_of(token, words.qualities) for token in prep.subtree):
                return True
    return False


def is_faulted(adjective: Token, words: Words) -> bool:
    """Lazy; notoriously timid."""
    strengthened = any(child.lower_ in words.intensifiers for child in adjective.children)
    return is_word_of(adjective, words.adjectives) or (strengthened and is_word_of(adjective, words.milder))


def holds_in_contempt(verb: Token) -> bool:
    """Whether the verb says how people regard somebody: trust, respect, follow."""
    return verb.lemma_ in _REGARD


def _calls_names(said: Predicate, who: Token, near: Nearness, words: Words) -> bool:
    """Was useless, was a bully, was hardly a genius, was in over his head."""
    verb, close = said.verb, near == 2 or is_leader(who)
    if said.denied or any(child.lower_ in ("hardly", "scarcely") for child in verb.children):
        praised = any(child.dep_ == "attr" and child.lower_ in _PRAISED for child in verb.children)
        return near == 2 and (praised or _is_idiom(said, words))
    for child in verb.rights:
        if child.dep_ in ("acomp", "attr", "oprd", "advcl", "ccomp"):
            if child.pos_ != "NOUN" and (is_faulted(child, words) or (near == 2 and _is_too_much(child))):
                return True
            if child.dep_ == "attr" and (is_insult(child, words) or wants(child, words)):
                return True
    full = "full of" in said.text and any(is_word_of(token, words.epithets) for token in said.tokens)
    return close and (full or _is_idiom(said, words))


def _is_too_much(adjective: Token) -> bool:
    """Too proud to ask."""
    goal = any(child.dep_ in ("xcomp", "advcl") for child in (*adjective.children, *adjective.head.children))
    return goal and adjective.lower_ in _FLAWS and any(child.lower_ == "too" for child in adjective.children)


def _is_adverb_of(adverb: Token, adjectives: frozenset[str]) -> bool:
    """Carelessly, lazily, idly."""
    stem = adverb.lower_.removesuffix("ly")
    forms = {stem, stem + "e", stem + "le", stem + "ic", re.sub("i$", "y", stem)}
    return stem != adverb.lower_ and bool(forms & adjectives)


def _is_idiom(said: Predicate, words: Words) -> bool:
    """A set phrase of blame, not denied; or the denial of what goes without saying."""
    found = _pattern(words.idioms).search(said.text)
    if found and (not said.denied or _NEGATION.search(found[0])):
        return True
    return bool((said.denied or _NEGATION.search(said.text)) and _pattern(words.wanting).search(said.text))


def _lacks(verb: Token, words: Words) -> bool:
    """Lacked the spine, had no judgment, had the backbone of a jellyfish."""
    for child in verb.children:
        if child.dep_ == "dobj" and is_word_of(child, words.qualities):
            none = any(c.lower_ in ("no", "little", "zero") for c in child.children)
            of = [inner for prep in child.children if prep.lower_ == "of" for inner in prep.children]
            likened = verb.lemma_ == "have" and any(inner.left_edge.lower_ in ("a", "an") for inner in of)
            if likened or verb.lemma_ == "lack" or (none and verb.lemma_ in ("have", "show", "bring", "display")):
                return True
    return False


def _mocks(said: Predicate, words: Words) -> bool:
    """Could not have balanced a checkbook, could not add without moving his lips, could barely spell."""
    modifiers = {child.lower_ for child in said.verb.children}
    if not modifiers & {"could", "can"}:
        return False
    if modifiers & {"barely", "scarcely", "hardly"}:
        return said.verb.lower_ in words.duties
    if not said.denied:
        return False
    apart = said.verb.lemma_ in ("tell", "know", "distinguish") and re.search(r"\b(?:an?|the) [\w ]+ from\b", said.text)
    if apart or _pattern(words.trifles).search(said.text):
        return True
    anything = any(c.dep_ == "dobj" and c.left_edge.lower_ in ("a", "an") for c in said.verb.children)
    never_could = "have" in modifiers and said.verb.lemma_ not in _FORESEEING and not _REASON.search(said.text)
    return anything and never_could


def _says_never(said: Predicate, words: Words) -> bool:
    """Had never met a deadline in their lives, had not finished a task in years, never answered a letter."""
    if not said.denied or said.verb.lower_ not in inflected(words.duties):
        return False
    never = any(child.lower_ == "never" for child in said.verb.children)
    any_at_all = any(c.dep_ == "dobj" and c.left_edge.lower_ in ("a", "an") for c in said.verb.children)
    return bool(_IN_A_LIFETIME.search(said.text)) or (never and any_at_all)


def _does_badly(said: Predicate, near: Nearness, words: Words) -> bool:
    """Ran the place like a prison, sat on the report for years, trusted nobody, failed out of sheer laziness."""
    lemma = said.verb.lemma_.lower()
    means = [
        t for prep in said.tokens if prep.dep_ in ("prep", "agent") and prep.lower_ in _MEANS for t in prep.subtree
    ]
    if lemma in _TREATING and any(is_word_of(token, words.likened | words.nouns | words.vices) for token in means):
        return True
    if lemma == "sit" and near == 2 and re.search(r"\b(?:sat|sitting|sit) on\b.*\bfor\b", said.text):
        return not any(token.lemma_.lower() in _BOARDS for token in said.tokens)
    if lemma in _REGARD and not said.denied:
        return any(token.lower_ in ("nobody", "none") for token in said.tokens if token.dep_ == "dobj")
    reasons = [t for t in said.tokens if t.dep_ in ("pobj", "conj") and is_word_of(t, words.vices)]
    return any(any(a.lower_ in ("of", "through", "from", "by") for a in reason.ancestors) for reason in reasons)


@cache
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    """The phrases, as they stand in a text whose words and marks are set apart by spaces."""
    slots = {
        r"\-": " ?- ?",
        r"\ \.\.\.\ ": r"\b.{1,60}?\b",
        r"\{his\}": "(?:his|her|their|its|the)(?: own)?",
        r"\{him\}": "(?:him|her|them|it)",
        r"\{he\}": "(?:he|she|they)",
    }
    spelled = "|".join(map(re.escape, sorted(phrases)))
    for slot, meaning in slots.items():
        spelled = spelled.replace(slot, meaning)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")
