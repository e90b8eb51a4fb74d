"""Slights: a virtue denied, golf before work, a simile, a gift for losing paper, and what else is said to belittle a manager or a peer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import inflected, is_word_of
from ecqlint.checks.disparaging.contempt import Predicate, Words, is_faulted

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEING = frozenset("be seem prove become remain look appear sound".split())
_HARDLY = frozenset("hardly scarcely barely rarely seldom never".split())
_WITHOUT = re.compile(r"\bwithout (?:so much as|even|ever|once|bothering|troubling|actually)\b")
_NOT_ONE = re.compile(
    r"\b(?:never once|not once|not (?:a single|one)|not even|n[’']t even|not so much as|never so much as)\b"
)
_LIKE = frozenset(("like", "as"))
_RATHER = frozenset(
    "more better than rather instead while over only fond too busy between to for mostly mainly at".split()
)
_GIFTS = frozenset("gift talent genius knack flair habit tendency way history art".split())
_DEIGNING = frozenset("deign condescend contrive".split())
_WHY = re.compile(
    r"\b(?:because|since|for (?:lack|want)|under (?:the|that) (?:law|statute|freeze)|and neither|until)\b"
)
_HAVING = frozenset("have show bring display take possess exhibit demonstrate own bear muster betray".split())


def slights(said: Predicate, words: Words) -> bool:
    """Whether the predicate belittles its subject, somebody above, before or beside the writer."""
    return (
        _is_no_saint(said, words)
        or _goes_without(said, words)
        or _plays(said, words)
        or is_likened(said.tokens, words)
        or _confuses(said)
        or _makes_ill(said, words)
        or _has_a_knack(said, words)
        or _is_careless(said, words)
        or _never_did(said, words)
    )


def _is_no_saint(said: Predicate, words: Words) -> bool:
    """Was never punctual, was far from diligent: what anybody would want to be."""
    if said.verb.lemma_ in _BEING and (said.denied or any(c.lower_ in _HARDLY for c in said.verb.children)):
        for child in said.verb.rights:
            meant = child.dep_ in ("acomp", "oprd") and not any(
                g.dep_ in ("prep", "xcomp", "ccomp") for g in child.children
            )
            if meant and any(one.lower_ in words.virtues for one in (child, *child.conjuncts)):
                return True
    return words.phrases["denying"].are_in(said.text)


def _goes_without(said: Predicate, words: Words) -> bool:
    """Possessed no notion of a deadline, acted without courage."""
    for token in said.tokens:
        if token.lower_ == "without" and any(
            c.dep_ == "pobj" and is_word_of(c, words.qualities) for c in token.children
        ):
            return True
        bare = token.dep_ in ("dobj", "attr", "conj") and is_word_of(token, words.qualities)
        if (
            bare
            and token.head.lemma_ in _HAVING
            and any(c.lower_ in ("no", "little", "scant", "zero") for c in token.lefts)
        ):
            return True
    return False


def _plays(said: Predicate, words: Words) -> bool:
    """Liked his golf better than his invoices; spent the flood at the casino."""
    if said.denied or said.verb.lemma_ not in words.liking:
        return False
    first = next(
        (t for t in said.tokens if t.pos_ in ("NOUN", "PROPN", "VERB") and is_word_of(t, words.pastimes)), None
    )
    return first is not None and any(token.lower_ in _RATHER for token in said.tokens)


def is_likened(tokens: tuple[Token, ...], words: Words) -> bool:
    """Kept promises as a sieve keeps water; ran it like a country club."""
    for token in tokens:
        if token.lower_ in _LIKE and token.pos_ in ("ADP", "SCONJ") and token.i + 1 < token.sent.end:
            for other in token.doc[token.i + 1 : min(token.i + 6, token.sent.end)]:
                if other.pos_ in ("NOUN", "PROPN"):
                    bare = token.lower_ == "as" and token.head.lemma_ in (
                        "serve",
                        "act",
                        "work",
                        "know",
                        "start",
                        "begin",
                    )
                    if not bare and is_word_of(other, words.likened | words.nouns):
                        return True
                    if other.nbor(1).pos_ not in ("NOUN", "PROPN"):
                        break
    return False


def _confuses(said: Predicate) -> bool:
    """Confused shouting with management."""
    if said.denied or said.verb.lemma_ not in ("confuse", "mistake", "equate", "conflate"):
        return False
    return any(child.lower_ in ("with", "for") for child in (*said.verb.children, *said.tokens))


def _makes_ill(said: Predicate, words: Words) -> bool:
    """Ran a slovenly shop, gave incoherent orders, showed contempt."""
    if said.denied or said.verb.lemma_ not in words.making or any(c.dep_ == "auxpass" for c in said.verb.children):
        return False
    for child in said.verb.children:
        if child.dep_ in ("dobj", "prep", "ccomp", "oprd"):
            inner = [child, *child.conjuncts] if child.dep_ != "prep" else list(child.children)
            for one in inner:
                if any(c.dep_ == "amod" and is_faulted(c, words) for c in one.children):
                    return True
                if child.dep_ == "dobj" and one.lemma_ in ("contempt", "disdain", "scorn"):
                    return True
    return False


def _has_a_knack(said: Predicate, words: Words) -> bool:
    """Had a gift for losing paper; managed to alienate both unions; deigned to answer."""
    ill = words.doing_ill | inflected(words.harming)
    if said.verb.lemma_ in _DEIGNING:
        return True
    if said.verb.lemma_ in ("manage", "succeed", "see", "choose") and not said.denied:
        only = said.verb.lemma_ == "see" and "fit" in said.text
        done = [t for t in said.tokens if t.head == said.verb and t.dep_ == "xcomp"]
        done += [t for c in said.verb.children if c.lower_ in ("in", "only") for t in c.children]
        if only or any(t.lower_ in ill for t in done):
            return True
    gifts = [token for token in said.tokens if token.lemma_ in _GIFTS]
    return any(t.pos_ == "VERB" and t.lower_ in ill for gift in gifts for t in gift.subtree)


def _is_careless(said: Predicate, words: Words) -> bool:
    """Signed it without reading it; had not once opened the file."""
    if _WITHOUT.search(said.text):
        return True
    for token in said.tokens:
        if token.lower_ == "without" and any(c.dep_ == "pcomp" and c.lemma_ in words.checking for c in token.children):
            return True
    lemma = said.verb.lemma_
    return bool(_NOT_ONE.search(said.text)) and (lemma in words.engaging or lemma in words.duties)


def _never_did(said: Predicate, words: Words) -> bool:
    """Had never asked the night crew; had counted nothing."""
    verb = said.verb
    if any(c.dep_ == "auxpass" for c in verb.children) or verb.lemma_ in _BEING or _WHY.search(said.text):
        return False
    never = any(c.lower_ == "never" for c in verb.children) and verb.tag_ in ("VBD", "VBN")
    nothing = not said.denied and any(
        c.dep_ == "dobj" and c.lower_ in ("nothing", "nobody", "none") for c in verb.children
    )
    return (never and verb.lemma_ not in words.never_blamed) or (nothing and verb.lemma_ not in words.nothing_blamed)
