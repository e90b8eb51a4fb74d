"""A run of many documents: in which order to look at them, and what to call them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ecqlint.engine import Failure, Outcome
from ecqlint.rule import SEVERITIES


def by_need(outcomes: Sequence[Outcome]) -> list[tuple[str, Outcome]]:
    """The outcomes, the ones that need most work first, each with its path from the folder in which all of them are."""
    ordered = sorted(outcomes, key=_need, reverse=True)
    return list(zip(_names([outcome.path for outcome in ordered]), ordered, strict=True))


def _need(outcome: Outcome) -> tuple[int, ...]:
    if isinstance(outcome, Failure):
        return (1,)
    counts = Counter(finding.severity for finding in outcome.findings)
    return 0, *(counts[severity] for severity in SEVERITIES)


def _names(paths: Sequence[Path]) -> list[str]:
    try:
        folder = os.path.commonpath([path.absolute().parent for path in paths])
    except ValueError:  # different drives, or no paths
        return [str(path) for path in paths]
    return [path.absolute().relative_to(folder).as_posix() for path in paths]
