"""The report that a writer reads: what would get the narrative returned first, then ECQ by ECQ, then habits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ecqlint import baseline
from ecqlint.document import Document
from ecqlint.engine import Failure, Outcome, Report
from ecqlint.narrative import Narrative, Section
from ecqlint.report.bars import bar, legend
from ecqlint.report.facts import page_range, pages_said
from ecqlint.report.passage import Passage
from ecqlint.report.plain import shown
from ecqlint.report.run import by_need
from ecqlint.rule import SEVERITIES, Finding, Severity
from ecqlint.text import Span

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "advice": "cyan"}
INDENT = 6
WIDEST = 100  # characters of a line that is easy to read, however wide the terminal


def report(outcome: Outcome, *, advice: bool) -> RenderableType:
    """All that was found in one document; single places of advice only where `advice` is asked for."""
    if isinstance(outcome, Failure):
        return unreadable(outcome)
    return Constrain(Group(*_parts(outcome, advice=advice)), WIDEST)


def unreadable(failure: Failure) -> Text:
    """Which file, and why; to be printed without wrapping, so that it stays one line."""
    return Text.assemble((shown(str(failure.path)), "bold"), " ", (shown(failure.reason), STYLES["error"]))


def overview(outcomes: Sequence[Outcome]) -> RenderableType:
    """A table with a row for each document, the ones that need most work first."""
    table = Table(
        title="Which need work",
        title_justify="left",
        box=None,
        pad_edge=False,
        header_style="bold",
        padding=(0, 2, 0, 0),
    )
    table.add_column("document", overflow="fold")
    for heading in ("pages", "words", "ECQs", "errors", "warnings", "advice"):
        table.add_column(heading, justify="right")
    for path, outcome in by_need(outcomes):
        name = Text(shown(path))
        if isinstance(outcome, Failure):
            table.add_row(name, Text("unreadable", style=STYLES["error"]))
            continue
        counts = Counter(finding.severity for finding in outcome.findings)
        cells = [
            Text(str(counts[severity]), style=STYLES[severity] if counts[severity] else "dim")
            for severity in SEVERITIES
        ]
        named = {section.name for section in outcome.narrative.sections if section.name}
        pages = page_range(outcome.document.page_count) if outcome.document.page_count else "-"
        table.add_row(name, pages, f"{outcome.document.words:,}", str(len(named)), *cells)
    return table


def _parts(report: Report, *, advice: bool) -> Iterator[RenderableType]:
    yield headline(report.narrative)
    for note in report.notes:
        yield Text(f"Note: {shown(note)}", style="dim")
    placed = [finding for finding in report.findings if finding.span]
    whole = [finding for finding in report.findings if not finding.span and not finding.habit]
    returned = sorted(whole, key=lambda f: SEVERITIES.index(f.severity))
    if returned:
        yield Text()
        yield Text("Before you submit", style="bold")
        yield document_wide(returned)
    shown_here = [f for f in placed if advice or f.severity != "advice"]
    for section in (None, *report.narrative.sections):
        inside = [f for f in shown_here if f.span and report.narrative.section_at(f.span.start) is section]
        if section or inside:
            yield Text()
            yield section_line(report.narrative, section)
            yield from _bars(section)
            for group in by_sentence(inside):
                yield from at_place(group, report.document)
    if habits := list(_habits(report, placed)):
        yield Text()
        yield Text("Habits", style="bold")
        yield from habits
    yield Text()
    if any(example.parts for section in report.narrative.sections for example in section.examples):
        yield legend()
    yield totals(report, advice=advice)


def headline(narrative: Narrative) -> RenderableType:
    """Which file, how long, how many ECQs and examples, and by which edition it is read."""
    document = narrative.document
    named = {section.name for section in narrative.sections if section.name}
    examples = sum(len(section.examples) for section in narrative.sections)
    facts = [
        f"{document.words:,} words",
        f"{len(named)} ECQ{'s' * (len(named) != 1)}, {examples} example{'s' * (examples != 1)}",
        f"{narrative.edition.title} ({narrative.edition_reason})",
    ]
    if document.page_count:
        facts.insert(
            0,
            f"{pages_said(document.page_count)}, {document.page_count.source}",
        )
    return Group(
        Text(shown(str(document.path)), style="bold"),
        Text(" · ".join(facts)),
        Text(narrative.edition.note, style="dim"),
    )


def grid() -> Table:
    """Two narrow columns, and a third that takes what is left of the width."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    return table


def document_wide(findings: Iterable[Finding]) -> RenderableType:
    """Findings about the whole document, a row each."""
    table = grid()
    for finding in findings:
        table.add_row(
            Text(finding.severity, style=STYLES[finding.severity]), Text(finding.name), Text(shown(finding.message))
        )
    return Padding(table, (0, 0, 0, 2))


def section_line(narrative: Narrative, section: Section | None) -> Text:
    """The ECQ of a section (None: what stands before the first), its pages and examples."""
    if section is None:
        return Text("Before the first ECQ", style="bold")
    title = (
        f"ECQ {section.ecq.number}  {section.ecq.name}" if section.ecq else shown(section.heading.of(narrative.text))
    )
    line = Text(title, style="bold")
    pages = narrative.document.pages_of(section.span)
    facts = [f"{pages:.1f} pages"] if pages is not None else []
    facts.append(f"{len(section.examples)} example{'s' * (len(section.examples) != 1)}")
    line.append(f"   {' · '.join(facts)}", style="not bold")
    return line


def _bars(section: Section | None) -> Iterator[RenderableType]:
    """The parts of each example, side by side as far as there is room."""
    told = [bar(example) for example in (section.examples if section else ()) if example.parts]
    if told:
        yield Padding(Text("  ").join(told), (0, 0, 0, 2))


def by_sentence(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Findings of one rule in one sentence together, the severest first."""
    groups: dict[tuple[str, Span | None], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.name, finding.sentence), []).append(finding)
    return sorted(groups.values(), key=lambda group: SEVERITIES.index(group[0].severity))


def at_place(group: list[Finding], document: Document) -> Iterator[RenderableType]:
    """A group of `by_sentence`: where, what, the sentence with the words underlined, and what to do."""
    first = group[0]
    style = STYLES[first.severity]
    where = f"p. {first.page} ¶{first.paragraph}" if first.page else f"¶{first.paragraph}"
    yield Text.assemble(f"  {where:<11} ", (f"{first.severity:<7}", style), "  ", (first.name, "bold"))
    spans = [finding.span for finding in group if finding.span]
    yield Passage(document.text, first.sentence or spans[0], spans, style=style, indent=INDENT)
    for message, suggestion in _said(group):
        line = Text(shown(message))
        if suggestion and f"“{suggestion}”" not in message:
            line.append(f" → {shown(suggestion)}", style="italic")
        yield Padding(line, (0, 0, 0, INDENT))


def _said(group: list[Finding]) -> Iterator[tuple[str, str | None]]:
    """The messages of a group with their suggestions, those together that differ only in what they say before the colon."""
    found: dict[tuple[str, str | None], dict[str, None]] = {}
    for finding in group:
        what, _, asked = finding.message.rpartition(": ")
        found.setdefault((asked, finding.suggestion), {})[what] = None
    for (asked, suggestion), said in found.items():
        yield ": ".join(filter(None, (", ".join(said), asked))), suggestion


def _habits(report: Report, placed: list[Finding]) -> Iterator[RenderableType]:
    """What comes up all over: a warning where it is out of hand, else how often."""
    warned = {finding.name: finding for finding in report.findings if finding.habit}
    single = Counter(finding.name for finding in placed if finding.severity == "advice")
    table = grid()
    for name in sorted({*single, *warned}):
        finding, count = warned.get(name), single[name]
        severity = finding.severity if finding else "advice"
        said = finding.message if finding else f"{count} place{'s' * (count != 1)}"
        table.add_row(Text(severity, style=STYLES[severity]), Text(name), Text(shown(said)))
    if table.row_count:
        yield Padding(table, (0, 0, 0, 2))


def totals(report: Report, *, advice: bool) -> RenderableType:
    """The counts by severity, what a baseline has kept back, and the next command to type."""
    counts = Counter(finding.severity for finding in report.findings)
    line = Text()
    for severity in SEVERITIES:
        noun = severity if severity == "advice" or counts[severity] == 1 else f"{severity}s"
        line.append(f"{counts[severity]} {noun}", style=STYLES[severity] if counts[severity] else "dim")
        line.append(" · " if severity != SEVERITIES[-1] else "")
    if counts["advice"] and not advice:
        line.append(" (--advice shows each)")
    if silenced := len(report.silenced):
        line.append(f"\n{silenced} finding{'s' * (silenced != 1)} silenced by comments")
    if told := baseline.said([report]):
        line.append(f"\n{told}")
    worst = min(report.findings, key=lambda f: SEVERITIES.index(f.severity), default=None)
    if worst:
        line.append(f"\nWhy, and what good looks like: ecqlint explain {worst.name}", style="dim")
    return line
