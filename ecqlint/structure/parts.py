"""Which sentences of an example are Challenge, Context, Action, Result: by its typed labels, and by the model where none is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import numpy as np

from ecqlint.narrative import PARTS, Label, Part, PartName
from ecqlint.structure.clues import Said
from ecqlint.structure.model import Array, Model
from ecqlint.text import Span

if TYPE_CHECKING:
    from ecqlint.language import Sentence

BARRED = -30.0  # more than any clue weighs
LOOSE = 0.38  # changes between the candidate's acts and all else, a pair of sentences: four in ten is no tidy narrative
WHOLE = 3.0  # what it costs a story to leave a part out: a part is missing where nothing speaks for it
UNLIKELY = -1.5  # what another part must outweigh to take over in a paragraph after the labelled one
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


def told_freely(sentences: Sequence[Sentence], said: Said) -> bool:
    """Whether a narrative's paragraphs mix what the candidate did with all else, as they do where parts come in any order."""
    acts = [(s.block.span.start, "I-acts" in said[s.span.start]) for s in sentences]
    changes = [a != b for (block, a), (other, b) in pairwise(acts) if block == other]
    return sum(changes) > LOOSE * len(changes)


def parts(
    sentences: Sequence[Sentence], labels: Sequence[Label], said: Said, model: Model, *, freely: bool
) -> Iterator[Part]:
    """The parts of the example that `sentences` tell, in order: neighbouring sentences of one role, with the label typed for them."""
    if not sentences:
        return
    governing = [_governing(sentence, labels) for sentence in sentences]
    allowance = np.array(
        [_allowance(s, label, labels, sentences) for s, label in zip(sentences, governing, strict=True)]
    )
    found = told_clues(sentences, said, placed=not freely)
    roles = (model.loose if freely else model.placed).best(*found, allowance, WHOLE)
    rows = zip(sentences, governing, roles, strict=True)
    runs = [(label, PARTS[role], list(group)) for (label, role), group in groupby(rows, key=lambda row: row[1:])]
    for index, (label, name, run) in enumerate(runs):
        span = Span(run[0][0].span.start, run[-1][0].span.end)
        # A label stands beside the first passage under it, a closing mark beside the last one before it.
        beside = index + 1 if label and label.closes else index - 1
        if label is None or name not in label.parts:
            yield Part(name, span)
        elif 0 <= beside < len(runs) and runs[beside][0] is label:
            yield Part(name, span, label.span)
        else:
            yield Part(name, Span.covering([span, label.span]), label.span)


def _governing(sentence: Sentence, labels: Sequence[Label]) -> Label | None:
    """The label under which, or before whose closing mark, the sentence stands."""
    before = [label for label in labels if label.span.end <= sentence.span.start]
    after = [label for label in labels if label.span.start >= sentence.span.end]
    if after and after[0].closes:
        return after[0]
    return before[-1] if before and not before[-1].closes else None


def _allowance(
    sentence: Sentence, label: Label | None, labels: Sequence[Label], sentences: Sequence[Sentence]
) -> Array:
    if label is None:
        return np.zeros(len(PARTS))
    elsewhere = {other.parts[0] for other in labels if other is not label and len(other.parts) == 1}
    named = [part for part in label.parts if part not in elsewhere] or list(label.parts)
    own = label.closes or sentence.block is _labelled_block(label, sentences)

    def value(part: PartName) -> float:
        if part in named:
            return 0.0
        return BARRED if own or part in elsewhere or part in label.parts else UNLIKELY

    return np.array([value(part) for part in PARTS])


def _labelled_block(label: Label, sentences: Sequence[Sentence]) -> object:
    return next((s.block for s in sentences if s.span.start >= label.span.end), None)
