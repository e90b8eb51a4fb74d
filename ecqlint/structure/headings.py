"""Headings that name an ECQ, in the ways people write them, and never a mention inside prose."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ecqlint.document import Block, Document
from ecqlint.edition import Ecq, Edition
from ecqlint.text import Span, stretches, trimmed

NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_NUMBER = r"(?P<number>\d|one|two|three|four|five|iii|iv|ii|i|v)"
_LABEL = r"(?:(?:(?:executive\s+)?core\s+)?qualifications?|ecqs?)(?:\s*\((?:ecq)\))?"
# What stands before the name: "ECQ 1", "EXECUTIVE CORE QUALIFICATION #2", "Core Qualification", "1." or nothing.
_LABELLED = re.compile(
    rf"[\[(]?(?P<label>{_LABEL})\s*(?:no\.?|number|\#)?\s*(?:{_NUMBER}\b)?[\s:.,)\]|\-–—]*", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"[\[(]?(?:(?:section|part|narrative|essay|statement)\s+)?(?:{_NUMBER}|[A-E])[\s:.)\]\-–—]+", re.IGNORECASE
)
# What may stand behind it: "(ECQ 1)", "- ECQ #1", "Executive Core Qualification", "Narrative", a colon.
_BEHIND = re.compile(
    rf"[\s:.,|\-–—]*(?:[\[(]?\s*(?:{_LABEL}\s*(?:no\.?|number|\#)?\s*(?:\d|one|two|three|four|five|[iv]+)?"
    r"|narratives?|statements?|essays?|sections?|competenc(?:y|ies)|qualifications?)\s*[\])]?)*[\s:.\-–—]*",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"[\s:,.\-–—]*[\[(]?\s*(?:continued|cont['’.]?d?\.?)\s*[\])]?[\s:.]*", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:\.{3,}|…|\t|\s{3,})\s*\d+\s*$")
_RUN_IN = re.compile(r"\s*(?:[:.|]|\s[\-–—]+\s|[–—])\s*|\n\s*")
_LONGEST_OWN_TITLE = 12  # words of a heading such as "ECQ 1: Rebuilding the payroll office"
_MISSPELLED = 0.86


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the ECQ that it names. `rank` grows with the evidence: 3 a line of its own, 2 run in behind a label, 1 run in."""

    span: Span
    ecq: Ecq
    rank: int
    labelled: bool


def ecq_headings(document: Document, edition: Edition) -> tuple[Heading, ...]:
    """The headings under which the ECQs of the edition stand, in order: no tables of contents, no lists of the five, no "continued"."""
    found = [
        heading
        for block in document.blocks
        if block.story == "body" and (heading := _heading(document, block, edition))
    ]
    strongest = {h.ecq.number: max(o.rank for o in found if o.ecq == h.ecq) for h in found}
    found = [h for h in found if h.rank == strongest[h.ecq.number]]
    return tuple(_with_body(document, found))


def continued(text: str, edition: Edition) -> bool:
    """Whether the line repeats the heading of a section that goes on."""
    text = _CONTINUED.sub("", text) if (cut := _CONTINUED.search(text)) and cut.end() == len(text) else ""
    return bool(text) and _line(text, edition, plain=False) is not None


def _with_body(document: Document, headings: list[Heading]) -> Iterator[Heading]:
    """Leaves out a heading with nothing under it where the same ECQ has one with text: a list of the five is no section."""
    stretch = stretches((h.span.start for h in headings), len(document.text))
    filled = {
        index
        for index, (heading, span) in enumerate(zip(headings, stretch, strict=True))
        if document.text[heading.span.end : span.end].strip()
    }
    told = {headings[index].ecq.number for index in filled}
    for index, heading in enumerate(headings):
        if index in filled or heading.ecq.number not in told:
            yield heading


def _heading(document: Document, block: Block, edition: Edition) -> Heading | None:
    span = trimmed(document.text, block.span)
    text = span.of(document.text)
    if _CONTENTS.search(text) or continued(text, edition):
        return None
    dressed = block.level is not None or _stands_out(document, span)
    first = text.split("\n", 1)[0].rstrip()
    if named := _line(text, edition, plain=not dressed):
        return Heading(span, named[0], 3, named[1])
    line = Span(span.start, span.start + len(first))
    if len(first) < len(text) and (named := _line(first, edition, plain=False)):
        return Heading(line, named[0], 3, named[1])
    return _run_in(document, span, edition)


def _line(text: str, edition: Edition, *, plain: bool) -> tuple[Ecq, bool] | None:
    """The ECQ that a whole line names, and whether the line says that it is an ECQ. A `plain` line must look written as a heading."""
    label = _LABELLED.match(text)
    before = label or _NUMBERED.match(text)
    rest = text[before.end() :] if before else text
    number = _number(before["number"]) if before and before["number"] else None
    for name, ecq in _names(edition):
        if (match := name.match(rest)) and _BEHIND.fullmatch(rest, match.end()):
            behind = rest[match.end() :]
            capital = not plain or before is not None or match[0][0].isupper() or "(" in behind
            return (ecq, bool(label or re.search(_LABEL, behind, re.IGNORECASE))) if capital else None
    if label and number in edition.by_number:
        own = rest.strip(" :.-–—")
        if len(own.split()) <= _LONGEST_OWN_TITLE and not re.search(r"[.!?;,]$|[.!?]\s", rest.strip()):
            return edition.by_number[number], True
    return _misspelled(rest, edition) if before or not plain or text.istitle() or text.isupper() else None


def _misspelled(text: str, edition: Edition) -> tuple[Ecq, bool] | None:
    folded = re.sub(r"[^a-z ]+", "", text.lower()).strip()
    names = {name.lower(): ecq for ecq in edition.ecqs for name in (ecq.name, *ecq.aliases)}
    near = difflib.get_close_matches(folded, names, n=1, cutoff=_MISSPELLED)
    return (names[near[0]], False) if near else None


def _run_in(document: Document, span: Span, edition: Edition) -> Heading | None:
    """A heading at the start of a paragraph of prose: set off by a colon or the like, and by a label, bold type or capitals."""
    text = span.of(document.text)
    label = _LABELLED.match(text)
    before = label or _NUMBERED.match(text)
    start = before.end() if before else 0
    for name, ecq in _names(edition):
        match = name.match(text, start)
        if not match:
            continue
        behind = _BEHIND.match(text, match.end())
        ends = [match.end()] if behind is None else [match.end(), behind.end()]
        for end in ends:
            stop = _RUN_IN.match(text, len(text[:end].rstrip(" :.|-–—\n")))
            if not stop or not re.match(r"[\"“'‘(\[]*[A-Z0-9$]", text[stop.end() :]):
                continue
            heading = Span(span.start, span.start + len(text[: stop.end()].rstrip()))
            if label:
                return Heading(heading, ecq, 2, True)
            if match[0].isupper() or _stands_out(document, heading) or match[0].istitle():
                return Heading(heading, ecq, 1, False)
    return None


@cache
def _names(edition: Edition) -> list[tuple[re.Pattern[str], Ecq]]:
    """A pattern for every name of every ECQ, longer names first."""
    names = [(name, ecq) for ecq in edition.ecqs for name in (ecq.name, *ecq.aliases)]
    names.sort(key=lambda pair: -len(pair[0]))
    spaced = [(r"[\s\-]+".join(map(re.escape, re.split(r"[\s-]+", name))), ecq) for name, ecq in names]
    return [(re.compile(rf"{name}\b", re.IGNORECASE), ecq) for name, ecq in spaced]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _stands_out(document: Document, span: Span) -> bool:
    """Whether all of the span's letters are bold, underlined or capitals."""
    formats = [look for share, look in document.formats(span) if share.of(document.text).strip()]
    dressed = bool(formats) and (all(f.bold for f in formats) or all(f.underline for f in formats))
    return dressed or span.of(document.text).isupper()
