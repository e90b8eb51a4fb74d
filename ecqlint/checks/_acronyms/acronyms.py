"""Where a narrative uses acronyms: capitals that are no shouted words, numerals, designations, places or persons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ecqlint.checks._acronyms import everyday
from ecqlint.checks._english.lexicon import KINDS, base_forms, irregular_forms
from ecqlint.narrative import Narrative
from ecqlint.text import Span

_TOKEN = re.compile(r"(?<![^\W_])[^\W\d_](?:[^\W_]|&(?=[^\W\d_]))*")
_PLURAL = re.compile(r"(?<=[A-Z])s$")
_ROMAN = re.compile(r"[IVX]+")
_JOINED_BEFORE, _JOINED_AFTER = re.compile(r"(?:[\w&]+[-–/])+$"), re.compile(r"(?:[-–/][\w&]+)+")
_BRACKET_BEFORE, _BRACKET_AFTER = re.compile(r"[(\[]((?:[A-Z&]+ )*)$"), re.compile(r"((?: [A-Z&]+)*)[)\]]")
# What is typed for machines: addresses, file names, accounts.
_MACHINE = re.compile(r"@|://|\bwww\.|[_\\]|\w\.[A-Za-z]{2,4}\b")
_LABEL = re.compile(r"[\s(\[*]*((?:[A-Z]+[ /&]+)*[A-Z]+)[)\]]?\s*(?:[:|]|[-–—]\s)")
_SINGLE_BEFORE, _SINGLE_AFTER = re.compile(r"(?<!\w)[A-Z][/.]$"), re.compile(r"[/.][A-Z](?!\w)")  # F/A, N/A, U.S.C
_MEASURED = re.compile(
    r"(?:\d[\d.,]*|\b(?:[AaPp]\.?[Mm]\.?|noon|midnight|hundred|thousand|million|billion))[ \u00a0-]?$"
)
_DAY, _YEAR = re.compile(r"\b\d{1,2} $"), re.compile(r",? (?:19|20)\d\d\b")
_NUMBER = re.compile(r"[ \u00a0]\d")
_HYPHEN_AND_NUMBER, _NUMBER_AND_HYPHEN = re.compile(r"[-–]\d"), re.compile(r"\d[-–]$")
_CREDENTIALED = re.compile(r"\b[A-Z][\w'’-]+,\s(?:[A-Z]{2,6},\s)*$")
_CITY = re.compile(r"\b[A-Z][\w.'’-]+,\s+$")
_ZIP_CODE = re.compile(r"\s\d{5}\b")
_INSIDE = re.compile(r"\b(?:in|near|across|throughout|outside|around) ((?:[A-Z]{2}(?:,| and| or|, and) )*)$")
_PHRASE_END = re.compile(r"[.,;:)]|\s(?:and|or|to|where|when|with|for|on|at|in|by|that|who|which)\b|\s*$")
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? $")
_NAME_AFTER = re.compile(r" (?:[A-Z]\. )?[A-Z][a-z]+")
_DETERMINED = re.compile(
    r"\b(?:the|an?|each|every|this|that|no|any|our|my|his|her|its|their|whose|\w+['’]s?) $", re.IGNORECASE
)
# A sign or a stamp is read out: the tags read STOP.
_DISPLAYED = re.compile(r"\b(?:reads?|said|says?|stamped|marked|labell?ed|painted|printed|spell(?:s|ed)?) [\"“‘']?$")
_NEAR = 48  # characters to either side that tell what capitals are
_LONG_WORD = 6  # letters from which capitals that are a word of the dictionary are taken for it
_SHOUT = 5  # words of capitals in a row that cannot all be acronyms


@dataclass(frozen=True, slots=True)
class Use:
    """An acronym in the text: `key` is one for singular and plural, `compound` has what it is joined to (HUD-VASH)."""

    span: Span
    key: str
    compound: Span
    heading: bool


def is_acronym(token: str) -> bool:
    """Whether the token is made as acronyms are: two capitals or more, and fewer small letters (OMB, FTEs, C4ISR)."""
    bare = _PLURAL.sub("", token)
    capitals, small = sum(c.isupper() for c in bare), sum(c.islower() for c in bare)
    if not bare.isalpha() and "&" not in bare and (capitals < 3 or bare[-1].isdigit()):
        return False
    return capitals >= 2 and capitals > small


def key_of(token: str) -> str:
    """What singular and plural, DoD and DOD have in common."""
    return _PLURAL.sub("", token).upper()


def uses(narrative: Narrative, lines: Iterable[Span], known: Iterable[str] = ()) -> Iterator[Use]:
    """Every acronym in those `lines` of the narrative, in order, but those that are everyday or `known`."""
    headings = frozenset(narrative.headings)
    scanner = _Scanner(narrative.text, everyday.EVERYDAY | {key_of(word) for word in known})
    for line in lines:
        for span in scanner.acronyms(line):
            yield Use(span, key_of(span.of(narrative.text)), scanner.compound(span, line), line in headings)


class _Scanner:
    def __init__(self, text: str, known: frozenset[str]) -> None:
        self.text, self.known = text, known

    def acronyms(self, line: Span) -> Iterator[Span]:
        if not any(c.islower() for c in line.of(self.text)):
            return
        found = _TOKEN.finditer(self.text, line.start, line.end)
        tokens = [Span(*match.span()) for match in found if not match[0][1:].islower()]
        shouted = {span for run in self._runs(tokens) if self._is_shout(run) for span in run}
        label = _LABEL.match(self.text, line.start, line.end)
        prose = label.end(1) if label else line.start
        for span in tokens:
            possible = span.start >= prose and span not in shouted and is_acronym(span.of(self.text))
            if possible and not self._is_other(span, line):
                yield span

    def compound(self, span: Span, line: Span) -> Span:
        """The acronym and all that hyphens and slashes join to it, or spaces inside brackets: (CAL FIRE)."""
        before, after = self._around(span, line)
        opened, closed = _BRACKET_BEFORE.search(before), _BRACKET_AFTER.match(after)
        if opened and closed:
            return Span(span.start - len(opened[1]), span.end + closed.end(1))
        head, tail = _JOINED_BEFORE.search(before), _JOINED_AFTER.match(after)
        return Span(span.start - len(head[0] if head else ""), span.end + len(tail[0] if tail else ""))

    def _around(self, span: Span, line: Span) -> tuple[str, str]:
        start, end = max(line.start, span.start - _NEAR), min(line.end, span.end + _NEAR)
        return self.text[start : span.start], self.text[span.end : end]

    def _runs(self, tokens: list[Span]) -> Iterator[list[Span]]:
        """Words of capitals, those that stand side by side together."""
        run: list[Span] = []
        for span in (token for token in tokens if token.of(self.text).isupper()):
            if run and self.text[run[-1].end : span.start] not in (" ", "\u00a0"):
                yield run
                run = []
            run.append(span)
        if run:
            yield run

    def _is_shout(self, run: list[Span]) -> bool:
        tokens = [span.of(self.text) for span in run]
        if len(run) == 1:
            return self._is_shouted_word(run[0], tokens[0])
        words = ((len(t) > 1 and t in everyday.FUNCTION_WORDS) or self._is_long_word(t) for t in tokens)
        return len(run) >= _SHOUT or any(words)

    def _is_shouted_word(self, span: Span, token: str) -> bool:
        determined = bool(_DETERMINED.search(self.text, max(0, span.start - _NEAR), span.start))
        if token in everyday.FUNCTION_WORDS:
            return not determined
        if _DISPLAYED.search(self.text, max(0, span.start - _NEAR), span.start) and self._is_word(token):
            return True
        # A short one may be both, as SORT and sort: the acronym has an article, or comes again.
        once = token.lower() in self._ordinary and not determined and self._capitals[token] == 1
        return once or self._is_long_word(token)

    def _is_long_word(self, token: str) -> bool:
        return len(token) >= _LONG_WORD and self._is_word(token)

    def _is_word(self, token: str) -> bool:
        return token.lower() in self._ordinary or _in_dictionary(token.lower())

    @cached_property
    def _tokens(self) -> list[str]:
        return _TOKEN.findall(self.text)

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """The words that the document also writes in small letters, with or without a capital."""
        return frozenset(token.lower() for token in self._tokens if token[1:].islower())

    @cached_property
    def _capitals(self) -> Counter[str]:
        return Counter(token for token in self._tokens if token.isupper())

    def _is_other(self, span: Span, line: Span) -> bool:
        """Whether the capitals are known, a numeral, a designation, a measure, a date, a person or a place."""
        token = span.of(self.text)
        bare, key = _PLURAL.sub("", token), key_of(token)
        before, after = self._around(span, line)
        return (
            key in self.known
            or bool(_ROMAN.fullmatch(bare))
            or bool(_HYPHEN_AND_NUMBER.match(after) or _NUMBER_AND_HYPHEN.search(before))  # GS-15, PA-31
            or bool(len(bare) == 2 and _NUMBER.match(after))  # SF 50, PL 480
            or bool(_SINGLE_BEFORE.search(before) or _SINGLE_AFTER.match(after))
            or bool(_MACHINE.search(before[before.rfind(" ") + 1 :] + token + after.split(" ")[0]))
            or (key in everyday.UNITS and bool(_MEASURED.search(before)))
            or (key in everyday.MONTHS and bool(_DAY.search(before) or _YEAR.match(after)))
            or _is_person(key, before, after)
            or (bare in everyday.POSTAL and _is_place(bare, before, after))
        )


def _is_person(key: str, before: str, after: str) -> bool:
    """Whether the capitals belong to a name: Mr. DUKES, COL Harris, AJ Torres, or what follows a name: Ann Lee, PMP."""
    named = bool(_NAME_AFTER.match(after))
    return (
        bool(_ADDRESSED.search(before))
        or (named and key in everyday.RANKS)
        or (named and len(key) == 2 and "J" in key)
        or (key in everyday.CREDENTIALS and bool(_CREDENTIALED.search(before)))
    )


def _is_place(code: str, before: str, after: str) -> bool:
    """Whether a postal code stands where a state does: after a city, before a ZIP code, as all of a phrase of place."""
    if _CITY.search(before) or _ZIP_CODE.match(after):
        return True
    inside = _INSIDE.search(before)
    return code != "VA" and bool(inside and (inside[1] or _PHRASE_END.match(after)))


def _in_dictionary(word: str) -> bool:
    """Whether the language model's lexicon has the word, or a word of which it is a form."""
    stems = (word.removesuffix(ending) for ending in ("", "s", "es", "d", "ed", "ing"))
    return any(stem in _dictionary() or f"{stem}e" in _dictionary() for stem in stems)


@cache
def _dictionary() -> frozenset[str]:
    # Among its short nouns are acronyms.
    nouns = (noun for noun in base_forms("noun") if len(noun) >= _LONG_WORD)
    others = (base_forms(kind) for kind in KINDS if kind != "noun")
    return frozenset(nouns).union(*others, *map(irregular_forms, KINDS))
