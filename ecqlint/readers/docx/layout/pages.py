"""Strips are placed on pages: what does not fit goes over to the next column or page, with all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ecqlint.readers.docx.layout.flow import Strip
from ecqlint.readers.docx.layout.sections import Section

# The line that parts footnotes from the text, with the space about it.
_RULE = 6.0
_ROUNDING = 0.05


@dataclass(slots=True)
class Pages:
    """Pages being filled, section by section.

    `note` gives the heights of a footnote's lines in a column of so many points. `starts` are the places where pages
    begin: (paragraph, character). Lengths are points from the top of the text area: `room` is its height on the current
    page, `_top` where the section begins on the page, `_y` how far its current column is filled, `_notes` the height of
    the footnotes, of which `_carried` is what has to go over to the next page.
    """

    note: Callable[[str, float], Sequence[float]]
    starts: list[tuple[int, int]] = field(default_factory=list)
    number: int = 0
    _section: Section | None = None
    room: float = 1.0
    _top: float = 0.0
    _column: int = 0
    _y: float = 0.0
    _notes: float = 0.0
    _carried: float = 0.0
    _fresh: bool = True
    _by_hand: bool = True

    def fill(self, section: Section, strips: Iterable[Strip]) -> None:
        """Place the strips of the next section."""
        before, self._section = self._section, section
        if before is not None and section.continues and section.paper == before.paper:
            self._continue(before)
        else:
            self._next_page(first=True)
        for cluster in _clusters(strips):
            self._place(cluster)

    def close(self) -> None:
        """Add the pages that footnotes run over to behind the end of the text."""
        while self._carried:
            self._next_page(by_hand=False)

    @property
    def filled(self) -> float:
        """The share of the last page that is used."""
        columns = self._section.columns if self._section else 1
        lower = (self._column + max(0.0, self._y - self._top) / max(self.room - self._top, 1.0)) / columns
        used = self._top + lower * (self.room - self._top) + self._notes
        return min(1.0, used / self.room)

    def _continue(self, before: Section) -> None:
        """Begin a section below the one before, whose columns Word makes even."""
        deepest = self.room - self._notes
        if before.columns > 1:
            used = self._column * (deepest - self._top) + self._y - self._top
            self._y = min(deepest, self._top + used / before.columns)
        self._top, self._column = self._y, 0

    def _next_page(self, *, first: bool = False, by_hand: bool = True) -> None:
        assert self._section is not None
        self.number += 1
        self.room = self._section.room(first=first, number=self.number)
        self._top = self._y = 0.0
        self._column = 0
        notes = self._carried + _RULE if self._carried else 0.0
        self._notes = min(notes, self.room)
        self._carried = notes - self._notes
        self._fresh, self._by_hand = True, by_hand

    def _next_column(self, *, by_hand: bool = False) -> None:
        assert self._section is not None
        if self._column + 1 >= self._section.columns:
            self._next_page(by_hand=by_hand)
        else:
            self._column += 1
            self._y = self._top
            self._fresh, self._by_hand = True, by_hand

    def _place(self, cluster: Sequence[Strip]) -> None:
        """Place strips that belong together: on the next page where they do not fit, in parts if they fit on none."""
        if cluster[0].begins_page and not (self._fresh and self._column == 0 and self._top == 0):
            self._next_page()
        if not self._fresh and not self._fits(cluster):
            self._next_column()
        if self._fits(cluster) or len(cluster) == 1:
            for strip in cluster:
                self._put(strip)
        else:
            for part in _parts(cluster):
                self._place(part)

    def _put(self, strip: Strip) -> None:
        if strip.paragraph is not None:
            self.starts += [(strip.paragraph, strip.start)] * (self.number - len(self.starts))
        self._y += self._above(strip) + strip.height
        self._fresh = False
        if strip.notes:
            self._notes += self._note_heights(strip.notes, whole=True)
            over = max(0.0, self._y + self._notes - self.room)
            self._notes -= over
            self._carried += over
        if strip.ends == "page":
            self._next_page()
        elif strip.ends == "column":
            self._next_column(by_hand=True)

    def _above(self, strip: Strip) -> float:
        """The space above a strip: what the writer asked for goes at the top of a page that came of itself."""
        if not self._fresh:
            return strip.above
        return strip.lead if self._by_hand else strip.heading

    def _fits(self, strips: Sequence[Strip]) -> bool:
        left = self.room - self._notes - self._y
        return self._above(strips[0]) + self._needed(strips) <= left + _ROUNDING

    def _needed(self, strips: Sequence[Strip]) -> float:
        """The height of strips without the space above the first, with the least that their footnotes need."""
        inside = sum(strip.above + strip.height for strip in strips) - strips[0].above
        notes = [note for strip in strips for note in strip.notes]
        return inside + (self._note_heights(notes, whole=False) if notes else 0.0)

    def _note_heights(self, notes: Sequence[str], *, whole: bool) -> float:
        """The height that footnotes add to a page; where not `whole`, with one line only of the last."""
        assert self._section is not None
        heights = [self.note(note, self._section.column) for note in notes]
        last = sum(heights[-1]) if whole else sum(heights[-1][:1])
        rule = _RULE if not self._notes else 0.0
        return rule + sum(map(sum, heights[:-1])) + last


def _parts(cluster: Sequence[Strip]) -> list[list[Strip]]:
    """The paragraphs of a cluster; of a single one, its strips."""
    parts = [list(strips) for _, strips in groupby(cluster, key=lambda strip: strip.paragraph)]
    return parts if len(parts) > 1 else [[strip] for strip in cluster]


def _clusters(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """The strips in groups that stay on a page."""
    cluster: list[Strip] = []
    for strip in strips:
        if strip.begins_page and cluster:
            yield cluster
            cluster = []
        cluster.append(strip)
        if not strip.tied or strip.ends != "line":
            yield cluster
            cluster = []
    if cluster:
        yield cluster
