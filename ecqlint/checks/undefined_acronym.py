"""Acronyms at their first use, where nothing has spelled them out."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.checks._acronyms.glossary import glossary
from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, known: list[str], again_in_each_ecq: bool = False) -> Iterator[Match]:
    """A match for the first use of each acronym that is not spelled out at or before that point.

    `known` are acronyms that need no spelling out, besides everyday ones. With `again_in_each_ecq`, each section, and
    what stands before the first, spells out its own. Fields: problem. The suggestion is what comes too late.
    """
    narrative = reading.narrative
    passages = (
        [narrative.front, *(s.span for s in narrative.sections)] if again_in_each_ecq else [Span(0, len(reading.text))]
    )
    for passage in passages:
        for acronym in glossary(reading, known, passage):
            if acronym.spelled:
                continue
            written = acronym.first.of(reading.text)
            suggestion = f"{' '.join(acronym.words.split())} ({written})" if acronym.words else None
            problem = "is spelled out only after its first use" if suggestion else "is never spelled out"
            yield Match(acronym.first, {"problem": problem}, suggestion=suggestion)
