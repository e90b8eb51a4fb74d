"""How wide characters are: the fonts of Word, measured through the free fonts that were drawn to the same widths."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_TWINS = {
    "times new roman": "Liberation Serif",
    "times": "Liberation Serif",
    "liberation serif": "Liberation Serif",
    "arial": "Liberation Sans",
    "helvetica": "Liberation Sans",
    "liberation sans": "Liberation Sans",
    "courier new": "Liberation Mono",
    "courier": "Liberation Mono",
    "liberation mono": "Liberation Mono",
    "calibri": "Carlito",
    "carlito": "Carlito",
    "cambria": "Caladea",
    "caladea": "Caladea",
}
# Cambria's lines are higher than those of the font that shares its widths.
_LINE_HEIGHTS = {"cambria": 1.172}
# Fonts without a free twin: a family of the same kind, how much wider running English comes out, and the line height.
_STAND_INS = {
    "aptos": ("Carlito", 1.06, 1.28),
    "arial narrow": ("Liberation Sans", 0.82, 1.147),
    "bookman old style": ("Liberation Serif", 1.21, 1.17),
    "book antiqua": ("Liberation Serif", 1.09, 1.25),
    "calibri light": ("Carlito", 1.0, 1.22),
    "candara": ("Carlito", 1.04, 1.22),
    "century": ("Liberation Serif", 1.15, 1.2),
    "century gothic": ("Liberation Sans", 1.1, 1.23),
    "century schoolbook": ("Liberation Serif", 1.15, 1.2),
    "consolas": ("Liberation Mono", 0.916, 1.17),
    "constantia": ("Liberation Serif", 1.1, 1.22),
    "corbel": ("Carlito", 1.03, 1.22),
    "franklin gothic book": ("Liberation Sans", 0.95, 1.13),
    "garamond": ("Liberation Serif", 0.93, 1.125),
    "georgia": ("Liberation Serif", 1.096, 1.136),
    "gill sans mt": ("Liberation Sans", 0.92, 1.16),
    "palatino linotype": ("Liberation Serif", 1.1, 1.35),
    "segoe ui": ("Liberation Sans", 1.01, 1.33),
    "tahoma": ("Liberation Sans", 1.01, 1.207),
    "trebuchet ms": ("Liberation Sans", 0.99, 1.16),
    "verdana": ("Liberation Sans", 1.15, 1.215),
}
_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}


@dataclass(frozen=True, slots=True)
class Face:
    """A font in one of its four styles, in ems: how high its lines are, how wide its characters.

    `known` tells whether the widths are those of the font itself, not of one that looks like it.
    """

    height: float
    advances: Mapping[str, float]
    known: bool

    def advance(self, character: str) -> float:
        """How far `character` moves the pen."""
        return self.advances.get(character) or _unmeasured(character, self.advances)


def _unmeasured(character: str, advances: Mapping[str, float]) -> float:
    """The advance of a character that the data lacks: marks and controls have none, wide ones of East Asia an em."""
    if unicodedata.category(character)[0] in "MC":
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character.isspace():
        return advances[" "]
    return advances["n"]


@cache
def _data() -> Any:
    return json.loads(files("ecqlint.readers.docx.layout").joinpath("metrics.json").read_text(encoding="utf-8"))


def _stand_in(name: str) -> tuple[str, float, float | None]:
    """The family that measures for the font `name`, the factor on its widths, and the line height where it differs."""
    kin = [known for known in (*_STAND_INS, *_TWINS) if name == known or name.startswith(f"{known} ")]
    if kin:
        nearest = max(kin, key=len)
        return _STAND_INS.get(nearest) or (_TWINS[nearest], 1.0, None)
    if "mono" in name or "courier" in name:
        return "Liberation Mono", 1.0, None
    if "sans" in name or "gothic" in name:
        return "Liberation Sans", 1.0, None
    return "Liberation Serif", 1.0, None


@lru_cache(maxsize=64)
def face(font: str | None, bold: bool, italic: bool) -> Face:
    """The face of `font` (the name a document gives it; None: what Word takes, Times New Roman)."""
    name = (font or "times new roman").lower().strip()
    family = _TWINS.get(name)
    known, stretch, height = family is not None, 1.0, _LINE_HEIGHTS.get(name)
    if family is None:
        family, stretch, height = _stand_in(name)
    style = _data()["families"][family][_STYLES[bold, italic]]
    widths = zip(_data()["characters"], style["advances"], strict=True)
    advances = {character: width * stretch / 1000 for character, width in widths if width}
    return Face(style["height"] / 1000 if height is None else height, advances, known)


class Widths(dict[str, float]):
    """How wide texts are in points, each worked out when it is first asked for."""

    __slots__ = ("_face", "_pitch", "_size")

    def __init__(self, face: Face, size: float, pitch: float) -> None:
        self._face, self._size, self._pitch = face, size, pitch

    def __missing__(self, text: str) -> float:
        advances, face = self._face.advances, self._face
        ems = sum(advances[c] if c in advances else face.advance(c) for c in text)
        self[text] = width = ems * self._size + len(text) * self._pitch
        return width


class Type:
    """A font at a size, in points: the `height` of its lines, the `widths` of texts, `known` where they are its own."""

    __slots__ = ("height", "known", "widths")

    def __init__(
        self, font: str | None, bold: bool, italic: bool, size: float, pitch: float = 0.0, stretch: float = 1.0
    ) -> None:
        """`pitch` points are added to every character, whose width is scaled by `stretch`."""
        cut = face(font, bold, italic)
        self.height, self.known = cut.height * size, cut.known
        self.widths = Widths(cut, size * stretch, pitch)
