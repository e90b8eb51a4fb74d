"""Creeds, philosophies and causes, told from judgements of fact by tense and by what they are about.

"I believed that the forecast was wrong" belongs to a story; "I believe that change is the only constant" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import (
    FIRST_PERSON,
    auxiliaries,
    clause,
    clause_span,
    governor,
    is_writer,
    outermost,
    own_subject,
    subject,
    tense,
    time,
    verbs,
)
from ecqlint.language import Reading
from ecqlint.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

NOW = ("present", "perfect")
BEING = frozenset(("be", "remain", "become", "stay"))
# A clause about one of these tells of a case, not of the world.
_POINTING = frozenset("this these that those he she it they i its his her their".split())
_SPECIFIC = frozenset("the this these that those my its his her their".split())
_GENERAL_NUMBERS = frozenset(("one", "first", "second", "last"))
_GUESSING = frozenset(("might", "may", "would", "could"))
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "dative", "pobj"))
_FOR = frozenset(("stand", "care"))  # these cherish with a preposition only
_FOLLOWING = frozenset("live lead manage work subscribe adhere abide swear stick cling".split())
_LIVES = frozenset(("life", "heart", "soul"))
_CODES = frozenset("rule code word notion idea view theory proposition adage saying".split())
_LASTING = frozenset(("always", "ever", "never", "long"))


@dataclass(frozen=True)
class Words:
    """The words of belief: the options of the rule, which say what each is."""

    believing: frozenset[str]
    thinking: frozenset[str]
    cherishing: frozenset[str]
    convinced: frozenset[str]
    committed: frozenset[str]
    creeds: frozenset[str]
    identities: frozenset[str]
    advocates: frozenset[str]
    fighting: frozenset[str]
    causes: frozenset[str]
    hearts: frozenset[str]
    regarding: frozenset[str]
    solemn: frozenset[str]
    devotions: frozenset[str]
    styles: frozenset[str]
    managing: frozenset[str]
    sacred: frozenset[str]


def check(
    reading: Reading,
    *,
    frames: list[str],
    believing: frozenset[str],
    thinking: frozenset[str],
    cherishing: frozenset[str],
    convinced: frozenset[str],
    committed: frozenset[str],
    creeds: frozenset[str],
    identities: frozenset[str],
    advocates: frozenset[str],
    fighting: frozenset[str],
    causes: frozenset[str],
    hearts: frozenset[str],
    regarding: frozenset[str],
    solemn: frozenset[str],
    devotions: frozenset[str],
    styles: frozenset[str],
    managing: frozenset[str],
    sacred: frozenset[str],
) -> Iterator[Match]:
    """Each clause outside quotations in which the writer professes a belief, a philosophy or a cause."""
    words = Words(
        believing,
        thinking,
        cherishing,
        convinced,
        committed,
        creeds,
        identities,
        advocates,
        fighting,
        causes,
        hearts,
        regarding,
        solemn,
        devotions,
        styles,
        managing,
        sacred,
    )
    opening = re.compile(rf"(?:{'|'.join(map(re.escape, frames))})\b,?", re.IGNORECASE)
    for sentence in reading.sentences:
        asked = sentence.tokens[-1].text == "?"
        if asked or not any(token.lower_ in FIRST_PERSON for token in sentence.tokens):
            continue
        spans = [
            clause_span(sentence, verb)
            for verb in verbs(sentence)
            if any(professes(verb, words) for professes in _PROFESSIONS) or _framed(verb, opening)
        ]
        spans += [
            sentence.span_of(noun.left_edge, noun.right_edge)
            for noun in sentence.tokens
            if _is_creed(noun, words) or _is_identity(noun, words)
        ]
        for span in outermost(spans):
            if not any(quotation.start <= span.start < quotation.end for quotation in reading.narrative.quotations):
                yield Match(span)


def _writer_professes(verb: Token, words: Words) -> bool:
    """Whether "I" believe, am committed, am a believer, or fight, in general and now."""
    if not is_writer(subject(verb)):
        return False
    return _believes(verb, words) or _is_believer(verb, words) or _serves_cause(verb, words)


def _believes(verb: Token, words: Words) -> bool:
    """I believe that, have always felt that, was raised to believe that, am convinced that; I believe in; I hold dear, cherish."""
    when = time(verb)
    lasting = any(child.lower_ in _LASTING for child in verb.children)
    holder = next(
        (child for child in verb.children if child.dep_ in ("acomp", "oprd") and child.lower_ in words.convinced), None
    )
    adjective = holder is not None or (verb.lower_ in words.convinced and verb.tag_ == "VBN")
    verbal = verb.lemma_ in words.believing | words.thinking and not adjective
    if when in NOW and (_prizes(verb, words) or _reveres(verb, words)):
        return True
    if not (adjective or verbal):
        return False
    said = [token for token in clause(verb) if token.i > verb.i and _is_said(token) and governor(token) == verb]
    if verb.lemma_ != "believe" and not adjective:
        said = [
            token
            for token in said
            if any(word.lower_ == "that" for word in token.doc[verb.i : token.i]) or verb.lemma_ in words.thinking
        ]
    if said and when == "past" and any(token.lower_ in _GUESSING for token in auxiliaries(said[0])):
        return False
    if said:
        strict = when == "past" or (verb.lemma_ in words.thinking and not _emphatic(verb))
        return is_general(said[0], strict=strict and not lasting) or (
            lasting and when == "perfect" and not _numbered(said[0])
        )
    inner = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "in"), None)
    return when in NOW and verb.lemma_ == "believe" and inner is not None and _is_general_object(inner)


def _is_said(child: Token) -> bool:
    """Whether the clause is what is believed."""
    return child.dep_ == "ccomp" or (
        child.dep_ in ("acl", "advcl", "relcl", "xcomp")
        and any(c.lower_ == "that" and c.dep_ == "mark" for c in child.lefts)
    )


def _emphatic(verb: Token) -> bool:
    return any(
        c.dep_ == "advmod" and c.lower_ in ("strongly", "deeply", "firmly", "truly", "passionately")
        for c in verb.children
    )


def _prizes(verb: Token, words: Words) -> bool:
    """I value candor, care deeply about fairness, stand for it: things in general, not the lease."""
    if verb.lemma_ == "feel" and _emphatic(verb) and not _numbered(verb):
        return any(child.dep_ == "prep" and child.lower_ == "about" for child in verb.children)
    if verb.lemma_ not in words.cherishing or _numbered(verb):
        return False
    for child in verb.children:
        if child.dep_ == "dobj" and verb.lemma_ not in _FOR:
            return not _numbered(child) and child.left_edge.lower_ not in _SPECIFIC
        if child.dep_ == "prep" and child.lower_ in ("about", "for"):
            wholly = verb.lemma_ != "care" or any(c.dep_ == "advmod" for c in verb.children)
            return wholly and _is_general_object(child)
    return False


def _reveres(verb: Token, words: Words) -> bool:
    """I hold them dear, see office as a sacred trust, have always thought of work as worship."""
    if verb.lemma_ not in words.regarding:
        return False
    lasting = any(child.lower_ in _LASTING for child in verb.children)
    kinds = {child.lower_ for child in verb.children if child.dep_ == "prep"}
    return ({"of", "as"} <= kinds and lasting) or any(
        token.lower_ in words.solemn for token in clause(verb) if token.i > verb.i
    )


def _is_believer(verb: Token, words: Words) -> bool:
    """I am passionate about, committed to; I am a believer in, a feminist, an advocate for the poor."""
    if time(verb) not in NOW:
        return False
    goal = any(child.dep_ == "dobj" for child in verb.children)
    found = (
        [child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd")]
        if verb.lemma_ in BEING
        else [verb]
    )
    for word in found:
        if word.lower_ in words.committed and (word != verb or word.tag_ == "VBN"):
            preps = [
                c
                for head in (word, verb)
                for c in head.children
                if c.dep_ == "prep" and c.lower_ in ("to", "about", "in")
            ]
            if goal:
                return any(_names(token, words.causes) for prep in preps for token in prep.subtree)
            return bool(preps) and (word.lower_ == "passionate" or _is_general_object(preps[0], causes=words.causes))
        faithful = word.dep_ == "attr" and any(t.lemma_ in ("faith", "belief", "conviction") for t in word.subtree)
        if word.lemma_.lower() in words.identities or (faithful and word.lemma_ in ("person", "man", "woman")):
            return True
        if word.lemma_.lower() in words.advocates and any(c.lower_ == "passionate" for c in word.children):
            return True
        if word.lemma_.lower() in words.advocates and word.left_edge.lower_ in ("a", "an"):
            return any(
                c.dep_ == "prep" and c.lower_ in ("for", "of") and _is_general_object(c, causes=words.causes)
                for c in word.children
            )
    return False


def _serves_cause(verb: Token, words: Words) -> bool:
    """I fight for justice; I have given my life to the poor; I have faith in people, live by a creed."""
    if time(verb) not in (*NOW, "future"):
        return False
    if verb.lemma_ in words.fighting and any(child.dep_ in ("prep", "prt") for child in verb.children):
        return any(_names(token, words.causes) for token in verb.subtree if token.i > verb.i)
    for child in verb.children:
        if child.dep_ == "dobj" and child.lower_ in _LIVES and any(c.lower_ == "my" for c in child.children):
            return any(
                c.dep_ in ("prep", "dative") and c.lower_ == "to" for head in (verb, child) for c in head.children
            )
        if child.dep_ == "dobj" and child.lemma_.lower() in words.creeds:
            return any(c.dep_ == "prep" and c.lower_ == "in" and _is_general_object(c) for c in child.children)
        if verb.lemma_ in _FOLLOWING and child.dep_ == "prep" and child.lower_ in ("by", "to"):
            return any(c.dep_ == "pobj" and {c.lemma_.lower()} & (words.creeds | _CODES) for c in child.children)
    return False


def _invokes(verb: Token, words: Words) -> bool:
    """God has blessed me; I thank the Lord: but not an act of God."""
    named = [t for t in clause(verb) if t.text in words.sacred and t.dep_ in _ARGUMENTS and not _is_act_of(t)]
    return bool(named) and any(token.lower_ in FIRST_PERSON for token in clause(verb))


def _is_act_of(name: Token) -> bool:
    return name.i > 1 and name.nbor(-1).lower_ == "of" and name.nbor(-2).lemma_ == "act"


def _is_identity(noun: Token, words: Words) -> bool:
    """As a feminist, I ...: what the writer is, as a phrase."""
    verb = governor(noun)
    as_one = noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.lemma_.lower() in words.identities
    return as_one and verb is not None and is_writer(subject(verb))


def _in_passing(verb: Token, words: Words) -> bool:
    """Trust, I believe, is the currency of leadership."""
    who = own_subject(verb)
    between = verb.lemma_ in words.believing and is_writer(who) and tense(verb) in NOW and verb.i + 1 < len(verb.doc)
    if not between or verb.nbor(1).text != "," or who is None or who.i == 0 or who.nbor(-1).text != ",":
        return False
    if any(child.lower_ in _LASTING for child in verb.children):
        return True
    around = (
        [verb.head]
        if verb.dep_ in ("parataxis", "ccomp")
        else [c for c in verb.children if c.dep_ in ("ccomp", "conj", "parataxis")]
    )
    return any(is_general(main, strict=False) for main in around)


def _creed_speaks(verb: Token, words: Words) -> bool:
    """My philosophy is, my faith tells me, it is my conviction that, what I stand for is, nothing is dearer to me than."""
    who = own_subject(verb)
    if who is None or tense(verb) not in NOW:
        return False
    if _own_creed(who, words) or any(child.dep_ == "attr" and _own_creed(child, words) for child in verb.children):
        return True
    if who.lower_ == "it" and any(_is_view(child) for child in verb.children if child.dep_ == "attr"):
        return True
    if who.lower_ in words.hearts and any(_names(token, words.causes) for token in clause(verb)):
        return any(child.lower_ == "my" for child in who.children)
    if who.lower_ == "it" and any(token.lower_ in FIRST_PERSON for token in clause(verb)):
        return any(
            child.dep_ == "attr" and any(t.lemma_ in words.creeds for t in child.subtree) for child in verb.children
        )
    if any(child.lower_ == "my" for child in who.children) and verb.lemma_ == "be":
        return any(child.dep_ == "attr" and child.lemma_ in words.creeds for child in verb.children)
    if who.dep_ == "csubj" and verb.lemma_ == "be":
        first = who.left_edge.lower_
        return (
            first == "what"
            and any(token.lower_ in ("i", "me") for token in who.subtree)
            and tense(who) in NOW
            and who.lemma_
            in (
                words.believing
                | words.cherishing
                | words.fighting
                | {"drive", "guide", "inspire", "motivate", "matter", "sustain", "move"}
            )
        )
    return (
        who.lower_ == "nothing"
        and any(token.lower_ == "me" for token in clause(verb))
        and verb.lemma_ in ("be", "matter", "mean")
    )


def _is_view(noun: Token) -> bool:
    """My view that every worker deserves a wage: an opinion of things in general."""
    mine = noun.lemma_ in ("view", "opinion", "contention") and any(child.lower_ == "my" for child in noun.children)
    said = [child for head in (noun, noun.head) for child in head.children if child.dep_ in ("acl", "ccomp")]
    return mine and any(is_general(child, strict=False) for child in said)


def _own_creed(noun: Token, words: Words) -> bool:
    """My philosophy, the values that my mother taught me, my approach to leadership."""
    mine = any(child.dep_ == "poss" and child.lower_ == "my" for child in noun.children)
    if noun.lemma_.lower() in words.creeds:
        taught = [t for c in noun.children if c.dep_ == "relcl" for t in c.subtree]
        return mine or any(token.lower_ in FIRST_PERSON for token in taught)
    managing = any(token.lemma_.lower() in words.managing for child in noun.children for token in child.subtree)
    return mine and managing and noun.lemma_.lower() in words.styles


def _is_creed(noun: Token, words: Words) -> bool:
    """My belief that people come first, my faith in the young: as a phrase, whatever the tense around it."""
    if noun.lemma_.lower() in words.devotions and any(_names(t, words.causes) for t in noun.subtree):
        verb = governor(noun)
        mine = any(child.lower_ == "my" for child in noun.children)
        return mine or (verb is not None and is_writer(subject(verb)) and time(verb) in NOW)
    verb = governor(noun)
    held = (
        noun.dep_ == "pobj"
        and verb is not None
        and is_writer(subject(verb))
        and time(verb) in NOW
        and noun.lemma_ in words.creeds
    )
    if not _own_creed(noun, words) and not held:
        return False
    if (
        _own_creed(noun, words)
        and noun.dep_ == "pobj"
        and noun.head.lower_ in ("in", "by", "under")
        and verb is not None
        and tense(verb) == "present"
    ):
        return True
    said = [
        child for child in noun.children if child.dep_ in ("acl", "ccomp", "relcl") and own_subject(child) is not None
    ]
    return any(
        any(m.lower_ == "that" and m.dep_ == "mark" for m in c.lefts) and is_general(c, strict=True) for c in said
    )


def _heart_speaks(verb: Token, words: Words) -> bool:
    """In my heart I know; a cause close to my heart: now, and not of one case."""
    if tense(verb) not in NOW:
        return False
    tokens = clause(verb)
    for token in tokens:
        if token.lower_ in words.hearts and any(c.lower_ == "my" for c in token.children) and token.head.dep_ == "prep":
            return not any(_numbered(t) for t in (verb,))
    return False


def _framed(verb: Token, opening: re.Pattern[str]) -> bool:
    """To me leadership is service: a clause that opens as an opinion and speaks of things in general."""
    if own_subject(verb) is None:
        return False
    text = " ".join(token.text for token in clause(verb))
    inside = any(opening.match(text, comma.end()) for comma in re.finditer(r", ", text))
    return (bool(opening.match(text)) or inside) and is_general(verb, strict=False)


def is_general(verb: Token, *, strict: bool) -> bool:
    """Whether a clause speaks of things in general: in the present or with must, should, can, of no number and no case at hand.

    With `strict` its subject has no article that could point at one thing: people, a leader, every nurse, those who serve.
    """
    who = own_subject(verb)
    if tense(verb) not in ("present", "modal") or _numbered(verb) or who is None or who.lower_ == "you":
        return False
    if any(token.tag_ in ("WP", "WRB", "WDT") and token.lower_ != "that" for token in verb.lefts):
        return False  # what is known, not what is believed
    described = any(child.dep_ in ("relcl", "prep", "acl") for child in who.children)
    if who.lower_ == "it":
        return any(child.dep_ == "acomp" or child.dep_ == "attr" for child in verb.children) and any(
            child.dep_ in ("xcomp", "ccomp", "advcl", "csubj") for child in verb.children
        )
    if who.lower_ in _POINTING:
        return who.lower_ == "those" and described
    first = who.left_edge.lower_
    if first == "that" and not any(child.dep_ == "mark" for child in verb.children):
        first = ""  # the parser at times takes the conjunction for a pointer
    if first in ("this", "these", "that", "those", "his", "her", "its", "their"):
        return False
    if first in ("every", "any", "no", "each", "a", "an"):
        return True
    if who.pos_ == "PROPN" and tense(verb) == "present" and not who.is_sent_start:
        return (
            not strict
            and who.left_edge == who
            and who.nbor(1).i == verb.i
            and any(c.dep_ == "attr" for c in verb.children)
        )
    if first not in ("the", "my", "our") or described or who.pos_ == "ADJ":
        return True
    return not strict and any(child.dep_ in ("attr", "acomp", "aux", "xcomp", "dobj") for child in verb.children)


def _names(token: Token, words: frozenset[str]) -> bool:
    return token.lower_ in words or token.lemma_.lower() in words


def _numbered(token: Token) -> bool:
    """Whether the token's phrase has a number or a date in figures."""
    return any(t.tag_ == "CD" and t.lower_ not in _GENERAL_NUMBERS for t in token.subtree)


def _is_general_object(prep: Token, causes: frozenset[str] = frozenset()) -> bool:
    """Whether what follows a preposition is general: transparency, the dignity of work, giving people a chance; not the plan."""
    following = next((child for child in prep.children if child.dep_ in ("pobj", "pcomp")), None)
    if following is None:
        return False
    if any(_names(token, causes) for token in following.subtree):
        return True
    if _numbered(following):
        return False
    if following.dep_ == "pcomp":
        goal = next((child for child in following.children if child.dep_ == "dobj"), None)
        return goal is None or goal.left_edge.lower_ not in _SPECIFIC
    described = any(child.dep_ == "prep" and child.lower_ == "of" for child in following.children)
    described = described or following.pos_ == "ADJ"  # the poor, the homeless
    return following.left_edge.lower_ not in _SPECIFIC or (following.left_edge.lower_ == "the" and described)


_PROFESSIONS = (_writer_professes, _creed_speaks, _heart_speaks, _invokes, _in_passing)
