"""The reports that programs read: stable, versioned, described by the JSON Schemas beside this module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any, Literal

import msgspec

from ecqlint import __version__
from ecqlint.engine import Failure, Outcome, Report
from ecqlint.report.outline_json import OutlineRecord
from ecqlint.report.records import SCHEMA, described, encoded, path_text
from ecqlint.rule import Finding, Severity
from ecqlint.rulebook import Rulebook


class Tool(msgspec.Struct):
    """What made the report."""

    name: str = "ecqlint"
    version: str = __version__


class FindingRecord(msgspec.Struct):
    """A finding. `start` and `end` count characters of the outline's text; both are null for a finding about the whole document."""

    name: str
    group: str
    severity: Severity
    message: str
    suggestion: str | None
    start: int | None
    end: int | None
    excerpt: str | None
    sentence: str | None
    page: int | None
    paragraph: int | None
    ecq: str | None
    example: int | None
    details: dict[str, Any]


class DocumentRecord(msgspec.Struct):
    """A document and its findings; where `error` says why it could not be read, everything else is null or empty.

    `known` counts what a baseline has kept back, `silenced` what comments in the document have silenced.
    """

    path: str
    format: str | None
    pages: int | None
    pages_source: str | None
    words: int | None
    edition: str | None
    error: str | None
    notes: list[str]
    findings: list[FindingRecord]
    known: int
    silenced: int


class Summary(msgspec.Struct):
    """Counts over all documents."""

    documents: int
    errors: int
    warnings: int
    advice: int
    unreadable: int
    known: int
    silenced: int


class ReportRecord(msgspec.Struct):
    """What `ecqlint check --output-format json` prints. `edition` is that of the documents, or null where they differ."""

    schema: Literal[1]
    tool: Tool
    edition: str | None
    documents: list[DocumentRecord]
    summary: Summary


def report_record(outcomes: Iterable[Outcome]) -> ReportRecord:
    """The record of a run."""
    outcomes = list(outcomes)
    reports = [outcome for outcome in outcomes if isinstance(outcome, Report)]
    editions = {report.narrative.edition.name for report in reports}
    severities = [finding.severity for report in reports for finding in report.findings]
    return ReportRecord(
        schema=SCHEMA,
        tool=Tool(),
        edition=editions.pop() if len(editions) == 1 else None,
        documents=[document_record(outcome) for outcome in outcomes],
        summary=Summary(
            documents=len(outcomes),
            errors=severities.count("error"),
            warnings=severities.count("warning"),
            advice=severities.count("advice"),
            unreadable=len(outcomes) - len(reports),
            known=sum(len(report.known) for report in reports),
            silenced=sum(len(report.silenced) for report in reports),
        ),
    )


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The record of a run, as JSON."""
    yield encoded(report_record(outcomes))


def schema(kind: Literal["report", "outline", "comparison"]) -> dict[str, Any]:
    """The JSON Schema of a report, an outline or a comparison, as it ships."""
    return msgspec.json.decode(resources.files(__package__).joinpath(f"{kind}.schema.json").read_bytes())


def derived_schema(kind: Literal["report", "outline"]) -> dict[str, Any]:
    """The JSON Schema that the records above amount to: what the shipped file must say."""
    return described(ReportRecord if kind == "report" else OutlineRecord)


def document_record(outcome: Outcome) -> DocumentRecord:
    """The record of a document."""
    if isinstance(outcome, Failure):
        return DocumentRecord(path_text(outcome.path), None, None, None, None, None, outcome.reason, [], [], 0, 0)
    return DocumentRecord(
        **facts(outcome),
        error=None,
        findings=[finding_record(finding, outcome.document.text) for finding in outcome.findings],
        known=len(outcome.known),
        silenced=len(outcome.silenced),
    )


def facts(report: Report) -> dict[str, Any]:
    """What every record of a document that was read tells of it: which, how long, by which edition, and what of it could not be read."""
    document, count = report.document, report.document.page_count
    return {
        "path": path_text(document.path),
        "format": document.format,
        "pages": count.pages if count else None,
        "pages_source": count.source if count else None,
        "words": document.words,
        "edition": report.narrative.edition.name,
        "notes": list(report.notes),
    }


def finding_record(finding: Finding, text: str) -> FindingRecord:
    """The record of a finding in that text."""
    span = finding.span
    return FindingRecord(
        name=finding.name,
        group=finding.group,
        severity=finding.severity,
        message=finding.message,
        suggestion=finding.suggestion,
        start=span.start if span else None,
        end=span.end if span else None,
        excerpt=finding.excerpt if span else None,
        sentence=finding.sentence.of(text) if finding.sentence else None,
        page=finding.page,
        paragraph=finding.paragraph,
        ecq=finding.ecq,
        example=finding.example,
        details=dict(finding.details),
    )
