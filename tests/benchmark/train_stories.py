"""Trains the model of how stories are told from the labelled narratives, and measures it on narratives that it has not seen.

python tests/benchmark/train_stories.py [--cross-validate] [--narratives FOLDER]

Without --cross-validate, writes the weights that ship. The result is the same on every run over the same narratives.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
from fitting import fit_loose, fit_odds, fit_placed
from gold import NARRATIVES, STORIES
from measure import NEAR, Tally, count_wholes
from told_stories import OddsRows, Told, chain_rows, free, odds_rows, read, self_role

import ecqlint.structure
from ecqlint import rulebook
from ecqlint.engine import apply
from ecqlint.language import Reading
from ecqlint.narrative import Section
from ecqlint.structure.examples import told
from ecqlint.structure.lacking import KINDS
from ecqlint.structure.model import WEIGHTS, Model, Odds, packed, unpacked

RULES = ("ccar-incomplete", "example-limit")  # that stand on the stories alone


def answers(rows: Sequence[OddsRows]) -> tuple[Odds, Odds, dict[str, Odds]]:
    """The logistic models of all those rows: where stories begin, where one is told, what stories tell."""
    every = {name: [row for of in rows for row in of[name]] for name in rows[0]}
    whole = {kind: fit_odds(every[kind], 1.0) for kind in KINDS}
    return fit_odds(every["begins"], 0.06), fit_odds(every["tells"], 2.0, no=1.5), whole


def measured(of: Told, sections: Sequence[Section]) -> dict[str, float]:
    """Characters and stories right in one narrative whose stories are found in `sections`, not counting white space."""
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
    parser.add_argument("--narratives", type=Path, nargs="*", default=[NARRATIVES, STORIES])
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
        whole = [fit([row for of in every for row in of]) for fit, every in ((fit_placed, placed), (fit_loose, loose))]
        trained_on = {of.gold.name: of.digest for of in narratives}
        target = Path(ecqlint.structure.__file__).with_name(WEIGHTS)
        record = {"narratives": trained_on, **packed(Model(*whole, *answers(rows)))}
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
        "short stories": Counter(),
    }
    short = {path.stem for path in STORIES.glob("*.gold")}
    book = rulebook.load()
    rules = {name: Tally() for name in RULES}
    print(f"{'':24} parts  C=Cx  stories found extra   whole wholly told")
    for i, of in enumerate(narratives):
        others = [r for j, r in enumerate(rows) if j != i]
        model = unpacked(packed(Model(chains[i], unseen[i], *answers(others))))
        sections = told(of.narrative, of.sentences, of.likely, model)
        of_it = measured(of, sections)
        print(_shown(of.gold.name + (" (free)" if free(of) else ""), of_it))
        if of.gold.name in short:
            totals["short stories"].update(of_it)
            continue
        totals["free" if free(of) else "tidy"].update(of_it)
        totals["all"].update(of_it)
        if not free(of) and not of.narrative.labels:
            totals["tidy, nothing typed"].update(of_it)
        reading = Reading(replace(of.narrative, sections=sections), of.reading)
        for name, tally in rules.items():
            count_wholes(tally, of.gold, apply(book.by_name[name], reading), name)
    for name, total in totals.items():
        print(_shown(name, total))
    for name, tally in rules.items():
        print(f"{name:24} {tally.right} right of {tally.findings} found, {tally.labels} labels: F1 {tally.f1:.2f}")
        print(*(f"  {miss}" for miss in tally.misses), sep="\n")


if __name__ == "__main__":
    main()
