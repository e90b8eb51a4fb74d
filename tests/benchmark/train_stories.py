"""Trains the model of how stories are told from the labelled narratives, and measures it on narratives that it has not seen.

python tests/benchmark/train_stories.py [--cross-validate] [--narratives FOLDER]

Without --cross-validate, writes the weights that ship. The result is the same on every run over the same narratives.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from gold import NARRATIVES, Gold, read_gold

import ecqlint.structure
from ecqlint import rulebook
from ecqlint.edition import load_edition
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import PARTS, Narrative
from ecqlint.structure import read_narrative
from ecqlint.structure.begins import Features, Paragraph, beginning_features, paragraphs, part_odds, telling_features
from ecqlint.structure.clues import Said, clues_of
from ecqlint.structure.examples import told
from ecqlint.structure.model import WEIGHTS, Array, Chain, Model, Odds, packed, unpacked
from ecqlint.structure.parts import told_clues

NEAR = 80  # characters: how far from its label a story may be found to start
RARE = 8  # sentences in which a clue must stand to be trusted
STEPS, PACE = 80, 0.1  # of the ascent: how many, and how long
EDGES = 0.3  # how strongly it prefers small weights between sentences, as a share of those within


@dataclass
class Told:
    """A labelled narrative, read, with the labelled part of each sentence, and what the two chains look at."""

    gold: Gold
    digest: str
    narrative: Narrative
    sentences: tuple[Sentence, ...]
    said: Said
    roles: dict[int, int | None]

    @property
    def stories(self) -> list[list[Sentence]]:
        """The sentences of each labelled story."""
        heads = [s.span.start for s in self.narrative.sections]
        starts = sorted(self.gold.examples)
        ends = [
            min([h for h in heads if h > start] + [*starts[i + 1 : i + 2], len(self.gold.text)])
            for i, start in enumerate(starts)
        ]
        spans = zip(starts, ends, strict=True)
        found = [
            [s for s in self.sentences if a <= s.span.start < b and self.roles[s.span.start] is not None]
            for a, b in spans
        ]
        return [story for story in found if story]

    @property
    def sections(self) -> list[list[Paragraph]]:
        """The paragraphs of each section."""
        return [
            paragraphs([s for s in self.sentences if s.span in section.body]) for section in self.narrative.sections
        ]


def read(path: Path) -> Told:
    """A labelled narrative, parsed."""
    gold = read_gold(path)
    edition = load_edition(rulebook.builtin_folder() / rulebook.EDITIONS / f"{rulebook.DEFAULT_EDITION}.toml")
    narrative = read_narrative(gold.document(), (edition,), edition)
    sentences = Reading(narrative).sentences
    belongs = gold.part_of_each_character()
    roles = {}
    for sentence in sentences:
        count = Counter(part for part in belongs[sentence.span.start : sentence.span.end] if part)
        roles[sentence.span.start] = PARTS.index(count.most_common(1)[0][0]) if count else None  # type: ignore[arg-type]
    return Told(
        gold, sha256(path.read_bytes()).hexdigest()[:12], narrative, sentences, clues_of(narrative, sentences), roles
    )


@dataclass(frozen=True)
class Row:
    """What a chain learns from one story: its clues, which sentences continue a paragraph, and the part of each."""

    clues: list[set[str]]
    joined: list[bool]
    roles: list[int]
    free: bool
    weight: float = 1.0


def chain_rows(of: Told, *, placed: bool) -> list[Row]:
    """What a chain learns from the stories of a narrative."""
    freely = free(of)
    return [
        Row(*told_clues(story, of.said, placed=placed), [self_role(of, sentence) for sentence in story], freely)
        for story in of.stories
    ]


def self_role(of: Told, sentence: Sentence) -> int:
    """The labelled part of a sentence that has one."""
    role = of.roles[sentence.span.start]
    assert role is not None
    return role


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


OddsRows = tuple[list[tuple[Features, bool]], list[tuple[Features, bool]]]


def odds_rows(of: Told, loose: Chain) -> OddsRows:
    """What the logistic models learn from a narrative: at each paragraph, whether a story begins, and whether it tells one."""
    nothing = Odds({})
    model = Model(loose, loose, nothing, nothing)
    begins: list[tuple[Features, bool]] = []
    tells: list[tuple[Features, bool]] = []
    for section in of.sections:
        if not section:
            continue
        labelled = [any(of.roles[s.span.start] is not None for s in paragraph) for paragraph in section]
        tells += zip(telling_features(section, of.narrative.edition, of.said), labelled, strict=True)
        firsts = [
            i
            for i, p in enumerate(section)
            if any(abs(p[0].span.start - start) <= 40 for start in of.gold.examples) and labelled[i]
        ]
        odds = part_odds(section, model, of.said)
        for first, end in zip(firsts, [*firsts[1:], len(section)][: len(firsts)], strict=True):
            for here in range(first + 1, min(end + 1, len(section))):
                if labelled[here]:
                    begins.append((beginning_features(section, odds, first, here, of.said), here == end))
    return begins, tells


def fit(placed: Iterable[Row], loose: Chain, rows: Sequence[OddsRows]) -> Model:
    """The model of all those rows."""
    begins = fit_odds([row for of, _ in rows for row in of], 1.0)
    tells = fit_odds([row for _, of in rows for row in of], 2.0, no=1.5)
    return Model(fit_placed(list(placed)), loose, begins, tells)


def free(of: Told) -> bool:
    """Whether the narrative tells its parts in an order of its own: actions or results come back, or stories begin with them."""
    rows = [[self_role(of, s) for s in story] for story in of.stories]
    changes = [[a for a, b in zip(r, [*r[1:], -1], strict=True) if a != b] for r in rows]
    own = [c[0] >= 2 or any(c.count(role) > 1 for role in (2, 3)) for c in changes]
    return sum(own) > 0.15 * len(own)


def measured(of: Told, model: Model) -> dict[str, float]:
    """Characters and stories right in one narrative, not counting white space."""
    sections = told(of.narrative, of.sentences, model)
    text = of.gold.text
    parts: list[str | None] = [None] * len(text)
    for part in (part for section in sections for example in section.examples for part in example.parts):
        parts[part.span.start : part.span.end] = [part.name] * len(part.span)
    pairs = [
        (p, g) for p, g, c in zip(parts, of.gold.part_of_each_character(), text, strict=True) if g and not c.isspace()
    ]
    setting = {"challenge": "setting", "context": "setting"}
    ink = np.cumsum([0, *(not c.isspace() for c in text)])
    starts = [ink[example.span.start] for section in sections for example in section.examples]
    labels = [ink[start] for start in of.gold.examples]
    return {
        "characters": len(pairs),
        "right": sum(p == g for p, g in pairs),
        "right but for setting": sum(setting.get(str(p), p) == setting.get(str(g), g) for p, g in pairs),
        "stories": len(labels),
        "found": sum(any(abs(s - label) <= NEAR for s in starts) for label in labels),
        "extra": sum(not any(abs(s - label) <= NEAR for label in labels) for s in starts),
        "none missing": sum(
            len({part.name for part in e.parts}) == 4 for section in sections for e in section.examples
        ),
        "wholly told": sum(len({self_role(of, s) for s in story}) == 4 for story in of.stories),
    }


def _shown(name: str, of: dict[str, float] | Counter[str]) -> str:
    share = lambda part, whole: of[part] / of[whole] if of[whole] else float("nan")  # noqa: E731
    return (
        f"{name:24} {share('right', 'characters'):.3f}  {share('right but for setting', 'characters'):.3f}"
        f"  {of['stories']:3.0f} {of['found']:3.0f} {of['extra']:3.0f}   {of['none missing']:3.0f} {of['wholly told']:3.0f}"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--narratives", type=Path, nargs="*", default=[NARRATIVES])
    options = parser.parse_args()
    narratives = [read(path) for folder in options.narratives for path in sorted(folder.glob("*.gold"))]
    placed = [chain_rows(of, placed=True) for of in narratives]
    loose = [chain_rows(of, placed=False) for of in narratives]
    without = [[rows for j, of in enumerate(loose) if j != i for rows in of] for i in range(len(narratives))]
    # Each narrative's odds come from a chain that has not seen it, as in use.
    with ProcessPoolExecutor() as pool:
        unseen = list(pool.map(fit_loose, without))
    rows = [odds_rows(of, chain) for of, chain in zip(narratives, unseen, strict=True)]
    if not options.cross_validate:
        model = fit([row for of in placed for row in of], fit_loose([row for of in loose for row in of]), rows)
        trained_on = {of.gold.name: of.digest for of in narratives}
        target = Path(ecqlint.structure.__file__).with_name(WEIGHTS)
        record = {"narratives": trained_on, **packed(model)}
        target.write_text(json.dumps(record, separators=(",", ":")).replace("],", "],\n") + "\n", encoding="utf-8")
        return
    with ProcessPoolExecutor() as pool:
        chains = list(
            pool.map(
                fit_placed, [[r for j, of in enumerate(placed) if j != i for r in of] for i in range(len(narratives))]
            )
        )
    totals: dict[str, Counter[str]] = {
        "tidy": Counter(),
        "tidy, nothing typed": Counter(),
        "free": Counter(),
        "all": Counter(),
    }
    print(f"{'':24} parts  C=Cx  stories found extra   whole wholly told")
    for i, of in enumerate(narratives):
        others = [r for j, r in enumerate(rows) if j != i]
        odds = (
            fit_odds([row for b, _ in others for row in b], 1.0),
            fit_odds([row for _, t in others for row in t], 2.0, no=1.5),
        )
        model = unpacked(packed(Model(chains[i], unseen[i], *odds)))
        of_it = measured(of, model)
        print(_shown(of.gold.name + (" (free)" if free(of) else ""), of_it))
        totals["free" if free(of) else "tidy"].update(of_it)
        totals["all"].update(of_it)
        if not free(of) and not of.narrative.labels:
            totals["tidy, nothing typed"].update(of_it)
    for name, total in totals.items():
        print(_shown(name, total))


if __name__ == "__main__":
    main()
