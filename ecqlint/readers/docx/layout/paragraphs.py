"""What a paragraph's properties come to: its indents, its spacing, and how it clings to its neighbours.

ECMA-376 part 1, 17.3.1 and 17.7.2: document defaults, table style, paragraph style, numbering, the paragraph itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ecqlint.readers.docx.layout.lines import Leading, Measure, Tab
from ecqlint.readers.docx.layout.numbering import Level, Numbering
from ecqlint.readers.docx.layout.properties import Properties, length, properties
from ecqlint.readers.docx.markup import Element, W, child, value
from ecqlint.readers.docx.package import Package

_DEFAULT_TAB = 36.0
# Word lets a style stand on fewer; in a damaged file they may go round in a circle.
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph's effective format, in points: `first` is where its first line starts, `left` where the others do.

    `style` is the id of its style, `level` that of the list it is an item of, `tab` the distance of the stops after the
    last of `tabs`; `dropped` marks an initial that hangs into the next paragraph.
    """

    style: str | None
    left: float
    right: float
    first: float
    before: float
    after: float
    leading: Leading
    tabs: tuple[Tab, ...]
    tab: float
    level: Level | None
    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    page_break_before: bool = False
    contextual: bool = False
    dropped: bool = False

    def measure(self, width: float) -> Measure:
        """The room that its lines have in a column of this width."""
        return Measure(self.first, self.left, max(width - self.right, self.left + 1.0), self.tabs, self.tab)


_SWITCHES = ("keep_next", "keep_lines", "widow_control", "page_break_before", "contextual", "dropped")


class ParagraphFormats:
    """The effective formats of a document's paragraphs."""

    def __init__(self, package: Package) -> None:
        root = package.related("styles")
        styles = list(root.iterchildren(W + "style")) if root is not None else []
        self._styles = {(value(style, "type") or "paragraph", value(style, "styleId")): style for style in styles}
        self._default = {
            value(style, "type") or "paragraph": value(style, "styleId")
            for style in reversed(styles)
            if value(style, "default") in ("1", "true", "on")
        }
        self._defaults = properties(child(root, "docDefaults", "pPrDefault", "pPr"))
        self._numbering = Numbering(package)
        self._tab = max(length(child(package.related("settings"), "defaultTabStop"), "val") or _DEFAULT_TAB, 1.0)
        self._said: dict[tuple[str, str | None], Properties] = {}

    def style(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style; an id that no style has means the default one."""
        name = value(child(paragraph, "pPr", "pStyle"))
        return name if ("paragraph", name) in self._styles else self._default.get("paragraph")

    def of_table(self, style: str | None, name: str) -> Element | None:
        """What a table style, or one it is based on, states under `name` in its w:tblPr."""
        style = style if ("table", style) in self._styles else self._default.get("table")
        stated = (child(element, "tblPr", name) for element in self._chain("table", style))
        return next((element for element in stated if element is not None), None)

    def of(self, paragraph: Element, table_style: str | None = None, grid: float = 0.0) -> ParagraphFormat:
        """The format of a paragraph, in a table of this style, on a page whose lines sit on a grid of this pitch."""
        style = self.style(paragraph)
        direct, styled = properties(paragraph.find(W + "pPr")), self._of_style("paragraph", style)
        in_table = self._of_style("table", table_style) if table_style else {}
        said: dict[str, Any] = {**self._defaults, **in_table, **styled}
        listed = {**styled, **direct}
        level = self._numbering.level(listed.get("list"), listed.get("list_level"), style)
        if level is not None:
            # The indents of a style go before those of the list that the style itself puts its paragraphs in.
            own = {"left", "first"} & styled.keys() if "list" not in direct else set()
            said |= {name: amount for name, amount in level.properties.items() if name not in own | {"tabs"}}
        said |= direct
        left, leading = said.get("left", 0.0), said.get("leading", Leading())
        return ParagraphFormat(
            style=style,
            left=left,
            right=said.get("right", 0.0),
            first=left + said.get("first", 0.0),
            before=said.get("before", 0.0) + said.get("border_top", 0.0),
            after=said.get("after", 0.0) + said.get("border_bottom", 0.0),
            leading=replace(leading, grid=grid) if grid and said.get("snaps", True) else leading,
            tabs=_tabs(level.properties if level else {}, styled, direct),
            tab=self._tab,
            level=level,
            **{name: said[name] for name in _SWITCHES if name in said},
        )

    def _of_style(self, kind: str, style: str | None) -> Properties:
        """What a style and those it is based on set for paragraphs."""
        if (kind, style) not in self._said:
            merged: dict[str, Any] = {}
            for element in reversed(list(self._chain(kind, style))):
                own = properties(child(element, "pPr"))
                merged |= {**own, "tabs": (*merged.get("tabs", ()), *own.get("tabs", ()))}
            self._said[kind, style] = merged
        return self._said[kind, style]

    def _chain(self, kind: str, style: str | None) -> Iterator[Element]:
        seen: set[str | None] = set()
        while style not in seen and len(seen) < _DEEPEST and (kind, style) in self._styles:
            seen.add(style)
            yield self._styles[kind, style]
            style = value(child(self._styles[kind, style], "basedOn"))


def _tabs(*levels: Properties) -> tuple[Tab, ...]:
    """The tab stops in force: each level adds some and takes others away."""
    stops: dict[float, Tab | None] = {at: stop for level in levels for at, stop in level.get("tabs", ())}
    return tuple(sorted((stop for stop in stops.values() if stop is not None), key=lambda stop: stop.at))
