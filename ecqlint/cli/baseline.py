"""`ecqlint baseline`: what is found today is known tomorrow."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.check import outcomes
from ecqlint.cli.console import progress
from ecqlint.cli.ending import UNUSABLE, one_line


def baseline(
    paths: options.Paths,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file. (Default: the configured one, else ecqlint-baseline.json.)"),
    ] = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    edition: options.Edition = None,
    rules: options.Rules = None,
    as_of: options.AsOf = None,
    layout: options.Layouts = options.Layout.estimate,
) -> None:
    """Write down what is found now, without a word of the text: `ecqlint check --baseline FILE` then reports only what is new."""
    from ecqlint.baseline import FILE, write
    from ecqlint.engine import Report
    from ecqlint.report.plain import shown

    with one_line():
        settings = options.settings(select, ignore, edition, rules, as_of, layout=layout)
        target = output or settings.above(paths[0]).baseline or Path(FILE)
        done = list(progress(outcomes(paths, settings)))
        reports = [outcome for outcome in done if isinstance(outcome, Report)]
        for failure in (outcome for outcome in done if not isinstance(outcome, Report)):
            print(f"ecqlint: {shown(f'{failure.path} {failure.reason}')}", file=sys.stderr)
        if reports:
            write(reports, target)
            found = sum(len(report.findings) for report in reports)
            files = f"{len(reports)} document{'s' * (len(reports) != 1)}"
            print(f"{shown(str(target))}: {found} finding{'s' * (found != 1)} of {files}")
        if len(reports) < len(done):
            raise typer.Exit(UNUSABLE)
