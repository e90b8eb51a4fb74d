"""Footnotes: small type at the foot of a page, and the marks in the text that call for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ecqlint.readers.pdf.lines import Line, Part, Word
from ecqlint.readers.pdf.rulings import Ruling

SMALLER = 0.95  # the size of a note's type against that of the text, at the most
RULE = 30.0, 260.0  # points: how long the rule above the notes may be
FOOT = 0.4  # the share of a page, from its head, in which no notes stand
RAISED = 0.2  # the least height of a mark above its line, in sizes of type
MARK = re.compile(r"(?:\d{1,3}|[*†‡§]+|[ivx]{1,4}|[a-z])[.)]?$")
NUMBER = re.compile(r"\d{1,2}[.)]?(?=$|[A-Z])")


@dataclass(frozen=True)
class Notes:
    """The lines of a page's text without the marks of its notes, and the lines of each note without its own."""

    text: tuple[Line, ...]
    notes: tuple[tuple[Line, ...], ...]


def body_size(lines: Sequence[Line]) -> float:
    """The size of most of the type, in points."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def part_notes(lines: Sequence[Line], rulings: Sequence[Ruling], height: float, size: float) -> Notes:
    """The text and the notes of a page, `height` points high, whose text is set in type of `size` points."""
    notes = _below_rule(lines, rulings, height, size) or _small_and_marked(lines, height, size)
    if not notes:
        return Notes(tuple(lines), ())
    marks = {mark for line in notes if (mark := _mark(line))}
    text = [_without_marks(line, marks) for line in lines if line not in notes]
    return Notes(tuple(line for line in text if line.words), tuple(_each_note(notes)))


def _below_rule(lines: Sequence[Line], rulings: Sequence[Ruling], height: float, size: float) -> list[Line]:
    """The lines below the last ruling of the page, where that is short and all of them are small."""
    lowest = max((ruling for ruling in rulings if ruling.level), key=lambda ruling: ruling.top, default=None)
    if lowest is None or lowest.top < FOOT * height or not RULE[0] <= lowest.right - lowest.left <= RULE[1]:
        return []
    below = [line for line in lines if line.top > lowest.top]
    return below if all(line.size <= SMALLER * size for line in below) else []


def _small_and_marked(lines: Sequence[Line], height: float, size: float) -> list[Line]:
    """The small lines at the end of the page, where the first of them starts with a raised mark."""
    from_below = takewhile(lambda line: line.size <= SMALLER * size, sorted(lines, key=lambda line: -line.baseline))
    small = sorted(from_below, key=lambda line: line.baseline)
    marked = next((index for index, line in enumerate(small) if _raised(line.words[0].parts[0], line)), len(small))
    notes = small[marked:]
    return [line for line in lines if line in notes and line.top > FOOT * height]


def _raised(part: Part, line: Line) -> bool:
    return bool(MARK.match(part.text)) and part.baseline < line.baseline - RAISED * line.size


def _mark(line: Line) -> str | None:
    """The mark that a note starts with: a raised part of its first word, or a number before it or glued to it."""
    first = line.words[0].parts[0]
    if _raised(first, line):
        return first.text
    number = NUMBER.match(first.text)
    return number[0] if number and len(line.words) > 1 else None


def _without_marks(line: Line, marks: set[str]) -> Line:
    """The line without the raised marks of notes."""
    if not any(_raised(part, line) for word in line.words for part in word.parts):
        return line
    kept = (
        tuple(part for part in word.parts if part.text not in marks or not _raised(part, line)) for word in line.words
    )
    words = (word._replace(parts=parts) for word, parts in zip(line.words, kept, strict=True) if parts)
    return replace(line, words=tuple(words))


def _each_note(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    note: list[Line] = []
    for line in lines:
        if mark := _mark(line):
            if note:
                yield tuple(note)
            note = []
            first, *more = line.words[0].parts
            first = first._replace(text=first.text.removeprefix(mark))
            parts = (first, *more) if first.text else tuple(more)
            line = replace(line, words=((Word(parts),) if parts else ()) + line.words[1:])
        if line.words:
            note.append(line)
    if note:
        yield tuple(note)
