"""`ecqlint check`: many documents, one report, one exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.console import console, progress
from ecqlint.cli.ending import UNUSABLE, code_of, one_line

if TYPE_CHECKING:
    from ecqlint.baseline import Baseline
    from ecqlint.config import Settings
    from ecqlint.engine import Outcome
    from ecqlint.rule import Severity
    from ecqlint.rulebook import Rulebook


def check(
    paths: options.Paths,
    select: options.Select = None,
    ignore: options.Ignore = None,
    edition: options.Edition = None,
    rules: options.Rules = None,
    output_format: Annotated[
        options.ReportFormat, typer.Option(help="How findings are reported.")
    ] = options.ReportFormat.rich,
    fail_on: options.FailOns = None,
    advice: Annotated[bool, typer.Option("--advice", help="Show each place of advice.")] = False,
    as_of: options.AsOf = None,
    layout: options.Layouts = options.Layout.estimate,
    baseline: Annotated[
        Path | None, typer.Option(help="Report only what this file, written by ecqlint baseline, does not know.")
    ] = None,
) -> None:
    """Report what stands between each narrative and the board: errors, warnings and advice."""
    from ecqlint.batch import rulebook_for

    with one_line():
        settings = options.settings(select, ignore, edition, rules, as_of, fail_on, layout, baseline)
        new = _New(settings)
        for path in paths:
            new.baseline_of(path)  # says what is wrong with it before any file is read
        done = [new.of(outcome) for outcome in progress(outcomes(paths, settings))]
        _print(done, output_format, rulebook_for(settings, [*paths, *(one.path for one in done)]), advice=advice)
        raise typer.Exit(_exit_code(done, settings.above(paths[0]).fail_on))


def outcomes(paths: list[Path], settings: Settings) -> Iterator[Outcome]:
    """What comes of each document at or below the paths, in order. ConfigError, RuleError and the like before the first is read."""
    from ecqlint import batch
    from ecqlint.engine import Failure

    files: list[Path] = []
    for path in paths:
        batch.rulebook(settings.above(path))  # says what is wrong with settings and rules before any file is read
        inside = batch.documents(path) if path.is_dir() else [path]
        files += inside
        if not inside:
            yield Failure(path, "holds no .docx or .pdf")
    yield from batch.outcomes(files, settings)


class _New:
    """Leaves of an outcome what the baseline of its document does not know; each baseline is read once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._read: dict[Path, Baseline] = {}

    def baseline_of(self, document: Path) -> Baseline | None:
        """The baseline that the settings above a document ask for. BaselineError where it cannot be used."""
        from ecqlint.baseline import read

        path = self._settings.above(document).baseline
        if path and path not in self._read:
            self._read[path] = read(path)
        return self._read[path] if path else None

    def of(self, outcome: Outcome) -> Outcome:
        """The outcome, without what is known."""
        from ecqlint.baseline import without_known
        from ecqlint.engine import Failure

        if isinstance(outcome, Failure) or not (baseline := self.baseline_of(outcome.path)):
            return outcome
        return without_known(outcome, baseline)


def _print(done: list[Outcome], output_format: options.ReportFormat, rules: Rulebook, *, advice: bool) -> None:
    from ecqlint.baseline import said
    from ecqlint.engine import Failure, Report

    if output_format is not options.ReportFormat.rich:
        for line in import_module(f"ecqlint.report.{output_format}").written(done, rules):
            print(line)
        if told := said([outcome for outcome in done if isinstance(outcome, Report)]):
            print(f"ecqlint: {told}", file=sys.stderr)
        return
    from ecqlint.report.terminal import overview, report

    out = console()
    for outcome in done:
        out.print(report(outcome, advice=advice), soft_wrap=isinstance(outcome, Failure))
        out.print()
    if len(done) > 1:
        out.print(overview(done))


def _exit_code(done: list[Outcome], fail_on: Severity | None) -> int:
    from ecqlint.engine import Report

    reports = [outcome for outcome in done if isinstance(outcome, Report)]
    if len(reports) < len(done):
        return UNUSABLE
    return code_of((finding for report in reports for finding in report.findings), fail_on)
