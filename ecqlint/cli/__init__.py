"""The command line, a module a command: the only layer that prints, reads the clock, or ends the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ecqlint import __version__
from ecqlint.cli.baseline import baseline
from ecqlint.cli.check import check
from ecqlint.cli.compare import compare
from ecqlint.cli.ending import stop
from ecqlint.cli.outline import outline
from ecqlint.cli.review import review
from ecqlint.cli.rules import explain, list_rules, run_samples
from ecqlint.cli.watch import watch


class CheckByDefault(TyperGroup):
    """`ecqlint PATH` is `ecqlint check PATH`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "--version"):
            meant = get_close_matches(args[0], self.commands, 1)
            if meant and not Path(args[0]).exists():
                stop(f"no command or file is called {args[0]}; did you mean {meant[0]}?")
            args = ["check", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=CheckByDefault, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


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


COMMANDS: dict[str, Callable[..., None]] = {
    "check": check,
    "outline": outline,
    "review": review,
    "baseline": baseline,
    "compare": compare,
    "watch": watch,
    "rules": list_rules,
    "explain": explain,
    "test": run_samples,
}
for name, command in COMMANDS.items():
    app.command(name, rich_help_panel="Commands")(command)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A narrative may hold what the terminal's encoding does not.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    app()
