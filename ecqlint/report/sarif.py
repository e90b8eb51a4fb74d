"""SARIF 2.1.0, for code scanning: each rule with its help, each finding with its region.

A paragraph of the narrative is a line of its artifact, and columns count the paragraph's characters from 1; `charOffset` counts those of
the outline's text. Fingerprints tell a finding from run to run, wherever edits have moved it. What a baseline knows and what a comment
silences is left out, for code scanning opens an alert for a suppressed result too; what a baseline does not know is marked as new.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from ecqlint import __version__
from ecqlint.document import Document
from ecqlint.engine import Failure, Outcome, Report
from ecqlint.rule import Finding, Rule, Severity
from ecqlint.rulebook import Rulebook
from ecqlint.sameness import traces
from ecqlint.text import Span

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
        "results": [result for report in reports for result in _results(report, indices)],
    }
    yield msgspec.json.format(
        msgspec.json.encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}), indent=2
    ).decode()


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.why.split())
    bad, good = (next((sample.text.strip() for sample in samples), "") for samples in (rule.bad, rule.good))
    marked = _quote(bad).replace("«", "**").replace("»", "**")
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why}\n\nFound: {bad}\n\nNot found: {good}\n\nSource: {rule.source}",
            "markdown": f"{_markdown(why)}\n\nFound:\n\n{marked}\n\nNot found:\n\n{_quote(good)}\n\n"
            f"Source: {_markdown(rule.source)}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _results(report: Report, indices: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding, trace in zip(report.findings, traces(report), strict=True):
        one = trace.fingerprint
        # The nth of the same is told apart by its number, as code scanning does for lines.
        seen.update((one.sentence, one.place))
        yield _result(finding, report, indices) | {
            "partialFingerprints": {
                "primaryLocationLineHash": f"{one.sentence}:{seen[one.sentence]}",
                "ecqlintPlace/v1": f"{one.place}:{seen[one.place]}",
            },
            **({"baselineState": "new"} if report.gone is not None else {}),
        }


def _result(finding: Finding, report: Report, indices: dict[str, int]) -> dict[str, Any]:
    location = {"artifactLocation": _artifact(report.document.path), "region": _region(finding, report.document)}
    return {
        "ruleId": finding.name,
        "ruleIndex": indices[finding.name],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
        "properties": {"page": finding.page, "ecq": finding.ecq, "suggestion": finding.suggestion},
    }


def _region(finding: Finding, document: Document) -> dict[str, Any]:
    """Where the words stand; all of the document for a finding about it, since code scanning shows no alert without a line."""
    span = finding.span
    if span is None:
        lines = max(1, len(document.blocks))
        return {"startLine": 1, "endLine": lines, "charOffset": 0, "charLength": len(document.text)}
    last = Span(max(span.start, span.end - 1), span.end)
    first_block, last_block = document.block_at(span.start).span, document.block_at(last.start).span
    return {
        "startLine": finding.paragraph,
        "startColumn": span.start - first_block.start + 1,
        "endLine": document.place(last).paragraph,
        "endColumn": span.end - last_block.start + 1,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": finding.excerpt},
    }


def _notification(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failure.reason},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
    }


def _artifact(path: Path) -> dict[str, str]:
    """The path as a URI: relative where it is, so that a repository's files are found."""
    return {"uri": path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))}


def _markdown(text: str) -> str:
    """Plain text as Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text)


def _quote(text: str) -> str:
    """A passage as Markdown, a line a paragraph."""
    return "\n>\n".join(f"> {_markdown(line)}" for line in text.split("\n"))
