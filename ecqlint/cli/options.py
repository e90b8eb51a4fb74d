"""What the commands share on the command line: their arguments and options, each said once."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ecqlint.config import Settings


class ReportFormat(StrEnum):
    """How findings are reported."""

    rich = "rich"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    sarif = "sarif"
    github = "github"
    junit = "junit"
    csv = "csv"
    html = "html"


class ShownAs(StrEnum):
    """A picture for people, or a record for programs."""

    rich = "rich"
    json = "json"


class Layout(StrEnum):
    """Who says where the pages of a Word file begin."""

    estimate = "estimate"
    libreoffice = "libreoffice"


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    error = "error"
    warning = "warning"
    advice = "advice"


OneFile = Annotated[Path, typer.Argument(help="A Word or PDF file.")]
Paths = Annotated[list[Path], typer.Argument(help="Word or PDF files, or folders that hold them.")]
Select = Annotated[list[str] | None, typer.Option(help="Only this rule or group.")]
Ignore = Annotated[list[str] | None, typer.Option(help="Not this rule or group.")]
Edition = Annotated[
    str | None, typer.Option(help="Edition of the ECQs (2006, 2025); found by the headings if not given.")
]
Rules = Annotated[list[Path] | None, typer.Option("--rules", help="A folder of house rules, besides those of ecqlint.")]
FailOns = Annotated[FailOn | None, typer.Option(help="Least severity for exit code 1. (Default: warning.)")]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Judge the age of examples on this day. (Default: today.)"),
]
Layouts = Annotated[
    Layout, typer.Option("--layout", help="Pages of a Word file: estimated, or as LibreOffice (soffice) sets them.")
]


def settings(
    select: list[str] | None,
    ignore: list[str] | None,
    edition: str | None,
    rules: list[Path] | None,
    as_of: datetime | None,
    fail_on: FailOn | None = None,
    layout: Layout = Layout.estimate,
    baseline: Path | None = None,
) -> Settings:
    """What the options ask for; the age of examples is judged today, if no other day is given."""
    from ecqlint.config import Settings

    return Settings(
        _names(select),
        _names(ignore),
        edition,
        tuple(rules or ()),
        fail_on.value if fail_on else None,
        as_of=(as_of or datetime.now()).date(),
        layout=layout.value,
        baseline=baseline,
    )


def _names(given: list[str] | None) -> tuple[str, ...]:
    """Names given one by one or with commas between."""
    return tuple(name.strip() for some in given or () for name in some.split(",") if name.strip())
