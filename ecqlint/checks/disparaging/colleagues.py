"""Which nouns of a sentence are colleagues, and how near: a manager or predecessor of the writer's, or somebody in the organization."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ecqlint.checks._english.grammar import SUBJECTS, clause, is_writer, subject
from ecqlint.checks._english.people import COLLECTIVES, HONORIFICS, PREDECESSORS, STAFF, SUPERIORS, is_person

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"))
# 2: whom the writer worked for, with or after; 1: anybody else of the organization; 0: nobody of it.
Nearness = Literal[0, 1, 2]

_POWERS = frozenset(("management", "leadership", "administration", "regime", "hierarchy", "brass"))
_INSIDERS = (
    SUPERIORS
    | PREDECESSORS
    | STAFF
    | _POWERS
    | frozenset("colleague bureaucrat brass higher-up higher-ups occupant holder liaison chair attaché steward".split())
)
_PEERS = frozenset("colleague counterpart peer coworker co-worker teammate partner".split())
_SPLIT = frozenset(("up", "ups", "guard", "number", "chair"))
# The halves of a co-chair, a higher-up, an opposite number, the old guard.
_PARTNERS = frozenset(
    "chair director manager lead leader chief owner author investigator commander head chairman".split()
)
# Nouns for anybody: a colleague only where the sentence says so.
_ANYBODY = frozenset(
    """
    hire appointee other man woman gentleman lady person people folk fellow guy soul character someone somebody one those crew team staff
    group bunch crowd lot shop office person official command establishment
    """.split()
)
# Offices that stand for those who sit in them.
OFFICES = frozenset(("headquarters", "headquarter", "office"))
_SEATS = frozenset("national central front head home".split())
_TOP = frozenset(("senior", "upper", "top", "executive"))
# Who ran it, and whom the writer followed.
_GOVERNING = frozenset("run lead manage head supervise direct govern command staff oversee".split())
_FOLLOWING = frozenset("succeed replace follow relieve inherit".split())
_WHO_BEFORE = re.compile(r"who (?:had )?preceded me|who (?:\w+ ){1,6}before (?:me|i|my)\b")
_FOLLOWED = frozenset("replaced succeeded relieved followed".split())
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
    """
    former previous prior outgoing departing departed last old then erstwhile past preceding retiring earlier previously formerly late
    one-time onetime ousted
    """.split()
)
# The titles before a name, and those of whom only the voters are rid.
RANKS = SUPERIORS | {"professor", "judge", "chief", "dr", "deputy"}
_ELECTED = frozenset("senator representative congressman congresswoman governor mayor president minister".split())
_KNOWN = (
    _INSIDERS
    | _ANYBODY
    | OFFICES
    | _PEERS
    | frozenset("nobody none somebody anybody few some several most many both whoever".split())
)
_BEFORE_ME = re.compile(
    r"\b(?:before|preceded|trained|hired|supervised|above|over|senior to|ahead of) (?:me|us|them)\b"
    r"|\b(?:occup\w+|h[eo]ld|had|filled|warmed|kept|sat (?:in|at|behind)|in) my (?:job|post|seat|chair|position"
    r"|desk|office)\b"
    r"|\bI (?:had |was |have )?(?:\w+ )?(?:inherited|replaced|replacing|succeeded|relieved|followed|reported to"
    r"|answered to"
    r"|worked (?:for|under)|took over from|served under|was to replace|came after)\b"
    r"|\b(?:before|preceded) (?:my (?:time|arrival|appointment)|it came to me|I arrived)\b"
    r"|\b(?:served|worked) (?:with|beside|alongside) me\b|\bin charge\b|\bat the (?:top|helm)\b|\bof the day\b"
    r"|\bthen in (?:charge|office|place)\b|\bresponsible at the time\b"
    r"|\bwho (?:had )?(?:come|came|gone|went|sat|served|stood|(?:run|ran|held|had|occupied|filled) (?:it|(?:the"
    r"|that) \w+)) (?:here |there |in \w+ )?(?:before|until|till|up to)\b"
    r"|\bat that time\b|\bin (?:those|that) (?:days|years|era|time)\b"
    r"|\b(?:(?:my|our) (?:\w+ ){0,2}(?:level|rank|grade)|the (?:next|other|sister|neighboring) (?:region|office"
    r"|division|bureau|branch"
    r"|directorate|district|department|building|agency|floor|wing|unit|desk|regions|offices|divisions))\b"
    r"|\bof (?:those|that) (?:years|days|era|time|period)\b|\bat the time\b|\bI found (?:there|in place|waiting)\b"
    r"|\bbefore (?:my (?:time|arrival)|I\b|(?:19|20)\d\d\b)|\bheld the (?:job|post|position|seat) (?:before|first"
    r"|until)\b"
)
_HEADQUARTERS = re.compile(
    r"\b(?:at|in|from) (?:the |our |our own )?(?:headquarters|head ?office|(?:central|front|main) office)\b"
    r"|\bupstairs\b"
)


def could_be_near(noun: Token) -> bool:
    """Whether the token is a word for people at all, before its sentence is looked at."""
    if noun.pos_ == "PROPN":
        return True
    lemma = noun.lemma_.lower()
    return (
        lemma in _KNOWN
        or lemma in _SPLIT
        or (noun.pos_ == "NOUN" and _is_replaced(noun))
        or (lemma.startswith("headquarter"))
        or (is_person(noun) and lemma not in _STRANGERS)
    )


@lru_cache(maxsize=8192)
def nearness(noun: Token) -> Nearness:
    """How near the person that a noun names stands to the writer."""
    if noun.pos_ not in _NOUNS:
        return 0
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PROPN" and lemma not in _KNOWN:
        named: Nearness = max((nearness(child) for child in noun.children if child.dep_ == "appos"), default=0)
        titles = {child.lower_ for child in noun.lefts if child.dep_ in ("compound", "nmod", "amod")}
        if titles & RANKS and titles & _FORMER:
            return 2
        titled = bool(titles & RANKS - _ELECTED) or any(child.lower_ in HONORIFICS for child in noun.lefts)
        if any(c.dep_ == "relcl" and _BEFORE_ME.search(" ".join(t.text for t in c.subtree)) for c in noun.children):
            return 2
        return named or (1 if titled else 0)
    if lemma == "whoever":
        by = noun.head.dep_ in ("pobj", "pcomp")
        return 2 if noun.head.tag_ in ("VBD", "VBN") and noun.dep_ in SUBJECTS and not by else 0
    if noun.pos_ == "NOUN" and _is_replaced(noun):
        return 2
    if lemma not in _KNOWN and not any(child.lower_ in _FORMER for child in noun.lefts) and not _is_half(noun):
        return 0
    if (lemma in _NOBODY or noun.pos_ == "NUM") and (group := _group(noun)) is not None:
        if _BEFORE_ME.search(" ".join(token.text for token in noun.subtree)):
            return 2
        return nearness(group)
    if _is_half(noun):
        return 2
    before = {child.lower_ for child in noun.lefts}
    if lemma.startswith("headquarter") or (lemma == "office" and before & _SEATS):
        return 1
    listed = lemma in _INSIDERS or lemma in _ANYBODY
    if not listed and not before & _FORMER:
        return 0
    former = any(_is_former(child, noun) for child in noun.children)
    if not listed and not (former and is_person(noun) and lemma not in _STRANGERS):
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
        or [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + 3]] == ["before", "me"]
        or _is_above_or_beside(noun)
        or _is_followed(noun)
    ):
        return 2
    if before & {"headquarters"} and lemma in STAFF | _ANYBODY:
        return 2
    if (lemma in _ANYBODY | _POWERS | STAFF and _HEADQUARTERS.search(described)) or (is_leader(noun) and before & _TOP):
        return 2
    placed = bool(owners) or any(
        (child.dep_ == "prep" and child.lower_ in ("in", "at")) or child.dep_ == "compound" for child in noun.children
    )
    return 0 if lemma in _ANYBODY and not (placed and lemma in ("people", "person", "folk")) else 1


def is_leader(noun: Token) -> bool:
    """Whether the noun names a manager or a predecessor, and no managers of the writer's."""
    if noun.pos_ == "PROPN" and any(child.lower_ in RANKS - _ELECTED for child in noun.lefts):
        return True
    led = noun.tag_ == "NNS" and any(child.dep_ == "poss" and child.lower_ in ("my", "our") for child in noun.children)
    return not led and noun.lemma_.lower() in SUPERIORS | PREDECESSORS | _POWERS


@lru_cache(maxsize=8192)
def is_crew(noun: Token) -> bool:
    """Whether the noun names a group that works for the writer, as a previous team does not."""
    theirs = any(
        (child.dep_ == "poss" and child.lower_ not in ("my", "our"))
        or child.lower_ in ("headquarters", "executive", "office")
        for child in noun.children
    )
    legal = noun.lemma_.lower() == "counsel" and any(child.dep_ in ("amod", "compound") for child in noun.children)
    former = any(child.lower_ in _FORMER for child in noun.children)
    return noun.lemma_.lower() in COLLECTIVES and not (theirs or legal or former)


def _is_replaced(noun: Token) -> bool:
    """Whether the next words make anybody a predecessor: the chargé I relieved, the lector who preceded me."""
    rest = [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + 10]]
    if rest[:1] == ["i"]:
        return any(form in _FOLLOWED for form in rest[1:3])
    return rest[:1] == ["who"] and bool(_WHO_BEFORE.match(" ".join(rest)))


def _is_half(noun: Token) -> bool:
    """Whether the noun ends a word for somebody above or beside the writer: my co-chair, the higher-ups, my opposite number."""
    if noun.i - noun.sent.start < 2:
        return noun.lower_ == "guard" and noun.i > noun.sent.start and noun.nbor(-1).lower_ == "old"
    before, dash = noun.nbor(-2).lower_, noun.nbor(-1).text
    if dash == "-":
        return (before == "higher" and noun.lower_ == "ups") or (before == "co" and noun.lemma_.lower() in _PARTNERS)
    return (dash.lower(), noun.lemma_.lower()) in (("opposite", "number"), ("old", "guard"))


def _is_above_or_beside(noun: Token) -> bool:
    """My boss, our directors' predecessor, my peers, a colleague of mine: not my deputy, my branch chiefs, my analysts."""
    own = any(child.dep_ == "poss" and child.lower_ in ("my", "our") for child in noun.children)
    mine = any(c.lower_ == "of" and any(g.lower_ == "mine" for g in c.children) for c in noun.children)
    fellow = any(child.lower_ == "fellow" for child in noun.children)
    lemma = noun.lemma_.lower()
    if lemma in _PEERS or fellow:
        return own or mine or fellow or lemma in ("counterpart", "peer")
    if own and lemma in ("boss", "superior", "higher-up"):
        return True
    return own and noun.tag_ not in ("NNS", "NNPS") and lemma in SUPERIORS | _POWERS | {"counsel"}


def _is_followed(person: Token) -> bool:
    """Whether the person ran the place before: had been run by a man who, I succeeded a director who, a colonel had held the post before me."""
    head = person.head
    if person.dep_ == "pobj" and head.lower_ == "from" and head.head.lemma_ in ("take", "over"):
        return True
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
