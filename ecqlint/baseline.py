"""A baseline: the findings of earlier drafts that a team has decided to live with, so that only new ones are reported.

The file holds hashes and the names of rules, no word of a narrative; what stands in it is sorted, an entry a line, so that two of
them can be compared. Paths are relative to the file, with forward slashes, so that it may be kept with the documents.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from ecqlint.engine import Report
from ecqlint.sameness import HASH, Fingerprint, paired, traces

FILE = "ecqlint-baseline.json"
Entry = Annotated[str, msgspec.Meta(pattern=rf"\A[0-9a-f]{{{HASH}}}(\.[0-9a-f]{{{HASH}}})+\Z")]


class BaselineError(ValueError):
    """A baseline that cannot be used or written: which file, and why, in one line."""


class BaselineFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file, by document and rule: for each finding the hashes of its sentence, of its place, and of what it names."""

    kind: Literal["ecqlint-baseline"]
    schema: Literal[1]
    documents: dict[str, dict[str, list[Entry]]]


@dataclass(frozen=True)
class Baseline:
    """The findings that are known, by document: by its path as the baseline at `path` writes it."""

    path: Path
    documents: Mapping[str, tuple[Fingerprint, ...]]

    def of(self, document: Path) -> tuple[Fingerprint, ...]:
        """What is known of the document at that path; nothing of one that the baseline does not name."""
        return self.documents.get(_relative(document, self.path), ())


def read(path: Path) -> Baseline:
    """The baseline at `path`. BaselineError where there is none."""
    return Baseline(
        path,
        {
            document: tuple(
                _fingerprint(rule, *entry.split(".")) for rule, entries in rules.items() for entry in entries
            )
            for document, rules in _decoded(path).documents.items()
        },
    )


def _decoded(path: Path) -> BaselineFile:
    try:
        return msgspec.json.decode(path.read_bytes(), type=BaselineFile)
    except FileNotFoundError:
        raise BaselineError(f"{path}: no such baseline; ecqlint baseline writes one") from None
    except OSError as problem:
        raise BaselineError(f"{path}: cannot be read: {(problem.strerror or str(problem)).lower()}") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise BaselineError(f"{path}: is not a baseline of this version of ecqlint") from None


def written(reports: Iterable[Report], path: Path, others: Mapping[str, dict[str, list[str]]] | None = None) -> bytes:
    """The content of a baseline at `path` that knows every finding of the reports, and of `others`, as the file has them, besides."""
    documents: dict[str, dict[str, list[str]]] = {**(others or {})}
    for report in reports:
        rules = documents[_relative(report.path, path)] = {}
        for trace in traces(report):
            one = trace.fingerprint
            rules.setdefault(one.rule, []).append(".".join((one.sentence, one.place, *sorted(one.names))))
    ordered = {
        document: {rule: sorted(entries) for rule, entries in sorted(rules.items())}
        for document, rules in sorted(documents.items())
    }
    file = BaselineFile(kind="ecqlint-baseline", schema=1, documents=ordered)
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def write(reports: Iterable[Report], path: Path) -> None:
    """Write the baseline of the reports to `path`; one that is there keeps what it knows of other documents that still are.

    BaselineError where anything else is there.
    """
    others: dict[str, dict[str, list[str]]] = {}
    if path.exists():
        try:
            known = _decoded(path)
        except BaselineError:
            raise BaselineError(f"{path}: is there and is no baseline: give another name to -o") from None
        others = {name: rules for name, rules in known.documents.items() if (path.parent / name).exists()}
    try:
        path.write_bytes(written(reports, path, others))
    except OSError as problem:
        raise BaselineError(f"{path}: cannot be written: {(problem.strerror or str(problem)).lower()}") from None


def without_known(report: Report, baseline: Baseline) -> Report:
    """The report with what the baseline knows set apart, and a count of what it knows of the rules checked that is no longer there."""
    known = baseline.of(report.path)
    pairs = paired(known, [trace.fingerprint for trace in traces(report)])
    checked = set(report.asked) - {rule for rule, _ in report.skipped}
    there = set(pairs.values())
    gone = sum(one.rule in checked for index, one in enumerate(known) if index not in there)
    return replace(
        report,
        findings=tuple(finding for index, finding in enumerate(report.findings) if index not in pairs),
        known=tuple(report.findings[index] for index in sorted(pairs)),
        gone=gone,
    )


def said(reports: Sequence[Report]) -> str | None:
    """What a baseline has kept back of the reports, in a line; None where it knows none, and nothing that is gone."""
    known, gone = sum(len(report.known) for report in reports), sum(report.gone or 0 for report in reports)
    hidden = f"{known} known finding{'s' * (known != 1)} not shown"
    left = f"{gone} in the baseline {'are' if gone != 1 else 'is'} gone: ecqlint baseline writes it anew"
    return " · ".join(line for line, count in ((hidden, known), (left, gone)) if count) or None


def _fingerprint(rule: str, sentence: str, place: str, *names: str) -> Fingerprint:
    return Fingerprint(rule, sentence, place, frozenset(names))


def _relative(document: Path, baseline: Path) -> str:
    """The document's path from the baseline's folder, the same on every system."""
    try:
        path = os.path.relpath(document, baseline.parent)
    except ValueError:  # another drive
        path = os.path.abspath(document)
    return unicodedata.normalize("NFC", Path(path).as_posix())
