"""The skeleton of a narrative at a glance: how long each ECQ is, what its stories are made of, and which competencies they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ecqlint.edition import Competency
from ecqlint.narrative import PARTS, Example, Narrative, Section
from ecqlint.report.bars import bar, legend
from ecqlint.report.facts import scope, seen_competencies, years
from ecqlint.report.plain import shown
from ecqlint.report.terminal import headline
from ecqlint.text import Span

OPENING = 8  # words of a story without a title
EVEN = 10  # cells of the bar of an ECQ that takes its share of the words
INDENT = 3


def outline(narrative: Narrative) -> RenderableType:
    """A picture of the narrative: each ECQ against its share of the words, each example with its parts, years and scope, the competencies."""
    lines: list[RenderableType] = [headline(narrative)]
    if not narrative.sections:
        lines += [Text(), Text("No ECQ heading was found.")]
    for section in narrative.sections:
        lines += [Text(), _section(narrative, section)]
        for number, example in enumerate(section.examples, start=1):
            lines.append(Padding(_example(narrative, number, example), (0, 0, 0, INDENT)))
        if not section.examples:
            lines.append(Padding(Text("no example"), (0, 0, 0, INDENT)))
        if section.ecq:
            lines += _competencies(narrative, section.ecq.competencies, section)
    if any(section.examples for section in narrative.sections) and narrative.edition.fundamental:
        lines += [Text(), Text("Fundamental competencies", style="bold")]
        lines += _competencies(narrative, narrative.edition.fundamental, None)
    return Group(*lines, Text(), Text.assemble(legend(), ("   │ an even share of the words", "dim")))


def matrix(narrative: Narrative) -> RenderableType:
    """A row a competency, a column an ECQ: in how many sentences it is shown there, and where in the ECQ that it belongs to."""
    edition = narrative.edition
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("competency")
    for ecq in edition.ecqs:
        table.add_column(str(ecq.number), justify="right")
    table.add_column("where", ratio=1)
    groups = [(f"ECQ {ecq.number}  {ecq.name}", ecq.name, ecq.competencies) for ecq in edition.ecqs]
    for title, owner, competencies in (*groups, ("Fundamental", None, edition.fundamental)):
        if competencies:
            table.add_row(Text(title, style="bold"))
        for competency in competencies:
            table.add_row(*_row(narrative, competency, owner))
    note = Text("Sentences that show each competency, by ECQ; “-” where its own ECQ shows none.", style="dim")
    return Group(headline(narrative), Text(), table, Text(), note)


def _section(narrative: Narrative, section: Section) -> RenderableType:
    width = max(len(_title(narrative, other)) for other in narrative.sections)
    words, pages = narrative.words(section), narrative.document.pages_of(section.span)
    total = sum(narrative.words(other) for other in narrative.sections)
    share = words * len(narrative.edition.ecqs) / total if total else 0.0
    facts = [f"{pages:.1f} pages"] if pages is not None else []
    title = _title(narrative, section).ljust(width)
    return Text.assemble((title, "bold"), "  ", _share(share), "  ", " · ".join([*facts, f"{words:,} words"]))


def _title(narrative: Narrative, section: Section) -> str:
    heading = " ".join(section.heading.of(narrative.text).split()[:OPENING])
    return shown(f"ECQ {section.ecq.number}  {section.ecq.name}" if section.ecq else heading)


def _share(share: float) -> Text:
    """A bar that reaches its mark where the ECQ takes an even share of the words."""
    cells = min(2 * EVEN, round(EVEN * share))
    line = "".join("━" if cell < cells else " " for cell in range(2 * EVEN))
    mark = "┿" if cells > EVEN else "│"
    return Text.assemble((line[:EVEN], "cyan"), (mark, "dim"), (line[EVEN:], "cyan"))


def _example(narrative: Narrative, number: int, example: Example) -> RenderableType:
    text = narrative.text
    title = " ".join(example.title.of(text).split()) if example.title else _opening(narrative, example)
    missing = [name for name in PARTS if name not in {part.name for part in example.parts}]
    facts = [
        years(example, text),
        shown(scope(example, text)),
        *(f"no {name}" for name in missing),
    ]
    return Group(
        Text(f"{number}. {shown(title)}", no_wrap=True, overflow="ellipsis"),
        Padding(Text.assemble(bar(example), "  ", (" · ".join(facts), "dim")), (0, 0, 0, INDENT)),
    )


def _opening(narrative: Narrative, example: Example) -> str:
    """The first words of a story, behind the label that is typed there."""
    start = next((label.span.end for label in narrative.labels if label.span.start == example.span.start), 0)
    words = Span(max(start, example.span.start), example.span.end).of(narrative.text).split()
    return " ".join(words[:OPENING]).lstrip(":.-–— ") + " …"


def _competencies(
    narrative: Narrative, asked: Sequence[Competency], section: Section | None
) -> Iterator[RenderableType]:
    seen, unseen = seen_competencies(narrative, asked, section)
    table = Table.grid(padding=(0, 2))
    table.add_column(width=8)
    if seen:
        table.add_row(Text("shown", style="green"), Text(", ".join(seen)))
    if unseen:
        table.add_row(Text("not seen", style="yellow"), Text(", ".join(unseen)))
    yield Padding(table, (0, 0, 0, INDENT))


def _row(narrative: Narrative, competency: Competency, owner: str | None) -> Iterator[Text]:
    yield Text(f"  {competency.name}")
    for ecq in narrative.edition.ecqs:
        count = sum(len(narrative.shown(competency.name, s)) for s in narrative.sections if s.ecq == ecq)
        own = owner in (None, ecq.name)
        empty = "-" if ecq.name == owner else "·"
        yield Text(
            str(count) if count else empty, style="bold" if own and count else "yellow" if empty == "-" else "dim"
        )
    places = [
        place
        for place in narrative.shown(competency.name)
        if owner is None or ((section := narrative.section_at(place.start)) and section.name == owner)
    ]
    yield Text(
        ", ".join(dict.fromkeys(f"¶{narrative.document.place(place).paragraph}" for place in places)), style="dim"
    )
