"""The levels of lists: how far each indents its items, and what its labels look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ecqlint.readers.docx.layout.properties import Properties, properties
from ecqlint.readers.docx.markup import Element, W, child, value
from ecqlint.readers.docx.package import Package

_COUNTER = re.compile("%[1-9]")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: what it sets for paragraphs, a label as wide as most of its labels, what follows the label."""

    properties: Properties
    label: str
    suffix: Literal["tab", "space", "nothing"]


class Numbering:
    """The lists of a document."""

    def __init__(self, package: Package) -> None:
        root = package.related("numbering")
        every = list(root) if root is not None else []
        self._abstract = {value(item, "abstractNumId"): item for item in every if item.tag == W + "abstractNum"}
        self._lists = {value(item, "numId"): item for item in every if item.tag == W + "num"}
        self._levels: dict[tuple[str | None, str], Level | None] = {}

    def level(self, list_id: str | None, level: str | None, style: str | None) -> Level | None:
        """A level of a list; where it is not told, the one that belongs to the paragraph's style."""
        key = (list_id, level or f"of {style}")
        if key not in self._levels:
            element = self._element(list_id, level, style)
            self._levels[key] = None if element is None else _level(element)
        return self._levels[key]

    def _element(self, list_id: str | None, level: str | None, style: str | None) -> Element | None:
        numbered = self._lists.get(list_id)
        abstract = self._abstract.get(value(child(numbered, "abstractNumId")))
        if numbered is None or abstract is None:
            return None
        levels = {value(item, "ilvl"): item for item in abstract.iterchildren(W + "lvl")}
        for override in numbered.iterchildren(W + "lvlOverride"):
            if (own := child(override, "lvl")) is not None:
                levels[value(override, "ilvl")] = own
        if level is None:
            level = next((number for number, item in levels.items() if value(child(item, "pStyle")) == style), "0")
        return levels.get(level)


def _level(element: Element) -> Level:
    suffix = value(child(element, "suff"))
    text = value(child(element, "lvlText")) or ""
    return Level(
        properties(child(element, "pPr")),
        _COUNTER.sub("1", text),
        "space" if suffix == "space" else "nothing" if suffix == "nothing" else "tab",
    )
