"""Paragraph properties as one level of the cascade states them: only what it sets, lengths in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ecqlint.readers.docx.layout.lines import Alignment, Leading, Tab
from ecqlint.readers.docx.markup import Element, W, child, is_on, measure, value

Properties = Mapping[str, Any]

TWIP = 0.05
_LINES = 1 / 240  # what w:line counts where it is a factor
_AUTOMATIC = 14.0  # the spacing that Word chooses where it is left to
_SWITCHES = {
    W + "keepNext": "keep_next",
    W + "keepLines": "keep_lines",
    W + "widowControl": "widow_control",
    W + "pageBreakBefore": "page_break_before",
    W + "contextualSpacing": "contextual",
    W + "snapToGrid": "snaps",
}
_ALIGNMENTS: dict[str, Alignment] = {"center": "center", "right": "right", "end": "right", "decimal": "right"}


def properties(element: Element | None) -> Properties:
    """What a w:pPr sets."""
    said: dict[str, Any] = {}
    for item in element if element is not None else ():
        tag = item.tag
        if tag in _SWITCHES:
            said[_SWITCHES[tag]] = is_on(item)
        elif tag == W + "spacing":
            said |= _spacing(item)
        elif tag == W + "ind":
            said |= _indents(item)
        elif tag == W + "tabs":
            said["tabs"] = tuple(_stops(item))
        elif tag == W + "numPr":
            said |= _list(item)
        elif tag == W + "pBdr":
            said |= {f"border_{side}": _border(child(item, side)) for side in ("top", "bottom")}
        elif tag == W + "framePr":
            said["dropped"] = value(item, "dropCap") in ("drop", "margin")
    return said


def length(element: Element | None, *names: str) -> float | None:
    """The first of these attributes that `element` has, in points."""
    for name in names:
        points = measure(value(element, name), unit=TWIP)
        if points is not None:
            return points
    return None


def _spacing(item: Element) -> Properties:
    said: dict[str, Any] = {}
    for side in ("before", "after"):
        amount = length(item, side)
        if value(item, side + "Autospacing") in ("1", "true", "on"):
            amount = _AUTOMATIC
        if amount is not None:
            said[side] = max(0.0, amount)
    amount = length(item, "line")
    if amount:
        rule = value(item, "lineRule")
        if rule in ("exact", "atLeast"):
            said["leading"] = Leading("exact" if rule == "exact" else "least", abs(amount))
        else:
            said["leading"] = Leading("multiple", abs(amount) / TWIP * _LINES)
    return said


def _indents(item: Element) -> Properties:
    first, hanging = length(item, "firstLine"), length(item, "hanging")
    said = {
        "left": length(item, "start", "left"),
        "right": length(item, "end", "right"),
        "first": first if hanging is None else -hanging,
    }
    return {name: amount for name, amount in said.items() if amount is not None}


def _list(item: Element) -> Properties:
    said = {"list": value(child(item, "numId")), "list_level": value(child(item, "ilvl"))}
    return {name: number for name, number in said.items() if number is not None}


def _stops(item: Element) -> Iterator[tuple[float, Tab | None]]:
    """Each tab stop that is set, as (place, stop); None for one that is taken away."""
    for stop in item.iterchildren(W + "tab"):
        at, kind = length(stop, "pos"), value(stop, "val")
        if at is not None and kind != "bar":
            yield at, None if kind == "clear" else Tab(at, _ALIGNMENTS.get(kind or "", "left"))


def _border(border: Element | None) -> float:
    """How much room a border takes with its distance from the text."""
    if border is None or value(border) in (None, "nil", "none"):
        return 0.0
    return (measure(value(border, "sz"), unit=0.125) or 0.0) + (measure(value(border, "space"), unit=1.0) or 0.0)
