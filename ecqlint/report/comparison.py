"""What a writer has mended between two drafts: a picture of the ECQs and rules, what is new in its place, and what is gone in its old words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ecqlint.comparison import Comparison, Tally
from ecqlint.engine import Report
from ecqlint.report.facts import page_range, pages_said
from ecqlint.report.plain import shown
from ecqlint.report.terminal import STYLES, at_place, by_sentence, document_wide, section_line
from ecqlint.rule import SEVERITIES, Finding

FIXED, NEW, STAYS = "green", "red", "dim"
BAR = 28  # cells of the longest bar
WORDS = 7  # of the old words of what was fixed
OUTSIDE = "outside the ECQs"


def comparison(compared: Comparison, *, advice: bool) -> RenderableType:
    """The whole picture; single places of advice only where `advice` is asked for."""
    return Group(*_parts(compared, advice=advice))


def changes(compared: Comparison, *, advice: bool) -> RenderableType:
    """What is new, in its place, and what was fixed; nothing where neither is."""
    return Group(*_changes(compared, advice=advice))


def score(tally: Tally) -> Text:
    """`14 fixed · 3 new · 22 stay`"""
    return Text.assemble(
        (f"{tally.fixed} fixed", f"bold {FIXED}" if tally.fixed else STAYS),
        " · ",
        (f"{tally.new} new", f"bold {NEW}" if tally.new else STAYS),
        " · ",
        f"{tally.stays} stay{'s' * (tally.stays == 1)}",
    )


def _parts(compared: Comparison, *, advice: bool) -> Iterator[RenderableType]:
    before, after = compared.before, compared.after
    yield Text.assemble((shown(str(before.document.path)), "bold"), " → ", (shown(str(after.document.path)), "bold"))
    yield Text(" · ".join(_facts(before, after)))
    yield Text()
    yield score(compared.total)
    if not compared.total.before and not compared.total.after:
        return
    yield Text()
    ecqs = [(Text(name or OUTSIDE), tally) for name, tally in compared.by_ecq.items()]
    changed = {name: tally for name, tally in compared.by_rule.items() if tally.fixed or tally.new}
    rules = [(Text(name, style=STYLES[compared.worst[name]]), tally) for name, tally in changed.items()]
    longest = max(tally.fixed + tally.after for _, tally in (*ecqs, *rules))
    yield _table("ECQ", ecqs, longest)
    yield Text()
    if rules:
        yield _table("rule", rules, longest)
        yield Text()
    yield Text.assemble(("-", FIXED), " fixed   ", ("=", STAYS), " stays   ", ("+", NEW), " new")
    if same := [f"{name} {tally.stays}" for name, tally in compared.by_rule.items() if name not in changed]:
        yield Text(f"As before: {', '.join(same)}", style=STAYS)
    yield from _changes(compared, advice=advice)
    yield from _left_out(compared, advice=advice)


def _facts(before: Report, after: Report) -> Iterator[str]:
    old, new = before.document, after.document
    if old.page_count and new.page_count:
        same = page_range(old.page_count) == page_range(new.page_count)
        yield pages_said(new.page_count) if same else f"{page_range(old.page_count)} → {pages_said(new.page_count)}"
    yield f"{_became(f'{old.words:,}', f'{new.words:,}')} words"
    yield f"{_became(_examples(before), _examples(after))} examples"
    yield _became(before.narrative.edition.title, after.narrative.edition.title)


def _became(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _examples(report: Report) -> str:
    return str(sum(len(section.examples) for section in report.narrative.sections))


def _table(heading: str, tallies: Iterable[tuple[Text, Tally]], longest: int) -> RenderableType:
    """A row for each name: how many there were and are, and a bar of what has become of them, to one scale."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(heading, min_width=21, no_wrap=True)
    for column in ("before", "after", "fixed", "new"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for name, tally in tallies:
        table.add_row(
            name,
            Text(str(tally.before)),
            Text(str(tally.after)),
            _count(tally.fixed, FIXED),
            _count(tally.new, NEW),
            _bar(tally, longest),
        )
    return table


def _count(count: int, style: str) -> Text:
    return Text(str(count), style=style) if count else Text("·", style="dim")


def _bar(tally: Tally, longest: int) -> Text:
    scale = min(1.0, BAR / longest)
    return Text.assemble(
        *(
            (sign * max(1, round(count * scale)), style)
            for sign, count, style in (("-", tally.fixed, FIXED), ("=", tally.stays, STAYS), ("+", tally.new, NEW))
            if count
        )
    )


def _changes(compared: Comparison, *, advice: bool) -> Iterator[RenderableType]:
    if new := _loud(compared.new, advice=advice):
        yield Text()
        yield Text("New", style=f"bold {NEW}")
        yield from _new(new, compared.after)
    if fixed := _loud(compared.fixed, advice=advice):
        yield Text()
        yield Text("Fixed", style=f"bold {FIXED}")
        yield _fixed(fixed, list(compared.by_ecq))


def _loud(findings: Iterable[Finding], *, advice: bool) -> list[Finding]:
    return [finding for finding in findings if advice or finding.severity != "advice"]


def _new(findings: list[Finding], report: Report) -> Iterator[RenderableType]:
    """The findings in their places, as the report of one document shows them."""
    if whole := [finding for finding in findings if not finding.span]:
        yield document_wide(sorted(whole, key=lambda finding: SEVERITIES.index(finding.severity)))
    for section in (None, *report.narrative.sections):
        inside = [f for f in findings if f.span and report.narrative.section_at(f.span.start) is section]
        if inside:
            yield Text()
            yield section_line(report.narrative, section)
            for group in by_sentence(inside):
                yield from at_place(group, report.document)


def _fixed(findings: list[Finding], ecqs: list[str | None]) -> RenderableType:
    """A row for each rule in each of the `ecqs`, in their order, with the old words."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    ordered = sorted(findings, key=lambda f: (ecqs.index(f.ecq), SEVERITIES.index(f.severity), f.name))
    for ecq, inside in groupby(ordered, key=lambda f: f.ecq):
        table.add_row(Text(ecq or OUTSIDE))
        for (severity, name), group in groupby(inside, key=lambda f: (f.severity, f.name)):
            table.add_row(Text(f"  {name}", style=STYLES[severity]), _old_words(group))
    return Padding(table, (0, 0, 0, 2))


def _old_words(findings: Iterable[Finding]) -> Text:
    said = Counter(
        _short(finding.excerpt) if finding.span and finding.about == "words" else _fault(finding.message)
        for finding in findings
    )
    return Text(" · ".join(words if count == 1 else f"{words} ({count} times)" for words, count in said.items()))


def _fault(message: str) -> str:
    """What was wrong, without what to do about it."""
    return re.split("[:;] ", shown(message))[0]


def _short(excerpt: str) -> str:
    words = shown(excerpt).split(" ")
    return " ".join(words) if len(words) <= WORDS else f"{' '.join(words[:WORDS])} …"


def _left_out(compared: Comparison, *, advice: bool) -> Iterator[RenderableType]:
    tally = compared.by_severity["advice"]
    if not advice and (tally.fixed or tally.new):
        yield Text()
        yield Text(f"Advice: {tally.fixed} fixed, {tally.new} new (--advice shows each)", style="dim")
