"""Party, campaigns and ideology: what the writer is, did and thinks as a partisan, never the ordinary work with those who govern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._campaigning import BOTH, Deeds, heads_in, is_ours, partisan_deeds, phrase, text_of
from ecqlint.checks._elections import Elections
from ecqlint.checks._grammar import (
    FIRST_PERSON,
    SUBJECTS,
    governor,
    inflected,
    is_writer,
    outermost,
    own_subject,
    subject,
)
from ecqlint.checks._partisans import Leanings
from ecqlint.checks._people import KIN
from ecqlint.checks._politics import Politics, alternatives
from ecqlint.checks._screening import screen
from ecqlint.checks._sympathies import Sympathies
from ecqlint.checks._verdicts import Blame
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MINE = frozenset(("my", "our"))
# The patterns of a rulebook's words, compiled once.
_politics = cache(Politics)
_elections = cache(Elections)
_blame = cache(Blame)
_sympathies = cache(Sympathies)


def check(
    reading: Reading,
    *,
    parties: frozenset[str],
    politicians: frozenset[str],
    ideologies: frozenset[str],
    labels: frozenset[str],
    labelled: frozenset[str],
    slogans: frozenset[str],
    offices: frozenset[str],
    seats: frozenset[str],
    posts: frozenset[str],
    members: frozenset[str],
    adherents: frozenset[str],
    shown: frozenset[str],
    creeds: frozenset[str],
    campaigning: frozenset[str],
    helping: frozenset[str],
    rallying: frozenset[str],
    endorsing: frozenset[str],
    backing: frozenset[str],
    giving: frozenset[str],
    taking_part: frozenset[str],
    belonging: frozenset[str],
    working: frozenset[str],
    guarding: frozenset[str],
    neutral: frozenset[str],
    hostile: frozenset[str],
    contempt: frozenset[str],
    praise: frozenset[str],
    insults: frozenset[str],
    virtues: frozenset[str],
    scorn: frozenset[str],
    media: frozenset[str],
    advocacy: frozenset[str],
    ambiguous: frozenset[str],
) -> Iterator[Match]:
    """Each phrase or clause that tells of the writer's party, of a campaign, or that praises or blames a party."""
    known = _politics(parties, ideologies, politicians, offices, seats, posts, members, adherents, shown, creeds)
    deeds = Deeds(
        inflected(campaigning),
        inflected(helping),
        inflected(rallying),
        inflected(endorsing),
        inflected(backing),
        inflected(giving),
        inflected(taking_part),
        inflected(belonging),
        inflected(working),
        inflected(guarding),
        neutral,
    )
    label = re.compile(rf"\b(?:{alternatives(labels)})\b", re.IGNORECASE)
    slogan = re.compile(rf"(?<!\w)(?:{alternatives(slogans)})(?!\w)", re.IGNORECASE)
    leanings = Leanings(
        known.party,
        ideologies,
        label,
        labelled,
        slogan,
        hostile,
        contempt,
        praise,
        insults,
        virtues,
        known.praised,
        known.leader,
    )
    elections, blame = _elections(known, deeds.working, ambiguous), _blame(known, insults, scorn)
    sympathies = _sympathies(known, hostile, scorn, advocacy)
    member = _membership(media, advocacy)
    is_political = screen(known, deeds, labels | slogans, media | advocacy)
    for sentence in reading.sentences:
        if not is_political(sentence.span.of(reading.text)):
            continue
        spans = [
            *partisan_deeds(sentence, known, deeds, leanings),
            *_affiliations(sentence, known, leanings),
            *_belongings(sentence, known),
            *_descriptions(sentence, known),
            *_memberships(sentence, member),
        ]
        if not BOTH.search(sentence.tokens.text):
            spans += [
                *leanings.judged(sentence),
                *elections.told(sentence),
                *blame.cast(sentence),
                *sympathies.told(sentence),
            ]
        yield from (Match(span) for span in outermost(spans))


@cache
def _membership(media: frozenset[str], advocacy: frozenset[str]) -> re.Pattern[str]:
    """I listen to Rush Limbaugh; a member of the National Rifle Association."""
    heard = r"(?:watch|listen|read|subscribe|tun|fan|argu|wr[io]t|publish|column)\w*"
    active = (
        r"(?:members?|membership|supporter|donor|belong\w*|join\w*|g[ai]ve|donat\w+|contribut\w+|volunteer\w*|march\w*"
        r"|active|card-carrying|dues|lifetime|life)"
    )
    between = r"\s+(?:[\w’'-]+\s+){0,4}?"
    return re.compile(
        rf"\b{heard}{between}(?:{alternatives(media)})\b|\b{active}{between}(?:{alternatives(advocacy)})\b"
    )


def _memberships(sentence: Sentence, member: re.Pattern[str]) -> Iterator[Span]:
    for match in member.finditer(sentence.tokens.text):
        found = sentence.matched(match)
        verb = found.root if found.root.pos_ == "VERB" else governor(found.root)
        mine = verb is not None and is_ours(subject(verb))
        if mine or any(token.lower_ == "my" for token in found.root.subtree):
            yield sentence.span_of(found[0], found[-1])


def _affiliations(sentence: Sentence, known: Politics, leanings: Leanings) -> Iterator[Span]:
    """As a lifelong Republican; I am a fiscal conservative; a fellow liberal; as a delegate to the party's convention."""
    for token in sentence.tokens:
        verb = governor(token)
        if verb is None:
            continue
        who = subject(verb)
        first, last = token.left_edge, token.right_edge
        alone = token.dep_ not in ("amod", "compound", "nmod")
        partisan = leanings.is_ideologue(token) or (alone and bool(known.party.fullmatch(token.text)))
        placed = token.pos_ in ("NOUN", "PROPN") and (_is_as(token) or _is_in_front(token, verb))
        office = placed and _is_of_politics(token, known)
        if (partisan and _is_one_of_us(token, verb)) or (_is_of_kin(token) and known.party.search(phrase(token))):
            yield sentence.span_of(first, last)
        elif partisan and token.dep_ == "attr" and verb.lower_ == "being" and own_subject(verb) is None:
            if any(t.lower_ in FIRST_PERSON for t in sentence.tokens):
                yield sentence.span_of(verb, last)
        elif (partisan or office) and (
            (_is_as(token) and is_ours(who)) or (not partisan and _is_in_front(token, verb))
        ):
            yield sentence.span_of(token.head, last)
        elif partisan and token.dep_ in ("attr", "oprd", "appos", "acomp"):
            named = token.head if token.dep_ == "appos" else who
            if is_ours(named) and (first.lower_ in ("a", "an", "no") or _is_the_one(token)):
                yield sentence.span_of(first, last)


def _is_of_politics(noun: Token, known: Politics) -> bool:
    if noun.lemma_.lower() in KIN and known.party.search(phrase(noun)):
        return True
    return heads_in(known.activity, [noun]) or known.organization.search(phrase(noun)) is not None


def _is_as(noun: Token) -> bool:
    while noun.dep_ == "conj":  # as a feminist and a socialist
        noun = noun.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ("as", "like")


def _is_the_one(partisan: Token) -> bool:
    """The youngest Republican, the only liberal."""
    return any(child.tag_ == "JJS" or child.lower_ in ("only", "first", "last") for child in partisan.children)


def _is_one_of_us(partisans: Token, verb: Token) -> bool:
    """A fellow Republican; us Democrats; we were liberals."""
    if any(child.lower_ == "fellow" for child in partisans.children):
        return True
    who = subject(verb) if partisans.dep_ == "attr" else None
    called = partisans.i > 0 and partisans.nbor(-1).lower_ in ("we", "us")
    return partisans.lower_.endswith("s") and (called or (who is not None and who.lower_ == "we"))


def _is_of_kin(noun: Token) -> bool:
    """Whether the noun says what one of the writer's family is."""
    who = subject(noun.head) if noun.dep_ == "attr" else None
    return who is not None and who.lemma_.lower() in KIN and any(child.lower_ == "my" for child in who.children)


def _is_in_front(noun: Token, verb: Token) -> bool:
    """Whether the noun stands with at, from or during before a subject that is the writer: at a rally for the ticket I met."""
    who = own_subject(verb)
    placed = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "from", "during", "after") and noun.head.head == verb
    return placed and who is not None and is_writer(who) and noun.i < who.i


def _belongings(sentence: Sentence, known: Politics) -> Iterator[Span]:
    """My work for the campaign, a sticker on my bumper: nouns of the writer's with politics in them."""
    for token in sentence.tokens:
        if token.lower_ in _MINE and token.dep_ == "poss":
            words = list(_up_to_verb(token))
            text = text_of(words)
            if not BOTH.search(text) and (known.activity.search(text) or known.organization.search(text)):
                yield sentence.span_of(words[0], words[-1])
    for match in known.sticker.finditer(sentence.tokens.text):
        found = sentence.matched(match)
        if any(token.lower_ in FIRST_PERSON for token in found.root.head.subtree):
            yield sentence.span_of(found[0], found[-1])


def _descriptions(sentence: Sentence, known: Politics) -> Iterator[Span]:
    """Though a Democrat, I; it took a Republican president."""
    for match in known.self_described.finditer(sentence.tokens.text):
        yield sentence.span_at(match, match.lastindex or 0)


def _up_to_verb(token: Token) -> Iterator[Token]:
    """The words from here to the next verb, "I" or mark, however the parser may have hung them."""
    for following in token.doc[token.i : token.sent.end]:
        mark = following.is_punct and following.text != "-"
        if mark or (following.dep_ in SUBJECTS and following.lower_ in ("i", "we")):
            return
        if following.pos_ in ("VERB", "AUX") and following.tag_ not in ("VBG", "VBN"):
            return
        yield following
