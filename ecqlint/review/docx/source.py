"""An XML part as it is written, and the places of its elements: so that an edit changes what it means to change and not a byte more."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from lxml import etree

from ecqlint.readers.docx.markup import Element, W
from ecqlint.readers.docx.parsing import Damage, parse, utf8

_MARKUP = re.compile(
    r"<(?:!--.*?--|!\[CDATA\[.*?\]\]|\?.*?\?|(/?)[^\s<>/!?]+[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*)>",
    re.DOTALL,
)
_NAME = re.compile(r"<((?:[^\s<>/:]+:)?)[^\s<>/]+")
_DECLARED = re.compile(rb"""<\?xml[^>]{,100}?encoding\s*=\s*["']([\w.-]{1,40})["']""")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


class Place(NamedTuple):
    """Where an element's start tag begins and ends, and where its end tag does; the last three are one where there is no end tag."""

    start: int
    opened: int
    closing: int
    end: int


class Source:
    """A part's text, and its root element as the reader parses it. `strict` tells whether it is of Strict Office Open XML."""

    def __init__(self, data: bytes) -> None:
        """Raises Damage where the part is not well-formed."""
        self._codec = _codec(data)
        self.root = parse(utf8(data))
        self.text = data.decode(self._codec)
        elements = list(self.root.iter(etree.Element))
        places = _places(self.text)
        if len(places) != len(elements):
            raise Damage("its XML is unusual")
        self._places = dict(zip(elements, places, strict=True))
        self._edits: list[tuple[int, int, str]] = []
        prefix = next((prefix for prefix, name in self.root.nsmap.items() if prefix and f"{{{name}}}" == W), None)
        self.strict = _STRICT in self.text
        self._namespace = _STRICT if self.strict else W.strip("{}")
        self._prefix = prefix or "w"
        self._declared = "" if prefix else f' xmlns:w="{self._namespace}"'

    def place(self, element: Element) -> Place:
        """Where the element stands."""
        return self._places[element]

    def written(self, element: Element) -> str:
        """The element as it is written."""
        start, _, _, end = self._places[element]
        return self.text[start:end]

    def start_tag(self, element: Element) -> str:
        """The element's start tag as it is written."""
        start, opened, _, _ = self._places[element]
        return self.text[start:opened]

    def end_tag(self, element: Element) -> str:
        """The element's end tag as it is written; "" where there is none."""
        _, _, closing, end = self._places[element]
        return self.text[closing:end]

    def tag(self, name: str, content: str = "", **attributes: str) -> str:
        """An element of WordprocessingML to write into this part; `content` is markup."""
        said = "".join(f" {self._prefix}:{key}={quoteattr(value)}" for key, value in attributes.items())
        name = f"{self._prefix}:{name}"
        return f"<{name}{self._declared}{said}>{content}</{name}>" if content else f"<{name}{self._declared}{said}/>"

    def replace(self, start: int, end: int, text: str) -> None:
        """Write `text` instead of what stands from `start` to `end`. Replacements may not overlap."""
        self._edits.append((start, end, text))

    def remove(self, element: Element) -> None:
        """Leave the element out."""
        start, _, _, end = self._places[element]
        self.replace(start, end, "")

    def append(self, markup: str) -> None:
        """Write `markup` behind the last child of the root."""
        start, opened, closing, end = self._places[self.root]
        if closing == end:
            name = self.text[start:opened].split()[0].strip("<>/")
            self.replace(opened - 2, opened, f">{markup}</{name}>")
        else:
            self.replace(closing, closing, markup)

    @property
    def prefix(self) -> str:
        """The root's namespace prefix, with its colon; "" where it has none."""
        match = _NAME.match(self.text, self._places[self.root].start)
        return match[1] if match else ""

    def empty(self, name: str) -> bytes:
        """A part of the same WordprocessingML, Strict or not, with an empty root."""
        return f'{HEAD}<w:{name} xmlns:w="{self._namespace}"/>'.encode()

    def edited(self) -> bytes:
        """The part with every replacement made, in its own encoding."""
        kept, last = [], 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < last:
                raise ValueError("replacements overlap")
            kept += [self.text[last:start], text]
            last = end
        return "".join([*kept, self.text[last:]]).encode(self._codec, "xmlcharrefreplace")


def _places(text: str) -> list[Place]:
    """The places of all elements, in the order of their start tags."""
    places: list[Place | None] = []
    unclosed: list[tuple[int, int, int]] = []
    for markup in _MARKUP.finditer(text):
        start, end = markup.span()
        if markup[1] is None:
            continue
        if markup[1]:
            number, begun, opened = unclosed.pop()
            places[number] = Place(begun, opened, start, end)
        elif text[end - 2] == "/":
            places.append(Place(start, end, end, end))
        else:
            unclosed.append((len(places), start, end))
            places.append(None)
    return [place for place in places if place]


def _codec(data: bytes) -> str:
    """The encoding that a part is written in, as parsers tell it."""
    if data[:2] in (b"\xff\xfe", b"<\0"):
        return "utf-16-le"
    if data[:2] in (b"\xfe\xff", b"\0<"):
        return "utf-16-be"
    declared = _DECLARED.match(data)
    name = declared[1].decode().lower() if declared else "utf-8"
    return name if name in ("iso-8859-1", "iso-8859-15", "windows-1252") else "utf-8"
