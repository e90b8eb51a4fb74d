"""The reports that programs read: stable, versioned, described by the JSON Schemas beside this module."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any, Literal

import msgspec

from ecqlint import __version__
from ecqlint.engine import Failure, Outcome, Report
from ecqlint.narrative import Narrative, PartName
from ecqlint.rule import Finding, Severity
from ecqlint.rulebook import Rulebook

SCHEMA = 1


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
    """A document and its findings; where `error` says why it could not be read, everything else is null or empty."""

    path: str
    format: str | None
    pages: int | None
    pages_source: str | None
    words: int | None
    edition: str | None
    error: str | None
    notes: list[str]
    findings: list[FindingRecord]


class Summary(msgspec.Struct):
    """Counts over all documents."""

    documents: int
    errors: int
    warnings: int
    advice: int
    unreadable: int


class ReportRecord(msgspec.Struct):
    """What `ecqlint check --output-format json` prints. `edition` is that of the documents, or null where they differ."""

    schema: Literal[1]
    tool: Tool
    edition: str | None
    documents: list[DocumentRecord]
    summary: Summary


class BlockRecord(msgspec.Struct):
    """A passage of one part of an example."""

    part: PartName
    start: int
    end: int
    labelled: bool


class ExampleRecord(msgspec.Struct):
    """A story."""

    title: str | None
    start: int
    end: int
    blocks: list[BlockRecord]


class SectionRecord(msgspec.Struct):
    """The section of an ECQ; `ecq` is null where its heading names none, `pages` where the file does not tell."""

    ecq: str | None
    heading: str
    start: int
    end: int
    pages: float | None
    words: int
    examples: list[ExampleRecord]


class OutlineRecord(msgspec.Struct):
    """What `ecqlint outline --format json` prints."""

    schema: Literal[1]
    path: str
    edition: str
    text: str
    sections: list[SectionRecord]


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
        ),
    )


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The record of a run, as JSON."""
    yield _encoded(report_record(outcomes))


def outline_json(narrative: Narrative) -> str:
    """The text and structure of a narrative, as JSON."""
    text = narrative.text
    sections = [
        SectionRecord(
            ecq=section.name,
            heading=section.heading.of(text),
            start=section.span.start,
            end=section.span.end,
            pages=_rounded(narrative.document.pages_of(section.span)),
            words=len(section.body.of(text).split()),
            examples=[
                ExampleRecord(
                    title=example.title.of(text) if example.title else None,
                    start=example.span.start,
                    end=example.span.end,
                    blocks=[
                        BlockRecord(part.name, part.span.start, part.span.end, part.label is not None)
                        for part in example.parts
                    ],
                )
                for example in section.examples
            ],
        )
        for section in narrative.sections
    ]
    return _encoded(OutlineRecord(SCHEMA, str(narrative.document.path), narrative.edition.name, text, sections))


def schema(kind: Literal["report", "outline"]) -> dict[str, Any]:
    """The JSON Schema of a report or an outline, as it ships."""
    return msgspec.json.decode(resources.files(__package__).joinpath(f"{kind}.schema.json").read_bytes())


def derived_schema(kind: Literal["report", "outline"]) -> dict[str, Any]:
    """The JSON Schema that the records above amount to: what the shipped file must say."""
    record = ReportRecord if kind == "report" else OutlineRecord
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(record)}


def _rounded(pages: float | None) -> float | None:
    return None if pages is None else round(pages, 1)


def _encoded(record: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode()


def document_record(outcome: Outcome) -> DocumentRecord:
    """The record of a document."""
    if isinstance(outcome, Failure):
        return DocumentRecord(str(outcome.path), None, None, None, None, None, outcome.reason, [], [])
    document = outcome.document
    count = document.page_count
    return DocumentRecord(
        path=str(document.path),
        format=document.format,
        pages=count.pages if count else None,
        pages_source=count.source if count else None,
        words=document.words,
        edition=outcome.narrative.edition.name,
        error=None,
        notes=list(outcome.notes),
        findings=[_finding(finding, document.text) for finding in outcome.findings],
    )


def _finding(finding: Finding, text: str) -> FindingRecord:
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
