"""`ecqlint watch`: checks a narrative at each save."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.console import console
from ecqlint.cli.ending import of_file, one_line, stop

if TYPE_CHECKING:
    from rich.console import RenderableType

    from ecqlint.config import Settings
    from ecqlint.engine import Report

INTERVAL = 250  # milliseconds for which a file must be still


def watch(
    path: options.OneFile,
    select: options.Select = None,
    ignore: options.Ignore = None,
    edition: options.Edition = None,
    rules: options.Rules = None,
    advice: Annotated[bool, typer.Option("--advice", help="Show each place of advice.")] = False,
    as_of: options.AsOf = None,
    layout: options.Layouts = options.Layout.estimate,
) -> None:
    """Check a narrative now and at each save, and show what each save has fixed and what is new. Ctrl-C ends it."""
    try:
        _watch(path, lambda: options.settings(select, ignore, edition, rules, as_of, layout=layout), advice=advice)
    except KeyboardInterrupt:
        raise typer.Exit from None


def _watch(path: Path, settings: Callable[[], Settings], *, advice: bool) -> None:
    from ecqlint import batch
    from ecqlint.engine import Report
    from ecqlint.report.terminal import report
    from ecqlint.watching import looks, state_of

    def check() -> Report:
        batch.forget_settings()
        return batch.check(settings(), path)

    out = console()
    with one_line(), of_file(path):
        before = state_of(path)
        last = check()
        out.print(report(last, advice=advice))
        out.print(f"\n{_now()}  watching for the next save; Ctrl-C ends", style="dim")
        for look in looks(_signals(path.absolute().parent), lambda: state_of(path), check, before):
            out.print()
            if isinstance(look, Report):
                out.print(_changed(last, look, advice=advice))
                last = look
            else:
                out.print(_trouble(path, look), soft_wrap=True)


def _signals(folder: Path) -> Iterator[object]:
    """Something whenever anything happens in the folder, and at intervals: a network drive may say nothing of what happens on it."""
    from watchfiles import watch

    try:
        yield from watch(
            folder,
            watch_filter=None,
            step=INTERVAL,
            rust_timeout=INTERVAL,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
    except OSError as problem:
        stop(f"{folder} cannot be watched: {(problem.strerror or str(problem)).lower()}")


def _changed(before: Report, after: Report, *, advice: bool) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from ecqlint.comparison import compared
    from ecqlint.report.comparison import changes, score
    from ecqlint.report.terminal import totals

    comparison = compared(before, after)
    return Group(
        Text.assemble((_now(), "bold"), "  ", score(comparison.total)),
        changes(comparison, advice=advice),
        Text(),
        totals(after, advice=advice),
    )


def _trouble(path: Path, problem: Exception) -> RenderableType:
    from rich.text import Text

    from ecqlint.readers.errors import Unreadable
    from ecqlint.report.plain import shown

    # Settings and rules name their own file.
    what = f"{path} {problem}" if isinstance(problem, Unreadable) else str(problem)
    return Text.assemble((_now(), "bold"), f"  {shown(what)}; waiting for the next save")


def _now() -> str:
    return f"{datetime.now():%H:%M:%S}"
