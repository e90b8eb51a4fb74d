"""Examples are recent."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading, *, years: int) -> Iterator[Match]:
    """A match at the latest year of each example that ended more than `years` before the day of the check; silent where that is not known.

    Fields: year, years; details: {"year", "years"}.
    """
    if reading.as_of is None:
        return
    for example in (example for section in reading.narrative.sections for example in section.examples):
        told = [(int(place.of(reading.text)), -place.start, place) for place in example.years]
        past = [year for year in told if year[0] <= reading.as_of.year]
        if past and max(past)[0] < reading.as_of.year - years:
            year, _, place = max(past)
            yield Match(place, {"year": year, "years": years}, details={"year": year, "years": years})
