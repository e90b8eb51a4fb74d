"""What the writer believes, cherishes, is and fights for: the verbs and nouns of belief, each with the grammar that makes it one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import (
    FIRST_PERSON,
    auxiliaries,
    clause,
    governor,
    is_word_of,
    is_writer,
    own_subject,
    subject,
    tense,
    time,
)
from ecqlint.checks.personal_belief.generality import is_general, is_general_noun, is_general_object, is_numbered

if TYPE_CHECKING:
    from spacy.tokens import Token

NOW = ("present", "perfect")
_BEING = frozenset(("be", "remain", "become", "stay"))
_LASTING = frozenset(("always", "ever", "never", "long"))
_EMPHATIC = frozenset("strongly deeply firmly truly passionately wholeheartedly".split())
_GUESSING = frozenset(("might", "may", "would", "could"))
_REGARDING = frozenset("take hold view see regard consider think treat".split())
_FOR_ONLY = frozenset(("stand", "care"))  # these cherish with a preposition only
_TELLING = frozenset("tell say write explain reply answer report warn advise confess admit argue".split())
_LIVES = frozenset(("life", "heart", "soul"))
_REALIZING = frozenset("see learn know understand realize discover".split())
_HELD_IN = frozenset(("belief", "faith", "conviction", "trust", "confidence"))
_FAITHS = frozenset(("faith", "belief", "conviction"))


@dataclass(frozen=True)
class Words:
    """The words of belief: the options of the rule, which say what each is."""

    believing: frozenset[str]
    thinking: frozenset[str]
    cherishing: frozenset[str]
    convinced: frozenset[str]
    committed: frozenset[str]
    creeds: frozenset[str]
    styles: frozenset[str]
    managing: frozenset[str]
    identities: frozenset[str]
    advocates: frozenset[str]
    fighting: frozenset[str]
    devotions: frozenset[str]
    causes: frozenset[str]
    deep: frozenset[str]
    following: frozenset[str]
    followed: frozenset[str]
    moving: frozenset[str]
    hearts: frozenset[str]
    solemn: frozenset[str]
    sacred: frozenset[str]


def believes(verb: Token, words: Words) -> bool:
    """I believe that, have always felt that, was raised to believe that, am convinced that; I believe in."""
    adjective = next((c for c in verb.children if c.dep_ in ("acomp", "oprd") and c.lower_ in words.convinced), None)
    seen = verb.dep_ == "xcomp" and verb.head.lemma_ in ("come", "grow") and verb.lemma_ in _REALIZING
    convinced = seen or adjective is not None or (verb.tag_ == "VBN" and verb.lower_ in words.convinced)
    if any(
        child.dep_ == "agent" or child.lower_ == "by" for head in (verb, adjective or verb) for child in head.children
    ):
        return False  # by evidence
    if not convinced and verb.lemma_ not in words.believing | words.thinking:
        return False
    when, lasting = time(verb), any(child.lower_ in _LASTING for child in verb.children)
    # "I believe people care" needs no that, "I hold people back" is no belief.
    bare = convinced or verb.lemma_ == "believe" or verb.lemma_ in words.thinking
    said = [
        t
        for t in clause(verb)
        if t.i > verb.i and governor(t) == verb and _is_said(t) and (bare or _after_that(verb, t))
    ]
    if said:
        if when == "past" and any(token.lower_ in _GUESSING for token in auxiliaries(said[0])):
            return False
        if when == "past" and _is_reported(verb, said[0]):
            return False
        weak = verb.lemma_ in words.thinking and not _is_emphatic(verb)
        having = any(child.dep_ == "dobj" for child in verb.children)
        general = is_general(said[0], strict=having or (not lasting and (when == "past" or weak)))
        general = general or (when in NOW and verb.lemma_ == "believe" and _is_saying(said[0]))
        return general or (lasting and when == "perfect" and not is_numbered(said[0]))
    inside = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "in"), None)
    return when in NOW and verb.lemma_ == "believe" and inside is not None and is_general_object(inside)


def _is_reported(verb: Token, said: Token) -> bool:
    """I told him that I thought we should close the ward: an opinion within an act."""
    who = own_subject(said)
    told = (verb.dep_ == "ccomp" and not is_writer(own_subject(verb.head))) or verb.head.lemma_ in _TELLING
    return (verb.dep_ == "ccomp" and told) or (who is not None and who.lower_ in ("we", "i", "you"))


def _is_saying(said: Token) -> bool:
    """I believe good enough is a sin: a clause whose subject is no noun, about what a thing is."""
    kinds = [child for child in said.children if child.dep_ == "attr"]
    return (
        own_subject(said) is None and tense(said) == "present" and any(k.left_edge.lower_ in ("a", "an") for k in kinds)
    )


def cherishes(verb: Token, words: Words) -> bool:
    """I value candor, care deeply about fairness, stand for it; I hold it dear, see office as a sacred trust."""
    if time(verb) not in NOW:
        return False
    if verb.lemma_ in _REGARDING:
        if any(token.i > verb.i and token.lower_ in words.solemn for token in clause(verb)):
            return True
        kinds = {child.lower_ for child in verb.children if child.dep_ == "prep"}
        if {"of", "as"} <= kinds and any(child.lower_ in _LASTING for child in verb.children):
            return True
    if any(t.tag_ == "CD" and t.lower_ != "one" for t in clause(verb)):
        return False
    if verb.lemma_ in ("see", "view", "regard") and tense(verb) == "present":
        seen = next((child for child in verb.children if child.dep_ == "dobj"), None)
        if seen is None or seen.pos_ != "NOUN" or seen.left_edge != seen:
            return False
        return any(c.lower_ == "as" for head in (verb, seen) for c in head.children)
    if verb.lemma_ == "feel" and _is_emphatic(verb):
        return any(child.dep_ == "prep" and child.lower_ == "about" for child in verb.children)
    if verb.lemma_ not in words.cherishing:
        return False
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_ not in _FOR_ONLY:
            return is_general_noun(child)
        if child.dep_ == "prep" and child.lower_ in ("about", "for"):
            wholly = verb.lemma_ != "care" or any(c.dep_ == "advmod" for c in verb.children)
            return wholly and is_general_object(child)
    return False


def is_believer(verb: Token, words: Words) -> bool:
    """I am passionate about, committed to; I am a believer in, a feminist, a person of faith, an advocate for the poor."""
    moved = [c for c in verb.children if c.dep_ == "agent"] if verb.lemma_ in words.moving else []
    if any(is_word_of(token, words.causes) for agent in moved for token in agent.subtree):
        return True
    if time(verb) not in NOW:
        # Being committed to the cause of labor, I chose union printers.
        committed = [c for c in (verb, *verb.children) if c.lower_ in words.committed and c.dep_ in ("acomp", "advcl")]
        goals = [g for word in committed for head in (word, verb) for g in head.children if g.lower_ in ("to", "about")]
        adverbial = verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN")
        if adverbial and any(c.dep_ == "attr" and c.lemma_.lower() in words.identities for c in verb.children):
            return True
        return adverbial and any(is_word_of(token, words.causes) for goal in goals for token in goal.subtree)
    if verb.lemma_ not in _BEING:
        return verb.tag_ == "VBN" and verb.lower_ in words.committed and _is_committed(verb, verb, words)
    for word in verb.children:
        if word.dep_ not in ("acomp", "attr", "oprd"):
            continue
        if word.lower_ in words.committed and _is_committed(word, verb, words):
            return True
        faithful = word.lemma_ in ("person", "man", "woman") and any(t.lemma_ in _FAITHS for t in word.subtree)
        if faithful or word.lemma_.lower() in words.identities:
            return True
        if word.lemma_.lower() in words.advocates:
            goals = [c for c in word.children if c.dep_ == "prep" and c.lower_ in ("for", "of")]
            general = any(is_general_object(goal, words.causes) for goal in goals)
            if any(c.lower_ == "passionate" for c in word.children) or (
                general and word.left_edge.lower_ in ("a", "an")
            ):
                return True
    return False


def _is_committed(word: Token, verb: Token, words: Words) -> bool:
    """Committed to a cause: not to a date, and not two analysts to a backlog."""
    goals = [
        c for head in (word, verb) for c in head.children if c.dep_ == "prep" and c.lower_ in ("to", "about", "in")
    ]
    if any(child.dep_ == "dobj" for child in verb.children):
        return any(is_word_of(token, words.causes) for goal in goals for token in goal.subtree)
    return bool(goals) and (word.lower_ == "passionate" or is_general_object(goals[0], words.causes))


def serves(verb: Token, words: Words) -> bool:
    """I fight for justice; I have given my life to the poor; I have faith in people; I live by a creed."""
    if time(verb) not in (*NOW, "future"):
        return False
    if verb.lemma_ in words.fighting and any(child.dep_ in ("prep", "prt") for child in verb.children):
        return any(token.i > verb.i and is_word_of(token, words.causes) for token in verb.subtree)
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ in _LIVES and any(c.lower_ == "my" for c in child.children):
            return any(c.lower_ == "to" for head in (verb, child) for c in head.children)
        if child.dep_ == "dobj" and child.lemma_.lower() in words.creeds:
            return any(c.lower_ == "in" and is_general_object(c) for c in child.children)
        if child.dep_ == "prep" and child.lower_ in ("by", "to") and verb.lemma_ in words.following:
            return any(c.dep_ == "pobj" and c.lemma_.lower() in words.creeds | words.followed for c in child.children)
    return False


def is_own_creed(noun: Token, words: Words) -> bool:
    """My philosophy, the values that my mother taught me, my approach to leadership."""
    mine = any(child.dep_ == "poss" and child.lower_ == "my" for child in noun.children)
    if is_word_of(noun, words.creeds):
        taught = [token for child in noun.children if child.dep_ == "relcl" for token in child.subtree]
        return mine or any(token.lower_ in FIRST_PERSON for token in taught)
    managing = any(is_word_of(token, words.managing) for child in noun.children for token in child.subtree)
    return mine and managing and noun.lemma_.lower() in words.styles


def is_creed(noun: Token, words: Words) -> bool:
    """My belief that people come first, my commitment to justice: as a phrase, whatever the tense around it."""
    if not is_word_of(noun, words.creeds | words.devotions | words.styles):
        return False
    verb = governor(noun)
    own = is_own_creed(noun, words)
    mine = any(child.lower_ == "my" for child in noun.children)
    now = verb is not None and is_writer(subject(verb)) and time(verb) in NOW
    if noun.lemma_.lower() in words.devotions and any(is_word_of(token, words.causes) for token in noun.subtree):
        return now or any(child.lower_ == "my" for child in noun.children)
    if own and noun.lemma_.lower() in _HELD_IN and _is_held_in(noun):
        return True
    if mine and noun.lemma_.lower() in words.devotions and _is_lasting(noun, words):
        return True
    if not own and not (now and noun.dep_ == "pobj" and noun.lemma_ in words.creeds):
        return False
    inside = own and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by", "under")
    if inside and verb is not None and (tense(verb) == "present" or verb.lemma_ in words.moving):
        return True
    said = [
        child for child in noun.rights if child.dep_ in ("acl", "ccomp", "relcl") and own_subject(child) is not None
    ]
    return any(_has_that(child) and is_general(child, strict=True) for child in said)


def _is_held_in(noun: Token) -> bool:
    """My belief, as a farmer's son, in small government: not my faith in the pump or in her."""
    places = [c for head in (noun, *noun.ancestors) for c in head.children if c.lower_ == "in" and c.i > noun.i]
    objects = [c for place in places[:1] for c in place.children if c.dep_ == "pobj"]
    return any(is_general_object(place) for place in places[:1]) and all(o.pos_ == "NOUN" for o in objects)


def _is_lasting(noun: Token, words: Words) -> bool:
    """My lifelong commitment to ending hunger: not my commitment of two crews."""
    deep = any(child.lower_ in words.deep for child in noun.lefts)
    return deep and any(c.lower_ in ("to", "for") and is_general_object(c) for c in noun.children)


def is_view(noun: Token) -> bool:
    """My view that every worker deserves a wage: an opinion of things in general."""
    mine = noun.lemma_ in ("view", "opinion", "contention") and any(child.lower_ == "my" for child in noun.children)
    said = [child for head in (noun, noun.head) for child in head.children if child.dep_ in ("acl", "ccomp")]
    return mine and any(is_general(child, strict=False) for child in said)


def _is_said(child: Token) -> bool:
    """Whether the clause is what is believed, wherever the parser hung it."""
    return child.dep_ == "ccomp" or (child.dep_ in ("acl", "advcl", "relcl", "xcomp") and _has_that(child))


def _has_that(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.lefts)


def _after_that(verb: Token, said: Token) -> bool:
    return any(token.lower_ == "that" for token in verb.doc[verb.i : said.i])


def _is_emphatic(verb: Token) -> bool:
    return any(child.dep_ == "advmod" and child.lower_ in _EMPHATIC for child in verb.children)
