"""Blame and praise of those who govern, as phrases: the President's hateful rhetoric, the wrecking crew of the Trump years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from re import Pattern

from ecqlint.checks._campaigning import ELSEWHERE
from ecqlint.checks._politics import Politics, alternatives
from ecqlint.language import Sentence
from ecqlint.text import Span

_RULERS = r"(?:[Tt]he\s+(?:then-)?(?:President|Vice\s+President|White\s+House|Administration|administration|Congress))"
_BODIES = r"(?:(?:Freedom|Progressive)\s+Caucus|[Tt]he\s+Squad|(?:political\s+)?(?:[Ll]eft|[Rr]ight)\b(?=\s*[,.;]))"
_WISH = (
    r"\b(?:[Tt]hank\s+(?:God|heaven|goodness)|[Tt]hankfully|[Mm]ercifully|[Hh]appily|[Ff]ortunately|[Aa]las"
    r"|[Ss]adly|[Tt]ragically|[Uu]nfortunately|[Rr]egrettably|to\s+my\s+(?:\w+\s+)?(?:joy|relief|delight|dismay"
    r"|sorrow|regret|horror))\b"
)
_OUTCOME = (
    r"(?:won|lost|(?:was|were|got|been)\s+(?:\w+\s+)?(?:re-?elected|elected|defeated|beaten|ousted|voted\s+(?:out"
    r"|in))|left\s+office|took\s+(?:office|power)|came\s+to\s+power|prevailed)"
)
_EVERY = r"(?:every|any|all|each|anything|everything|even|sensible|reasonable|needed|common-sense|decent|modest|simple|overdue|meaningful|real)"
_BLOCKING = (
    r"(?:block|kill|stall|filibuster|refus|oppos|reject|obstruct|fought|fight|strangl|slash|gutt|water|vot|stymi"
    r"|thwart|scuttl|derail|tank)\w*"
)
_STANDING_OUT = re.compile(
    r"\b(?:greatest|finest|best|worst|wisest|weakest|most\s+(?:\w+))\s+(?:[\w-]+\s+)?(?:[Pp]resident|[Cc]ongress"
    r"|[Aa]dministration|[Gg]overnor)\b(?=\s*(?:[.,;]|(?:of|in|since|that|this|we|I|ever|who)\b))"
    r"|\b(?:finally|at\s+(?:long\s+)?last)\s+(?:had|have|has|got|elected"
    r"|with)?\s*(?:\w+\s+){0,2}?an?\s+(?:\w+\s+)?(?:[Pp]resident|White\s+House|[Aa]dministration|Congress)\s+(?:who|that|willing|worth|with)\b"
    r"|\b(?:could\s+not|couldn['’]t|would\s+not|refused\s+to|unwilling\s+to|unable\s+to|rather\s+than|ashamed\s+to"
    r"|proud\s+to)\s+(?:in\s+conscience\s+)?(?:serve|work)\s+(?:under|for)\s+(?:(?:that|this|such\s+an?|a\s+second)\s+)?(?:[\w]+\s+)?(?:President|Administration|administration)\b"
    r"|\b(?:adults|grown-?ups)\s+(?:were|are|came)\s+(?:finally\s+|again\s+)?(?:back\s+)?in\s+(?:charge|the\s+(?:room|White\s+House))\b"
    r"|\b(?:a|that|this|the)\s+do-nothing\s+Congress\b"
)


class Blame:
    """Finds praise and blame of parties and politicians, with the words of a rulebook."""

    def __init__(self, known: Politics, insults: frozenset[str], scorn: frozenset[str]) -> None:
        self._known = known
        self._ideology = rf"\b(?i:{alternatives(known.ideologies)})"
        self._insults = rf"\b(?i:{alternatives(insults)})\b(?!\s+(?:heat|weather|cold|poverty|drought))"
        self._scorn = rf"\b(?i:{alternatives(scorn)})(?:e?s)?\b"

    def cast(self, sentence: Sentence) -> Iterator[Span]:
        """The phrases of a sentence that judge those who govern."""
        text = sentence.tokens.text
        for pattern in (self._as_any, self._reigning, self._judged, self._blocked, self._wished, _STANDING_OUT):
            for match in pattern.finditer(text):
                if pattern is _STANDING_OUT and ELSEWHERE.search(text):
                    continue
                yield sentence.span_at(match)

    @cached_property
    def _judged(self) -> Pattern[str]:
        """Disastrous Biden border policies; the President's hateful rhetoric; know-nothings in the Freedom Caucus; the Trump circus."""
        party, leader = self._known.party.pattern, rf"(?<!Mr\.\s)(?<!Ms\.\s)(?<!Dr\.\s){self._known.leader.pattern}"
        whose = rf"(?:{party}|{leader}|{_RULERS})"
        return re.compile(
            rf"{self._insults}\s+(?:[\w-]+\s+)?(?:{leader}|{party})"
            rf"|{whose}(?:\s+(?i:administration|White\s+House|era|years))?['’]s?\s+(?:[\w-]+\s+){{0,2}}?(?:{self._insults}"
            rf"|{self._scorn})(?:\s+\w+)?"
            rf"|{self._scorn}\s+(?:of|in|from|by|under|around|at|on)\s+(?:[Tt]he\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{leader}|{party}|{_BODIES})"
            rf"|(?:{leader}|{party})\s+(?:[\w-]+\s+)?{self._scorn}"
            rf"|\b(?:dark|lost|terrible|awful|chaotic|bad\s+old|wasted|grim|shameful|glorious|golden"
            rf"|good)\s+(?:\w+\s+)?(?:years|days|times|era)\s+(?:of|under)\s+(?:[\w]+\s+){{0,2}}?(?:{leader}|{party})"
            rf"|\b(?:[Tt]hanks|no\s+thanks)\s+to\s+(?:the\s+)?(?:President\s+)?(?:{leader}"
            rf"|{party}s\b)(?!['’\s]*\s*(?:administration|Senat|lead|aide|staff|member|govern))"
            rf"|\b(?:admir|rever|despis|loath|detest|abhor|ador|idoli[sz]|ador)\w*\s+(?:President\s+|both\s+)?(?:{leader})"
            rf"|\bmy\s+(?:\w+\s+)?(?:hero|heroes|idol|lodestar),?\s+(?:is\s+|was\s+|being\s+"
            rf"|has\s+always\s+been\s+)?(?:President\s+)?(?:{leader})"
        )

    @cached_property
    def _as_any(self) -> Pattern[str]:
        """As any good conservative would."""
        return re.compile(
            rf"\b(?:[Aa]s|[Ll]ike|[Ww]hat|than)\s+(?:any|every|an?|no|only\s+an?)\s+(?:[\w-]+\s+)?(?:{self._ideology}"
            rf"|{self._known.party.pattern})"
            r"(?=\s*(?:[,.;]|of\s+my\b|(?:was|is|would|should|will|can|does|must|might|could|knows)\b))"
        )

    @cached_property
    def _reigning(self) -> Pattern[str]:
        """With socialists in charge; my enthusiasm for the Green New Deal."""
        held = r"(?:enthusiasm|support|belief|faith|passion|zeal|commitment|opposition|devotion|views?|stand|position|advocacy|embrace)"
        return re.compile(
            rf"{self._ideology}s\s+(?:were\s+|are\s+)?(?:in\s+(?:charge|power|control)|running|at\s+the\s+helm)"
            rf"|\b(?:{alternatives(self._known.ideologies)})\s+(?:administration|Congress|president|government|majority"
            rf"|justices?|judges?|senators?|politicians?|voters?|lawmakers?|elites?|media|press)\b"
            r"|\b(?:brief\s+for|tired\s+of|foe\s+of|enemy\s+of|friend\s+of|fan\s+of|faith\s+in|belief\s+in|believer\s+in"
            r"|tide\s+of|march\s+of|creeping|rampant|runaway|my)\s+(?:own\s+)?(?i:socialism|liberalism|conservatism|progressivism|trumpism|libertarianism|populism)\b"
            rf"|{self._known.party.pattern}(?<=s)[^.;]{{0,30}}\b(?:their|its|usual|typical|customary)\s+(?:\w+\s+){{0,2}}?{self._scorn}"
            rf"|{_WISH}[^.;]{{0,50}}?(?:{self._known.party.pattern}(?<=s)|\bGOP\b|{self._ideology}s\b)"
            rf"|{self._known.creed.pattern}\s+(?:man|woman|people|supporter|advocate|voter|Democrat|Republican|type|household|family)s?\b"
            rf"|{self._known.leader.pattern},?\s+(?:\w+\s+)?(?:the\s+)?(?:greatest|finest|wisest|worst)\b"
            rf"|\b[Mm]y\s+(?:\w+\s+)?{held}\s+(?:for|in|to|of|on|against)\s+{self._known.creed.pattern}"
        )

    @cached_property
    def _blocked(self) -> Pattern[str]:
        """The Democrats in the statehouse had blocked every sensible fix."""
        many = rf"(?:{self._known.party.pattern}(?<=s)|GOP|\b(?i:liberals|conservatives|progressives))"
        return re.compile(
            rf"(?:[Tt]he\s+)?{many}(?:\s+[\w’'-]+){{0,5}}?\s+{_BLOCKING}(?:\s+\w+)?\s+(?:\w+\s+)?{_EVERY}\b(?:\s+\w+)?"
        )

    @cached_property
    def _wished(self) -> Pattern[str]:
        """To my relief the Republicans lost; thank God Obama won."""
        who = (
            rf"(?:{self._known.party.pattern}|{self._known.leader.pattern}|\b(?i:the\s+(?:president|incumbent|ticket)))"
        )
        return re.compile(
            rf"{_WISH}[^.;]{{0,30}}?{who}[^.;]{{0,25}}?\b{_OUTCOME}\b|{who}[^.;,]{{0,25}}?\b{_OUTCOME}\b[^.;]{{0,20}}?{_WISH}"
        )
