"""Workflow commands that GitHub shows as annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ecqlint.engine import Failure, Outcome
from ecqlint.report.plain import shown
from ecqlint.rule import Severity
from ecqlint.rulebook import Rulebook

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """A command for each finding. GitHub counts lines; a paragraph of a narrative is a line."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield f"::error file={_property(str(outcome.path))},title=unreadable::{_data(outcome.reason)}"
            continue
        for f in outcome.findings:
            where = f"file={_property(str(outcome.document.path))},line={f.paragraph or 1},title={_property(f.name)}"
            yield f"::{_COMMANDS[f.severity]} {where}::{_data(f.message)}"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
