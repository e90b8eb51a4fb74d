"""The command line: the only module that prints, or ends the program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from ecqlint import __version__

if TYPE_CHECKING:
    from ecqlint.config import Settings
    from ecqlint.engine import Outcome
    from ecqlint.rulebook import Rulebook

FOUND, UNUSABLE = 1, 2


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


class OutlineFormat(StrEnum):
    """How an outline is shown."""

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


class CheckByDefault(TyperGroup):
    """`ecqlint PATH` is `ecqlint check PATH`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "--version"):
            args = ["check", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=CheckByDefault, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Edition = Annotated[
    str | None, typer.Option(help="Edition of the ECQs (2006, 2025); found by the headings if not given.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Judge the age of examples on this day. (Default: today.)"),
]
Layouts = Annotated[
    Layout, typer.Option("--layout", help="Pages of a Word file: estimated, or as LibreOffice (soffice) sets them.")
]
Rules = Annotated[list[Path] | None, typer.Option("--rules", help="A folder of house rules, besides those of ecqlint.")]


def _version(asked: bool) -> None:
    if asked:
        print(f"ecqlint {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Checks Executive Core Qualification narratives (.docx, .pdf) against OPM's do's and don'ts. Offline; files are never changed."""


@app.command(rich_help_panel="Commands")
def check(
    paths: Annotated[list[Path], typer.Argument(help="Word or PDF files, or folders that hold them.")],
    select: Annotated[list[str] | None, typer.Option(help="Only this rule or group.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not this rule or group.")] = None,
    edition: Edition = None,
    rules: Rules = None,
    output_format: Annotated[ReportFormat, typer.Option(help="How findings are reported.")] = ReportFormat.rich,
    fail_on: Annotated[FailOn | None, typer.Option(help="Least severity for exit code 1. (Default: warning.)")] = None,
    advice: Annotated[bool, typer.Option("--advice", help="Show each place of advice.")] = False,
    as_of: AsOf = None,
    layout: Layouts = Layout.estimate,
) -> None:
    """Report what stands between each narrative and the board: errors, warnings and advice."""
    from ecqlint.batch import rulebook
    from ecqlint.config import Settings

    with _one_line():
        severity = fail_on.value if fail_on else None
        settings = Settings(
            _names(select),
            _names(ignore),
            edition,
            tuple(rules or ()),
            severity,
            as_of=(as_of or datetime.now()).date(),
            layout=layout.value,
        )
        done = list(_progress(_run(paths, settings)))
        settings = settings.above(paths[0])
        _report(done, output_format, rulebook(settings), advice=advice)
        raise typer.Exit(_exit_code(done, settings.fail_on or "warning"))


@app.command(rich_help_panel="Commands")
def outline(
    path: Annotated[Path, typer.Argument(help="A Word or PDF file.")],
    edition: Edition = None,
    format: Annotated[OutlineFormat, typer.Option(help="How the outline is shown.")] = OutlineFormat.rich,
    layout: Layouts = Layout.estimate,
) -> None:
    """Show how a narrative is understood: its ECQs, the examples in them, and each example's parts."""
    from ecqlint.batch import document, rulebook
    from ecqlint.config import Settings
    from ecqlint.engine import outline as narrative_of

    with _one_line():
        settings = Settings(edition=edition, layout=layout.value).above(path)
        narrative = narrative_of(document(settings, path), rulebook(Settings()), settings.edition)
        if format is OutlineFormat.json:
            from ecqlint.report.json import outline_json

            print(outline_json(narrative))
        else:
            from ecqlint.report.outline import outline as tree

            _console().print(tree(narrative))


@app.command(rich_help_panel="Commands")
def review(
    path: Annotated[Path, typer.Argument(help="A Word or PDF file.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The copy. (Default: NAME-reviewed beside the file.)")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a copy that is there already.")] = False,
    advice: Annotated[bool, typer.Option("--advice", help="Mark each place of advice.")] = False,
    select: Annotated[list[str] | None, typer.Option(help="Only this rule or group.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not this rule or group.")] = None,
    edition: Edition = None,
    rules: Rules = None,
    as_of: AsOf = None,
) -> None:
    """Write a copy of a narrative with the findings in its margin: Word comments, or PDF highlights with notes."""
    from ecqlint import batch
    from ecqlint.config import Settings
    from ecqlint.report.plain import shown
    from ecqlint.review import review as reviewed
    from ecqlint.review.notes import counted
    from ecqlint.review.output import output_path, write

    with _one_line(), _of_file(path):
        now = datetime.now()
        day = (as_of or now).date()
        settings = Settings(_names(select), _names(ignore), edition, tuple(rules or ()), as_of=day)
        target = output_path(path, output, force=force)
        found = batch.check(settings, path)
        book = batch.rulebook(settings.above(path))
        write(reviewed(found, book, advice=advice, when=now), target)
        left_out = any(finding.severity == "advice" for finding in found.findings) and not advice
        hint = "; the summary counts the advice, --advice marks each place" if left_out else ""
        print(f"{shown(str(target))}: {counted(found.findings)}{hint}")


@app.command("rules", rich_help_panel="Commands")
def list_rules(rules: Rules = None) -> None:
    """List the rules, a line each."""
    from ecqlint.report.rules import listing
    from ecqlint.rulebook import load

    with _one_line():
        _console().print(listing(load(rules or ())))


@app.command(rich_help_panel="Commands")
def explain(name: Annotated[str, typer.Argument(help="A rule or a group.")], rules: Rules = None) -> None:
    """Explain a rule: what it asks, why, on whose authority, with examples of what it finds and what it lets pass."""
    from ecqlint.report.rules import page
    from ecqlint.rulebook import load

    with _one_line():
        for index, rule in enumerate(load(rules or ()).named(name)):
            _console().print("\n" if index else "", page(rule), sep="", end="")


@app.command("test", rich_help_panel="Commands")
def run_samples(folder: Annotated[Path, typer.Argument(help="A folder of rules.")]) -> None:
    """Run the examples of the rules in a folder: each bad one must be found exactly where it is marked, each good one nowhere."""
    from ecqlint.rulebook import load, load_folder
    from ecqlint.samples import failures

    with _one_line():
        book, rules = load(), tuple(load_folder(folder))
        if not rules:
            _stop(f"{folder}: holds no rules (.toml)")
        failed = [failure for rule in rules for failure in failures(rule, book)]
        for failure in failed:
            print(failure)
        samples = sum(len(rule.bad) + len(rule.good) for rule in rules)
        print(f"{len(rules)} rules, {samples} examples, {len(failed)} failed")
        raise typer.Exit(FOUND if failed else 0)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A narrative may hold what the terminal's encoding does not.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    app()


def _names(given: list[str] | None) -> tuple[str, ...]:
    """Names given one by one or with commas between."""
    return tuple(name.strip() for names in given or () for name in names.split(",") if name.strip())


def _run(paths: list[Path], settings: Settings) -> Iterator[Outcome]:
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


def _progress(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes as they come, with a bar on a terminal."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("reading", total=None)
        for outcome in outcomes:
            progress.advance(task)
            yield outcome


def _report(done: list[Outcome], output_format: ReportFormat, rules: Rulebook, *, advice: bool) -> None:
    if output_format is not ReportFormat.rich:
        for line in import_module(f"ecqlint.report.{output_format}").written(done, rules):
            print(line)
        return
    from ecqlint.engine import Failure
    from ecqlint.report.terminal import overview, report

    console = _console()
    for outcome in done:
        console.print(report(outcome, advice=advice), soft_wrap=isinstance(outcome, Failure))
        console.print()
    if len(done) > 1:
        console.print(overview(done))


def _exit_code(done: list[Outcome], fail_on: str) -> int:
    from ecqlint.engine import Report
    from ecqlint.rule import SEVERITIES

    if not all(isinstance(outcome, Report) for outcome in done):
        return UNUSABLE
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return FOUND if any(finding.severity in bad for outcome in done for finding in outcome.findings) else 0


def _console() -> Any:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=False)


def _stop(reason: str) -> NoReturn:
    from ecqlint.report.plain import shown

    print(f"ecqlint: {shown(reason)}", file=sys.stderr)
    raise typer.Exit(UNUSABLE)


@contextmanager
def _of_file(path: Path) -> Iterator[None]:
    """A file that cannot be read or reviewed ends the program with one line that names it."""
    from ecqlint.readers.errors import Unreadable
    from ecqlint.review.problem import CannotReview

    try:
        yield
    except (CannotReview, Unreadable) as problem:
        _stop(f"{path} {problem}")


@contextmanager
def _one_line() -> Iterator[None]:
    """Wrong settings, rules and names end the program with one line that says which, and exit code 2."""
    from ecqlint.config import ConfigError
    from ecqlint.language import ModelMissing
    from ecqlint.readers.errors import LibreOfficeMissing, Unreadable
    from ecqlint.rule import RuleError
    from ecqlint.rulebook import UnknownName

    try:
        yield
    except (ConfigError, LibreOfficeMissing, ModelMissing, RuleError, UnknownName, Unreadable) as problem:
        _stop(str(problem))
