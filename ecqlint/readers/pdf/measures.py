"""From which edge to which edge the columns of a document run."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from ecqlint.readers.pdf.lines import Line

SAME_EDGE = 4.0  # points by which the left edge of a column differs from page to page
RAGGED = 3.0  # sizes of type by which the longest lines of a column differ from page to page
TALL = 4  # lines from which on a flow shows edges of its own
SLACK = 1.0  # points by which lines may be drawn beyond the edge they were set to
CENTERED = 2.0  # points by which the whites beside a centred line may differ
INDENTED = 0.5  # the least of them, in sizes of type
BREAKABLE = re.compile(r"(?<=\w)[-–—/]+(?=\w)")


Place = tuple[int, int]  # a flow: its page, and its number there


class Measure(NamedTuple):
    """The edges of a column, in points from the left of the page, and the lines of the longest flow that shows them."""

    left: float
    right: float
    lines: int

    def centered(self, line: Line) -> bool:
        """Whether a line stands in the middle, away from both edges."""
        left, right = line.left - self.left, self.right - line.right
        return min(left, right) > INDENTED * line.size and abs(left - right) <= CENTERED

    def room(self, above: Line, below: Line) -> float:
        """The points still free on `above` had it taken the first word of `below` too, or that word's part up to a hyphen.

        Where there is room, the line was ended on purpose.
        """
        word = below.words[0]
        text, width = word.text, word.right - word.left
        if cut := BREAKABLE.search(text):
            width *= cut.end() / len(text)
        free = self.right - above.right
        if self.centered(above) and self.centered(below):
            free += above.left - self.left
        return free - above.space - width - SLACK


def measures(lines: Sequence[Line]) -> dict[Place, Measure]:
    """The measure of each flow.

    Flows that are set alike share their lines, so that a page with two lines knows how wide the others are.
    """
    flows: defaultdict[Place, list[Line]] = defaultdict(list)
    for line in lines:
        flows[line.page, line.flow].append(line)
    limits = _limits(flows)
    columns: list[tuple[Measure, list[Line]]] = []
    column_of: dict[Place, int] = {}
    for place, flow in sorted(flows.items(), key=lambda item: -len(item[1])):
        own, ragged = _measure(flow), RAGGED * flow[0].size
        fitting = (
            n for n, (first, _) in enumerate(columns) if first.right <= limits[place] and _alike(first, own, ragged)
        )
        column_of[place] = next(fitting, len(columns))
        if column_of[place] == len(columns):
            columns.append((own, []))
        columns[column_of[place]][1].extend(flow)
    shared = [_measure(column)._replace(lines=first.lines) for first, column in columns]
    return {place: shared[index] for place, index in column_of.items()}


def _limits(flows: Mapping[Place, Sequence[Line]]) -> dict[Place, float]:
    """How far to the right each flow can reach: to the next one beside it on its page."""
    pages: defaultdict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for (page, _), flow in flows.items():
        pages[page].append((min(line.left for line in flow), flow[0].baseline, flow[-1].baseline))
    limits = {}
    for place, flow in flows.items():
        right, head, foot = max(line.right for line in flow), flow[0].baseline, flow[-1].baseline
        beside = (left for left, top, bottom in pages[place[0]] if left > right and top <= foot and bottom >= head)
        limits[place] = min(beside, default=inf)
    return limits


def _alike(column: Measure, flow: Measure, ragged: float) -> bool:
    """Whether a flow is set like a column of other pages or, being short, could be."""
    if flow.lines < TALL:
        return flow.left >= column.left - SAME_EDGE and flow.right <= column.right + ragged / 2
    return abs(flow.left - column.left) <= SAME_EDGE and abs(flow.right - column.right) <= ragged


def _measure(lines: Sequence[Line]) -> Measure:
    """Left: where two lines start. Right: what three lines come close to. So that one line that juts out does not count."""
    lefts, rights = sorted(line.left for line in lines), sorted((line.right for line in lines), reverse=True)
    left = next((a for a, b in pairwise(lefts) if b - a <= 1), lefts[0])
    near = RAGGED * lines[0].size
    right = next((a for a, _, c in zip(rights, rights[1:], rights[2:], strict=False) if a - c <= near), rights[0])
    return Measure(left, right, len(lines))
