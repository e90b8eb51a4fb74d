"""The vocabulary of WordprocessingML, and attributes read so that an odd value is no value rather than an error."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# What an mc:Choice may require to be taken instead of its fallback, under the prefixes that Word writes.
_UNDERSTOOD = {"v", "w14", "wp14", "wps", "wpg", "wpc"}
# Elements that hold what they wrap without adding to it, tracked insertions among them.
_WRAPPERS = {W + name for name in ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "dir", "bdo")}
_OFF = {"0", "false", "off"}
_MEASURE = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{0,9})?)\s*(mm|cm|in|pt|pc|pi)?\s*")
_POINTS_PER_UNIT = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def child(element: Element | None, *path: str) -> Element | None:
    """The element at the end of `path`, a name for each step down from `element`; None where a step has none."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute `name` of `element`, None where either is missing."""
    return None if element is None else element.get(W + name)


def is_on(element: Element) -> bool:
    """Whether an on/off property is on: it is unless it says otherwise."""
    return element.get(W + "val") not in _OFF


def has(element: Element | None, *path: str) -> bool:
    """Whether the on/off property at the end of `path` is there and on."""
    found = child(element, *path)
    return found is not None and is_on(found)


def measure(text: str | None, *, unit: float) -> float | None:
    """A length in points, of which a bare number counts `unit` each. None where the text is no length."""
    match = _MEASURE.fullmatch(text) if text else None
    if match is None:
        return None
    return float(match[1]) * (_POINTS_PER_UNIT[match[2]] if match[2] else unit)


def integer(text: str | None, default: int) -> int:
    """A whole number, `default` where it is none."""
    number = measure(text, unit=1.0)
    return default if number is None else math.trunc(number)


def alternative(element: Element) -> Element | None:
    """The branch of an mc:AlternateContent that Word shows: one only, or its content would be read twice."""
    branches = list(element.iterchildren(MC + "Choice", MC + "Fallback"))
    for branch in branches:
        if branch.tag == MC + "Fallback" or _UNDERSTOOD.issuperset(branch.get("Requires", "").split()):
            return branch
    return branches[0] if branches else None


def within(element: Element, wanted: Collection[str]) -> Iterator[Element]:
    """The children of `element` whose tag is `wanted`, also inside content controls, insertions and the like."""
    for item in element.iterchildren(tag=etree.Element):
        if item.tag in wanted:
            yield item
        elif item.tag == W + "sdt":
            for content in item.iterchildren(W + "sdtContent"):
                yield from within(content, wanted)
        elif item.tag == MC + "AlternateContent":
            branch = alternative(item)
            if branch is not None:
                yield from within(branch, wanted)
        elif item.tag in _WRAPPERS:
            yield from within(item, wanted)
