"""The command `review`: what it writes, and what it never writes over."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from ecqlint.cli import app
from tests.review.paper import paper


@pytest.fixture
def narrative(tmp_path: Path) -> Path:
    """A Word file with an acronym that nobody explains."""
    document = Document()
    document.add_heading("ECQ 1: Leading Change", 1)
    document.add_paragraph("I asked the QRZT for nine trucks.")
    path = tmp_path / "narrative.docx"
    document.save(str(path))
    return path


def run(*args: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `ecqlint review`."""
    result = CliRunner().invoke(app, ["review", "--select", "undefined-acronym", *map(str, args)])
    return result.exit_code, result.stdout, result.stderr


def test_the_review_is_written_beside_the_original_which_stays_as_it_was(narrative: Path) -> None:
    before = narrative.read_bytes()
    code, out, _ = run(narrative)
    reviewed = narrative.with_name("narrative-reviewed.docx")
    assert code == 0
    assert out == f"{reviewed}: 0 errors, 1 warning, 0 advice\n"
    assert [comment.author for comment in Document(str(reviewed)).comments] == ["ecqlint", "ecqlint"]
    assert narrative.read_bytes() == before
    assert {path.name for path in narrative.parent.iterdir()} == {"narrative.docx", "narrative-reviewed.docx"}


def test_a_review_that_is_there_is_replaced_by_force_only(narrative: Path) -> None:
    reviewed = narrative.with_name("narrative-reviewed.docx")
    reviewed.write_bytes(b"mine")
    code, _, problem = run(narrative)
    assert code == 2
    assert "--force replaces it" in problem
    assert reviewed.read_bytes() == b"mine"
    assert run(narrative, "--force")[0] == 0
    assert reviewed.read_bytes() != b"mine"


def test_the_original_is_not_replaced_even_by_force(narrative: Path) -> None:
    before = narrative.read_bytes()
    link = narrative.with_name("link.docx")
    link.hardlink_to(narrative)
    for output in (narrative, link):
        assert run(narrative, "-o", output, "--force")[0] == 2
    assert narrative.read_bytes() == before


@pytest.mark.parametrize("output", ["missing/copy.docx", "."])
def test_an_output_that_cannot_be_is_one_line(narrative: Path, output: str) -> None:
    code, _, problem = run(narrative, "-o", narrative.parent / output, "--force")
    assert code == 2
    assert len(problem.splitlines()) == 1


def test_a_review_keeps_the_kind_of_its_file(narrative: Path) -> None:
    code, _, problem = run(narrative, "-o", narrative.with_name("copy.pdf"))
    assert code == 2
    assert "give -o a name that ends in .docx" in problem


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    code, _, problem = run(tmp_path / "nowhere.docx")
    assert code == 2
    assert problem == f"ecqlint: {tmp_path / 'nowhere.docx'} cannot be opened: no such file or directory\n"


def test_a_pdf_is_told_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "narrative"
    path.write_bytes(paper("I asked the QRZT for nine trucks and paid for them."))
    assert run(path)[0] == 0
    assert (tmp_path / "narrative-reviewed").read_bytes().startswith(path.read_bytes())
