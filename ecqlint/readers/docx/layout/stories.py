"""The stories of a Word file (body, headers, footnotes) as blocks of the flow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ecqlint.readers.docx.fields import Fields, ended_fields
from ecqlint.readers.docx.formatting import Cell, Formatting
from ecqlint.readers.docx.layout.compositor import Compositor
from ecqlint.readers.docx.layout.flow import Block, height, paragraph_block
from ecqlint.readers.docx.layout.lines import MAX_LINES, TOO_LONG
from ecqlint.readers.docx.layout.paragraphs import ParagraphFormats
from ecqlint.readers.docx.layout.rows import Table
from ecqlint.readers.docx.markup import Element, W, child, has, value, within
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.styles import Styles
from ecqlint.readers.docx.tables import cells
from ecqlint.readers.errors import Unreadable

PARAGRAPHS_AND_TABLES = {W + "p", W + "tbl"}
_NOTES = (W + "footnoteRef", W + "endnoteRef")


class Setting:
    """What all stories of a package share: its styles, whether spaces between paragraphs add up, and a limit on lines."""

    def __init__(self, package: Package) -> None:
        self.styles = Styles(package)
        self.formatting = Formatting(self.styles)
        self.formats = ParagraphFormats(package)
        self.additive = has(package.related("settings"), "compat", "doNotUseHTMLParagraphAutoSpacing")
        self._lines = 0

    def spend(self, lines: int) -> None:
        """Count `lines` more. Raises Unreadable where that makes more than any narrative has."""
        self._lines += lines
        if self._lines > MAX_LINES:
            raise Unreadable(TOO_LONG)


@dataclass(slots=True)
class Story:
    """A story to be set: `root` is the element that holds it, `numbers` those of its paragraphs that can begin a page.

    `grid` is the pitch of the lines' grid, 0 for none.
    """

    setting: Setting
    root: Element
    numbers: Mapping[Element, int] = field(default_factory=dict)
    grid: float = 0.0
    compositor: Compositor = field(init=False)

    def __post_init__(self) -> None:
        self.compositor = Compositor(self.setting.formatting, Fields(ended_fields(self.root)), self.setting.spend)

    def blocks(self, items: Iterable[Element], width: float, cell: Cell | None = None) -> list[Block]:
        """The blocks of paragraphs and tables, set in a column of `width` points; `cell` is the cell they stand in."""
        blocks: list[Block] = []
        for item in items:
            if item.tag == W + "tbl":
                blocks += self._table(item, width).blocks()
            elif block := self._paragraph(item, width, cell):
                blocks.append(block)
        return blocks

    def height(self, width: float) -> float:
        """How high the whole story stands in a column of `width` points."""
        return height(self.blocks(within(self.root, PARAGRAPHS_AND_TABLES), width), additive=self.setting.additive)

    def _paragraph(self, paragraph: Element, width: float, cell: Cell | None) -> Block | None:
        format = self.setting.formats.of(paragraph, cell.style if cell else None, self.grid)
        lines = self.compositor.set(paragraph, format, width, cell)
        if format.dropped or not lines:
            return None
        return paragraph_block(lines, format, self.numbers.get(paragraph))

    def _table(self, table: Element, width: float) -> Table:
        def stated(name: str) -> Element | None:
            own = child(table, "tblPr", name)
            return self.setting.formats.of_table(value(child(table, "tblPr", "tblStyle")), name) if own is None else own

        def fill(element: Element, cell: Cell, room: float) -> list[Block]:
            return self.blocks(within(element, PARAGRAPHS_AND_TABLES), room, cell)

        looks = dict(cells(table, self.setting.styles))
        return Table(table, width, looks, stated, fill, self.setting.additive)
