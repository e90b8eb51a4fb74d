"""What a rule says of itself, for `ecqlint rules` and `ecqlint explain`."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ecqlint.report.plain import shown
from ecqlint.report.terminal import STYLES, grid
from ecqlint.rule import Rule, Sample
from ecqlint.rulebook import Rulebook

_FEW, _SHORT = 4, 60  # words and characters of a list that is shown whole


def listing(book: Rulebook) -> RenderableType:
    """Every rule in its group, a line each."""
    table = grid()
    for group, rules in book.groups.items():
        table.add_row(Text(group, style="bold"))
        for rule in rules:
            table.add_row(Text(f"  {rule.name}"), Text(rule.severity, style=STYLES[rule.severity]), Text(rule.summary))
    return table


def page(rule: Rule) -> RenderableType:
    """The page of one rule: what, why, on whose authority, and what is found and what is not."""
    return Group(
        Text.assemble((rule.name, "bold"), f"  {rule.group} · ", (rule.severity, STYLES[rule.severity])),
        Text(rule.summary),
        Text(),
        Text(" ".join(rule.why.split())),
        Text(),
        Text(f"Source: {rule.source}", style="dim"),
        *([Text(f"Editions: {', '.join(rule.editions)}", style="dim")] if rule.editions else []),
        *([Text(f"Options: {_options(rule)}", style="dim")] if rule.options else []),
        Text(),
        Text("Found:", style="bold"),
        *(renderable for sample in rule.bad for renderable in _sample(sample, STYLES[rule.severity])),
        Text(),
        Text("Not found:", style="bold"),
        *(renderable for sample in rule.good for renderable in _sample(sample, "")),
    )


def _options(rule: Rule) -> str:
    return ", ".join(f"{name} = {_option(value)}" for name, value in rule.options.items())


def _option(value: object) -> str:
    if not isinstance(value, (list, tuple, set, frozenset, dict)):
        return str(value)
    words = sorted(value) if all(isinstance(word, str) for word in value) and not isinstance(value, dict) else []
    listed = ", ".join(words)
    if words and len(words) <= _FEW and len(listed) <= _SHORT:
        return f"[{listed}]"
    return "1 entry" if len(value) == 1 else f"{len(value) or 'no'} entries"


def _sample(sample: Sample, style: str) -> Iterator[RenderableType]:
    """A sample with its marked words set off, by «» too, so that they show without colour."""
    text = Text()
    depth = 0
    for character in sample.text.strip():
        depth += character == "«"
        text.append(
            character if character == "\n" else shown(character) or " ",
            style=f"{style} underline" if depth and style else "",
        )
        depth -= character == "»"
    setup = _setup(sample)
    yield Padding(Text.assemble("- ", text, (f"  ({setup})", "dim") if setup else ""), (0, 0, 0, 2))


def _setup(sample: Sample) -> str:
    """What is special about the sample's paper, in words."""
    plain = Sample("")
    said = {
        "margins": f"margins of {sample.margins:g} in",
        "font_size": f"{sample.font_size:g} point type",
        "pages": f"{sample.pages}{f' or {sample.most_pages}' if sample.most_pages else ''} pages",
        "page_numbers": "no page numbers",
        "bold": f"bold: {', '.join(sample.bold)}",
        "underline": f"underlined: {', '.join(sample.underline)}",
    }
    return ", ".join(words for key, words in said.items() if getattr(sample, key) != getattr(plain, key))
