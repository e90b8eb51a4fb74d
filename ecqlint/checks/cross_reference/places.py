"""Phrases that name a place in the package: "ECQ 1", "my Leading People example", "the previous section", "my resume"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ecqlint.edition import Edition

# What leads to a place, and belongs to the phrase.
INTO = r"(?:as\s+(?:in|with|under)|in|under|from|on|at|within)"
_NUMBER = r"(?:(?:\#|no\.|number)\s*)?(?:\d|one|two|three|four|five|i{1,3}|iv|v)\b"
_ORDINAL = r"(?:first|second|third|fourth|fifth|last|next|other|final|own)"
_PASSED = r"(?:previous|preceding|foregoing|prior|earlier|last|next|other|above|following)"
_OWNER = r"(?:(?:my|the|our|that)\s+)"
_ECQ = rf"(?:ECQs?|(?:executive\s+)?core\s+qualifications?)\s*{_NUMBER}"
_PAPER = r"(?:narrative|essay|package|application|document|statement|submission|paper|ECQ|qualification)s?"
_ENDS = r"(?:(?:executive\s+|introductory\s+|opening\s+)?summary|introduction|opening|beginning|start|end|conclusion)"
# What has another whole behind it is a part of that: the opening of the exhibit.
_WHOLE = r"(?!\s+of\b)"
_RESUME = r"(?:r[eé]sum[eé]|curriculum\s+vitae|CV|cover\s+letter|application)"


@dataclass(frozen=True, slots=True)
class Places:
    """What to look for: places that point by themselves, and those that do with a verb of telling, of holding, and with "see".

    `showing` are the papers and parts that may themselves be said to tell something.
    """

    pointing: re.Pattern[str]
    told: re.Pattern[str]
    held: re.Pattern[str]
    seen: re.Pattern[str]
    showing: re.Pattern[str]


@cache
def places(edition: Edition, parts: tuple[str, ...]) -> Places:
    """The places of a narrative of that edition; `parts` are the nouns for a part of a text, in the singular."""
    names = sorted((name for ecq in edition.ecqs for name in (ecq.name, *ecq.aliases)), key=len, reverse=True)
    spaced, shouted = _spaced(names), _spaced([name.upper() for name in names])
    # A name in small letters is ordinary English ("the leading people of the town") unless a noun for a part follows.
    name = rf"(?-i:{spaced}|{shouted})\b"
    part = rf"(?:{'|'.join(parts)})s?\b"
    of_name = rf"{_OWNER}?(?:{_ORDINAL}\s+)?(?:{spaced})\s+(?:ECQ\s+|core\s+qualification\s+)?{part}"
    on = r"(?:on|about|under|for|from|in|of)\s+(?:my\s+|the\s+)?"
    about = rf"{_OWNER}?(?:{_ORDINAL}\s+)?{part}(?:\s+{_NUMBER})?\s+{on}(?:{name}|{_ECQ})"
    passed = rf"(?:the|my)\s+{_PASSED}\s+{part}(?!\s+of\b)"
    beside = rf"(?:the|my|this|that)\s+(?:[\w-]+\s+){{0,3}}?{part}\s+(?:above|below)\b"
    answer = rf"(?:my|the)\s+(?:response|answer|reply)\s+(?:to|under|for|in)\s+(?:my\s+|the\s+)?(?:{name}|{_ECQ})"
    inside = rf"(?:earlier|later|elsewhere|above|below)\s+(?:on\s+)?in\s+(?:this|my|the)\s+{_PAPER}\b"
    elsewhere = rf"(?:elsewhere|in\s+(?:another|other)\s+parts?)\s+(?:in|of)\s+(?:this|my)\s+{_PAPER}\b"
    end = rf"{_OWNER}?{_ENDS}\s+(?:of|to)\s+(?:this|my)\s+{_PAPER}\b"
    pointing = [
        of_name,
        about,
        answer,
        rf"(?<=\()\s*{_ECQ}(?=\s*[),;])",
        rf"{INTO}\s+(?:my\s+)?{_ECQ}",
        rf"{INTO}\s+{passed}",
        beside,
        inside,
        end,
        elsewhere,
    ]
    resume = rf"(?:my|the\s+(?:attached|enclosed)|attached|enclosed)\s+(?:attached\s+|enclosed\s+)?{_RESUME}\b"
    numbered = rf"{part}\s+{_NUMBER}"
    others = [_ECQ, passed, numbered, rf"{_OWNER}{_ORDINAL}\s+{part}{_WHOLE}", rf"{_OWNER}{_ENDS}\b{_WHOLE}", resume]
    any_place = "|".join([*pointing, *others, rf"{name}(?:,\s*(?:above|below)\b)?"])
    by_itself = "|".join(pointing)
    return Places(
        pointing=re.compile(rf"\b(?:{INTO}\s+)?(?:{by_itself})", re.IGNORECASE),
        told=re.compile(rf"{INTO}\s+(?:{any_place})|(?:{by_itself})", re.IGNORECASE),
        held=re.compile(rf"{INTO}\s+(?:{by_itself}|{name}|{_ECQ}|my\s+{_ORDINAL}\s+{part}{_WHOLE})", re.IGNORECASE),
        seen=re.compile(rf"(?:{INTO}\s+)?(?:{any_place})", re.IGNORECASE),
        showing=re.compile(rf"\b(?:as\s+)?(?:{_OWNER}?{_ECQ}|{passed}|{of_name}|{resume})\s+", re.IGNORECASE),
    )


def _spaced(names: Iterable[str]) -> str:
    """A pattern for any of the names, hyphens and spaces alike."""
    return "|".join(r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name))) for name in names)
