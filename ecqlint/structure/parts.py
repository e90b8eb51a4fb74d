"""Which sentences of an example are Challenge, Context, Action, Result: by its typed labels, and by the model where none is typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from ecqlint.narrative import PARTS, Label, Part, PartName
from ecqlint.structure.clues import Said
from ecqlint.structure.course import Manner, told_clues
from ecqlint.structure.lacking import lacking
from ecqlint.structure.model import Array, Model
from ecqlint.text import Span

if TYPE_CHECKING:
    from ecqlint.language import Sentence

LEAST = 3  # sentences of which a whole can be judged
BARRED = -30.0  # more than any clue weighs
WHOLE = 3.0  # what it costs to leave out a part where parts are typed, or too little is told to judge as a whole
# What it costs a story to leave out a part that it tells as a whole: more than clues weigh, less than a bar. One of three sentences
# tells both what the problem was and where.
TOLD: dict[PartName, float] = {"challenge": 10.0, "context": 10.0, "action": 20.0, "result": 20.0}
UNLIKELY = -1.5  # what another part must outweigh to take over in a paragraph after the labelled one


def untold_parts(
    sentences: Sequence[Sentence], labels: Sequence[Label], said: Said, model: Model, manner: Manner
) -> frozenset[PartName] | None:
    """The parts that an example leaves out as a whole; None where parts are typed, or too little is told to judge."""
    if labels or len(sentences) < LEAST:
        return None
    return lacking(sentences, said, model, voiced=manner.voiced)


def parts(
    sentences: Sequence[Sentence],
    labels: Sequence[Label],
    said: Said,
    model: Model,
    manner: Manner,
    untold: frozenset[PartName] | None,
) -> Iterator[Part]:
    """The parts of the example that `sentences` tell, in order: neighbouring sentences of one role, with the label typed for them.

    It leaves out the `untold` ones, and tells the others; None: nothing is known.
    """
    if not sentences:
        return
    governing = [_governing(sentence, labels) for sentence in sentences]
    allowance = np.array(
        [_allowance(s, label, labels, sentences) for s, label in zip(sentences, governing, strict=True)]
    )
    whole = np.full(len(PARTS), WHOLE)
    if untold is not None:
        whole = np.array([0.0 if part in untold else TOLD[part] for part in PARTS])
        allowance += [BARRED if part in untold else 0.0 for part in PARTS]
    found = told_clues(sentences, said, placed=not manner.freely)
    roles = (model.loose if manner.freely else model.placed).best(*found, allowance, whole)
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
