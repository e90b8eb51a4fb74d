"""The rows of a table as blocks of the flow: each as high as its highest cell, and cut where that cell's lines end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from ecqlint.readers.docx.formatting import Cell
from ecqlint.readers.docx.layout.flow import Block, Strip, stacked
from ecqlint.readers.docx.layout.properties import length
from ecqlint.readers.docx.markup import Element, W, child, has, measure, value, within
from ecqlint.readers.docx.tables import columns

# Word's own distance of a cell's text from its sides.
_PADDING = {"left": 5.4, "right": 5.4, "top": 0.0, "bottom": 0.0}
_OTHER_NAMES = {"left": "start", "right": "end"}

# The blocks of a cell of this look, set in a column of so many points.
Fill = Callable[[Element, Cell, float], list[Block]]
# What a table's own properties, else its style, state under a name.
Stated = Callable[[str], Element | None]


@dataclass(slots=True)
class _Contents:
    """What a cell holds, as strips without space between them, and whether it stays on the page of the next row."""

    strips: list[Strip]
    tied: bool

    @property
    def height(self) -> float:
        return sum(strip.height for strip in self.strips)


@dataclass(slots=True)
class Table:
    """A table to be set in a column of `width` points."""

    element: Element
    width: float
    looks: Mapping[Element, Cell]
    stated: Stated
    fill: Fill
    additive: bool
    _grid: list[float] = field(init=False)
    _padding: dict[str, float] = field(init=False)
    _rule: float = field(init=False)
    _merged: dict[int, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._grid = [length(column, "w") or 0.0 for column in self.element.iterfind(f"{W}tblGrid/{W}gridCol")]
        self._padding = _padding(self.stated("tblCellMar"), _PADDING)
        self._rule = _rule(self.stated("tblBorders"))

    def blocks(self) -> Iterator[Block]:
        """A block for each row."""
        heading, at_top = 0.0, True
        rows = [row for row in within(self.element, {W + "tr"}) if _shown(row)]
        for row, below in zip_longest(rows, rows[1:]):
            strips, tied = self._row(row, below)
            at_top = at_top and has(row, "trPr", "tblHeader")
            if at_top:
                heading += sum(strip.height for strip in strips)
                tied = True
            elif heading:
                strips = [replace(strip, heading=heading) for strip in strips]
            yield Block(tuple(strips), tied=tied)

    def _row(self, row: Element, below: Element | None) -> tuple[list[Strip], bool]:
        continued = {place for place, _, cell in self._places(below) if _merges(cell)} if below is not None else set()
        contents: list[_Contents] = []
        deficits = [0.0]
        for place, width, cell in self._places(row):
            if cell in self.looks:
                content = self._contents(cell, width)
                if place in continued:
                    self._merged[place] = content.height
                    contents.append(_Contents([replace(strip, height=0.0) for strip in content.strips[:1]], tied=False))
                else:
                    contents.append(content)
            elif _merges(cell) and place not in continued:
                deficits.append(self._merged.pop(place, 0.0))
        highest = max(contents, key=lambda content: content.height, default=_Contents([Strip(0.0)], tied=False))
        strips = self._sized(row, highest, max(deficits))
        for place in self._merged.keys() & continued:
            self._merged[place] -= sum(strip.height for strip in strips)
        opening = contents[0].strips[0] if contents and contents[0].strips else strips[0]
        others = [strip for content in contents if content is not highest for strip in content.strips]
        notes = (*strips[0].notes, *(note for strip in others for note in strip.notes))
        strips[0] = replace(strips[0], paragraph=opening.paragraph, start=opening.start, notes=notes)
        return strips, highest.tied

    def _sized(self, row: Element, highest: _Contents, least: float) -> list[Strip]:
        """The strips of a row whose highest cell is this one, as high as the row asks for and `least` at the least."""
        strips = highest.strips or [Strip(0.0)]
        asked = child(row, "trPr", "trHeight")
        wanted = length(asked, "val") or 0.0
        if value(asked, "hRule") == "exact":
            return [_joined(strips, wanted + self._rule)]
        missing = max(wanted, least) - highest.height
        strips = [*strips[:-1], replace(strips[-1], height=strips[-1].height + max(0.0, missing) + self._rule)]
        # A row that is made higher than its text goes over whole, like one that must not be split.
        if wanted > highest.height or has(row, "trPr", "cantSplit") or has(row, "trPr", "tblHeader"):
            return [_joined(strips, sum(strip.height for strip in strips))]
        return strips

    def _contents(self, cell: Element, width: float) -> _Contents:
        padding = _padding(child(cell, "tcPr", "tcMar"), self._padding)
        blocks = self.fill(cell, self.looks[cell], max(width - padding["left"] - padding["right"] - self._rule, 1.0))
        strips = [
            Strip(strip.above + strip.height, paragraph=strip.paragraph, start=strip.start, notes=strip.notes)
            for strip in stacked(blocks, additive=self.additive)
        ]
        if not strips:
            return _Contents([Strip(padding["top"] + padding["bottom"])], tied=False)
        strips[0] = replace(strips[0], height=strips[0].height + padding["top"])
        strips[-1] = replace(strips[-1], height=strips[-1].height + blocks[-1].after + padding["bottom"])
        return _Contents(strips, blocks[0].tied)

    def _places(self, row: Element) -> Iterator[tuple[int, float, Element]]:
        """Each cell of a row with the number of its first column, and its width."""
        cells = list(within(row, {W + "tc"}))
        column = columns(row, "trPr", "gridBefore", least=0)
        for cell in cells:
            span = columns(cell, "tcPr", "gridSpan", least=1)
            width = sum(self._grid[column : column + span]) or _stated_width(cell) or self.width / len(cells)
            yield column, width, cell
            column += span


def _stated_width(cell: Element) -> float | None:
    width = child(cell, "tcPr", "tcW")
    return length(width, "w") if value(width, "type") in (None, "dxa") else None


def _joined(strips: list[Strip], height: float) -> Strip:
    """One strip of this height with all that `strips` call."""
    return replace(strips[0], height=height, notes=tuple(note for strip in strips for note in strip.notes))


def _merges(cell: Element) -> bool:
    """Whether the cell is the lower part of one that began in a row above."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _shown(row: Element) -> bool:
    return child(row, "trPr", "del") is None and not has(row, "trPr", "hidden")


def _padding(margins: Element | None, inherited: Mapping[str, float]) -> dict[str, float]:
    """How far text keeps from each side of a cell."""
    said = {side: length(child(margins, side), "w") for side in inherited}
    said |= {side: length(child(margins, name), "w") for side, name in _OTHER_NAMES.items() if said[side] is None}
    return {side: inherited[side] if amount is None else amount for side, amount in said.items()}


def _rule(borders: Element | None) -> float:
    """How thick the line between two rows is."""
    line = child(borders, "insideH")
    drawn = value(line) not in (None, "nil", "none")
    return (measure(value(line, "sz"), unit=0.125) or 0.0) if drawn else 0.0
