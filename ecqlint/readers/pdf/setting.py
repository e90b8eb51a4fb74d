"""How a document is set, as far as the joining of its lines goes by it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ecqlint.readers.pdf.lines import Line
from ecqlint.readers.pdf.measures import Measure, Place

SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?:;][\"'”’)\]]*$")
FULL_STOP = re.compile(r"(?<!\b[A-Z])[.!?][\"'”’)\]]*$")
JOINING = "-–—/"  # after which a line may break without a space
EDGE = 1.5  # points within which the lines of a justified column end
# Shares of the size of the type.
SPACE = 0.3  # wide enough for a space to be drawn
NEARLY_FULL = 1.0  # free on a line though its paragraph goes on, as the edge of the column is measured and not known
WIDEST = 2.6  # the distance of two lines of a paragraph: double spacing has some 2.4
LOOSER = 0.2  # by which the distance of two lines exceeds what is usual
INDENT = 0.5


@dataclass(frozen=True)
class Setting:
    """The measure of each flow, by page and number, and the usual distance of two baselines for each size of type.

    The rest is what this document was found to do. `justified`: the measures whose lines end at one edge, but for the last of a paragraph.
    `white`, `indents`: what parts its paragraphs. `spaces_tell`: a space is drawn at the end of each line but the last of a paragraph.
    `tagged`: its tags tell the paragraphs.
    """

    measures: dict[Place, Measure]
    leadings: dict[float, float] = field(default_factory=dict)
    justified: frozenset[Measure] = frozenset()
    white: bool = False
    indents: bool = False
    spaces_tell: bool = False
    tagged: bool = False

    def measure(self, line: Line) -> Measure:
        """Of the flow that a line stands in."""
        return self.measures[line.page, line.flow]

    def room(self, above: Line, below: Line) -> float:
        """The points still free on `above` had it taken the first word of `below` too: where there are some, it was ended on purpose."""
        measure = self.measure(above)
        room = measure.room(above, below)
        if self.spaces_tell and above.spaced and room < NEARLY_FULL * above.size:
            return 0.0
        short = measure.right - above.right
        if measure in self.justified and short > EDGE and SENTENCE_END.search(above.text):
            return max(room, short)
        return room


def same_flow(above: Line, below: Line) -> bool:
    """Whether the two stand one under the other in the same column or cell."""
    return (above.page, above.flow) == (below.page, below.flow)


def is_mid_sentence(above: Line, below: Line) -> bool:
    """Whether a sentence runs on from one line to the next, for all that its words show."""
    return not SENTENCE_END.search(above.text) and below.text[0].islower()


def space_would_show(above: Line, below: Line, setting: Setting) -> bool:
    """Whether nothing would hide a space after `above`: the edge of the column, a hyphen, a change of type."""
    fits = setting.measure(above).right - above.right > SPACE * above.size
    same_type = above.words[-1].parts[-1].format == below.words[0].parts[0].format
    return fits and same_type and above.text[-1] not in JOINING
