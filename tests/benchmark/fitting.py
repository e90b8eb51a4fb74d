"""Fits chains and logistic models to labelled rows. The same rows give the same weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ecqlint.structure.model import Array, Chain, Features, Odds

RARE = 8  # sentences in which a clue must stand to be trusted
STEPS, PACE = 80, 0.1  # of the ascent: how many, and how long
EDGES = 0.3  # how strongly it prefers small weights between sentences, as a share of those within


@dataclass(frozen=True)
class Row:
    """What a chain learns from one story: its clues, which sentences continue a paragraph, and the part of each."""

    clues: list[set[str]]
    joined: list[bool]
    roles: list[int]
    free: bool
    weight: float = 1.0


def fit_chain(rows: Sequence[Row], plain: float) -> Chain:
    """The chain under which the labelled parts are likeliest, by gradient ascent over all stories at once.

    `plain` is how strongly it prefers small weights.
    """
    rows = sorted(rows, key=lambda row: -len(row.roles))  # so that the stories still running are the first ones
    count = Counter(clue for row in rows for of in row.clues for clue in of)
    known = {clue: i for i, clue in enumerate(sorted(clue for clue, n in count.items() if n >= RARE))}
    lengths = np.array([len(row.roles) for row in rows])
    size, longest, story = len(rows), int(lengths[0]), np.arange(len(rows))
    mask, gold, joined = np.zeros((size, longest), bool), np.zeros((size, longest, 4)), np.zeros((size, longest), int)
    for n, row in enumerate(rows):
        mask[n, : lengths[n]] = True
        gold[n, np.arange(lengths[n]), row.roles] = 1
        joined[n, : lengths[n]] = row.joined
    clues = np.zeros((int(lengths.sum()), len(known)), np.float32)
    for i, of in enumerate(of for row in rows for of in row.clues):
        clues[i, [known[clue] for clue in of if clue in known]] = 1
    heavy = np.array([row.weight for row in rows])
    running = [int((lengths > t).sum()) for t in range(longest)]
    weights: list[Array] = [np.zeros((len(known), 4)), np.zeros((2, 4, 4)), np.zeros(4), np.zeros(4)]
    speed, spread = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    for step in range(STEPS):
        emission, edges, begin, end = weights
        score = np.zeros((size, longest, 4))
        score[mask] = clues @ emission.astype(np.float32)
        score[:, 0] += begin
        score[story, lengths - 1] += end
        factor, pass_on = np.exp(score - score.max(2, keepdims=True)), np.exp(edges)[joined]
        # Forward and backward, each sentence scaled to 1.
        before, after, scale = np.zeros_like(score), np.ones_like(score), np.ones((size, longest))
        for t in range(longest):
            n = running[t]
            here = factor[:n, t] * (np.einsum("ni,nij->nj", before[:n, t - 1], pass_on[:n, t]) if t else 1)
            scale[:n, t] = here.sum(1)
            before[:n, t] = here / scale[:n, t, None]
        for t in range(longest - 2, -1, -1):
            n = running[t + 1]
            ahead = factor[:n, t + 1] * after[:n, t + 1] / scale[:n, t + 1, None]
            after[:n, t] = np.einsum("nij,nj->ni", pass_on[:n, t + 1], ahead)
        miss = (gold - before * after * mask[:, :, None]) * heavy[:, None, None]
        ahead = factor[:, 1:] * after[:, 1:] / scale[:, 1:, None]
        pair = before[:, :-1, :, None] * pass_on[:, 1:] * ahead[:, :, None, :] * mask[:, 1:, None, None]
        pair_miss = (gold[:, :-1, :, None] * gold[:, 1:, None, :] - pair) * heavy[:, None, None, None]
        of_edges = np.stack([(pair_miss * (joined[:, 1:] == kind)[:, :, None, None]).sum((0, 1)) for kind in (0, 1)])
        pulls = [
            clues.T @ miss[mask].astype(np.float32) - plain * emission,
            of_edges - EDGES * plain * edges,
            miss[:, 0].sum(0) - EDGES * plain * begin,
            miss[story, lengths - 1].sum(0) - EDGES * plain * end,
        ]
        pace = PACE * (1 + np.cos(np.pi * step / STEPS)) / 2
        for i, pull in enumerate(pulls):
            speed[i] = 0.9 * speed[i] + 0.1 * pull
            spread[i] = 0.99 * spread[i] + 0.01 * pull**2
            ahead = speed[i] / (1 - 0.9 ** (step + 1)) / (np.sqrt(spread[i] / (1 - 0.99 ** (step + 1))) + 1e-8)
            weights[i] = weights[i] + pace * ahead
    return Chain(known, *weights)


def fit_placed(rows: Sequence[Row]) -> Chain:
    """The chain of stories told from beginning to end."""
    return fit_chain(rows, 12.0)


def fit_loose(rows: Sequence[Row]) -> Chain:
    """The chain of stories told in an order of their own, which count for more here: there are fewer of them."""
    return fit_chain([replace(row, weight=3.0 if row.free else 1.0) for row in rows], 30.0)


def fit_odds(rows: Sequence[tuple[Features, bool]], plain: float, no: float = 1.0) -> Odds:
    """The logistic model of the rows' answers, by Newton's method. `no` is how much a no weighs."""
    names = sorted({name for features, _ in rows for name in features})
    table = np.array([[features.get(name, 0.0) for name in names] for features, _ in rows])
    answers = np.array([float(yes) for _, yes in rows])
    heavy = np.where(answers > 0, 1.0, no)
    weights = np.zeros(len(names))
    for _ in range(60):
        odds = 1 / (1 + np.exp(-table @ weights))
        bend = (table * (heavy * odds * (1 - odds))[:, None]).T @ table + plain * np.eye(len(names))
        weights += np.linalg.solve(bend, table.T @ (heavy * (answers - odds)) - plain * weights)
    return Odds(dict(zip(names, map(float, weights), strict=True)))
