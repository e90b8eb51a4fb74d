"""A line for each finding: `path:page:paragraph: severity name message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ecqlint.engine import Failure, Outcome
from ecqlint.report.plain import shown


def concise(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """The lines, in order; `-` where a page or a paragraph is not known, and an `error unreadable` line for a file that could not be read."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield f"{shown(str(outcome.path))}:-:-: error unreadable {shown(outcome.reason)}"
            continue
        for finding in outcome.findings:
            place = f"{finding.page or '-'}:{finding.paragraph or '-'}"
            path = shown(str(outcome.document.path))
            yield f"{path}:{place}: {finding.severity} {finding.name} {shown(finding.message)}"
