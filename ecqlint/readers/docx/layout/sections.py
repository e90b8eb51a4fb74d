"""The paper of each section as the layout needs it: the width of a column, and the room between header and footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from ecqlint.readers.docx.layout.properties import length
from ecqlint.readers.docx.markup import Element, R, W, child, has, integer, value
from ecqlint.readers.docx.package import Package

PageKind = Literal["default", "first", "even"]
_LEAST = 36.0  # however wide the margins
_MAX_COLUMNS = 45
_ON_GRID = ("lines", "linesAndChars", "snapToChars")

# What Word takes where a section does not say (MS-DOC, 2.6.4), in points.
_PAPER = {"w": 612.0, "h": 792.0}
_MARGINS = {"left": 90.0, "right": 90.0, "top": 72.0, "bottom": 72.0, "gutter": 0.0, "header": 36.0, "footer": 36.0}
_GAP = 36.0

# How high a header or footer (a part's root) stands in a column of so many points.
Height = Callable[[Element, float], float]


@dataclass(frozen=True, slots=True)
class Section:
    """A section's pages, in points: width and number of their columns, room for text on first, even and other pages.

    `grid` is the pitch of the lines where they sit on a grid, else 0; `continues` says that the section begins on the
    page of the one before.
    """

    column: float
    columns: int
    rooms: Mapping[PageKind, float]
    grid: float
    continues: bool
    paper: tuple[float, float]

    def room(self, *, first: bool, number: int) -> float:
        """The height of text on page `number`, the section's first or not."""
        return self.rooms["first" if first else "even" if number % 2 == 0 else "default"]


@dataclass(slots=True)
class Sections:
    """Reads the sections of a document in their order: headers and footers hold until a later section has its own."""

    package: Package
    height: Height
    _in_force: dict[tuple[str, str], Element] = field(default_factory=dict)

    def read(self, properties: Element | None) -> Section:
        """The section that a w:sectPr describes; None for one that a document leaves out."""
        self._refer(properties)
        paper = _lengths(child(properties, "pgSz"), _PAPER)
        margins = _lengths(child(properties, "pgMar"), _MARGINS)
        settings = self.package.related("settings")
        bound = 0.0 if has(settings, "gutterAtTop") else margins["gutter"]
        width = max(paper["w"] - margins["left"] - margins["right"] - bound, _LEAST)
        columns = child(properties, "cols")
        number = min(max(1, integer(value(columns, "num"), 1)), _MAX_COLUMNS)
        gap = length(columns, "space")
        grid = child(properties, "docGrid")
        room = partial(self._room, paper=paper["h"], margins=margins, width=width)
        return Section(
            column=max((width - (number - 1) * (_GAP if gap is None else gap)) / number, _LEAST),
            columns=number,
            rooms={
                "default": room("default"),
                "first": room("first" if has(properties, "titlePg") else "default"),
                "even": room("even" if has(settings, "evenAndOddHeaders") else "default"),
            },
            grid=(length(grid, "linePitch") or 0.0) if value(grid, "type") in _ON_GRID else 0.0,
            continues=value(child(properties, "type")) == "continuous",
            paper=(paper["w"], paper["h"]),
        )

    def _refer(self, properties: Element | None) -> None:
        """Take note of the headers and footers that a section has of its own."""
        links = self.package.relationships(self.package.main)
        for place in ("header", "footer"):
            for reference in properties.iterchildren(f"{W}{place}Reference") if properties is not None else ():
                link = links.get(reference.get(R + "id") or "")
                root = self.package.tree(link.part) if link and link.part else None
                if root is not None:
                    self._in_force[place, value(reference, "type") or "default"] = root

    def _room(self, kind: PageKind, paper: float, margins: Mapping[str, float], width: float) -> float:
        """The height between header and footer: each takes its margin, or more where it stands higher than that."""
        room = paper
        for place, side in (("header", "top"), ("footer", "bottom")):
            root = self._in_force.get((place, kind))
            # A negative margin forbids the header to widen it.
            needed = margins[place] + self.height(root, width) if root is not None and margins[side] >= 0 else 0.0
            room -= max(abs(margins[side]), needed)
        return max(room, _LEAST)


def _lengths(element: Element | None, defaults: Mapping[str, float]) -> dict[str, float]:
    said = {name: length(element, name) for name in defaults}
    return {name: default if (amount := said[name]) is None else amount for name, default in defaults.items()}
