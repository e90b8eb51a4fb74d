"""The flow of a document: strips that no page break cuts, one after another, with what ties each to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ecqlint.readers.docx.layout.lines import Ending, Line
from ecqlint.readers.docx.layout.paragraphs import ParagraphFormat


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of text, or a slice of a table's row; lengths in points.

    `above` is the space to the strip before it, `lead` the part of it that stays at the top of a page that the writer
    began. `paragraph` and `start` say what it begins with: the nth w:p of the body (None outside it), the character of
    its text. `tied` strips stay on the page of the next one. `heading` is the height of the table rows that are
    repeated above it at the top of a page.
    """

    height: float
    above: float = 0.0
    lead: float = 0.0
    paragraph: int | None = None
    start: int = 0
    tied: bool = False
    begins_page: bool = False
    ends: Ending = "line"
    notes: tuple[str, ...] = ()
    heading: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a row of a table, and how it stands to its neighbours. `style` is None for a row."""

    strips: tuple[Strip, ...]
    before: float = 0.0
    after: float = 0.0
    style: str | None = None
    contextual: bool = False
    tied: bool = False


def paragraph_block(lines: Sequence[Line], format: ParagraphFormat, number: int | None) -> Block:
    """The block of a paragraph, the nth of its part, set in `lines`."""
    count = len(lines)
    tied = [
        format.keep_lines or (format.widow_control and (place == 0 or place == count - 2)) for place in range(count - 1)
    ]
    strips = tuple(
        Strip(
            line.height,
            paragraph=number,
            start=line.start,
            tied=is_tied,
            begins_page=format.page_break_before and place == 0,
            ends=line.ends,
            notes=line.notes,
        )
        for place, (line, is_tied) in enumerate(zip(lines, [*tied, False], strict=True))
    )
    return Block(strips, format.before, format.after, format.style, format.contextual, format.keep_next)


def stacked(blocks: Iterable[Block], *, additive: bool) -> Iterator[Strip]:
    """The strips of blocks in a row. Between two the greater of their spaces counts, or where `additive` both."""
    previous: Block | None = None
    held: Strip | None = None
    for block in blocks:
        above, lead = _space(previous, block, additive=additive)
        if held is not None:
            yield replace(held, tied=held.tied or (previous is not None and previous.tied))
        first, *rest = block.strips
        strips = [replace(first, above=above, lead=lead), *rest]
        yield from strips[:-1]
        previous, held = block, strips[-1]
    if held is not None:
        yield held


def _space(previous: Block | None, block: Block, *, additive: bool) -> tuple[float, float]:
    """The space above `block`, and how much of it is the block's own."""
    if previous is None:
        return block.before, block.before
    alike = previous.style == block.style and block.style is not None
    after = 0.0 if previous.contextual and alike else previous.after
    before = 0.0 if block.contextual and alike else block.before
    return (after + before if additive else max(after, before)), block.before


def height(blocks: Iterable[Block], *, additive: bool) -> float:
    """How high blocks stand, one below the other, with the space above the first and below the last."""
    every = list(blocks)
    last = every[-1].after if every else 0.0
    return last + sum(strip.above + strip.height for strip in stacked(every, additive=additive))
