"""Drafts of a narrative for tests, as Word files and as text, and commands as a person types them."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from typer.testing import CliRunner

from ecqlint.cli import app

ECQS = ("Leading Change", "Leading People", "Results Driven", "Business Acumen", "Building Coalitions")
Draft = dict[str, list[str]]  # an ECQ's paragraphs by its name


def first() -> Draft:
    """A draft with a passive twice, an acronym that nobody explains, and an ECQ too few."""
    return {
        "Leading Change": [
            "I asked the QRZT for more trucks. The plan was approved in May 2021, and 40 offices moved.",
            "I then wrote to 12 mayors. The second plan was approved in June 2022, and 9 towns signed.",
        ],
        "Leading People": ["I met each of the 60 clerks who were moved, and gave them the say over their own hours."],
        "Results Driven": ["I cut the backlog of claims from 900 to 40 by August 2020."],
        "Business Acumen": ["I bought 14 trucks for $90,000 less than the year before."],
    }


def text_of(draft: Draft) -> str:
    """The draft, a paragraph a line."""
    sections = (
        f"ECQ {ECQS.index(name) + 1}: {name}\n" + "".join(f"{p}\n" for p in told) for name, told in draft.items()
    )
    return "".join(sections)


def save(draft: Draft, path: Path) -> Path:
    """The draft as a Word file."""
    document = Document()
    document.styles["Normal"].font.size = 12 * 12700
    for name, paragraphs in draft.items():
        document.add_heading(f"ECQ {ECQS.index(name) + 1}: {name}", 1)
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def run(*args: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    return result.exit_code, result.stdout, result.stderr
