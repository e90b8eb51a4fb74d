"""Where in the file a paragraph and a run stand, and what holds there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ecqlint.document import Story
from ecqlint.readers.docx.fields import Fields, ended_fields
from ecqlint.readers.docx.formatting import Cell
from ecqlint.readers.docx.markup import SPACE, Element, W


class Part:
    """A part that holds text: its name, and the numbers, from 0, of its paragraphs and of the runs of each.

    `keeps_blanks` tells whether it says of all its text that blanks at the ends of a w:t count.
    """

    def __init__(self, name: str, root: Element) -> None:
        self.name = name
        self.paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(W + "p"))}
        self.runs: dict[Element, int] = {}
        count: dict[Element | None, int] = defaultdict(int)
        for run in root.iter(W + "r"):
            paragraph = next(run.iterancestors(W + "p"), None)
            self.runs[run] = count[paragraph]
            count[paragraph] += 1
        self.ended_fields = ended_fields(root)
        self.keeps_blanks = root.get(SPACE) == "preserve"


@dataclass(frozen=True, slots=True)
class Where:
    """What holds for all paragraphs of the body, a cell, a text box or a note."""

    part: Part
    story: Story
    fields: Fields
    cell: Cell | None = None


def beginning(part: Part, story: Story) -> Where:
    """The beginning of a story of `part`, where no field is open."""
    return Where(part, story, Fields(part.ended_fields))
