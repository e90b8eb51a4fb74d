"""A whole Word file laid out: how many pages it makes, how full the last one is, and where each begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ecqlint.readers.docx.layout.flow import Block, Strip, stacked
from ecqlint.readers.docx.layout.pages import Pages
from ecqlint.readers.docx.layout.sections import Sections
from ecqlint.readers.docx.layout.stories import PARAGRAPHS_AND_TABLES, Setting, Story
from ecqlint.readers.docx.markup import Element, W, child, value, within
from ecqlint.readers.docx.package import Package


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a document.

    `filled` is the share of the last page that is used. `starts` tells for each page which w:p of the body (from 0) it
    begins with, and with which character of that paragraph's text. `guessed` is the share of the text whose widths are
    not known, `floating` the room, in pages, of what text runs around.
    """

    pages: int
    filled: float
    starts: tuple[tuple[int, int], ...]
    guessed: float = 0.0
    floating: float = 0.0


def lay_out(package: Package) -> Layout:
    """Lay out an opened Word file. Raises Unreadable where it fills more pages than any narrative."""
    setting = Setting(package)
    numbers = {paragraph: number for number, paragraph in enumerate(package.body.iter(W + "p"))}
    body = Story(setting, package.body, numbers)
    footnotes, endnotes = (_Notes(package, setting, kind) for kind in ("footnote", "endnote"))
    sections = Sections(package, cache(lambda root, width: Story(setting, root).height(width)))
    pages = Pages(footnotes.heights)
    parts = list(_parts(package.body))
    for items, properties in parts:
        section = sections.read(properties)
        body.grid = section.grid
        blocks = body.blocks(items, section.column)
        if properties is parts[-1][1]:
            blocks += [block for id in body.compositor.endnotes for block in endnotes.blocks(id, section.column)]
        pages.fill(section, stacked(blocks, additive=setting.additive))
    pages.close()
    composed = body.compositor
    return Layout(
        pages.number,
        pages.filled,
        (*pages.starts, *[(len(numbers), 0)] * (pages.number - len(pages.starts))),
        guessed=composed.guessed / max(1, composed.measured),
        floating=composed.floating / pages.room,
    )


class _Notes:
    """The footnotes or endnotes of a package, set when they are asked for."""

    def __init__(self, package: Package, setting: Setting, kind: str) -> None:
        root = package.related(f"{kind}s")
        self._notes = {value(note, "id"): note for note in root.iterchildren(W + kind)} if root is not None else {}
        self._setting = setting
        self.heights = cache(self._heights)

    def blocks(self, id: str, width: float) -> list[Block]:
        """The blocks of the note with this id in a column of `width` points; none where there is no such note."""
        note = self._notes.get(id)
        if note is None:
            return []
        return Story(self._setting, note).blocks(within(note, PARAGRAPHS_AND_TABLES), width)

    def _heights(self, id: str, width: float) -> tuple[float, ...]:
        """The heights of a note's lines."""
        strips: Iterator[Strip] = stacked(self.blocks(id, width), additive=self._setting.additive)
        return tuple(strip.above + strip.height for strip in strips)


def _parts(body: Element) -> Iterator[tuple[list[Element], Element | None]]:
    """The paragraphs and tables of each section, with its w:sectPr."""
    items: list[Element] = []
    for item in within(body, PARAGRAPHS_AND_TABLES):
        properties = child(item, "pPr", "sectPr")
        if properties is None or next(item.iter(W + "r"), None) is not None:
            items.append(item)
        # A paragraph that holds nothing but the end of its section takes no line.
        if properties is not None:
            yield items, properties
            items = []
    yield items, child(body, "sectPr")
