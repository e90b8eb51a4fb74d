"""The order in which a page is read, and the lines that its segments make.

Programs draw a text as it is read, column by column and cell by cell. Where the order of drawing makes no sense on paper, or goes
row by row, the white between the columns tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile
from math import inf

from ecqlint.readers.pdf.lines import GAP, Line
from ecqlint.readers.pdf.markers import starts_with_marker
from ecqlint.readers.pdf.rulings import Ruling

BIN = 6.0  # points of a page's width that the check of the order of drawing takes as one
STRAYS = 0.03  # the share of segments that may be drawn out of order
GUTTER = 9.0  # points of white that part two columns
PROSE_ROWS = 5  # rows that a column has at least,
PROSE_WIDTH = 12  # how wide it is at least, in sizes of its type,
PROSE_FILL = 0.6  # and how full its rows are on the average: what is less is a table
OUTDENT = 3.0  # how far left of a flow's first lines the next may end, in sizes of type: those may be indented
ALIGNED = 1.5  # points within which two cells start at the same place
TABLE_EDGES = 3  # standing rulings on a row that make a table
ALIGNED_ROWS = 3  # rows that make a column of cells


def reading_order(segments: Sequence[Line], rulings: Sequence[Ruling]) -> list[Line]:
    """The lines of a page in the order of reading, each with the number of its flow: a column or a cell."""
    upward = sum(b.baseline < a.baseline and not b.beside(a) for a, b in pairwise(segments))
    strays = _strays(segments)
    drawn_as_read = upward > strays and strays <= max(1, STRAYS * len(segments))
    return _lines(segments if drawn_as_read else list(_by_rows(segments)), rulings)


def _strays(segments: Iterable[Line]) -> int:
    """How many segments stand over something drawn before them."""
    lowest: dict[int, float] = {}
    strays = 0
    for segment in segments:
        bins = range(int(segment.left / BIN), int(segment.right / BIN) + 1)
        bottom = segment.bottom
        if any(lowest.get(here, 0.0) > bottom for here in bins):
            strays += 1
        else:
            lowest.update(dict.fromkeys(bins, segment.baseline))
    return strays


def _by_rows(segments: Iterable[Line]) -> Iterator[Line]:
    """The segments row by row, but columns of prose one after the other."""
    rows: list[list[Line]] = []
    for segment in sorted(segments, key=lambda s: s.baseline):
        if rows and segment.beside(rows[-1][0]):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    start = 0
    while start < len(rows):
        if columns := _columns(rows[start:]):
            end, gutter = columns
            together = [segment for row in rows[start : start + end] for segment in row]
            yield from _by_rows(segment for segment in together if segment.left < gutter)
            yield from _by_rows(segment for segment in together if segment.left >= gutter)
            start += end
        else:
            yield from sorted(rows[start], key=lambda s: s.left)
            start += 1


def _columns(rows: Sequence[Sequence[Line]]) -> tuple[int, float] | None:
    """How many of the rows, from the first on, stand in two columns of prose, and where the right one starts; None where none do."""
    starts = Counter(round(segment.left) for row in rows for segment in row)
    found = []
    for start in (start - 1 for start, count in starts.items() if count >= PROSE_ROWS):
        parted = list(takewhile(partial(_leaves_free, start), rows))
        left = [segment for row in parted for segment in row if segment.left < start]
        right = [segment for row in parted for segment in row if segment.left >= start]
        if _is_prose(left) and _is_prose(right):
            found.append((len(parted), start))
    return max(found, default=None)


def _leaves_free(start: float, row: Sequence[Line]) -> bool:
    """Whether nothing on a row stands in the gutter before `start`."""
    return all(segment.left >= start or segment.right <= start - GUTTER for segment in row)


def _is_prose(column: Sequence[Line]) -> bool:
    if len(column) < PROSE_ROWS:
        return False
    width = max(s.right for s in column) - min(s.left for s in column)
    filled = sum(s.right - s.left for s in column) / len(column)
    return width >= PROSE_WIDTH * column[0].size and filled >= PROSE_FILL * width


def _lines(segments: Sequence[Line], rulings: Sequence[Ruling]) -> list[Line]:
    """Segments joined along their rows; a flow ends where the next line is not below the last one."""
    fences = [ruling for ruling in rulings if not ruling.level]
    cells = Counter(round(b.left / ALIGNED) for a, b in pairwise(segments) if b.beside(a) and b.left > a.right)
    lines: list[Line] = []
    flow, left, right = 0, inf, 0.0
    for segment in segments:
        if lines:
            last = lines[-1]
            along = segment.beside(last) and segment.left >= last.left
            if along and not _apart(last, segment, cells, fences):
                lines[-1] = last.joined(segment)
                right = max(right, segment.right)
                continue
            over = segment.left < right and segment.right > left - OUTDENT * segment.size
            if along or not over or segment.baseline <= last.baseline:
                flow, left, right = flow + 1, inf, 0.0
        left, right = min(left, segment.left), max(right, segment.right)
        lines.append(replace(segment, flow=flow, cell=_in_cell(segment, fences)))
    return lines


def _in_cell(line: Line, fences: Sequence[Ruling]) -> bool:
    """Whether standing rulings on the line's row fence it in, and another cell beside it."""
    row = [fence for fence in fences if fence.top < line.baseline < fence.bottom]
    if len({round(fence.left / ALIGNED) for fence in row}) < TABLE_EDGES:
        return False
    return min(fence.left for fence in row) <= line.left and line.right <= max(fence.right for fence in row)


def _apart(left: Line, right: Line, cells: Counter[int], fences: Sequence[Ruling]) -> bool:
    """Whether two stretches of a row are cells or columns, rather than one line with a tab in it."""
    if left.tag != right.tag or left.artifact != right.artifact:
        return True
    if any(left.right <= f.left and f.right <= right.left and f.top < right.baseline < f.bottom for f in fences):
        return True
    if right.left - left.right <= GAP * right.size or starts_with_marker(left.words) or left.text.endswith(":"):
        return False
    place = round(right.left / ALIGNED)
    return sum(cells[place + step] for step in (-1, 0, 1)) >= ALIGNED_ROWS
