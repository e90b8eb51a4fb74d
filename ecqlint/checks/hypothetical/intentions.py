"""The grammar of intention: I plan to, my first act will be, I am sure that I can, I would be honored to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import auxiliaries, inflected, is_writer, own_subject, tense

if TYPE_CHECKING:
    from spacy.tokens import Token


_WOULD = frozenset(("would", "'d", "’d"))
_WILL = frozenset(("will", "shall", "'ll", "’ll"))
# How often: with it, would tells of a habit.
FREQUENCY = re.compile(
    r"\b(?:every|each|once an?|twice an?|often|always|sometimes|usually|regularly|occasionally|now and then|time and again|most"
    r"|on \w+ days|on (?:an?|the) \w+ (?:night|day|morning|evening|shift)"
    r""
    r"|(?:in|on) the (?:mornings?|evenings?|afternoons?|weekends?)|at (?:night|dawn|lunch|noon)"
    r"|(?:that|those|the (?:first|last|whole)) (?:few )?(?:days?|weeks?|months?|years?|winter|spring|summer|autumn|fall|season)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days|mornings|evenings|afternoons|nights|weekends|whenever)\b",
    re.IGNORECASE,
)
_DAYS = frozenset(("day", "week", "month", "year"))
# What is told elsewhere in the narrative is a reference, and no intention.
TELLING = frozenset(
    "return come turn get describe tell discuss explain show say speak leave relate recount treat address cover".split()
)
_ELSEWHERE = frozenset("below later elsewhere presently section ecq example page heading qualification".split())
_POSTS = frozenset(("challenge", "role", "post", "assignment", "chapter", "project"))
_DREAMS = frozenset(("ambition", "dream", "hope", "aspiration", "wish"))
# What one would like to do at the end of a page.
_CLOSING = frozenset("credit recognize point stress emphasize begin close conclude highlight".split())
# What past work does for the writer's next: will allow me to lead.
ENABLING = frozenset("allow enable help equip prepare permit let serve".split())
# What one is sure of, and promises nothing by: I am sure that I can recall it.
_UNABLE = frozenset("say state show tell prove remember recall see count be have claim call name attribute".split())


@dataclass(frozen=True)
class Words:
    """The words of intention: the options of the rule, which say what each is."""

    intending: frozenset[str]
    ready: frozenset[str]
    sure: frozenset[str]
    wishing: frozenset[str]
    aims: frozenset[str]
    speaking: frozenset[str]
    recalling: frozenset[str]


def modal_of(verb: Token) -> str | None:
    """Which of would, will, could and can stands with the verb."""
    for token in auxiliaries(verb):
        if token.tag_ == "MD":
            word = token.lower_
            if word in ("'d", "’d") and verb.tag_ == "VBN" and token.i > min(c.i for c in auxiliaries(verb)) - 1:
                return None  # I'd been there: I had
            return "would" if word in _WOULD else "will" if word in _WILL else word
    return None


def only_says(verb: Token, words: Words) -> bool:
    """Whether "I would" or "I will" only tells, remembers, prefers (I would rather), or how things would stand (be waiting still)."""
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    if (
        "rather" in adverbs
        or ("still" in adverbs and verb.lemma_ == "be")
        or ("still" in adverbs and verb.tag_ == "VBG")
    ):
        return True
    if any(
        c.dep_ == "acomp" and c.lower_ in ("brief", "candid", "honest", "frank", "blunt", "direct")
        for c in verb.children
    ):
        return True  # I will be brief
    if any(c.dep_ == "advcl" and c.lemma_ in ("ask", "press", "force") for c in verb.children):
        return True  # if I were asked for the hardest day
    if verb.lemma_ in words.wishing and any(
        c.dep_ == "xcomp" and c.lemma_ in words.speaking | words.recalling | _CLOSING for c in verb.children
    ):
        return True  # I would like to thank
    clause_follows = any(child.dep_ == "ccomp" for child in verb.children) or not any(
        child.dep_ in ("dobj", "prep") for child in verb.children
    )
    if verb.lemma_ in TELLING and any(t.lower_ in _ELSEWHERE for t in verb.subtree):
        return True  # I will return to this below
    return verb.lemma_ in words.recalling or (verb.lemma_ in words.speaking and clause_follows)


def wishes(verb: Token, words: Words) -> bool:
    """I would love to, I would be honored to, I would welcome the chance, I would not hesitate to: now."""
    if any(child.lower_ == "have" for child in auxiliaries(verb)):
        return False
    if verb.lower_ in words.wishing and verb.tag_ == "VBN":
        return bool(infinitives(verb))
    if verb.lemma_ == "hesitate":
        return True
    if verb.lemma_ == "be":
        return any(
            c.lower_ in words.ready | words.wishing and any(t.tag_ == "TO" for g in c.children for t in g.children)
            for c in verb.children
        )
    return verb.lemma_ in words.wishing and bool(
        infinitives(verb) or any(c.lemma_ in ("chance", "opportunity") for c in verb.children)
    )


def means_to(verb: Token, words: Words) -> bool:
    """I plan to, am going to, look forward to, am eager to, have every intention of, am sure that I can: now."""
    if verb.lower_ in inflected(words.intending):
        going = (verb.tag_ == "VBG" or verb.lemma_ == "envision") and any(c.dep_ == "dobj" for c in verb.rights)
        return (
            bool(infinitives(verb))
            or going
            or any(
                (c.lower_ == "on" and any(g.dep_ == "pcomp" for g in c.children))
                or (c.tag_ == "VBG" and c.dep_ == "xcomp")
                for c in verb.rights
            )
        )
    if verb.lemma_ == "go" and verb.tag_ == "VBG":
        return bool(infinitives(verb))
    if verb.lemma_ in ("look", "see"):
        myself = any(c.lower_ == "myself" for c in verb.subtree) and any(
            t.tag_ == "VBG" for t in verb.subtree if t != verb
        )
        return myself if verb.lemma_ == "see" else any(c.lower_ == "forward" for c in verb.children)
    if verb.lemma_ in ("know", "believe", "trust") and _promises(verb):
        return True
    if verb.lemma_ == "have":
        return any(c.dep_ == "dobj" and c.lemma_ in words.aims and _leads_on(c) for c in verb.children)
    if verb.lemma_ not in ("be", "stand", "feel", "remain"):
        return False
    return any(
        (child.lower_ in words.ready and any(t.tag_ == "TO" for c in child.children for t in c.children))
        or (child.lower_ in words.sure and (_promises(child) or _is_of_doing(child)))
        for child in verb.children
    )


def _is_of_doing(sure: Token) -> bool:
    """Confident of repeating it."""
    return any(child.lower_ == "of" and any(c.dep_ == "pcomp" for c in child.children) for child in sure.rights)


def _promises(head: Token) -> bool:
    """Whether a clause follows in which the writer will or can do something: that I will deliver."""
    return any(
        child.dep_ == "ccomp"
        and is_writer(own_subject(child))
        and not any(t.dep_ == "neg" or t.lower_ in ("have", "never") for t in child.children)
        and (
            modal_of(child) in ("will", "would")
            or (modal_of(child) in ("can", "could") and child.lemma_ not in _UNABLE)
        )
        for child in head.children
    )


def _leads_on(noun: Token) -> bool:
    """An intention to, every intention of doing."""
    return any(
        any(t.tag_ == "TO" for t in c.children)
        if c.dep_ in ("acl", "relcl", "xcomp")
        else c.lower_ == "of" and any(g.tag_ == "VBG" for g in c.children)
        for c in noun.children
    )


def infinitives(verb: Token) -> list[Token]:
    """The infinitives with to that the verb governs."""
    return [
        c
        for c in verb.rights
        if c.dep_ in ("xcomp", "ccomp", "advcl") and own_subject(c) is None and any(t.tag_ == "TO" for t in c.lefts)
    ]


def is_aim(who: Token, verb: Token, words: Words) -> bool:
    """My first act will be, my goal is to, it is my hope to: what the writer has in mind, as the subject or behind it."""
    modal = modal_of(verb)
    if who.lower_ == "it" and verb.lemma_ == "be" and modal == "would":
        return any(c.dep_ == "attr" and c.lemma_ in ("honor", "privilege", "pleasure") for c in verb.children)
    if who.lower_ == "it" and verb.lemma_ == "be" and tense(verb) == "present":
        return any(
            c.dep_ == "attr" and _is_mine(c, words) and bool(_leads_on(c) or infinitives(verb) or _future(verb))
            for c in verb.children
        )
    if not _is_mine(who, words):
        return False
    if FREQUENCY.search(" ".join(token.text for token in verb.subtree if token.i < verb.i)):
        return False  # my goal each morning
    listed = verb.lemma_ == "include" and any(c.dep_ in ("dobj", "xcomp") and c.tag_ == "VBG" for c in verb.children)
    meant = verb.lemma_ == "be" and tense(verb) in ("present", "modal") and bool(infinitives(verb) or _future(verb))
    days = who.lemma_ in _DAYS
    dreamt = tense(verb) == "present" and (
        verb.lemma_ == "call"
        or (who.lemma_ in _DREAMS and verb.lemma_ == "be" and any(c.dep_ == "attr" for c in verb.children))
    )
    return modal == "will" or (days and modal == "would") or dreamt or ((meant or listed) and modal in (None, "would"))


def _future(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" and modal_of(c) in ("will", "can") for c in verb.children)


def _is_mine(noun: Token, words: Words) -> bool:
    mine = any(c.dep_ == "poss" and c.lower_ == "my" for c in noun.children)
    ahead = noun.lemma_ in _DAYS | _POSTS and any(c.lower_ in ("first", "next") for c in noun.children)
    return mine and (ahead or noun.lemma_.lower() in words.aims)
