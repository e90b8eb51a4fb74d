"""Intentions in place of deeds: what the writer would or will do, told from reported promises and from habits of the past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import FIRST_PERSON, auxiliaries, clause, is_writer, own_subject, subject, tense, verbs
from ecqlint.document import Block
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_WOULD = frozenset(("would", "'d", "’d"))
_WILL = frozenset(("will", "shall", "'ll", "’ll"))
_NEGATIONS = frozenset(("not", "n't", "n’t", "never"))
# Clauses that stand for themselves; in all others "would" may be what was promised, asked or feared.
_INDEPENDENT = frozenset(("ROOT", "conj", "parataxis"))
# How often: with it, would tells of a habit.
_FREQUENCY = re.compile(
    r"\b(?:every|each|once an?|twice an?|often|always|sometimes|usually|regularly|occasionally|now and then|time and again|most"
    r"|on \w+ days|(?:in|on) the (?:mornings?|evenings?|afternoons?|weekends?)|at (?:night|dawn|lunch|noon)"
    r"|(?:that|those|the (?:first|last|whole)) (?:few )?(?:days?|weeks?|months?|years?|winter|spring|summer|autumn|fall|season)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days|mornings|evenings|afternoons|nights|weekends|whenever)\b",
    re.IGNORECASE,
)
# What else puts a clause outside the time of the story.
_NEXT = re.compile(
    r"\b(?:if|were|should|given|next|future|someday|tomorrow|going forward|from now on|one day)\b", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:senior executive|ses|executive level|(?:this|that|such an?|the new|a new|any|an?) (?:\w+ ){0,2}"
    r"(?:post|position|role|job|office|capacity|situation|case))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Words:
    """The words of intention: the options of the rule, which say what each is."""

    intending: frozenset[str]
    ready: frozenset[str]
    aims: frozenset[str]
    speaking: frozenset[str]
    recalling: frozenset[str]


def check(
    reading: Reading,
    *,
    intending: frozenset[str],
    ready: frozenset[str],
    aims: frozenset[str],
    speaking: frozenset[str],
    recalling: frozenset[str],
) -> Iterator[Match]:
    """Each clause outside quotations in which the writer tells of what he or she would, will or means to do.

    The place runs from the clause's subject to its verb. `intending` are verbs and `ready` adjectives that an infinitive
    follows, and `aims` nouns that, with "my", are the subject of an intention. No intentions are what "I would" and "I will"
    only say (`speaking`, with a clause: I would argue that) or keep in mind (`recalling`: I will never forget).
    """
    words = Words(intending, ready, aims, speaking, recalling)
    paragraphs: dict[Span, list[Sentence]] = {}
    for sentence in reading.sentences:
        paragraphs.setdefault(sentence.block.span, []).append(sentence)
    supposing: Block | None = None
    for sentence in reading.sentences:
        found: list[Token] = []
        if any(token.lower_ in FIRST_PERSON for token in sentence.tokens):
            # Who has once supposed a case goes on in it: I would listen first. Then I would write a plan.
            paragraph = None if supposing is sentence.block else paragraphs[sentence.block.span]
            found = [verb for verb in verbs(sentence) if _intends(verb, sentence, words, paragraph)]
            found += [verb for verb in verbs(sentence) if verb not in found and _goes_along(verb, found)]
        supposing = sentence.block if found else None
        for verb in found:
            first = own_subject(verb) or min([verb, *auxiliaries(verb)], key=lambda token: token.i)
            span = sentence.span_of(first.left_edge if first.i < verb.i else first, _last(verb))
            if not any(quotation.overlaps(span) for quotation in reading.narrative.quotations):
                yield Match(span)


def _past(paragraph: Sequence[Sentence]) -> int:
    """How many more main clauses of a paragraph tell what happened than what is."""
    tenses = [tense(verb) for sentence in paragraph for verb in verbs(sentence) if verb.dep_ in _INDEPENDENT]
    return tenses.count("past") - tenses.count("present")


def _modal(verb: Token) -> str | None:
    """Whether would or will stands with the verb."""
    for token in auxiliaries(verb):
        if token.tag_ == "MD" and token.lower_ in _WOULD:
            return "would"
        if token.tag_ == "MD" and token.lower_ in _WILL:
            return "will"
    return None


def _intends(verb: Token, sentence: Sentence, words: Words, paragraph: Sequence[Sentence] | None) -> bool:
    who = subject(verb)
    if who is None or not _stands_alone(verb):
        return False
    modal = _modal(verb)
    if not is_writer(who):
        return _is_aim(who, words) and (
            modal == "will" or (verb.lemma_ == "be" and tense(verb) == "present" and bool(_infinitives(verb)))
        )
    if modal == "would":
        return not _only_says(verb, words) and _is_supposed(verb, sentence, paragraph)
    if modal == "will":
        return not _only_says(verb, words) and _is_first(verb)
    return tense(verb) in ("present", None) and not _is_past(verb) and _means_to(verb, words)


def _only_says(verb: Token, words: Words) -> bool:
    clause_follows = any(child.dep_ == "ccomp" for child in verb.children) or not any(
        child.dep_ in ("dobj", "prep") for child in verb.children
    )
    return verb.lemma_ in words.recalling or (verb.lemma_ in words.speaking and clause_follows)


def _is_first(verb: Token) -> bool:
    """Whether the verb is the first of those that share its subject and modal."""
    return verb.dep_ != "conj" or own_subject(verb) is not None or any(child.tag_ == "MD" for child in verb.children)


def _is_supposed(verb: Token, sentence: Sentence, paragraph: Sequence[Sentence] | None) -> bool:
    """Whether would tells of a case that has not come, and not of a habit, a refusal, or what might have been.

    `paragraph` is None where the sentence goes on from one that supposes a case.
    """
    if not _is_first(verb) or any(child.lower_ == "have" for child in auxiliaries(verb)):
        return False
    before = " ".join(token.text for token in sentence.tokens if token.i < verb.i)
    happened = _tells_past(sentence, verb)
    if _ROLE.search(before) or (_NEXT.search(before) and not happened):
        return True
    past = -1 if paragraph is None else _past(paragraph)
    if past < 0 or any(tense(child) == "present" for child in verb.children if child.dep_ == "advcl"):
        return True
    often = _FREQUENCY.search(sentence.tokens.text) is not None
    refused = any(child.lower_ in _NEGATIONS for child in verb.children)
    return not (often or happened or refused) and (past == 0 or (paragraph is not None and paragraph[-1] is sentence))


def _tells_past(sentence: Sentence, verb: Token) -> bool:
    """Whether another clause of the sentence tells what happened."""
    return any(other != verb and tense(other) == "past" and other.lower_ != "were" for other in verbs(sentence))


def _stands_alone(verb: Token) -> bool:
    """Whether the clause is said by the writer now: a main clause, or what the writer thinks now."""
    for _ in range(len(verb.sent)):
        who = own_subject(verb)
        if (
            who is not None
            and who.left_edge.i > verb.sent.start
            and who.left_edge.nbor(-1).tag_ in ("WRB", "WP", "WDT")
        ):
            return False
        if verb.dep_ not in _INDEPENDENT:
            marked = any(child.dep_ == "mark" for child in verb.children)
            return verb.dep_ == "ccomp" and _is_now(verb.head) and (not marked or is_writer(own_subject(verb.head)))
        if verb.dep_ == "ROOT" or verb.head == verb:
            return True
        if verb.dep_ == "conj" and any(child.dep_ == "mark" for child in verb.children):
            return False
        verb = verb.head
    return False


def _is_now(verb: Token) -> bool:
    return tense(verb) in ("present", "future") or _modal(verb) is not None


def _is_past(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBN") or any(
        child.tag_ == "VBD" or child.lemma_ == "have" for child in auxiliaries(verb)
    )


def _means_to(verb: Token, words: Words) -> bool:
    """I plan to, am going to, look forward to, am eager to, my goal is to: now."""
    if verb.lemma_ in words.intending:
        return bool(_infinitives(verb)) or any(
            c.lower_ == "on" and any(g.dep_ == "pcomp" for g in c.children) for c in verb.rights
        )
    if verb.lemma_ == "go" and verb.tag_ == "VBG":
        return bool(_infinitives(verb))
    if verb.lemma_ == "look":
        return any(c.lower_ == "forward" for c in verb.children)
    if verb.lemma_ != "be":
        return False
    return any(
        child.lower_ in words.ready and any(t.tag_ == "TO" for c in child.children for t in c.children)
        for child in verb.children
    )


def _infinitives(verb: Token) -> list[Token]:
    """The infinitives with to that the verb governs."""
    return [
        c
        for c in verb.rights
        if c.dep_ in ("xcomp", "ccomp", "advcl") and own_subject(c) is None and any(t.tag_ == "TO" for t in c.lefts)
    ]


def _last(verb: Token) -> Token:
    """Where the underlined words end: at the infinitive of a verb of intention, else at the verb."""
    if _modal(verb):
        return verb
    adjective = next((child for child in verb.rights if child.dep_ == "acomp"), verb)
    infinitives = _infinitives(adjective)
    return infinitives[0] if infinitives else adjective


def _is_aim(who: Token, words: Words) -> bool:
    """My first act will be: what the writer has in mind, as a subject."""
    return who.lemma_.lower() in words.aims and any(
        child.dep_ == "poss" and child.lower_ == "my" for child in who.children
    )


def _goes_along(verb: Token, found: list[Token]) -> bool:
    """Whether a passive without an agent is joined to an intention: I would conduct surveys, and the feedback will be used."""
    if verb.dep_ != "conj" or _modal(verb) is None or not any(child.dep_ == "auxpass" for child in verb.children):
        return False
    return any(verb.head == other or verb in clause(other) for other in found) and not any(
        c.dep_ == "agent" for c in verb.children
    )
