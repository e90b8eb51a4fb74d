"""Remarks that run down a manager, a predecessor or a colleague: a judgement of the person, not a fact of what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._colleagues import Nearness, is_crew, is_leader, nearness
from ecqlint.checks._grammar import SUBJECTS, clause, clause_span, inflected, is_writer, outermost, own_subject, subject, verbs
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_GROUPS = frozenset("gang bunch pack band collection nest herd parade bit sort kind piece set lot".split())
_PLURAL = {"he": False, "she": False, "they": True}
_HIS = "(?:his|her|their|its|the)(?: own)?"
_NEGATION = re.compile(r"\b(?:no|not|n[’']t|never|nothing|nobody|neither|nor)\b")
_LIFETIME = re.compile(r"\bin (?:his|her|their) (?:whole |entire )?(?:life|lives|careers?)\b|\bin (?:many )?years\b|\bin (?:a decade|living memory|ages)\b")
# Why somebody could not have: a fact, no mockery.
_REASON = re.compile(r"\b(?:because|since|until|under|in time|by|during|for|before|after)\b")
_FORESEEN = frozenset("know foresee predict see anticipate expect guess imagine prevent avoid".split())
_FLAWS = frozenset("timid weak passive rigid stubborn proud dull afraid scared frightened".split())
_BOARDS = frozenset("board panel committee commission council bench jury court group force team".split())


@dataclass(frozen=True)
class Words:
    """The words of blame: the options of the rule, which say what each is."""

    adjectives: frozenset[str]
    milder: frozenset[str]
    intensifiers: frozenset[str]
    nouns: frozenset[str]
    epithets: frozenset[str]
    vices: frozenset[str]
    qualities: frozenset[str]
    verbs: frozenset[str]
    idioms: frozenset[str]
    wanting: frozenset[str]
    trifles: frozenset[str]
    regard: frozenset[str]
    likened: frozenset[str]
    decay: frozenset[str]
    basics: frozenset[str]
    pastimes: frozenset[str]
    duties: frozenset[str]
    wreckage: frozenset[str]
    works: frozenset[str]


def check(
    reading: Reading,
    *,
    adjectives: frozenset[str],
    milder: frozenset[str],
    intensifiers: frozenset[str],
    nouns: frozenset[str],
    epithets: frozenset[str],
    vices: frozenset[str],
    qualities: frozenset[str],
    verbs: frozenset[str],
    idioms: frozenset[str],
    wanting: frozenset[str],
    trifles: frozenset[str],
    regard: frozenset[str],
    likened: frozenset[str],
    decay: frozenset[str],
    basics: frozenset[str],
    pastimes: frozenset[str],
    duties: frozenset[str],
    wreckage: frozenset[str],
    works: frozenset[str],
) -> Iterator[Match]:
    """Each phrase or clause outside quotations that judges a colleague badly."""
    words = Words(
        adjectives, milder, intensifiers, nouns, epithets, vices, qualities, verbs, idioms, wanting, trifles, regard, likened, decay, basics, pastimes, duties, wreckage, works
    )
    spoken_of: Token | None = None
    block = None
    for sentence in reading.sentences:
        if sentence.block != block:
            block, spoken_of = sentence.block, None
        spans = [*_phrases(sentence, words), *_clauses(sentence, words, spoken_of)]
        for span in outermost(spans):
            if not any(span.overlaps(quotation) for quotation in reading.narrative.quotations):
                yield Match(span)
        spoken_of = _topic(sentence, spoken_of)


def _topic(sentence: Sentence, before: Token | None) -> Token | None:
    """The manager or predecessor whom a pronoun of the next sentence would take up."""
    heads = [token for token in sentence.tokens if token.dep_ in SUBJECTS]
    if any(token.lower_ in _PLURAL for token in heads[:1]):
        return before
    return next((token for token in heads if nearness(token) == 2), None)


# Phrases: an incompetent predecessor, the clock-watchers around him, my predecessor's neglect.


def _phrases(sentence: Sentence, words: Words) -> Iterator[Span]:
    for token in sentence.tokens:
        near = nearness(token)
        if near > is_crew(token) and _is_run_down(token, near, words):
            yield sentence.span_of(token.left_edge, _described_end(token))
        elif _is_epithet(token, words) or _is_vice(token, words) or _is_bad_work(token, words):
            yield sentence.span_of(token.left_edge, token)


def _described_end(noun: Token) -> Token:
    """The end of a noun's phrase without the clause that goes on about it."""
    last = noun
    for child in noun.rights:
        if child.dep_ in ("prep", "appos"):
            last = child.right_edge
    return last


def _is_run_down(person: Token, near: Nearness, words: Words) -> bool:
    """My lazy deputy; the notoriously timid attorneys; my boss, a micromanager; a chief of no discernible talent."""
    endured = person.dep_ == "pobj" and person.head.lower_ == "under"
    indefinite = not endured and (person.left_edge.lower_ in ("a", "an") or person.left_edge == person)
    for child in person.children:
        if child.dep_ in ("amod", "acl", "appos") and child.pos_ == "ADJ" and (near == 2 or not indefinite):
            strengthened = any(c.lower_ in words.intensifiers for c in child.children)
            if _is(child, words.adjectives) or (_is(child, words.milder) and strengthened):
                return True
        if child.dep_ == "appos" and (near == 2 or not indefinite) and (_is_insult(child, words) or _wants(child, words)):
            return True
    if near == 2 and re.search(r"\bwhose only (?:skill|talent|gift|qualification|interest|accomplishment|contribution|concern|virtue)", _text_of(person)):
        return True
    return near == 2 and _wants(person, words)


def _text_of(noun: Token) -> str:
    return " ".join(token.lower_ for token in noun.subtree)


def _wants(noun: Token, words: Words) -> bool:
    """Whether a quality is denied to somebody: of no discernible talent, with no backbone, without a shred of courage."""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "with", "without"):
            named = [token for token in prep.subtree if _is(token, words.qualities)]
            denied = prep.lower_ == "without" or any(token.lower_ in ("no", "little", "zero", "not") for token in prep.subtree)
            if named and denied:
                return True
    return False


def _is_insult(noun: Token, words: Words) -> bool:
    """A bully; a gang of clock-watchers; a coward in a good suit."""
    if any(child.dep_ == "det" and child.lower_ in ("no", "any") for child in noun.children):
        return False
    if noun.lemma_.lower() in _GROUPS:
        inner = [child for prep in noun.children if prep.dep_ == "prep" for child in prep.children if child.dep_ == "pobj"]
        timid = any(child.dep_ == "amod" and _is(child, words.milder) for child in noun.children)
        return timid or any(_is_insult(child, words) for child in inner)
    described = [child for child in noun.children if child.dep_ in ("amod", "compound")]
    return _is(noun, words.nouns) or any(_is(child, words.adjectives) or _is(child, words.epithets) for child in described)


def _is_epithet(noun: Token, words: Words) -> bool:
    """The clock-watchers around him, our usual dead wood: a name for colleagues, in the place of one."""
    if not _is(noun, words.epithets) or noun.dep_ not in (*SUBJECTS, "dobj", "pobj", "conj", "dative"):
        return False
    first = noun.left_edge.lower_
    physical = noun.lemma_.lower() in ("wood", "deadwood")
    return first in ("my", "our", "his", "her", "its", "their") or (first in ("the", "those", "these") and not physical)


def _is_vice(noun: Token, words: Words) -> bool:
    """My predecessor's neglect; failed out of sheer laziness."""
    if not _is(noun, words.vices):
        return False
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    of = [child for prep in noun.children if prep.lower_ == "of" for child in prep.children]
    if any(nearness(person) == 2 for person in [*([owner] if owner is not None else []), *of]):
        return True
    return False


def _is_bad_work(noun: Token, words: Words) -> bool:
    """My predecessor's reckless plan."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    blamed = any(child.dep_ == "amod" and _is(child, words.adjectives) for child in noun.children)
    return _is(noun, words.works) and blamed and owner is not None and nearness(owner) == 2


# Clauses: my boss was a bully, the outgoing chief lacked the spine.


def _clauses(sentence: Sentence, words: Words, spoken_of: Token | None) -> Iterator[Span]:
    for verb in verbs(sentence):
        who = subject(verb)
        if who is not None and who.pos_ in ("NOUN", "VERB") and not nearness(who):
            who = _noun_before(verb) or who
        if who is None or is_writer(who):
            continue
        near = nearness(who)
        if who.lower_ in _PLURAL:
            earlier = next((t for t in sentence.tokens if t.i < who.i and t.dep_ in SUBJECTS and nearness(t) == 2), spoken_of)
            plural = earlier is not None and earlier.tag_ in ("NNS", "NNPS")
            near = 2 if earlier is not None and plural == _PLURAL[who.lower_] else 0
        if near > is_crew(who) and _blames(verb, who, near, words):
            yield _judgement_span(sentence, verb, who)
        elif _is_held_in_contempt(verb, words):
            yield _judgement_span(sentence, verb, verb.head)


def _noun_before(verb: Token) -> Token | None:
    """The noun right before a verb whose subject the parser has mistaken: the outgoing permits chief lacked."""
    start = _start(verb)
    before = verb.doc[start - 1] if start > verb.sent.start else None
    return before if before is not None and before.pos_ == "NOUN" and nearness(before) else None


def _judgement_span(sentence: Sentence, verb: Token, who: Token) -> Span:
    if verb.dep_ in ("relcl", "acl") and verb.head.i < verb.i:
        return sentence.span_of(verb.head.left_edge, verb.right_edge)
    return clause_span(sentence, verb)


def _blames(verb: Token, who: Token, near: Nearness, words: Words) -> bool:
    tokens = [token for token in clause(verb) if token.i >= _start(verb)]
    text = " ".join(token.lower_ for token in tokens)
    denied = any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children)
    if verb.lemma_ in ("be", "seem", "prove", "become", "remain"):
        return _is_called(verb, who, near, words, denied)
    close = near == 2 or (is_leader(who) and who.left_edge.lower_ not in ("a", "an"))
    if not close:
        return bool(_mocked(verb, text, denied, words)) or (_is_lifelong(verb, text, denied, words))
    if is_crew(who):
        return False
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if passive and not denied and near == 2 and _is(verb, words.adjectives):
        return True
    if not passive and near == 2 and any(child.dep_ == "advmod" and _is_blaming(child, words) for child in verb.children):
        return True
    return (
        (verb.lower_ in inflected(words.verbs) and not denied)
        or _idiom(text, denied, words)
        or _mocked(verb, text, denied, words)
        or _is_lifelong(verb, text, denied, words)
        or _lacks(verb, words)
        or _fails(verb, near, tokens, text, denied, words)
        or any(_is(token, words.epithets) and token.left_edge == token for token in tokens if token.tag_ == "NNS")
    )


def _is_blaming(adverb: Token, words: Words) -> bool:
    """Carelessly, lazily: an adverb of an adjective that blames."""
    stem = adverb.lower_.removesuffix("ly")
    return adverb.lower_.endswith("ly") and bool({stem, stem + "le", re.sub("i$", "y", stem), stem + "ic"} & words.adjectives)


def _start(verb: Token) -> int:
    """Where the predicate begins: at the first auxiliary or negation."""
    return min([verb.i, *(child.i for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod"))])


def _idiom(text: str, denied: bool, words: Words) -> bool:
    """Whether the predicate is a set phrase of blame, or denies one of what goes without saying."""
    found = _pattern(words.idioms).search(text)
    if found and (not denied or _NEGATION.search(found[0])):
        return True
    return bool((denied or _NEGATION.search(text)) and _pattern(words.wanting).search(text))


def _is_called(verb: Token, who: Token, near: Nearness, words: Words, denied: bool) -> bool:
    """Was useless, was a bully, was hardly a genius, was in over his head."""
    text = " ".join(token.lower_ for token in clause(verb) if token.i > verb.i)
    doubted = denied or any(child.lower_ in ("hardly", "scarcely") for child in verb.children)
    if doubted:
        praised = [child for child in verb.children if child.dep_ == "attr" and child.lower_ in ("genius", "einstein", "scientist", "leader", "manager")]
        return near == 2 and (bool(praised) or _idiom(text, denied, words))
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd", "advcl", "ccomp") and child.i > verb.i:
            strengthened = any(c.lower_ in words.intensifiers for c in child.children)
            if _is(child, words.adjectives) and child.pos_ != "NOUN":
                return True
            if _is(child, words.milder) and (strengthened or (near == 2 and _too_much(child))):
                return True
            if child.dep_ == "attr" and (_is_insult(child, words) or _wants(child, words)):
                return True
    full = " full of " in f" {text}" and any(_is(token, words.epithets) for token in clause(verb))
    return (near == 2 or is_leader(who)) and (full or _idiom(text, denied, words))


def _too_much(adjective: Token) -> bool:
    """Too proud to ask: not too slow for a race."""
    too = any(child.lower_ == "too" for child in adjective.children)
    return too and adjective.lower_ in _FLAWS and any(child.dep_ in ("xcomp", "advcl") for child in (*adjective.children, *adjective.head.children))


def _lacks(verb: Token, words: Words) -> bool:
    """Lacked the spine, had no judgment."""
    for child in verb.children:
        if child.dep_ == "dobj" and _is(child, words.qualities):
            none = any(c.lower_ in ("no", "little", "zero") for c in child.children)
            likened = any(c.lower_ == "of" and any(o.left_edge.lower_ in ("a", "an") for o in c.children) for c in child.children)
            if verb.lemma_ == "have" and likened:
                return True
            if verb.lemma_ == "lack" or (verb.lemma_ in ("have", "show", "bring", "display", "possess") and none):
                return True
    return False


def _mocked(verb: Token, text: str, denied: bool, words: Words) -> bool:
    """Could not have found a water main on a map, could not add without moving his lips."""
    able = any(child.lower_ in ("could", "can") for child in verb.children)
    if able and any(child.lower_ in ("barely", "scarcely", "hardly") for child in verb.children):
        return verb.lower_ in words.basics
    if not (able and denied):
        return False
    told_apart = verb.lemma_ in ("tell", "know", "distinguish") and re.search(r"\b(?:an?|the) [\w ]+ from\b", text)
    if told_apart or _pattern(words.trifles).search(text):
        return True
    counterfactual = any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)
    anything = any(child.dep_ == "dobj" and child.left_edge.lower_ in ("a", "an") for child in verb.children)
    return counterfactual and anything and verb.lemma_ not in _FORESEEN and not _REASON.search(text)


def _is_lifelong(verb: Token, text: str, denied: bool, words: Words) -> bool:
    """Had never met a deadline in their lives, had not finished a task in years."""
    if not denied or verb.lower_ not in inflected(words.duties):
        return False
    never = any(child.lower_ == "never" for child in verb.children)
    single = any(child.dep_ == "dobj" and child.left_edge.lower_ in ("a", "an") for child in verb.children)
    return bool(_LIFETIME.search(text)) or (never and single)


def _fails(verb: Token, near: Nearness, tokens: list[Token], text: str, denied: bool, words: Words) -> bool:
    """Ran the place like a prison, sat on the report for years, let the roster rot, ruled by fear, trusted nobody, hid in his office."""
    lemma = verb.lemma_.lower()
    if lemma in ("run", "treat", "manage", "lead", "govern", "rule", "regard", "consider", "behave", "act"):
        like = [t for t in tokens if t.dep_ == "prep" and t.lower_ in ("like", "as", "by", "through", "with")]
        inner = [c for prep in like for c in prep.subtree]
        return any(_is(c, words.likened) or _is(c, words.nouns) or _is(c, words.vices) for c in inner)
    if lemma == "leave":
        return any(_is(token, words.wreckage) for token in tokens)
    if lemma == "spend":
        return any(_is(token, words.pastimes) for token in tokens)
    if lemma == "sit" and near == 2 and re.search(r"\b(?:sat|sitting|sit) on\b.*\bfor\b", text):
        return not any(_is(token, _BOARDS) for token in tokens)
    if lemma == "let":
        return any(token.lemma_ in words.decay for token in tokens if token.dep_ in ("ccomp", "xcomp"))
    if lemma in words.regard and not denied:
        return any(token.lower_ in ("nobody", "none") for token in tokens if token.dep_ == "dobj")
    if lemma in ("hide", "cower", "retreat", "barricade", "skulk"):
        return bool(re.search(rf"\b(?:in|behind|into) {_HIS} (?:office|desk|door|closed door|inbox|e-?mail|secretary)\b", text))
    if lemma in ("doze", "sleep", "nap", "drift", "coast", "snooze", "sleepwalk", "stumble", "bumble", "muddle", "blunder"):
        return "through" in text
    reasons = [t for t in tokens if _is(t, words.vices) and t.dep_ in ("pobj", "conj")]
    return any(any(a.lower_ in ("of", "through", "from", "by") for a in reason.ancestors) for reason in reasons)


def _is_held_in_contempt(verb: Token, words: Words) -> bool:
    """A boss whom nobody trusted."""
    who = own_subject(verb)
    if who is None or verb.lemma_ not in words.regard or _text_of(who) not in ("nobody", "no one", "none", "few", "none of us"):
        return False
    whom = [verb.head] if verb.dep_ == "relcl" else [child for child in verb.children if child.dep_ == "dobj"]
    return any(nearness(person) > (verb.dep_ != "relcl") for person in whom)


@cache
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    """The phrases, {his} and {he} being any pronoun."""
    spelled = [re.escape(p).replace(r"\ \.\.\.\ ", r"\b.{1,60}?\b").replace(r"\{his\}", _HIS).replace(r"\{him\}", "(?:him|her|them|it)").replace(r"\{he\}", "(?:he|she|they)") for p in sorted(phrases)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)")


def _is(token: Token, words: frozenset[str]) -> bool:
    """Whether the token, or the compound word that ends in it (clock-watcher, prima donna), is one of the words."""
    if token.lower_ in words or token.lemma_.lower() in words:
        return True
    before: list[str] = []
    previous = token
    while previous.i > previous.sent.start and len(before) < 4:
        previous = previous.nbor(-1)
        before.insert(0, previous.lower_)
        whole = re.sub(r" ?- ?", "-", " ".join([*before, token.lemma_.lower()]))
        if whole in words:
            return True
    return False
