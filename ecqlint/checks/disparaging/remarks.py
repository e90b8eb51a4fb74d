"""Phrases that run down a colleague: my incompetent predecessor, the clock-watchers around him, my predecessor's neglect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS, is_word_of, is_writer, subject
from ecqlint.checks._english.people import SUPERIORS
from ecqlint.checks.disparaging.blame import is_endured, is_thanked
from ecqlint.checks.disparaging.colleagues import Nearness, is_crew, is_leader, nearness
from ecqlint.checks.disparaging.contempt import Words, is_faulted, is_flawed, is_insult, is_wreck, wants
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


_OWNERS = frozenset(("my", "our", "his", "her", "its", "their"))
_POINTING = frozenset(("the", "those", "these"))
_WORK = frozenset(
    """
    decision planning judgment choice management leadership oversight communication habit attitude supervision execution stewardship
    direction guidance command tenure stint handling treatment response behavior conduct style temperament performance manner personality
    support assistance cooperation
    """.split()
)
_FROM_WHOM = frozenset(("of", "by", "under", "from"))
_FELLOWS = frozenset("colleague peer superior higher-up".split())
_BLUNDERS = frozenset("blunder bungling botch mismanagement mishandling".split())
_RESCUING = frozenset("rescue save free protect shield deliver liberate".split())
_RESCUED = frozenset("team staff office division branch unit shop program employee department section us crew".split())
_GOOD_ENDING = frozenset(("fearlessness", "selflessness"))
_LACK = frozenset(("lack", "absence", "want", "dearth"))
_POOR = frozenset(("poor", "bad", "weak", "inadequate", "deficient", "insufficient", "careless"))
_LED = frozenset("run lead manage head supervise govern staff".split())
_THOUGHT = frozenset("regard consider see view know think".split())
_CHARACTER = re.compile(r"(?:[ae]nce|ness|ity|tude|ice)$")
# Vices that are judgements whoever has them.
_INEPT = frozenset(("incompetence", "ineptitude", "laziness", "stupidity", "cowardice"))


def phrases(sentence: Sentence, words: Words) -> Iterator[Span]:
    """My incompetent predecessor, the clock-watchers around him, my predecessor's neglect, unlike my predecessor."""
    for token in sentence.tokens:
        if token.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ"):
            continue
        near = nearness(token)
        if near > is_crew(token) and _is_run_down(token, near, words):
            behind = [child.right_edge for child in token.rights if child.dep_ in ("prep", "appos")]
            yield sentence.span_of(token.left_edge, behind[-1] if behind else token)
        elif token.dep_ == "pobj" and is_endured(token) and token.head.head.lemma_ in _LED and is_insult(token, words):
            yield sentence.span_of(token.left_edge, token.right_edge)
        elif token.dep_ == "pobj" and _is_rescue(token.head) and is_insult(token, words):
            yield sentence.span_of(token.head.head, token.right_edge)
        elif near == 2 and _is_set_apart(token):
            yield sentence.span_of(token.head, token.right_edge)
        elif (
            _is_epithet(token, words)
            or _is_predecessors(token, words)
            or _is_bad_leadership(token, words)
            or _is_a_poor_idea(token)
        ):
            yield sentence.span_of(token.left_edge, token.right_edge if token.dep_ == "pobj" else token)


def _is_run_down(person: Token, near: Nearness, words: Words) -> bool:
    """My lazy deputy; the notoriously timid attorneys; my boss, a micromanager; a chief of no discernible talent."""
    if is_thanked(person) and not is_foully_named(person, words):
        return False
    acted = person.dep_ == "nsubj" and person.lemma_.lower() in SUPERIORS and person.head.tag_ == "VBN"
    anybody = (
        near < 2
        and not is_endured(person)
        and not acted
        and (person.left_edge.lower_ in ("a", "an") or person.left_edge == person)
    )
    for child in person.children:
        if (
            not anybody
            and child.dep_ in ("amod", "acl", "appos", "compound")
            and (child.pos_ in ("ADJ", "VERB") or child.lower_ in words.foul)
        ):
            flawed = (near == 2 or is_endured(person)) and is_flawed(child, words)
            if is_faulted(child, words) or flawed:
                return True
        reputed = near == 2 and child.dep_ in ("acl", "relcl") and child.lemma_ in _THOUGHT
        if reputed and any(t.pos_ == "ADJ" and (is_faulted(t, words) or is_flawed(t, words)) for t in child.subtree):
            return True
        if not anybody and child.dep_ == "appos" and (is_insult(child, words) or wants(child, words)):
            return True
    return near == 2 and wants(person, words)


def is_foully_named(person: Token, words: Words) -> bool:
    described = [t for c in person.children if c.dep_ in ("amod", "appos") for t in c.subtree]
    return any(is_word_of(token, words.adjectives | words.nouns) for token in described)


def _is_rescue(prep: Token) -> bool:
    """Rescuing the team from."""
    saved = prep.lower_ == "from" and prep.head.lemma_.lower() in _RESCUING
    return saved and any(c.dep_ == "dobj" and c.lemma_.lower() in _RESCUED for c in prep.head.children)


def text_of(noun: Token) -> str:
    return " ".join(token.lower_ for token in noun.subtree)


def _is_set_apart(person: Token) -> bool:
    """Unlike my predecessor, who preferred golf: with what he was like, or with what the writer did instead."""
    if person.head.lower_ != "unlike":
        return False
    governing = person.head.head
    acted = is_writer(subject(governing)) and governing.lemma_ not in ("be", "have", "become")
    return acted or any(child.dep_ == "relcl" for child in person.children)


def _is_epithet(noun: Token, words: Words) -> bool:
    """The clock-watchers around him, our usual dead wood: a name for colleagues in the place of one."""
    if noun.dep_ not in (*SUBJECTS, "dobj", "pobj", "conj", "dative") or not is_word_of(noun, words.epithets):
        return False
    wooden = noun.lemma_.lower() in ("wood", "deadwood")  # that may lie in a river
    first = noun.left_edge.lower_
    return first in _OWNERS or (first in _POINTING and not wooden)


def _whose(noun: Token) -> Iterator[Token]:
    """Whose or under whom: the neglect of my predecessor, poor management by him, a lack of leadership under her, a mess from them."""
    for prep in noun.children:
        if prep.lower_ in _FROM_WHOM:
            for inner in prep.children:
                yield inner
                if prep.lower_ == "of":
                    yield from (
                        deep for under in inner.children if under.lower_ in _FROM_WHOM for deep in under.children
                    )
        elif prep.dep_ == "relcl":
            yield from (t for t in prep.subtree if t.dep_ == "pobj" and t.head.lower_ == "under")
    behind = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    if behind is not None and behind.lower_ in ("by", "under", "from") and behind.head != noun:
        yield from behind.children


def _is_predecessors(noun: Token, words: Words) -> bool:
    """My predecessor's neglect, the incompetence of the previous director, the mess that my predecessor left."""
    if noun.pos_ != "NOUN" or (noun.lemma_ == "spite" and noun.head.lower_ == "in"):
        return False
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += _whose(noun)
    left = [t for c in noun.children if c.dep_ in ("relcl", "acl") for t in c.subtree if t.dep_ in (*SUBJECTS, "pobj")]
    if noun.lemma_.lower() in _INEPT and (left or any(child.lower_ in ("in", "at") for child in noun.children)):
        return True
    if left and is_wreck(noun, words) and any(nearness(token) == 2 for token in left):
        return True
    if not any(nearness(owner) == 2 and not is_crew(owner) for owner in owners):
        vice = is_word_of(noun, words.vices - {"negligence"}) and _CHARACTER.search(noun.lemma_)
        blunder = noun.lemma_.lower() in _BLUNDERS or noun.lemma_.lower() in words.vices
        if blunder and any(_is_fellow(owner) for owner in owners):
            return True
        if noun.lemma_.lower() in _BLUNDERS and any(_is_chief(owner) for owner in owners):
            return True
        inept = any(c.dep_ == "amod" and is_word_of(c, words.adjectives) for c in noun.children)
        if inept and any(owner.lemma_.lower() in ("management", "leadership") for owner in owners):
            return True
        return bool(vice) and any(
            nearness(owner) and is_leader(owner) and owner.left_edge.lower_ in ("the", "their", "its", "his", "her")
            for owner in owners
        )
    if noun.lemma_.endswith("lessness") and noun.lemma_ not in _GOOD_ENDING:
        return True
    unable = noun.lemma_.lower() in ("failure", "refusal", "inability") and any(
        child.lemma_ in words.engaging | words.duties | {"plan", "act", "lead"}
        for child in noun.subtree
        if child.tag_ == "VB"
    )
    lack = noun.lemma_.lower() in _LACK and any(is_word_of(token, words.qualities) for token in noun.subtree)
    judged = [c for c in noun.children if c.dep_ == "amod"]
    return (
        unable
        or lack
        or is_word_of(noun, words.vices | words.wreckage | {"mistake"})
        or any(is_word_of(c, words.adjectives) or c.left_edge.lower_ == "ill" for c in judged)
        or (noun.lemma_.lower() in _WORK and any(is_word_of(c, words.flaws | words.milder | _POOR) for c in judged))
    )


def _is_fellow(owner: Token) -> bool:
    """By colleagues."""
    bare = owner.left_edge.lower_ not in ("our", "the", "his", "her", "its", "your") and not is_crew(owner)
    return owner.dep_ == "pobj" and owner.head.lower_ in ("by", "from") and owner.lemma_.lower() in _FELLOWS and bare


def _is_chief(owner: Token) -> bool:
    """The chief statistician's; the director's."""
    first = owner.left_edge.lower_ == "the" and owner.dep_ == "poss" and owner.tag_ not in ("NNS", "NNPS")
    headed = any(child.lower_ in ("chief", "head", "senior") for child in owner.lefts)
    return first and nearness(owner) > 0 and not is_crew(owner) and (headed or is_leader(owner))


def _is_a_poor_idea(noun: Token) -> bool:
    """The previous chief's idea of training was a cake."""
    if noun.lemma_ not in ("idea", "notion", "concept", "definition", "version", "brand") or noun.head.lemma_ not in (
        "be",
        "mean",
        "consist",
    ):
        return False
    whose = any(child.dep_ == "poss" and nearness(child) == 2 for child in noun.children)
    return whose and noun.dep_ in SUBJECTS and any(child.lower_ == "of" for child in noun.children)


def _is_bad_leadership(noun: Token, words: Words) -> bool:
    """Years of poor leadership: a judgement that names nobody."""
    if noun.lemma_.lower() not in ("leadership", "management", "supervision"):
        return False
    bad = any(c.dep_ == "amod" and is_word_of(c, words.adjectives | words.flaws | {"poor"}) for c in noun.children)
    ruinous = (
        noun.dep_ == "nsubj"
        and noun.head.lemma_ not in ("be", "seem", "become", "remain")
        and not any(child.lower_ == "of" for child in noun.children)
    )
    years = noun.head.lower_ == "of" and noun.head.head.lemma_ in ("year", "decade", "generation", "month", "legacy")
    past = any(c.lower_ in ("previous", "former", "prior", "past") for c in noun.children)
    return bad and (years or past or ruinous or noun.head.lower_ == "under")
