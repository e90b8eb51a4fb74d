"""What stands in the margin: the findings as an editor would put them, one note a place, and a summary at the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ecqlint.engine import Report
from ecqlint.report.plain import shown
from ecqlint.review.words import on_words
from ecqlint.rule import SEVERITIES, Finding, Severity
from ecqlint.rulebook import Rulebook
from ecqlint.silence import AUTHOR
from ecqlint.text import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A heading and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Remarks on one place of the text, as severe as the most severe of them. The summary's `span` is None."""

    span: Span | None
    severity: Severity
    remarks: tuple[Remark, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Every line of the note, headings included."""
        return tuple(line for remark in self.remarks for line in (remark.heading, *remark.paragraphs))


def notes(report: Report, rulebook: Rulebook, *, advice: bool) -> tuple[Note, ...]:
    """The summary, then a note for each place that has errors or warnings, or advice where that is asked for, in the order of the text.

    A margin full of advice is not read: without `advice`, the summary says how much of it there is.
    """
    places: dict[Span, list[Finding]] = {}
    for finding in report.findings:
        if finding.span and (advice or finding.severity != "advice"):
            places.setdefault(on_words(report.document.text, finding.span), []).append(finding)
    placed = (_note(span, findings, rulebook) for span, findings in sorted(places.items()))
    return _summary(report, rulebook, advice=advice), *placed


def _note(span: Span, findings: list[Finding], rulebook: Rulebook) -> Note:
    findings = _worst_first(findings)
    return Note(span, findings[0].severity, tuple(_remark(finding, rulebook) for finding in findings))


def _remark(finding: Finding, rulebook: Rulebook) -> Remark:
    said = [finding.message, rulebook.by_name[finding.name].why]
    if finding.suggestion:
        said.insert(1, f"Try: {finding.suggestion}")
    return Remark(f"{finding.name} ({finding.severity})", tuple(map(shown, said)))


def _summary(report: Report, rulebook: Rulebook, *, advice: bool) -> Note:
    whole = _worst_first(finding for finding in report.findings if not finding.span)
    worst = whole[0].severity if whole else "advice"
    remarks = [Remark(AUTHOR, tuple(map(shown, _facts(report)))), *(_remark(finding, rulebook) for finding in whole)]
    left_out = Counter(f.name for f in report.findings if f.span and f.severity == "advice" and not advice)
    if left_out:
        places = ", ".join(f"{name} {count}" for name, count in sorted(left_out.items()))
        remarks.append(Remark("Advice", (f"Places not marked here: {places}. To mark each: ecqlint review --advice",)))
    return Note(None, worst, tuple(remarks))


def counted(findings: Iterable[Finding]) -> str:
    """How many of each severity: `1 error, 12 warnings, 30 advice`."""
    counts = Counter(finding.severity for finding in findings)
    plural = {severity: "" if severity == "advice" or counts[severity] == 1 else "s" for severity in SEVERITIES}
    return ", ".join(f"{counts[severity]} {severity}{plural[severity]}" for severity in SEVERITIES)


def _facts(report: Report) -> Iterator[str]:
    yield f"{counted(report.findings)}. Checked by the {report.narrative.edition.title}."
    yield report.narrative.edition.note
    yield from report.document.notes


def _worst_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
