"""The trained model of how stories are told: chains of parts, and odds of a beginning. `tests/benchmark/train_stories.py` makes its weights."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from ecqlint.narrative import PARTS

Array = NDArray[np.float64]
Features = dict[str, float]
WEIGHTS = "stories.json"
_BITS = 1 << np.arange(len(PARTS))
_SETS = np.arange(1 << len(PARTS))


def log_sum(values: Array, axis: int) -> Array:
    """The logarithm of the sum of exponentials along `axis`."""
    top = values.max(axis=axis, keepdims=True)
    return np.asarray((top + np.log(np.exp(values - top).sum(axis=axis, keepdims=True))).squeeze(axis))


def logit(odds: float) -> float:
    """The logarithm of how much likelier yes is than no, kept within a thousand to one."""
    return float(np.log(max(odds, 1e-3) / max(1 - odds, 1e-3)))


@dataclass(frozen=True)
class Chain:
    """A linear chain over the sentences of a story, each of which plays one of the four parts, in the order of PARTS.

    `emission` has a row of four weights for each clue; `edges` the weights of a part after a part, across a paragraph's
    end [0] and within a paragraph [1]; `first` and `last` those of a story's ends.
    """

    clues: dict[str, int]
    emission: Array
    edges: Array
    first: Array
    last: Array

    def _scores(self, clues: Sequence[Collection[str]], joined: Sequence[bool]) -> tuple[Array, Array]:
        known = [[self.clues[clue] for clue in sorted(of) if clue in self.clues] for of in clues]
        scores = np.array([self.emission[rows].sum(0) for rows in known])
        scores[0] += self.first
        scores[-1] += self.last
        return scores, self.edges[np.array(joined, dtype=int)]

    def best(
        self,
        clues: Sequence[Collection[str]],
        joined: Sequence[bool],
        allowance: Array,
        whole: Array,
    ) -> list[int]:
        """The likeliest part of each sentence.

        `allowance` is added to the scores: 0 where a part may stand, less where it may not. `whole` is what
        it costs a story to leave out each part.
        """
        scores, edges = self._scores(clues, joined)
        scores = scores + allowance
        # A state is the set of parts told so far, as bits, and the part being told.
        total = np.full((len(_SETS), len(PARTS)), -np.inf)
        total[_BITS, np.arange(len(PARTS))] = scores[0]
        back = []
        for score, edge in zip(scores[1:], edges[1:], strict=True):
            ways = total[:, :, None] + edge
            before, best = ways.argmax(1), ways.max(1) + score
            # Telling a part anew leaves the set as it is, telling it first adds it: the better of the two goes on.
            added = best[_SETS[:, None] ^ _BITS, np.arange(len(PARTS))]
            fresh, told = added > best, (_SETS[:, None] & _BITS) > 0
            total = np.where(told, np.maximum(best, added), -np.inf)
            back.append((before, fresh))
        missing = ((_SETS[:, None] & _BITS) == 0) @ whole
        told_set, part = (int(i) for i in np.unravel_index((total - missing[:, None]).argmax(), total.shape))
        path = [part]
        for before, fresh in reversed(back):
            if fresh[told_set, part]:
                told_set ^= int(_BITS[part])
            part = int(before[told_set, part])
            path.append(part)
        return path[::-1]

    def odds(self, clues: Sequence[Collection[str]], joined: Sequence[bool]) -> Array:
        """How likely each part is for each sentence: a row of four that add up to 1."""
        scores, edges = self._scores(clues, joined)
        before, after = [scores[0]], [np.zeros(len(PARTS))]
        for score, edge in zip(scores[1:], edges[1:], strict=True):
            before.append(log_sum(before[-1][:, None] + edge, 0) + score)
        for score, edge in zip(scores[:0:-1], edges[:0:-1], strict=True):
            after.append(log_sum(edge + (score + after[-1])[None, :], 1))
        both = np.array(before) + np.array(after[::-1])
        return np.asarray(np.exp(both - log_sum(both, 1)[:, None]))


@dataclass(frozen=True)
class Odds:
    """A logistic model of one yes-or-no question."""

    weights: dict[str, float]

    def __call__(self, features: Mapping[str, float]) -> float:
        """How likely the answer is yes."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return float(1 / (1 + np.exp(-total)))


@dataclass(frozen=True)
class Model:
    """`placed` knows how stories run from beginning to end; `loose` knows sentences and their neighbours alone, for stories told in
    an order of their own; `begins` and `tells` answer for paragraphs: whether a story begins here, whether one is told at all;
    `whole` for whole stories: whether they tell a part."""

    placed: Chain
    loose: Chain
    begins: Odds
    tells: Odds
    whole: dict[str, Odds]


def packed(model: Model) -> dict[str, object]:
    """The model as JSON can hold it."""

    def chain(of: Chain) -> dict[str, object]:
        rows = {clue: [round(float(w), 3) for w in of.emission[row]] for clue, row in of.clues.items()}
        return {
            "clues": rows,
            "edges": of.edges.round(3).tolist(),
            "first": of.first.round(3).tolist(),
            "last": of.last.round(3).tolist(),
        }

    def odds(of: Odds) -> dict[str, float]:
        return {name: round(weight, 3) for name, weight in of.weights.items()}

    return {
        "placed": chain(model.placed),
        "loose": chain(model.loose),
        "begins": odds(model.begins),
        "tells": odds(model.tells),
        "whole": {kind: odds(of) for kind, of in model.whole.items()},
    }


def unpacked(record: Mapping) -> Model:
    """The model that `packed` gave."""

    def chain(of: Mapping) -> Chain:
        rows = {clue: row for row, clue in enumerate(of["clues"])}
        return Chain(
            rows,
            np.array(list(of["clues"].values())),
            np.array(of["edges"]),
            np.array(of["first"]),
            np.array(of["last"]),
        )

    whole = {kind: Odds(weights) for kind, weights in record["whole"].items()}
    return Model(chain(record["placed"]), chain(record["loose"]), Odds(record["begins"]), Odds(record["tells"]), whole)


@cache
def stories_model() -> Model:
    """The model that ships, read on the first call."""
    return unpacked(json.loads(resources.files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8")))
