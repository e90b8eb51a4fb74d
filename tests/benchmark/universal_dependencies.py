"""How well passives are found in general English: the Universal Dependencies English treebanks, sentence by sentence.

python tests/benchmark/universal_dependencies.py FILE.conllu ...

A sentence of a treebank (en_*-ud-test.conllu of UD_English-EWT, -GUM and -PUD) holds a passive where a word has the
relation aux:pass, nsubj:pass or csubj:pass. The treebanks count many states as passives, so the rule's classes of
states are off.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from ecqlint.checks.passive import passives
from ecqlint.language import pipeline

GOLD = ("aux:pass", "nsubj:pass", "csubj:pass")
LABELS = frozenset(("auxpass", "nsubjpass", "csubjpass"))


def sentences(path: Path) -> Iterator[tuple[str, bool]]:
    """The text of each sentence of a CoNLL-U file, and whether it holds a passive."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), "")
        if text:
            yield text, any(line.split("\t")[7].startswith(GOLD) for line in lines if line[:1].isdigit())


def figures(found: list[bool], gold: list[bool]) -> str:
    """Precision, recall and F1 of what was found."""
    right = sum(f and g for f, g in zip(found, gold, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(gold))
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(1, sum(found) + sum(gold)):.3f}"


def parser_alone(doc: Doc) -> bool:
    """Whether the parser by itself labels a passive."""
    return any(token.dep_ in LABELS for token in doc)


def main(paths: list[Path]) -> None:
    """Print a line for each file and one for all."""
    everything: list[tuple[bool, bool, bool]] = []
    for path in paths:
        texts, gold = zip(*sentences(path), strict=True)
        docs = list(pipeline().pipe(texts))
        rows = [(any(passives(doc)), parser_alone(doc), g) for doc, g in zip(docs, gold, strict=True)]
        everything += rows
        report(path.name, rows)
    report("all", everything)


def report(name: str, rows: list[tuple[bool, bool, bool]]) -> None:
    """Print what the rule and the parser alone find of the gold."""
    found, parsed, gold = (list(column) for column in zip(*rows, strict=True))
    count = f"{len(gold)} sentences, {sum(gold)} with a passive"
    print(f"{name:24} {count:40} rule {figures(found, gold)}   parser alone {figures(parsed, gold)}")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
