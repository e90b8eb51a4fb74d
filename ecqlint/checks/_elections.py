"""Elections as the writer lived them: votes, candidates helped into office, whose victory was ours; not elections run as a job."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from re import Pattern
from typing import TYPE_CHECKING

from ecqlint.checks._campaigning import ELSEWHERE, is_ours, text_of
from ecqlint.checks._grammar import FIRST_PERSON, clause, clause_span, governor, subject, verbs
from ecqlint.checks._people import is_person
from ecqlint.checks._politics import Politics
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_US = FIRST_PERSON | {"we", "us", "our", "ours"}
# Somebody to vote for, where no panel or award is spoken of.
_SOMEBODY = frozenset(
    "him her them guy fellow other opponent challenger winner loser incumbent underdog father son".split()
)
_PANEL = re.compile(
    r"\b(?:panel|award|job|vacancy|hire|hiring|finalist|applicant|board|as|chair|bylaws|officers|co-op|trustees?)s?\b",
    re.I,
)
_MEASURES = re.compile(r"\b(?:levy|bond|measure|proposition|referendum|millage|sales tax|charter)s?\b", re.I)
_DUTY = re.compile(
    r"\b(?:poll workers?|ballots|voting machines|recount\w*|certif\w+|turnout|tabulat\w+|election (?:officials?|administrat\w+|security))\b",
    re.I,
)
_SUITS = re.compile(
    r"\b(?:court|judge|contract\w*|arbitrat\w+|lawsuit|suit|appeal|litigation|claims?|award\w*)\b", re.I
)
_AT_THE_POLLS = re.compile(
    r"\b(?:elections?|November|polls|ballot|votes?|White House|Senate|House|Congress|statehouse|legislature|majority|primary"
    r"|inaugurat\w+|governor(?:ship)?|presiden\w+|mansion)\b",
    re.I,
)
_WON = (
    r"(?:w[io]n|wins|winning|los[et]|prevail\w*|triumph\w*|swept|carried\s+(?:the\s+)?\w+|c[ao]me\s+(?:in|to\s+power|back)|got\s+in"
    r"|t(?:ook|akes?)\s+(?:office|power|over|back|the)|returned\s+to\s+power|(?:was|were|is|are)\s+(?:back\s+)?in\s+(?:power|office|charge))"
)
_PARTISAN_SIDE = r"(?:right|wrong|better|other|losing|winning)\s+(?:party|ticket)|(?:my|our)\s+(?:own\s+)?(?:party|nominee|ticket|slate)"
_OWN_SIDE = (
    r"(?:(?:my|our)\s+(?:own\s+)?(?:side|team|people|man|woman|guy|gal|fellow|candidates?)|the\s+good\s+guys|(?:the\s+)?(?:right|wrong)"
    r"\s+(?:side|man|woman|person|people))"
)
_WISHED = re.compile(rf"\b(?:the\s+)?(?:{_PARTISAN_SIDE})\s+(?:[\w’']+\s+){{0,3}}?{_WON}\b", re.I)
_HOPED = re.compile(rf"\b{_OWN_SIDE}\s+(?:[\w’']+\s+){{0,3}}?{_WON}\b", re.I)
_CHAMBER = (
    r"(?:(?:both|the|our|my)\s+)?(?:[\w.]+\s+)?(?:Senate|House|White House|statehouse|legislature|governorship|governor['’]s\s+mansion"
    r"|presidency|majority|Congress|gavels?|speakership)\b(?=\s*(?:[.,;:)]|$|(?:in|that|by|and|again|back|for|after|before|with|from|once)\b))"
)
_HELD = re.compile(
    r"\b(?:other\s+(?:side|party)|opposition|wrong\s+(?:party|people|crowd)|(?:our|my)\s+(?:side|party|team|people)|we|good\s+guys)\s+"
    r"(?:[\w’']+\s+){0,3}?(?:take|took|taken|win|won|lose|lost|flip\w*|regain\w*|retake|retook|recaptur\w+|captur\w+|held?|hold|kept|keep"
    rf"|seiz\w+)\s+(?:back\s+)?(?:control\s+of\s+)?{_CHAMBER}",
    re.I,
)
_BEATEN = re.compile(
    r"\b(?:we|I)\b[^.;:]{0,40}?\b(?:beat\w*|defeated|whipped|thrashed|ousted|trounced|routed|licked)\b[^.;:]{0,40}?"
    r"(?:\bat\s+the\s+(?:polls|ballot\s+box)\b|\bon\s+election\s+(?:day|night)\b|\bin\s+the\s+(?:\w+\s+)?(?:election|primary)\b)",
    re.I,
)
_FLIPPED = re.compile(
    r"\b(?:turn|flip|paint|keep|kept|help)\w*\s+(?:the|my|our|an?|that)\s+(?:[\w-]+\s+){0,2}?(?:state|county"
    r"|district|precinct|ward|seat|town|suburb"
    r"|legislature|senate)\s+(?:from\s+\w+\s+to\s+)?(?:red|blue)\b",
    re.I,
)
_MOOD = (
    r"\b(?:grie[fv]\w*|mourn\w*|wept|weep\w*|cried|celebrat\w+|cheer\w*|rejoic\w+|relie[fv]\w*|joy\w*|heartbr\w+|heartsick|dismay\w*"
    r"|delight\w*|elat\w+|despair\w*|devastat\w+|thrill\w*|toast\w*|disappoint\w*|glad|gloat\w*|jubila\w+|sorrow\w*|champagne|shock\w*"
    r"|anguish\w*|exult\w*|stunned|disgust\w*|disgrace\w*|catastroph\w+)\b"
)
_DAY = (
    r"\b(?:election\s+night|(?:the|that|this)\s+(?:(?:\d{4}|presidential|November|general)\s+)*election(?!\s+(?:of"
    r"|for|in)\b)(?:\s+(?:results?|returns|outcome))?"
    r"|(?:outcome|results?|victory|defeat)\s+(?:in|of)\s+(?:that\s+)?(?:November|the\s+(?:\w+\s+)?election)|November['’]s\s+\w+)\b"
)
_FELT = re.compile(rf"{_MOOD}[^.;]{{0,60}}?{_DAY}|{_DAY}[^.;]{{0,60}}?{_MOOD}", re.I)
_TURNED_OUT = re.compile(
    r"\b(?:deliver\w*|carr(?:y|ied)|turned\s+out|brought\s+in|brought\s+him|brought\s+her|swung"
    r"|worked)\s+(?:[\w’']+\s+){0,4}?(?:wards?|precincts?)\b"
    r"|\bdeliver\w*\s+(?:the\s+\w+\s+)?(?:county|vote|state)\s+(?:to|for)\b|\bg[eo]t(?:ting)?[\s-]+out[\s-]+the[\s-]+vote\b"
    r"|\bground\s+game\b|\bwalk(?:ed|ing)?\s+(?:\w+\s+)?(?:precincts?|wards?)\b",
    re.I,
)
_LEANING = re.compile(
    r"\b(?:lean|tilt|skew|tack)(?:s|ed|ing)?\s+(?:\w+ly\s+|a\s+(?:little|bit)\s+|hard\s+|to\s+the\s+"
    r"|well\s+)?(?P<side>left|right|Republican|Democrat\w*"
    r"|conservative|liberal|progressive|libertarian|blue|red)\b",
    re.I,
)
_CENTER = re.compile(
    r"\b(?:left|right)[\s-]+of[\s-]+cent(?:er|re)\b|\bon\s+the\s+political\s+(?:left|right)\b"
    r"|\bpolitical(?:ly)?\s+(?:home|to\s+the\s+(?:left|right))\b",
    re.I,
)
_OUR_AISLE = re.compile(
    r"\b(?:my|our)\s+(?:own\s+)?side\s+of\s+the\s+(?:aisle|political\s+\w+)\b|\bstraight[\s-]+(?:party[\s-]+)?ticket\b",
    re.I,
)
_PARTY_OF = re.compile(
    r"\b(?:the|a|my|that)\s+(?:political\s+)?party\s+(?:(?:of|to|in|for|with)\s+which|(?:which\s+"
    r"|that\s+)?)\s*I\s+(?:am|was|have|had|belong\w*|support\w*|vote\w*|join\w*)\b",
    re.I,
)
_STUMPED = re.compile(
    r"\b(?:stump(?:ed|ing)?|caucus(?:ed|ing)|door-?knock(?:ed|ing)?|phone[\s-]?bank(?:ed|ing)?|poll[\s-]?watch(?:ed"
    r"|ing)?|electioneer(?:ed|ing)?)\s+for\b",
    re.I,
)
_SENT = re.compile(
    r"\b(?:put|sen[dt]|sending|return\w*|carr(?:y|ied)|get|got|getting|keep|kept|sweep|swept)\b[^.;:]{0,40}?\b(?:to"
    r"|in|into|back\s+to)\s+(?:the\s+)?"
    r"(?:White\s+House|Congress|statehouse|governor['’]s\s+(?:mansion|office|chair)|Oval\s+Office|U\.S\.\s+Senate"
    r"|Capitol\s+Hill|office\s+again)\b"
    r"|\b(?:put|sweep|swept|return\w*|ke[ep]pt?|vot\w+|get|got|getting)\s+(?:(?:that|the"
    r"|a)\s+)?(?:[\w.]+\s+){1,3}?(?:back\s+)?(?:in|into|to|out\s+of)\s+office\b",
    re.I,
)
_ELECTING = frozenset("elect reelect re-elect oust unseat".split())


class Elections:
    """Finds what the writer did and felt as a voter, with the patterns of a rulebook's politics."""

    def __init__(self, known: Politics, working: frozenset[str], ambiguous: frozenset[str]) -> None:
        self._known = known
        self._working = working
        self._ambiguous = ambiguous

    def told(self, sentence: Sentence) -> Iterator[Span]:
        """The places in a sentence that tell how the writer votes, whom the writer elected and whose victory was welcome."""
        text = sentence.tokens.text
        if _MEASURES.search(text):
            return
        ours = any(token.lower_ in _US for token in sentence.tokens)
        for pattern in (_WISHED, _HELD, _BEATEN, _FLIPPED):
            if not _SUITS.search(text):
                yield from _matched(sentence, pattern)
        for pattern in (_OUR_AISLE, _PARTY_OF):
            yield from _matched(sentence, pattern)
        if _AT_THE_POLLS.search(text) and not ELSEWHERE.search(text):
            yield from _matched(sentence, _HOPED)
        if ours and not _DUTY.search(text) and not ELSEWHERE.search(text):
            yield from _matched(sentence, _FELT)
            yield from _matched(sentence, self._hailed)
        if ours:
            yield from self._leaning(sentence)
            yield from _matched(sentence, self._whom)
            yield from _matched(sentence, self._ballot)
            yield from _matched(sentence, _STUMPED)
            yield from self._named(sentence)
        for verb in verbs(sentence):
            if is_ours(_doer(verb)) and self._is_vote(verb):
                yield clause_span(sentence, verb)

    def _is_vote(self, verb: Token) -> bool:
        """I voted for the other fellow, helped elect him, put her in the White House, turned out three wards."""
        text = text_of(clause(verb))
        if any(child.dep_ == "neg" for child in verb.children) or ELSEWHERE.search(verb.sent.text):
            return False
        if verb.lemma_ in ("vote", "root", "pull") and not _PANEL.search(verb.sent.text):
            return any(
                _is_somebody(noun)
                for prep in verb.children
                if prep.lower_ in ("for", "against")
                for noun in prep.children
            )
        if verb.lemma_ in _ELECTING and not _PANEL.search(verb.sent.text):
            place = text_of([token for token in clause(verb) if token.i > verb.i])
            objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubj") and child.i > verb.i]
            objects += [verb.head] * (verb.dep_ == "relcl")
            return bool(self._known.candidate.match(place)) or any(_is_somebody(noun) for noun in objects)
        return bool(_TURNED_OUT.search(text) or _SENT.search(text)) and not _DUTY.search(verb.sent.text)

    @cached_property
    def _whom(self) -> Pattern[str]:
        """For whom I had hosted a fundraiser; whose two campaigns I had supported."""
        we = r"(?:I|we|my\s+\w+(?:\s+and\s+I)?)"
        for_whom = (
            r"(?:vot|host|campaign|canvass|stump|fund-?rais|phon|precinct|door|knock|call|sign|stuff|caucus|bundl|volunteer|walk|march"
            r"|rais|donat|petition|electi)\w*"
        )
        return re.compile(
            rf"\b(?:for|against|behind|on\s+behalf\s+of)\s+whom\s+{we}\s+(?:[\w’'-]+\s+){{0,4}}?{for_whom}\b"
            rf"|\bwhose\s+(?:[\w’'-]+\s+){{0,3}}?(?:campaign|candidac|re-?election|bid|race|election|PAC|primary)\w*\s+{we}\b"
            rf"|\b(?:whom|that|who)\s+{we}\s+(?:[\w’'-]+\s+){{0,2}}?(?:help|work|fought|campaign)\w*\s+(?:to\s+)?(?:elect"
            rf"|re-?elect|put\s+in\s+office|unseat|defeat)\w*",
            re.I,
        )

    def _named(self, sentence: Sentence) -> Iterator[Span]:
        """A politician by bare name beside the writer, as only supporters speak of one: not Secretary Kerry, not the Obama-era rule."""
        for match in self._known.leader.finditer(sentence.tokens.text):
            found = sentence.matched(match)
            last, verb = found[-1], governor(found[-1])
            before = found[0].nbor(-1) if found[0].i > sentence.tokens.start else None
            modifies = last.dep_ in ("compound", "amod", "nmod", "poss") or (
                last.i + 1 < len(last.doc) and last.nbor(1).text in ("-", "/", "'s", "’s")
            )
            first = last.head if last.dep_ == "conj" else None  # Presidents Bush and Obama
            if first is not None and first.i > first.sent.start and first.nbor(-1).lower_ == "presidents":
                continue
            titled = before is not None and (
                before.pos_ == "PROPN" or before.lower_.endswith(".") or before.lower_ in ("president", "secretary")
            )
            group = (
                before is not None
                and before.lower_ == "for"
                and before.i > before.sent.start
                and before.nbor(-1).text.istitle()
            )
            if before is not None and group and is_ours(_doer(verb) if verb is not None else None):
                yield sentence.span_of(before.nbor(-1), last)
            if modifies or titled or verb is None or match[0] in self._ambiguous or not is_ours(_doer(verb)):
                continue
            if verb.lower_ not in self._working:
                yield sentence.span_of(verb, last) if verb.i < last.i else sentence.span_of(found[0], verb)

    @cached_property
    def _hailed(self) -> Pattern[str]:
        """When the President lost I wept; delighted that Clinton had been kept out of the White House."""
        who = rf"(?:{self._known.leader.pattern}|{self._known.party.pattern}|\b(?i:the\s+president))"
        fate = (
            r"\b(?i:won|lost|losing|winning|(?:re-?)?election|(?:re-?)?elected|defeat\w*|victor\w+|White\s+House|(?:took"
            r"|left)\s+office|inaugurat\w+|conced\w*|impeach\w*|acquitt\w+|triumph\w*)\b"
        )
        return re.compile(
            rf"(?i:{_MOOD})[^.;]{{0,60}}?{who}[^.;]{{0,40}}?{fate}|{who}[^.;]{{0,40}}?{fate}[^.;]{{0,40}}?(?i:{_MOOD})"
            rf"|(?i:{_MOOD})[^.;]{{0,40}}?{fate}\s+of\s+(?:{who}|(?:an?|that)\s+(?:\w+\s+)?(?i:president|governor|congress))"
            rf"|{fate}\s+of\s+{who}[^.;]{{0,40}}?(?i:{_MOOD})"
        )

    @cached_property
    def _ballot(self) -> Pattern[str]:
        """My own ballot has been Republican; my first vote was for Carter."""
        whom = rf"(?:{self._known.party.pattern}|{self._known.leader.pattern}|{self._known.titled.pattern}|\b(?:him|her)\b)"
        return re.compile(
            rf"\b[Mm]y\s+(?:\w+\s+){{0,2}}?(?:vote|ballot|support|heart|check|money|allegiance)s?\b(?:\s+[\w’'-]+){{0,5}}?\s+{whom}"
        )

    def _leaning(self, sentence: Sentence) -> Iterator[Span]:
        """Most of them, like me, leaned left; I lean Republican: not the wall that leaned left."""
        for match in _LEANING.finditer(sentence.tokens.text):
            verb = sentence.matched(match)[0]
            who = subject(verb)
            about = [who, *who.subtree] if who is not None else []
            mine = any(t.lower_ in _US for t in about) or (
                match["side"].lower() not in ("left", "right", "blue", "red")
            )
            if mine or re.search(r"\b(?:like|as) (?:me|I|us)\b|\bpolitic", sentence.tokens.text):
                yield sentence.span_of(verb.left_edge if who is not None else verb, sentence.matched(match)[-1])
        if re.search(r"\b(?:I|me|my|we|us|our)\b", sentence.tokens.text):
            yield from _matched(sentence, _CENTER)


def _doer(verb: Token) -> Token | None:
    """Who does it, also where it is the purpose of what is done: I worked to elect him."""
    found = subject(verb)
    while (
        found is not None
        and not is_ours(found)
        and verb.dep_ in ("xcomp", "advcl", "ccomp", "acl")
        and verb.head.pos_ == "VERB"
    ):
        verb = verb.head
        found = subject(verb)
    return found


def _is_somebody(noun: Token) -> bool:
    if (
        noun.lower_ in ("candidate", "nominee", "member", "applicant", "chair", "president")
        and noun.left_edge.lower_ != "that"
    ):
        return False
    named = noun.pos_ == "PROPN" and not re.search(r"[\d]", text_of(sorted(noun.subtree, key=lambda t: t.i)))
    return noun.lower_ in _SOMEBODY or is_person(noun) or (named and noun.left_edge.lower_ not in ("a", "the"))


def _matched(sentence: Sentence, pattern: Pattern[str]) -> Iterator[Span]:
    for match in pattern.finditer(sentence.tokens.text):
        yield sentence.span_at(match)
