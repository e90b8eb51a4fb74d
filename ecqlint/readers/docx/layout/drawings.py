"""The room that pictures, shapes and embedded objects take: in the line, or beside and between lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ecqlint.readers.docx.markup import Element, measure

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_W10 = "{urn:schemas-microsoft-com:office:word}"
_EMU = 1 / 12700
_SHAPES = tuple(_V + name for name in ("shape", "rect", "roundrect", "oval", "line", "group"))
_WRAPS = {_WP + name for name in ("wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom")}
_STYLE = re.compile(r"\s*([\w-]+)\s*:\s*([^;]*)")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or shape, in points: set `inline` like a word, `beside` text that runs around it, or between lines."""

    width: float
    height: float
    inline: bool
    beside: bool = False


def drawing(element: Element) -> Drawing | None:
    """What a w:drawing, w:pict or w:object puts among the text; None for what lies over or under it."""
    for item in element.iter(_WP + "inline", _WP + "anchor", *_SHAPES):
        if item.tag in _SHAPES:
            return _shape(item)
        return _anchored(item) if item.tag == _WP + "anchor" else Drawing(*_extent(item), inline=True)
    return None


def _extent(item: Element) -> tuple[float, float]:
    """Width and height with the distance that text keeps."""
    extent = item.find(_WP + "extent")
    sizes = [measure(extent.get(name), unit=_EMU) if extent is not None else None for name in ("cx", "cy")]
    return sizes[0] or 0.0, sizes[1] or 0.0


def _anchored(item: Element) -> Drawing | None:
    wrap = next((child.tag for child in item if child.tag in _WRAPS), None)
    if wrap is None:
        return None
    width, height = _extent(item)
    sides = {side: measure(item.get(f"dist{side}"), unit=_EMU) or 0.0 for side in "LRTB"}
    return Drawing(
        width + sides["L"] + sides["R"],
        height + sides["T"] + sides["B"],
        inline=False,
        beside=wrap != _WP + "wrapTopAndBottom",
    )


def _shape(item: Element) -> Drawing | None:
    style = {name.lower(): said for name, said in _STYLE.findall(item.get("style", ""))}
    width, height = (measure(style.get(name), unit=1.0) or 0.0 for name in ("width", "height"))
    if style.get("position", "").strip() != "absolute":
        return Drawing(width, height, inline=True)
    wrap = next((child.get("type") for child in item.iterchildren(_W10 + "wrap")), None)
    if wrap not in ("square", "tight", "through", "topAndBottom"):
        return None
    return Drawing(width, height, inline=False, beside=wrap != "topAndBottom")
