"""Precision and recall of every rule on the labelled narratives.

python tests/benchmark/measure.py [--misses RULE]... [--readme FILE] [NARRATIVE.gold ...]

`--misses` prints what a rule missed and what it found wrongly; `--readme` writes two tables between the marks of that file: of the
narratives with which the rules were developed, and of those in `unseen`, which nobody may develop a rule with.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gold import NARRATIVES, Gold, Label, read_gold

from ecqlint import rulebook
from ecqlint.engine import Report, lint
from ecqlint.rule import Finding
from ecqlint.text import Span

NEAR = 80  # characters: how far from its label a story may be found to start
UNSEEN = NARRATIVES.with_name("unseen")


@dataclass
class Tally:
    """Findings and labels of one rule, and how many of them meet."""

    findings: int = 0
    right: int = 0
    labels: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """The share of findings that are right."""
        return self.right / self.findings if self.findings else None

    @property
    def recall(self) -> float | None:
        """The share of labels that are found."""
        return self.found / self.labels if self.labels else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        p, r = self.precision, self.recall
        return None if p is None or r is None else 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Measured:
    """What a run over labelled narratives shows."""

    rules: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    examples: Tally = field(default_factory=Tally)
    characters: int = 0
    characters_right: int = 0


def measure(narratives: Iterable[Gold]) -> Measured:
    """Lints each narrative and compares with its labels."""
    book = rulebook.load()
    measured = Measured()
    for gold in narratives:
        report = lint(gold.document(), book)
        labelled = {label.rule for label in gold.labels} | {finding.name for finding in report.findings}
        for rule in labelled & set(book.by_name):
            _places(measured.rules[rule], gold, report, rule)
            count_wholes(measured.rules[rule], gold, report.findings, rule)
        _stories(measured, gold, report)
    return measured


def _places(tally: Tally, gold: Gold, report: Report, rule: str) -> None:
    labels = [label.span for label in gold.labels if label.rule == rule and label.span]
    if not labels and any(label.rule == rule for label in gold.labels):
        return  # labelled as a whole
    found = [f for f in report.findings if f.name == rule and f.span and not any(_facts(f, gold))]
    right = [f for f in found if any(f.span.overlaps(label) for label in labels)]
    missed = [label for label in labels if not any(f.span.overlaps(label) for f in found)]
    tally.findings += len(found)
    tally.right += len(right)
    tally.labels += len(labels)
    tally.found += len(labels) - len(missed)
    tally.misses += [f"{gold.name}: wrong  {_around(gold.text, f.span)}" for f in found if f not in right]
    tally.misses += [f"{gold.name}: missed {_around(gold.text, span)}" for span in missed]


def count_wholes(tally: Tally, gold: Gold, findings: Iterable[Finding], rule: str) -> None:
    """Adds to a rule's tally what it finds about the document and its sections."""
    labels = {fact for label in gold.labels if label.rule == rule and not label.span for fact in _label_facts(label)}
    found = {fact for f in findings if f.name == rule for fact in _facts(f, gold)}
    tally.findings += len(found)
    tally.right += len(found & labels)
    tally.labels += len(labels)
    tally.found += len(found & labels)
    tally.misses += [f"{gold.name}: wrong  {fact}" for fact in sorted(found - labels)]
    tally.misses += [f"{gold.name}: missed {fact}" for fact in sorted(labels - found)]


def _label_facts(label: Label) -> Iterator[tuple[str, ...]]:
    """A label on a document or a section, as comparable facts."""
    names = tuple(sorted(argument.lower() for argument in label.argument))
    yield (label.rule, *names, *([_ecq(label.heading)] if label.heading else []))


def _facts(finding: Finding, gold: Gold) -> Iterator[tuple[str, ...]]:
    """A finding about a document or a section, as the same facts; nothing for a rule whose places are labelled."""
    details = finding.details
    if finding.name == "missing-ecq":
        for name in details["ecqs"]:
            yield finding.name, name.lower()
    elif finding.name == "reused-example":
        yield (finding.name, *sorted(name.lower() for name in details["ecqs"]))
    elif finding.name == "ccar-incomplete":
        for part in details["missing"]:
            yield finding.name, part, _ecq(finding.ecq)
    elif finding.name == "example-limit":
        yield finding.name, _ecq(finding.ecq)
    elif finding.name in WHOLE or (finding.span is None and not finding.habit):
        yield (finding.name,)


WHOLE = (
    "ecq-order",
    "margins",
    "font-size",
    "page-numbers",
    "page-limit",
    "emphasis-overuse",
    "summary-length",
    "acronym-overuse",
)


def _ecq(heading: str | None) -> str:
    folded = re.sub(r"[^a-z]+", " ", (heading or "").lower())
    cues = {"leading change": "leading change", "leading people": "leading people", "result": "results driven"}
    cues |= {"acumen": "business acumen", "coalition": "building coalitions"}
    return next((name for cue, name in cues.items() if cue in folded), folded)


def _stories(measured: Measured, gold: Gold, report: Report) -> None:
    starts = [example.span.start for section in report.narrative.sections for example in section.examples]
    near = [any(abs(start - label) <= NEAR for label in gold.examples) for start in starts]
    measured.examples.findings += len(starts)
    measured.examples.right += sum(near)
    measured.examples.labels += len(gold.examples)
    measured.examples.found += sum(any(abs(s - label) <= NEAR for s in starts) for label in gold.examples)
    told: list[str | None] = [None] * len(gold.text)
    for section in report.narrative.sections:
        for part in (part for example in section.examples for part in example.parts):
            told[part.span.start : part.span.end] = [part.name] * len(part.span)
    pairs = [(t, g) for t, g in zip(told, gold.part_of_each_character(), strict=True) if g]
    measured.characters += len(pairs)
    measured.characters_right += sum(t == g for t, g in pairs)


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 50) : span.start], text[span.end : span.end + 40]
    return " ".join(f"{before}<<{span.of(text)}>>{after}".split())


def table(measured: Measured) -> str:
    """The figures, as a Markdown table."""
    shown = lambda share: "" if share is None else f"{share:.2f}"  # noqa: E731
    lines = ["| rule | precision | recall | F1 | findings | labels |", "|---|---:|---:|---:|---:|---:|"]
    for rule, t in sorted((rule, t) for rule, t in measured.rules.items() if t.labels):
        lines.append(
            f"| {rule} | {shown(t.precision)} | {shown(t.recall)} | {shown(t.f1)} | {t.findings} | {t.labels} |"
        )
    return "\n".join(lines) + "\n"


def stories(measured: Measured) -> str:
    """How well the stories and their parts are found, as a line."""
    share = measured.characters_right / measured.characters if measured.characters else 0
    e = measured.examples
    return (
        f"Stories: {e.found} of {e.labels} starts found, {e.findings - e.right} besides; "
        f"{share:.0%} of their characters have the right part.\n"
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("narratives", nargs="*", type=Path)
    parser.add_argument("--misses", action="append", default=[])
    parser.add_argument("--readme", type=Path)
    options = parser.parse_args()
    paths = options.narratives or sorted(NARRATIVES.glob("*.gold"))
    measured = measure(map(read_gold, paths))
    for rule in options.misses:
        print(*measured.rules[rule].misses, sep="\n")
    print(table(measured), stories(measured), sep="\n")
    if options.readme:
        text = options.readme.read_text(encoding="utf-8")
        for name, folder in (("measured", NARRATIVES), ("unseen", UNSEEN)):
            mark = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)
            of_folder = measure(map(read_gold, sorted(folder.glob("*.gold"))))
            told = f"{table(of_folder)}\n{stories(of_folder)}"
            text = mark.sub(lambda _, told=told: told, text)
        options.readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
