"""Blame that names nobody: had been badly run, years of neglect, nobody had bothered, some genius before me."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._contempt import Words
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from re import Pattern

_ADVERBS = (
    r"(?:badly|poorly|carelessly|ineptly|incompetently|clumsily|wretchedly|dismally|abysmally|shabbily|miserably"
    r"|hopelessly|lazily"
    r"|disastrously|atrociously|amateurishly|chaotically|haphazardly|recklessly|negligently|indifferently"
    r"|shamefully|appallingly)"
)
_ILL_RUN = r"(?:run|managed|led|handled|administered|supervised|governed|overseen|directed|treated|served|conceived|kept|mishandled)"
_BOTHERED = (
    r"(?:bothered|troubled|cared|dared|deigned|taken the trouble|had the (?:courage|courtesy|nerve|wit|sense"
    r"|decency|energy|imagination"
    r"|curiosity|patience|backbone|guts|spine|stomach|will|vision|grace))"
)
_NOBODY = (
    r"(?:nobody|no one|none of (?:them|my \w+|the \w+)|not one of (?:them|my \w+|the \w+)|nobody (?:else"
    r"|in the \w+|there|upstairs)"
    r"|no (?:\w+ )?(?:manager|director|chief|boss|supervisor|predecessor|administrator|superintendent|commander"
    r"|executive|leader)s?)"
)
# Where one of the words stands, the pattern may: each is a pair of both.
_SOURCES = (
    # Had been badly run; was allowed to rot; left to amateurs.
    (
        "ly ",
        rf"\b(?:(?:had|has|have)(?: \w+)? been|was|were) (?:so |very )?{_ADVERBS} {_ILL_RUN}(?! by (?:the|a|an|its"
        rf"|our) (?:\w+ )?(?:contractor|vendor|firm))",
    ),
    (
        "mis;maladmin",
        r"\b(?:(?:had|has|have)(?: \w+)? been|was|were)(?: so| long| badly| grossly| thoroughly"
        r"| chronically)? (?:mismanaged|misgoverned|maladministered|misruled)\b(?! by (?:the|a|an|its"
        r"|our) (?:\w+ )?(?:contractor|vendor|firm))",
    ),
    (
        "left to;allowed to;permitted to",
        r"\b(?:been|was|were) (?:left|allowed|permitted) to (?:rot|drift|languish|fester|wither|molder|decay"
        r"|stagnate|atrophy|go to (?:seed|ruin)|amateurs"
        r"|wilt|fend for (?:itself|themselves)|slide|die on the vine|crumble|unravel)\b",
    ),
    (
        "left to",
        r"\bleft to (?:amateurs|chance|the whims? of|his own whims|cronies|hacks|underlings)\b",
    ),
    # Years of neglect; a culture of fear; a legacy of drift.
    (
        "s of ;decade of;generation of;legacy of;succession of;history of;tradition of;string of;culture"
        " of;habit of;reign of;climate of",
        r"\b(?:years?|decades?|generations?|months|an? (?:decade|generation|legacy|succession|history|tradition"
        r"|string|culture|habit|reign|climate)) of"
        r" (?:[\w-]+ ){0,2}(?:{VICE})\b",
    ),
    # Nobody had bothered.
    (
        "bothered;troubled;cared;dared;deigned;taken the trouble;had the ",
        rf"\b{_NOBODY}(?: [\w’',]+){{0,6}}? (?:had |have |could |would )?(?:be |have been |ever |even |once "
        rf"|so much as |yet )?{_BOTHERED}\b",
    ),
    (
        "nobody;no one;none",
        r"\b(?:nobody|no one|none)(?: [\w’',]+){0,5}? (?:gave|had given|ever gave) (?:a|two|one|any) (?:hoot"
        r"|hoots|damn|thought|fig|rap|straw|rip|whit)",
    ),
    (
        "occurred;dawned;crossed",
        r"\bit (?:had |has )?(?:had )?(?:never|not|apparently never|evidently never) (?:once |even )?(?:occurred"
        r"|dawned|crossed the minds?)"
        r" (?:to|on|of) (?:any|my|the (?:previous|former|earlier|prior|old|last)|those|anyone|them)\b",
    ),
    (
        "who ",
        r"\b(?:any(?:one|body)|whoever|some(?:one|body)) who (?:had |ever )?(?:so much as )?(?:bothered|troubled"
        r"|cared|taken the trouble)"
        r"(?: to \w+)?(?: [\w’']+){0,3} (?:would|could|might|should)\b",
    ),
    # Some genius before me; the mess I inherited.
    (
        "some ",
        r"\b[Ss]ome (?:\w+ )?(?:genius|wizard|mastermind|einstein|luminary|bright spark)\b(?: before me| upstairs)?",
    ),
    (
        "inherited;found;walked into;took over;handed;given;left",
        r"\b(?:inherited|found|walked into|took over|handed|given|left(?: with)?) (?:me |us )?(?:with )?(?:an?"
        r"|the|such an?|a complete|an utter|nothing but) (?:\w+ )?"
        r"(?:mess|shambles|fiasco|debacle|dumpster fire|train wreck|basket case|circus|snake pit|nest of vipers"
        r"|madhouse)\b",
    ),
    (
        " i ",
        r"\b(?:mess|shambles|wreck(?:age)?|ruin|chaos|debacle|fiasco|disaster|muddle) (?:that "
        r"|which )?I (?:had )?(?:inherited|was (?:handed|given|left)|took over|walked into|found)\b",
    ),
    # At last a boss who; where others had wrung their hands.
    (
        "once;last;finally",
        r"\b(?:for once|at last|at long last|finally),? (?:\w+ ){0,4}(?:someone|somebody|(?:a|one) (?:boss|chief"
        r"|manager|director|leader|person|supervisor)) (?:who|willing)\b",
    ),
    (
        "where ",
        r"\b[Ww]here (?:other (?:men|women|managers|chiefs|leaders|directors)|others(?: in (?:the|my|our) \w+)?|lesser \w+|my (?:peers"
        r"|colleagues|predecessors))(?: before me)? (?:had |have )?(?:only |merely |all )?"
        r"(?:were content to|wr[iu]ng|failed|faltered|given up|quit|flinched|balked|hesitated|shrunk|shrank|dithered|talked"
        r"|dawdled|fumbled|run away|fled|seen only|saw only|lost their|hidden|looked away|feared|cowered|waffled"
        r"|{ILL})\b",
    ),
    (
        " than i",
        r"\b(?:better|higher|more|wiser|grander|lesser)[ -]?(?:paid|senior|exalted|decorated|experienced"
        r"|titled)? (?:men|people|women|heads|folk|officials|managers|executives) than I (?:had |have )?"
        r"(?:failed|given up|quit|dropped|dodged|{ILL})\b",
    ),
    (
        "being;was the;become;was a",
        r"\b(?:{VICE}) (?:being|was|had become|having become) (?:the|a) (?:house style|rule|norm|order of the day"
        r"|custom|habit|fashion|policy|tradition|standard|way of life)",
    ),
    (
        " know about",
        r"\b(?:tells?|told|says?|said) (?:you|one|me|us|the reader) (?:all|everything"
        r"|as much as) (?:that )?(?:you|one|we|i|they) needs? to know about(?: [\w’'-]+){1,8}",
    ),
    (
        "monument;shrine",
        r"\b(?:monument|shrine) to (?:my|our|the|some|his|her|their) (?:[\w-]+ ){0,2}(?:predecessor|boss|chief"
        r"|director|manager|supervisor|superintendent|leadership|management|administrator"
        r"|commander)\w*(?:['’]s? [\w ]+)?",
    ),
    (
        "usual;customary;habitual;characteristic;typical;accustomed;famous;legendary;celebrated",
        r"\b(?:his|her|their|the) (?:usual|customary|habitual|characteristic|typical|accustomed|famous|legendary"
        r"|celebrated) (?:lack of|want of|disregard|inability|failure|{VICE})(?: (?:to|for|of)? ?\w+)?",
    ),
    (
        "took;taken",
        r"\b(?:taken|took) (?:my|the|our)(?: [\w-]+){0,2} (?:leadership|management|boss|bosses|predecessors?"
        r"|headquarters|chiefs?|directors?|managers?|supervisors?|superiors?|peers|colleagues|administrators?)"
        r"(?: [\w-]+){1,4} to (?:notice|realize|discover|see|answer|reply|grasp|admit|find|learn|decide|read|sign"
        r"|act)\b",
    ),
    (
        "ever ",
        r"\b(?:[Nn]o|none of (?:the|my)|not one of (?:the|my)|[Nn]ot a single) (?:[\w-]+ ){0,2}?(?:manager"
        r"|director|chief|boss|supervisor|predecessor|administrator|superintendent|commander|executive|leader"
        r"|officer|captain)s?"
        r"(?: [\w’',-]+){0,5}? (?:had|has) ever (?:learned|asked|read|visited|listened|thanked|walked|spoken|met"
        r"|noticed|set foot|apologized|explained|looked|opened|troubled|cared|bothered)\b",
    ),
    (
        "hour;show;circus;comedy;blind;keystone;gallery",
        r"\b(?:amateur hour|clown show|three-ring circus|comedy of errors|the blind leading the blind"
        r"|keystone cops|rogues['’] gallery)\b",
    ),
    (
        "wonder",
        r"\b(?:[Ss]mall|[Nn]o|[Ll]ittle) wonder\b.{1,30}?(?:predecessor|boss|manager|chief|director|supervisor"
        r"|management|leadership|superintendent|commander)\w*(?: [\w’'-]+){1,6}",
    ),
    (
        "if ",
        r"\b[Ii]f (?:my|the (?:previous|prior|former|old|last|earlier)) (?:[\w-]+ )?(?:had|hadn['’]t) (?:only "
        r"|ever |once |so much as )*(?:bothered|read|asked|listened|looked|checked|thought|planned|cared"
        r"|paid)\b(?: [\w’'-]+){0,4}",
    ),
    # Had the prior administrator read his own mail, it could have been done in 1999.
    (
        "had ",
        r"(?:^|[,;] (?:and |but )?)had (?:my (?:[\w-]+ ){0,2}?(?:predecessors?|boss(?:es)?|supervisors?|superiors?|chief"
        r"|colleagues)|the (?:previous|prior|former|outgoing|old|last|earlier) (?:[\w-]+ ){0,2}?[\w-]+) (?:only |ever "
        r"|once |so much as |actually |merely |simply )*(?:bothered|read|listened|looked (?:at|up)|checked|thought|planned|cared"
        r"|paid attention|done (?:his|her|their) (?:job|work|duty))\b(?=.*\b(?:could|would|might|need not)\b)"
        r"(?: [\w’'-]+){0,4}",
    ),
    (
        "not having;not being",
        r"\bnot (?:having been|being) (?:a|an|the|among the) (?:habits?|customs?|strengths?|gifts?|virtues?|strong suit"
        r"|forte|practice) of (?:my|our|the) (?:(?:previous|prior|former|outgoing|old|last|earlier) [\w-]+"
        r"|predecessors?|boss|supervisor)\b",
    ),
    (
        "crossed",
        r"\b(?:never|not) (?:once )?crossed (?:my|the|their|his|her) (?:[\w-]+ )?(?:predecessor|boss|manager"
        r"|chief|director|supervisor|superintendent|commander|leader)\w*['’]s? mind",
    ),
    (
        "tantrums;rages;whims;moods;tirades;outbursts;vanity;incompetence;cruelty;favorites;grudges",
        r"\b(?:tantrums|rages|whims|moods|tirades|outbursts|vanity|incompetence|cruelty|favorites"
        r"|grudges) of (?:its|the|their|my|our|his|her)(?: [\w-]+){0,2} (?:chief|boss|manager|director|head"
        r"|leader|commander|supervisor|warden|dean|captain)s?\b",
    ),
    (
        "no thanks",
        r"\b[Nn]o thanks to (?:my|our|the|his|her|their)(?: [\w’'-]+){1,4}",
    ),
    (
        "with",
        r"\bwith(?:out)? (?:no|little|precious little|scant)? ?(?:help|support|guidance|encouragement|direction"
        r"|interest|thanks)"
        r"(?: (?:and|or) \w+(?: \w+)?)? (?:at all )?from (?:above|the front office|headquarters|those above"
        r"|upstairs|on high|my (?:\w+ )?(?:boss|bosses|superiors?|supervisor|predecessor|director|chief"
        r"|leadership|management|peers|colleagues))\b",
    ),
    (
        "help and",
        r"\b(?:little|no|precious little|scant) help and (?:much|a good deal of|plenty of|every) (?:hindrance"
        r"|interference|obstruction)",
    ),
    (
        "up by;together by",
        r"\b(?:dreamed|dreamt|cooked|thought|thrown|slapped|cobbled) (?:up|together) by (?:my|some|the|his|a|our"
        r"|someone|somebody)(?: [\w’'-]+){1,3}",
    ),
    (
        "usual;as ever;always;predictably;naturally;true to",
        r"\b(?:my|our) (?:\w+ )?(?:bosses?|superiors?|predecessors?|supervisors?|managers?|colleagues"
        r"|peers)(?: in [\w ]{2,20}?)?(?:,| and) (?:as usual|as ever|as always|predictably|naturally"
        r"|true to form)\b",
    ),
)
# Of which years may tell no ill.
_MILD = frozenset("weakness pride waste coldness temper ego confusion nap heat".split())
# Who is no colleague.
_PARTIES = re.compile(
    r"\b(?:republicans?|democrats?|democratic|gop|partisan|congress(?:ional)?|legislative|soviet|colonial|industrial"
    r"|union|contractors?|vendors?|owners?|landlords?|drought|parental)\b",
    re.IGNORECASE,
)
# Why nobody was to blame.
INNOCENT = re.compile(
    r"\b(?:(?:stood|sat|was|been|lay|fell) vacant|illness|stroke|cancer|surgery|for (?:want|lack) of|shortage of"
    r"|forced to|because nobody|since nobody"
    r"|no (?:money|budget|funds|funding|authority|staff|fault)|never (?:had|given) the (?:money|staff|authority"
    r"|people|budget)"
    r"|short-?(?:staffed|handed)|underfunded|unfunded|understaffed|through no fault|not (?:his|her|their) fault"
    r"|no fault of|did (?:his|her|their) best"
    r"|as best (?:he|she|they) could|with what (?:he|she|they) had|without (?:the|a|any) (?:money|staff|budget"
    r"|authority|funds|crew))\b"
)


def implied(sentence: Sentence, text: str, words: Words) -> Iterator[Span]:
    """The places in the sentence, whose text is given, that blame whoever came before."""
    lowered = text.lower()
    found = [
        match.span()
        for cues, source in _SOURCES
        if any(cue in lowered for cue in cues.split(";"))
        for match in _pattern(source, words.vices, words.doing_ill).finditer(text)
        if not _PARTIES.search(match[0])
    ]
    if found and not INNOCENT.search(text):
        start = sentence.span.start
        yield from (Span(start + first, start + end) for first, end in found)


@cache
def _pattern(source: str, vices: frozenset[str], ill: frozenset[str]) -> Pattern[str]:
    return re.compile(_filled(source, {"{VICE}": vices - _MILD, "{ILL}": ill}), re.IGNORECASE)


def _filled(source: str, lists: dict[str, frozenset[str]]) -> str:
    for slot, words in lists.items():
        source = source.replace(slot, "|".join(map(re.escape, sorted(words))))
    return source
