"""Maxims and asides of belief, by the order of their words: "trust, to me, is a muscle", "a leader is only as good as his word".

A parser takes such asides apart in many ways; the words around them stand in one order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from re import Pattern
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import auxiliaries, clause, own_subject, tense, trimmed_clause, verbs
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTING = frozenset("the this that these those my his her its our your their i he she it we they you there".split())
_ENDS = frozenset((".", ";", ":", "?", "!", "--", "—", "–", "(", ")"))
_LINKS = frozenset("and but so for because since that as although though while if yet or whereas".split())
_WEAK = frozenset(("will", "would", "could", "might", "'ll", "'d"))
_ALWAYS = frozenset("only never always until unless alone seldom rarely cannot".split())
_STRONG = frozenset("never until unless only".split())
_CASES = frozenset("i we us our my it this".split())
_SAID = (
    r"(?:as\s+)?I\s+(?:(?:do|still|firmly|deeply|truly|strongly|honestly|really)\s+)*(?:believe|hold|maintain|contend|submit|am\s+(?:convinced|persuaded|certain)|suspect)"
    r"|(?:as\s+)?I\s+(?:have|['’]ve)\s+(?:(?:always|long|ever)\s+)?(?:felt|believed|held|thought|(?:come|grown)\s+to\s+(?:believe|feel|think|see|hold))"
    r"|(?:as\s+)?I\s+(?:was|am|have\s+been|had\s+been)\s+(?:(?:raised|taught|brought\s+up|bred|trained)\s+to\s+(?:believe|think|hold|feel)|convinced)"
    r"|(?:as\s+)?I\s+(?:always|often|like\s+to)\s+(?:say|believe|think)|as\s+I\s+(?:see|understand)\s+it|if\s+you\s+ask\s+me"
)
_DEAR = (
    r"(?:I|me)\b[^.;]{0,30}?\barticle\s+of\s+faith\b|article\s+of\s+faith\s+(?:with|for|to)\s+me\b"
    r"|I\s+(?:am|count\s+myself)\s+(?:(?:among|one\s+of)\s+(?:those|the\s+\w+)|(?:someone|one|a\s+(?:man|woman|person|\w+er)))\s+(?:\w+\s+)?who\s+(?:\w+\s+)?(?:believe|hold|think|feel|maintain|value)s?\b[^.;,]*"
    r"|(?:is|are|has\s+(?:always\s+)?been)\s+(?:(?:far\s+|much\s+)?more\s+than|not\s+(?:just|merely|only|simply)|no\s+mere)\s+[^.;,]{1,30}?\s+(?:to|for|with)\s+me\b"
    r"|(?:brought\s+up|raised|reared|bred)\s+(?:on|with|in|by)\s+(?:the|my\s+\w+['’]s)\s+(?:idea|belief|notion|creed|principle|faith|conviction|rule|doctrine|teaching)\b[^.;,]*"
    r"|I\s+(?:firmly\s+|flatly\s+|utterly\s+)?reject\s+the\s+(?:notion|idea|view|claim|proposition|belief)\s+that\b[^.;,]*|I\s+profess\b[^.;,]*"
    r"|I\s+(?:have\s+never|cannot|can\s+not|could\s+never|will\s+never|do\s+not|don['’]t)\s+(?:been\s+able\s+to\s+)?accept(?:ed)?\s+(?:that|the\s+(?:idea|notion))\b[^.;,]*"
    r"|(?:am|being|as)\s+an?\s+(?:\w+\s+)?servant[\s-]+leader\b|\bby\s+conviction\b"
    r"|I\s+(?:try|strive|seek|have\s+tried|have\s+always\s+tried|do\s+my\s+best)\s+to\s+live\s+(?:by|up\s+to)\b[^.;,]*"
    r"|I\s+have\s+always\s+(?:stood|fought|spoken\s+up)\s+(?:for|up\s+for|with|against)\b[^.;,]*"
    r"|(?:out\s+of|from)\s+(?:an?|my)\s+(?:(?:deep|abiding|profound|firm|lifelong|simple|strong|genuine)\s+)+(?:belief|faith|conviction|love|passion|sense\s+of\s+justice)\b(?:\s+(?:in|for|that|of)\b[^.;,]*)?"
    r"|I\s+(?:deeply\s+|truly\s+)?love\s+(?:my\s+country|this\s+country|people|justice|freedom|liberty|public\s+service|humanity)\b"
    r"|I\s+have\s+(?:always\s+had\s+)?a\s+(?:\w+\s+)?heart\s+for\b[^.;,]*"
    r"|(?:means?|matters?)\s+(?:[\w-]+\s+){0,3}?to\s+me\b"
    r"|(?:(?:is|are|remains?|being|has\s+(?:always\s+|long\s+)?been|have\s+(?:always\s+|long\s+)?been)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:of\s+my\s+(?:\w+\s+)?(?:life|heart)\b|(?:dear|near|close)(?:er|est)?\s+to\s+(?:me\b|my\s+heart\b)))"
    r"|(?:cause|principle|value|virtue|subject|issue|mission|idea)s?\s+(?:that\s+(?:is|are)\s+)?(?:(?:very|so|most)\s+)?(?:dear|near|close)(?:est)?\s+to\s+(?:me\b|my\s+heart\b)"
    r"|(?:is|are|being|remains?)\s*,?\s+(?:for|to)\s+me\s*,?\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:calling|cause|creed|religion|faith|vocation|passion|crusade|sin|virtue|sacrament|trust|form|duty|kind|matter)\b"
    r"|being\s+(?:to\s+my\s+(?:mind|way\s+of\s+thinking)|in\s+my\s+(?:eyes|view|opinion|book|mind)|to\s+me)\s*,?\s+[^.;,]+"
    r"|as\s+an?\s+(?:\w+\s+)?(?:man|woman|person)\s+of\s+(?:(?:deep|strong|quiet)\s+)?(?:faith|God|conscience|principle|conviction|prayer)\b"
    r"|I\s+(?:am|oppose|refuse|reject|hold|do)\b[^.;]{0,30}?\bas\s+a\s+matter\s+of\s+(?:principle|conscience|faith)\b"
    r"|(?:as\s+a\s+matter\s+of\s+(?:principle|conscience|faith)),?\s+I\s+(?:am|oppose|refuse|reject|hold|do|believe)\b"
    r"|if\s+there\s+is\s+(?:one\s+thing|anything)\s+(?:that\s+)?I\s+(?:believe|hold|know|have\s+learned)\b[^.;]*"
    r"|I\s+(?:have\s+)?(?:give[n]?|devoted?|dedicated?)\s+my\s+(?:\w+\s+)?(?:life|career|years|heart)\s+to\s+(?:the\s+)?(?:cause|fight|struggle|proposition|idea|belief|service\s+of)\b[^.;,]*"
)


# Said of the world at large, these need no "I".
_MORAL = re.compile(
    r"\b(?:moral|great|greatest|defining|central|gravest|overriding|civil\s+rights)\s+(?:challenge|issue|question|crisis|struggle|cause|fight|test)\s+of\s+(?:our|this|my)\s+(?:time|times|age|generation|century|era)\b"
    r"|\b(?:is|are)\s+(?:not\s+a\s+privilege\s+but\s+)?(?:an?|our)\s+(?:(?:moral|sacred|human|God-given|solemn|holy|divine)\s+(?:human\s+|civil\s+)?(?:right|duty|obligation|imperative|trust|issue|undertaking|question|responsibility|calling|act|failing)|sin\b(?!\s+tax)|matter\s+of\s+(?:basic\s+)?(?:justice|conscience|right\s+and\s+wrong))s?\b",
    re.IGNORECASE,
)
_PROVERBIAL = re.compile(
    r"\bpeople\s+(?:do\s+not|don['’]t)\s+[^.;]{3,40},\s+(?:they|but)\b[^.;,]*"
    r"|\bthere\s+is\s+no\s+(?:(?:higher|greater|nobler|better|finer|prouder|surer|worse)\s+\w+\s+than|substitute\s+for|such\s+thing\s+as|shame\s+in|honor\s+in|dignity\s+in)\b[^.;,]*"
    r"|\b(?:few|no)\s+things?\s+(?:are|is)\s+(?:as|so|more)\s+[^.;,]*"
    r"|\bwhat\s+(?:gets|is)\s+\w+ed\s+(?:gets|is)\s+\w+"
    r"|\bthe\s+(?:first\s+|real\s+|true\s+|only\s+)?(?:job|task|duty|role|test|mark|measure|art|essence|secret|heart|business|work|purpose)\s+of\s+(?:an?\s+|any\s+|every\s+)?(?:good\s+|great\s+|true\s+)?"
    r"(?:leaders?|leadership|managers?|management|government|public\s+servants?|boss|executives?|supervisors?|public\s+service|life|power)\s+is\b[^.;,]*"
    r"|\bif\s+you\s+[^.;,]{3,60},\s+(?:they|people|it|the\s+rest|results|everything|the\s+\w+|your\s+\w+)\s+(?:will|['’]ll)\b[^.;,]*"
    r"|\b(?:no\s+one|nobody|everyone|everybody|no\s+(?:child|man|woman|person|worker|veteran|family)|every\s+(?:child|man|woman|person|worker|human\s+being|citizen|employee|family|soul|voice))"
    r"\s+(?:(?:who\s+\w+\s+)?(?:deserves?|matters|counts|carries|has\s+(?:a\s+story|a\s+right|worth|dignity|something|the\s+(?:right|potential|capacity))))\b[^.;,]*",
    re.IGNORECASE,
)


@cache
def _dear() -> Pattern[str]:
    return re.compile(rf"\b(?:{_DEAR})", re.IGNORECASE)


@cache
def _framing(frames: frozenset[str], *, said: bool) -> Pattern[str]:
    kinds = [_SAID] * said + sorted(map(re.escape, frames))
    return re.compile(rf"(?:{'|'.join(kinds)})(?:\s*,)?", re.IGNORECASE)


def professed(sentence: Sentence, frames: frozenset[str]) -> Iterator[Span]:
    """What is dear to the writer, and what is said in general around an aside such as "to me" or "I have come to feel"."""
    for match in _dear().finditer(sentence.tokens.text):
        yield sentence.span_at(match)
    tokens, framing, opening = list(sentence.tokens), _framing(frames, said=True), _framing(frames, said=False)
    for place in _openings(tokens) if opening.search(sentence.tokens.text) else ():
        end = next(
            (e for e in range(min(place + 14, len(tokens)), place, -1) if opening.fullmatch(_text(tokens[place:e]))),
            None,
        )
        said = tokens[end : _end(tokens, end)] if end is not None else []
        if said and any(_is_now(token) for token in said[1:]) and _speaks_in_general(said):
            yield sentence.span_of(tokens[place], said[-1])
    commas = [place for place, token in enumerate(tokens) if token.text == ","]
    for first, second in pairwise(commas):
        aside = sentence.tokens[first + 1 : second].text
        if second - first > 12 or second + 1 >= len(tokens) or not framing.fullmatch(aside):
            continue
        start = _start(tokens, first)
        end = _end(tokens, second + 1)
        lasting = re.search(r"\b(?:have|['’]ve)\b", aside) is not None
        skipped = start + (lasting and tokens[start].lower_ == "the")
        general = [*tokens[skipped:first], *tokens[second:end]]
        if general and _is_predicate(tokens, start, first, second) and _speaks_in_general(general):
            yield sentence.span_of(tokens[start], tokens[end - 1])


def _openings(tokens: list[Token]) -> Iterator[int]:
    """Where clauses begin: after a mark, after a conjunction."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        opens = before is None or before.text in _ENDS or before.text == "," or before.lower_ in _LINKS
        if opens and not token.is_punct:
            yield place


def _text(tokens: list[Token]) -> str:
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text


def _is_now(verb: Token) -> bool:
    return verb.tag_ in ("VBZ", "VBP", "MD") and verb.lower_ not in _WEAK


def _start(tokens: list[Token], place: int) -> int:
    """Where the clause before a comma begins."""
    while (
        place > 0
        and tokens[place - 1].text not in _ENDS
        and tokens[place - 1].text != ","
        and tokens[place - 1].lower_ not in _LINKS
    ):
        place -= 1
    return place


def _end(tokens: list[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].text not in _ENDS and tokens[place].text != ",":
        place += 1
    return place


def _is_predicate(tokens: list[Token], start: int, first: int, second: int) -> bool:
    """Whether the aside stands between a subject and its verb in the present, or behind such a verb."""
    following = next((t for t in tokens[second + 1 : second + 3] if t.pos_ != "ADV"), None)
    if following is not None and _is_now(following) and start < first:
        return True
    if start < first and any(_is_now(token) for token in tokens[start + 1 : first]):
        return True
    last = tokens[first - 1] if first else None
    return (
        last is not None
        and last.lower_ in ("is", "are", "means", "remains", "begins", "must", "should")
        and first - start > 1
    )


def _speaks_in_general(tokens: list[Token]) -> bool:
    opening = tokens[0]
    described = any(
        token.lower_ in ("of", "to", "who", "only", "first", "real", "true") or token.tag_ == "JJS"
        for token in tokens[1:4]
    )
    pointing = opening.lower_ in _POINTING and not (opening.lower_ == "the" and described)
    named = opening.pos_ == "PROPN" and not opening.is_sent_start
    return (
        not pointing
        and not named
        and not any(t.tag_ in ("CD", "VBD") and t.lower_ != "one" for t in tokens)
        and opening.text != ","
    )


@dataclass(frozen=True)
class Generalities:
    """Of whom and what maxims speak: `leaders`, `virtues`, `everybody`, `forces` such as change, and the `essences` they are said to be."""

    leaders: frozenset[str]
    virtues: frozenset[str]
    everybody: frozenset[str]
    essences: frozenset[str]
    forces: frozenset[str]


def maxims(sentence: Sentence, known: Generalities, sayings: Pattern[str]) -> Iterator[Span]:
    """The clauses that say what leaders, virtues or people are like, always and everywhere."""
    text = sentence.tokens.text
    matches = [
        *_MORAL.finditer(text),
        *(m for m in _PROVERBIAL.finditer(text) if not re.search(r"\d|\b(?:I|my|we|our)\b", m[0])),
    ]
    matches += sayings.finditer(text)
    for match in matches:
        yield sentence.span_at(match)
    for verb in verbs(sentence):
        who = own_subject(verb)
        if who is None or tense(verb) not in ("present", "modal"):
            continue
        words = trimmed_clause(clause(verb))
        lemma, first = who.lemma_.lower(), who.left_edge
        anyone = first == who or first.lower_ in ("a", "an", "no", "every", "good", "great", "real", "true")
        if (
            verb.dep_ == "ccomp"
            and (teller := own_subject(verb.head)) is not None
            and teller.lower_ != "i"
            and verb.head.i < verb.i
        ):
            continue
        if (
            not anyone
            or verb.dep_ not in ("ROOT", "ccomp", "conj", "parataxis", "advcl")
            or any(t.lower_ in _WEAK for t in auxiliaries(verb))
        ):
            continue
        if any(_is_of_a_case(token) for token in words):
            continue
        said = {token.lower_ for token in words if token not in who.subtree}
        denied = "not" in said or "n't" in said or "n’t" in said
        attributes = {t.lemma_.lower() for t in verb.children if t.dep_ in ("attr", "dobj")}
        if {lemma, who.lower_} & (known.leaders | known.virtues | known.forces):
            general = (
                (lemma not in known.forces and bool(said & _ALWAYS))
                or _is_earned(verb)
                or (bool({lemma, who.lower_} & known.virtues) and _is_what(verb, who))
                or bool(attributes & known.essences)
                or (lemma not in known.forces and _is_compared(words))
                or (denied and "but" in said)
            )
        else:
            strong = bool(said & _STRONG) or _is_compared(words) or (who.right_edge == who and {"what", "they"} <= said)
            strong = strong or (who.lower_ == "nothing" and "without" in said)
            general = (who.lower_ in known.everybody and strong) or (
                who.lower_ == "you" and _is_rule_for_all(verb, denied)
            )
        if general and not said & _CASES:
            yield sentence.span_of(words[0], next(t for t in reversed(words) if not t.is_punct))


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
    origin = verb.lemma_ in ("begin", "start", "come", "grow") and any(
        c.lower_ in ("with", "from") for c in verb.children
    )
    passive = verb.tag_ == "VBN" and verb.lemma_ in ("earn", "build", "win", "forge", "give", "teach", "learn")
    return origin or passive or verb.lemma_ in ("breed", "beget", "matter", "inspire", "eat")


def _is_compared(words: list[Token]) -> bool:
    """Whether something is better than, or only as good as, something else: not more than one number."""
    than = any(token.lower_ == "than" and token.nbor(1).tag_ != "CD" for token in words[:-1])
    better = any(token.tag_ in ("JJR", "RBR") for token in words)
    return (than and better) or " only as " in f" {_text(words)} ".lower()


def _is_rule_for_all(verb: Token, denied: bool) -> bool:
    """You cannot lead from a desk; you never know until."""
    modal = any(child.tag_ == "MD" and child.lower_ in ("can", "ca", "must", "may") for child in verb.children)
    always = any(child.lower_ in ("never", "only", "always") for child in verb.children)
    return (denied and modal) or always
