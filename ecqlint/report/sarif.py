"""SARIF 2.1.0, for code scanning: each rule with its help, each finding with its region.

A paragraph of the narrative is a line of its artifact, and columns count the paragraph's characters from 1; `charOffset` counts those of
the outline's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from ecqlint import __version__
from ecqlint.engine import Failure, Outcome, Report
from ecqlint.rule import Finding, Rule, Severity
from ecqlint.rulebook import Rulebook

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """One log with one run."""
    outcomes = list(outcomes)
    indices = {rule.name: index for index, rule in enumerate(rules.rules)}
    reports = [outcome for outcome in outcomes if isinstance(outcome, Report)]
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    run = {
        "tool": {"driver": {"name": "ecqlint", "version": __version__, "rules": [_rule(rule) for rule in rules.rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failures,
                "toolExecutionNotifications": [_notification(failure) for failure in failures],
            }
        ],
        "results": [_result(finding, report, indices) for report in reports for finding in report.findings],
    }
    yield msgspec.json.format(
        msgspec.json.encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}), indent=2
    ).decode()


def _rule(rule: Rule) -> dict[str, Any]:
    bad, good = (next((sample.text.strip() for sample in samples), "") for samples in (rule.bad, rule.good))
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "help": {"text": f"{' '.join(rule.why.split())}\n\nFound: {bad}\n\nNot found: {good}\n\nSource: {rule.source}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(finding: Finding, report: Report, indices: dict[str, int]) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": _artifact(report.document.path)}
    if finding.span:
        block = report.document.block_at(finding.span.start).span
        location["region"] = {
            "startLine": finding.paragraph,
            "startColumn": finding.span.start - block.start + 1,
            "endColumn": finding.span.end - block.start + 1,
            "charOffset": finding.span.start,
            "charLength": len(finding.span),
            "snippet": {"text": finding.excerpt},
        }
    return {
        "ruleId": finding.name,
        "ruleIndex": indices[finding.name],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {"page": finding.page, "ecq": finding.ecq, "suggestion": finding.suggestion},
    }


def _notification(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failure.reason},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
    }


def _artifact(path: Path) -> dict[str, str]:
    """The path as a URI: relative where it is, so that a repository's files are found."""
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}
