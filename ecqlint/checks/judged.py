"""Sentences of a kind that no grammar and no list shows, as the judge has learned it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ecqlint.checks._judged import Sure, judged
from ecqlint.language import Reading
from ecqlint.rule import Match

# What the judge alone tells. Of other kinds, other checks weigh what it says.
Kind = Literal["disparaging-remark", "political-content", "personal-belief", "hypothetical", "organization-credit"]


def check(reading: Reading, *, kind: Kind, sure: Sure) -> Iterator[Match]:
    """Each sentence outside quotations that is of the `kind`, as `sure` as that. Details: certainty."""
    for _, match in judged(reading, kind, sure=sure):
        yield match
