"""The ECQs stand in OPM's order, each once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading) -> Iterator[Match]:
    """A match at the heading of each section that repeats an ECQ or stands out of order. Fields: problem; details: {"ecq", "problem"}."""
    sections = [(section, section.ecq.number) for section in reading.narrative.sections if section.ecq]
    seen: set[int] = set()
    firsts = []
    for section, number in sections:
        if number in seen:
            problem = f"{section.name} has a section already: tell it in one"
            yield Match(section.heading, {"problem": problem}, details={"ecq": section.name, "problem": "repeated"})
        else:
            seen.add(number)
            firsts.append((section, number))
    kept = _longest_rising([number for _, number in firsts])
    for index, (section, number) in enumerate(firsts):
        if index not in kept:
            problem = f"{section.name} is ECQ {number}: put it in OPM's order"
            yield Match(section.heading, {"problem": problem}, details={"ecq": section.name, "problem": "order"})


def _longest_rising(numbers: list[int]) -> set[int]:
    """The indices of the longest rising run: those that need not move."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else None)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [index]
    kept, last = set(), ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
