"""The text of a Word file as Word shows it once every tracked change is accepted: body, tables, text boxes, notes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ecqlint.document import Block, Origin, Story
from ecqlint.readers.docx.formatting import Formatting
from ecqlint.readers.docx.inline import Draft, Inline
from ecqlint.readers.docx.markup import Element, W, child, value, within
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.places import Part, Where, beginning
from ecqlint.readers.docx.styles import Styles, is_listed, outline_level
from ecqlint.readers.docx.tables import cells
from ecqlint.readers.errors import Unreadable
from ecqlint.readers.length import READ_CHARACTERS, READ_PARAGRAPHS, TOO_MUCH_TEXT
from ecqlint.text import Span


@dataclass(slots=True)
class Text:
    """What a walk gathers: the pieces of the text, its blocks, how many hidden characters it left out, and whether it ended too soon."""

    pieces: list[tuple[str, Origin | None]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    hidden: int = 0
    cut: bool = False


def walk(package: Package, styles: Styles) -> Text:
    """The text of an opened Word file, of a long one its beginning. Raises Unreadable where it is out of all proportion."""
    walker = _Walker(styles)
    walker.container(package.body, beginning(Part(package.main, package.body), "body"))
    for story in walker.inline.noted:
        walker.notes(package, story)
    if walker.text.cut and not walker.text.blocks:
        raise Unreadable(TOO_MUCH_TEXT)
    walker.text.hidden = walker.inline.hidden
    return walker.text


class _Walker:
    def __init__(self, styles: Styles) -> None:
        self.text = Text()
        self.inline = Inline(Formatting(styles))
        self._styles = styles
        self._length = 0

    def notes(self, package: Package, story: Story) -> None:
        """Read the footnotes or endnotes that the text refers to, in its order."""
        noted = self.inline.noted[story]
        name = package.related_part(f"{story}s", package.main) if noted else None
        root = package.tree(name) if name else None
        if name is None or root is None:
            return
        notes = {value(note, "id"): note for note in root.iterchildren(W + story)}
        part = Part(name, root)
        for note in (notes[identity] for identity in noted if identity in notes):
            self.container(note, beginning(part, story))

    def container(self, element: Element, where: Where) -> None:
        """Read the paragraphs and tables of the body, a cell, a text box or a note."""
        draft = Draft()
        for item in within(element, {W + "p", W + "tbl"}):
            if item.tag == W + "p":
                self._paragraph(item, where, draft)
                if _goes_on(draft.properties):
                    continue
            self._finish(draft, where)
            draft = Draft()
            if item.tag == W + "tbl":
                self._table(item, where)
        self._finish(draft, where)

    def _table(self, table: Element, where: Where) -> None:
        story: Story = "table" if where.story == "body" else where.story
        for content, cell in cells(table, self._styles):
            self.container(content, replace(where, story=story, cell=cell))

    def _paragraph(self, paragraph: Element, where: Where, draft: Draft) -> None:
        draft.number = where.part.paragraphs[paragraph]
        draft.properties = child(paragraph, "pPr")
        draft.style = value(child(draft.properties, "pStyle"))
        self.inline.read(paragraph, where, draft)

    def _finish(self, draft: Draft, where: Where) -> None:
        """Make a block of a paragraph that says something, then read the text boxes that hang on it."""
        said = draft.text
        if said.strip() and not self._ends(said):
            if self.text.blocks:
                self.text.pieces.append(("\n", None))
                self._length += 1
            span = Span(self._length, self._length + len(said))
            self._length = span.end
            self.text.pieces += draft.pieces
            listed = is_listed(child(draft.properties, "numPr", "numId"))
            self.text.blocks.append(
                Block(
                    span,
                    story=where.story,
                    style=self._styles.name(draft.style),
                    level=self._level(draft),
                    listed=self._styles.listed(draft.style) if listed is None else listed,
                )
            )
        for box in draft.boxes:
            self.container(box, beginning(where.part, "textbox"))

    def _ends(self, said: str) -> bool:
        """Whether the text has come to its end, for with what is `said` next it would be too long."""
        too_long = self._length + len(said) > READ_CHARACTERS or len(self.text.blocks) >= READ_PARAGRAPHS
        self.text.cut = self.text.cut or too_long
        return self.text.cut

    def _level(self, draft: Draft) -> int | None:
        outline = child(draft.properties, "outlineLvl")
        return self._styles.level(draft.style) if outline is None else outline_level(outline)


def _goes_on(properties: Element | None) -> bool:
    """Whether a paragraph runs on into the next: its mark is deleted, or it is the next one's large first letter."""
    mark = child(properties, "rPr")
    deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return deleted or value(child(properties, "framePr"), "dropCap") in ("drop", "margin")
