"""No definition of an ECQ or competency in OPM's own words, or in those with a few changed."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.checks._definitions import pasted
from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading) -> Iterator[Match]:
    """A match for each passage that is a definition of the edition; sentences that follow each other make one.

    Fields: of (what it defines), similarity; details: {"of", "similarity"}, the similarity from 0 to 1.
    """
    for passage in pasted(reading):
        of, similarity = passage.definition.name, round(passage.similarity, 2)
        yield Match(passage.span, {"of": of, "similarity": similarity}, details={"of": of, "similarity": similarity})
