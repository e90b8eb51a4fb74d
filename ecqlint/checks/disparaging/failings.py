"""What a manager or a peer failed to do or to be, as grammar: neglected, never asked, lacked the nerve, left a mess, let it rot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import inflected, is_word_of
from ecqlint.checks.disparaging.contempt import Predicate, Words, is_wreck

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATION = re.compile(r"\b(?:no|not|n[’']t|never|nothing|nobody|neither|nor)\b")
_SELDOM = frozenset("never rarely seldom hardly scarcely barely".split())
# With these the denial is a report of an hour: my boss did not at first understand.
_FOR_NOW = re.compile(
    r"\b(?:yet|at first|at once|initially|until|fully|entirely|why|because|then|that (?:day|week|night|morning))\b"
)
# Why somebody could not have done it: then it is a fact.
_REASON = re.compile(
    r"\b(?:because|since|until|under|in time|by|during|for|before|after|without|with (?:\w+ ){0,2}\d+)\b"
)
_FORESEEING = frozenset("know foresee predict see anticipate expect guess imagine prevent avoid".split())
_IN_A_LIFETIME = re.compile(
    r"\bin (?:his|her|their) (?:whole |entire )?(?:life|lives|careers?)\b|\bin (?:(?:many )?years|a decade|ages)\b"
)
_TREATING = frozenset("run treat manage lead govern rule regard consider behave act view see use operate".split())
_MEANS = frozenset(("like", "as", "by", "through", "with"))
_BOARDS = frozenset("board panel committee commission council bench jury court group force team".split())
_LEAVING = frozenset("leave make create produce bequeath cause wreak sow breed foster spread hand".split())
_LETTING = frozenset("let allow watch permit leave".split())
_BADLY = frozenset("poorly badly wrongly unfairly harshly shabbily poorly".split())
_GOVERNING = frozenset(
    "run manage lead handle treat plan supervise communicate serve govern administer conceive perform".split()
)
# Managers hide and ignore things; ducts are hidden, and a rule is forgotten, by anybody.
_CAUSES = frozenset(("of", "through", "from", "by", "due"))
_LEADING = frozenset(("plan", "act", "lead", "decide", "manage", "delegate"))
_TRYING = frozenset(("try", "attempt", "seek", "fight", "apply"))


def fails(said: Predicate, words: Words) -> bool:
    """Whether the predicate blames a manager, a predecessor or a peer."""
    return (
        _is_at_fault(said, words)
        or _neglects(said, words)
        or _holds_back(said, words)
        or _lets_go(said, words)
        or _does_ill(said, words)
    )


def _is_at_fault(said: Predicate, words: Words) -> bool:
    """Ignored three reports, hid the overruns, alienated the union."""
    verb = said.verb
    if said.denied or any(child.dep_ == "auxpass" for child in verb.children):
        return False
    slighted = [child for child in verb.children if child.dep_ == "dobj" and is_word_of(child, words.matters)]
    return (verb.lower_ in words.doing_ill and verb.lower_ in inflected(words.faults)) or (
        bool(slighted) and verb.lower_ in inflected(words.slighting)
    )


def _neglects(said: Predicate, words: Words) -> bool:
    """Failed to file a report, neglected to tell us: not tried and failed, not failed to win the vote."""
    if said.denied or said.verb.lower_ not in inflected(words.neglecting):
        return False
    tried = said.verb.dep_ == "conj" and said.verb.head.lemma_ in _TRYING
    done = [child for child in said.verb.children if child.dep_ == "xcomp"]
    return not tried and any(child.lemma_ not in words.reaching for child in done)


def _holds_back(said: Predicate, words: Words) -> bool:
    """Refused to listen, never asked, rarely came, did not care, could not decide."""
    verb = said.verb
    modifiers = {child.lower_ for child in verb.children}
    if verb.lemma_ == "refuse" and not said.denied:
        return any(child.dep_ == "xcomp" and child.lemma_ in words.engaging for child in verb.children)
    if any(child.dep_ == "dobj" and child.pos_ == "PROPN" for child in verb.children):
        return False  # did not understand Spanish
    if verb.lemma_ == "leave" and not any(child.dep_ == "poss" for o in verb.children for child in o.children):
        return False  # seldom left the bridge in a storm
    if verb.lemma_ not in words.engaging or _FOR_NOW.search(said.text):
        return False
    if modifiers & _SELDOM and not modifiers & {"again", "could", "have"}:
        return True
    if said.denied and modifiers & {"could", "can"} and "have" not in modifiers:
        return verb.lemma_ in words.minding | {
            "decide",
            "cope",
            "handle",
            "manage",
            "organize",
            "control",
            "compromise",
        } and not _REASON.search(said.text)
    return said.denied and verb.lemma_ in words.minding


def _lets_go(said: Predicate, words: Words) -> bool:
    """Left a mess, made a hash of it, let the roof rot."""
    verb = said.verb
    if said.denied:
        return False
    if verb.lemma_ in _LEAVING and any(
        child.dep_ in ("dobj", "oprd", "attr", "ccomp") and is_wreck(child, words) for child in verb.children
    ):
        return True
    return verb.lemma_ in _LETTING and any(
        child.dep_ in ("ccomp", "xcomp") and is_word_of(child, words.decaying) for child in verb.children
    )


def _does_ill(said: Predicate, words: Words) -> bool:
    """Managed it badly."""
    manner = any(child.dep_ == "advmod" and child.lower_ in _BADLY for child in said.verb.children)
    return manner and said.verb.lemma_ in _GOVERNING


def lacks(said: Predicate, words: Words) -> bool:
    """Lacked the spine, had no judgment, did not have the nerve, had the backbone of a jellyfish."""
    verb = said.verb
    for child in verb.children:
        named = [child, *child.conjuncts]
        if (
            child.dep_ in ("dobj", "ccomp")
            and child.pos_ == "NOUN"
            and any(is_word_of(token, words.qualities) for token in named)
        ):
            none = said.denied or any(c.lower_ in ("no", "little", "zero") for c in child.children)
            of = [inner for prep in child.children if prep.lower_ == "of" for inner in prep.children]
            likened = verb.lemma_ == "have" and any(inner.left_edge.lower_ in ("a", "an") for inner in of)
            if (
                likened
                or verb.lemma_ == "lack"
                or (none and verb.lemma_ in ("have", "show", "bring", "display", "take"))
            ):
                return True
    return False


def is_said_of(said: Predicate, words: Words) -> bool:
    """A set phrase of blame, not denied; or the denial of what goes without saying."""
    if any(not said.denied or _NEGATION.search(found[0]) for found in words.phrases["idioms"].find(said.text)):
        return True
    return bool((said.denied or _NEGATION.search(said.text)) and words.phrases["wanting"].are_in(said.text))


def mocks(said: Predicate, words: Words) -> bool:
    """Could not have balanced a checkbook, could not add without moving his lips, could barely spell."""
    modifiers = {child.lower_ for child in said.verb.children}
    apart = said.verb.lemma_ in ("tell", "know", "distinguish") and re.search(r"\b(?:an?|the) [\w ]+ from\b", said.text)
    if apart and said.denied:
        return True
    if not modifiers & {"could", "can"}:
        return False
    if modifiers & {"barely", "scarcely", "hardly"}:
        return said.verb.lower_ in words.duties
    if not said.denied:
        return False
    if words.phrases["trifles"].are_in(said.text):
        return True
    anything = any(c.dep_ == "dobj" and c.left_edge.lower_ in ("a", "an") for c in said.verb.children)
    never_could = "have" in modifiers and said.verb.lemma_ not in _FORESEEING and not _REASON.search(said.text)
    return anything and never_could


def never_does(said: Predicate, near: int, words: Words) -> bool:
    """Had never met a deadline in their lives, had not finished a task in years, never answered a letter."""
    if not said.denied or said.verb.lower_ not in inflected(words.duties):
        return False
    never = any(child.lower_ == "never" for child in said.verb.children)
    any_at_all = any(c.dep_ == "dobj" and c.left_edge.lower_ in ("a", "an") for c in said.verb.children)
    return bool(_IN_A_LIFETIME.search(said.text)) or (near == 2 and never and any_at_all)


def treats_badly(said: Predicate, near: int, words: Words) -> bool:
    """Ran the place like a prison, sat on the report for years, trusted nobody, failed out of sheer laziness."""
    lemma = said.verb.lemma_.lower()
    means = [
        t for prep in said.tokens if prep.dep_ in ("prep", "agent") and prep.lower_ in _MEANS for t in prep.subtree
    ]
    if lemma in _TREATING and any(is_word_of(token, words.likened | words.nouns | words.vices) for token in means):
        return True
    if lemma == "sit" and near == 2 and re.search(r"\b(?:sat|sitting|sit) on\b.*\bfor\b", said.text):
        return not any(token.lemma_.lower() in _BOARDS for token in said.tokens)
    if lemma in words.trusting and not said.denied:
        return any(token.lower_ in ("nobody", "none") for token in said.tokens if token.dep_ == "dobj")
    reasons = [t for t in said.tokens if t.dep_ in ("pobj", "conj") and is_word_of(t, words.vices)]
    reasons += [t for t in said.tokens if t.lemma_ == "inability" and _is_own_fault(t, words)]
    return any(any(a.lower_ in _CAUSES for a in reason.ancestors) for reason in reasons)


def _is_own_fault(inability: Token, words: Words) -> bool:
    """Their inability to make decisions: not to fill the post."""
    unable = [t for t in inability.children if t.tag_ == "VB"]
    return any(t.lemma_ in words.engaging | words.duties | _LEADING and t.lemma_ not in words.reaching for t in unable)
