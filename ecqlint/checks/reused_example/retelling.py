"""Whether two passages tell one story in different words.

Each fact that two sentences share is weak evidence: a word that few stories have, an amount that agrees. Facts that come in the
same order in both passages, close together, are strong evidence. So the best chain of such pairs of sentences is looked for, as
the Smith-Waterman alignment of two sequences is, and a chain or two beside it, for a retelling may begin with the result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log2

import numpy as np
import numpy.typing as npt

from ecqlint.checks._english.ordinary import RAREST, ordinary
from ecqlint.checks.reused_example.tellings import Telling, agreement
from ecqlint.text import Span

Grid = npt.NDArray[np.float64]
Pair = tuple[int, int]  # of sentences, by their places in the two passages
Chain = tuple[float, list[Pair]]  # and what it is worth, in bits
# What two sentences share, by name (a stem, or an amount of either), and its bits.
Facts = dict[tuple[str, ...], float]

# Bits of evidence. A word that a retelling repeats with chance REPEATED, and another story has with its own, is worth the
# logarithm of their ratio; never more than RAREST_WORD, for a rare word may be the programme's.
REPEATED = 0.35
RAREST_WORD, LEAST_WORD = 3.6, 0.2
ELSEWHERE = 2.0  # how much likelier a word of the document's other stories is in this one, too
SUBJECT = 1 / 3  # the power by which a word loses weight that is told over and over: it is the subject, no event
PAIR_AT_MOST, PAIR_COSTS = 4.5, 0.2  # of two sentences
STEP, SLANT = 0.5, 0.17  # for each sentence passed over, and for passing more of them in one passage than in the other
BESIDE = 8  # sentences around a chain in which others may lie
SEEDS = 3  # chains from which a story is looked for
BESIDES, NEXT_CHAIN, LEAST_CHAIN = 2, 0.85, 2.0
CHANCE = 0.45  # the bits that chance finds for each doubling of the number of pairs
LEAST_PAIR = 0.2


@dataclass(frozen=True, slots=True)
class Retelling:
    """A story told twice: the evidence, the pair of sentences that shows it best, and how far each telling can be followed."""

    evidence: float
    earlier: Span
    later: Span
    earlier_reach: Span
    later_reach: Span

    def same_story(self, other: Retelling) -> bool:
        """Whether both are about the same two passages."""
        return self.earlier_reach.overlaps(other.earlier_reach) and self.later_reach.overlaps(other.later_reach)


def retellings(
    earlier: Sequence[Telling], later: Sequence[Telling], others: Sequence[frozenset[str]], *, evidence: float
) -> Iterator[Retelling]:
    """The stories that both passages tell, the plainest first, each with at least `evidence`.

    `others` are the stems of other stories of the document: what they share with both is the writer's trade.
    """
    if not earlier or not later:
        return
    facts = _facts(earlier, later, others)
    worth = np.zeros((len(earlier), len(later)))
    for pair, shared in facts.items():
        worth[pair] = _worth(sum(shared.values()))
    chance = CHANCE * log2(worth.size)
    while places := [place for seed in _seeds(worth, facts) if (place := list(_around(seed, worth, facts)))]:
        chains = max(places, key=_total)
        first = chains[0][1]
        if _total(chains) - chance < evidence:
            return
        x, y = max(first, key=lambda pair: worth[pair])
        yield Retelling(
            _total(chains) - chance,
            earlier[x].span,
            later[y].span,
            Span.covering((earlier[first[0][0]].span, earlier[first[-1][0]].span)),
            Span.covering((later[first[0][1]].span, later[first[-1][1]].span)),
        )
        worth[first[0][0] : first[-1][0] + 1, :] = 0.0
        worth[:, first[0][1] : first[-1][1] + 1] = 0.0


def _total(chains: list[Chain]) -> float:
    return sum(bits if index == 0 else bits * NEXT_CHAIN for index, (bits, _) in enumerate(chains))


def _worth(bits: float) -> float:
    """What a pair of sentences adds to a chain, by the facts that they share: no pair proves a story by itself."""
    return PAIR_AT_MOST * (1 - exp(-bits / PAIR_AT_MOST)) - PAIR_COSTS


def _facts(earlier: Sequence[Telling], later: Sequence[Telling], others: Sequence[frozenset[str]]) -> dict[Pair, Facts]:
    """The facts that each pair of sentences shares, with their bits."""
    weights = _weights(earlier, later, others)
    facts = {}
    for x, one in enumerate(earlier):
        stems = one.stems & weights.keys()
        for y, other in enumerate(later):
            shared: Facts = {(stem,): weights[stem] for stem in stems & other.stems}
            shared |= _amounts(one, other)
            if shared:
                facts[x, y] = shared
    return facts


def _weights(
    earlier: Sequence[Telling], later: Sequence[Telling], others: Sequence[frozenset[str]]
) -> dict[str, float]:
    before = Counter(stem for sentence in earlier for stem in sentence.stems)
    after = Counter(stem for sentence in later for stem in sentence.stems)
    shares, weights = ordinary(), {}
    for stem in before.keys() & after.keys():
        elsewhere = ELSEWHERE * sum(stem in other for other in others) / max(len(others), 6)
        chance = max(shares.get(stem, RAREST), elsewhere)
        bits = min(RAREST_WORD, log2(REPEATED / chance))
        if bits >= LEAST_WORD:
            weights[stem] = bits / (before[stem] * after[stem]) ** SUBJECT
    return weights


def _amounts(one: Telling, other: Telling) -> Facts:
    """The amounts in which two sentences agree, each amount once, the surest first."""
    found = [
        (agreement(a, b), f"{one.span.start}:{a.token}", f"{other.span.start}:{b.token}")
        for a in one.amounts
        for b in other.amounts
    ]
    facts: Facts = {}
    used: set[str] = set()
    for bits, *names in sorted(found, reverse=True):
        if bits > 0 and used.isdisjoint(names):
            used.update(names)
            facts[tuple(names)] = bits
    return facts


def _seeds(worth: Grid, facts: dict[Pair, Facts]) -> Iterator[Chain]:
    """The best chain of pairs in the whole, the best that has none of its sentences, and so on."""
    rest = worth.copy()
    for _ in range(SEEDS):
        bits, chain = _best_chain(rest, facts)
        if not chain:
            return
        yield bits, chain
        _strike(rest, chain)


def _around(seed: Chain, worth: Grid, facts: dict[Pair, Facts]) -> Iterator[Chain]:
    """A chain, and the best near it of other sentences."""
    yield seed
    chain = seed[1]
    rows = slice(max(0, chain[0][0] - BESIDE), chain[-1][0] + BESIDE + 1)
    columns = slice(max(0, chain[0][1] - BESIDE), chain[-1][1] + BESIDE + 1)
    near = np.zeros_like(worth)
    near[rows, columns] = worth[rows, columns]
    for _ in range(BESIDES):
        _strike(near, chain)
        bits, chain = _best_chain(near, facts)
        if bits < LEAST_CHAIN:
            return
        yield bits, chain


def _strike(worth: Grid, chain: list[Pair]) -> None:
    for x, y in chain:
        worth[x, :] = worth[:, y] = 0.0


def _best_chain(worth: Grid, facts: dict[Pair, Facts]) -> Chain:
    """The chain of pairs, each no earlier in either passage than the last, that is worth most, and its worth."""
    xs, ys = np.nonzero(worth > LEAST_PAIR)
    if not len(xs):
        return 0.0, []
    pairs = list(zip(xs.tolist(), ys.tolist(), strict=True))
    values = worth[xs, ys]
    best, last = values.copy(), np.full(len(xs), -1)
    for k in range(1, len(xs)):
        dx, dy = xs[k] - xs[:k], ys[k] - ys[:k]
        reached = best[:k] - STEP / 2 * (dx + dy) - SLANT * np.abs(dx - dy)
        total = np.where(dy < 0, 0.0, reached + values[k])
        # A sentence matched twice counts a fact once.
        for m in np.nonzero((dy >= 0) & ((dx == 0) | (dy == 0)))[0].tolist():
            total[m] = reached[m] + _worth_beside(facts[pairs[k]], facts[pairs[m]], values[k])
        m = int(total.argmax())
        if total[m] > best[k]:
            best[k], last[k] = total[m], m
    k = int(best.argmax())
    bits, chain = float(best[k]), []
    while k >= 0:
        chain.append(pairs[k])
        k = int(last[k])
    return bits, chain[::-1]


def _worth_beside(facts: Facts, counted: Facts, value: float) -> float:
    names = {name for fact in counted for name in fact}
    left = [bits for fact, bits in facts.items() if names.isdisjoint(fact)]
    return value if len(left) == len(facts) else _worth(sum(left))
