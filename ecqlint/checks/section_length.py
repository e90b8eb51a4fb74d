"""No ECQ takes more than its share of the pages."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match

HAIR = 0.05  # of a page: what a heading or a blank line may add


def check(reading: Reading, *, pages: float) -> Iterator[Match]:
    """A match at the heading of each section that fills more than `pages`. Fields: ecq, pages, limit; details: {"pages", "limit"}."""
    for section in reading.narrative.sections:
        filled = reading.narrative.document.pages_of(section.span)
        if filled is not None and filled > pages + HAIR:
            fields = {
                "ecq": section.name or section.heading.of(reading.text),
                "pages": f"{filled:.1f}",
                "limit": f"{pages:g}",
            }
            yield Match(section.heading, fields, details={"pages": round(filled, 1), "limit": pages})
