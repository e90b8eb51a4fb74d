"""Each example says how large the thing was: how many people, how much money, how many places."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading) -> Iterator[Match]:
    """A match at the beginning of each example that never says it. Fields: number."""
    for section in reading.narrative.sections:
        for number, example in enumerate(section.examples, start=1):
            if not example.scope:
                yield Match(example.title or reading.opening(example.span), {"number": number})
