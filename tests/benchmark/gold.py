"""Labelled narratives (`narratives/*.gold`; FORMAT.md beside them says how they are written), and the documents that they describe."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Literal

from ecqlint.document import Block, Box, Document, Format, Page, PageCount, PageOrigin, Sheet
from ecqlint.text import Span, TextMap

NARRATIVES, STORIES, PASSAGES = (Path(__file__).with_name(name) for name in ("narratives", "stories", "passages"))
DIGEST = 12  # characters that tell one version of a labelled file from another
WORDS_A_PAGE = 480  # of a narrative in 12 point type; the labels do not say how many pages there are

Kind = Literal["title", "heading", "example-heading", "body"]
_KINDS: dict[str, Kind] = {"#": "title", "##": "heading", "###": "example-heading"}
LEVELS = {"title": 0, "heading": 1, "example-heading": 2}
_PARTS = {"CH": "challenge", "CX": "context", "AC": "action", "RE": "result", "NO": None}
_TOKEN = re.compile(
    r"\[\[(?P<rule>[a-z-]+)\||(?P<end>\]\])|\{(?P<part>CH|CX|AC|RE|NO|EX)\}|(?P<bold>\*\*)|(?P<under>__)"
)
_EXPECT = re.compile(r"\s*\{expect:\s*(.*?)\}\s*$")


def digest(path: Path) -> str:
    """What tells this version of a labelled file from others."""
    return sha256(path.read_bytes()).hexdigest()[:DIGEST]


@dataclass(frozen=True)
class Label:
    """A passage that a rule must find. Span None: it is about the section under `heading`, or about the document."""

    rule: str
    span: Span | None
    argument: tuple[str, ...] = ()
    heading: str | None = None


@dataclass
class Gold:
    """A labelled narrative: its text, how it looks, and everything that a good linter must say of it."""

    name: str
    settings: dict[str, str]
    pieces: list[tuple[str, Format | None]] = field(default_factory=list)
    blocks: list[tuple[Kind, Span]] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    parts: list[tuple[int, str | None]] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The narrative as a reader sees it, a paragraph a line."""
        return "".join(text for text, _ in self.pieces)

    def part_of_each_character(self) -> list[str | None]:
        """The part of Challenge, Context, Action, Result that each character belongs to; None in headings and outside stories."""
        belongs: list[str | None] = [None] * len(self.text)
        changes = sorted([*self.parts, *((span.start, None) for kind, span in self.blocks if kind == "heading")])
        for (start, part), (end, _) in zip(changes, [*changes[1:], (len(belongs), None)], strict=True):
            belongs[start:end] = [part] * (end - start)
        for kind, span in self.blocks:
            if kind != "body":
                belongs[span.start : span.end] = [None] * len(span)
        return belongs

    def document(self) -> Document:
        """The narrative as a Word reader would give it."""
        size = float(self.settings.get("font_size", "12"))
        margin = float(self.settings.get("margins", "1"))
        numbered = self.settings.get("page_numbers", "yes") == "yes"
        styled = self.settings.get("headings", "style") == "style"
        map_ = TextMap(
            (text, PageOrigin(1, Box(0, 0, 0, 0), _sized(look, size)) if look else None) for text, look in self.pieces
        )
        pages = max(1, len(map_.text.split()) // WORDS_A_PAGE)
        return Document(
            path=Path(f"{self.name}.docx"),
            format="docx",
            map=map_,
            blocks=tuple(Block(span, level=LEVELS.get(kind) if styled else None) for kind, span in self.blocks),
            pages=(Page(1, Span(0, len(map_.text))),),
            sheets=(Sheet(8.5, 11, margin, margin, margin, margin, numbered),),
            page_count=PageCount(pages, "counted", pages, pages),
        )


def read_gold(path: Path) -> Gold:
    """The labelled narrative in a file; ValueError where a label is not closed."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---")
    settings = dict(tuple(part.strip() for part in line.split(":", 1)) for line in head.splitlines() if ":" in line)
    gold = Gold(path.stem, settings)
    gold.labels += _expected(settings.get("expect", "none"), None)
    offset = 0
    for line in filter(None, map(str.strip, body.splitlines())):
        mark, _, rest = line.partition(" ")
        kind = _KINDS.get(mark, "body")
        line = rest.strip() if kind != "body" else line
        if kind == "heading" and (match := _EXPECT.search(line)):
            line = line[: match.start()]
            gold.labels += _expected(match[1], line)
        offset = _paragraph(gold, kind, line, offset)
    gold.pieces = gold.pieces[:-1]
    return gold


def _expected(text: str, heading: str | None) -> list[Label]:
    items = re.findall(r"([a-z-]+)(?:\(([^)]*)\))?", text)
    return [
        Label(rule, None, tuple(filter(None, map(str.strip, argument.split(",")))), heading)
        for rule, argument in items
        if rule != "none"
    ]


def _paragraph(gold: Gold, kind: Kind, line: str, start: int) -> int:
    look = gold.settings.get("headings", "style")
    dressed = kind != "body" and look in ("bold", "caps", "style")
    bold = underline = False
    opened: list[tuple[str, int]] = []
    position, offset = 0, start
    for token in [*_TOKEN.finditer(line), None]:
        text = line[position : token.start() if token else None]
        if text:
            text = text.upper() if kind == "heading" and look == "caps" else text
            gold.pieces.append((text, Format(bold=bold or dressed, underline=underline)))
            offset += len(text)
        if token is None:
            break
        position = token.end()
        if token["rule"]:
            opened.append((token["rule"], offset))
        elif token["end"]:
            rule, begin = opened.pop()
            gold.labels.append(Label(rule, Span(begin, offset)))
        elif token["part"] == "EX":
            gold.examples.append(offset)
        elif token["part"]:
            gold.parts.append((offset, _PARTS[token["part"]]))
        elif token["bold"]:
            bold = not bold
        else:
            underline = not underline
    if opened:
        raise ValueError(f"{gold.name}: [[{opened[-1][0]}| is not closed in: {line[:60]}")
    gold.blocks.append((kind, Span(start, offset)))
    gold.pieces.append(("\n", None))
    return offset + 1


def _sized(look: Format, size: float) -> Format:
    return Format(size=size, bold=look.bold, underline=look.underline)
