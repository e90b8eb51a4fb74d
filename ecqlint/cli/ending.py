"""How a command ends: its exit code, and the one line that says what was wrong with the call or the file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from ecqlint.rule import Finding, Severity

FOUND, UNUSABLE = 1, 2


def stop(reason: str) -> NoReturn:
    """End the program with one line that says why, and exit code 2."""
    from ecqlint.report.plain import shown

    print(f"ecqlint: {shown(reason)}", file=sys.stderr)
    raise typer.Exit(UNUSABLE)


def code_of(findings: Iterable[Finding], fail_on: Severity | None) -> int:
    """1 where a finding is as severe as `fail_on` (None: as a warning) or more so, else 0."""
    from ecqlint.rule import SEVERITIES

    bad = SEVERITIES[: SEVERITIES.index(fail_on or "warning") + 1]
    return FOUND if any(finding.severity in bad for finding in findings) else 0


@contextmanager
def of_file(path: Path) -> Iterator[None]:
    """A file that cannot be read or reviewed ends the program with one line that names it."""
    from ecqlint.readers.errors import Unreadable
    from ecqlint.review.problem import CannotReview

    try:
        yield
    except (CannotReview, Unreadable) as problem:
        stop(f"{path} {problem}")


@contextmanager
def one_line() -> Iterator[None]:
    """Wrong settings, rules and names end the program with one line that says which, and exit code 2."""
    from ecqlint.baseline import BaselineError
    from ecqlint.config import ConfigError
    from ecqlint.language import ModelMissing
    from ecqlint.readers.errors import LibreOfficeMissing, Unreadable
    from ecqlint.rule import RuleError
    from ecqlint.rulebook import UnknownName

    try:
        yield
    except (
        BaselineError,
        ConfigError,
        LibreOfficeMissing,
        ModelMissing,
        RuleError,
        UnknownName,
        Unreadable,
    ) as problem:
        stop(str(problem))
