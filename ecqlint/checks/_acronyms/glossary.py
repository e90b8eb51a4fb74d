"""Which acronyms a narrative spells out, where, and in which words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ecqlint.checks._acronyms.acronyms import Use, uses
from ecqlint.checks._acronyms.expansions import Words, letters, loosely
from ecqlint.language import Reading
from ecqlint.text import Span

_CALLED = (
    r"(?:(?:also|better|otherwise|commonly|formerly|now)\s+)*"
    r"(?:hereafter|hereinafter|called|known\s+(?:as|by)|aka|abbreviated(?:\s+(?:as|to))?|shortened\s+to|dubbed|"
    r"referred\s+to\s+as|nicknamed|(?:which|that|what)\s+(?:\w+\s+){1,3}?(?:calls?|called|knows?|knew)(?:\s+as)?)"
)
_OPEN_QUOTE = r"(?:the\s+|an?\s+)?[\"“”‘'’]?$"
# What stands between a name and its acronym: " (", " (hereafter the “", ", known as ", " - ".
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?:(?:or|{_CALLED})\s+)?{_OPEN_QUOTE}", re.IGNORECASE)
_BY_CALLING = re.compile(rf"\s*(?:[,;–—]|\s-)?\s+{_CALLED}\s+{_OPEN_QUOTE}", re.IGNORECASE)
_OR = re.compile(rf",?\s+or\s+{_OPEN_QUOTE}", re.IGNORECASE)
_BESIDE = re.compile(rf"\s*(?:[,–—]|\s-)\s*{_OPEN_QUOTE}")
_CLOSED = re.compile(r"[\"“”’']?\s*(?:[)\],;:/]|[-–—]\s)")
# What stands between an acronym and its name: " (" up to its end, ", short for ", " stands for the ", ", the federal ".
_BRACKETED = re.compile(r"[\"”’']?\s*[(\[]([^()\[\]]+)")
_CONNECTED = re.compile(
    r"[\"”’']?(?:(?:\s\w+)?\s*[,;:=–—(]|\s+-)?"
    r"(?:\s*\b(?:or|an?|the|our|its|short|stands?|stood|for|which|that|is|was|means?|meaning|i\.?e\.?)\b)*[\s\"“,]*"
)
_APPOSED = re.compile(r"[\"”’']?(?:(?:\s\w+)?\s*[,;:=–—(]|\s+-)\s*(?:[\w’']+,?\s+){0,3}[\s\"“]*")
_NAME = r"[A-Z][\w’'.&-]*(?:,?\s+(?:(?:of|the|and|for|on|in|to|at|&|de|la)\s+)*[A-Z][\w’'.&-]*)+"
_NAME_BEFORE = re.compile(_NAME + r"$")
_NAME_AFTER = re.compile(rf"[\"”’']?\s*[,–—-]\s+(?:or\s+)?(?:the\s+)?({_NAME})")
_PERSON = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Col|Capt|Lt|Maj|Sgt)\b")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”’')\]]*\s+(?=[\"“(]?[A-Z])")
_NEAR = 240  # characters in which a name and its acronym stand together


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym, where a passage uses it first, whether it is spelled out by then, and the words, if there are any."""

    key: str
    first: Span
    spelled: bool
    words: str | None


def glossary(reading: Reading, known: Iterable[str], passage: Span | None = None) -> tuple[Acronym, ...]:
    """The acronyms of `passage` (of the whole narrative, if None) in the order of their first uses.

    Everyday ones, those that are `known` and those of the dictionary are left out. A heading may spell an acronym out; it is a use
    only of what the prose never uses, and title lines at the top are none.
    """
    narrative = reading.narrative
    passage = passage or Span(0, len(reading.text))
    lines = sorted(span for span in (*(s for _, s in narrative.prose), *narrative.headings) if span.overlaps(passage))
    places: dict[str, list[Use]] = defaultdict(list)
    for use in uses(narrative, lines, (*known, *reading.dictionary)):
        places[use.key].append(use)
    search = _Search(reading.text, lines)
    found = []
    for key, met in places.items():
        counted = [use for use in met if not use.heading or use.span.start >= narrative.front.end]
        if first := min(counted, key=lambda use: (use.heading, use.span), default=None):
            given = next(((use.span.start, words) for use in met if (words := search.given_at(use))), None)
            spelled = bool(given and given[0] <= first.span.start) or search.named_before(first)
            found.append(Acronym(key, first.span, spelled, given[1] if given else None))
    return tuple(sorted(found, key=lambda acronym: acronym.first))


class _Search:
    """Looks in the lines of a passage for the words that acronyms stand for."""

    def __init__(self, text: str, lines: list[Span]) -> None:
        self.text, self.lines = text, lines
        self.words = Words(text, lines)

    def given_at(self, use: Use) -> str | None:
        """The words to which the writer ties the acronym at this use, or the compound that it is part of."""
        return next((words for span in (use.compound, use.span) if (words := self._tied_to(span))), None)

    def named_before(self, use: Use) -> bool:
        """Whether words with its initials stand before this use: as a name or, if they are near or many, as words."""
        return any(self._named_before(span) for span in {use.span, use.compound})

    def _named_before(self, span: Span) -> bool:
        acronym = span.of(self.text)
        size, line = len(letters(acronym)), self._line(span)
        for run in self.words.spelling(acronym, Span(self.lines[0].start, span.start)):
            if len(run.giving) < size:
                continue
            near = run.span.start >= line.start
            if run.is_whole_name if size < 3 else run.is_name or (run.is_plain and (near or size > 3)):
                return True
        return False

    def _line(self, span: Span) -> Span:
        return self.lines[bisect_right(self.lines, span.start, key=lambda line: line.start) - 1]

    def _tied_to(self, span: Span) -> str | None:
        line = self._line(span)
        start, end = max(line.start, span.start - _NEAR), min(line.end, span.end + _NEAR)
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text, start, end)]
        before = Span(max((at for at in ends if at <= span.start), default=start), span.start)
        after = Span(span.end, min((at for at in ends if at > span.end), default=end))
        place = self._before(span, before, after) or self._after(span, after)
        return place.of(self.text) if place else None

    def _before(self, span: Span, before: Span, after: Span) -> Span | None:
        acronym, text = span.of(self.text), before.of(self.text)
        if (opened := _IN_BRACKETS.search(text)) and _CLOSED.match(after.of(self.text)):
            name = Span(before.start, before.start + opened.start())
            return self._ending(acronym, name) or _titled(acronym, name, self.text)
        if called := _BY_CALLING.search(text):
            return self._ending(acronym, Span(before.start, before.start + called.start()), half=True)
        if other := _OR.search(text):
            return self._strictly(acronym, Span(before.start, before.start + other.start()))
        if (beside := _BESIDE.search(text)) and (named := _NAME_BEFORE.search(text[: beside.start()])):
            return self._ending(acronym, Span(*named.span()).shifted(before.start))
        return None

    def _strictly(self, acronym: str, span: Span) -> Span | None:
        runs = (run.span for run in self.words.spelling(acronym, span))
        return next((place for place in runs if place.end == span.end), None)

    def _ending(self, acronym: str, span: Span, *, half: bool = False) -> Span | None:
        """The words at the end of `span` that the acronym stands for."""
        if place := self._strictly(acronym, span):
            return place
        start = loosely(acronym, span.of(self.text), half=half)
        return None if start is None else Span(span.start + start, span.end)

    def _after(self, span: Span, after: Span) -> Span | None:
        acronym, text = span.of(self.text), after.of(self.text)
        if bracketed := _BRACKETED.match(text):
            content = Span(*bracketed.span(1)).shifted(span.end)
            stops = (content.start + match.start() for match in re.finditer("[,;]", bracketed[1]))
            for end in (content.end, *stops):
                if place := self._ending(acronym, Span(content.start, end)):
                    return place
        for run in self.words.spelling(acronym, after):
            gap = self.text[span.end : run.span.start]
            if _CONNECTED.fullmatch(gap) or (run.is_name and _APPOSED.fullmatch(gap)):
                return run.lengthened()
        named = _NAME_AFTER.match(text)
        if named and loosely(acronym, named[1]) == 0 and not text.startswith(" (", named.end()):
            return Span(*named.span(1)).shifted(span.end)
        return None


def _titled(acronym: str, span: Span, text: str) -> Span | None:
    """The name at the end of `span`, if it has the first letter or half of them (Coordinated Universal Time, UTC)."""
    named = _NAME_BEFORE.search(span.of(text))
    if not named or _PERSON.match(named[0]):
        return None
    sought, initials = letters(acronym), [word[0] for word in re.findall(r"\w+", named[0])]
    given = sum(letter in initials for letter in sought)
    return Span(*named.span()).shifted(span.start) if sought[0] in initials or given * 2 >= len(sought) else None
