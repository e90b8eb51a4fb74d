"""How a passive whose agent stands in a by-phrase would begin in the active: the board approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ecqlint.checks._english.voice import Passive
from ecqlint.checks.passive.states import UNTIL

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_AGENT = 7  # words; a longer one is no easier to read in front
PAST_BE = frozenset(("was", "were"))
PRESENT_BE = frozenset(("is", "are"))
# What is paid or licensed by the seat is not done by it.
MEASURES = frozenset("seat hour pound ton dozen foot yard acre page piece case mile word load visit letter law".split())
PRONOUNS = {"me": "I", "him": "he", "her": "she", "it": "it", "us": "we", "them": "they", "you": "you"}
PLURAL = frozenset(("I", "you", "we", "they"))
# Verbs whose past is not their participle; participles in -t and -d, these apart, are the past too.
PASTS = dict(
    pair.split()
    for pair in (
        "beaten beat,bitten bit,blown blew,broken broke,chosen chose,done did,drawn drew,driven drove,eaten ate,"
        "forbidden forbade,foreseen foresaw,forgotten forgot,frozen froze,given gave,grown grew,hidden hid,known knew,"
        "made made,overseen oversaw,overtaken overtook,overthrown overthrew,ridden rode,run ran,rewritten rewrote,"
        "sung sang,seen saw,shaken shook,spoken spoke,stolen stole,sworn swore,taken took,torn tore,thrown threw,"
        "undertaken undertook,withdrawn withdrew,won won,woven wove,written wrote"
    ).split(",")
)


def active(passive: Passive) -> str | None:
    """The agent and the active verb of a simple passive; None where either is not plain from the sentence."""
    participle, auxiliary = passive.participle, passive.auxiliary
    by = next((child for child in participle.rights if child.dep_ == "agent"), None)
    simple = passive.first == auxiliary and passive.last == participle and auxiliary.lower_ in PAST_BE | PRESENT_BE
    if not simple or by is None or by.i != participle.i + 1:
        return None
    agent = _agent(by)
    if agent is None:
        return None
    words, plural = agent
    verb = _past(participle.lower_) if auxiliary.lower_ in PAST_BE else _present(participle.lemma_.lower(), plural)
    return f"{words} {verb}" if verb else None


def _agent(by: Token) -> tuple[str, bool] | None:
    """Who acted, as a subject, and whether a verb beside it is plural."""
    heads = list(by.rights)
    if len(heads) != 1:
        return None
    head = heads[0]
    if head.tag_ == "PRP" and head.lower_ in PRONOUNS and not any(head.children):
        subject = PRONOUNS[head.lower_]
        return subject, subject in PLURAL
    if head.tag_ not in ("NN", "NNS", "NNP", "NNPS") or head.lower_ in UNTIL | MEASURES:
        return None
    # A bare singular is a means: by hand, by mail.
    if head.tag_ == "NN" and not any(child.dep_ in ("det", "poss") for child in head.lefts):
        return None
    words = list(head.subtree)
    if len(words) > LONGEST_AGENT or any(map(_hinders, words)):
        return None
    plural = head.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in head.rights)
    return head.doc[words[0].i : words[-1].i + 1].text, plural


def _hinders(word: Token) -> bool:
    """Whether a word makes a measure of an agent (by a third), or a clause that does not turn round easily."""
    clause = word.pos_ in ("VERB", "AUX", "PRON") and word.dep_ != "poss"
    return clause or word.like_num or word.is_punct


def _past(participle: str) -> str | None:
    return PASTS.get(participle) or (participle if participle.endswith(("d", "t")) else None)


def _present(lemma: str, plural: bool) -> str:
    if plural:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{lemma}es"
    return f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else f"{lemma}s"
