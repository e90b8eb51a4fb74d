"""Where the writer's heart lies in politics, told by the order of words: my sympathies are with the left; voting as I did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from re import Pattern

from ecqlint.checks._campaigning import ELSEWHERE
from ecqlint.checks._grammar import FIRST_PERSON, inflected
from ecqlint.checks._politics import Politics, alternatives
from ecqlint.language import Sentence
from ecqlint.text import Span

_US = FIRST_PERSON | {"we", "us", "our", "ours"}
_RULE = (
    r"(?:[Aa]dministration|White\s+House|Congress|Cabinet|[Ss]tatehouse|[Ll]egislature|Capitol|[Tt]ransition\s+team)"
)
_OFFICE = r"(?:[Pp]resident|[Gg]overnor|[Ss]enator|[Mm]ayor|[Ss]heriff|[Cc]ongress(?:man|woman))"
_HAD = r"(?:\s+had|\s+have|\s+once|\s+later|\s+twice|\s+both|\s+myself)*"
# What lies at the bottom of somebody's heart: pro-life to the marrow, a Whig by conviction.
_DEEPLY = (
    r"(?:to\s+(?:the|my)\s+(?:marrow|core|bones?|hilt|fingertips)|(?:by|in|at)\s+"
    r"(?:conviction|temperament|heart|principle|upbringing|birth|instinct))"
)
_SIDE_ENDS = r"(?=\s*(?:[.,;]|$|(?:and|or|in|on|of\s+(?:politics|the\s+(?:aisle|debate|spectrum)))\b))"
_LEGWORK = (
    r"(?:stuff\w*\s+envelopes|lick\w*\s+(?:stamps|envelopes)|knock\w*\s+(?:on\s+)?doors|(?:mak\w+|made)\s+(?:phone\s+)?calls|phone[\s-]?bank\w*"
    r"|door[\s-]?knock\w*|(?:hand|pass)\w*\s+out\s+(?:leaflets|flyers|literature|pamphlets|buttons)|walk\w*\s+(?:precincts|wards)"
    r"|hold\w*\s+signs|wav\w+\s+signs|driv\w+\s+voters|gather\w*\s+signatures|collect\w*\s+signatures|bundl\w+|rais\w+\s+(?:money|funds))"
)
_PROTEST = r"(?:march\w*|walk-?outs?|rall(?:y|ies|ied)|strikes?|demonstrat\w*|petition\w*|picket\w*|protest\w*|vigils?|sit-ins?)"
_WINNING = (
    r"(?:w[io]ns?|lose|lost|re-?elected|elected|defeat\w*|beaten|beat|prevail\w*|take\s+(?:the|back|over|power|office)|hold"
    r"\s+(?:the|on)|election|voted\s+out)"
)
_LONGING = r"(?:in\s+the\s+hope|hop(?:ed|ing)|pray(?:ed|ing)|long(?:ed|ing)|fear(?:ed|ing)|afraid|worried|dread\w*|rejoic\w*|confident)"
_BACKED = (
    r"backed|supported|endorsed|favored|preferred|financed"
    r"|(?:voted|worked|campaigned|canvassed|fought|rooted|stumped|volunteered|knocked\s+doors)\s+for"
)
# What one does with a yard sign: not taking it down.
_SHOWED = (
    r"carried|planted|hammered|staked|waved|wore|worn|held|displayed|hung|distributed|stuck"
    r"|(?:put|set)\s+(?:up|out)|(?:handed|passed|gave|given)\s+out"
)
_NAMES = r"[A-Z][\w’'-]*\w(?:\s+[A-Z][\w-]*\w)?"
_VIRTUE = (
    r"(?:courage|wisdom|genius|greatness|decency|statesmanship|foresight|boldness|brilliance|optimism"
    r"|(?:bold|inspired|great|visionary|steady|courageous|fearless)\s+(?:leadership|vision))"
)


class Sympathies:
    """Finds what tells the writer's side, with the words of a rulebook: `hostile` verbs, `scorn` and `advocacy`."""

    def __init__(
        self, known: Politics, hostile: frozenset[str], scorn: frozenset[str], advocacy: frozenset[str]
    ) -> None:
        self._known = known
        self._hostile = rf"(?i:{alternatives(inflected(hostile))})"
        self._scorn = rf"(?i:{alternatives(scorn)})"
        self._advocacy = rf"(?:{alternatives(advocacy)})"
        self._camp = rf"(?:{known.party.pattern}|\b(?i:{alternatives(known.ideologies)}))"
        self._whom = rf"(?:{known.leader.pattern}|{known.titled.pattern}|{known.nominee.pattern}|{known.party.pattern})"

    def told(self, sentence: Sentence) -> Iterator[Span]:
        """The places in a sentence that show on which side the writer stands."""
        text = sentence.tokens.text
        patterns = [self._judging]
        elsewhere = ELSEWHERE.search(text) and not self._known.party.search(text)
        if any(token.lower_ in _US for token in sentence.tokens) and not elsewhere:
            patterns.append(self._siding)
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield sentence.span_at(match)

    @cached_property
    def _siding(self) -> Pattern[str]:
        """What only tells a side where the writer is spoken of too."""
        party, leader, creed = self._known.party.pattern, self._known.leader.pattern, self._known.creed.pattern
        # Not for president of the union, nor for a post in an office.
        seats = alternatives(self._known.seats | self._known.offices)
        seat = rf"(?i:the\s+)?(?i:{seats})\b(?!\s+(?:of\s+(?:the|our|my|an?)|job|post|position|clerk|manager|director|staff)\b)"
        stem = r"(?:Reagan|Clinton|Obama|Trump|Nixon|Thatcher|Goldwater|Perot|Biden|Bush|Dean|McCain|Sanders)"
        texts = (
            # On the progressive side of the debate; my sympathies are with labor and the left.
            rf"\b(?:on|from|to)\s+(?:the|my)\s+{self._camp}\s+(?:side|end|wing)\s+of\b(?:\s+(?:the|every|any|most|my))?(?:\s+\w+){{0,2}}",
            rf"\b[Mm]y\s+(?:own\s+)?(?:sympath(?:y|ies)|heart|loyalt(?:y|ies)|allegiances?)\b[^.;]{{0,25}}?\b(?:with|lies?|lay|to)\b[^.;]{{0,25}}?"
            rf"(?:\bthe\s+(?i:left|right){_SIDE_ENDS}|{self._camp}s?\b)",
            rf"(?:{self._camp}|{creed})\s+{_DEEPLY}",
            rf"\b(?:elect|nominat|back|vote\s+for)\w*\s+(?:\w+\s+)?(?:{self._camp}|{creed})\s+(?:women|men|candidates|judges|people|leaders|members|senators)\b",
            r"\b(?:cried|wept|cheered|rejoiced|mourned|celebrated|toasted|danced)\b[^.;]{0,40}?\bwhen\s+(?:he|she|they)\s+(?:conceded|(?:was|were)\s+(?:re-?)?(?:elected"
            r"|inaugurated|sworn\s+in))\b",
            rf"\b[Mm]y\s+heart\s+(?:was|is|lay|lies)\s+(?:in|with|behind)\s+(?:the\s+)?(?:\w+\s+)?(?:campaign|candidate|party|slate|ticket|{self._whom})\b",
            r"\b(?:I\s+(?:am|was|remain|have\s+(?:always\s+)?been)|[Bb]eing)\s+(?:\w+ly\s+)?(?:pro-life|pro-choice|pro-family|anti-abortion)\b",
            r"\b(?:an?|the|any|no|old)\s+(?:Coolidge|Roosevelt|Lincoln|Kennedy|Truman|FDR|JFK|LBJ|Jefferson|Jackson|Hoover|Taft|Wilson|Ford"
            r"|Humphrey|New\s+Deal"
            r"|Great\s+Society|Main\s+Street|Rust\s+Belt|Yellow\s+Dog)\s+(?:Republican|Democrat)s?\b",
            # A president whom I had worked to elect; voting as I did; given to different candidates.
            rf"\b{_OFFICE}\s+(?:that\s+|who\s+|whom\s+)?(?:I|we|my\s+\w+){_HAD}\s+(?:worked|helped|fought|campaigned|hoped)\s+to\s+(?:re-?)?(?:elect|defeat|unseat|oust)\b",
            r"\bvot(?:ed|ing)\s+(?:as|the\s+way)\s+I\s+(?:did|do|had|have)\b|\b(?:my\s+reasons?\s+for\s+voting|the\s+way\s+I\s+vote[sd]?)\b",
            r"\b(?:gave|given|giving|donat\w+|contribut\w+)\s+to\s+(?:(?:and|or)\s+\w+\s+)?(?:[\w-]+\s+){0,3}?candidates?\b",
            rf"\b(?:pledged|committed)\s+(?:delegates?\s+)?to\s+{leader}",
            rf"\b{_LEGWORK}\s+(?:for|on\s+behalf\s+of)\s+(?:the\s+|a\s+|our\s+)?{self._whom}",
            r"\b(?:for|with|behind|against)\s+(?:the|a|an|our)\s+(?:insurgent|reform|opposition|winning|losing|rival|progressive|conservative|liberal|populist)\s+"
            r"(?:ticket|slate)(?=\s*(?:[.,;]|$|(?:in|at|on|and|that|from|during)\b))",
            # The candidate I backed for governor; I carried her yard signs.
            rf"\b(?:candidate|nominee|fellow|man|woman|lawyer|one|neighbor|friend)s?\s+(?:that\s+|who\s+|whom\s+)?(?:I|we|my\s+\w+){_HAD}\s+"
            rf"(?:{_BACKED})\s+(?:for\s+{seat}|in\s+(?:the|that|an?|both|two)\s+(?:[\w-]+\s+)?(?:primary|elections?|caucus(?:es)?|run-?off)\b)",
            rf"\b(?:I|[Ww]e|[Mm]y\s+(?:\w+\s+and\s+I|\w+)){_HAD}\s+(?:{_SHOWED})\s+(?:\w+\s+)?(?:his|her|their|the\s+\w+['’]s|an?|{_NAMES}['’]s?)\s+"
            r"(?:(?:yard|lawn|campaign)\s+(?:sign|poster|placard|banner|button)|bumper\s+sticker)s?\b",
            # Switched parties, a registered independent, a fellow member of the party.
            r"\b(?:switch\w+|chang\w+|left|quit)\s+(?:my\s+)?(?:political\s+)?(?:part(?:y|ies)|(?:party|voter)\s+registration)\b(?=\s*(?:[.,;]|$|(?:in|at|on|and|over|after|when)\b))",
            rf"\bregistered\s+(?:as\s+)?(?:an?\s+)?(?:{party}|[Ii]ndependent)\b",
            r"\b(?:an?|my|the\s+only)\s+(?:lifelong|registered|political|proud|die-?hard)\s+(?:\w+\s+)?[Ii]ndependent\b",
            r"\b(?:fellow\s+|dues-paying\s+|loyal\s+|longtime\s+|registered\s+)(?:party\s+)?members?\s+of\s+(?:the|my|our|that|his|her)\s+(?:same\s+)?party\b",
            rf"\b(?:born|raised|brought\s+up|reared|grew\s+up)\s+(?:as\s+)?(?:an?\s+)?(?:\w+\s+)?{party}",
            r"\b(?:am|was|been)\s+an\s+[Ii]ndependent\b(?=\s*(?:[.;]|,\s+(?:not|and|who)|(?:since|in\s+politics|at\s+the\s+polls|by\s+registration)\b))",
            r"\b(?:the|my|that)\s+(?:\w+\s+)?[Pp]arty\s+(?:\w+\s+)?(?:left|deserted|abandoned|betrayed)\s+(?:me|us)\b",
            rf"\b(?:support|back|endors|vot|campaign|root|pray|work)\w*\s+(?:for\s+)?(?:{self._known.titled.pattern})['’]s?\s+(?:\w+\s+)?(?:opponent|challenger|rival)\b",
            r"\b(?:turn|flip|paint|keep|kept|swing)\w*\s+(?:[A-Z]\w+\s+){1,2}(?:blue|red|purple)\b",
            rf"{leader}\s+(?i:revolution|counterrevolution|coalition|tide|miracle|landslide)\b",
            rf"\b(?:county|state|city|local|national|town)\s+{party}['’]s?\s+[^.;]{{0,40}}?\b(?i:award|medal|prize|plaque)\b",
            # A believer in small government; my blog for the Green New Deal; leaflets against Proposition 8.
            rf"\b(?:believer|belief|faith|adherent|advocate|champion|foe|enemy|opponent|supporter|defender|friend|fan|disciple)s?\s+(?:in|of|for)\s+{creed}",
            rf"\b(?i:op-?eds?|letters?|columns?|editorials?|blog|posts?|pamphlets?|essays?|speech(?:es)?)\s+(?:\w+\s+){{0,3}}?"
            rf"(?i:in\s+(?:support|favor|praise|defense)\s+of|supporting|backing|against|opposing|praising|defending|on\s+behalf\s+of)\s+(?:the\s+)?{creed}",
            r"\b(?i:canvass|campaign|leaflet|stump|rall(?:y|i)|phone[\s-]?bank|knock)\w*\s+(?:\w+\s+){0,3}?(?:for|against)\s+(?:Proposition|Prop\.?|Measure|Question|Amendment|Issue)\s+\w+",
            rf"\b{_PROTEST}\s+(?:[\w’'-]+\s+){{0,4}}?(?:of|against|at|over|protesting|opposing)?\s*(?:the\s+)?(?:{_OFFICE}|{leader}|{_RULE})(?:['’]s)?\s+"
            r"(?:[\w-]+\s+){0,3}?(?:laws?|bills?|ban|orders?|polic(?:y|ies)|war|agenda|cuts?|nominees?)\b",
            rf"\b{_PROTEST}\s+(?:against|for|to\s+stop|to\s+end)\s+(?:the\s+)?(?:[\w-]+\s+)?(?:[Ww]ar|abortion|gun\s+\w+|nuclear\s+\w+|impeachment|death\s+penalty)\b",
            rf"\b{_LONGING}\b[^.;]{{0,30}}?(?:{self._known.party.pattern}|{leader}|\bthe\s+(?:president|incumbent|Conservatives|Liberals|Tories|Labou?r))[^.;]{{0,30}}?\b{_WINNING}\b",
            # A Reaganite; as the Heritage Foundation urged.
            rf"\b(?:an?|as\s+an?|the|my|we|us|no)\s+(?:\w+\s+)?{stem}(?:ites?|ists?|ians?|ers?|ies|ists|ism|onomics|nomics)\b",
            rf"\b(?:as|what)\s+(?:the\s+)?{self._advocacy}\s+(?:had\s+|has\s+)?(?:urg|argu|recommend|propos|taught|preach|teach|put)\w*",
            rf"\b(?i:award|prize|medal|plaque|scholarship|citation)s?\s+(?:of|from|by)\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:of\s+)?{party}\s+(?:Women|Men|Club|Party|Committee|League)",
            rf"\b(?i:more\s+than)\s+(?:the\s+|any\s+|most\s+)?{party}(?:[\w’'\s]{{0,25}}?)\s(?:could|can|ever|did|do)\b(?:\s+say)?",
            rf"\b(?:sign|poster|banner|sticker|flag|button|placard)s?\s+(?:for|of)\s+{self._whom}[^.;]{{0,25}}?\b(?:on|in)\s+my\b(?:\s+\w+)?",
        )
        return re.compile("|".join(texts))

    @cached_property
    def _judging(self) -> Pattern[str]:
        """What tells a side whoever speaks."""
        party, leader = self._known.party.pattern, self._known.leader.pattern
        many = rf"(?:{party}(?<=s)|\b(?i:liberals|conservatives|progressives|socialists))"
        texts = (
            rf"\b(?:when|where|once|if|because|until|now\s+that)\s+(?:the\s+)?{many}\s+(?:\w+\s+)?(?:run|runs|ran|govern\w*|rule|are\s+in\s+charge|were\s+in\s+charge)\b(?:\s+\w+)?",
            rf"\b(?:[Nn]ot\s+(?:one|a\s+single)|[Nn]o)\s+(?:\w+\s+)?{party}\s+(?:\w+\s+){{0,3}}?(?:vot|support|lift|car|help|join)\w*(?:\s+\w+){{0,2}}",
            r"\b(?:Congress|[Aa]dministration|[Pp]resident|[Pp]arty|[Ss]enators?|[Ll]egislature|White\s+House)\s+(?:[\w’'-]+\s+){0,2}?in\s+the\s+"
            r"(?:pockets?|thrall|grip|pay)\s+of\b(?:\s+[\w’'-]+){1,3}",
            rf"\b{self._scorn}s?\s+(?:in|of|at)\s+(?:the|that|this)\s+(?:[\w-]+\s+)?{_RULE}\b",
            rf"\b(?:thanks|owing|no\s+thanks)\s+to\s+an?\s+(?:\w+\s+)?{party}\s+(?i:president|governor|mayor|Congress|legislature|majority|council|senator|administration)\b",
            rf"\b{_VIRTUE}\s+of\s+(?:President\s+|Governor\s+|Senator\s+)?{leader}",
            rf"(?:\bPresident\s+)?{leader}\s+(?:(?:had|has|have|then|and|himself|herself|administration)\s+){{0,2}}{self._hostile}\b(?:\s+\w+)?",
            rf"{leader}\s+(?i:field\s+office|campaign\s+office|phone\s+bank|victory\s+office|yard\s+sign|lawn\s+sign)s?\b",
            r"\bthe\s+(?:voters|electorate)\s+(?:\w+\s+){0,2}?(?:came\s+to\s+(?:their|its)\s+senses|woke\s+up|saw\s+(?:the\s+light|reason)|threw\s+(?:\w+\s+){1,3}?out)\b",
            rf"\b(?:sen[dt]|threw|drove|kicked|swept|voted)\s+(?:the\s+)?(?:{party}|{many})\s+(?:packing|out|from)\b",
            rf"\bunder\s+(?:the\s+)?(?:{many}(?=\s*(?:[.,;]|$|and\b))|{party}\s+(?:mis)?rule\b)",
            r"\b[Tt](?:ake|ook|aken|aking)\s+(?:their|our|this|the|my)\s+country\s+back\b|\b[Tt](?:ake|ook|aken|aking)\s+back\s+(?:their|our|this|the|my)\s+country\b",
        )
        return re.compile("|".join(texts))
