"""Maxims and asides of belief, by the order of their words: "trust, to me, is a muscle", "a leader is only as good as his word".

A parser takes such asides apart in many ways; the words around them stand in one order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import auxiliaries, clause, own_subject, tense, trimmed_clause, verbs
from ecqlint.checks._notation import Phrasebook
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_POINTING = frozenset("the this that these those my his her its our your their i he she it we they you there".split())
_ENDS = frozenset((".", ";", ":", "?", "!", "--", "—", "–", "(", ")", ","))
_LINKS = frozenset("and but so for because since that as although though while if yet or whereas".split())
_WEAK = frozenset(("will", "would", "could", "might", "'ll", "'d"))
_PREDICATES = frozenset("is are means remains begins must should".split())
_HAVE = frozenset(("have", "'ve", "’ve"))
_DESCRIBING = frozenset("of to who only first real true".split())
_INDEFINITE = frozenset("a an no every good great real true".split())
_ALWAYS = frozenset("only never always until unless alone seldom rarely cannot".split())
_STRONG = frozenset("never until unless only".split())
_WRITERS = frozenset("i my we our".split())
_CASES = frozenset("i we us our my it this".split())
_NOT = frozenset(("not", "n't", "n’t"))


@dataclass(frozen=True)
class Generalities:
    """Of whom and what maxims speak: `leaders`, `virtues`, `everybody`, `forces` such as change, and the `essences` they are said to be."""

    leaders: frozenset[str]
    virtues: frozenset[str]
    everybody: frozenset[str]
    essences: frozenset[str]
    forces: frozenset[str]


@dataclass(frozen=True)
class Wording:
    """Phrases of belief: `frames` mark an opinion, `asides` one between commas only, `dear` says what is dear to the writer;
    `adages` are how maxims run that speak of no case, `sayings` those that are maxims anywhere. `lists` are lists that they use.
    """

    frames: tuple[str, ...]
    asides: tuple[str, ...]
    dear: tuple[str, ...]
    adages: tuple[str, ...]
    sayings: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]


def professed(sentence: Sentence, frames: list[Tokens], sought: Phrasebook) -> Iterator[Span]:
    """What is dear to the writer, and what is said in general behind or around the frames, or around "I have come to feel"."""
    text, doc = sentence.tokens.text, sentence.tokens.doc
    for match in sought["dear"].find(text):
        yield sentence.span_at(match)
    for frame in frames:
        if frame.start == sentence.tokens.start or _is_outside(doc[frame.start - 1]):
            end = _end(sentence, frame.end + _has_comma(sentence, frame.end))
            said = doc[frame.end + _has_comma(sentence, frame.end) : end]
            if any(_is_now(token) for token in said[1:]) and _speaks_in_general(list(said)):
                yield sentence.span_of(frame[0], said[-1])
    for aside in (*frames, *map(sentence.matched, sought["asides"].find(text))):
        if not _has_comma(sentence, aside.start - 1) or not _has_comma(sentence, aside.end):
            continue
        before, behind = _before(sentence, aside), doc[aside.end + 1 : _end(sentence, aside.end + 1)]
        lasting = any(token.lower_ in _HAVE for token in aside)
        general = [*(before[1:] if lasting and before[:1].text.lower() == "the" else before), *behind]
        if behind and _is_predicate(before, behind) and _speaks_in_general(general):
            yield sentence.span_of(general[0], behind[-1])


def _has_comma(sentence: Sentence, place: int) -> bool:
    return sentence.tokens.start <= place < sentence.tokens.end and sentence.tokens.doc[place].text == ","


def _is_outside(token: Token) -> bool:
    """Whether a clause may begin behind the word."""
    return token.text in _ENDS or token.lower_ in _LINKS


def _end(sentence: Sentence, place: int) -> int:
    """Where the clause that goes on at `place` ends."""
    ends = (n for n in range(place, sentence.tokens.end) if sentence.tokens.doc[n].text in _ENDS)
    return next(ends, sentence.tokens.end)


def _before(sentence: Sentence, aside: Tokens) -> Tokens:
    """The words of the clause before the comma before the aside."""
    place = aside.start - 1
    while place > sentence.tokens.start and not _is_outside(aside.doc[place - 1]):
        place -= 1
    return aside.doc[place : aside.start - 1]


def _is_now(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP", "MD") and verb.lower_ not in _WEAK


def _is_predicate(before: Tokens, behind: Tokens) -> bool:
    """Whether an aside stands between a subject and its verb in the present, or behind such a verb."""
    following = next((token for token in behind[:2] if token.pos_ != "ADV"), None)
    if before and following is not None and _is_now(following):
        return True
    return any(_is_now(token) for token in before[1:]) or (len(before) > 1 and before[-1].lower_ in _PREDICATES)


def _speaks_in_general(tokens: list[Token]) -> bool:
    opening = tokens[0]
    described = any(token.lower_ in _DESCRIBING or token.tag_ == "JJS" for token in tokens[1:4])
    pointing = opening.lower_ in _POINTING and not (opening.lower_ == "the" and described)
    named = opening.pos_ == "PROPN" and not opening.is_sent_start
    return not (pointing or named) and not any(t.tag_ in ("CD", "VBD") and t.lower_ != "one" for t in tokens)


def maxims(sentence: Sentence, known: Generalities, sought: Phrasebook) -> Iterator[Span]:
    """The clauses that say what leaders, virtues or people are like, always and everywhere."""
    text = sentence.tokens.text
    for match in sought["sayings"].find(text):
        yield sentence.span_at(match)
    for match in sought["adages"].find(text):
        numbered = any(map(str.isdigit, match[0]))
        if not numbered and _WRITERS.isdisjoint(token.lower_ for token in sentence.matched(match)):
            yield sentence.span_at(match)
    for verb in verbs(sentence):
        words = trimmed_clause(clause(verb))
        if _is_main(verb) and not any(_is_of_a_case(token) for token in words) and _is_maxim(verb, words, known):
            yield sentence.span_of(words[0], next(t for t in reversed(words) if not t.is_punct))


def _is_main(verb: Token) -> bool:
    """Whether the verb says in a clause of its own, and in no words of others, what anyone or anything is or must be."""
    who, teller = own_subject(verb), own_subject(verb.head)
    if who is None or tense(verb) not in ("present", "modal") or any(t.lower_ in _WEAK for t in auxiliaries(verb)):
        return False
    if verb.dep_ == "ccomp" and teller is not None and teller.lower_ != "i" and verb.head.i < verb.i:
        return False
    anyone = who.left_edge == who or who.left_edge.lower_ in _INDEFINITE
    return anyone and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "advcl")


def _is_maxim(verb: Token, words: list[Token], known: Generalities) -> bool:
    """Whether the clause, of these words, says of its subject what holds always and everywhere."""
    who = own_subject(verb)
    if who is None:
        return False
    lemma, names = who.lemma_.lower(), {who.lemma_.lower(), who.lower_}
    said = {token.lower_ for token in words if token not in who.subtree}
    if said & _CASES:
        return False
    denied = bool(said & _NOT)
    if names & (known.leaders | known.virtues | known.forces):
        attributes = {child.lemma_.lower() for child in verb.children if child.dep_ in ("attr", "dobj")}
        if lemma not in known.forces and (said & _ALWAYS or _is_compared(words)):
            return True
        if (names & known.virtues and _is_what(verb, who)) or attributes & known.essences:
            return True
        return _is_earned(verb) or (denied and "but" in said)
    if who.lower_ == "you" and _is_rule_for_all(verb, denied=denied):
        return True
    strong = bool(said & _STRONG) or _is_compared(words) or (who.right_edge == who and {"what", "they"} <= said)
    return who.lower_ in known.everybody and (strong or (who.lower_ == "nothing" and "without" in said))


def _is_of_a_case(token: Token) -> bool:
    """Whether a word ties a clause to a case: a number, a name, a past tense."""
    past = token.tag_ == "VBD" and own_subject(token) is not None
    named = token.tag_ in ("NNP", "NNPS") and not token.is_sent_start
    return past or named or (token.tag_ == "CD" and token.lower_ not in ("one", "first"))


def _is_what(verb: Token, who: Token) -> bool:
    """Honesty is the best policy; integrity is doing right: what a virtue is, said of the virtue alone."""
    kinds = [c for c in verb.children if c.dep_ in ("attr", "xcomp") and c.pos_ in ("NOUN", "VERB")]
    return verb.lemma_ in ("be", "mean") and who.i + 1 == verb.i and bool(kinds)


def _is_earned(verb: Token) -> bool:
    """Trust is earned in drops; change begins with a conversation."""
    origin = any(child.lower_ in ("with", "from") for child in verb.children)
    begins = verb.lemma_ in ("begin", "start", "come", "grow") and origin
    passive = verb.tag_ == "VBN" and verb.lemma_ in ("earn", "build", "win", "forge", "give", "teach", "learn")
    return begins or passive or verb.lemma_ in ("breed", "beget", "matter", "inspire", "eat")


def _is_compared(words: list[Token]) -> bool:
    """Whether something is better than, or only as good as, something else: not more than one number."""
    than = any(token.lower_ == "than" and token.nbor(1).tag_ != "CD" for token in words[:-1])
    only = any(token.lower_ == "only" and token.nbor(1).lower_ == "as" for token in words[:-1])
    return only or (than and any(token.tag_ in ("JJR", "RBR") for token in words))


def _is_rule_for_all(verb: Token, *, denied: bool) -> bool:
    """You cannot lead from a desk; you never know until."""
    modal = any(child.tag_ == "MD" and child.lower_ in ("can", "ca", "must", "may") for child in verb.children)
    always = any(child.lower_ in ("never", "only", "always") for child in verb.children)
    return (denied and modal) or always
