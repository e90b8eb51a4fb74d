"""References that the order of their words makes plain: "of whom more below", "two pages back", "I leave that for ECQ 4"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ecqlint.checks._inflection import participle, past, present_participle, with_s
from ecqlint.edition import Edition

_COUNT = r"(?:a|one|two|three|four|five|six|a\s+few|some|several)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|last|final|opening|closing|next|previous|preceding|foregoing|prior|earlier|later|other)"
_OTHER = (
    r"(?:another|an?\s+(?:different|separate|later|earlier|previous|prior)|other|the\s+other|its\s+own|their\s+own)"
)
_WRITER = r"(?:I|we|I['’]ve|we['’]ve)"
_HAVE = r"(?:(?:have|shall|will|can|may|also|already|just|now|['’]ll|briefly|elsewhere|earlier|previously)\s+)*"
# Words of degree and manner between a verb of telling and its place.
_MANNER = (
    r"(?:\s+(?:more\s+|most\s+)?(?:at\s+(?:\w+\s+)?length|fully|briefly|again|also|already|in\s+(?:\w+\s+)?(?:detail"
    r"|full|depth|brief)|separately"
    r"|elsewhere|only|out|of|on|with|about|up|further|first|later|earlier|both))*"
)
_READER = r"(?:the\s+(?:attentive\s+|patient\s+)?readers?|readers|you|the\s+(?:board|panel|reviewer)s?|(?:board|panel)\s+members)"
# A part of another whole is none of the narrative: the first section of the river.
_WHOLE = r"(?!\s+(?:of|for|from|to\s+(?:the|a|an|our|his|her|their|its))\b(?!\s+(?:this|my|these)\b)|['’]s\b|-)"
_END = r"(?=\s*(?:[,.;:)?!—–]|$)|\s+(?:and|but|or|so|when|while|where|as|in|under|at|for)\b)"
_CLAUSE = r"(?:^[\"“]?|(?<=[,;:(—–-]\s)|(?<=[(—–])|(?<=\b(?:and|but|for)\s)|(?<=\bor\s)|(?<=\bthat\s)|(?<=\bsince\s)|(?<=\bbecause\s))"
# Nothing that the writer says to somebody, somewhere or at some time in the story.
_NO_HEARER = (
    r"(?!\s+(?:it\s+|this\s+|that\s+|him\s+|her\s+|them\s+)?(?:to|with|at\s+(?:the|our|a)|before\s+the"
    r"|that\s+(?:day|night|week|year|morning)"
    r"|in\s+(?:a|an|the|my|\d)|on\s+(?:the|a|my|\w+day)|last|the\s+(?:same|next)\s+day)\b)"
)

# A sentence without any of these points nowhere; most have none, and the patterns are many.
_CUES = re.compile(
    r"above|below|earlier|later|previous|preced|foregoing|elsewhere|already|\bjust\b|section|example|ecq|qualification|competenc|narrative"
    r"|essay|\bpages?\b|paragraph|story|stories|heading|write-up|r[eé]sum|\bCV\b|\bvita|supra|infra|\bmore (?:of|on|about|below)|\bmore\b"
    r"|\bas (?:I|we|has|will|the|readers?|you)\b|\breaders?\b|recall"
    r"|attached|enclosed|"
    r"moment|cover letter|application|\b(?:answer|response|reply|account)\b|under\b|same\b|\bLeading|Results|Acumen|Building",
    re.IGNORECASE,
)


@cache
def patterns(
    edition: Edition, parts: tuple[str, ...], telling: tuple[str, ...], giving: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    """What to look for in a sentence, each pattern one way of pointing.

    `parts` are nouns for a part of a text, `telling` verbs of saying and `giving` those that say what a place holds, in the infinitive.
    """
    spaced = "|".join(re.escape(n).replace(r"\ ", r"[\s-]+") for ecq in edition.ecqs for n in (ecq.name, *ecq.aliases))
    name = rf"(?-i:{spaced})\b"
    part = rf"(?:{_any(parts)})s?\b(?!-)"
    paper = r"(?:narrative|essay|package|application|submission|statement|document|paper|pages|paragraphs|account)\b"
    resume = (
        r"(?:(?:my|the\s+attached|the\s+enclosed|the\s+accompanying|attached|enclosed)\s+(?:attached\s+"
        r"|enclosed\s+|federal\s+)?(?:r[eé]sum[eé]|CV|curriculum\s+vitae|application|cover\s+letter"
        r"|vita)\b)"
    )
    ecq = r"(?:ECQs?|core\s+qualification|qualification|competency|Example|Story|Narrative)\s*#?(?:\d|one|two|three|four|five|[IV]{1,3})\b"
    own = rf"my\s+(?:own\s+)?(?:{_ORDINAL}\s+)?(?:(?:{name}|{ecq})\s+)?(?:ECQ\s+)?{part}"
    of_this = (
        rf"(?:(?:elsewhere|earlier|later|above|below)\s+in\s+(?:this|these|my|the)|in\s+the\s+rest\s+of\s+(?:this"
        rf"|my|the))\s+{paper}|in\s+these\s+pages\b"
    )
    counted = (
        rf"(?:{_COUNT}|\d)\s+(?:pages?|paragraphs?|sections?|sentences?|examples?|ECQs?|headings?)\s+(?:ago"
        rf"|back|earlier|hence|later|further\s+on|(?:above|below){_END})\b"
    )
    passed = (
        rf"(?:the|those|my)\s+(?:(?:{_ORDINAL}|above|following)\s+)(?:(?:few|couple\s+of|\w+ing|two"
        rf"|three|four|five|\d)\s+)?{part}{_WHOLE}"
    )
    other = rf"{_OTHER}\s+(?:part\s+of\s+(?:this|my)\s+{paper}|{part}{_WHOLE})"
    page = rf"(?:pages?|pp?\.|paragraphs?)\s*\d+{_WHOLE}"
    under = rf"under\s+(?:(?:the\s+)?(?:heading\s+(?:of\s+)?)?[\"“]?{name}|the\s+(?:heading|head)\s+of\s+\w+)"
    place = (
        rf"(?:(?:in|on|under|from|at|by|with|within|to)\s+(?:{own}{_WHOLE}|{passed}|{other}|{page}"
        rf"|{resume}|(?:my\s+)?{ecq}{_WHOLE})|in\s+the\s+(?:{part}|part)\s+that\s+(?:follow|precede)s?\b"
        rf"|{under}|{of_this}|{counted})"
    )
    told = _any(
        {participle(v.split()[0]) + v[len(v.split()[0]) :] for v in (*telling, *giving)}
        | {"dealt", "spoken", "said", "met", "left"}
    )
    tell = _any(
        {
            f"{form}{v[len(v.split()[0]) :]}"
            for v in (*telling, *giving)
            for form in (v.split()[0], past(v.split()[0]), participle(v.split()[0]), with_s(v.split()[0]))
        }
    )
    gone = _any(present_participle(v) for v in ("turn", "return", "come", "go", "look", "pass", "refer"))
    says = _any(
        with_s(v.split()[0])
        for v in (*telling, "give", "hold", "contain", "cover", "have", "go", "set out", "address", "treat", "deal")
    )
    texts = (
        # Two pages back; (supra); the above-mentioned mill.
        rf"\b(?:my\s+)?{counted}",
        r"(?<=\()(?:supra|infra|q\.v\.|ibid\.|above|below|vide\s+[^)]+|(?:cf\.?|compare)\s+(?:my"
        r"|the|ECQ|Example|above|below)[^)]*)(?=\))|\b(?:vide|ut)\s+supra\b",
        r"\b(?:above|before|afore|fore|previously|just|already|earlier)[\s-]?(?:mentioned|described"
        r"|cited|named|noted|discussed|referenced|quoted|said)\s+(?=(?:\w+-)?[a-z$\d])"
        r"(?<!aforementioned\s)(?<!had\s)",
        # Of whom more below; more on which in Results Driven; for which see my example.
        rf"\b(?:of|about|on|upon)\s+(?:whom|which|whose\s+\w+)\s+(?:{_WRITER}\s+(?:shall\s+|will\s+)?(?:have\s+"
        rf"|say\s+|write\s+|speak\s+|tell\s+)*)?more\b(?:\s+(?:below|later|anon|presently|elsewhere"
        rf"|{place}))?{_END}",
        rf"\bmore\s+(?:of|on|about)\s+(?:whom|which|that|this|it|him|her|them|these|those)\s+(?:below"
        rf"|later|anon|presently|elsewhere|{place}|(?:in|under)\s+{name})",
        rf"\b(?:of|about|on)\s+(?:whom|which|that|this|him|her|it|them)\s+(?:{_WRITER}\s+)(?:shall\s+"
        rf"|will\s+)?(?:say|write|speak|tell)\s+(?:more|further)\b(?:\s+(?:below|later|elsewhere|{place}))?",
        r"\bfor\s+(?:which|whom)\s+see\b[^,.;)]*",
        rf"\b(?:see|cf\.|vide)\s+(?:also\s+)?(?:{page}|p\.\s*\d+|(?:my|the)\s+(?:[\w-]+,?\s+){{1,7}}?(?:above|below)\b|{resume})",
        # As I have said; as already explained; as will be seen; as the reader will recall.
        rf"{_CLAUSE}as\s+(?:I|we)(?:\s+have|['’]ve)(?:\s+(?:already|just|also|earlier|previously|elsewhere"
        rf"|before))*\s+(?:{told})\b{_NO_HEARER}(?:\s+(?:above|below|before|earlier|elsewhere|{place}))?{_END}",
        rf"{_CLAUSE}as\s+(?:I|we)(?:\s+(?:already|just|also))?\s+(?:said|mentioned|noted|explained"
        rf"|described|stated|indicated|remarked|observed|wrote)(?:,|\s+(?:above|earlier|before|elsewhere"
        rf"|{place}){_END})",
        rf"{_CLAUSE}as\s+(?:has\s+(?:already\s+)?been\s+(?:{told})|(?:already|just|previously|earlier"
        rf"|elsewhere)\s+(?:{told})|(?:{told})\s+(?:already|above|below|earlier|elsewhere|previously"
        rf"|before|{place}))\b{_NO_HEARER}{_END}",
        rf"{_CLAUSE}as\s+(?:will\s+(?:be\s+(?:seen|shown|clear|told|explained)|become\s+clear|appear)"
        rf"|(?:I|we)\s+(?:shall|will)\s+(?:see|show|tell|explain|describe|relate|recount|discuss))\b(?:\s+(?:below"
        rf"|later|elsewhere|presently|{place}))?",
        rf"\b(?:as\s+)?{_READER}\s+(?:will|may|might)\s+(?:already\s+|also\s+)?(?:recall|remember"
        rf"|recollect|have\s+(?:noticed|seen|read|met|gathered|learned))\b",
        rf"\bas\s+{_READER}\s+(?:(?:will|have|has|already|now)\s+)*(?:see|saw|seen|know|knows|read|learned|met)\b(?:\s+{place})?",
        rf"\b(?:whom|who|which|that)\s+{_READER}\s+(?:has|have)\s+(?:already\s+|just\s+)?(?:met|seen|read\s+(?:of|about)|encountered)\b",
        r"\b(?:described|outlined|discussed|mentioned|noted|explained|recounted|detailed|summarized"
        r"|sketched)\s+(?:above|below)\b(?!\s+(?:the|a|an|my|our|his|her|its|their|this|that|each"
        r"|zero|\d))",
        rf"{_CLAUSE}as\s+[a-z]+ed\s+(?:above|below)\b{_END}",
        rf"\bI\s+have\s+(?:already\s+|also\s+)?(?:{told})\s+(?:elsewhere|above|below)\b(?!\s+(?:the"
        rf"|a|an|my|his|her|its)\s+(?:door|line|dam|deck|roof|fold))",
        r"^Earlier,?\s+I\s+(?:have\s+)?(?:mentioned|described|noted|alluded\s+to|referred\s+to|spoke\s+of"
        r"|introduced)\b(?![^.;]*\s(?:to|with)\s+(?:the|my|her|his|our|them|him)\s)",
        rf"\bI\s+(?:would\s+|must\s+|can\s+only\s+)?(?:refer|direct|point|send)\s+(?:{_READER})\s+to\b"
        rf"|(?<=\()(?:see\s+)?ECQ\s*\d[^)]*(?=\))",
        # Having already dealt with the people side; I need not repeat what I said of it.
        rf"^Having\s+(?:(?:already|just|now)\s+)+(?:{told})\b(?!\s+(?:me|you|him|her|us|them|the\s+(?:crew"
        rf"|staff|union|board|owner|vendor)s?)\b)(?:\s+(?:with|of|on|to))?\s+(?:my|the|this|that)\s+(?:[\w-]+\s+){{0,3}}?(?:side"
        rf"|aspect|subject|topic|theme|question|story|part|matter|point|people|case|background|qualification)\b",
        # I return to this below; I leave that for the next section; turning back to the first story.
        rf"\b(?:{_WRITER}\s+)?(?:{_HAVE})(?:return|come|turn|get|go)(?:\s+back)?\s+to\s+(?:this|that"
        rf"|it|these|those|him|her|them|the\s+(?:matter|point|subject|story|question))(?:\s+(?:point"
        rf"|matter|subject|story|theme|man|woman))?\s+(?:below|later\s+(?:on\b)?|elsewhere|presently"
        rf"|{place}|{under})",
        r"\bI\s+(?:shall|will|['’]ll)\s+(?:return|come\s+back)\s+to\s+(?:this|that|it|these|those"
        r"|the\s+\w+)(?:\s+\w+)?\s+(?:later|below|presently|shortly|in\s+a\s+moment|in\s+due\s+course)\b",
        rf"\b(?:{_WRITER}\s+)?{_HAVE}(?:leave|save|keep|reserve|defer|hold|postpone|leaving|saving"
        rf"|reserving|left|saved|reserved|kept|deferred)\s+(?:[\w’'-]+\s+){{1,7}}?(?:for|to|until)\s+(?:{own}"
        rf"|{passed}|{other}|(?:my\s+)?{ecq}|{name})",
        rf"\b(?:belongs?|comes?|waits?|follows?|appears?|stands?|is\s+(?:a\s+(?:story|matter|subject"
        rf"|tale)|told|treated|found|given|set\s+out))\s+(?:in|to|under|for|on)\s+(?:{own}|{passed}"
        rf"|{other}|{page}|(?:my\s+)?{ecq}|{name}|{resume})",
        rf"\b(?:{gone})\s+(?:back\s+|now\s+)?(?:again\s+)?to\s+(?:{own}|(?:the|that)\s+{_ORDINAL}\s+(?:example"
        rf"|story|narrative|ECQ|essay|section|episode)\b{_WHOLE}|(?:my\s+)?{ecq})",
        # I direct the panel to my answer on integrity; please consult the attached vita.
        rf"\b(?:direct|refer|point|draw|invite|call|commend)s?\s+(?:[\w’'-]+\s+){{1,4}}?to\s+(?:my\s+(?:{_ORDINAL}\s+)?(?:{part}"
        rf"|answer|response|reply|account|r[eé]sum[eé]|CV)|{passed}|{other}|{resume}|(?:my\s+)?{ecq}"
        rf"|the\s+(?:attached|enclosed)\b)",
        # In my first example; the man of my second story; (Example 2 under Results Driven); as in my write-up.
        rf"\b(?:as\s+(?:in|with|at)\b|in|from|of|unlike|like|under|with|to|than(?:\s+in)?)\s+my\s+{_ORDINAL}\s+(?:(?:{name})\s+)?(?:example"
        rf"|ECQ|narrative|essay|qualification|competency|write-up|case\s+study|vignette)\b{_WHOLE}",
        rf"^(?:As\s+)?In\s+the\s+{_ORDINAL}\s+example\b{_WHOLE}|\bas\s+in\s+(?:my|the)\s+(?:{_ORDINAL}\s+)?(?:(?:{name}"
        rf"|[\w-]+)\s+)?(?:{part}){_WHOLE}",
        r"\b(?:in|under|from|of)\s+(?:the|my)\s+(?:first|second|third|fourth|fifth|last|previous"
        r"|preceding|next|other)\s+(?:ECQ|core\s+qualification)\b",
        rf"(?<=\()(?:see\s+)?(?:(?-i:Example|Story|Narrative|Page|Section)\s+\d)\b(?:(?:\s*,|\s+(?:of"
        rf"|under|in))\s+[^)]*(?:{name}|ECQ|section|narrative|above|below)[^)]*|\s*)(?=\))",
        r"\b(?:as\s+in|in|from|like|unlike|see|of)\s+(?:my\s+)?(?-i:Example|Story|Narrative)\s+(?:\d"
        r"|[A-Z]|One|Two|Three)\b(?!\s+of\s+the\s+(?!section))",
        rf"\b(?:of|in|from|by|with|to|read)\s+(?:the|these|those)\s+(?:preceding|foregoing|previous"
        rf"|following|succeeding|next)\s+(?:(?:few|two|three|\d)\s+)?(?:pages|paragraphs|narratives"
        rf"|essays|ECQs)\b{_WHOLE}",
        r"\b(?:addition|contrast|according|similar|unlike|beyond|besides|all)\s+(?:of\s+|to\s+)?(?:the\s+(?:above"
        r"|foregoing))\b(?=\s*[,.;:])|\b[Tt]he\s+(?:above|foregoing)\s+(?=(?:shows?|illustrates?"
        r"|describes?|accounts?|examples?|paragraphs?|results?|figures|case|episode|story|narrative)\b)",
        # Covered under a separate heading; told in these pages; what my third ECQ tells.
        rf"\b(?:{_WRITER}\s+)?{_HAVE}(?:(?:is|are|was|were|been|be)\s+)?(?:{told}){_MANNER}\s+{place}",
        rf"\b{_WRITER}\s+{_HAVE}(?:{tell})\b(?:\s+(?!to\b|with\b)[\w’'-]+){{0,7}}?\s+{place}",
        rf"{_CLAUSE}{place}\s*,?\s+{_WRITER}\s+{_HAVE}(?:{tell})\b",
        rf"\b{own}\s+(?:also\s+|already\s+|above\s+|below\s+)?(?:{says}|(?:{told})\s+(?:how|why|what"
        rf"|that|the)\b)(?:\s+out)?(?=\s+(?:how|why|what|that|the|of|with|my|more|a)\b)",
        rf"\b(?:{resume}|the\s+(?:attached|enclosed|accompanying)\s+(?:r[eé]sum[eé]|CV|curriculum\s+vitae))\s+(?:also\s+)?(?:{says})\b",
        r"\b(?:in|on|from|with)\s+(?:the|my)\s+(?:attached|enclosed|accompanying)\s+(?:r[eé]sum[eé]"
        r"|CV|curriculum\s+vitae|application|cover\s+letter)\b",
        # The same flood I told of; that I mentioned a moment ago; the crew just described.
        r"\b(?:that|whom|which|[a-z]+)\s+I\s+(?:have\s+)?(?:just\s+)?(?:mentioned|described|told\s+of"
        r"|spoke\s+of|spoken\s+of|named|introduced|cited|noted)\s+(?:(?:just|only)\s+)?(?:a\s+moment\s+ago"
        r"|just\s+now|when\s+(?:speaking|telling|writing|describing)\b|in\s+passing\s+(?:above|earlier))",
        r"\b(?:the\s+)?same\s+[a-z]+\s+(?:(?:that|whom|which|of\s+whom|of\s+which)\s+)?I\s+(?:have\s+)?(?:just\s+"
        r"|already\s+)*(?:told\s+of|spoke\s+of|spoken\s+of|wrote\s+of|written\s+of|mentioned|described)(?!\s+(?:to"
        r"|in|at|with|on)\b)",
        r"\b(?:of|about|to)\s+(?:whom|which)\s+I\s+(?:have\s+)?(?:already\s+|just\s+)?(?:wrote|written"
        r"|spoke|spoken|told|alluded|referred)\s+(?:above|below|earlier|before)\b|\bI\s+(?:have\s+)(?:just"
        r"|already)\s+(?:mentioned|described|told\s+of|spoken\s+of|alluded\s+to|recounted|related)\b" + _NO_HEARER,
        r"(?<=[a-z]\s)(?:just|already)\s+(?:described|mentioned|recounted|cited)(?=\s*[,.;:)]|\s+(?:was"
        r"|were|is|are|had|has|gave|made|took|led|came)\b)",
        rf"{_CLAUSE}elsewhere,?\s+I\s+(?:have\s+|also\s+)*(?:describe|described|tell|discuss|discussed"
        rf"|recount|recounted|relate|related)\b{_NO_HEARER}",
    )
    return tuple(re.compile(text, re.IGNORECASE) for text in texts)


def references(text: str, looks: Iterable[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """The places in a sentence's text that point to another part of the package."""
    if not _CUES.search(text):
        return
    for look in looks:
        for match in look.finditer(text):
            if match.end() > match.start():
                yield match.span()


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in words), key=len, reverse=True))
