"""What the type of a text object looks like: family, size, weight, slant."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ecqlint.document import Format

BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
SUBSET = re.compile(r"^[A-Z]{6}\+")
STYLE = re.compile(r"[-,].*")
ITALIC_FLAG, FORCE_BOLD_FLAG = 1 << 6, 1 << 18
BOLD_WEIGHT = 600
NAME_LENGTH = 200


class _Face(NamedTuple):
    family: str | None
    bold: bool
    italic: bool


class Looks:
    """The formats of a page's text objects, each made once."""

    def __init__(self) -> None:
        self._faces: dict[int, _Face] = {}
        self._formats: dict[tuple[_Face, float], Format] = {}

    def format(self, text_object: Any, size: float) -> Format:
        """The format of a text object whose type is `size` points high on the page."""
        face = self._face(pdfium.FPDFTextObj_GetFont(text_object))
        if pdfium.FPDFTextObj_GetTextRenderMode(text_object) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
            face = face._replace(bold=True)  # how a bold is made of a font that has none
        key = face, rounded(size)
        if key not in self._formats:
            self._formats[key] = Format(font=face.family, size=key[1], bold=face.bold, italic=face.italic)
        return self._formats[key]

    def _face(self, font: Any) -> _Face:
        if not font:
            return _Face(None, False, False)
        address = ctypes.addressof(font.contents)
        if address not in self._faces:
            name = SUBSET.sub("", _name(pdfium.FPDFFont_GetBaseFontName, font))
            flags = max(0, pdfium.FPDFFont_GetFlags(font))
            self._faces[address] = _Face(
                family=_family(font, name),
                bold=bool(BOLD.search(name) or flags & FORCE_BOLD_FLAG)
                or pdfium.FPDFFont_GetWeight(font) >= BOLD_WEIGHT,
                italic=bool(ITALIC.search(name) or flags & ITALIC_FLAG),
            )
        return self._faces[address]


def _family(font: Any, name: str) -> str | None:
    """The name of a font's family; pdfium knows only its own for one that is not in the file."""
    known = pdfium.FPDFFont_GetIsEmbedded(font) == 1 and _name(pdfium.FPDFFont_GetFamilyName, font)
    return known or STYLE.sub("", name) or None


def rounded(size: float) -> float:
    """A size of type as a writer would name it: whole and half points where it is within a tenth of one."""
    half = round(size * 2) / 2
    return half if abs(size - half) <= 0.1 else round(size, 1)


def _name(getter: Callable[[Any, Any, int], int], font: Any) -> str:
    buffer = ctypes.create_string_buffer(NAME_LENGTH)
    length = getter(font, buffer, NAME_LENGTH)
    return buffer.value.decode("utf-8", "replace") if 0 < length <= NAME_LENGTH else ""
