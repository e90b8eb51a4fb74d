"""How a document is set, found from all of its lines: which signs it gives, and which of them can be relied on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ecqlint.readers.pdf.lines import Line
from ecqlint.readers.pdf.measures import Measure, measures
from ecqlint.readers.pdf.setting import (
    EDGE,
    FULL_STOP,
    INDENT,
    LOOSER,
    WIDEST,
    Setting,
    is_mid_sentence,
    same_flow,
    space_would_show,
)

FULL_LINE = 5  # how much more a line that is full tells of the leading than one that is not
ENOUGH = 8  # cases from which on a sign is believed,
ALWAYS, MOSTLY, SELDOM = 0.97, 0.9, 0.2  # and the shares of them that make it one
TAGGED = 0.3  # the least share of characters under tags
BROKEN = 0.1  # the share of sentences that run over the end of a tag which makes the tags wrong


def setting_of(lines: Sequence[Line]) -> Setting:
    """How the lines of a document, in the order of reading, are set."""
    found = Setting(measures(lines))
    found = replace(found, leadings=_leadings(lines, found), justified=frozenset(_justified(lines, found)))
    white, indents = _parted(lines, found)
    found = replace(found, white=white, indents=indents, tagged=_are_tagged(lines, found))
    return replace(found, spaces_tell=_spaces_tell(lines, found))


def _leadings(lines: Sequence[Line], setting: Setting) -> dict[float, float]:
    distances: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for above, below in pairwise(lines):
        if (above.page, above.flow, above.size) == (below.page, below.flow, below.size):
            distance = below.baseline - above.baseline
            if distance <= WIDEST * above.size:
                distances[above.size][round(2 * distance) / 2] += FULL_LINE if setting.room(above, below) <= 0 else 1
    return {size: found.most_common(1)[0][0] for size, found in distances.items()}


def _justified(lines: Sequence[Line], setting: Setting) -> Iterator[Measure]:
    inside: defaultdict[Measure, list[bool]] = defaultdict(list)
    for above, below in pairwise(lines):
        measure = setting.measure(above)
        if is_mid_sentence(above, below) and measure.room(above, below) <= 0:
            inside[measure].append(measure.right - above.right <= EDGE)
    for measure, at_edge in inside.items():
        if len(at_edge) >= ENOUGH and sum(at_edge) >= ALWAYS * len(at_edge):
            yield measure


def _spaces_tell(lines: Sequence[Line], setting: Setting) -> bool:
    inside, ends = [], []
    for above, below in pairwise(lines):
        room = setting.room(above, below)
        if room <= 0 and is_mid_sentence(above, below) and space_would_show(above, below, setting):
            inside.append(above.spaced)
        elif room > 0 and not is_mid_sentence(above, below):
            ends.append(above.spaced)
    if len(inside) < ENOUGH or not ends:
        return False
    return sum(inside) >= ALWAYS * len(inside) and sum(ends) <= SELDOM * len(ends)


def _are_tagged(lines: Sequence[Line], setting: Setting) -> bool:
    tagged = sum(len(line.text) for line in lines if line.tag)
    if not tagged or tagged < TAGGED * sum(len(line.text) for line in lines):
        return False
    ends = [(a, b) for a, b in pairwise(lines) if a.tag != b.tag and a.page == b.page]
    broken = sum(is_mid_sentence(above, below) and setting.room(above, below) <= 0 for above, below in ends)
    return broken <= BROKEN * len(ends)


def _parted(lines: Sequence[Line], setting: Setting) -> tuple[bool, bool]:
    """Whether white, and whether an indent, sets off the paragraphs (not the headings) behind a sentence that was ended on purpose."""
    white, indents = [], []
    for above, below, after in zip(lines, lines[1:], lines[2:], strict=False):
        begins = FULL_STOP.search(above.text) and setting.room(above, below) > 0 and setting.room(below, after) <= 0
        if begins and same_flow(above, below):
            white.append(below.baseline - above.baseline > setting.leadings.get(below.size, 0.0) + LOOSER * below.size)
            indents.append(below.left > setting.measure(below).left + INDENT * below.size)
    enough = len(white) >= ENOUGH
    return enough and sum(white) >= MOSTLY * len(white), enough and sum(indents) >= MOSTLY * len(indents)
