"""The grammar of outcomes: what improved or became, was praised or copied, was gained, or has lasted since."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import auxiliaries, clause, is_writer, own_subject, subject, tense, verbs
from ecqlint.checks._english.people import is_person
from ecqlint.checks._stories import MAIN_CLAUSES
from ecqlint.checks.unquantified_result.courses import is_untroubled, turns
from ecqlint.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTING = frozenset(("since", "still", "now", "again", "longer"))
_BEGINNING = frozenset(("begin", "start", "continue"))
_WHEREVER = frozenset("in into on under within between behind".split())
_UP_AND_DOWN = frozenset("back down up around together away".split())
_LINKS = frozenset("be become remain feel get grow seem stay end look leave prove".split())
_COMPLEMENTS = frozenset(("acomp", "attr", "oprd", "advmod"))
_LEADING = frozenset(("result", "lead", "contribute", "translate"))
_CAUSING = frozenset(
    """
    allow boost bring build create deliver enable enhance ensure foster generate give help increase leave make open produce
    promote provide put raise reduce save yield
    """.split()
)
_CAUSES = frozenset(("this", "these", "that", "which"))
_EFFORTS = frozenset(
    "action approach change effort initiative program project reform result step strategy work".split()
)
_PERSONAL = frozenset(("my", "his", "her"))
# Comparatives of time and size, and of the worse.
_NOT_BETTER = frozenset(
    "later earlier longer older worse poorer harder lower larger bigger smaller deeper darker colder hotter"
    " louder slower weaker dirtier costlier thinner sicker angrier sadder heavier".split()
)
_STAYING = frozenset(("remain", "endure", "persist", "prevail", "continue"))
_RUNNING = frozenset(("go", "run", "perform", "proceed", "work"))
_BETTER = frozenset("better faster quicker sooner easier".split())
# Called to congratulate us, wrote to thank me.
_VISITING = frozenset("call come go phone stop telephone write".split())
_BODIES = frozenset("community crew family partner school shop team union unit".split())
_REPORTING = frozenset("report say swear tell".split())
_FOLLOWING = re.compile(
    r"As\s+(?:a|the)\s+(?:direct\s+)?(?:result|consequence)\b|The\s+(?:end\s+)?result\s+(?:was|is|has\s+been)\b"
)
_CALLED = frozenset("call consider deem judge term".split())
# Of these so many went on to greater things: an amount that is none.
_VAGUELY = frozenset("many most several some others".split())
_TODAY = frozenset(("today", "now", "still", "widely", "everywhere"))
_WELL = frozenset("admirably beautifully brilliantly flawlessly seamlessly smoothly superbly well".split())


@dataclass(frozen=True)
class Outcomes:
    """Words of outcome: verbs of change for the better and of any change, of approval, of receiving and of expressing `praise`,
    of taking up what another began, of obtaining `gains`; and adjectives of approval."""

    improving: frozenset[str]
    moving: frozenset[str]
    approving: frozenset[str]
    receiving: frozenset[str]
    expressing: frozenset[str]
    praise: frozenset[str]
    adopting: frozenset[str]
    obtaining: frozenset[str]
    gains: frozenset[str]
    good: frozenset[str]


def is_outcome(sentence: Sentence, words: Outcomes, *, moved: bool, ended: bool) -> bool:
    """Whether a main clause tells what came of it; `moved` says that a mere change is enough, `ended` that one of things counted is."""
    if _FOLLOWING.match(sentence.tokens.text) and any(_is_fact(verb) for verb in verbs(sentence)):
        return True
    return any(
        _there_is(verb, words)
        or (_is_fact(verb) and (_is_reported(verb) or _came_of_it(verb, words, moved=moved, ended=ended)))
        for verb in verbs(sentence)
    )


def _there_is(verb: Token, words: Outcomes) -> bool:
    """There have been other savings as well."""
    there = any(child.dep_ == "expl" for child in verb.children)
    return (
        there and tense(verb) == "perfect" and any(c.lemma_.lower() in words.gains | words.praise for c in verb.rights)
    )


def _is_reported(verb: Token) -> bool:
    """Tenants say that the buildings are more comfortable."""
    who = subject(verb)
    told = verb.lemma_ in _REPORTING and tense(verb) == "present" and any(c.dep_ == "ccomp" for c in verb.rights)
    return (
        told
        and who is not None
        and who.tag_ == "NNS"
        and (is_person(who) or who.lemma_.lower() in _BODIES or who.lemma_.lower().endswith(("er", "or", "ist")))
    )


def _is_fact(verb: Token) -> bool:
    """Whether the clause tells of a certain thing, and not of the writer or what "he" did."""
    who = subject(verb)
    if verb.dep_ not in MAIN_CLAUSES or who is None or is_writer(who) or who.lower_ in ("he", "she"):
        return False
    if (
        who.lower_ == "it"
        and tense(verb) != "perfect"
        and verb.lemma_ not in (*_STAYING, "become")
        and not _is_in_use(verb)
    ):
        return False
    when = tense(verb)
    maxim = any(t.lower_ in ("any", "a", "an") and t.nbor(-1).lower_ == "than" for t in clause(verb) if t.i > verb.i)
    generic = when == "present" and (maxim or any(child.lower_ in ("a", "an") for child in who.children))
    return when in ("past", "perfect", "present") and not generic


def _came_of_it(verb: Token, words: Outcomes, *, moved: bool, ended: bool) -> bool:
    if any(child.dep_ == "auxpass" for child in auxiliaries(verb)):
        called = verb.lemma_ in _CALLED and any(
            c.dep_ in ("oprd", "attr") and c.lemma_.lower() in words.praise | words.good for c in verb.rights
        )
        bettered = any(c.lower_ in _BETTER and c.dep_ == "advmod" for c in verb.children)
        used = called or bettered or _is_in_use(verb)
        return used or _is_taken_up(verb, words) or _is_obtained(verb, words) or _lasts(verb)
    if verb.lemma_ in words.obtaining | _CAUSING and _is_bettered(verb):
        return True
    if verb.lemma_ in words.obtaining and (objects_of(verb) & words.gains):
        return True
    if verb.lemma_ in _RUNNING and (any(child.lower_ in _WELL for child in verb.rights) or is_untroubled(verb)):
        return True
    if _is_done_better(verb) or _has_come_to(verb, words) or visits(verb, words):
        return True
    begun = next((c for c in verb.rights if c.dep_ == "xcomp"), verb) if verb.lemma_ in _BEGINNING else verb
    if ended and turns(verb):
        return True
    if begun.lemma_ in words.improving or (_moves(begun, words) and (moved or (ended and _is_tallied(begun, words)))):
        return True
    return _praises(verb, words) or _lasts(verb) or _is_better(verb, words) or _causes(verb, words)


def _is_in_use(verb: Token) -> bool:
    """Is widely used today."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return passive and tense(verb) == "present" and any(child.lower_ in _TODAY for child in verb.children)


def _is_done_better(verb: Token) -> bool:
    """Works far better, finishes sooner than it did, speak up more readily."""
    who = subject(verb)
    mine = who is not None and any(child.lower_ in _PERSONAL for child in who.children)
    pluperfect = any(child.lower_ == "had" for child in auxiliaries(verb))
    if verb.lemma_ == "find" and not (mine or pluperfect):
        return any(_is_comparative(word) for word in clause(verb))  # find it simpler to fill in
    adverbs = [child for child in verb.rights if child.dep_ == "advmod"]
    more = any(_is_comparative(word) for adverb in adverbs if tense(verb) == "present" for word in adverb.lefts)
    return not (mine or pluperfect) and (more or any(adverb.lower_ in _BETTER for adverb in adverbs))


def _has_come_to(verb: Token, words: Outcomes) -> bool:
    """Have become cordial; finally had faith; many have gone on to greater things."""
    who = subject(verb)
    if tense(verb) == "perfect":
        changed = verb.lemma_ in ("become", "grow") and any(child.dep_ == "acomp" for child in verb.rights)
        return (
            changed
            or verb.lemma_ in words.adopting
            or (who is not None and (who.lower_ in _VAGUELY or who.left_edge.lower_ in _VAGUELY))
        )
    again = any(child.lower_ in ("finally", "again", "now") for child in verb.children)
    return verb.lemma_ == "have" and again and bool(objects_of(verb) & (words.praise | words.gains))


def visits(verb: Token, words: Outcomes) -> bool:
    """Wrote to thank us for our patience."""
    purposes = [child for child in verb.rights if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB"]
    return verb.lemma_ in _VISITING and any(
        one.lemma_ in words.approving or (one.lemma_ in words.expressing and bool(objects_of(one) & words.praise))
        for one in purposes
    )


def _moves(verb: Token, words: Outcomes) -> bool:
    """Grew, went down, came back: but not went to Reno, had grown, fell in the middle of it."""
    pluperfect = any(child.lower_ == "had" for child in auxiliaries(verb))
    if verb.lemma_ not in words.moving or pluperfect or any(child.dep_ == "dobj" for child in verb.children):
        return False
    if verb.lemma_ == "fall" and any(child.lower_ in _WHEREVER and child.dep_ == "prep" for child in verb.rights):
        return False
    return verb.lemma_ not in ("come", "go") or any(child.lower_ in _UP_AND_DOWN for child in verb.children)


def _is_tallied(verb: Token, words: Outcomes) -> bool:
    """Whether what changed can be counted or is what stories end with: complaints declined, morale rose, prices fell greatly."""
    who = subject(verb)
    counted = who is not None and (who.tag_ == "NNS" or who.lemma_.lower() in words.gains)
    return counted or any(child.tag_ == "RB" and child.lower_.endswith("ly") for child in verb.children)


def _is_taken_up(verb: Token, words: Outcomes) -> bool:
    """Has since been adopted, was copied by, was well received, was viewed as a success."""
    if verb.lemma_ in words.adopting | words.approving or any(child.lower_ == "well" for child in verb.children):
        return True
    return any(
        c.lower_ == "as" and any(w.lemma_ in words.praise | words.good or w.lower_ == "model" for w in c.subtree)
        for c in verb.children
    )


def _is_obtained(verb: Token, words: Outcomes) -> bool:
    """Savings were realized, trust was built."""
    who = subject(verb)
    nouns = {word.lemma_.lower() for word in who.subtree} if who is not None else set()
    return verb.lemma_ in words.obtaining and bool(nouns & words.gains)


def _is_bettered(verb: Token) -> bool:
    """Achieved far better coordination."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    return any(child.dep_ == "amod" and _is_comparative(child) for thing in things for child in thing.children)


def objects_of(verb: Token) -> set[str]:
    """The nouns of what is done, with what they are of: a lot of positive feedback."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return {
        word.lemma_.lower()
        for noun in objects
        for word in noun.subtree
        if word == noun or word.dep_ in ("pobj", "conj")
    }


def _praises(verb: Token, words: Outcomes) -> bool:
    """Praised the program, expressed their gratitude, received high praise."""
    if tense(verb) == "present" or any(child.dep_ == "conj" and is_writer(own_subject(child)) for child in verb.rights):
        return False  # the inspector praised the old design, and I let him
    return verb.lemma_ in words.approving or (
        verb.lemma_ in words.receiving | words.expressing and bool(objects_of(verb) & words.praise)
    )


def _lasts(verb: Token) -> bool:
    """Have kept it up ever since; the shifts trust each other now; are on speaking terms again; remains in place."""
    adverbs = {token.lower_ for token in clause(verb) if token.dep_ in ("advmod", "prep", "npadvmod")}
    if tense(verb) == "perfect":
        return "since" in adverbs
    if tense(verb) == "present" and verb.lemma_ in _STAYING:
        return True
    return tense(verb) == "present" and bool(adverbs & _LASTING)


def _is_better(verb: Token, words: Outcomes) -> bool:
    """Became one team, is far happier, got safer, remains excellent, was a success."""
    who = subject(verb)
    if verb.lemma_ not in _LINKS or (who is not None and any(child.lower_ in _PERSONAL for child in who.children)):
        return False
    if any(is_writer(token) for token in clause(verb)):
        return False
    near = [child for child in verb.rights if child.dep_ in _COMPLEMENTS]
    near += [word for child in near for word in child.rights if word.dep_ == "conj"]
    turned = any(child.lower_ in ("up", "down") for child in verb.rights)  # absenteeism is down
    if verb.lemma_ == "be" and turned and _is_tallied(verb, words):
        return True
    if any(word.dep_ == "attr" and (verb.lemma_ == "become" or word.lemma_.lower() in words.praise) for word in near):
        return True
    if any(_is_comparative(word) or (word.lower_ in words.good and not _is_aside(word)) for word in near):
        return True
    inner = [word for child in verb.rights if child.dep_ in (*_COMPLEMENTS, "prep", "prt") for word in child.subtree]
    return any(_is_comparative(word) for word in inner)


def _is_comparative(word: Token) -> bool:
    return word.tag_ in ("JJR", "RBR") and word.lower_ not in _NOT_BETTER


def _is_aside(adjective: Token) -> bool:
    """Whether the adjective only tells a mood: happy to see me, proud of their boats."""
    return any(child.dep_ in ("xcomp", "ccomp") or child.lower_ == "of" for child in adjective.rights)


def _causes(verb: Token, words: Outcomes) -> bool:
    """This led to fewer errors; the change made the work safer; the contract saved a great deal of money."""
    later = [word for word in clause(verb) if word.i > verb.i]
    named = words.gains | words.praise | words.improving
    improved = any(_is_comparative(word) or word.lemma_.lower() in named or word.lower_ == "improved" for word in later)
    if verb.lemma_ in _LEADING:
        return improved and any(child.lower_ in ("to", "in", "into") for child in verb.rights)
    who = subject(verb)
    cause = who is not None and (who.lower_ in _CAUSES or who.lemma_.lower() in _EFFORTS or tense(verb) == "perfect")
    return verb.lemma_ in _CAUSING and improved and cause
