"""Whose deed counts as credit to the organization: what the verb must be, and whose the doer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, clause, own_subject, tense
from ecqlint.checks._english.people import PEOPLE, STAFF, SUPERIORS, is_person
from ecqlint.checks.organization_credit.doers import (
    PRIDE,
    Deed,
    is_award,
    is_bounded,
    is_cleft,
    is_collective,
    is_habit,
    is_pastime,
    is_pluperfect,
    is_we,
    sharing,
)
from ecqlint.checks.organization_credit.own_organization import Own

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset(("the", "this"))
_DESCRIBING = frozenset(("poss", "prep", "relcl", "acl", "nummod"))
# What was done before the writer acted, and what has come of it.
_FORMERLY = frozenset("already once previously still".split())
_NOWADAYS = frozenset("now today since finally".split())
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no"))
# To be this is to have done something.
_SUCCESSFUL = frozenset(("able", "successful"))
_FOREMOST = frozenset(("first", "only"))
_WHOLE = frozenset(("entire", "whole", "program", "project"))
# Under my direction the branch cut it: whose part the writer had in it stays untold.
_CHARGE = frozenset(
    "charge command direction guidance leadership management oversight stewardship supervision tenure watch".split()
)
# What the parent organization does with that which the writer has made.
_TAKING_OVER = frozenset("accept adopt approve bless copy emulate endorse replicate".split())
# What is achieved without an object: proved able, proved that it can, succeeded in it.
_PROVING = frozenset(("prove", "succeed"))
_MESSAGES = frozenset("email letter memo memorandum note opinion reply report that them this us".split())
_AVERAGES = frozenset(("average", "averaged", "mean", "median"))
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
    making: frozenset[str]


@dataclass(frozen=True)
class Credit:
    """Who may get it, by the rule's words and the narrative."""

    words: Words
    own: Own

    def is_due(self, deed: Deed, *, underway: bool, alone: bool = False) -> bool:
        """Whether the doer is "we", the writer's team or organization, and the verb a deed of theirs.

        `underway`: the writer has begun to act before; `alone`: the paragraph nowhere tells what the writer did.
        """
        who, verb = deed.doer, deed.verb
        if (thing := own_subject(verb)) is not None and is_award(verb, thing) and who is not thing:
            return is_collective(who) or self._is_known(who)
        when = "past" if verb.dep_ == "acl" else tense(verb)
        agent = who.dep_ == "pobj"
        if when in ("past", "perfect") and agent and who.head.dep_ != "agent":
            return is_collective(who) and any(self._is_means(one) for one in (who, *who.conjuncts))
        if when not in ("past", "perfect", "present") or self._is_loss(verb):
            return False
        if not agent and not self._is_deed(verb, who, when, underway=underway):
            return False
        if is_cleft(deed) and not _achieves(verb):
            return False  # it was we who had erred
        if is_we(who):
            if is_pastime(verb) or _is_shared_out(who, verb) or (when == "present" and _is_one_of_many(verb)):
                return False
            talked = verb.lemma_ == "talk" and _achieves(verb)  # we talked him out of it
            return (talked or verb.lemma_ not in self.words.encounters) and (verb.lemma_ != "meet" or _achieves(verb))
        if verb.lemma_ in self.words.speech and not (_makes(verb) or (is_bounded(verb) and _achieves(verb))):
            return False
        if any(is_collective(one) and self._is_ours(one, verb) for one in (who, *who.conjuncts)):
            return True
        if is_collective(who):
            return False
        return (
            when != "present"
            and (agent or _achieves(verb))
            and self._is_own(who, verb, agent=agent, alone=alone, underway=underway)
        )

    def _is_deed(self, verb: Token, who: Token, when: str, *, underway: bool) -> bool:
        undergone = verb.lemma_ not in self.words.honors and any(child.dep_ == "auxpass" for child in verb.children)
        state = self._is_state(verb)
        nowadays = any(child.lower_ in _NOWADAYS for child in verb.children)
        nowadays = nowadays or (verb.tag_ == "VBG" and when == "present")  # our staff is preparing a handbook
        begun = underway or nowadays
        if when == "past" and not is_bounded(verb) and verb.tag_ == "VBG":
            return False  # what somebody was doing is the background of a deed
        if when == "past" and (undergone or (state and not (underway and is_bounded(verb) and is_collective(who)))):
            return False
        if when == "present" and is_we(who) and verb.lemma_ == "be" and any(_is_feat(child) for child in verb.children):
            return True
        if when == "present" and not (begun and (nowadays or (_is_improvement(verb) and (is_we(who) or not state)))):
            return False
        usual = verb.lemma_ in self.words.routines
        return not usual or nowadays or (begun and when == "past") or when == "perfect"

    def _is_known(self, who: Token) -> bool:
        """Whether the noun phrase names the writer's own organization."""
        return who.text in self.own.acronyms or self.own.is_named(who)

    def _is_means(self, who: Token) -> bool:
        noun = who.lemma_.lower()
        return noun in self.words.endeavors or noun in self.words.groups or _is_of_the_staff(who)

    def _is_state(self, verb: Token) -> bool:
        if verb.lemma_ == "be" and any(_is_feat(child) for child in verb.children):
            return False
        raised = any(child.dep_ == "prt" for child in verb.children) and _achieves(verb)  # we stood up a desk
        return verb.lemma_ in self.words.states and not raised

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
        if _is_of_the_staff(who):
            return who.dep_ == "pobj" or _achieves(verb)
        return noun in self.words.endeavors and verb.lemma_ not in self.words.states

    def _is_own(self, who: Token, verb: Token, *, agent: bool, alone: bool, underway: bool) -> bool:
        """Whether the sentence, which nowhere names the writer, gives the deed to the writer's team, office or agency."""
        noun = who.lemma_.lower()
        known = self.words.organizations | self.words.groups | self.words.teams
        owner = next((child for child in who.children if child.dep_ == "poss"), None)
        named = owner is not None and self._is_known(owner)
        if noun not in (known | self.words.endeavors if named else known) and who.text not in self.own.acronyms:
            return False
        if verb.lemma_ in _TAKING_OVER or _is_average(verb):
            return False
        charged = [token for token in who.sent if _is_in_charge(token)]
        if any(token.lower_ in FIRST_PERSON and token not in (owner, *charged) for token in who.sent) or any(
            child.lower_ in _FORMERLY for child in verb.children
        ):
            return False
        if owner is not None and owner.lower_ == "my":
            usual = verb.lemma_ in self.words.routines
            ours = noun in self.words.groups | self.words.organizations
            return ours and not (agent or usual or is_pluperfect(verb))
        if named or self._is_known(who):
            return not is_pluperfect(verb)
        definite = any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in who.children)
        if not definite or any(
            (child.dep_ in _DESCRIBING and child != verb) or (child.pos_ == "PROPN" and child.dep_ != "conj")
            for child in who.children
        ):
            return False
        if charged and not agent:
            return noun in known
        if alone and not agent:
            outside = any(child.lower_ in self.words.outsiders for child in who.children)
            usual = self._is_state(verb) or verb.lemma_ in self.words.routines
            return not (outside or usual or is_pluperfect(verb))
        made = underway and not agent and verb.lemma_ in self.words.making and not is_pluperfect(verb)
        if noun in self.words.organizations and not made:
            plain = not any(
                child.dep_ in ("amod", "compound", "nmod") and child.lower_ not in _WHOLE for child in who.children
            )
            before = is_pluperfect(verb) and not is_bounded(verb)
            own = noun in self.own.nouns and plain and not agent and not before
            return own and not _is_one_of_many(verb)
        if noun in self.own.formed and not agent:
            return True
        if made:
            return not any(child.lower_ in self.words.outsiders for child in who.children)
        return noun in self.words.teams and not any(child.lower_ in self.words.outsiders for child in who.children)


def is_plain_deed(deed: Deed) -> bool:
    """Whether somebody brought something about, and neither went on with it nor had done it before."""
    done = all(one.tag_ != "VBG" and tense(one) == "past" and not is_pluperfect(one) for one in sharing(deed.verb))
    return done and deed.doer.dep_ == "nsubj" and _achieves(deed.verb) and not is_habit(deed.verb)


def _makes(verb: Token) -> bool:
    """Whether what is written is a work, and no message: wrote the code, wrote a guide."""
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    return verb.lemma_ == "write" and any(thing.lemma_.lower() not in _MESSAGES for thing in things)


def _is_shared_out(who: Token, verb: Token) -> bool:
    """Whether "we" are parties of whom each has a share: we each got what we asked for."""
    near = [token for token in (*who.children, *verb.lefts) if token.i < verb.i]
    return any(token.lower_ == "each" for token in near)


def _is_average(verb: Token) -> bool:
    """Whether the clause measures how things stood, and no deed: paid an average of two dollars a gallon."""
    return any(token.lower_ in _AVERAGES for child in verb.rights for token in (child, *child.children))


def _is_in_charge(mine: Token) -> bool:
    """Whether "my" tells only under whom it was done: under my direction, during my tenure."""
    held = mine.head
    return mine.dep_ == "poss" and held.lemma_.lower() in _CHARGE and held.head.lower_ in ("under", "during", "with")


def _is_one_of_many(verb: Token) -> bool:
    """Whether the clause is one of several results, each with a subject of its own: a visit cost less, the office drove less."""
    before = [verb.head] if verb.dep_ == "conj" else []
    before += [child for child in verb.lefts if child.dep_ in ("ccomp", "parataxis")]
    return any((doer := own_subject(one)) is not None and doer.lower_ != "it" for one in before)


def _is_of_the_staff(who: Token) -> bool:
    """Whether people called "ours" are those who work with the writer: our engineers, our rangers."""
    noun = who.lemma_.lower()
    plural = who.tag_ in ("NNS", "NNPS")
    return noun in STAFF - _ALLIES or (plural and (noun in SUPERIORS or (noun not in PEOPLE and is_person(who))))


def _is_improvement(verb: Token) -> bool:
    """Whether what "we" do at present is told as an outcome: it is measured or compared, or something to be proud of."""
    words = clause(verb)
    return any(
        token.pos_ == "NUM" or token.tag_ in ("JJR", "RBR") or token.lower_ in PRIDE for token in words
    ) and not any(child.dep_ == "attr" for child in verb.children)


def _is_feat(complement: Token) -> bool:
    """Whether somebody is able, successful, or the first to do something."""
    if complement.dep_ == "acomp":
        return complement.lower_ in _SUCCESSFUL
    return complement.dep_ == "attr" and any(
        token.lower_ in _FOREMOST for token in (complement, *complement.children) if token.dep_ != "det"
    )


def _achieves(verb: Token) -> bool:
    """Whether the verb, or one that shares its subject, is a finished deed with an object."""
    if any(child.dep_ == "auxpass" for child in verb.children) or verb.tag_ == "VBG":
        return False
    return any(
        child.dep_ == "dobj"
        or (one.lemma_ == "be" and _is_feat(child))
        or (one.lemma_ == "get" and child.dep_ == "ccomp")  # we got them to lend
        or (one.lemma_ in _PROVING and child.dep_ in ("ccomp", "acomp", "xcomp", "oprd", "prep"))
        for one in sharing(verb)
        for child in one.children
    )
