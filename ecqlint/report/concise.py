"""A line for each finding: `path:page:paragraph: severity name message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ecqlint.engine import Failure, Outcome
from ecqlint.report.plain import shown
from ecqlint.rule import Finding
from ecqlint.rulebook import Rulebook


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The lines, in order; `unreadable` stands where a rule's name would for a file that could not be read."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield f"{shown(str(outcome.path))}:-:-: error unreadable {shown(outcome.reason)}"
        else:
            yield from (line(outcome.document.path, finding) for finding in outcome.findings)


def line(path: Path, finding: Finding) -> str:
    """The line of one finding; `-` where a page or a paragraph is not known."""
    place = f"{finding.page or '-'}:{finding.paragraph or '-'}"
    return f"{shown(str(path))}:{place}: {finding.severity} {finding.name} {shown(finding.message)}"
