"""Writes the marks of comments into the body. A run that is cut goes on behind the mark with all its properties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import escape

from ecqlint.readers.docx.markup import SPACE, Element, W
from ecqlint.review.docx.anchors import Cut, Cuts
from ecqlint.review.docx.source import Source

BLANKS = " \t\r\n"
PRESERVE = ' xml:space="preserve"'
_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
# Small, so that the mark cannot make its line higher than the text does.
_SMALL = 16  # half-points


@dataclass(slots=True)
class _Marks:
    """The comments that end and begin at a place."""

    ends: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


def mark(source: Source, anchors: Iterable[tuple[str, Cuts]]) -> None:
    """Edit the body so that the comment of each id is anchored between its cuts."""
    places: dict[Cut, _Marks] = defaultdict(_Marks)
    for identity, (start, end) in anchors:
        places[start].starts.append(identity)
        places[end].ends.append(identity)
    texts: dict[Element, list[Cut]] = defaultdict(list)
    for cut in sorted(places):
        if cut.text is not None:
            texts[cut.text].append(cut)
        else:
            source.replace(cut.place, cut.place, _broken(source, cut.run, _written(source, places[cut])))
    for text, cuts in texts.items():
        _cut_text(source, text, [(cut, _written(source, places[cut])) for cut in cuts])


def _written(source: Source, marks: _Marks) -> str:
    ends = "".join(source.tag("commentRangeEnd", id=identity) + _reference(source, identity) for identity in marks.ends)
    return ends + "".join(source.tag("commentRangeStart", id=identity) for identity in marks.starts)


def _reference(source: Source, identity: str) -> str:
    size = "".join(source.tag(name, val=str(_SMALL)) for name in ("sz", "szCs"))
    return source.tag("r", source.tag("rPr", size) + source.tag("commentReference", id=identity))


def _broken(source: Source, run: Element | None, marks: str) -> str:
    """The marks, with what ends `run` before them and begins it anew behind."""
    if run is None:
        return marks
    properties = run.find(W + "rPr")
    again = "" if properties is None else source.written(properties)
    return f"{source.end_tag(run)}{marks}{source.start_tag(run)}{again}"


def _cut_text(source: Source, text: Element, cuts: list[tuple[Cut, str]]) -> None:
    """Write a w:t in several, with marks between them."""
    start, opened, closing, end = source.place(text)
    kept = source.root.get(SPACE) == "preserve" or text.get(SPACE) == "preserve"
    raw = source.text[opened:closing]
    characters = _CHARACTER.findall(escape(text.text or "") if "<" in raw else raw)
    bounds = [0, *(cut.character for cut, _ in cuts), len(characters)]
    said = ["".join(characters[first:last]) for first, last in pairwise(bounds)]
    if not kept:  # blanks that did not count may not come to count
        said[0], said[-1] = said[0].lstrip(BLANKS), said[-1].rstrip(BLANKS)
    tag, stop = source.start_tag(text), source.end_tag(text)
    written = [_start_tag(tag, piece, kept=kept) + piece + stop for piece in said]
    for number, (cut, marks) in enumerate(cuts):
        written[number] += _broken(source, cut.run, marks)
    source.replace(start, end, "".join(written))


def _start_tag(tag: str, text: str, *, kept: bool) -> str:
    return tag if kept or not edged(text) else f"{tag[:-1]}{PRESERVE}>"


def edged(text: str) -> bool:
    """Whether blanks stand at an end of the text, written as themselves or not."""
    return text.startswith((*BLANKS, "&#")) or text.endswith((*BLANKS, ";"))
