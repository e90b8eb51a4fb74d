"""The passive voice: a form of be or get, and the participle that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, SUBJECTS
from ecqlint.checks._english.lexicon import base_forms, irregular_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m".split())
GET = frozenset("get gets got gotten getting".split())
HAS_OR_IS = frozenset(("'s", "’s"))
# Where the parser hangs a participle that it did not take for the head of a passive.
PREDICATES = frozenset(("acomp", "attr", "oprd"))
CLAUSES = frozenset(("xcomp", "ccomp", "advcl"))
# What else may stand between be and the participle of such a clause.
BETWEEN = frozenset(("RB", "RBR", "RBS", "RP", "CC", ",", "TO"))
# Words that, opening a clause, turn its subject and verb round: not once was the sequence changed.
NEGATIVE = frozenset("no not nor neither never nowhere rarely seldom hardly scarcely only".split())
# Verbs whose infinitive only takes their colour: is to be signed, has to be towed, used to be printed.
SEMI_MODALS = frozenset(("be", "have", "use", "ought"))
# Participles of verbs without a passive: beside them be is a mistaken have, or they are adjectives.
NEVER_PASSIVE = frozenset("been had got gotten become begun gone come fallen risen arisen".split())
# Verbs whose participle is their plain form, so that the tagger takes it for that or for another word.
UNCHANGED = frozenset(
    "bet beset bid broadcast cast cut forecast hit hurt let misread offset overrun put quit read reread rerun reset run"
    " set shed shut split spread thrust upset".split()
)
PARTICLES = frozenset("aside away apart back down off out together up".split())


@dataclass(frozen=True, slots=True)
class Passive:
    """A verb phrase: its first word, the be or get next to its participle, and the last word of its last participle."""

    first: Token
    auxiliary: Token
    participle: Token
    last: Token


def verb_phrases(tokens: Iterable[Token]) -> Iterator[Passive]:
    """Every be or get with a participle among `tokens`, in order: passives, and the states that look like them."""
    seen: set[int] = set()
    for token in tokens:
        if token.lower_ in BE or token.lower_ in GET:
            participle = _participle(token)
            if participle is not None and participle.i > token.i and participle.i not in seen:
                seen.add(participle.i)
                nearest = [child for child in participle.lefts if child.dep_ in AUXILIARIES and child.i > token.i]
                yield Passive(_first(token, participle), [token, *nearest][-1], participle, _last(participle))


@cache
def is_participle(word: str) -> bool:
    """Whether `word`, in small letters, can be the participle of a verb that the parser's dictionary knows."""
    verbs = base_forms("verb")
    regular = word.endswith("ed") and (word[:-1] in verbs or word[:-2] in verbs)
    return regular or word in UNCHANGED or word in irregular_forms("verb")


def _is_plain(word: str) -> bool:
    """Whether `word` is the plain form of a verb and not its participle too."""
    return word in base_forms("verb") and not is_participle(word)


def _participle(auxiliary: Token) -> Token | None:
    """The participle that a form of be or get goes with, as far as the parser shows it."""
    head, word = auxiliary.head, auxiliary.lower_
    if auxiliary.dep_ == "auxpass" or (auxiliary.dep_ == "aux" and head.tag_ == "VBN" and word in BE - HAS_OR_IS):
        # An object shows that 's is has (it's fuelled growth), or that the verb is plain (what I did was cut costs).
        acted_on = head.tag_ == "VBN" and any(child.dep_ == "nsubjpass" for child in head.lefts)
        ambiguous = word in HAS_OR_IS or (head.lower_ in UNCHANGED and not acted_on)
        if head.dep_ in ("amod", "compound") or (ambiguous and any(child.dep_ == "dobj" for child in head.rights)):
            return None
        return head if _may_be_participle(head) else None
    if word in GET and any(child.dep_ == "dobj" for child in auxiliary.children):
        return None
    found = [child for child in auxiliary.rights if _goes_with(auxiliary, child)]
    return found[-1] if found else _behind_subject(auxiliary)


def _may_be_participle(token: Token) -> bool:
    word = token.lower_
    if word in NEVER_PASSIVE:
        return False
    if token.tag_ in ("VBN", "VBD"):
        return not _is_plain(word)
    return is_participle(word) if token.tag_ == "JJ" else token.tag_ in ("VB", "VBP", "NN") and word in UNCHANGED


def _goes_with(auxiliary: Token, child: Token) -> bool:
    """Whether `child`, which the parser hung on a be that it took for the main verb, is that verb's participle."""
    if not _may_be_participle(child):
        return False
    if child.dep_ in PREDICATES:
        return child.tag_ in ("VBN", "VBD", "JJ") or not any(child.children)
    if child.dep_ not in CLAUSES or child.tag_ != "VBN" or any(c.dep_ in SUBJECTS for c in child.lefts):
        return False
    subject = next((c for c in auxiliary.rights if c.dep_ in SUBJECTS and c.i < child.i), None)
    start = subject.right_edge.i if subject is not None and _inverted(auxiliary) else auxiliary.i
    between = child.doc[start + 1 : child.i]
    aside = len(between) > 1 and between[0].text == between[-1].text == ","
    return aside or all(token.tag_ in BETWEEN for token in between)


def _behind_subject(auxiliary: Token) -> Token | None:
    """The participle that the parser hung on the subject behind its verb: were a tool missed, what is it called?"""
    rights = [child for child in auxiliary.rights if child.dep_ not in ("punct", "neg", "advmod")]
    if len(rights) != 1 or rights[0].dep_ not in ("nsubj", "nsubjpass", "attr") or not _inverted(auxiliary):
        return None
    return next((c for c in rights[0].rights if c.dep_ == "acl" and c.tag_ == "VBN"), None)


def _inverted(auxiliary: Token) -> bool:
    """Whether a be stands before its subject: in a condition without if, behind a negation, in a question."""
    first = auxiliary.left_edge
    if first == auxiliary or first.lower_ in NEGATIVE:
        return True
    return first.nbor(1).lower_ == "no" or auxiliary.sent[-1].text == "?"


def _first(auxiliary: Token, participle: Token) -> Token:
    """The first word of the verb: its earliest auxiliary, or the verb that an infinitive only takes its colour from."""
    auxiliaries = [child for verb in (participle, auxiliary) for child in verb.lefts if child.dep_ in AUXILIARIES]
    first = min([auxiliary, *auxiliaries], key=lambda word: word.i)
    head = participle.head
    if first.tag_ == "TO" and head.i == first.i - 1 and head.lemma_ in SEMI_MODALS and participle.dep_ == "xcomp":
        return _first(head, head)
    if first.lower_ == "been" and head.lemma_ == "have" and head.i < first.i and participle.dep_ == "ccomp":
        return head
    return first


def _last(participle: Token) -> Token:
    """The last participle of a chain (opened, photographed and tagged), with its particle (drawn up, dealt with)."""
    # No past tense can be joined to what follows to, a modal or -ing: there a form that may be both is a participle.
    certain = any(child.tag_ in ("TO", "MD", "VBG") or child.dep_ == "preconj" for child in participle.lefts)
    last, joined = participle, _joined(participle, certain)
    while joined is not None:
        last, joined = joined, _joined(joined, True)
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if following.head != last or any(following.children):
        return last
    stranded = following.dep_ == "prep" and following.lower_ != "to"
    return following if stranded or following.dep_ == "prt" or following.lower_ in PARTICLES else last


def _joined(participle: Token, certain: bool) -> Token | None:
    """The next participle of a chain, also where the parser took it for a clause of its own or for the agent's."""
    agents = (agent for by in participle.rights if by.dep_ == "agent" for agent in by.rights)
    modifiers = (child for agent in agents for child in agent.rights if child.dep_ == "acl")
    for child in (*participle.rights, *modifiers):
        if child.tag_ != "VBN" and not (certain and child.tag_ == "VBD"):
            continue
        if any(c.dep_ in AUXILIARIES or c.dep_ in SUBJECTS or c.dep_ in ("mark", "dobj") for c in child.children):
            continue
        listed = child.doc[child.left_edge.i - 1].text == "," and any(c.dep_ == "conj" for c in child.rights)
        if child.dep_ == "conj" or (child.dep_ in ("advcl", "acl", "dep") and listed):
            return child
    return None
