"""The comparison of two drafts, for programs."""

from __future__ import annotations

from typing import Literal

import msgspec

from ecqlint.comparison import Comparison, Tally
from ecqlint.report.json import FindingRecord, Tool, facts, finding_record
from ecqlint.report.records import SCHEMA, encoded
from ecqlint.rule import Severity


class DraftRecord(msgspec.Struct):
    """A draft; places in its findings count characters of its own outline's text."""

    path: str
    format: str
    pages: int | None
    pages_source: str | None
    words: int
    edition: str
    notes: list[str]


class TallyRecord(msgspec.Struct):
    """How many findings were fixed, are new, and stay."""

    fixed: int
    new: int
    stays: int


class RuleTally(TallyRecord):
    """The findings of a rule."""

    name: str


class EcqTally(TallyRecord):
    """The findings in an ECQ; `ecq` is null for those in none."""

    ecq: str | None


class SeverityTally(TallyRecord):
    """The findings of a severity."""

    severity: Severity


class StayRecord(msgspec.Struct):
    """A finding that stays, as it stands in either draft."""

    before: FindingRecord
    after: FindingRecord


class ComparisonRecord(msgspec.Struct):
    """What `ecqlint compare --format json` prints."""

    schema: Literal[1]
    tool: Tool
    before: DraftRecord
    after: DraftRecord
    fixed: list[FindingRecord]
    new: list[FindingRecord]
    stays: list[StayRecord]
    rules: list[RuleTally]
    ecqs: list[EcqTally]
    severities: list[SeverityTally]
    summary: TallyRecord


def comparison_json(compared: Comparison) -> str:
    """A comparison, as JSON."""
    before, after = compared.before.document.text, compared.after.document.text
    return encoded(
        ComparisonRecord(
            schema=SCHEMA,
            tool=Tool(),
            before=DraftRecord(**facts(compared.before)),
            after=DraftRecord(**facts(compared.after)),
            fixed=[finding_record(finding, before) for finding in compared.fixed],
            new=[finding_record(finding, after) for finding in compared.new],
            stays=[StayRecord(finding_record(old, before), finding_record(new, after)) for old, new in compared.stays],
            rules=[RuleTally(*_counts(tally), name) for name, tally in compared.by_rule.items()],
            ecqs=[EcqTally(*_counts(tally), name) for name, tally in compared.by_ecq.items()],
            severities=[SeverityTally(*_counts(tally), name) for name, tally in compared.by_severity.items()],
            summary=TallyRecord(*_counts(compared.total)),
        )
    )


def _counts(tally: Tally) -> tuple[int, int, int]:
    return tally.fixed, tally.new, tally.stays
