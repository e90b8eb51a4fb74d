"""Which parts a story leaves out, by the best that speaks for a part anywhere in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ecqlint.narrative import PARTS, PartName
from ecqlint.structure.clues import Said
from ecqlint.structure.course import told_clues
from ecqlint.structure.model import Chain, Features, Model, logit

if TYPE_CHECKING:
    from ecqlint.language import Sentence

# What is told or left out as one. Challenge and Context often share a sentence: that a story has neither is surer than that it has one.
KINDS: dict[str, tuple[PartName, ...]] = {
    "setting": ("challenge", "context"),
    "challenge": ("challenge",),
    "context": ("context",),
    "action": ("action",),
    "result": ("result",),
}
DOUBT = 0.03  # how unlikely it must be that a story tells a part before the part is missing
FEW = 8  # sentences: in a shorter story each says less of the whole


def lacking_features(sentences: Sequence[Sentence], said: Said, loose: Chain) -> dict[str, Features]:
    """What speaks for each of KINDS in a story, and how much room there is for it around what is done."""
    odds = loose.odds(*told_clues(sentences, said, placed=False))
    acts = [i for i, sentence in enumerate(sentences) if _acts(said[sentence.span.start])]
    about = {
        "bias": 1.0,
        "acts": min(4, len(acts)) / 4,
        "never": float(not acts),
        "behind": min(3, len(sentences) - 1 - acts[-1] if acts else 3) / 3,
        "before": min(3, acts[0] if acts else 3) / 3,
    }
    few = max(0, FEW - len(sentences)) / 4
    found = {}
    for kind, names in KINDS.items():
        nowhere = np.prod(1 - odds[:, [PARTS.index(name) for name in names]].sum(1))
        of = {**about, "told": logit(float(1 - nowhere)) / 3}
        found[kind] = of | {f"few:{name}": few * value for name, value in of.items()}
    return found


def _acts(clues: frozenset[str]) -> bool:
    """Whether a sentence tells what the candidate did, alone, with others, or in a phrase without a subject: "Led a team"."""
    return "I-acts" in clues or "main-who=we" in clues or {"main-who=none", "main-tense=past"} <= clues


def lacking(sentences: Sequence[Sentence], said: Said, model: Model, *, voiced: bool) -> frozenset[PartName]:
    """The parts that a story of these sentences does not tell. Where the narrative is not `voiced`, no Action is missed."""
    found = lacking_features(sentences, said, model.loose)
    judged = (kind for kind in KINDS if voiced or kind != "action")
    return frozenset(name for kind in judged if model.whole[kind](found[kind]) < DOUBT for name in KINDS[kind])
