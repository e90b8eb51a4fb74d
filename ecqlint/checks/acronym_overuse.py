"""More acronyms than a reader can keep in mind."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.checks._acronyms.glossary import glossary
from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading, *, known: list[str], limit: float, unspelled_limit: float, least: int) -> Iterator[Match]:
    """A match for the whole document if it uses too many different acronyms, or too many that are not spelled out.

    Both limits count different acronyms in 1,000 words; `least` of them must be there in any case. Those that are
    `known` or everyday do not count. Fields: count, rate, unspelled.
    """
    acronyms = glossary(reading, known)
    unspelled = sum(not acronym.spelled for acronym in acronyms)
    thousands = reading.narrative.document.words / 1000
    if len(acronyms) < least or (len(acronyms) <= limit * thousands and unspelled <= unspelled_limit * thousands):
        return
    rate = round(len(acronyms) / thousands, 1)
    fields = {"count": len(acronyms), "rate": rate, "unspelled": unspelled}
    yield Match(None, fields, details=fields)
