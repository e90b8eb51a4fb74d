"""Credit that goes to "we" or to the organization for what the story tells, where the writer's own part should be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import FIRST_PERSON, auxiliaries, is_writer, own_subject, tense, verbs
from ecqlint.checks._own_organization import Own
from ecqlint.checks._people import STAFF
from ecqlint.checks._stories import after_deeds, part_at
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import PartName
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEPENDENT = frozenset(("ROOT", "conj", "parataxis", "ccomp"))
_DEFINITE = frozenset(("the", "this"))
_DESCRIBING = frozenset(("poss", "prep", "relcl", "acl", "nummod"))
_EVERYBODY = frozenset("all both each every everyone none one some many most".split())
# What was done before the writer acted, and what has come of it.
_FORMERLY = frozenset("already once previously still".split())
_NOWADAYS = frozenset("now today since finally".split())
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
_BEFORE_ACTION: frozenset[PartName] = frozenset(("challenge", "context"))
# To be this is to have done something.
_SUCCESSFUL = frozenset(("able", "successful"))
_FOREMOST = frozenset(("first", "only"))
_ALLIES = frozenset("colleague counterpart partner peer subordinate".split())


@dataclass(frozen=True)
class Words:
    """The words of the rule: its options, which say what each is."""

    groups: frozenset[str]
    teams: frozenset[str]
    outsiders: frozenset[str]
    organizations: frozenset[str]
    endeavors: frozenset[str]
    honors: frozenset[str]
    states: frozenset[str]
    routines: frozenset[str]
    losses: frozenset[str]
    speech: frozenset[str]
    encounters: frozenset[str]


@dataclass(frozen=True)
class Deed:
    """A verb, who is said to have done it, and whether the writer has begun to act before."""

    doer: Token
    verb: Token
    span: Span
    underway: bool


def check(
    reading: Reading,
    *,
    groups: frozenset[str],
    teams: frozenset[str],
    outsiders: frozenset[str],
    organizations: frozenset[str],
    endeavors: frozenset[str],
    honors: frozenset[str],
    states: frozenset[str],
    routines: frozenset[str],
    losses: frozenset[str],
    speech: frozenset[str],
    encounters: frozenset[str],
) -> Iterator[Match]:
    """Each clause outside quotations and reported speech whose doer is "we", "our team", or the writer's own organization.

    `groups`, `organizations` and `endeavors` (our efforts) are nouns that "our" makes the writer's own, `teams` those that "the"
    does, unless `outsiders` (auditors) stand before them. A passive of `honors` is credit too; what they are (`states`), suffered
    (`losses`) and said (`speech`) is context, and so is what they always did (`routines`) until the writer has acted; `encounters` are
    of persons who have just been named (we shook hands). The place
    runs from the doer to the verb.
    """
    words = Words(
        groups, teams, outsiders, organizations, endeavors, honors, states, routines, losses, speech, encounters
    )
    credit = Credit(words, Own(reading, organizations))
    after, previous = after_deeds(reading), None
    for index, sentence in enumerate(reading.sentences):
        part = part_at(reading, sentence)
        setting = part is not None and part.name in _BEFORE_ACTION
        for deed in _deeds(sentence, underway=after[index] and not setting):
            begun = deed.underway or (after[index] and _is_collective(deed.doer) and not _is_pluperfect(deed.verb))
            if (setting and not begun) or not credit.is_due(deed) or _names_writer(sentence, deed.doer, previous):
                continue
            if not any(quotation.overlaps(deed.span) for quotation in reading.narrative.quotations):
                yield Match(deed.span)
        previous = sentence


def _deeds(sentence: Sentence, *, underway: bool) -> Iterator[Deed]:
    """Each main clause with its doer: the subject, who "it was" that did it, the agent of a passive, or the means."""
    for verb in verbs(sentence):
        who = own_subject(verb)
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT" and verb.i == verb.head.i + 1:
            # The parser took the verb of "the team interfaced with them" for a participle.
            yield Deed(verb.head, verb, sentence.span_of(verb.head.left_edge, verb), underway)
        if who is None:
            continue
        if (named := _cleft(who, verb)) is not None:
            yield Deed(named, verb, sentence.span_of(named.left_edge, verb), underway)
        if not _is_told(verb):
            continue
        yield Deed(who, verb, sentence.span_of(who.left_edge, verb), underway)
        for by in verb.children:
            # Delivered by our team; through our efforts, 340 families were housed.
            if by.dep_ == "agent" or (by.dep_ == "prep" and by.i < who.i):
                for agent in (token for token in by.subtree if token.dep_ == "pobj"):
                    yield Deed(agent, verb, sentence.span_of(verb, agent), underway)


def _is_told(verb: Token) -> bool:
    """Whether the clause is the writer's own statement, and not what somebody is said to think or do."""
    return verb.dep_ in _INDEPENDENT and not any(
        child.dep_ == "mark" or (child.lower_ == "as" and child.dep_ != "prep") for child in verb.lefts
    )


def _cleft(who: Token, verb: Token) -> Token | None:
    """The team of "it was our team that found"."""
    if who.tag_ not in ("WDT", "WP"):
        return None
    be = verb.head.head if verb.dep_ == "relcl" else verb.head
    it = own_subject(be)
    if it is None or it.lower_ != "it" or be.lemma_ != "be":
        return None
    return next((child for child in be.children if child.dep_ == "attr" and child.i < verb.i), None)


@dataclass(frozen=True)
class Credit:
    """Who may get it, by the rule's words and the narrative."""

    words: Words
    own: Own

    def is_due(self, deed: Deed) -> bool:
        """Whether the doer is "we", the writer's team or organization, and the verb a deed of theirs."""
        who, verb = deed.doer, deed.verb
        when = "past" if verb.dep_ == "acl" else tense(verb)
        if when not in ("past", "perfect", "present") or self._is_loss(verb):
            return False
        agent = who.dep_ == "pobj"
        if agent and who.head.dep_ != "agent":
            return _is_collective(who) and who.lemma_.lower() in self.words.endeavors and not self._is_state(verb)
        undergone = verb.lemma_ not in self.words.honors and any(child.dep_ == "auxpass" for child in verb.children)
        nowadays = any(child.lower_ in _NOWADAYS for child in verb.children)
        begun = deed.underway or nowadays
        if not agent and (
            (when == "past" and (undergone or self._is_state(verb)))
            or (when == "present" and not begun)
            or (when == "present" and self._is_state(verb) and not (nowadays or _is_we(who)))
            or (
                verb.lemma_ in self.words.routines and not (nowadays or (begun and when == "past") or when == "perfect")
            )
        ):
            return False
        if _is_we(who):
            return verb.lemma_ not in self.words.encounters
        if verb.lemma_ in self.words.speech:
            return False
        if _is_collective(who):
            return self._is_ours(who, verb)
        return when != "present" and (agent or _achieves(verb)) and self._is_own(who, verb, agent=agent)

    def _is_state(self, verb: Token) -> bool:
        if verb.lemma_ == "be" and any(_is_feat(child) for child in verb.children):
            return False
        return verb.lemma_ in self.words.states

    def _is_loss(self, verb: Token) -> bool:
        negated = any(
            c.lower_ in _NEGATIONS and not any(t.lower_ == "only" for t in c.doc[c.i + 1 : c.i + 2])
            for c in verb.children
        )
        return negated or verb.lemma_ in self.words.losses

    def _is_ours(self, who: Token, verb: Token) -> bool:
        """Whether what is called "our" acts for the writer: our office, our engineers, our efforts."""
        noun = who.lemma_.lower()
        if noun in self.words.groups | self.words.organizations:
            return True
        if noun in STAFF - _ALLIES:
            return who.dep_ == "pobj" or _achieves(verb)
        return noun in self.words.endeavors and verb.lemma_ not in self.words.states

    def _is_own(self, who: Token, verb: Token, *, agent: bool) -> bool:
        """Whether the sentence, which nowhere names the writer, gives the deed to the writer's team, office or agency."""
        if any(token.lower_ in FIRST_PERSON for token in who.sent) or any(
            child.lower_ in _FORMERLY for child in verb.children
        ):
            return False
        noun = who.lemma_.lower()
        if who.text in self.own.acronyms or self.own.is_named(who):
            return not _is_pluperfect(verb)
        definite = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in who.children)
        if not definite or any(
            (child.dep_ in _DESCRIBING and child != verb) or (child.pos_ == "PROPN" and child.dep_ != "conj")
            for child in who.children
        ):
            return False
        if noun in self.words.organizations:
            plain = not any(child.dep_ in ("amod", "compound", "nmod") for child in who.children)
            return noun in self.own.nouns and plain and not agent and not _is_pluperfect(verb)
        return noun in self.words.teams and not any(child.lower_ in self.words.outsiders for child in who.children)


def _is_we(who: Token) -> bool:
    """Whether the subject is "we", or all or each of us."""
    if who.lower_ in _EVERYBODY:
        of = (child for child in who.children if child.dep_ == "prep" and child.lower_ == "of")
        return any(token.lower_ == "us" for prep in of for token in prep.children)
    return who.lower_ in ("we", "us")


def _is_collective(who: Token) -> bool:
    """Whether the doer is "we" or "ours": our team, our unit's work."""
    owners = (owner for owner in who.children if owner.dep_ == "poss")
    return _is_we(who) or any(token.lower_ == "our" for owner in owners for token in (owner, *owner.children))


def _is_feat(complement: Token) -> bool:
    """Whether somebody is able, successful, or the first to do something."""
    if complement.dep_ == "acomp":
        return complement.lower_ in _SUCCESSFUL
    return complement.dep_ == "attr" and any(
        token.lower_ in _FOREMOST for token in (complement, *complement.children) if token.dep_ != "det"
    )


def _is_pluperfect(verb: Token) -> bool:
    return any(child.tag_ == "VBD" and child.lemma_ == "have" for child in auxiliaries(verb))


def _achieves(verb: Token) -> bool:
    """Whether the verb, or one that shares its subject, is a finished deed with an object."""
    if any(child.dep_ == "auxpass" for child in verb.children) or verb.tag_ == "VBG":
        return False
    joined = [verb, *(child for child in verb.rights if child.dep_ == "conj" and own_subject(child) is None)]
    return any(child.dep_ == "dobj" for one in joined for child in one.children)


def _names_writer(sentence: Sentence, who: Token, previous: Sentence | None) -> bool:
    """Whether the sentence names the writer's own act beside, or says who "we" are: Gil and I; we argued over every line."""
    if any(is_writer(token) and token.i < who.i for token in sentence.tokens):
        return True
    if previous is None or previous.block is not sentence.block or who.lower_ != "we":
        return False
    return any(
        is_writer(token) and (token.dep_ == "conj" or (token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "and"))
        for token in previous.tokens
    )
