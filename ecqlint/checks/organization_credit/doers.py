"""Who is said to have done what: the main clauses of a sentence, and the collectives ("we", "our team") among their doers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import auxiliaries, clause, own_subject, subject, verbs
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEPENDENT = frozenset(("ROOT", "conj", "parataxis", "ccomp"))
_EVERYBODY = frozenset("all both each every everyone none one some many most".split())
_WAYS = frozenset(("by", "through", "via"))
_WITHIN = frozenset("across at in of on".split())
_OWNERS = frozenset(("our", "ours"))
# What introduces the means or the cause: through our work; thanks to, owing to, because of, as a result of it.
_CAUSES = frozenset("because by due owing result thank thanks through via".split())
PRIDE = frozenset("delighted glad gratifying happy honored pleased pleasing proud rewarding thrilled".split())
_CREDIT = frozenset("credit honor success victory achievement accomplishment".split())
_GOING = frozenset("belong go".split())
_ASKING = frozenset(("WP", "WRB", "WDT"))
# A clause with these tells a deed that came first: once we had merged the lists, the errors stopped.
_AFTER = frozenset(("after", "once"))
_ALWAYS = frozenset("always generally normally often seldom rarely regularly routinely sometimes usually".split())
_RATES = frozenset("any each every per those".split())
MEASURES = frozenset("day week weekend month quarter season year hour minute decade".split())


@dataclass(frozen=True)
class Deed:
    """A verb, who is said to have done it, and where that is said."""

    doer: Token
    verb: Token
    span: Span


def deeds(sentence: Sentence) -> Iterator[list[Deed]]:
    """Each main clause with its doer: the subject, who "it was" that did it, the agent of a passive, or the means.

    Of verbs that share a subject (we had 90 applicants and hired nine) there is one list.
    """
    for verb in verbs(sentence):
        who = own_subject(verb)
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" and verb.i == verb.head.i + 1:
            # The parser took the verb of "the team interfaced with them" for a participle.
            yield [Deed(verb.head, verb, sentence.span_of(verb.head.left_edge, verb))]
        if who is None:
            who = _mistaken_subject(verb)
        if who is None:
            continue
        if (named := _cleft(who, verb)) is not None:
            yield [Deed(named, verb, sentence.span_of(named.left_edge, verb))]
        if not _is_told(verb):
            continue
        yield [Deed(who, one, sentence.span_of(who.left_edge, one)) for one in sharing(verb)]
        if is_award(verb, who):
            to = [one for prep in verb.rights if prep.lower_ == "to" for one in prep.children if one.dep_ == "pobj"]
            yield [Deed(one, verb, sentence.span_of(who.left_edge, one.right_edge)) for one in to]
        for by in _means(verb, who):
            told = verb if by.head.dep_ == "agent" else by.left_edge
            yield [Deed(by, verb, sentence.span_of(told, by))]


def sharing(verb: Token) -> list[Token]:
    """The verb and those joined to it that have its subject."""
    joined = [
        child for child in verb.rights if child.dep_ == "conj" and child.pos_ == "VERB" and own_subject(child) is None
    ]
    return [verb, *(one for child in joined for one in sharing(child))]


def is_we(who: Token) -> bool:
    """Whether the doer is "we", or all or each of us, or everyone in our office."""
    if who.lower_ in _EVERYBODY:
        of = (child for child in who.children if child.dep_ == "prep" and child.lower_ in _WITHIN)
        return any(is_we(token) or is_collective(token) for prep in of for token in prep.children)
    return who.lower_ == "we" or (who.lower_ == "us" and who.dep_ == "pobj")


def is_collective(who: Token) -> bool:
    """Whether the doer is "we" or "ours": our team, our unit's work."""
    owners = (owner for owner in who.children if owner.dep_ == "poss")
    return is_we(who) or any(token.lower_ in _OWNERS for owner in owners for token in (owner, *owner.children))


def is_pluperfect(verb: Token) -> bool:
    """Whether the verb tells what had been done before."""
    return any(child.tag_ == "VBD" and child.lemma_ == "have" for child in auxiliaries(verb))


def is_bounded(verb: Token) -> bool:
    """Whether the clause says how long it took or by when it was done, as only of something finished: in nine days, by June."""
    return any(_is_bound(child) for child in verb.children if child.dep_ in ("prep", "advcl"))


def is_pastime(verb: Token) -> bool:
    """Whether the clause tells how long something went on, and not what came of it: we rode for three days."""
    lasting = any(
        child.dep_ == "prep" and child.lower_ == "for" and any(c.lemma_.lower() in MEASURES for c in child.children)
        for child in verb.children
    )
    return lasting and not any(child.dep_ in ("dobj", "xcomp") for child in verb.children)


def is_habit(verb: Token) -> bool:
    """Whether the clause tells what was done again and again: a day, every year, always."""
    for token in clause(verb):
        word = token.lower_
        if word in _ALWAYS and token.head == verb:
            return True
        rated = word in _RATES or (word in ("a", "an") and token.head.dep_ == "npadvmod")
        if rated and token.head.lemma_.lower() in MEASURES:
            return True
    return False


def _is_bound(prep: Token) -> bool:
    word = prep.lower_
    for noun in prep.children:
        if noun.dep_ != "pobj":
            continue
        counted = noun.lemma_.lower() in MEASURES and any(
            child.dep_ in ("nummod", "amod", "compound") or child.lower_ in ("a", "an", "the")
            for child in noun.children
        )
        if word == "within" and counted:
            return True
        if (
            word == "in"
            and counted
            and any(c.dep_ == "nummod" or c.lower_ in ("a", "an", "under") for c in noun.children)
        ):
            return True
        if word == "by" and (noun.pos_ in ("PROPN", "NUM") or counted or noun.lower_ in ("then", "now")):
            return True
    return False


def is_award(verb: Token, who: Token) -> bool:
    """Whether the clause says to whom the credit goes: the success belongs to all of us."""
    return who.lemma_.lower() in _CREDIT and verb.lemma_ in _GOING


def _mistaken_subject(verb: Token) -> Token | None:
    """The name before a verb without subject, which the parser took for an adverb: USAID took the lead."""
    before = [child for child in verb.lefts if child.dep_ not in ("punct", "advmod", "cc") or child.pos_ == "PROPN"]
    if verb.dep_ == "ROOT" and verb.tag_ == "VBD" and len(before) == 1 and before[0].tag_ == "NNP":
        return before[0] if before[0].dep_ in ("advmod", "npadvmod", "dep", "nmod") else None
    return None


def _is_told(verb: Token) -> bool:
    """Whether the clause is the writer's own statement, and not what somebody is said to think or do."""
    marks = [c.lower_ for c in verb.lefts if c.dep_ == "mark" or (c.lower_ == "as" and c.dep_ != "prep")]
    if marks:
        return _is_boast(verb) or (verb.dep_ == "advcl" and marks[0] in _AFTER)
    asked = (verb.left_edge, *(child for child in verb.lefts))
    if verb.dep_ == "ccomp" and any(token.tag_ in _ASKING for token in asked):
        return False  # it showed what we had said; we got what we asked for
    if verb.dep_ == "relcl" and verb.sent.root.pos_ == "ADP":
        return True  # the parser took "together with the engineers we built it" for a phrase
    # What we did next was to drop the fee.
    return verb.dep_ in _INDEPENDENT or (verb.dep_ == "csubj" and verb.head.lemma_ == "be")


def is_cleft(deed: Deed) -> bool:
    """Whether "it was" stands before the doer: it was our crew that found it."""
    return deed.doer.dep_ == "attr" and deed.doer.i < deed.verb.i


def _is_boast(verb: Token) -> bool:
    """Whether the clause is what the writer is proud of: I am pleased to report that we."""
    marks = [child.lower_ for child in verb.lefts if child.dep_ == "mark"]
    if verb.dep_ not in ("ccomp", "acomp") or marks != ["that"]:
        return False
    above = verb.head
    while above.dep_ in ("xcomp", "ccomp") and above.head != above:
        above = above.head
    return above.lower_ in PRIDE


def _cleft(who: Token, verb: Token) -> Token | None:
    """The team of "it was our team that found"."""
    if who.tag_ not in ("WDT", "WP"):
        return None
    be = verb.head.head if verb.dep_ == "relcl" else verb.head
    it = own_subject(be)
    if it is None or it.lower_ != "it" or be.lemma_ != "be":
        return None
    return next((child for child in be.children if child.dep_ == "attr" and child.i < verb.i), None)


def _means(verb: Token, who: Token) -> Iterator[Token]:
    """By whom or what it was done: delivered by our team; through our efforts, 340 families were housed; thanks to our work."""
    for by in verb.children:
        cause = any(token.lower_ in _CAUSES for token in (by, *by.children))
        before = by.i < who.i or who.lower_ == "it" or by.lower_ not in _WAYS  # it was through our efforts that
        if by.dep_ == "agent" or (cause and before and by.dep_ in ("prep", "npadvmod", "advmod", "amod")):
            yield from (token for token in by.subtree if token.dep_ == "pobj" and subject(verb) is not token)
