"""The grammar of outcomes: what improved or became, was praised or copied, was gained, or has lasted since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import auxiliaries, clause, is_writer, subject, tense, verbs
from ecqlint.checks._stories import MAIN_CLAUSES
from ecqlint.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LASTING = frozenset(("since", "still", "now", "again", "longer"))
_BEGINNING = frozenset(("begin", "start", "continue"))
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
    "later earlier longer older worse poorer harder lower larger bigger smaller deeper darker colder hotter".split()
)
_STAYING = frozenset(("remain", "endure", "persist"))
_RUNNING = frozenset(("go", "run", "perform", "proceed", "work"))
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
    return any(_is_fact(verb) and _came_of_it(verb, words, moved=moved, ended=ended) for verb in verbs(sentence))


def _is_fact(verb: Token) -> bool:
    """Whether the clause tells of a certain thing, and not of the writer or what "he" did."""
    who = subject(verb)
    if verb.dep_ not in MAIN_CLAUSES or who is None or is_writer(who) or who.lower_ in ("he", "she"):
        return False
    if who.lower_ == "it" and tense(verb) != "perfect" and verb.lemma_ not in _STAYING:
        return False
    when = tense(verb)
    generic = when == "present" and any(child.lower_ in ("a", "an") for child in who.children)
    return when in ("past", "perfect", "present") and not generic


def _came_of_it(verb: Token, words: Outcomes, *, moved: bool, ended: bool) -> bool:
    if any(child.dep_ == "auxpass" for child in auxiliaries(verb)):
        return _is_taken_up(verb, words) or _is_obtained(verb, words) or _lasts(verb)
    if verb.lemma_ in words.obtaining and _objects(verb) & words.gains:
        return True
    if verb.lemma_ in _RUNNING and any(child.lower_ in _WELL for child in verb.rights):
        return True
    begun = next((c for c in verb.rights if c.dep_ == "xcomp"), verb) if verb.lemma_ in _BEGINNING else verb
    if begun.lemma_ in words.improving or (_moves(begun, words) and (moved or (ended and _is_tallied(begun, words)))):
        return True
    return _praises(verb, words) or _lasts(verb) or _is_better(verb, words) or _causes(verb, words)


def _moves(verb: Token, words: Outcomes) -> bool:
    """Grew, went down, came back: but not went to Reno, had grown."""
    pluperfect = any(child.lower_ == "had" for child in auxiliaries(verb))
    if verb.lemma_ not in words.moving or pluperfect or any(child.dep_ == "dobj" for child in verb.children):
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


def _objects(verb: Token) -> set[str]:
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
    if tense(verb) == "present":
        return False
    return verb.lemma_ in words.approving or (
        verb.lemma_ in words.receiving | words.expressing and bool(_objects(verb) & words.praise)
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
