"""The styles of a Word file: what each is called, what it is based on, and what it sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ecqlint.readers.docx.markup import Element, W, child, integer, value
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.properties import NOTHING, Properties, properties, theme_fonts

_BODY = 10
# Word lets a style stand on fewer; in a damaged file they may go round in a circle.
_DEEPEST = 20
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(slots=True)
class _Style:
    """What one style says by itself, None where it says nothing."""

    name: str | None = None
    based_on: str | None = None
    sets: Properties = field(default_factory=dict)
    sets_where: dict[str, Properties] = field(default_factory=dict)
    outline: int | None = None
    listed: bool | None = None
    row_band: int | None = None
    column_band: int | None = None


class Styles:
    """Styles by kind ("paragraph", "character", "table") and id; an unknown id means the default style of its kind."""

    def __init__(self, package: Package) -> None:
        root = package.related("styles")
        self.theme = theme_fonts(package)
        self.defaults: Properties = properties(child(root, "docDefaults", "rPrDefault", "rPr"), self.theme)
        self._elements: dict[tuple[str, str], Element] = {}
        self._default: dict[str, str] = {}
        for style in root.iterchildren(W + "style") if root is not None else ():
            kind, identity = value(style, "type") or "paragraph", value(style, "styleId") or ""
            self._elements.setdefault((kind, identity), style)
            if value(style, "default") in ("1", "true", "on"):
                self._default.setdefault(kind, identity)
        self._style = cache(self._read)
        self._merged = cache(self._merge)

    def name(self, style: str | None) -> str | None:
        """What Word calls a paragraph style, in English for its own styles whatever the language of their ids."""
        return next((one.name for one in self._chain("paragraph", style)), None)

    def level(self, style: str | None) -> int | None:
        """The outline level of a heading style, 1 the highest; 0 for the title; None for a style of body text."""
        said = (one.outline for one in self._chain("paragraph", style))
        return _level(next((outline for outline in said if outline is not None), _BODY))

    def listed(self, style: str | None) -> bool:
        """Whether a paragraph style makes its paragraphs items of a list."""
        said = (one.listed for one in self._chain("paragraph", style))
        return next((listed for listed in said if listed is not None), False)

    def bands(self, style: str | None) -> tuple[int, int]:
        """How many rows and how many columns make a band of a table style."""
        chain = list(self._chain("table", style))
        rows = next((one.row_band for one in chain if one.row_band), 1)
        return rows, next((one.column_band for one in chain if one.column_band), 1)

    def sets(self, kind: str, style: str | None) -> Properties:
        """What a style and those it is based on set for characters."""
        return self._merged(kind, style, ())

    def sets_where(self, style: str | None, conditions: tuple[str, ...]) -> Properties:
        """What a table style sets for the characters of a cell that meets `conditions`, the strongest last."""
        return self._merged("table", style, ("wholeTable", *conditions))

    def _merge(self, kind: str, style: str | None, conditions: tuple[str, ...]) -> Properties:
        chain = list(self._chain(kind, style))[::-1]
        merged: dict[str, Any] = {}
        for one in chain:
            merged |= one.sets
        for condition in conditions:
            for one in chain:
                merged |= one.sets_where.get(condition, NOTHING)
        return merged

    def _chain(self, kind: str, identity: str | None) -> Iterator[_Style]:
        """The style and those it is based on."""
        if (kind, identity) not in self._elements:
            # Characters without a style have none: Word's default for characters sets nothing.
            identity = self._default.get(kind) if kind != "character" else None
        seen: set[str] = set()
        while identity is not None and identity not in seen and (kind, identity) in self._elements:
            style = self._style(kind, identity)
            yield style
            seen.add(identity)
            identity = style.based_on if len(seen) < _DEEPEST else None

    def _read(self, kind: str, identity: str) -> _Style:
        style = _Style()
        for item in self._elements[kind, identity]:
            if item.tag == W + "name":
                style.name = value(item)
            elif item.tag == W + "basedOn":
                style.based_on = value(item)
            elif item.tag == W + "rPr":
                style.sets = properties(item, self.theme)
            elif item.tag == W + "pPr":
                style.outline = _outline(child(item, "outlineLvl"))
                style.listed = is_listed(child(item, "numPr", "numId"))
            elif item.tag == W + "tblPr":
                style.row_band = max(0, integer(value(child(item, "tblStyleRowBandSize")), 0))
                style.column_band = max(0, integer(value(child(item, "tblStyleColBandSize")), 0))
            elif item.tag == W + "tblStylePr":
                style.sets_where[value(item, "type") or ""] = properties(child(item, "rPr"), self.theme)
        name = (style.name or "").lower()
        if name == "title":
            style.outline = 0
        elif style.outline is None and (heading := _HEADING.fullmatch(name)):
            style.outline = int(heading[1])
        return style


def outline_level(outline: Element) -> int | None:
    """The level that a w:outlineLvl gives, 1 the highest; None for body text."""
    return _level(_outline(outline) or _BODY)


def is_listed(number: Element | None) -> bool | None:
    """Whether a w:numId makes an item of a list, or takes it out of one; None where there is no such element."""
    return None if number is None else integer(value(number), 0) != 0


def _outline(outline: Element | None) -> int | None:
    return None if outline is None else min(max(integer(value(outline), _BODY), 0) + 1, _BODY)


def _level(outline: int) -> int | None:
    return None if outline == _BODY else outline
