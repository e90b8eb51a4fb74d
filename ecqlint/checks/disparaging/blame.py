"""Whether a clause blames its subject, a colleague: what it calls him or her, and what it says that he or she did."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import inflected, is_word_of, is_writer, own_subject
from ecqlint.checks.disparaging.colleagues import OFFICES, Nearness, is_crew, is_leader, nearness
from ecqlint.checks.disparaging.contempt import Predicate, Words, is_faulted, is_flawed, is_insult, wants
from ecqlint.checks.disparaging.failings import fails, is_said_of, lacks, mocks, never_does, treats_badly
from ecqlint.checks.disparaging.slights import slights

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = frozenset(("be", "seem", "prove", "become", "remain"))
_TURNING = frozenset("grow get turn look appear sound feel".split())
# Too proud to ask is a flaw, too slow for a race a fact.
_FLAWS = frozenset(
    """
    timid weak passive rigid stubborn proud dull afraid scared frightened busy comfortable eager quick cautious nervous ashamed
    interested concerned fond nice soft distracted
    """.split()
)
# Nobody is hardly one of these by accident.
_PRAISED = frozenset("genius einstein scientist leader manager".split())
_APPALLED = frozenset("appalled disgusted horrified ashamed embarrassed dismayed sickened outraged".split())
_GOOD_TURNS = frozenset(
    "teach show help encourage mentor praise promote trust train hire back support coach guide urge lend".split()
)
_AS_A_WARNING = frozenset(("not", "n't", "n’t", "never", "nothing", "little"))
_NOBODY = frozenset(("nobody", "no one", "none", "few", "none of us", "no - one", "hardly anyone"))


def blames(said: Predicate, who: Token, near: Nearness, words: Words) -> bool:
    """Whether the predicate runs down its subject, a person of that nearness."""
    if said.verb.lemma_ in _BEING or (
        said.verb.lemma_ in _TURNING and any(c.dep_ in ("acomp", "oprd") for c in said.verb.children)
    ):
        return _calls_names(said, who, near, words)
    if mocks(said, words) or never_does(said, near, words):
        return True
    named = any(token.dep_ == "amod" and is_faulted(token, words) for token in who.subtree if token.i < who.i)
    anybody = who.left_edge.lower_ in ("a", "an") and not is_endured(who) and not named
    if is_crew(who) or (near < 2 and (not (is_leader(who) or who.lemma_.lower() in OFFICES) or anybody)):
        return False
    verb = said.verb
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if near == 2 and not said.denied and passive and (is_word_of(verb, words.adjectives) or _is_loathed(verb, words)):
        return True
    adverbs = [c for c in verb.children if c.dep_ == "advmod"]
    if near == 2 and not passive and any(_is_adverb_of(adverb, words.flawed) for adverb in adverbs):
        return True
    return (
        (is_word_of(verb, inflected(words.verbs)) and not said.denied and not passive and not _is_none(verb))
        or is_said_of(said, words)
        or lacks(said, words)
        or treats_badly(said, near, words)
        or any(t.tag_ == "NNS" and t.left_edge == t and is_word_of(t, words.epithets) for t in said.tokens)
        or ((near == 2 or is_endured(who)) and (fails(said, words) or slights(said, words)))
    )


def is_blamed_on(verb: Token, words: Words) -> bool:
    """Whether a passive or an object blames somebody beside the subject: mismanaged by my predecessor; nobody trusted my boss."""
    agents = [t for by in verb.children if by.dep_ in ("agent", "prep") and by.lower_ == "by" for t in by.children]
    if any(nearness(agent) == 2 for agent in agents):
        manner = any(is_word_of(c, words.adjectives) or c.lower_ in ("poorly", "badly") for c in verb.children)
        return verb.lower_ in words.failing or manner
    feared = verb.lower_ in inflected(words.loathing) and own_subject(verb) is not None
    return feared and any(child.dep_ == "dobj" and nearness(child) == 2 for child in verb.children)


def is_unloved(verb: Token, words: Words) -> bool:
    """A boss whom nobody trusted; nobody respected my predecessor."""
    who = own_subject(verb) if verb.lemma_ in words.trusting else None
    if who is None or " ".join(token.lower_ for token in who.subtree) not in _NOBODY:
        return False
    if verb.dep_ == "relcl":
        return nearness(verb.head) > 0
    return any(child.dep_ == "dobj" and nearness(child) == 2 for child in verb.children)


def is_endured(person: Token) -> bool:
    """Whether somebody had to bear the person: under a manager who, demoralized by a chief who, after a boss who."""
    prep = person.head if person.dep_ == "pobj" else None
    return prep is not None and (
        prep.lower_ in ("under", "by", "despite")
        or (
            prep.lower_ == "of"
            and prep.head.lemma_ in ("string", "series", "succession", "line", "procession", "parade")
        )
        or (prep.lower_ in ("after", "for") and prep.head.lemma_ in ("clean", "work", "toil", "labor", "follow"))
    )


def is_thanked(person: Token) -> bool:
    """Whether the person did the writer good: my first chief, a gruff captain, taught me to praise in public."""
    verb = person.head
    if person.dep_ != "nsubj" or verb.lemma_ not in _GOOD_TURNS:
        return False
    mine = any(c.dep_ in ("dobj", "dative", "nsubj") and c.lower_ in ("me", "us") for c in verb.subtree)
    return mine and not any(t.lower_ in _AS_A_WARNING for t in verb.subtree if t.i > verb.i)


def is_absolute(verb: Token, who: Token, words: Words) -> bool:
    """The embassy's attaché having bungled the first two attempts."""
    if not any(c.lower_ == "having" and c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    own = is_crew(who) or who.left_edge.lower_ in ("my", "our", "a", "an")
    passive = any(c.dep_ == "neg" or c.lower_ == "been" for c in verb.children)
    return not own and not passive and is_word_of(verb, inflected(words.verbs)) and not _is_none(verb)


def is_at_the_door(verb: Token, words: Words) -> bool:
    """The fiasco was the work of my predecessor; the delay was my boss's fault."""
    for child in verb.children if verb.lemma_ == "be" else ():
        owners = [t for t in child.subtree if t.dep_ in ("poss", "pobj") and nearness(t) == 2]
        if child.dep_ == "attr" and owners:
            blamed = child.lemma_ in ("fault", "doing")
            who = own_subject(verb)
            return blamed or (
                child.lemma_ in ("work", "legacy", "creation", "gift")
                and who is not None
                and is_word_of(who, words.wreckage)
            )
    return False


def _is_none(verb: Token) -> bool:
    """Wasted no time."""
    return any(child.dep_ == "dobj" and child.left_edge.lower_ in ("no", "nothing") for child in verb.children)


def appalls(verb: Token) -> bool:
    """I was appalled by the behavior of my colleagues."""
    if verb.lower_ not in _APPALLED or not is_writer(own_subject(verb)):
        return False
    causes = [c for c in verb.children if c.lower_ in ("by", "at", "with", "of")]
    return any(nearness(token) == 2 for cause in causes for token in cause.subtree)


def _is_loathed(verb: Token, words: Words) -> bool:
    return verb.lower_ in inflected(words.loathing)


def _calls_names(said: Predicate, who: Token, near: Nearness, words: Words) -> bool:
    """Was useless, was a bully, was hardly a genius, was in over his head."""
    verb, close = said.verb, near == 2 or is_leader(who)
    if said.denied or any(child.lower_ in ("hardly", "scarcely") for child in verb.children):
        praised = any(child.dep_ == "attr" and child.lower_ in _PRAISED for child in verb.children)
        return near == 2 and (praised or is_said_of(said, words) or slights(said, words))
    for child in verb.rights:
        if child.dep_ in ("acomp", "attr", "oprd", "advcl", "ccomp"):
            for one in (child, *child.conjuncts):
                flawed = near == 2 and not is_crew(who) and (_is_too_much(one) or is_flawed(one, words))
                if one.pos_ != "NOUN" and (is_faulted(one, words) or flawed):
                    return True
            if child.dep_ == "attr" and (is_insult(child, words) or wants(child, words)):
                return True
    full = "full of" in said.text and any(is_word_of(token, words.epithets) for token in said.tokens)
    return close and (full or is_said_of(said, words) or (near == 2 and slights(said, words)))


def _is_too_much(adjective: Token) -> bool:
    """Too proud to ask."""
    goal = any(child.dep_ in ("xcomp", "advcl") for child in (*adjective.children, *adjective.head.children))
    return goal and adjective.lower_ in _FLAWS and any(child.lower_ == "too" for child in adjective.children)


def _is_adverb_of(adverb: Token, adjectives: frozenset[str]) -> bool:
    """Carelessly, lazily, idly."""
    stem = adverb.lower_.removesuffix("ly")
    forms = {stem, stem + "e", stem + "le", stem + "ic", re.sub("i$", "y", stem)}
    return stem != adverb.lower_ and bool(forms & adjectives)


def has_aside(text: str, words: Words) -> bool:
    """Bless his heart; in his infinite wisdom; to put it kindly."""
    return words.phrases["asides"].are_in(text)
