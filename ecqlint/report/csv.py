"""A row for each finding, for spreadsheets, in which no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ecqlint.engine import Failure, Outcome
from ecqlint.report.plain import shown
from ecqlint.rulebook import Rulebook

COLUMNS = ("path", "severity", "name", "page", "paragraph", "ecq", "example", "message", "suggestion", "excerpt")
# What a spreadsheet reads as the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The rows, a heading first; a file that could not be read has one of its own."""
    yield _row(COLUMNS)
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield _row((outcome.path, "error", "unreadable", "", "", "", "", outcome.reason, "", ""))
            continue
        for f in outcome.findings:
            place = (f.page, f.paragraph, f.ecq, f.example)
            yield _row((outcome.document.path, f.severity, f.name, *place, f.message, f.suggestion, f.excerpt))


def _row(cells: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(map(_cell, cells))
    return line.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else shown(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
