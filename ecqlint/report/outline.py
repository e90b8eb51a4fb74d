"""The skeleton of a narrative at a glance: sections, examples and their parts."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from ecqlint.narrative import Narrative
from ecqlint.report.plain import shown
from ecqlint.report.terminal import LEGEND, bar


def outline(narrative: Narrative) -> RenderableType:
    """A tree of the narrative: each ECQ with its words and pages, each example with its title or first words and its parts."""
    tree = Tree(Text(shown(str(narrative.document.path)), style="bold"), guide_style="dim")
    if not narrative.sections:
        tree.add(Text("no ECQ heading was found"))
    for section in narrative.sections:
        name = (
            f"ECQ {section.ecq.number}  {section.ecq.name}"
            if section.ecq
            else shown(section.heading.of(narrative.text))
        )
        pages = narrative.document.pages_of(section.span)
        share = f", {pages:.1f} pages" if pages is not None else ""
        branch = tree.add(
            Text.assemble((name, "bold"), f"  {len(section.body.of(narrative.text).split()):,} words{share}")
        )
        for number, example in enumerate(section.examples, start=1):
            said = (example.title or example.span).of(narrative.text)
            first = shown(said if example.title else " ".join(said.split()[:8]) + " …")
            branch.add(Text.assemble(f"{number}. {first}  ", (bar(example) if example.parts else "", "dim")))
    return Group(tree, Text(LEGEND, style="dim"))
