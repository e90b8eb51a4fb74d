"""`ecqlint review`: a copy of the narrative with the findings in its margin."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.ending import of_file, one_line


def review(
    path: options.OneFile,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The copy. (Default: NAME-reviewed beside the file.)")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a copy that is there already.")] = False,
    advice: Annotated[bool, typer.Option("--advice", help="Mark each place of advice.")] = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    edition: options.Edition = None,
    rules: options.Rules = None,
    as_of: options.AsOf = None,
    layout: options.Layouts = options.Layout.estimate,
) -> None:
    """Write a copy of a narrative with the findings in its margin: Word comments, or PDF highlights with notes."""
    from ecqlint import batch
    from ecqlint.report.plain import shown
    from ecqlint.review import review as reviewed
    from ecqlint.review.notes import counted
    from ecqlint.review.output import output_path, write

    with one_line(), of_file(path):
        settings = options.settings(select, ignore, edition, rules, as_of, layout=layout)
        target = output_path(path, output, force=force)
        found = batch.check(settings, path)
        book = batch.rulebook(settings.above(path))
        write(reviewed(found, book, advice=advice, when=datetime.now()), target)
        left_out = any(finding.severity == "advice" for finding in found.findings) and not advice
        hint = "; the summary counts the advice, --advice marks each place" if left_out else ""
        print(f"{shown(str(target))}: {counted(found.findings)}{hint}")
