"""`ecqlint outline`: the skeleton of a narrative, as a writer and as a program see it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from docx import Document
from typer.testing import CliRunner

from ecqlint.cli import app
from ecqlint.report.json import schema

STORY = (
    "In 2019 forty offices paid 9,400 people by forty systems, and one payday in nine went wrong. "
    "I led 212 clerks in six states as deputy director. "
    "I negotiated an agreement with three unions and mediated their disputes. I trained a clerk in each office. "
    "By 2021 errors had fallen by 81 percent, and $3 million went back to the fund."
)
UNFINISHED = "The hangar leaked. I asked the county for help."


@pytest.fixture
def narrative(tmp_path: Path) -> Path:
    """Two ECQs, the first of which tells a whole story at three times the length of the other."""
    document = Document()
    for heading, text in (("ECQ 2: Leading People", STORY), ("ECQ 5: Building Coalitions", UNFINISHED)):
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    path = tmp_path / "narrative.docx"
    document.save(str(path))
    return path


def outline(path: Path, *options: str) -> str:
    """What the command prints."""
    result = CliRunner().invoke(app, ["outline", str(path), *options])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def section(out: str, name: str) -> str:
    """The lines of one ECQ."""
    return out.split(name)[1].split("\n\n")[0]


def test_an_example_shows_its_parts_its_years_and_its_largest_amounts(narrative: Path) -> None:
    people = section(outline(narrative), "Leading People")
    assert "1. In 2019 forty offices paid 9,400 people by …" in people
    assert "2019–2021 · $3 million, 9,400 people, 212 clerks" in " ".join(people.split())
    assert people.index("[C") < people.index("A") < people.index("R]")


def test_an_example_says_what_it_lacks(narrative: Path) -> None:
    coalitions = section(outline(narrative), "Building Coalitions")
    assert "no year · no size" in coalitions
    assert "no result" in coalitions


def test_the_bar_of_a_long_ecq_passes_the_mark_of_its_share(narrative: Path) -> None:
    out = outline(narrative)
    assert "┿" in section(out, "Leading People").splitlines()[0]
    assert "│" in section(out, "Building Coalitions").splitlines()[0]


def test_competencies_are_shown_and_not_seen(narrative: Path) -> None:
    shown, unseen = section(outline(narrative), "Leading People").split("not seen")
    assert "Conflict Management" in shown
    assert "Developing Others" in shown
    assert "Leveraging Diversity" in unseen


def test_the_matrix_counts_the_sentences_and_says_where_they_stand(narrative: Path) -> None:
    rows = {line[2:27].strip(): line[27:].split() for line in outline(narrative, "--competencies").splitlines()}
    assert rows["Conflict Management"][1] in ("1", "2")
    assert rows["Conflict Management"][5:] == ["¶2"]
    assert rows["Leveraging Diversity"][1] == "-"


@pytest.mark.parametrize("width", ["40", "80", "140"])
def test_no_line_is_wider_than_the_terminal(narrative: Path, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for options in ((), ("--competencies",)):
        lines = outline(narrative, *options).splitlines()
        assert [line for line in lines if len(line.rstrip()) > int(width) and str(narrative) not in line] == []


def test_programs_get_the_text_and_where_everything_stands_in_it(narrative: Path) -> None:
    record = json.loads(outline(narrative, "--format", "json"))
    jsonschema.validate(record, schema("outline"))
    people = record["sections"][0]
    assert people["examples"][0]["years"] == [2019, 2021]
    assert "9,400 people" in people["examples"][0]["scope"]
    conflict = next(c for c in people["competencies"] if c["name"] == "Conflict Management")
    assert conflict["ecq"] == "Leading People"
    assert [record["text"][e["start"] : e["end"]] for e in conflict["evidence"]] == [
        "I negotiated an agreement with three unions and mediated their disputes."
    ]


def test_a_document_without_ecqs_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    document = Document()
    document.add_paragraph("Dear reader, I led nine men.")
    document.save(str(path))
    assert "No ECQ heading was found." in outline(path)
    assert "competency" in outline(path, "--competencies")
