"""What supporters write, form, wear and keep, as patterns: op-eds for McCain, Women for Romney, a Victory Fund, a signed photograph."""

from __future__ import annotations

_NAME = r"[A-Z][\w’'-]*\w"
_WRITINGS = (
    r"(?i:op-?eds?|letters?\s+to\s+the\s+editor|guest\s+columns?|columns?|editorials?|blog(?:\s+posts?)?|tweets?"
    r"|posts|pamphlets?|jingles?|speech)"
)
_KEPT = r"(?i:photo(?:graph)?|portrait|picture|poster|bust|mug|cap|hat|button|print|bobblehead|flag|pin|t-shirt|medallion|placard)s?"
_PLACES = r"(?i:my)\s+(?:\w+\s+)?(?i:wall|desk|office|locker|door|shelf|mantel|credenza|window|lapel|dashboard|truck|car|yard|lawn|porch)"
_GROUPS = r"(?:Women|Men|Youth|Students|Citizens|Americans|Friends|[A-Z]\w+s)"
_CAMPAIGNERS = (
    r"(?i:field\s+(?:director|organizer|staffer|man|worker)|press\s+secretary|speechwriter|staffer"
    r"|volunteer(?:\s+coordinator)?|advance\s+(?:man|woman|person|staffer)"
    r"|scheduler|pollster|canvasser|organizer|surrogate|state\s+director|body\s+man|phone\s+banker|driver|finance\s+director)s?"
)


def trappings(party: str, leader: str, titled: str, nominee: str) -> str:
    """A pattern for what only supporters have and make, from those of a party, a politician, a titled name and a nominee."""
    whom = rf"(?:(?i:the|a|our|my)\s+)?(?:{leader}|{titled}|{nominee}|{party})"
    return (
        rf"\b(?i:for\s+(?:an?|the|my)\s+[\w-]+\s+who\s+(?:was\s+|later\s+)?(?:wanted|hoped|aspired|sought|ran|running"
        rf"|seeking)\s+(?:to\s+be(?:come)?\s+|for\s+|to\s+unseat\s+)?(?:(?:an?|the)\s+)?(?:\w+\s+)?(?:governor|senator|senate|mayor|president|congress\w*|sheriff|office|legislature|seat))"
        r"|\b(?:Ford|Kennedy|Johnson|Humphrey|Anderson|Wallace|Brown|Hart|Jackson|Kemp|Thompson|Lodge)\s+(?:presidential\s+)?campaign\b"
        rf"|\b(?i:my|our)\s+(?:{party})\s+(?!(?:counterpart|staff|contact|colleague|member|and)s?\b)\w+"
        rf"|\bfor\s+(?:{leader})(?=\s*(?:[.,;]|(?:in|and|at|on|during|back|when|from|before|twice|that|as)\b))"
        rf"|\b{_WRITINGS}\s+(?:\w+\s+){{0,2}}?(?i:in\s+(?:support|favor|praise|defense)\s+of|supporting|endorsing"
        rf"|backing|attacking|against|opposing|praising)"
        rf"\s+{whom}"
        rf"|\b{_GROUPS}\s+(?:for|of)\s+(?:{leader}|{titled})(?!\s+(?:Library|School|Park|Center|Hall))"
        rf"|\b(?i:victory)\s+(?:Fund|Committee|\d{{4}})|\b(?i:voter\s+files?\s+for|oppo(?:sition)?\s+research"
        rf"|ground\s+game|war\s+room\s+(?:for|of))\s+{whom}"
        rf"|\b(?i:recall|impeachment|nominating)\s+(?i:petition|drive|effort|campaign|election)s?\s+(?i:against|of|for"
        rf"|to\s+(?:remove|oust))\s+(?:\w+\s+){{0,2}}?(?:{party}|{titled}|{leader}|(?i:(?:the\s+)?(?:governor|mayor|senator|president|sheriff)))"
        rf"|\b(?:{_KEPT})\b[^.;,]{{0,30}}?{leader}[^.;]{{0,30}}?\b{_PLACES}|\b{_PLACES}\b[^.;]{{0,40}}?\b{_KEPT}\b[^.;,]{{0,30}}?{leader}"
        rf"|\b{_CAMPAIGNERS}\s+(?:on|for|with|in|of)\s+(?:the\s+)?(?:{leader}|{_NAME}(?:\s+for\s+\w+)?\s+(?:campaign"
        rf"|headquarters)|(?:\w+\s+)?(?i:campaign)s?\b(?=\s*(?:[.,;]|in\b|and\b|before\b|that\b)))"
        rf"|{leader}\s+(?:\w+\s+)?(?i:transition|inaugural|delegation|delegate|days|rally|supporter|voter|fan|man|woman"
        rf"|Republican|Democrat)s?\b(?!\s+(?:team|staff|office)\s+(?:asked|sent|called))"
        rf"|\b(?i:money|dollars|checks?|contributions?|[\d,.]+(?:\s+(?:million"
        rf"|thousand))?(?:\s+dollars)?)\s+for\s+(?:{leader}|{titled}|{nominee})"
        r"|\b(?i:maxed?\s+out|(?:legal|federal)\s+maximum)\b(?=[^.;]{0,40}\b(?i:to|campaign|candidate|donor|donat))"
        r"|\b(?i:(?:new\s+hampshire|iowa|south\s+carolina|republican|democratic|gop|presidential|senate|gubernatorial)\s+primar(?:y|ies))\b"
        r"|\b(?i:caucus\s+(?:night|goer|captain|chair)|advance\s+(?:man|woman|work)\s+(?:for|on)|lit\s+drops?"
        r"|walk\s+lists?|swing[\s-]state)s?\b"
        r"|\b(?i:get(?:ting)?[\s-]+out[\s-]+the[\s-]+vote)\s+(?i:for|in\s+behalf|on\s+behalf)\b"
    )
