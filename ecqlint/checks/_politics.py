"""What is partisan, as patterns: parties, candidates, campaigns, and what their supporters hold, wear and put up.

Each wants its qualifier beside it: a rally for the ticket, the governor's re-election, a Republican precinct captain. A rally,
a governor or a Republican mayor alone is everyday work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from re import Pattern

_NAME = r"[A-Z][\w’'-]*\w"
_CAMPAIGN = r"(?i:campaign|candidacy|re-?election)s?\b"
# The governor's plan, the president of the local and the mayor's office are no candidates.
_ALONE = (
    r"(?!\w)(?!['’]s?\s+(?!(?:[\w-]+\s+){0,2}(?:campaign|candidacy|re-?election|race|bid|run|opponent|challenger)))"
    r"(?!\s+of\s+(?:our|my|an?|its|their|the(?!\s+United))\b)"
)
# A seat that another noun follows is a building, a committee, a report.
_ENDS = (
    r"\b(?=\s*(?:$|[.,;:)]|(?:in|at|on|and|but|as|from|to|when|after|before|against|of|by|with|twice|once|while|or|that|who|seat)\b"
    r"|\d))"
)
_DETERMINER = r"(?i:the|an?|our|my|his|her|their|that|this|both|two|three|any|each|either|one|several|for|against)"
_LEVEL = r"(?i:presidential|gubernatorial|senatorial|congressional|mayoral|senate|political)"


@dataclass(frozen=True)
class Politics:
    """The patterns, to be searched in a text as it stands.

    `candidate` is whom one votes for, `nominee` who can only be a candidate, `campaign` what one works on, `seat` what one runs
    for, `person` anybody with a name; `activity` is what partisans do and show, `organization` what they belong to, `sticker` a
    slogan such as Hale for Senate, `named` a campaign with a name, which may be any, `post` a
    post that only parties and campaigns have.
    """

    party: Pattern[str]
    candidate: Pattern[str]
    nominee: Pattern[str]
    titled: Pattern[str]
    campaign: Pattern[str]
    seat: Pattern[str]
    person: Pattern[str]
    activity: Pattern[str]
    organization: Pattern[str]
    sticker: Pattern[str]
    named: Pattern[str]
    post: Pattern[str]


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first, whatever white space or hyphens stand inside."""
    return "|".join(
        r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", word))) for word in sorted(words, key=lambda w: (-len(w), w))
    )


@cache
def politics(
    parties: frozenset[str],
    ideologies: frozenset[str],
    politicians: frozenset[str],
    offices: frozenset[str],
    seats: frozenset[str],
    posts: frozenset[str],
    members: frozenset[str],
    adherents: frozenset[str],
    shown: frozenset[str],
) -> Politics:
    """The patterns that a rule's words make."""
    party = rf"\b(?:{alternatives(parties)})s?\b(?!\s+(?:Republic|River))"
    leader = rf"\b(?:{alternatives(politicians)})\b"
    office = rf"(?i:{alternatives(offices)})s?"
    title = rf"(?:{alternatives(word.title() for word in offices)}|Representative|Judge|Rep\.|Sen\.|Gov\.)"
    seat = rf"(?i:(?:the\s+)?(?:[\w.]+\s+){{0,2}}?(?:{alternatives(seats)})){_ENDS}"
    thing = rf"\b(?i:{alternatives(shown)})(?:e?s)?\b"
    post = rf"\b(?i:{alternatives(posts)})s?\b"
    # Bare "the ticket" is a party's only behind such a preposition and before no noun: a ticket office sells others.
    ticket = (
        r"\b(?i:(?:whole|straight|party|national)\s+(?:\w+\s+)?(?:ticket|slate))\b"
        r"|(?:(?<=\bfor\s)|(?<=\bbehind\s)|(?<=\bagainst\s))(?i:the\s+(?:ticket|slate))(?=\s+(?:in|at|on|that|and|from|with)\b|\s*(?:[.,;:!?]|$))"
    )
    nominee = (
        rf"(?:{party}|{_LEVEL}|\b(?i:{alternatives(ideologies)}))\s+(?:\w+\s+)?(?i:candidate|nominee|challenger|hopeful|contender|slate|ticket)s?\b"
        rf"|\b(?i:candidate|nominee|challenger|contender)s?\s+for\s+{seat}|{ticket}"
        r"|\b(?i:party['’]s\s+(?:\w+\s+){0,2}?(?:nominee|candidate|standard-bearer|slate|ticket|convention|platform|committee|coordinator|leader|base|faithful|headquarters|cause|platform|ranks))s?\b"
    )
    titled = rf"\b{title}\s+{_NAME}{_ALONE}|{leader}"
    whose = (
        rf"(?:\b(?i:his|her)|\b{office}['’]s?|\b{title}\s+{_NAME}['’]s?|\b{_NAME}\s+{_NAME}['’]s?|{leader}(?:['’]s?)?)"
    )
    campaign = (
        rf"{party}\s+(?:\w+\s+)?{_CAMPAIGN}|\b{_LEVEL}\s+(?i:campaign|candidacy|race|bid|run)s?\b|\b(?i:re-?election(?:\s+(?:campaign|bid|race|effort|committee|rally|fund))?)\b"
        rf"|{whose}\s+(?:\d{{4}}\s+)?(?:\w+\s+)?{_CAMPAIGN}(?!\s+(?:to|against|of|for(?!\s+{seat}))\b)"
        rf"|\b(?i:race|bid|run|campaign|candidacy)\s+for\s+{seat}"
    )
    titled_campaign = r"\b(?i:the)\s+[A-Z][a-z]\w+\s+campaign\b"
    rival = rf"\b(?i:his|her|their|{office}['’]s)\s+(?:\w+\s+)?(?i:opponent|challenger|rival)s?\b"
    candidate = rf"{nominee}|{party}|{titled}|{rival}|\b{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,3}}?{office}{_ALONE}"
    sticker = (
        rf"\b{_NAME}(?:-for-|\s+for\s+)(?:President|Senate|Congress|Governor|Mayor|America|Sheriff|Judge)\b(?:\s+\w+)?"
    )
    body = r"(?i:party|committee|club|convention|headquarters|organization|women|machine)\b(?!\s+(?:member|staff|chair|leader|counsel))"
    local = r"(?i:young|college|county|state|campus|city|town|ward|precinct|local|district)"
    named = alternatives(name for name in parties if " " in name)
    organization = (
        rf"{party}\s+(?!Policy|Study|Steering|Conference)(?:\w+\s+){{0,2}}?{body}|\b{local}\s+{party}(?!\s+\w+)|\b{local}\s+{party}(?<=s)"
        rf"|\b(?:{named})s?\b(?!\s+[A-Z])|\b(?:GOP|DNC|RNC)\b"
    )
    qualified = rf"(?:(?i:the|a|an|our|county|state)\s+)*(?:{candidate}|{campaign}|{_NAME}\s+{_NAME})"
    activity = (
        rf"\b[A-Z]\w+s\s+for\s+{leader}|{post}|\b(?i:get-out-the-vote)\s+\w+|{nominee}|{campaign}|{sticker}"
        rf"|{thing}\s+(?:(?:in|at|on)\s+(?:[\w’'-]+\s+){{1,4}}?)?(?:for|of|against|to)\s+{qualified}"
        rf"|(?:{party}|{_LEVEL}|\b(?i:(?:{office}|party)['’]s|re-?election|campaign)|{leader})\s+(?:[\w-]+\s+){{0,2}}?{thing}"
        rf"|(?:{party}|\b{office}['’]s?)\s+(?:\w+\s+)?(?i:{alternatives(adherents)})s?\b"
        rf"|\b(?i:vote|ballot|donation|contribution|endorsement|preference)s?\s+(?:for|of|to)\s+(?:{candidate}|the\s+party\b)"
        rf"|\b(?i:support|enthusiasm|admiration|work)\s+for\s+(?:{nominee}|{rival}|{party})"
        r"|\b(?i:my\s+(?:own\s+)?(?:politics|political\s+(?:view|leaning|belief|conviction|career|loyalt|home|party|opinion|affiliation|past|hero)\w*))\b"
        r"|\b(?i:\d{4}\s+(?:national\s+convention|caucus(?:es)?)|(?:iowa|precinct|nevada)\s+caucus(?:es)?)\b"
        rf"|\b(?i:{alternatives(members)})s?\s+(?:to|for|of|in|on|at)\s+(?:[\w’'-]+\s+){{0,4}}?"
        rf"(?:{campaign}|{organization}|{nominee}|\bnominee\b|\d{{4}}\s+(?:national\s+)?convention\b|{party}(?!\s+\w+\s+(?:of|on)\b))"
    )
    person = rf"{_NAME}\s+(?:[A-Z]\.\s+)?{_NAME}|\b(?:him|her)\b"
    spelled = (
        party,
        candidate,
        nominee,
        titled,
        campaign,
        seat,
        person,
        activity,
        organization,
        sticker,
        titled_campaign,
        post,
    )
    return Politics(*map(re.compile, spelled))
