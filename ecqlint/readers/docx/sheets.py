"""The paper of each section: its size, its margins, and whether its pages are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ecqlint.document import Sheet
from ecqlint.readers.docx.fields import instructions
from ecqlint.readers.docx.markup import Element, R, W, child, has, measure, value
from ecqlint.readers.docx.package import Package

_TWIP = 1 / 20
# What Word takes where a section does not say (the defaults of section properties in MS-DOC, 2.6.4), in points.
_PAPER = {"w": 612.0, "h": 792.0}
_MARGINS = {"left": 90.0, "right": 90.0, "top": 72.0, "bottom": 72.0, "gutter": 0.0}
_PAGE_FIELD = re.compile(r"\s*PAGE(?![A-Z])", re.IGNORECASE)


def sheets(package: Package) -> tuple[Sheet, ...]:
    """A sheet for each section of the document, in order.

    Where margins are mirrored, left and right are those of a right-hand page: inside and outside. The gutter belongs to
    the side that is bound.
    """
    settings = package.related("settings")
    numbers = _Numbers(package, alternating=has(settings, "evenAndOddHeaders"))
    return tuple(_sheet(section, settings, numbers.met(section)) for section in _sections(package.body))


def _sections(body: Element) -> Iterator[Element | None]:
    """The properties of each section; None for a last section that has none."""
    for properties in body.iter(W + "pPr"):
        yield from properties.iterchildren(W + "sectPr")
    yield child(body, "sectPr")


def _sheet(section: Element | None, settings: Element | None, numbered: bool) -> Sheet:
    paper = _lengths(child(section, "pgSz"), _PAPER)
    margins = _lengths(child(section, "pgMar"), _MARGINS)
    side = "right" if has(section, "rtlGutter") else "left"
    margins["top" if has(settings, "gutterAtTop") else side] += margins.pop("gutter")
    return Sheet(
        width=paper["w"],
        height=paper["h"],
        left=margins["left"],
        right=margins["right"],
        top=margins["top"],
        bottom=margins["bottom"],
        numbered=numbered,
    )


def _lengths(element: Element | None, defaults: dict[str, float]) -> dict[str, float]:
    """The lengths that an element gives, in inches. A negative margin is as wide: the header may not widen it."""
    said = {name: measure(value(element, name), unit=_TWIP) for name in defaults}
    return {name: abs(defaults[name] if length is None else length) / 72 for name, length in said.items()}


class _Numbers:
    """Whether the pages of each section are numbered: headers and footers hold until a later section has its own."""

    def __init__(self, package: Package, *, alternating: bool) -> None:
        self._package = package
        # A page number on the first page alone, or on every other page, does not number the pages.
        self._kinds = ("default", "even") if alternating else ("default",)
        self._in_force: dict[tuple[str, str], bool] = {}
        self._shows_page = cache(_shows_page)

    def met(self, section: Element | None) -> bool:
        """Whether ordinary pages of the next section, in order, show their number."""
        links = self._package.relationships(self._package.main)
        for place in ("header", "footer"):
            for reference in section.iterchildren(f"{W}{place}Reference") if section is not None else ():
                link = links.get(reference.get(R + "id") or "")
                root = self._package.tree(link.part) if link and link.part else None
                kind = value(reference, "type") or "default"
                self._in_force[place, kind] = root is not None and self._shows_page(root)
        return all(any(self._in_force.get((place, kind)) for place in ("header", "footer")) for kind in self._kinds)


def _shows_page(root: Element) -> bool:
    """Whether a header or footer shows the page number, wherever in it: a text box, a table, a content control."""
    if next(root.iter(W + "pgNum"), None) is not None:
        return True
    return any(_PAGE_FIELD.match(instruction) for instruction in instructions(root))
