"""The inside of a paragraph: its runs, and in them the characters that Word shows, each knowing its place.

The offset of a character in its run counts the characters of each w:t, and one for each tab, break, hyphen and symbol.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ecqlint.document import Origin, Story, WordOrigin
from ecqlint.readers.docx.characters import UNKNOWN, stretches, symbol
from ecqlint.readers.docx.formatting import Formatting, Look
from ecqlint.readers.docx.markup import MC, SPACE, Element, W, alternative, value
from ecqlint.readers.docx.places import Where
from ecqlint.readers.errors import Unreadable
from ecqlint.readers.length import TOO_MUCH_TEXT

MAX_CHARACTERS = 1_000_000
MAX_PIECES = 100_000

_SAID = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_ATOMS = {W + name: said for name, said in _SAID.items()}
_REFERENCES: dict[str, Story] = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_DRAWINGS = {W + "drawing", W + "pict", W + "object"}
# What an accepted document does not show, and what is no part of the paragraph it stands in.
_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr")
_UNREAD = {W + name for name in (*_PROPERTIES, "del", "moveFrom", "p", "tbl")}
_BLANKS = " \t\r\n"


@dataclass(slots=True)
class Draft:
    """A paragraph being read, with those before it that run on into it: its own properties hold for all."""

    number: int = 0
    properties: Element | None = None
    style: str | None = None
    pieces: list[tuple[str, Origin | None]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What the paragraph says."""
        return "".join(characters for characters, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run being read."""

    element: Element
    where: Where
    draft: Draft
    look: Look

    @property
    def shown(self) -> bool:
        """Whether Word shows it: it is not hidden and stands in no field's instruction."""
        return not self.look.hidden and self.where.fields.shown


class Inline:
    """Reads paragraphs into drafts. `noted` keeps the ids of the notes that the text refers to, in its order."""

    def __init__(self, formatting: Formatting) -> None:
        self.noted: dict[Story, dict[str, None]] = {"footnote": {}, "endnote": {}}
        self.hidden = 0
        self._formatting = formatting
        self._pieces = self._characters = 0

    def read(self, element: Element, where: Where, draft: Draft) -> None:
        """Add to `draft` what the runs below `element` say. Raises Unreadable where it is too much."""
        for item in element:
            if item.tag == W + "r":
                self._content(item, _Run(item, where, draft, self._formatting.look(item, draft.style, where.cell)), 0)
            elif item.tag == MC + "AlternateContent":
                branch = alternative(item)
                if branch is not None:
                    self.read(branch, where, draft)
            elif item.tag not in _UNREAD:
                self.read(item, where, draft)

    def _content(self, element: Element, run: _Run, offset: int) -> int:
        """Read what stands in a run from `offset` on; the offset behind it."""
        for item in element:
            tag = item.tag
            if tag == W + "t":
                text = item.text or ""
                lead, said = (0, text) if run.where.part.keeps_blanks else _significant(item, text)
                self._put(run, offset + lead, stretches(said, run.look.format.font))
                offset += len(text)
            elif tag in _ATOMS:
                self._put(run, offset, [(0, _ATOMS[tag])])
                offset += 1
            elif tag == W + "sym":
                self._put(run, offset, [(0, _symbol(item))])
                offset += 1
            elif tag == MC + "AlternateContent":
                branch = alternative(item)
                offset = offset if branch is None else self._content(branch, run, offset)
            elif tag == W + "fldChar":
                run.where.fields.meet(item)
            elif tag == W + "ruby":
                for base in item.iterchildren(W + "rubyBase"):
                    self.read(base, run.where, run.draft)
            elif run.shown and tag in _REFERENCES:
                self.noted[_REFERENCES[tag]].setdefault(value(item, "id") or "")
            elif run.shown and tag in _DRAWINGS:
                run.draft.boxes += _boxes(item)
        return offset

    def _put(self, run: _Run, offset: int, said: Iterable[tuple[int, str]]) -> None:
        if not run.shown:
            if run.look.hidden:
                self.hidden += sum(len(characters.strip()) for _, characters in said)
            return
        part, paragraph = run.where.part, run.draft.number
        number = part.runs[run.element]
        for place, characters in said:
            origin = WordOrigin(part.name, paragraph, number, offset + place, run.look.format)
            run.draft.pieces.append((characters, origin))
            self._pieces += 1
            self._characters += len(characters)
            if self._pieces > MAX_PIECES or self._characters > MAX_CHARACTERS:
                raise Unreadable(TOO_MUCH_TEXT)


def _significant(item: Element, text: str) -> tuple[int, str]:
    """How many blanks Word drops at the start of a w:t, and the text that it keeps: all of it only where told to."""
    if item.get(SPACE) == "preserve":
        return 0, text
    return len(text) - len(text.lstrip(_BLANKS)), text.strip(_BLANKS)


def _symbol(item: Element) -> str:
    try:
        return symbol(value(item, "font"), int((value(item, "char") or "")[:8], 16))
    except ValueError:
        return UNKNOWN


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, the outermost ones, each once."""
    for item in element:
        if item.tag == W + "txbxContent":
            yield item
        elif item.tag == MC + "AlternateContent":
            branch = alternative(item)
            if branch is not None:
                yield from _boxes(branch)
        else:
            yield from _boxes(item)
