"""Creeds, philosophies and causes, told from judgements of fact by tense and by what they are about.

"I believed that the forecast was wrong" belongs to a story; "I believe that change is the only constant" does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import (
    FIRST_PERSON,
    clause,
    clause_span,
    governor,
    is_word_of,
    is_writer,
    outermost,
    own_subject,
    subject,
    tense,
    verbs,
)
from ecqlint.checks._notation import phrasebook
from ecqlint.checks.personal_belief.creeds import (
    NOW,
    Words,
    believes,
    cherishes,
    is_believer,
    is_creed,
    is_own_creed,
    is_view,
    serves,
)
from ecqlint.checks.personal_belief.generality import is_general
from ecqlint.checks.personal_belief.maxims import Generalities, Wording, maxims, professed
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "pobj"))
_RAISED = frozenset("raised born reared bred brought remain".split())


def check(reading: Reading, *, words: Words, known: Generalities, wording: Wording) -> Iterator[Match]:
    """Each clause or phrase outside quotations in which the writer professes a belief, a philosophy or a cause."""
    sought = phrasebook(wording, leaders=known.leaders, deep=words.deep)
    for sentence in reading.sentences:
        if sentence.tokens[-1].text == "?":
            continue
        spans = list(maxims(sentence, known, sought))
        if any(token.lower_ in FIRST_PERSON for token in sentence.tokens):
            frames = [*map(sentence.matched, sought["frames"].find(sentence.tokens.text))]
            spans += _own(sentence, words, {frame.start for frame in frames})
            spans += professed(sentence, frames, sought)
        for span in outermost(spans):
            # A motto quoted by the writer is the writer's; what somebody said is not.
            if not any(quotation.start <= span.start < quotation.end for quotation in reading.narrative.quotations):
                yield Match(span)


def _own(sentence: Sentence, words: Words, framed: set[int]) -> list[Span]:
    """What the writer professes in the first person; `framed` are the places of frames."""
    invoked = any(token.text in words.sacred or token.lower_ in words.hearts for token in sentence.tokens)
    spans = [
        clause_span(sentence, verb)
        for verb in verbs(sentence)
        if _professes(verb, words)
        or (framed and _is_framed(verb, framed))
        or (invoked and (_heart_speaks(verb, words) or _invokes(verb, words)))
    ]
    spans += [sentence.span_of(n.left_edge, n.right_edge) for n in sentence.tokens if is_creed(n, words)]
    spans += [sentence.span_of(n.head, n.right_edge) for n in sentence.tokens if _is_identity(n, words)]
    return spans


def _professes(verb: Token, words: Words) -> bool:
    if not is_writer(subject(verb)):
        return _creed_speaks(verb, words)
    if believes(verb, words) or cherishes(verb, words) or is_believer(verb, words) or serves(verb, words):
        return True
    return _in_passing(verb, words) or _creed_speaks(verb, words)


def _in_passing(verb: Token, words: Words) -> bool:
    """Trust, I believe, is the currency of leadership."""
    who = own_subject(verb)
    if who is None or verb.lemma_ not in words.believing or tense(verb) not in NOW or verb.i + 1 >= len(verb.doc):
        return False
    if who.i == 0 or who.nbor(-1).text != "," or verb.nbor(1).text != ",":
        return False
    if any(child.lower_ in ("always", "ever", "long") for child in verb.children):
        return True
    aside = verb.dep_ in ("parataxis", "ccomp")
    around = [verb.head] if aside else [c for c in verb.children if c.dep_ in ("ccomp", "conj", "parataxis")]
    return any(is_general(main, strict=False) for main in around)


def _is_taught(verb: Token) -> bool:
    """My father taught me that a man's word is his bond."""
    me = any(child.lower_ == "me" for child in verb.children)
    return (
        verb.lemma_ == "teach" and me and any(c.dep_ == "ccomp" and is_general(c, strict=True) for c in verb.children)
    )


def _creed_speaks(verb: Token, words: Words) -> bool:
    """My philosophy is, my faith tells me, it is my conviction that, what I stand for is, nothing is dearer to me than."""
    if _is_taught(verb):
        return True
    who = own_subject(verb)
    if who is None or tense(verb) not in NOW:
        return False
    named = [child for child in verb.children if child.dep_ == "attr"]
    mine = any(child.lower_ == "my" for child in who.children)
    if is_own_creed(who, words) or any(is_own_creed(noun, words) for noun in named):
        return True
    if mine and verb.lemma_ == "be" and any(noun.lemma_ in words.creeds for noun in named):
        return True
    if mine and who.lower_ in words.hearts and any(is_word_of(token, words.causes) for token in clause(verb)):
        return True
    about_me = any(token.lower_ in FIRST_PERSON for token in clause(verb))
    if who.lower_ == "it":
        creed = about_me and any(token.lemma_ in words.creeds for noun in named for token in noun.subtree)
        return creed or any(is_view(noun) for noun in named)
    if who.dep_ == "csubj" and verb.lemma_ == "be" and who.left_edge.lower_ == "what":
        professing = words.believing | words.cherishing | words.fighting | words.moving
        return about_me and tense(who) in NOW and who.lemma_ in professing
    return who.lower_ == "nothing" and about_me and verb.lemma_ in ("be", "matter", "mean")


def _heart_speaks(verb: Token, words: Words) -> bool:
    """In my heart I know; a cause close to my heart."""
    hearts = [token for token in clause(verb) if token.lower_ in words.hearts and token.head.dep_ == "prep"]
    return tense(verb) in NOW and any(child.lower_ == "my" for heart in hearts for child in heart.children)


def _invokes(verb: Token, words: Words) -> bool:
    """God has blessed me, I thank the Lord: but not an act of God."""
    tokens = clause(verb)
    named = [token for token in tokens if token.text in words.sacred and token.dep_ in _ARGUMENTS]
    acts = [token for token in named if token.head.lower_ == "of" and token.nbor(-2).lemma_ == "act"]
    acts += [
        token
        for token in named
        if token.head.lemma_ in ("thank", "bless", "know") and own_subject(token.head) in (None, token)
    ]
    return len(named) > len(acts) and any(token.lower_ in FIRST_PERSON for token in tokens)


def _is_framed(verb: Token, framed: set[int]) -> bool:
    """To me leadership is service: a clause that opens as an opinion and speaks of things in general."""
    tokens = clause(verb)
    opens = (place for place, token in enumerate(tokens) if token.i in framed)
    if own_subject(verb) is None or not any(place == 0 or tokens[place - 1].text == "," for place in opens):
        return False
    return is_general(verb, strict=False)


def _is_identity(noun: Token, words: Words) -> bool:
    """As a feminist, I ...: what the writer is, as a phrase."""
    verb = governor(noun)
    named = noun.lemma_.lower() in words.identities
    raised = noun.dep_ in ("oprd", "dobj", "attr") and noun.head.lower_ in _RAISED
    named = named and (
        raised or (noun.dep_ == "pobj" and (noun.head.lower_ == "as" or noun.head.head.lower_ in _RAISED))
    )
    return named and verb is not None and is_writer(subject(verb))
