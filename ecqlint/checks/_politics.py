"""What is partisan, as patterns: parties, candidates, campaigns, and what their supporters hold, wear and put up.

Each wants its qualifier beside it: a rally for the ticket, the governor's re-election, a Republican precinct captain. A rally,
a governor or a Republican mayor alone is everyday work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from ecqlint.checks._trappings import trappings

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
# Bare "the ticket" is a party's only behind such a preposition and before no noun: a ticket office sells others.
_TICKET = (
    r"\b(?i:(?:whole|straight|party|national)\s+(?:\w+\s+)?(?:ticket|slate))\b"
    r"|(?:(?<=\bfor\s)|(?<=\bbehind\s)|(?<=\bagainst\s))(?i:the\s+(?:ticket|slate))(?=\s+(?:in|at|on|that|and|from|with)\b|\s*(?:[.,;:!?]|$))"
    r"|(?:(?<=\bfor\s)|(?<=\bbehind\s)|(?<=\bof\s))(?i:(?:our|my)\s+(?:candidate|nominee|ticket|slate|man"
    r"|woman))s?\b(?!\s+for\s+(?:the\s+)?(?:\w+\s+)?(?:job|post|position))"
)
_PARTYS = (
    r"\b(?i:party['’]s\s+(?:\w+\s+){0,2}?(?:nominee|candidate|standard-bearer|plank|manifesto|talking\s+points|slate|ticket|convention|platform"
    r"|committee|coordinator|voter\s+file|field\s+office|field\s+program|data\s+shop|war\s+room|fund-?raising|fund|wing|caucus|finances"
    r"|leader|base|faithful|headquarters|cause|ranks))s?\b"
)
_OUR_PARTY = r"\b(?i:the|my|our|our\s+state|the\s+state)\s+(?i:party)\b(?!\s+(?:to|of|who|that|in|whose)\b|['’])"
_MINE = (
    r"\b(?i:my\s+(?:own\s+)?(?:politics|political\s+(?:view|leaning|belief|conviction|career|loyalt|home|party|opinion|affiliation"
    r"|past|hero|idol|mentor|activism|instinct|awakening|philosoph|ideolog|identity)\w*))\b"
)


@dataclass(frozen=True)
class Politics:
    """The words of politics, which are options of the rule, and the patterns they make, to be searched in a text as it stands."""

    parties: frozenset[str]
    ideologies: frozenset[str]
    politicians: frozenset[str]
    offices: frozenset[str]
    seats: frozenset[str]
    posts: frozenset[str]
    members: frozenset[str]
    adherents: frozenset[str]
    shown: frozenset[str]
    creeds: frozenset[str]

    @cached_property
    def _party(self) -> str:
        return rf"\b(?:{alternatives(self.parties)})s?\b(?!\s+(?:Republic|River))"

    @cached_property
    def _leader(self) -> str:
        return rf"\b(?:{alternatives(self.politicians)})\b"

    @cached_property
    def _office(self) -> str:
        return rf"(?i:{alternatives(self.offices)})s?"

    @cached_property
    def _title(self) -> str:
        return rf"(?:{alternatives(word.title() for word in self.offices)}|Representative|Judge|Rep\.|Sen\.|Gov\.)"

    @cached_property
    def _seat(self) -> str:
        return rf"(?i:(?:the\s+)?(?:[\w.]+\s+){{0,2}}?(?:{alternatives(self.seats)})){_ENDS}"

    @cached_property
    def _titled(self) -> str:
        return rf"\b{self._title}\s+{_NAME}{_ALONE}|{self._leader}"

    @cached_property
    def _nominee(self) -> str:
        kinds = r"(?i:candidate|nominee|challenger|hopeful|contender|slate|ticket)s?\b"
        return (
            rf"(?:{self._party}|{_LEVEL}|\b(?i:{alternatives(self.ideologies)}))\s+(?:\w+\s+)?{kinds}"
            rf"|\b(?i:candidate|nominee|challenger|contender)s?\s+for\s+{self._seat}|{_TICKET}|{_PARTYS}"
            r"|\bpro-\w+\s+(?i:candidate|nominee|slate)s?\b|\b(?i:candidate|nominee)s?\s+of\s+(?:only\s+)?(?i:one|my|our|a"
            r"|the\s+same|a\s+single|either)\s+(?i:party)\b"
        )

    @cached_property
    def _campaign(self) -> str:
        whose = (
            rf"(?:\b(?i:his|her)|\b{self._office}['’]s?|\b{self._title}\s+{_NAME}['’]s?|\b{_NAME}\s+{_NAME}['’]s?"
            rf"|{self._leader}(?:['’]s?)?|[Tt]hat\s+{self._office}['’]s|{self._leader}\s*[-–/]\s*{_NAME})"
        )
        race = rf"\b(?i:{self._office}|{self._title}\s+{_NAME})['’]s?\s+(?:\w+\s+)?(?i:race|bid|run|ticket|war\s+chest)\b(?!\s+to\b)"
        return (
            rf"{self._leader}\s?[-–/]\s?{_NAME}|{self._party}\s+(?:\w+\s+)?{_CAMPAIGN}|\b{_LEVEL}\s+(?i:campaign|candidacy|race|bid|run)s?\b"
            r"|\b(?i:re-?election(?:\s+(?:campaign|bid|race|effort|committee|rally|fund))?)\b"
            rf"|{whose}\s+(?:\d{{4}}\s+)?(?:\w+\s+)?{_CAMPAIGN}(?!\s+(?:to|against|of|for(?!\s+{self._seat}))\b)|{race}"
            rf"|(?:{self._leader}|\b{self._title}\s+{_NAME})['’]s?\s+election\b"
            rf"|\b(?i:{alternatives(self.seats)})\s+(?i:race|campaign|bid)s?\b"
            r"|\b(?i:my\s+\w+['’]s\s+(?:campaign|run|bid|race|candidacy))\b(?!\s+(?:to|against|of)\b)"
            rf"|\b(?i:race|bid|run|campaign|candidacy)\s+for\s+{self._seat}|\b(?i:win|won|winning|wins)\s+(?:an?|his|her"
            rf"|the)\s+(?:\w+\s+)?seat\s+(?:in|on)\s+{self._seat}"
        )

    @cached_property
    def _rival(self) -> str:
        return rf"\b(?i:his|her|their|{self._office}['’]s)\s+(?:\w+\s+)?(?i:opponent|challenger|rival)s?\b|\b(?i:the\s+challenger)\b"

    @cached_property
    def _candidate(self) -> str:
        anyone = rf"\b{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,3}}?{self._office}{_ALONE}"
        return rf"{self._nominee}|{self._party}|{self._titled}|{self._rival}|{anyone}|\b{_NAME}\s+(?:ticket|slate|nominee|candidate)s?\b"

    @cached_property
    def _sticker(self) -> str:
        seats = r"(?:President|Senate|Congress|Governor|Mayor|America|Sheriff|Judge)"
        return rf"\b{_NAME}(?:-for-|\s+for\s+){seats}\b(?:\s+\w+)?|\bVote\s+for\s+{_NAME}"

    @cached_property
    def _organization(self) -> str:
        body = (
            r"(?i:party|committee|club|convention|headquarters|organization|women|machine|league|forum|federation|assembly"
            r"|society)\b(?!\s+(?:member|staff|chair|leader|counsel))"
        )
        local = (
            r"(?i:young|college|teen(?:age)?|county|state|campus|city|town|township|borough|parish|village|ward"
            r"|precinct|local|district|log\s+cabin|stonewall)"
        )
        named = alternatives(name for name in self.parties if " " in name)
        return (
            rf"{self._party}\s+(?!Policy|Study|Steering|Conference)(?:\w+\s+){{0,2}}?{body}"
            rf"|\b{local}\s+{self._party}(?!\s+\w+)|\b{local}\s+{self._party}(?<=s)"
            rf"|\b(?:{named})s?\b(?!\s+[A-Z])|\b(?:GOP|DNC|RNC)\b"
        )

    @cached_property
    def _activity(self) -> str:
        thing = rf"\b(?i:{alternatives(self.shown)})(?:e?s)?\b"
        qualified = rf"(?:(?i:the|a|an|our|county|state)\s+)*(?:{self._candidate}|{self._campaign}|{_NAME}\s+{_NAME})"
        owner = rf"(?:{self._party}|{_LEVEL}|\b(?i:(?:{self._office}|party)['’]s|re-?election|campaign)|{self._leader})"
        return (
            rf"\b[A-Z]\w+s\s+for\s+{self._leader}|{self._post}|\b(?i:get-out-the-vote)\s+\w+"
            rf"|{self._nominee}|{self._campaign}|{self._sticker}|{trappings(self._party, self._leader, self._titled, self._nominee)}"
            rf"|{thing}\s+(?:(?:in|at|on)\s+(?:[\w’'-]+\s+){{1,4}}?)?(?:for|of|against"
            rf"|to)\s+(?!(?<=of\s)(?:the\s+)?(?!{self._titled})[A-Z]\w+\s+[A-Z]\w+s\b){qualified}"
            rf"|{owner}\s+(?:[\w-]+\s+){{0,2}}?{thing}"
            rf"|(?:{self._party}|{self._leader}|\b(?:{self._office}"
            rf"|{self._title}\s+{_NAME})['’]s?)\s+(?:\w+\s+)?(?i:{alternatives(self.adherents)})s?\b"
            rf"|\b(?i:vote|ballot|donation|contribution|endorsement|preference)s?\s+(?:for|of|to)\s+(?:{self._candidate}|the\s+party\b)"
            rf"|\b(?i:support|enthusiasm|admiration|work)\s+for\s+(?:{self._leader}|{self._nominee}|{self._rival}|{self._party})"
            rf"|\b(?i:work|service|loyalty|volunteering|donation|money|wing)s?\s+(?:for|to|of)\s+{_OUR_PARTY}|{_MINE}"
            r"|\b(?i:\d{4}\s+(?:national\s+convention|caucus(?:es)?)|(?:iowa|precinct|nevada)\s+caucus(?:es)?)\b"
            rf"|\b(?i:volunteer|canvasser|organizer|surrogate|bundler|donor|fundraiser|delegate|elector)s?\s+for\s+{self._leader}"
            rf"|\b{_NAME}\s+(?:(?:yard|lawn|campaign)\s+)?(?:sign|banner|flag|poster)s?\s+(?:in|on)\s+(?:my"
            rf"|our)\s+(?:\w+\s+)?(?:yard|lawn|window|porch|car|truck)\b"
            rf"|{self._leader}\s+(?i:team|camp|people|crowd)\b"
            rf"|\b(?i:delegate|elector)s?\s+(?:pledged|committed)\s+to\b"
            rf"|\b(?i:{alternatives(self.members)})s?\s+(?:to|for|of|in|on|at)\s+(?:[\w’'-]+\s+){{0,4}}?"
            rf"(?:{self._campaign}|{self._organization}|{self._nominee}|\bnominee\b|\d{{4}}\s+(?:national\s+)?convention\b"
            rf"|{self._party}(?!\s+\w+\s+(?:of|on)\b))"
        )

    @cached_property
    def _post(self) -> str:
        return rf"\b(?i:{alternatives(self.posts)})s?\b"

    @cached_property
    def party(self) -> Pattern[str]:
        """A party, or its members."""
        return re.compile(self._party)

    @cached_property
    def candidate(self) -> Pattern[str]:
        """Whom one votes for."""
        return re.compile(self._candidate)

    @cached_property
    def nominee(self) -> Pattern[str]:
        """Who can only be a candidate."""
        return re.compile(self._nominee)

    @cached_property
    def titled(self) -> Pattern[str]:
        """Somebody in an elected office, by name."""
        return re.compile(self._titled)

    @cached_property
    def campaign(self) -> Pattern[str]:
        """What one works on."""
        return re.compile(self._campaign)

    @cached_property
    def named(self) -> Pattern[str]:
        """A campaign with a name, which may be any."""
        return re.compile(r"\b(?i:the)\s+[A-Z][a-z]\w+\s+campaign\b")

    @cached_property
    def seat(self) -> Pattern[str]:
        """What one runs for."""
        return re.compile(self._seat)

    @cached_property
    def person(self) -> Pattern[str]:
        """Anybody with a name."""
        return re.compile(rf"{_NAME}\s+(?:[A-Z]\.\s+)?{_NAME}|\b(?:him|her)\b")

    @cached_property
    def activity(self) -> Pattern[str]:
        """What partisans do and show."""
        return re.compile(self._activity)

    @cached_property
    def organization(self) -> Pattern[str]:
        """What partisans belong to."""
        return re.compile(self._organization)

    @cached_property
    def sticker(self) -> Pattern[str]:
        """A slogan such as Hale for Senate."""
        return re.compile(self._sticker)

    @cached_property
    def post(self) -> Pattern[str]:
        """A post that only parties and campaigns have."""
        return re.compile(self._post)

    @cached_property
    def backed(self) -> Pattern[str]:
        """Somebody by name for a seat: Ms. Abrams for governor."""
        return re.compile(rf"\b{_NAME}\s+for\s+{self._seat}")

    @cached_property
    def creed(self) -> Pattern[str]:
        """What one side of politics holds."""
        return re.compile(rf"(?<!\w)(?i:{alternatives(self.creeds)})(?!\w)")

    @cached_property
    def protested(self) -> Pattern[str]:
        """What those who govern want: the President's immigration policy."""
        whose = rf"(?:{self._office}|(?i:administration)|{self._leader})"
        return re.compile(
            rf"\b(?i:against|for)\s+(?:\w+\s+)?{whose}['’]?s?\s+(?:[\w-]+\s+){{0,2}}(?i:polic(?:y|ies)|agenda|war|ban|bill|law|order)s?\b"
        )

    @cached_property
    def self_described(self) -> Pattern[str]:
        """Though a Democrat, I; a liberal by temper, I; coming from a Republican family, I."""
        side = (
            rf"(?:{self._party}|\b(?i:{alternatives(self.ideologies)})\b|{self._leader}\s+(?i:man|woman|supporter|voter|delegate|volunteer)"
            rf"|(?i:{alternatives(self.creeds)})\s+(?i:man|woman|supporter|voter|advocate))"
        )
        return re.compile(
            rf"(?:^|(?<=[,;] ))((?:(?i:though|although|while|being|once|still|despite\s+being)\s+)?(?i:an?)\s+(?:[\w-]+\s+){{0,2}}?{side}"
            r"(?:\s+(?:by|at|in|from|of)\s+[^,.;]{1,30})?)(?:\s+myself)?,\s+I\b"
            rf"|\b((?i:like)\s+{self._leader}),\s+I\s+(?:believe|think|know)\b"
            rf"|\b((?i:it\s+(?:took|takes|needed))\s+an?\s+{self._party}[^.;,]*)"
        )

    @cached_property
    def leader(self) -> Pattern[str]:
        """A politician by name."""
        return re.compile(self._leader)

    @cached_property
    def praised(self) -> Pattern[str]:
        """What a politician of a party is praised or blamed for: the Reagan administration's courage."""
        return re.compile(
            rf"(?:{self._leader}|\b(?i:president)\s+{_NAME})(?:\s+(?i:administration|White House))?['’]s?\s+(\w+)(?:\s+(\w+))?"
        )


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first, whatever white space or hyphens stand inside."""
    return "|".join(
        r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", word))) for word in sorted(words, key=lambda w: (-len(w), w))
    )
