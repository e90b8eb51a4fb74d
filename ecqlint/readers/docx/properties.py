"""Run properties as one level of the cascade states them: only what it sets, under the names of `Format`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ecqlint.readers.docx.markup import Element, W, is_on, measure
from ecqlint.readers.docx.package import Package

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# What one level of the cascade sets: font, size, underline, and the toggles.
Properties = Mapping[str, Any]
NOTHING: Properties = {}

TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "bCs": "complex_bold",
    W + "iCs": "complex_italic",
    W + "caps": "caps",
    W + "vanish": "hidden",
}
_SIZES = {W + "sz": "size", W + "szCs": "complex_size"}
# A run of Arabic or Hebrew, which has a size and weight of its own.
_COMPLEX = {W + "rtl", W + "cs"}
# Word itself offers 1 to 1638 points.
_LEAST, _MOST = 0.5, 1638.0


def theme_fonts(package: Package) -> dict[str, str]:
    """The Latin typefaces of the theme, by the names that run properties call them."""
    theme = package.related("theme")
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        latin = theme.find(f".//{A}{kind}Font/{A}latin")
        if latin is not None and (typeface := latin.get("typeface")):
            fonts |= {f"{kind}{use}": typeface for use in ("HAnsi", "Ascii")}
    return fonts


def properties(element: Element | None, theme: Mapping[str, str]) -> Properties:
    """What a w:rPr sets."""
    if element is None or not len(element):
        return NOTHING
    found: dict[str, Any] = {}
    for item in element:
        tag = item.tag
        if tag in TOGGLES:
            found[TOGGLES[tag]] = is_on(item)
        elif tag in _SIZES:
            size = measure(item.get(W + "val"), unit=0.5)
            if size is not None and _LEAST <= size <= _MOST:
                found[_SIZES[tag]] = size
        elif tag == W + "u":
            found["underline"] = item.get(W + "val", "none") != "none"
        elif tag in _COMPLEX:
            found["complex"] = is_on(item)
        elif tag == W + "rFonts":
            font = _font(item, theme)
            if font:
                found["font"] = font
    return found


def _font(fonts: Element, theme: Mapping[str, str]) -> str | None:
    """The typeface of Latin letters: within one element the theme's goes before a named one."""
    for use in ("ascii", "hAnsi"):
        font = theme.get(fonts.get(f"{W}{use}Theme", "")) or fonts.get(W + use)
        if font:
            return font
    return None
