"""Party, campaigns and ideology: what the writer is, did and thinks as a partisan, never the ordinary work with those who govern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import (
    FIRST_PERSON,
    SUBJECTS,
    clause,
    clause_span,
    governor,
    inflected,
    is_writer,
    outermost,
    own_subject,
    subject,
    trimmed_clause,
    verbs,
)
from ecqlint.checks._partisans import Leanings
from ecqlint.checks._people import KIN, STAFF, SUPERIORS
from ecqlint.checks._politics import Politics, alternatives, politics
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from re import Pattern

    from spacy.tokens import Token

# Who names both parties tells of work with both.
_BOTH = re.compile(r"\bRepublicans?\b.*\bDemocrat|\bDemocrat\w*\b.*\bRepublicans?\b|\bboth parties\b", re.DOTALL)
_REGISTERED = re.compile(r"\bregist(?:ration|ered)\b")
# Elections that are no politics: of a union, an association, a board of one's peers.
_ELSEWHERE = re.compile(
    r"\blocal(?=\s*(?:['’,.;]|of\b|union\b|$))"
    r"|\b(?:union|guild|federation|association|society|cooperative|PTA|steward|alumni|homeowners|chapter|lodge|congregation|parish)\b"
)
_JOBS = SUPERIORS | STAFF | {"liaison", "contact", "witness", "guest", "host", "opponent", "nominee"}
_PARTY_FUNDS = re.compile(r"\bPAC\b|\bto the party\b(?!['’]|\s+of)")
_MINE = frozenset(("my", "our"))


@dataclass(frozen=True)
class Deeds:
    """The verbs of partisans, each with the kind of thing that makes it one: the options of the rule."""

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
) -> Iterator[Match]:
    """Each phrase or clause that tells of the writer's party, of a campaign, or that praises or blames a party."""
    known = politics(parties, ideologies, politicians, offices, seats, posts, members, adherents, shown)
    acts = (campaigning, helping, rallying, endorsing, backing, giving, taking_part, belonging, working, guarding)
    deeds = Deeds(*map(inflected, acts), neutral)
    label = re.compile(rf"\b(?:{alternatives(labels)})\b", re.IGNORECASE)
    slogan = re.compile(rf"(?<!\w)(?:{alternatives(slogans)})(?!\w)", re.IGNORECASE)
    leanings = Leanings(known.party, ideologies, label, labelled, slogan, hostile, contempt, praise, insults, virtues)
    for sentence in reading.sentences:
        spans = [
            *_deeds(sentence, known, deeds, leanings),
            *_affiliations(sentence, known, leanings),
            *_belongings(sentence, known),
        ]
        if not _BOTH.search(sentence.tokens.text):
            spans += leanings.judged(sentence)
        yield from (Match(span) for span in outermost(spans))


def _text(tokens: list[Token]) -> str:
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text if tokens else ""


def _heads_in(pattern: Pattern[str], nouns: Iterable[Token]) -> bool:
    """Whether one of the nouns stands in a place that the pattern finds: the thing itself, not something beside it."""
    for noun in nouns:
        first = noun.sent.start_char
        if any(match.start() <= noun.idx - first < match.end() for match in pattern.finditer(noun.sent.text)):
            return True
    return False


def _is_us(who: Token | None) -> bool:
    """Whether the subject is the writer, also among others, or something of the writer's."""
    named = [who, *(child for child in who.children if child.dep_ == "conj")] if who is not None else []
    return any(
        is_writer(token) or any(c.dep_ == "poss" and c.lower_ == "my" for c in token.children) for token in named
    )


def _deeds(sentence: Sentence, known: Politics, deeds: Deeds, leanings: Leanings) -> Iterator[Span]:
    """Clauses in which the writer votes, campaigns, gives, runs for a seat, or takes part in what partisans do."""
    for verb in verbs(sentence):
        if _is_elected(verb, known):
            yield clause_span(sentence, verb)
        if not _is_us(subject(verb)):
            continue
        tokens = trimmed_clause(clause(verb))
        text = _text(tokens)
        partisan = bool(known.party.search(text) or known.post.search(text))
        denied = any(child.dep_ == "neg" for child in verb.children)
        if (_ELSEWHERE.search(text) or denied) and not partisan:
            continue
        if _BOTH.search(text):
            if _REGISTERED.search(text):
                yield clause_span(sentence, verb)
        elif (
            _supports(verb, tokens, known, deeds)
            or _takes_part(verb, known, deeds)
            or _attends(verb, tokens, known, deeds)
        ):
            yield clause_span(sentence, verb)
        elif _is_partisan(verb, known, leanings):
            yield clause_span(sentence, verb)


def _supports(verb: Token, tokens: list[Token], known: Politics, deeds: Deeds) -> bool:
    """Votes for the governor, works on his campaign, endorses a nominee, gives to the party, runs for a seat."""
    behind, word = _text([token for token in tokens if token.i >= verb.i]), verb.lower_

    def goal(prepositions: str, *targets: Pattern[str]) -> bool:
        return any(re.search(rf"\b(?:{prepositions})\s+(?:\w+\s+)?(?:{t.pattern})", behind) for t in targets)

    if word in deeds.campaigning:
        straight = re.match(rf"[\w-]+\s+(?:\w+\s+)?(?:the\s+)?(?:straight\s+)?(?:{known.party.pattern})", behind)
        if straight or goal("for|against|with", known.candidate, known.campaign, known.person):
            return True
    if word in deeds.helping:
        canvassing = re.search(r"\b(?:phones?|calls|doors|precincts?|envelopes|voters|neighborhoods|polls)\b", behind)
        if goal("for|on|in", known.campaign, known.organization, known.nominee):
            return True
        if canvassing and goal("for|on", known.candidate, known.person, known.named):
            return True
    if word in deeds.rallying and goal("for", known.titled, known.named):
        return True
    whom = verb.dep_ == "relcl" and any(
        t.lower_ in ("whom", "who") and t.head.lower_ in ("for", "to", "against") for t in tokens
    )
    if (
        whom
        and word in deeds.campaigning | deeds.rallying | deeds.giving | deeds.helping
        and _heads_in(known.candidate, [verb.head])
    ):
        return True
    objects = [child for child in verb.children if child.dep_ == "dobj"] + ([verb.head] if verb.dep_ == "relcl" else [])
    if word in deeds.endorsing and _heads_in(known.candidate, objects):
        return True
    if word in deeds.backing and (_heads_in(known.nominee, objects) or _heads_in(known.campaign, objects)):
        return True
    if word in deeds.giving and (
        goal("to", known.candidate, known.campaign, known.organization) or _PARTY_FUNDS.search(behind)
    ):
        return True
    runs = verb.lemma_ in ("run", "stand") and re.match(
        rf"\w+\s+(?:\w+ly\s+|once\s+)?for\s+(?:{known.seat.pattern})", behind
    )
    return bool(runs)


def _is_elected(verb: Token, known: Politics) -> bool:
    """Whether the clause says that the writer was elected for a party."""
    if verb.lemma_ not in ("elect", "reelect", "appoint", "choose", "nominate"):
        return False
    me = any(child.lower_ in ("i", "me") and child.dep_ in ("nsubjpass", "dobj", "nsubj") for child in verb.subtree)
    return me and any(
        known.party.search(_text(list(c.subtree)))
        for c in verb.children
        if c.dep_ in ("oprd", "ccomp", "attr", "prep", "dobj")
    )


def _is_partisan(verb: Token, known: Politics, leanings: Leanings) -> bool:
    """I am no fan of the Democrats, was a foot soldier of the Republican Party: not a counsel to them."""
    for child in verb.children:
        if (
            child.dep_ in ("attr", "acomp")
            and verb.lemma_ in ("be", "become", "remain")
            and child.lemma_.lower() not in _JOBS
        ):
            named = any(leanings.are_partisans(token) for token in child.subtree)
            if named or known.organization.search(_text(sorted(child.subtree, key=lambda t: t.i))):
                return True
    return False


def _takes_part(verb: Token, known: Politics, deeds: Deeds) -> bool:
    """Hosts a fund-raiser for the congressman, serves as precinct captain, keeps a sign for the nominee in the yard."""
    things = [child for child in verb.children if child.dep_ in ("dobj", "attr", "oprd")]
    if verb.dep_ == "relcl":
        things.append(verb.head)
    preps = [
        child
        for head in (verb, *(c for c in verb.children if c.dep_ == "acomp"))
        for child in head.children
        if child.dep_ == "prep"
    ]
    things += [noun for prep in preps for noun in _reached(prep)]
    if verb.lower_ in deeds.taking_part and _heads_in(known.activity, things):
        return True
    return verb.lower_ in deeds.belonging and _heads_in(known.organization, things)


def _attends(verb: Token, tokens: list[Token], known: Politics, deeds: Deeds) -> bool:
    """Whether what partisans do or have stands anywhere in the clause of a verb that is no work of office."""
    placed = [
        noun for prep in tokens if prep.dep_ == "prep" and prep.lower_ in ("at", "during") for noun in _reached(prep)
    ]
    if verb.lower_ not in deeds.guarding and (
        _heads_in(known.activity, placed) or _heads_in(known.organization, placed)
    ):
        return True
    if verb.lower_ in deeds.working | deeds.guarding or verb.lemma_ == "be":
        return False
    text = _text(tokens)
    return any(p.search(text) for p in (known.activity, known.nominee, known.organization)) or _is_of_party(
        tokens, known, deeds
    )


def _is_of_party(tokens: list[Token], known: Politics, deeds: Deeds) -> bool:
    """Whether a party stands before a noun that is no office: the Republican dinner, not the Republican mayor."""
    for token in tokens:
        if token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i and known.party.fullmatch(token.text):
            if token.head.lemma_.lower() not in deeds.neutral:
                return True
    return False


def _reached(prep: Token) -> Iterator[Token]:
    """The nouns behind a preposition, and behind those that hang on them: on the stage at the rally."""
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp", "conj"):
            yield child
            for inner in child.children:
                if inner.dep_ == "prep":
                    yield from _reached(inner)


def _affiliations(sentence: Sentence, known: Politics, leanings: Leanings) -> Iterator[Span]:
    """As a lifelong Republican; I am a fiscal conservative; a fellow liberal; as a delegate to the party's convention."""
    for token in sentence.tokens:
        partisan = leanings.is_ideologue(token) or (
            bool(known.party.fullmatch(token.text)) and token.dep_ not in ("amod", "compound", "nmod")
        )
        office = token.pos_ in ("NOUN", "PROPN") and (
            _heads_in(known.activity, [token]) or bool(known.organization.search(_text(list(token.subtree))))
        )
        kindred = token.dep_ == "attr" and (who := subject(token.head)) is not None and _is_kin(who)
        if kindred and known.party.search(_text(list(token.subtree))):
            yield sentence.span_of(token.left_edge, token.right_edge)
        if not partisan and not office:
            continue
        first, last = token.left_edge, token.right_edge
        verb = governor(token)
        being = verb is not None and verb.lower_ == "being" and own_subject(verb) is None and token.dep_ == "attr"
        if partisan and being and any(t.lower_ in FIRST_PERSON for t in sentence.tokens):
            yield sentence.span_of(verb, last)
        elif partisan and (any(child.lower_ == "fellow" for child in token.children) or _is_we(token, verb)):
            yield sentence.span_of(first, last)
        elif (
            token.dep_ == "pobj" and token.head.lower_ in ("as", "like") and verb is not None and _is_us(subject(verb))
        ):
            yield sentence.span_of(token.head, last)
        elif office and not partisan and _is_in_front(token):
            yield sentence.span_of(token.head, last)
        elif token.dep_ in ("attr", "oprd", "appos", "acomp"):
            who = token.head if token.dep_ == "appos" else subject(token.head)
            if who is not None and partisan and _is_us(who) and (first.lower_ in ("a", "an") or _is_one_of(token)):
                yield sentence.span_of(first, last)


def _is_one_of(partisan: Token) -> bool:
    """The youngest Republican, the only liberal."""
    return any(child.tag_ == "JJS" or child.lower_ in ("only", "first", "last") for child in partisan.children)


def _is_we(partisans: Token, verb: Token | None) -> bool:
    """We Republicans, us Democrats; we were liberals."""
    plural = partisans.lower_.endswith("s") and partisans.i > 0
    who = subject(verb) if verb is not None and partisans.dep_ == "attr" else None
    return plural and (partisans.nbor(-1).lower_ in ("we", "us") or (who is not None and who.lower_ == "we"))


def _is_kin(who: Token) -> bool:
    return who.lemma_.lower() in KIN and any(child.lower_ == "my" for child in who.children)


def _is_in_front(noun: Token) -> bool:
    """Whether the noun stands with at, from or during before a subject that is the writer: at a rally for the ticket I met."""
    verb = governor(noun)
    who = own_subject(verb) if verb is not None else None
    placed = noun.dep_ == "pobj" and noun.head.lower_ in ("at", "from", "during", "after") and noun.head.head == verb
    return placed and who is not None and is_writer(who) and noun.i < who.i


def _belongings(sentence: Sentence, known: Politics) -> Iterator[Span]:
    """My work for the campaign, a sticker on my bumper: nouns of the writer's with politics in them."""
    for token in sentence.tokens:
        if token.lower_ in _MINE and token.dep_ == "poss":
            phrase = list(_up_to_verb(token))
            text = _text(phrase)
            if not _BOTH.search(text) and (known.activity.search(text) or known.organization.search(text)):
                yield sentence.span_of(phrase[0], phrase[-1])
    for match in known.sticker.finditer(sentence.tokens.text):
        found = sentence.tokens.char_span(match.start(), match.end(), alignment_mode="expand")
        if any(token.lower_ in FIRST_PERSON for token in found.root.head.subtree):
            yield sentence.span_of(found[0], found[-1])


def _up_to_verb(token: Token) -> Iterator[Token]:
    """The words from here to the next verb, "I" or mark, however the parser may have hung them."""
    for following in token.doc[token.i : token.sent.end]:
        if (
            following.is_punct
            and following.text != "-"
            or following.dep_ in SUBJECTS
            and following.lower_ in ("i", "we")
        ):
            return
        if following.pos_ in ("VERB", "AUX") and following.tag_ not in ("VBG", "VBN"):
            return
        yield following
