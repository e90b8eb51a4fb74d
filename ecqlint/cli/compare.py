"""`ecqlint compare`: what has become of the findings between two drafts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.console import console
from ecqlint.cli.ending import code_of, of_file, one_line


def compare(
    old: Annotated[Path, typer.Argument(help="The earlier draft, a Word or PDF file.")],
    new: Annotated[Path, typer.Argument(help="The later draft, a Word or PDF file.")],
    select: options.Select = None,
    ignore: options.Ignore = None,
    edition: options.Edition = None,
    rules: options.Rules = None,
    format: Annotated[options.ShownAs, typer.Option(help="How the comparison is shown.")] = options.ShownAs.rich,
    fail_on: options.FailOns = None,
    advice: Annotated[bool, typer.Option("--advice", help="Show each place of advice.")] = False,
    as_of: options.AsOf = None,
    layout: options.Layouts = options.Layout.estimate,
) -> None:
    """Show what a new draft has fixed, what is new in it, and what stays. Exit code 1 where a new finding is a warning or worse."""
    from ecqlint import batch
    from ecqlint.comparison import compared

    with one_line():
        settings = options.settings(select, ignore, edition, rules, as_of, fail_on, layout)
        reports = []
        for path in (old, new):
            with of_file(path):
                reports.append(batch.check(settings, path))
        comparison = compared(*reports)
        if format is options.ShownAs.json:
            from ecqlint.report.comparison_json import comparison_json

            print(comparison_json(comparison))
        else:
            from ecqlint.report.comparison import comparison as picture

            console().print(picture(comparison, advice=advice))
        raise typer.Exit(code_of(comparison.new, settings.above(new).fail_on))
