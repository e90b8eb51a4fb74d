"""Prospects that the order of their words makes plain, where a parse often goes astray: were I to lead it I'd, I promise the board."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_WOULD = r"(?:\s+(?:would|could|might|should)|['’]d)\b(?!\s+(?:not|never)\b)"
_WILL = r"(?:\s+(?:will|shall)|['’]ll)\b"
_ANY = rf"(?:{_WOULD}|{_WILL})"
_HEAD = r"(?:^[\"“]?|(?<=[,;:(—–]\s)|(?<=[—–(])|(?<=\band\s)|(?<=\bbut\s)|(?<=\bso\s)|(?<=\bfor\s))"
_BODY = (
    r"(?:the|your|this|any|our)\s+(?:[\w’'-]+\s+){0,3}?(?:department|agency|bureau|board|panel"
    r"|service|nation|commission|country|administration|government|office)"
)
# What is only said, remembered or preferred, and what would have been long ago.
_SAID = (
    r"(?!\s+(?:be\s+(?:brief|candid|honest|remiss)|have\s+(?:had|been)|only\s+say|(?:to\s+)?(?:say"
    r"|add|argue|admit|note|stress|thank|mention"
    r"|credit|conclude|begin\s+by|point\s+out|think|guess|call\s+it))\b)"
)
_MINE = r"(?:hope|intention|aim|goal|plan|wish|ambition|desire|purpose|dream|intent|aspiration|resolve|vow|promise)"

# What chooses a candidate.
_CHOSEN = r"(?:selected|chosen|appointed|hired|picked|confirmed|entrusted)"
# Said of past deeds again and again, or of how near a thing came.
_OFTEN = r"(?!\s+have\b)(?![^.;?!]*\b(?:every|each|often|always|usually)\b)"

_PARTICIPLE = re.compile(r"['’]d\s+(?:\w+ly\s+)?(?:been|had|gone|done|seen|known|taken|\w+(?:ed|wn|ught|ept|own))\b")
_TOLD = re.compile(
    r"\b(?:said|told|asked|knew|thought|promised|feared|hoped|wrote|swore|agreed|warned|insisted|believed|understood)\b[^.;]{0,40}$"
)


@cache
def _patterns(intending: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    means = rf"(?:{'|'.join(sorted(intending)) or '(?!)'})"
    texts = (
        # Were I in that chair, I'd raise the rest; given another month, I could have.
        rf"\b[Ww]ere\s+(?:I|it\s+mine|it\s+up\s+to\s+me|the\s+(?:choice|decision|post|money)\s+mine)\b(?!\s+\w+ing\b)[^.;?!]*?\bI{_WOULD}(?:\s+\w+)",
        rf"{_HEAD}(?:[Gg]iven|[Gg]ranted|[Ww]ith)\s+(?:another|more|a\s+second|one\s+more|twice|a\s+free\s+hand"
        rf"|the\s+(?:chance|choice|opportunity|money|authority|means|staff|time)|half\s+(?:a|the)\s+chance)"
        rf"\b[^.;?!]*?\bI\s+(?:would|could|might)\b(?:\s+have\b)?",
        rf"^(?:Offered|Granted|Chosen|Selected|Appointed|Entrusted|Placed|Given\s+(?:the|such\s+a"
        rf"|that)\s+(?:post|role|position|job|trust))\b[^.;?!]*?,\s+I{_ANY}\s+\w+",
        rf"{_HEAD}(?:[Ii]f|[Oo]nce|[Ww]hen|[Ss]hould\s+I\s+be)\s+(?:selected|appointed|chosen|confirmed"
        rf"|hired|entrusted|given\s+(?:the|this)\s+(?:post|chance|opportunity|position))\b[^.;?!]*?,\s+I{_ANY}\s+\w+",
        # If I am selected, the men will find me; I intend, if chosen, to be.
        rf"{_HEAD}(?:[Ii]f\s+I\s+(?:am|were|be)|[Ss]hould\s+I\s+be)\s+(?:[\w’'-]+\s+){{0,2}}?{_CHOSEN}\b"
        r"[^.;?!]*?,\s+[^.;?!]*?(?:\b(?:will|shall|would|can|could|may)|['’]ll|['’]d)\b(?:\s+\w+)?",
        rf"\bI\s+(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+,\s+(?:if|once|when|should\s+I\s+be)\s+(?:so\s+)?{_CHOSEN}(?:\s+[\w’'-]+){{0,6}}?,"
        r"\s+(?:to\s+)?\w+",
        rf"\b[Aa]s\s+(?:an?|your|the)\s+(?:(?:new|next|senior|federal|future)\s+)*(?:executives?|SES\s+\w+"
        rf"|member\s+of\s+the\s+(?:SES|Senior\s+Executive\s+Service)),?\s+I{_ANY}",
        r"\b(?:position|post|role|job|office|chair)\s+(?:for\s+which\s+|that\s+|which\s+|to\s+which\s+)?I\s+(?:now\s+)?(?:apply"
        r"|seek|aspire|want|am\s+(?:applying|seeking))\b[^.;?!]*?\b(?:will|would|shall)\s+\w+",
        # Should it come up again I would argue it; I would have published it had the law allowed it.
        rf"{_HEAD}[Ss]hould\s+(?:it|I|they|that|this|another|you|(?:the|such\s+an?|a)\s+[\w-]+)\s+[^.;?!]*?\bI{_WOULD}\s+\w+",
        r"\bI\s+would\s+have\s+(?!lost|been|needed|failed|died|missed|had)\w+(?=\s[^.;?!]*?\bhad\s+(?:I|it|he|she|they|we|there"
        r"|(?:the|my|a|that|his|her)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s+(?:not\s+)?(?:\w+ed|been|come|gone|had|let|given|known|seen|taken|held|kept|met|won)\b)",
        r"\b[Mm]y\s+(?:plans?|agenda|priorities|program)\s+for\s+(?:the|my)\s+(?:first|next)\s+(?:\w+\s+)?(?:days|weeks|months|year)\b(?:\s+(?:is|are|include)\w*)?",
        r"\bI\s+can\s+do\s+(?:the\s+same|as\s+much|likewise)\s+(?:for|at|in)\s+(?:your|this|any)\b",
        # With a larger budget I would run it by night; with a seat at the table I might well get them theirs.
        rf"\b[Ww]ith\s+(?:an?|the)\s+(?:larger|bigger|wider|broader|freer|stronger|fuller|higher|greater|free|full)\s+[^.;:?!]*?\bI{_WOULD}{_OFTEN}"
        r"(?:\s+\w+)",
        rf"\b[Ww]ith\s+an?\s+(?:seat|place|voice|vote|chair|desk)\s+(?:at|in|on|among)\s+[^.;:?!]*?\bI\s+(?:might|could){_OFTEN}(?:\s+\w+)",
        r"^(?:In|At)\s+(?:the\s+)?[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3},?\s+I\s+should"
        rf"(?!\s+(?:have|be|not|also|never)\b){_SAID}\s+\w+",
        # Faced with such a choice, I would.
        r"^(?:Faced|Confronted|Presented|Charged|Tasked)\s+with\s+(?:a\s+(?:choice|similar|like|second|third)|another|such|that\s+choice"
        rf"|(?:the|that)\s+same)\b[^.;?!]*?,\s+I{_WOULD}(?:\s+always)?\s+\w+",
        r"\bI\s+(?:am|remain|stand)\s+(?:fully\s+|deeply\s+|firmly\s+)?(?:committed|dedicated)\s+to\s+\w+ing\b(?=[^.;]*\b(?:same|next|future|wherever"
        r"|(?:your|any)\s+\w+|your)\b)",
        rf"\bI{_WOULD}\s+do\s+(?:it|so|the\s+same|that|as\s+much)(?:\s+all\s+over)?\s+(?:again\b|tomorrow\b|anywhere\b|without\s+hesitation\b)",
        r"\b[Gg]ive\s+me\s+[^.;?!]*?\band\s+I(?:\s+(?:will|would|can|could)|['’]ll|['’]d)\s+\w+",
        r"\b[Hh]ad\s+(?:I|it|he|she|they|we|there|the\s+\w+|my\s+\w+|[A-Z]\w+)\s[^.;?!]*?\bI(?:\s+(?:would"
        r"|should|might)|['’]d)\s+have\s+(?!lost|been|needed|failed|died|missed|had)\w+",
        r"\b(?:I|[Mm]y\s+\w+)(?:\s+would|['’]d)\s+\w+(?=\s[^.;?!]*\bif\s+I\s+(?:were|led|became|got|ran|held)\b)",
        rf"\b[Mm]y\s+(?:\w+\s+)?{_MINE}\s+(?:(?!each\b|every\b|always\b|daily\b)[\w’'-]+\s+){{0,6}}(?:is"
        rf"|remains)\s+to\s+(?!be\s+(?:in|at|on|there)\b)\w+",
        r"^[Ww]hat\s+I(?:\s+(?:would|will)|['’]d|['’]ll)\s+(?!not\b|have\b)\w+(?=\s(?:[\w’'-]+\s+){0,6}?(?:is|would\s+be|will\s+be)\b)",
        r",\s+and\s+what\s+I(?:\s+(?:would|will)|['’]d|['’]ll)\s+(?!not\b|have\b)\w+(?=\s(?:[\w’'-]+\s+){0,6}?[\w’'-]+,\s+(?:is|are)\b)",
        rf"\bI\s+could\s+(?:do|bring|offer|give)\s+[^.;?!]*?\b(?:for|to)\s+{_BODY}",
        rf"\bI(?:{_ANY}|\s+can\b)\s+(?:do|bring|give)\s+[^.;:?!]{{0,60}}?\b(?:what|as\s+much\s+as)\s+I\s+(?:did|brought|gave|have\s+(?:done|brought|given))\b",
        # It is a skill that I'd put at their disposal.
        rf"\b(?:It|That|This|These|Those|They)(?:['’]s|['’]re|\s+(?:is|are))\s+(?:an?|the|all)\s+(?:[\w’'-]+\s+){{1,4}}?(?:that\s+|which\s+)?"
        rf"I(?:\s+would|['’]d|\s+will|['’]ll)\b(?!\s+(?:not|never|have|rather|often|always|remember|recall)\b){_SAID}\s+\w+",
        rf"\b(?:is|are)\s+(?:one|those)\s+(?:that|which)\s+I(?:\s+would|['’]d|\s+will|['’]ll)\b(?!\s+(?:not|never|have|rather|often|always)\b){_SAID}\s+\w+",
        # That is what I'd do; the first thing that I would change is the form; which I would widen if I could.
        rf"\b(?:[Tt]hat|[Tt]his|[Ii]t)(?:\s+is|['’]s)\s+(?:exactly\s+|just\s+|also\s+)?(?:what|how"
        rf"|where|the\s+\w+)\s+(?:that\s+)?I(?:\s+would|['’]d|\s+will|['’]ll)\b(?!\s+have\s+been){_SAID}",
        r"\b[Tt]he\s+(?:first|next|one|only|last)\s+\w+\s+(?:that\s+|which\s+)?I(?:\s+(?:would|will"
        r"|shall)|['’]d|['’]ll)\s+\w+(?=\s+(?:[\w’'-]+\s+){0,4}?(?:is|would\s+be|will\s+be)\b)",
        rf"\b(?:which|that|whom|and|but)\s+I{_WOULD}\s+\w+(?=\s[^.;?!]*\bif\s+(?:the|I|there|they"
        rf"|we|it|my|you|only|\w+)\s+(?:[\w’'-]+\s+){{0,2}}?(?:were|had|could|allowed|permitted|came"
        rf"|gave|let|is|are)\b)(?!\s+(?:have\s+)?(?:lost|failed|died))",
        rf"\b(?:which|that|whom)\s+I\s+(?:still\s+|now\s+|next\s+)?(?:{means}|am\s+going)\s+to\s+(?!be\b)\w+",
        rf"{_HEAD}(?:[Tt]he\s+(?:other|rest|remaining|last|next|final)\s+(?:[\w’'-]+\s+){{0,3}})?I\s+(?:still\s+"
        rf"|now\s+|next\s+|also\s+|fully\s+)?{means}\s+to\s+(?!be\b)\w+",
        # I'd like to try it; nothing would please me more; I can't wait to.
        rf"{_HEAD}I(?:\s+(?:would|should)|['’]d)\s+(?:very\s+much\s+|dearly\s+|also\s+|still\s+)?(?:like"
        rf"|love|wish|be\s+(?:glad|happy|honou?red|proud|pleased|delighted|eager|ready))\s+(?:to(?!\s+have\b){_SAID}"
        rf"|nothing\s+(?:better|more)|(?:the|a)\s+(?:chance|opportunity))(?:\s+\w+)?",
        r"\b(?:[Nn]othing|[Ff]ew\s+things)\s+(?:would|could)\s+(?:please|honor|delight|suit|mean|make)\s+(?:me\b|more\s+to\s+me\b)",
        r"\b[Ii]t\s+would\s+be\s+(?:an?|my|the)\s+(?:\w+\s+)?(?:honor|privilege|pleasure)\s+(?:to|of|for\s+me\s+to)\b",
        r"\bI\s+can(?:not|n['’]t|['’]t)\s+wait\s+to\s+\w+",
        # I promise the board; I wish I could have saved the mill; it is my hope that I will.
        r"\bI\s+(?:hereby\s+|now\s+|solemnly\s+|can\s+|do\s+|will\s+|here\s+)?(?:promise|pledge|vow"
        r"|undertake|swear)\s+(?:to\s+\w+|(?:that|you)\b(?!\s+(?:what|which))|the\s+\w+|this\s+\w+"
        r"|my\s+\w+)",
        r"\bI\s+(?:hereby\s+|can\s+|will\s+)?(?:guarantee|commit\s+(?:myself\s+)?to|assure\s+you)\s+(?:(?:that\s+)?(?:I"
        r"|you|the|no|nobody|every|my)\b|\w+ing\b)(?=[^.;]*\b(?:will|shall|would)\b)",
        r"\bI\s+(?:only\s+|still\s+|do\s+|often\s+)?wish\s+(?:that\s+)?(?:I|we|there|it|[Tt]he\s+\w+"
        r"|my\s+\w+)\s+(?:could|had|were|might)\b(?:\s+have\b)?(?:\s+\w+)?",
        rf"\b[Ii]t\s+(?:is|remains)\s+(?:also\s+)?my\s+(?:\w+\s+)?{_MINE}\s+(?:to\s+\w+|that\s+(?:I"
        rf"|we|every|no|my|the)\b[^.;]*?\b(?:will|can|may|shall)\b)",
        r"\bI\s+have\s+(?:every|a\s+firm|the)\s+(?:intention\s+of|hope\s+of)\s+\w+ing\b|\bI\s+have\s+(?:plans"
        r"|a\s+mind|it\s+in\s+mind)\s+to\s+\w+",
        # You can count on me to; the bureau will find in me.
        rf"\b(?:[Yy]ou|(?i:{_BODY}))\s+(?:can|may|will|would)\s+(?:always\s+)?(?:count|rely|depend"
        rf"|call)\s+(?:on|upon)\s+me\b(?:\s+to\s+\w+)?",
        rf"\b(?:[Yy]ou|(?i:{_BODY}))\s+(?:will|would|shall|can\s+expect\s+to)\s+(?:find|have|get|see"
        rf"|gain)\s+(?:[\w’'-]+\s+){{0,3}}?(?:in|from|of)?\s*me\b",
        rf"\b[Ww]hat\s+(?:you|(?i:{_BODY})|(?:the\s+)?[A-Z]\w+)\s+(?:can|may|will|would)\s+(?:expect|have|get|find|see)\s+(?:of|from|in)\s+me\b",
        # My approach to a failing unit would be to listen first.
        r"\b[Mm]y\s+(?:[\w’'-]+\s+){1,9}?would\s+be\s+(?:to\s+\w+|the\s+same\b)",
    )
    return tuple(map(re.compile, texts))


def prospects(text: str, intending: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The places in a sentence's text at which the writer speaks of what is yet to come or might have been.

    `intending` are verbs of intention, in the infinitive.
    """
    for pattern in _patterns(intending):
        for match in pattern.finditer(text):
            if (
                not _TOLD.search(text[: match.start()])
                and not _PARTICIPLE.search(match[0])
                and not text.rstrip('”"').endswith("?")
            ):
                yield match.span()
