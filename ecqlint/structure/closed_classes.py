"""Closed classes of general English by which sentences show their role in a story; none of them is a subject matter."""

from __future__ import annotations

import re

# What verbs do, by their lemmas.
VERBS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "rise": """rise grow increase climb double triple quadruple improve gain expand exceed surpass jump soar advance accelerate
            strengthen""",
        "fall": "fall drop decline decrease shrink halve diminish plunge slip dip lessen ease sink dwindle",
        "cut": "cut reduce lower save eliminate shorten avoid prevent recover restore reverse erase",
        "reach": "reach achieve attain accomplish complete finish meet deliver produce yield generate realize succeed earn win receive award",
        "settle": """adopt approve sign pass ratify accept endorse confirm certify select recognize copy replicate follow join return
            reopen open close withdraw vote agree renew enact""",
        "last": "remain stay continue keep hold stand endure last survive",
        "trouble": """fail lose lack miss threaten refuse deny delay complain warn sue quit leave break oppose resist object suspect fear
            doubt worry struggle suffer collapse stall expire lapse crash flood burn die block blame stop overrun reject criticize
            neglect ignore distrust""",
        "demand": "face require need demand mandate direct order expect call confront must challenge press ask charge task",
        "mean": "mean imply cause lead leave result",
        "be": "be seem appear become feel look sound",
        "have": """have own possess hold include contain consist comprise employ serve cover run operate use rely depend cost pay spend
            belong""",
        "know": """know see think believe find learn discover understand realize notice hear remember recognize hope want wish like love
            expect assume suspect doubt""",
        "say": "say tell write call explain add reply answer report announce declare testify note state",
        "job": "lead manage direct supervise oversee head command run serve administer govern",
        "arrive": "arrive begin start come become take assume inherit join enter appoint name select hire",
    }.items()
}

# What nouns stand for, by their lemmas.
NOUNS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "trouble": """problem challenge crisis backlog shortage delay complaint grievance deadline gap risk failure error shortfall loss
            lawsuit vacancy turnover deficit conflict dispute distrust mistrust resistance opposition threat weakness danger obstacle
            barrier difficulty pressure fear anger confusion cut overrun decline emergency disaster""",
        "outcome": """result outcome saving reduction increase improvement success award record rating score benefit achievement
            accomplishment gain return recognition satisfaction model praise finding""",
        "post": """director chief manager deputy head officer commander administrator superintendent executive supervisor commissioner
            secretary leader chair""",
        "unit": """office agency department division bureau branch center region program staff employee team workforce budget mission
            organization service member people""",
        "duty": "goal objective mandate duty task mission responsibility order assignment target",
    }.items()
}

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SEASONS = "spring|summer|fall|autumn|winter"
_COUNT = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|sixty|ninety|\\d+"
_OFFICES = "director|deputy|chief|head|manager|acting|assistant|associate|regional|senior|commander|administrator|superintendent|commissioner"
_UNITS = r"(?:days?|weeks?|months?|years?)"

# How a sentence sets out.
OPENERS = {
    name: re.compile(rf"[“\"']*(?:{pattern})(?!\w)", re.IGNORECASE)
    for name, pattern in {
        "result": r"as a (?:direct )?(?:result|consequence)|consequently|thus|therefore|accordingly|in the end|ultimately|finally"
        r"|eventually|(?:the|these|those|my|our) (?:results?|outcomes?|efforts?|changes?|actions?)",
        "by-date": rf"by (?:the (?:end|time|{_SEASONS}|following|next|close)|early|late|mid|then|{_MONTHS}|fiscal|\d{{4}}|\w+ of)",
        "within": rf"(?:with)?in(?:side)? (?:the first |of |under |less than |about |only )*(?:{_COUNT})[\w-]* "
        r"(?:second|minute|hour|day|week|month|year|quarter)s?",
        "since": rf"since (?:then|that)|to(?: this day|day)|now|still|the following|the next (?:{_SEASONS}|year|month|week)|a year later"
        rf"|(?:\w+ ){{1,2}}{_UNITS} later|after(?:ward)?",
        "when": rf"when|on my (?:first|arrival)|upon|as (?:the |a |an )?(?:{_OFFICES})|from \d{{4}} to",
        "in-date": rf"(?:in|on|during|between|from|for|at) (?:the (?:early|late|{_SEASONS}|night|morning|week|first|year)|early|late|mid"
        rf"|{_MONTHS}|fiscal|\d{{4}}|a single)",
        "at-time": r"at (?:the|that) time|until then|before (?:that|then|me)|previously|historically|for (?:years|decades|\w+ years)"
        r"|by law|meanwhile|worse",
        "answer": r"to (?:address|meet|solve|fix|resolve|overcome|build|ensure|make|get|keep|find|reduce|improve|begin|do|win|give|bring"
        r"|help)|in response|instead|rather than|because",
        "step": r"first|second|third|next|then|once|also|in addition|additionally|furthermore|moreover|every|each|twice"
        r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day",
        "contrast": r"but|however|yet|although|though|despite|while|even|nevertheless|still",
        "demonstrative": r"this|that|these|those|such",
        "pronoun": r"it|they|he|she|them|their|its|his|her",
        "none-of": r"no|not|nobody|none|neither|nothing|few",
    }.items()
}

SHORTFALL = re.compile(
    r"\b(?:no|not|nobody|none|nothing|never|neither|nor|without|hardly|barely|cannot|late|behind|short|slow|slower|poor|bad|badly|worse"
    r"|worst|weak|broken|empty|idle|wrong|overdue|hard|difficult|unable|afraid|angry|tired|missing|dead|lost|alone|too"
    r"|un(?:able|paid|fit|filled|open|safe|sure|happy|easy|clear|fair|known)\w*|over(?:due|run|spent|time)\w*|mis(?:s|take|trust)\w*)\b",
    re.IGNORECASE,
)
DEMAND = re.compile(
    r"\b(?:had to|have to|has to|must|needed|required|deadline|until|unless|if|would|by law|(?:months?|weeks?|days?) away)\b",
    re.IGNORECASE,
)
GAIN = re.compile(
    r"\b(?:for the first time|no longer|ahead of|on time|under budget|in place of|instead of|where (?:it|they|there) had|half of"
    r"|since then|to this day|all (?:of )?(?:the |\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|every one|not one"
    r"|without an?|remaining|last of|ha(?:s|ve) since)\b",
    re.IGNORECASE,
)
FROM_TO = re.compile(
    r"\bfrom\b[^.;]{1,60}?\bto\b|\bdown (?:from|to)\b|\bup (?:from|to|by)\b|\bcompared (?:with|to)\b|\bagainst\b|\binstead of\b"
    r"|\bahead of\b|\bunder (?:budget|the estimate)\b|\bearly\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:more|fewer|less|better|worse|higher|lower|faster|\w+er) than\b|\b(?:half|twice|double|a third|two thirds|three quarters)\b"
)
MONEY = re.compile(r"\$\s?\d")
PERCENT = re.compile(r"\bpercent\b|%")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|fall|autumn|winter)\b"
)
SELF = re.compile(
    r"this (?:executive|official|administrator|manager|leader|author|writer|candidate|applicant)"
    r"|the (?:undersigned|candidate|applicant|author|writer)",
    re.IGNORECASE,
)
