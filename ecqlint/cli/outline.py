"""`ecqlint outline`: how a narrative is understood."""

from __future__ import annotations

from typing import Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.console import console
from ecqlint.cli.ending import of_file, one_line


def outline(
    path: options.OneFile,
    edition: options.Edition = None,
    competencies: Annotated[
        bool, typer.Option("--competencies", help="Show which competencies stand out in which ECQ, and where.")
    ] = False,
    format: Annotated[options.ShownAs, typer.Option(help="How the outline is shown.")] = options.ShownAs.rich,
    layout: options.Layouts = options.Layout.estimate,
) -> None:
    """Show how a narrative is understood: its ECQs, the examples in them, their parts, years and scope, and the competencies shown."""
    from ecqlint.batch import document, rulebook
    from ecqlint.config import Settings
    from ecqlint.engine import outline as narrative_of

    with one_line(), of_file(path):
        settings = Settings(edition=edition, layout=layout.value).above(path)
        narrative = narrative_of(document(settings, path), rulebook(Settings()), settings.edition)
        if format is options.ShownAs.json:
            from ecqlint.report.outline_json import outline_json

            print(outline_json(narrative))
        else:
            from ecqlint.report.outline import matrix
            from ecqlint.report.outline import outline as picture

            console().print(matrix(narrative) if competencies else picture(narrative))
