"""Counts in how many of the labelled stories each word stands, and writes the table of ordinary words that ships.

python tests/benchmark/count_words.py

The result is the same on every run over the same narratives.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from gold import NARRATIVES, Gold, read_gold

from ecqlint import rulebook
from ecqlint.checks import _english
from ecqlint.checks.reused_example.tellings import telling
from ecqlint.engine import outline
from ecqlint.language import Reading

TABLE = Path(_english.__file__).with_name("ordinary.txt")
LEAST = 4  # stories; in fewer a word is not ordinary
HEAD = "# The share of stories, in percent, in which a word stands, and the stems of such words; a rarer one is not listed.\n"


def main() -> None:
    """Writes the table."""
    editions = rulebook.Rulebook((), rulebook.load().editions)
    stories: list[tuple[str, frozenset[str]]] = []
    for path in sorted(NARRATIVES.glob("*.gold")):
        gold = read_gold(path)
        stories += [(gold.name, stems) for stems in _stories(gold, Reading(outline(gold.document(), editions)))]
    counts = Counter(stem for _, stems in stories for stem in stems)
    by_narrative: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name, stems in stories:
        for stem in stems:
            by_narrative[stem][name] += 1
    shares: defaultdict[int, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        # The narrative that says it most is left out: its trade is not everybody's.
        count -= max(by_narrative[stem].values())
        if count >= LEAST:
            shares[round(100 * count / len(stories))].append(stem)
    lines = [f"{percent} {' '.join(sorted(shares[percent]))}\n" for percent in sorted(shares, reverse=True)]
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


def _stories(gold: Gold, reading: Reading) -> Iterator[frozenset[str]]:
    """The stems of each labelled story."""
    headings = [span.start for kind, span in gold.blocks if kind == "heading"]
    bounds = sorted([*headings, *gold.examples, len(gold.text)])
    for start in gold.examples:
        end = next(bound for bound in bounds if bound > start)
        told = [telling(s.span, list(s.tokens)) for s in reading.sentences if start <= s.span.start < end]
        yield frozenset(stem for sentence in told for stem in sentence.stems)


if __name__ == "__main__":
    main()
