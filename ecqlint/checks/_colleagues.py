"""Which nouns of a sentence are colleagues, and how near: a manager or predecessor of the writer's, or somebody in the organization."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ecqlint.checks._grammar import clause, is_writer, subject
from ecqlint.checks._people import COLLECTIVES, HONORIFICS, PREDECESSORS, STAFF, SUPERIORS, is_person

if TYPE_CHECKING:
    from spacy.tokens import Token

# 2: whom the writer worked for, with or after; 1: anybody else of the organization; 0: nobody of it.
Nearness = Literal[0, 1, 2]

_POWERS = frozenset(("management", "leadership", "administration", "regime"))
_INSIDERS = (
    SUPERIORS
    | PREDECESSORS
    | STAFF
    | _POWERS
    | {"colleague", "bureaucrat", "brass", "higher-up", "occupant", "holder", "liaison"}
)
_PEERS = frozenset("colleague counterpart peer coworker co-worker teammate partner".split())
# Nouns for anybody: a colleague only where the sentence says so.
_ANYBODY = frozenset(
    "hire appointee other man woman gentleman lady person people folk fellow guy someone somebody one those".split()
)
# Offices that stand for those who sit in them.
OFFICES = frozenset(("headquarters", "headquarter", "office"))
_SEATS = frozenset("national central front head home".split())
_TOP = frozenset(("senior", "upper", "top", "executive"))
# Who ran it, and whom the writer followed.
_GOVERNING = frozenset("run lead manage head supervise direct govern command staff oversee".split())
_FOLLOWING = frozenset("succeed replace follow relieve inherit".split())
_NOBODY = frozenset("nobody none one somebody anybody few some several most many both".split())
# Whose people are no colleagues.
_OUTSIDE = frozenset(
    """
    union local vendor contractor company firm supplier
    plaintiff opponent landlord owner bank manufacturer bidder defendant prosecution tenant
    """.split()
)
_STRANGERS = frozenset(
    """
    owner tenant contractor vendor supplier customer client resident farmer patient landlord senator president king inmate convict soldier
    student veteran guest visitor passenger buyer seller lender borrower grower rancher citizen voter candidate neighbor
    """.split()
)
_FORMER = frozenset(
    "former previous prior outgoing departing departed last old then erstwhile past preceding retiring earlier previously formerly".split()
)
_BEFORE_ME = re.compile(
    r"\b(?:before|preceded|trained|hired|supervised) me\b|\bmy (?:job|post|seat|chair|position|desk|office)\b"
    r"|\bI (?:had )?(?:inherited|replaced|succeeded|relieved|followed|reported to|worked (?:for|under)|took over from|served under)\b"
    r"|\bof (?:those|that) (?:years|days|era|time|period)\b|\bat the time\b|\bI found (?:there|in place|waiting)\b"
    r"|\bbefore (?:my (?:time|arrival)|I\b|(?:19|20)\d\d\b)|\bheld the (?:job|post|position|seat) (?:before|first|until)\b"
)
_HEADQUARTERS = re.compile(
    r"\b(?:at|in|from) (?:the )?(?:headquarters|head ?office|(?:central|front|main) office)\b|\bupstairs\b"
)


def nearness(noun: Token) -> Nearness:
    """How near the person that a noun names stands to the writer."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN" and lemma not in _INSIDERS | OFFICES:
        named = max((nearness(child) for child in noun.children if child.dep_ == "appos"), default=0)
        return max(named, int(any(child.lower_ in HONORIFICS for child in noun.lefts)))  # type: ignore[return-value]
    if (lemma in _NOBODY or noun.pos_ == "NUM") and (group := _group(noun)) is not None:
        return nearness(group)
    if noun.pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ"):
        return 0
    before = {child.lower_ for child in noun.lefts}
    if lemma.startswith("headquarter") or (lemma == "office" and before & _SEATS):
        return 1
    named = lemma in _INSIDERS or lemma in _ANYBODY
    if not named and not before & _FORMER:
        return 0
    former = any(_is_former(child, noun) for child in noun.children)
    if not named and not (former and is_person(noun) and lemma not in _STRANGERS):
        return 0
    if noun.left_edge.lower_ in ("any", "every", "each") or (noun.left_edge.lower_ == "no" and not former):
        return 0
    owners = _owners(noun)
    if any(owner.lemma_.lower() in _OUTSIDE for owner in owners):
        return 0
    if lemma in ("administration", "regime") and (not former or noun.text[0].isupper()):
        return 0  # a task, or the government
    described = " ".join(token.text for token in noun.subtree if token.i >= noun.i)
    if (
        former
        or lemma in PREDECESSORS
        or _BEFORE_ME.search(described)
        or _is_above_or_beside(noun)
        or _is_followed(noun)
    ):
        return 2
    if (lemma in _ANYBODY | _POWERS and _HEADQUARTERS.search(described)) or (is_leader(noun) and before & _TOP):
        return 2
    placed = bool(owners) or any(
        (child.dep_ == "prep" and child.lower_ in ("in", "at")) or child.dep_ == "compound" for child in noun.children
    )
    return 0 if lemma in _ANYBODY and not (placed and lemma in ("people", "person", "folk")) else 1


def is_leader(noun: Token) -> bool:
    """Whether the noun names a manager or a predecessor, and no managers of the writer's."""
    led = noun.tag_ == "NNS" and any(child.dep_ == "poss" and child.lower_ in ("my", "our") for child in noun.children)
    return not led and noun.lemma_.lower() in SUPERIORS | PREDECESSORS | _POWERS


def is_crew(noun: Token) -> bool:
    """Whether the noun names a group that works for the writer, as a previous team does not."""
    theirs = any(child.dep_ == "poss" and child.lower_ not in ("my", "our") for child in noun.children)
    legal = noun.lemma_.lower() == "counsel" and any(child.dep_ in ("amod", "compound") for child in noun.children)
    former = any(child.lower_ in _FORMER for child in noun.children)
    return noun.lemma_.lower() in COLLECTIVES and not (theirs or legal or former)


def _is_above_or_beside(noun: Token) -> bool:
    """My boss, our directors' predecessor, my peers, a colleague of mine: not my deputy, my branch chiefs, my analysts."""
    own = any(child.dep_ == "poss" and child.lower_ in ("my", "our") for child in noun.children)
    mine = any(c.lower_ == "of" and any(g.lower_ == "mine" for g in c.children) for c in noun.children)
    fellow = any(child.lower_ == "fellow" for child in noun.children)
    lemma = noun.lemma_.lower()
    if lemma in _PEERS or fellow:
        return own or mine or fellow
    return own and noun.tag_ not in ("NNS", "NNPS") and lemma in SUPERIORS | _POWERS | {"counsel"}


def _is_followed(person: Token) -> bool:
    """Whether the person ran the place before: had been run by a man who, I succeeded a director who, a colonel had held the post before me."""
    head = person.head
    if person.dep_ == "pobj" and head.lower_ == "by":
        return head.head.lemma_ in _GOVERNING
    if person.dep_ == "pobj" and head.lower_ in ("for", "under"):
        return head.head.lemma_ in ("work", "serve") and is_writer(subject(head.head))
    if person.dep_ == "dobj":
        return head.lemma_ in _FOLLOWING and is_writer(subject(head))
    held = person.dep_ == "nsubj" and head.lemma_ in _GOVERNING | {"hold", "occupy", "fill"}
    return held and any(t.lower_ == "me" and t.head.lower_ == "before" for t in clause(head))


def _group(noun: Token) -> Token | None:
    """Of whom somebody is one or nobody: nobody in the old leadership."""
    inner = [
        g
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in ("in", "of", "among", "on", "at")
        for g in c.children
    ]
    return next((token for token in inner if token.lemma_.lower() in _INSIDERS), None)


def _is_former(child: Token, noun: Token) -> bool:
    """Previous, then; previously responsible: not the past-due or the then-current, half of a compound word."""
    if any(token.lower_ in ("previously", "formerly") for token in child.children):
        return True
    return child.i < noun.i and child.lower_ in _FORMER and child.nbor(1).text != "-"


def _owners(noun: Token) -> list[Token]:
    owners = [child for child in noun.children if child.dep_ == "poss"]
    return owners + [
        inner
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in ("of", "for")
        for inner in child.children
    ]
