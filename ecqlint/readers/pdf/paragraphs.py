"""Lines put together to paragraphs, over the ends of columns and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from ecqlint.document import PageOrigin, Story
from ecqlint.readers.pdf.hyphens import HYPHEN, Hyphens, Seam
from ecqlint.readers.pdf.joins import LABEL, goes_on
from ecqlint.readers.pdf.lines import Line
from ecqlint.readers.pdf.markers import starts_with_bullet
from ecqlint.readers.pdf.setting import Setting

HEADING = {"Title": 0, "H": 1, **{f"H{level}": level for level in range(1, 7)}}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of a paragraph without its bullet, and the seam between each line and the next."""

    lines: tuple[Line, ...]
    seams: tuple[Seam, ...]
    story: Story
    level: int | None
    listed: bool

    def pieces(self) -> Iterator[tuple[str, PageOrigin | None]]:
        """Its text, word by word, and where each word stands."""
        for line, seam in zip_longest(self.lines, self.seams):
            for index, word in enumerate(line.words):
                if index:
                    yield " ", None
                cut = seam is Seam.UNHYPHENATED and index == len(line.words) - 1
                for part in word.parts:
                    text = part.text.removesuffix(HYPHEN) if cut and part is word.parts[-1] else part.text
                    yield text, PageOrigin(line.page, part.box, part.format)
            if seam is Seam.SPACE:
                yield " ", None


def paragraphs(lines: Sequence[Line], setting: Setting, hyphens: Hyphens, story: Story) -> list[Paragraph]:
    """The paragraphs of lines that follow each other in the order of reading."""
    groups: list[list[Line]] = []
    for below, after in zip_longest(lines, lines[1:]):
        if groups and goes_on(groups[-1], below, after, setting):
            groups[-1].append(below)
        else:
            groups.append([below])
    return [_paragraph(group, setting, hyphens, story) for group in groups]


def _paragraph(lines: Sequence[Line], setting: Setting, hyphens: Hyphens, story: Story) -> Paragraph:
    tag = lines[-1].tag if setting.tagged else None
    items = _without_bullet(lines, setting.tagged)
    seams = tuple(hyphens.seam(above, below) for above, below in pairwise(items))
    where: Story = "table" if story == "body" and all(line.cell for line in items) else story
    return Paragraph(tuple(items), seams, where, HEADING.get(tag.kind) if tag else None, items is not lines)


def _without_bullet(lines: Sequence[Line], tagged: bool) -> Sequence[Line]:
    """The lines without the bullet of a list item, or the label that the tags call one."""
    first, rest = lines[0], lines[1:]
    if tagged and first.tag and first.tag.kind == LABEL and rest:
        return rest
    if starts_with_bullet(first.words):
        return [replace(first, words=first.words[1:]), *rest]
    return lines
