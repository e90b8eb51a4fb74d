"""Party, campaigns and ideology: what the writer is, did and thinks as a partisan, never the ordinary work with those who govern."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, SUBJECTS, governor, is_writer, outermost, own_subject, subject
from ecqlint.checks._english.people import KIN
from ecqlint.checks.political_content.campaigning import partisan_deeds
from ecqlint.checks.political_content.elections import voted
from ecqlint.checks.political_content.partisans import judged
from ecqlint.checks.political_content.politics import BOTH, Politics, Verbs, Words, heads_in, is_ours, phrase, text_of
from ecqlint.checks.political_content.sympathies import sympathies
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_MINE = frozenset(("my", "our"))
_politics = lru_cache(maxsize=8)(Politics)  # once for all documents


def check(reading: Reading, *, words: Words, verbs: Verbs, phrases: dict[str, tuple[str, ...]]) -> Iterator[Match]:
    """Each phrase or clause that tells of the writer's party, of a campaign, or that praises or blames a party.

    `phrases` are named lists in the notation of phrases, which may use one another and the words.
    """
    politics = _politics(words, verbs, tuple(phrases.items()))
    for sentence in reading.sentences:
        spans = [*sympathies(sentence, politics), *voted(sentence, politics), *_memberships(sentence, politics)]
        if politics.may_be_in(sentence.tokens.text):
            spans += partisan_deeds(sentence, politics)
            spans += judged(sentence, politics)
            spans += _affiliations(sentence, politics)
            spans += _belongings(sentence, politics)
            spans += _descriptions(sentence, politics)
        yield from (Match(span) for span in outermost(spans))


def _memberships(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    for match in politics["membership"].find(sentence.tokens.text):
        found = sentence.matched(match)
        verb = found.root if found.root.pos_ == "VERB" else governor(found.root)
        mine = verb is not None and is_ours(subject(verb))
        if mine or any(token.lower_ == "my" for token in found.root.subtree):
            yield sentence.span_of(found[0], found[-1])


def _affiliations(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """As a lifelong Republican; I am a fiscal conservative; a fellow liberal; as a delegate to the party's convention."""
    for token in sentence.tokens:
        verb = governor(token)
        if verb is None:
            continue
        who = subject(verb)
        first, last = token.left_edge, token.right_edge
        alone = token.dep_ not in ("amod", "compound", "nmod")
        partisan = politics.is_ideologue(token) or (alone and politics.is_party(token))
        placed = token.pos_ in ("NOUN", "PROPN") and (_is_as(token) or _is_in_front(token, verb))
        office = placed and _is_of_politics(token, politics)
        if (partisan and _is_one_of_us(token, verb)) or (_is_of_kin(token) and politics["party"].are_in(phrase(token))):
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


def _is_of_politics(noun: Token, politics: Politics) -> bool:
    if noun.lemma_.lower() in KIN and politics["party"].are_in(phrase(noun)):
        return True
    return heads_in(politics["activity"], [noun]) or politics["organization"].are_in(phrase(noun))


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
    placed = (
        noun.dep_ == "pobj" and noun.head.lower_ in ("at", "from", "during", "after", "on") and noun.head.head == verb
    )
    return placed and who is not None and is_writer(who) and noun.i < who.i


def _belongings(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """My work for the campaign, a sticker on my bumper: nouns of the writer's with politics in them."""
    for token in sentence.tokens:
        if token.lower_ in _MINE and token.dep_ == "poss":
            words = list(_up_to_verb(token))
            text = text_of(words)
            if not BOTH.search(text) and (politics["activity"].are_in(text) or politics["organization"].are_in(text)):
                yield sentence.span_of(words[0], words[-1])
    for match in politics["sticker"].find(sentence.tokens.text):
        found = sentence.matched(match)
        if any(token.lower_ in FIRST_PERSON for token in found.root.head.subtree):
            yield sentence.span_of(found[0], found[-1])


def _descriptions(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """Though a Democrat, I; it took a Republican president."""
    yield from (sentence.span_at(match) for match in politics["self_described"].find(sentence.tokens.text))


def _up_to_verb(token: Token) -> Iterator[Token]:
    """The words from here to the next verb, "I" or mark, however the parser may have hung them."""
    for following in token.doc[token.i : token.sent.end]:
        mark = following.is_punct and following.text != "-"
        if mark or (following.dep_ in SUBJECTS and following.lower_ in ("i", "we")):
            return
        if following.pos_ in ("VERB", "AUX") and following.tag_ not in ("VBG", "VBN"):
            return
        yield following
