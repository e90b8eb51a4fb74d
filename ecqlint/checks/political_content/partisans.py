"""Praise and blame of parties and ideologies, whoever speaks: the liberals who think, the only party that cares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import (
    FIRST_PERSON,
    SUBJECTS,
    clause,
    clause_span,
    inflected,
    is_writer,
    own_subject,
)
from ecqlint.checks._english.people import is_person
from ecqlint.checks.political_content.politics import BOTH, Politics
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINKING = frozenset("think believe want claim pretend dream imagine understand hate love insist".split())
_OWING = frozenset("owe draft recruit nominate".split())
_USUAL = re.compile(r"\b(?:as (?:usual|always|ever)|of course|predictably|naturally|true to form)\b")
_NOBODY = frozenset(("nobody", "none", "no", "who"))


def judged(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """The phrases and clauses of a sentence that praise or blame a party or an ideology."""
    if BOTH.search(sentence.tokens.text):
        return
    yield from _labelled(sentence, politics)
    for token in sentence.tokens:
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and _is_judged(token, politics):
            yield sentence.span_of(token.left_edge, token)
        elif _is_any(token, politics):
            yield sentence.span_of(token.left_edge, token.right_edge)
        elif politics.are_partisans(token):
            yield from _blamed(sentence, token, politics)
        elif token.lower_ == "party" and not _is_other_side(token):
            yield from _party(sentence, token, politics)
        elif _is_blamed(token, politics):
            yield clause_span(sentence, token.head)


def _is_the_only_camp(token: Token, politics: Politics) -> bool:
    """Whether the token is an ideology's follower and the sentence names no other ideology: who names both tells of work with both."""
    return politics.is_ideologue(token) and len({t.lemma_.lower() for t in token.sent} & politics.words.ideologies) == 1


def _is_any(token: Token, politics: Politics) -> bool:
    """Only a Democrat would; the Left never understood."""
    single = token.tag_ != "NNS" and token.left_edge.lower_ in ("a", "an", "only")
    if single and token.dep_ in (*SUBJECTS, "dobj", "pobj") and _is_the_only_camp(token, politics):
        return True
    if token.dep_ not in SUBJECTS:
        return False
    if token.lower_ in ("left", "right") and token.left_edge.lower_ == "the":
        return token.head.lower_ in inflected(_THINKING)
    one = politics.is_party(token) and any(c.lower_ in ("a", "no", "any", "every", "only") for c in token.lefts)
    return bool(one) and any(child.tag_ == "MD" for child in token.head.children)


def _labelled(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """Labels such as right-wing before a person or a cause: not before a tank or a gull."""
    words = politics.words
    for match in politics["label"].find(sentence.tokens.text):
        found = sentence.matched(match)
        last = found[-1]
        following = last.nbor(1) if last.i + 1 < sentence.tokens.end else last
        named = is_person(following) or _names(following, words.contempt | words.praise | words.labelled)
        named = named or following.lemma_.lower() in words.ideologies or politics.is_party(following)
        if named or match[0].isupper():
            yield sentence.span_of(found[0], following if following.pos_ in ("NOUN", "PROPN") else last)


def _is_judged(noun: Token, politics: Politics) -> bool:
    """The progressive fringe, conservative government, lying Democrats: not conservative accounting principles."""
    before = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]
    leaning = any(politics.is_party(child) or child.lower_ in politics.words.ideologies for child in before)
    partisan = politics.are_partisans(noun) or politics.is_party(noun) or politics.is_ideologue(noun)
    if any(_names(child, politics.words.insults) for child in before) and (leaning or politics.are_partisans(noun)):
        return True
    if partisan and any(
        child.tag_ == "JJS" or child.lower_ in ("true", "real", "great", "principled", "staunch") for child in before
    ):
        return True
    whose = any(c.dep_ == "poss" and (politics.is_party(c) or politics.is_ideologue(c)) for c in noun.children)
    if whose and (
        _names(noun, politics.words.contempt | politics.words.praise)
        or any(_names(child, politics.words.insults) for child in before)
    ):
        return True
    of = [inner for c in noun.children if c.lower_ in ("of", "in", "from") for inner in c.subtree]
    beside = any(politics["party"].are_in(token.text) for token in of) or "Party" in {token.text for token in of}
    if any(_names(child, politics.words.insults) for child in before) and (
        beside or politics["leader"].are_in(" ".join(t.text for t in of))
    ):
        return True
    if (leaning or beside) and _names(noun, politics.words.contempt):
        return True
    whole = len(before) == 1 and noun.dep_ not in ("compound", "nmod") and not any(t.tag_ == "CD" for t in noun.subtree)
    return leaning and whole and _names(noun, politics.words.praise)


def _is_partisan_body(noun: Token, politics: Politics) -> bool:
    """The Republican Congress, the Democratic leadership."""
    return any(child.dep_ in ("amod", "compound") and politics.is_party(child) for child in noun.children)


def _is_blamed(who: Token, politics: Politics) -> bool:
    """The Republican Congress wrecked it, did it out of spite; the other party never cared."""
    if who.dep_ not in SUBJECTS or not (_is_partisan_body(who, politics) or _is_other_side(who)):
        return False
    verb = who.head
    never = any(child.lower_ in ("never", "not", "n't") for child in verb.children)
    minding = verb.lower_ in politics.verbs.virtues | inflected(_THINKING)
    spite = any(token.dep_ == "pobj" and _names(token, politics.words.contempt) for token in clause(verb))
    return verb.lower_ in politics.verbs.hostile or (never and minding) or spite


def _blamed(sentence: Sentence, partisans: Token, politics: Politics) -> Iterator[Span]:
    """Unlike the liberals who think; the shutdown that the Democrats forced on us; whatever the Republicans may say."""
    head = partisans.head
    camp = partisans.left_edge.lower_ == "the" and _is_the_only_camp(partisans, politics)
    if camp and partisans.dep_ in ("pobj", "dobj") and head.lower_ not in ("unlike", "despite", "to", "by", "but"):
        yield sentence.span_of(partisans.left_edge, partisans.right_edge)
    elif partisans.dep_ == "pobj":
        thanked = head.lower_ == "to" and head.head.lower_ == "thanks"
        alone = head.lower_ in ("but", "except") and (
            sentence.tokens[0].lower_ in _NOBODY or head.head.lower_ in _NOBODY
        )
        if head.lower_ in ("unlike", "despite") or thanked or alone:
            yield sentence.span_of(head.head if thanked else head, partisans.right_edge)
        elif head.lower_ == "by" and head.head.lower_ in politics.verbs.hostile:
            yield sentence.span_of(head.head, partisans.right_edge)
    elif partisans.dep_ == "attr" and any(
        t.lower_ == "only" for c in head.lefts if c.dep_ in SUBJECTS for t in c.subtree
    ):
        yield sentence.span_of(head.left_edge, partisans.right_edge)
    elif partisans.dep_ in SUBJECTS:
        conceded = any(token.lower_ in ("whatever", "however") for token in head.subtree if token.i < partisans.i)
        held = head.dep_ == "ccomp" and head.head.lemma_ in ("believe", "think") and is_writer(own_subject(head.head))
        thinking = held or (politics.is_ideologue(partisans) and head.lower_ in inflected(_THINKING))
        wrong = head.lemma_ == "be" and any(c.lower_ in ("wrong", "right") for c in head.children)
        usual = wrong or _USUAL.search(sentence.tokens.text)
        if camp and not thinking:
            yield sentence.span_of(partisans.left_edge, partisans.right_edge)
        elif conceded or thinking or usual or head.lower_ in politics.verbs.hostile:
            blamed = head.head.left_edge if head.dep_ == "relcl" and not conceded else head.left_edge
            yield sentence.span_of(blamed, head.right_edge)


def _party(sentence: Sentence, party: Token, politics: Politics) -> Iterator[Span]:
    """The only party that cares; the party owed me; my party: not a party to the contract."""
    owing = (
        party.dep_ in SUBJECTS
        and party.left_edge.lower_ in ("the", "my", "our")
        and party.head.lower_ in inflected(_OWING)
    )
    mine = any(child.lower_ in ("my", "our") for child in party.children)
    qualified = any(child.dep_ in ("prep", "amod", "compound", "nummod") for child in party.children)
    caring = any(child.dep_ == "relcl" and child.lower_ in politics.verbs.virtues for child in party.children)
    if caring and any(child.lower_ in ("only", "right", "wrong", "other") for child in party.children):
        yield sentence.span_of(party.left_edge, party.right_edge)
    elif owing and any(token.lower_ in FIRST_PERSON for token in clause(party.head)):
        yield clause_span(sentence, party.head)
    elif mine and not qualified and party.dep_ not in ("compound", "amod"):
        yield sentence.span_of(party.left_edge, party)


def _is_other_side(noun: Token) -> bool:
    """The other party; the other side of the aisle."""
    other = any(child.lower_ in ("other", "opposing") for child in noun.children)
    aisle = noun.lower_ == "side" and any(token.lower_ == "aisle" for token in noun.subtree)
    return other and (aisle or noun.lower_ == "party")


def _names(token: Token, words: frozenset[str]) -> bool:
    return token.lower_ in words or token.lemma_.lower() in words
