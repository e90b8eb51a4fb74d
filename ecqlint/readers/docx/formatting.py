"""How a run looks in the end: document defaults, table style, paragraph style, character style, direct formatting.

ECMA-376 part 1, 17.7.2 (the order of styles) and 17.7.3 (toggle properties).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ecqlint.document import Format
from ecqlint.readers.docx.markup import Element, W, child, value
from ecqlint.readers.docx.properties import NOTHING, TOGGLES, Properties, properties
from ecqlint.readers.docx.styles import Styles

# What Word takes where no level of the cascade says anything.
_FONT, _SIZE = "Times New Roman", 10.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's style and the conditions that a cell meets (first row, a band ...), the strongest last."""

    style: str | None
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """The effective format of a run, and whether it is hidden."""

    format: Format
    hidden: bool


class Formatting:
    """The looks of a document's runs, each worked out once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._looks: dict[tuple[object, ...], Look] = {}

    def look(self, run: Element, paragraph_style: str | None, cell: Cell | None) -> Look:
        """How the text of `run` looks in a paragraph of this style (its id), in this cell of a table."""
        element = run.find(W + "rPr")
        direct = properties(element, self._styles.theme)
        style = value(child(element, "rStyle"))
        key = (paragraph_style, style, cell, *direct.items())
        if key not in self._looks:
            self._looks[key] = self._look(paragraph_style, style, cell, direct)
        return self._looks[key]

    def _look(self, paragraph: str | None, character: str | None, cell: Cell | None, direct: Properties) -> Look:
        styles = self._styles
        levels = (
            styles.sets_where(cell.style, cell.conditions) if cell else NOTHING,
            styles.sets("paragraph", paragraph),
            styles.sets("character", character) if character else NOTHING,
        )
        every: dict[str, Any] = {
            "font": _FONT,
            "size": _SIZE,
            "complex_size": _SIZE,
            "underline": False,
            "complex": False,
        }
        for level in (styles.defaults, *levels, direct):
            every |= level
        every |= {name: _toggled(name, styles.defaults, levels, direct) for name in TOGGLES.values()}
        script = "complex_" if every["complex"] else ""
        look = Format(
            font=every["font"],
            size=every[script + "size"],
            bold=every[script + "bold"],
            italic=every[script + "italic"],
            underline=every["underline"],
            caps=every["caps"],
        )
        return Look(look, every["hidden"])


def _toggled(name: str, defaults: Properties, levels: tuple[Properties, ...], direct: Properties) -> bool:
    """A toggle's value: direct formatting decides, and styles at several levels cancel each other out."""
    if name in direct:
        return direct[name]
    said = [level[name] for level in levels if name in level]
    if len(said) == 1:
        return said[0]
    return defaults.get(name, False) or sum(said) % 2 == 1
