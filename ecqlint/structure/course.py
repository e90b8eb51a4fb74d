"""A story as the model sees it: each sentence's clues, with those of its place in the story and of the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ecqlint.structure.clues import Said

if TYPE_CHECKING:
    from ecqlint.language import Sentence

LOOSE = 0.38  # changes between the candidate's acts and all else, a pair of sentences: four in ten is no tidy narrative
VOICED = 0.1  # the share of sentences in which the candidate acts, in a narrative that says who did what
# Clues of a sentence that also speak for its neighbours.
_CARRIED = frozenset(
    {
        *("I-acts", "main-who=I", "main-tense=had-done", "percent", "money", "numbers>=3", "from-to"),
        *("open=result", "open=by-date", "main-kind=fall", "main-kind=rise", "main-kind=trouble"),
    }
)
_FIGURE = re.compile(r"\d[\d,.]*\d|\d{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEIGHBOURS = ((-2, "prev2"), (-1, "prev"), (1, "next"), (2, "next2"))


def told_clues(sentences: Sequence[Sentence], said: Said, *, placed: bool) -> tuple[list[set[str]], list[bool]]:
    """What the model looks at: each sentence's clues, with those of its place, and whether it continues a paragraph.

    `placed` says that the sentences are one whole story, so that their place in it counts.
    """
    own = [said[sentence.span.start] for sentence in sentences]
    blocks = [sentence.block.span.start for sentence in sentences]
    order = {block: number for number, block in enumerate(dict.fromkeys(blocks))}
    members = {block: [i for i, b in enumerate(blocks) if b == block] for block in order}
    acts = [i for i, of in enumerate(own) if "I-acts" in of]
    ends = np.cumsum([0, *(len(sentence.span) for sentence in sentences)])
    memory = list(_remembered(sentences))
    found = []
    for i, block in enumerate(blocks):
        inside = members[block]
        share = sum("I-acts" in own[j] for j in inside) / len(inside)
        size = sum(len(inside) >= limit for limit in (2, 4, 8))
        of = {*own[i], *memory[i], "bias", f"par-acts={min(3, int(share * 4))}", f"par-len={size}"}
        of |= {name for name, end in (("par-first", inside[0]), ("par-last", inside[-1])) if end == i}
        before, after = bool(acts) and acts[0] < i, bool(acts) and acts[-1] > i
        of |= {name for name, seen in (("no-act-before", before), ("no-act-after", after)) if not seen}
        of |= {
            f"{name}:{clue}"
            for step, name in _NEIGHBOURS
            if 0 <= i + step < len(own)
            for clue in own[i + step] & _CARRIED
        }
        if placed:
            of.add(f"rel={min(7, int((ends[i] + ends[i + 1]) / ends[-1] * 4))}")
            of |= {f"par={min(order[block], 3)}", f"par-end={min(len(order) - 1 - order[block], 3)}"}
            of |= {f"from-start={i}" for _ in range(i < 2)} | {
                f"from-end={len(own) - 1 - i}" for _ in range(len(own) - i <= 2)
            }
            if i not in acts:
                of |= {name for name, seen in (("before-acts", before), ("after-acts", after)) if not seen}
        found.append(of)
    return found, [False, *(a == b for a, b in pairwise(blocks))]


def _remembered(sentences: Sequence[Sentence]) -> Iterator[list[str]]:
    """Of each sentence, whether it comes back to figures told before, and whether time has moved on."""
    figures: set[str] = set()
    latest = 0
    for sentence in sentences:
        text = sentence.tokens.text
        own = {figure for figure in _FIGURE.findall(text) if not _YEAR.fullmatch(figure)}
        years = [int(year) for year in _YEAR.findall(text)]
        found = ["same-figure"] if own & figures else ["new-figure"] if own and figures else []
        if years and latest:
            found.append(
                "later-year" if max(years) > latest else "earlier-year" if max(years) < latest else "same-year"
            )
        yield found
        figures |= own
        latest = max([latest, *years])


@dataclass(frozen=True)
class Manner:
    """How a narrative is told: `freely`, where its paragraphs mix what the candidate did with all else, as they do where parts come in
    any order; `voiced`, where what the candidate did is said of the candidate: not in the passive, in phrases without a subject, or of
    somebody who cannot be told from others."""

    freely: bool
    voiced: bool


def manner(sentences: Sequence[Sentence], said: Said) -> Manner:
    """How the narrative with these sentences is told."""
    acts = [(s.block.span.start, "I-acts" in said[s.span.start]) for s in sentences]
    changes = [a != b for (block, a), (other, b) in pairwise(acts) if block == other]
    own = sum(act for _, act in acts)
    return Manner(freely=sum(changes) > LOOSE * len(changes), voiced=own >= VOICED * len(acts))
