"""`ecqlint rules`, `explain` and `test`: what is asked, why, and whether a rule's own examples hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ecqlint.cli import options
from ecqlint.cli.console import console
from ecqlint.cli.ending import FOUND, one_line, stop


def list_rules(rules: options.Rules = None) -> None:
    """List the rules, a line each."""
    from ecqlint.report.rules import listing
    from ecqlint.rulebook import load

    with one_line():
        console().print(listing(load(rules or ())))


def explain(name: Annotated[str, typer.Argument(help="A rule or a group.")], rules: options.Rules = None) -> None:
    """Explain a rule: what it asks, why, on whose authority, with examples of what it finds and what it lets pass."""
    from ecqlint.report.rules import page
    from ecqlint.rulebook import load

    with one_line():
        for index, rule in enumerate(load(rules or ()).named(name)):
            console().print("\n" if index else "", page(rule), sep="", end="")


def run_samples(folder: Annotated[Path, typer.Argument(help="A folder of rules.")]) -> None:
    """Run the examples of the rules in a folder: each bad one must be found exactly where it is marked, each good one nowhere."""
    from ecqlint.rulebook import load, load_folder
    from ecqlint.samples import failures

    with one_line():
        book, rules = load(), tuple(load_folder(folder))
        if not rules:
            stop(f"{folder}: holds no rules (.toml)")
        failed = [failure for rule in rules for failure in failures(rule, book)]
        for failure in failed:
            print(failure)
        samples = sum(len(rule.bad) + len(rule.good) for rule in rules)
        print(f"{len(rules)} rule{'s' * (len(rules) != 1)}, {samples} examples, {len(failed)} failed")
        raise typer.Exit(FOUND if failed else 0)
