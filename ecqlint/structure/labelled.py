"""The stories that typed labels set apart in a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ecqlint.narrative import SETTING, Label
from ecqlint.structure.begins import Paragraph
from ecqlint.text import Span


def labelled_stories(section: Sequence[Paragraph], labels: Sequence[Label]) -> Iterator[Span]:
    """Each story that labels tell: from the first of them to the end of the paragraph in which its Result is named.

    Where no label names a Result, what follows is the story's, up to the next.
    """
    groups = list(_grouped(labels))
    starts = [
        _begin(group[0], before[-1].span.end if before else 0, section) for before, group in pairwise([[], *groups])
    ]
    section_end = max(section[-1][-1].span.end, labels[-1].span.end)
    for group, start, following in zip(groups, starts, [*starts[1:], section_end], strict=True):
        last = group[-1]
        ended = any("result" in label.parts for label in group)
        yield Span(start, min(_end(last, section), following) if ended else following)


def _grouped(labels: Sequence[Label]) -> Iterator[list[Label]]:
    """The labels of each story: they set out anew after an action or a result."""
    group: list[Label] = []
    for label in labels:
        seen = {part for earlier in group for part in earlier.parts}
        if label.parts[0] in SETTING and ("result" in seen or ("action" in seen and label.parts[0] in seen)):
            yield group
            group = []
        group.append(label)
    yield group


def _begin(label: Label, previous: int, section: Sequence[Paragraph]) -> int:
    """Where a story begins whose first label this is. What a closing mark names stands before it, behind the mark before that."""
    if not label.closes:
        return label.span.start
    starts = (sentence.span.start for paragraph in section for sentence in paragraph)
    return next((start for start in starts if previous <= start < label.span.start), label.span.start)


def _end(label: Label, section: Sequence[Paragraph]) -> int:
    """The end of the paragraph of which a label names the first words, or the last."""
    ends = [paragraph[-1].span.end for paragraph in section]
    if label.closes:
        return max(
            (end for end, p in zip(ends, section, strict=True) if p[0].span.start < label.span.start),
            default=label.span.end,
        )
    return next((end for end in ends if end > label.span.end), label.span.end)
