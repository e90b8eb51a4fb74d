"""The introductory summary is short."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, paragraphs: int) -> Iterator[Match]:
    """A match at what of the summary, the prose before the first ECQ, goes beyond that many paragraphs.

    Fields: count, limit, s (the plural ending); details: {"paragraphs", "limit"}.
    """
    narrative = reading.narrative
    if not narrative.sections:
        return
    summary = [span for block, span in narrative.prose if block.story == "body" and span in narrative.front]
    if len(summary) > paragraphs:
        details = {"paragraphs": len(summary), "limit": paragraphs}
        fields = {"count": len(summary), "limit": paragraphs, "s": "s" if paragraphs > 1 else ""}
        yield Match(Span.covering(summary[paragraphs:]), fields, details=details)
