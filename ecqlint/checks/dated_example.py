"""Examples are recent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span

_YEAR = re.compile(r"(?<![\w$#.,-])(?:19[5-9]\d|20\d\d)(?![\w%]|,\d|\.\d)")


def check(reading: Reading, *, years: int) -> Iterator[Match]:
    """A match at the latest year of each example that ended more than `years` before the day of the check; silent where that is not known.

    Fields: year, years; details: {"year", "years"}.
    """
    if reading.as_of is None:
        return
    for example in (example for section in reading.narrative.sections for example in section.examples):
        told = [
            (int(found[0]), Span(*found.span()))
            for found in _YEAR.finditer(reading.text, example.span.start, example.span.end)
        ]
        past = [(year, -place.start, place) for year, place in told if year <= reading.as_of.year]
        if past and max(past)[0] < reading.as_of.year - years:
            year, _, place = max(past)
            yield Match(place, {"year": year, "years": years}, details={"year": year, "years": years})
