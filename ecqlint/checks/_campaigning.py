"""What the writer did as a partisan: voted, campaigned, gave, ran for a seat, took part; not the work with those who govern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import clause, clause_span, is_writer, subject, trimmed_clause, verbs
from ecqlint.checks._partisans import Leanings
from ecqlint.checks._people import KIN, PREDECESSORS, STAFF, SUPERIORS, is_person
from ecqlint.checks._politics import Politics
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from re import Pattern

    from spacy.tokens import Token

# Who names both parties tells of work with both.
BOTH = re.compile(r"\bRepublicans?\b.*\bDemocrat|\bDemocrat\w*\b.*\bRepublicans?\b|\bboth parties\b", re.DOTALL)
_REGISTERED = re.compile(r"\bregist(?:ration|ered)\b")
# Elections that are no politics: of a union, an association, a board of one's peers.
ELSEWHERE = re.compile(
    r"\blocal(?=\s*(?:['’,.;]|of\b|union\b|$))|(?<!-)\b(?:union|guild|federation|association|society|cooperative|PTA|steward|alumni"
    r"|homeowners|chapter|lodge|congregation|parish|Combined Federal Campaign)\b(?!-)"
)
_CANVASSING = re.compile(r"\b(?:phones?|calls|doors|precincts?|envelopes|voters|neighborhoods|polls)\b")
_PARTY_FUNDS = re.compile(r"\bPAC\b|\bto the party\b(?!['’]|\s+of)")
# Who counsels a party's members is at work.
_JOBS = SUPERIORS | STAFF | {"liaison", "contact", "witness", "guest", "host", "opponent", "nominee"}
_BELIEVING = frozenset("believe favor support oppose advocate champion defend stand fight march speak".split())
_PROTESTING = frozenset(("march", "demonstrate", "rally", "protest"))
_STUMPING = frozenset(("stump", "canvass", "campaign", "caucus", "electioneer", "vote"))
_ELECTING = frozenset("elect reelect appoint choose nominate".split())
_EMPLOYERS = frozenset("agency branch bureau commission department division office staff team unit".split())
_ONE = frozenset(("one", "someone", "somebody", "person", "man", "woman"))
_COMPLEMENTS = frozenset(("oprd", "ccomp", "attr", "prep", "dobj"))


@dataclass(frozen=True)
class Deeds:
    """The verbs of partisans, in all their forms, each with the kind of thing that makes it one: the options of the rule.

    `working` are verbs that make nothing partisan, `guarding` those that do not even at a rally; `neutral` are nouns before
    which a party is a fact.
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
    neutral: frozenset[str]


def partisan_deeds(sentence: Sentence, known: Politics, deeds: Deeds, leanings: Leanings) -> Iterator[Span]:
    """The clauses in which the writer acts as a partisan."""
    for verb in verbs(sentence):
        if _is_elected(verb, known):
            yield clause_span(sentence, verb)
        elif is_ours(subject(verb)):
            tokens = trimmed_clause(clause(verb))
            text = text_of(tokens)
            partisan = known.party.search(text) or known.post.search(text)
            denied = any(child.dep_ == "neg" for child in verb.children)
            if (denied or ELSEWHERE.search(text)) and not partisan:
                continue
            changed = _REGISTERED.search(text) if BOTH.search(text) else _acts(verb, tokens, known, deeds)
            if changed or (not BOTH.search(text) and _is_partisan(verb, known, leanings)):
                yield clause_span(sentence, verb)


def text_of(tokens: list[Token]) -> str:
    """The text from the first to the last of the tokens."""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def phrase(noun: Token) -> str:
    """The text of a noun with all that depends on it."""
    return text_of(sorted(noun.subtree, key=lambda token: token.i))


def heads_in(pattern: Pattern[str], nouns: Iterable[Token]) -> bool:
    """Whether one of the nouns stands in a place that the pattern finds: the thing itself, not something beside it."""
    for noun in nouns:
        place = noun.idx - noun.sent.start_char
        if any(start <= place < end for start, end in _places(pattern, noun.sent.text)):
            return True
    return False


@lru_cache(maxsize=64)
def _places(pattern: Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in pattern.finditer(text))


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


def _acts(verb: Token, tokens: list[Token], known: Politics, deeds: Deeds) -> bool:
    return (
        _supports(verb, tokens, known, deeds) or _takes_part(verb, known, deeds) or _attends(verb, tokens, known, deeds)
    )


def _supports(verb: Token, tokens: list[Token], known: Politics, deeds: Deeds) -> bool:
    """Votes for the governor, works on his campaign, endorses a nominee, gives to the party, runs for a seat."""
    behind, word = text_of([token for token in tokens if token.i >= verb.i]), verb.lower_

    def goal(prepositions: str, *targets: Pattern[str]) -> bool:
        return any(re.search(rf"\b(?:{prepositions})\s+(?:\w+\s+)?(?:{t.pattern})", behind) for t in targets)

    straight = rf"[\w-]+\s+(?:\w+\s+)?(?:the\s+)?(?:straight\s+)?(?:{known.party.pattern})"
    runs = rf"\w+\s+(?:(?:\w+ly|once|twice|later|first|also|three\s+times|in\s+\d{{4}},?)\s+){{0,2}}for\s+(?:{known.seat.pattern})"
    objects = [child for child in verb.children if child.dep_ == "dobj"] + [verb.head] * (verb.dep_ == "relcl")
    whom = any(t.lower_ in ("whom", "who") and t.head.lower_ in ("for", "to", "against") for t in tokens)
    if whom and word in deeds.campaigning | deeds.rallying | deeds.giving | deeds.helping:
        return heads_in(known.candidate, [verb.head])
    return bool(
        (word in deeds.campaigning and re.match(straight, behind))
        or (word in deeds.campaigning and goal("for|against|with", known.candidate, known.campaign, known.person))
        or (
            verb.lemma_ in _STUMPING
            and any(_is_of_ours(n) for p in verb.children if p.lower_ == "for" for n in p.children)
        )
        or (word in deeds.helping and goal("for|on|in", known.campaign, known.organization, known.nominee))
        or (
            word in deeds.helping
            and _CANVASSING.search(behind)
            and goal("for|on", known.candidate, known.person, known.named)
        )
        or (word in deeds.rallying and goal("for", known.titled, known.named))
        or (word in deeds.endorsing and heads_in(known.candidate, objects))
        or (word in deeds.backing and (heads_in(known.nominee, objects) or heads_in(known.campaign, objects)))
        or (word in deeds.endorsing | deeds.backing and known.backed.search(behind))
        or (verb.lemma_ in _PROTESTING and known.protested.search(behind))
        or (verb.lemma_ in _BELIEVING and known.creed.search(behind))
        or (word in deeds.giving and goal("to", known.candidate, known.campaign, known.organization))
        or (word in deeds.giving and _PARTY_FUNDS.search(behind))
        or (verb.lemma_ in ("run", "stand") and re.match(runs, behind))
    )


def _is_of_ours(noun: Token) -> bool:
    """My brother-in-law, a friend: somebody who is stumped for."""
    text = phrase(noun).lower()
    return noun.dep_ == "pobj" and (
        any(re.search(rf"\\b{kin}", text) for kin in KIN) or noun.lemma_ in ("friend", "neighbor", "candidate")
    )


def _is_elected(verb: Token, known: Politics) -> bool:
    """Whether the clause says that the writer was elected for a party: elected me Republican commissioner."""
    me = any(token.lower_ in ("i", "me") and token.dep_ in ("nsubjpass", "dobj", "nsubj") for token in verb.subtree)
    made = [child for child in verb.children if child.dep_ in _COMPLEMENTS]
    return verb.lemma_ in _ELECTING and me and any(known.party.search(phrase(child)) for child in made)


def _is_partisan(verb: Token, known: Politics, leanings: Leanings) -> bool:
    """I am no fan of the Democrats, was a foot soldier of the Republican Party: not a counsel to them."""
    if verb.lemma_ not in ("be", "become", "remain"):
        return False
    for child in verb.children:
        if child.dep_ in ("attr", "acomp") and child.lemma_.lower() not in _JOBS:
            named = any(leanings.are_partisans(token) for token in child.subtree)
            text = phrase(child)
            if named or known.organization.search(text) or known.post.search(text):
                return True
    return False


def _takes_part(verb: Token, known: Politics, deeds: Deeds) -> bool:
    """Hosts a fund-raiser for the congressman, serves as precinct captain, keeps a sign for the nominee in the yard."""
    things = [child for child in verb.children if child.dep_ in ("dobj", "attr", "oprd")]
    things += [verb.head] * (verb.dep_ == "relcl")
    heads = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
    things += [noun for head in heads for prep in head.children if prep.dep_ == "prep" for noun in _reached(prep)]
    if verb.lower_ in deeds.taking_part and heads_in(known.activity, things):
        return True
    return verb.lower_ in deeds.belonging and heads_in(known.organization, things)


def _attends(verb: Token, tokens: list[Token], known: Politics, deeds: Deeds) -> bool:
    """Whether what partisans do or have stands anywhere in the clause of a verb that is no work of office."""
    where = ("at", "during", "on", "in") if verb.lemma_ == "learn" else ("at", "during")
    preps = [token for token in tokens if token.dep_ == "prep" and token.lower_ in where]
    places = [noun for prep in preps for noun in _reached(prep)]
    if verb.lower_ not in deeds.guarding and any(heads_in(p, places) for p in (known.activity, known.organization)):
        return True
    if verb.lower_ in deeds.working | deeds.guarding or verb.lemma_ == "be":
        return False
    tokens = [token for token in tokens if not _is_others(token, verb)]
    text = text_of(tokens)
    partisan = any(pattern.search(text) for pattern in (known.activity, known.nominee, known.organization))
    return partisan or any(_is_of_party(token, known, deeds) for token in tokens)


def _is_others(token: Token, verb: Token) -> bool:
    """Whether the token stands in a clause within that of the verb that tells what somebody else did: an analyst who had worn a button."""
    while token != verb and token.head != token:
        if token.dep_ == "relcl":
            told = [t.lower_ for t in token.subtree]
            return (
                token.head.pos_ in ("NOUN", "PROPN") and is_person(token.head) and "i" not in told and "my" not in told
            )
        token = token.head
    return False


def _is_of_party(token: Token, known: Politics, deeds: Deeds) -> bool:
    """Whether the token is a party before a noun that is no office: the Republican dinner, not the Republican mayor."""
    before = token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i
    return before and bool(known.party.fullmatch(token.text)) and token.head.lemma_.lower() not in deeds.neutral


def _reached(prep: Token) -> Iterator[Token]:
    """The nouns behind a preposition, and behind those that hang on them: on the stage at the rally."""
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp", "conj"):
            yield child
            for inner in child.children:
                if inner.dep_ == "prep":
                    yield from _reached(inner)
