"""No ECQ tells more examples than it has room for."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading, *, limit: int, limits: dict[str, int]) -> Iterator[Match]:
    """A match at the beginning of the first example beyond the limit: `limits` gives that of single ECQs by name, `limit` all others'.

    Fields: ecq, count, limit; details: {"examples", "limit"}.
    """
    for section in reading.narrative.sections:
        allowed = limits.get(section.name or "", limit)
        if len(section.examples) > allowed:
            beyond = section.examples[allowed]
            count = len(section.examples)
            fields: dict[str, str | int | float] = {
                "ecq": section.name or "the section",
                "count": count,
                "limit": allowed,
            }
            yield Match(
                beyond.title or reading.opening(beyond.span), fields, details={"examples": count, "limit": allowed}
            )
