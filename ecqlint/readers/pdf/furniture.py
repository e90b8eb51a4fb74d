"""What a page carries that is no part of its text: repeated headers and footers, page numbers, what the file calls an artifact."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from ecqlint.readers.pdf.lines import Line
from ecqlint.readers.pdf.pages import PageLines

# At the head and at the foot of a page: points, and the share of a small page that they take at the most.
EDGE = 96.0, 0.25  # where headers and footers stand
OUTER = 63.0, 0.16  # where hardly anything else does
SAME_HEIGHT = 6.0  # points by which a repeated line may move from page to page
RUN = 3  # pages in a row, or every second page, that repeat a line
ARTIFACTS = 0.5  # the share of artifacts at which a file is not believed about them
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:(?:page|pg|p)\b\.?)?\s*(\d+)\s*(?:(?:of|/|\|)\s*\d+)?\W*", re.IGNORECASE)
PAGE_WORD = re.compile(r"\bpage\b|\d\s*of\s*\d", re.IGNORECASE)

Key = tuple[str, int]  # what a repeated line has in common from page to page: its words and its height


def furniture(pages: Sequence[PageLines]) -> dict[int, list[Line]]:
    """The headers and footers of each page, by its number."""
    texts = {True: 0, False: 0}
    for page in pages:
        for line in page.lines:
            texts[line.artifact] += len(line.text)
    believed = texts[True] < ARTIFACTS * (texts[True] + texts[False])
    repeated = _repeated(pages)
    return {page.number: _of_page(page, believed, repeated) for page in pages}


def _of_page(page: PageLines, believed: bool, repeated: set[Key]) -> list[Line]:
    """Artifacts, and what repeats with nothing else between it and the edge of the page."""
    artifacts = [line for line in page.lines if believed and line.artifact]
    rest = sorted((line for line in page.lines if line not in artifacts), key=lambda line: line.baseline)
    for lines in (rest, rest[::-1]):
        artifacts += takewhile(lambda line: _at_edge(line, page, EDGE) and _is_furniture(line, page, repeated), lines)
    return artifacts


def numbered_pages(furniture: Mapping[int, Sequence[Line]]) -> frozenset[int]:
    """The pages whose header or footer prints a number that counts up with the pages."""
    printed = {page: {int(n) for line in lines for n in NUMBER.findall(line.text)} for page, lines in furniture.items()}
    offsets = Counter(number - page for page, numbers in printed.items() for number in numbers)
    if not offsets:
        return frozenset()
    best = max(offsets, key=lambda offset: (offsets[offset], offset == 0))
    if offsets[best] == 1 and best != 0:
        return frozenset()
    return frozenset(page for page, numbers in printed.items() if page + best in numbers)


def _is_furniture(line: Line, page: PageLines, repeated: set[Key]) -> bool:
    if (said := PAGE_NUMBER.fullmatch(line.text)) and int(said[1]) == page.number:
        return True
    text, height = _key(line, page)
    return any((text, height + step) in repeated for step in (-1, 0, 1))


def _at_edge(line: Line, page: PageLines, edge: tuple[float, float]) -> bool:
    points, share = edge
    reach = min(points, share * page.height)
    return line.bottom < reach or line.top > page.height - reach


def _key(line: Line, page: PageLines) -> Key:
    """The words and the height of a line, any number standing for all where page numbers stand."""
    counts = _at_edge(line, page, OUTER) or PAGE_WORD.search(line.text)
    return NUMBER.sub("#", line.text) if counts else line.text, round(line.baseline / SAME_HEIGHT)


def _repeated(pages: Sequence[PageLines]) -> set[Key]:
    found: defaultdict[Key, set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _at_edge(line, page, EDGE):
                text, height = _key(line, page)
                for step in (-1, 0, 1):
                    found[text, height + step].add(page.number)
    return {key for key, numbers in found.items() if _runs_through(numbers, len(pages))}


def _runs_through(numbers: set[int], count: int) -> bool:
    """Whether pages in a row, or every second page, are among `numbers`: enough of them for a document of `count` pages."""
    for step, needed in ((1, max(2, min(RUN, count - 1))), (2, RUN)):
        if any(all(first + step * i in numbers for i in range(needed)) for first in numbers):
            return True
    return False
