"""Nothing that sends the reader to another part of the narrative, or to another paper of the package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import own_subject
from ecqlint.checks._english.inflection import with_s
from ecqlint.checks._notation import Phrases
from ecqlint.checks.cross_reference.places import Places, places
from ecqlint.checks.cross_reference.references import Wording, references
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

WRITER = frozenset(("i", "we"))
# Adverbs that point into the text behind a verb of telling; those that also tell time do so only in "as I said before".
ABOVE = frozenset(("above", "below"))
DEICTIC = ABOVE | {"earlier", "previously", "elsewhere"}
AFTER_AS = DEICTIC | {"before", "later", "already"}
BEFORE_VERB = frozenset(
    (
        "already",
        "also",
        "previously",
        "earlier",
        "above",
        "briefly",
        "just",
        "have",
        "had",
        "'ve",
        "’ve",
        "will",
        "be",
        "was",
    )
)
HEARERS = frozenset(("to", "with"))
NOMINAL = frozenset(("DET", "NOUN", "PROPN", "NUM", "ADJ", "SYM", "PRON"))
PERSONS = frozenset(("me", "you", "him", "her", "us", "them"))
PAST = frozenset(("had", "was", "were"))
PRESENT = frozenset(("VBZ", "VBP"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
# "as we saw above", but "I saw below the bridge"
LOOKING = frozenset(("see", "show"))
# "As mentioned, it leaked" is of the text; "as reported, it leaked" may be of the paper.
ABOUT_TEXT = frozenset("describe discuss explain mention note outline state".split())
PARTICLES = {"point": "out", "touch": "on"}
# What may stand between the verb and the place: "described it fully in", "discussed in greater detail under".
BETWEEN = re.compile(
    r"[\s,]*(?:(?:about|of|on|out|to|upon|it|this|them|that|more|again|also|fully|further|briefly|at\s+(?:greater\s+|some\s+)?length"
    r"|in\s+(?:(?:more|greater|some|full)\s+)?detail)\s+)*",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:^|[(;,:–—-]\s*|\bplease\s+|\band\s+)[\"“]?$", re.IGNORECASE)
SEE = re.compile(r"\b(?:see|refer\s+to|consult)\s+(?:also\s+)?", re.IGNORECASE)
BESIDE = re.compile(r"above\b|below\b")
SPEAKING = re.compile(r"\s*,?\s+(?:I|we)\s+(?:(?:have|will|also|already)\s+)*(?=\w)")
FOREGOING = re.compile(r"(?:above|below)\b", re.IGNORECASE)
WORD = re.compile(r"[\w’'-]+")


def check(reading: Reading, *, wording: Wording) -> Iterator[Match]:
    """A match for each phrase that points to another part of the package."""
    edition = reading.narrative.edition
    where, pointing = places(edition, wording.parts), references(edition, wording)
    telling, held = frozenset(wording.verbs), frozenset(wording.holding)
    for sentence in reading.sentences:
        found = [sentence.span_at(match) for match in pointing["phrases"].find(sentence.tokens.text)]
        for span in _merged(sorted([*_pointers(sentence, where, telling, held, pointing["met"]), *found])):
            if not reading.narrative.quoted(span):
                yield Match(span)


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Spans that overlap, as one."""
    while spans:
        span = spans.pop(0)
        while spans and spans[0].start <= span.end:
            span = Span.covering((span, spans.pop(0)))
        yield span


def _pointers(
    sentence: Sentence, where: Places, telling: frozenset[str], held: frozenset[str], readers: Phrases
) -> Iterator[Span]:
    text, shift = sentence.tokens.text, sentence.span_of(sentence.tokens[0]).start
    for match in where.pointing.finditer(text):
        if _ends(sentence, match.end()):
            yield Span(*match.span()).shifted(shift)
    for match in SEE.finditer(text):
        end = _place_end(sentence, match.end(), where.seen, ABOVE)
        if end and _commands(sentence, match.start()):
            yield Span(match.start(), end).shifted(shift)
    for match in readers.find(text):
        if end := _place_end(sentence, match.end(), where.seen, DEICTIC):
            yield Span(match.start(), end).shifted(shift)
    for match in where.showing.finditer(text):
        verb = _token_at(sentence, match.end())
        if verb is not None and _is_present(verb, telling):
            yield Span(match.start(), verb.idx + len(verb) - sentence.tokens.start_char).shifted(shift)
    for token in sentence.tokens:
        if token.pos_ == "VERB" and token.lemma_.lower() in telling and (span := _told(sentence, token, where)):
            yield span.shifted(shift)
        if token.pos_ == "VERB" and token.lemma_.lower() in held:
            end = token.idx + len(token) - sentence.tokens.start_char
            place = where.held.match(text, end + 1) or (token.tag_ == "VBN" and BESIDE.match(text, end + 1))
            if place and _ends(sentence, place.end()):
                yield Span(end - len(token), place.end()).shifted(shift)
    for match in (*FOREGOING.finditer(text), *where.told.finditer(text)):
        verb = _spoken(sentence, match.end())
        if verb is not None and OPENING.search(text[: match.start()]) and verb.lemma_.lower() in telling:
            yield Span(match.start(), verb.idx + len(verb) - sentence.tokens.start_char).shifted(shift)


def _spoken(sentence: Sentence, place_end: int) -> Token | None:
    """The verb of the writer behind a place at the head of a clause: under Leading People I told."""
    said = SPEAKING.match(sentence.tokens.text, place_end)
    return _token_at(sentence, said.end()) if said else None


def _is_present(word: Token, telling: frozenset[str]) -> bool:
    """Whether the word behind a paper is what it tells, be it taken for a noun: my resume shows, as my resume details."""
    if word.lemma_.lower() in telling and word.tag_ in PRESENT:
        return True
    return word.tag_ in ("NNS", "NN") and any(with_s(verb) == word.lower_ for verb in telling)


def _token_at(sentence: Sentence, offset: int) -> Token | None:
    return next((token for token in sentence.tokens if token.idx - sentence.tokens.start_char >= offset), None)


def _place_end(sentence: Sentence, start: int, place: re.Pattern[str], adverbs: frozenset[str]) -> int | None:
    """Where the place that is named at `start` ends; None where none is."""
    text = sentence.tokens.text
    between = BETWEEN.match(text, start)
    start = between.end() if between else start
    if (match := place.match(text, start)) and _ends(sentence, match.end()):
        return match.end()
    word = WORD.match(text, start)
    if word and word[0].lower() in adverbs and _ends(sentence, word.end()):
        return word.end()
    return None


def _ends(sentence: Sentence, end: int) -> bool:
    """Whether a phrase can end there, or goes with a noun behind it: "above the door", "earlier losses", "Leading People magazine"."""
    tokens = [token for token in sentence.tokens if token.idx - sentence.tokens.start_char < end]
    if not tokens or tokens[-1].i + 1 == sentence.tokens.end:
        return True
    behind = tokens[-1].nbor()
    if tokens[-1].lower_ in DEICTIC:
        return (behind.pos_ not in NOMINAL and behind.lower_ not in ("than", "as", "of")) or behind.lower_ in WRITER
    return behind.pos_ != "NOUN"


def _commands(sentence: Sentence, start: int) -> bool:
    """Whether the verb that begins there bids the reader, and has no subject of its own."""
    if not OPENING.search(sentence.tokens.text[:start]):
        return False
    verb = _token_at(sentence, start)
    return (
        verb is not None
        and own_subject(verb) is None
        and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    )


def _told(sentence: Sentence, verb: Token, where: Places) -> Span | None:
    """The phrase of a verb of telling that names a place in the text, as offsets in the sentence; None where it names none."""
    origin, text = sentence.tokens.start_char, sentence.tokens.text
    first = _opening(verb)
    as_clause = first.lower_ == "as"
    if verb.lemma_.lower() in LOOKING and not as_clause:
        return None
    particle = PARTICLES.get(verb.lemma_.lower())
    if particle and (verb.i + 1 == verb.sent.end or verb.nbor(1).lower_ != particle):
        return None
    end = verb.idx + len(verb) - origin
    writers = first.lower_ in WRITER and verb.dep_ == "relcl"
    place = _place_end(sentence, end, where.told, AFTER_AS if as_clause or writers else DEICTIC)
    if place and (WORD.findall(text[:place])[-1].lower() not in AFTER_AS or _points(verb, as_clause=as_clause)):
        return Span(first.idx - origin, place)
    if span := _told_of(sentence, verb, first, where):
        return span
    said = {token.lower_ for token in sentence.tokens if first.i < token.i < verb.i}
    already = said >= {"have", "already"} and (first.lower_ in WRITER or (as_clause and said & WRITER))
    if already and _points(verb, as_clause=as_clause):
        return Span(first.idx - origin, end)
    if (
        as_clause
        and _points(verb, as_clause=True)
        and (said & AFTER_AS or (text[end : end + 1] == "," and verb.lemma_.lower() in ABOUT_TEXT))
        and not said & WRITER
    ):
        return Span(first.idx - origin, end)
    return None


def _told_of(sentence: Sentence, verb: Token, first: Token, where: Places) -> Span | None:
    """The phrase of a verb whose object stands before the place: "I told the story of the flood under Leading People"."""
    teller = own_subject(verb)
    if teller is None or teller.lower_ not in WRITER:
        return None
    origin = sentence.tokens.start_char
    for token in verb.subtree:
        if token.dep_ == "prep" and token.i > verb.i:
            place = where.told.match(sentence.tokens.text, token.idx - origin)
            if place and _ends(sentence, place.end()):
                return Span(first.idx - origin, place.end())
    return None


def _opening(verb: Token) -> Token:
    """The first word of the verb's phrase: "as" in "as I have already noted", "I" in "that I described", else the verb itself."""
    first = verb
    while first.i > verb.sent.start and first.nbor(-1).lower_ in BEFORE_VERB | WRITER | {"as"}:
        first = first.nbor(-1)
        if first.lower_ == "as":
            return first
    said = [token for token in verb.doc[first.i : verb.i] if token.lower_ in WRITER]
    return said[0] if said else verb


def _points(verb: Token, *, as_clause: bool) -> bool:
    """Whether the telling is the text's own: by the writer or by nobody named, to no hearer, at no other time."""
    if verb.tag_ not in ("VBN", "VBD", "VBP", "VB") or any(child.dep_ == "agent" for child in verb.children):
        return False
    for child in verb.children:
        hearers = () if verb.lemma_ == "refer" else HEARERS
        hearer = child.lower_ in (hearers if child.dep_ == "prep" else PERSONS if child.dep_ == "dobj" else ())
        if hearer or child.dep_ in ("npadvmod", "dative"):
            return False
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & PAST and not as_clause:
        return False
    teller = own_subject(verb)
    if teller is None or teller.lower_ in WRITER:
        return True
    return teller.dep_ == "nsubjpass" or verb.nbor(-1).text == "," or _reduced(verb, teller)


def _reduced(verb: Token, teller: Token) -> bool:
    """Whether what the parser took for a verb with a subject is "the coaches mentioned earlier held": another verb follows."""
    behind = [token for token in verb.doc[verb.i + 1 : verb.sent.end] if not token.is_punct][1:2]
    # A participle of a form of its own ("broken promises") is no such verb.
    verbal = any(t.tag_ in FINITE or (t.tag_ == "VBN" and not t.lower_.endswith("n")) for t in behind)
    return teller.i + 1 == verb.i and verbal
