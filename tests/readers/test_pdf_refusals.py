"""What cannot be read is refused in a line that says why and what to do; what can only be read in part says so."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ecqlint.readers.errors import Unreadable
from ecqlint.readers.pdf import child, read_pdf
from ecqlint.readers.pdf.limits import TOO_MUCH_TIME
from tests.readers.paper import line, pages, pdf, stream

FOLDER = Path(__file__).parent / "pdfs"
PATH = Path("narrative.pdf")
PAGE = line("A page with text on it.")
SEED = FOLDER.joinpath("footnotes.pdf").read_bytes()
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def full(count: int) -> bytes:
    """So many lines of a hundred characters."""
    return b"".join(line(f"{number:04} " * 20, up=790 - 0.75 * number, size=1) for number in range(count))


def refusal(data: bytes) -> str:
    """Why some bytes are not read, which must be one line."""
    with pytest.raises(Unreadable) as caught:
        read_pdf(PATH, data)
    assert str(caught.value).splitlines() == [str(caught.value)]
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (FOLDER.joinpath("locked.pdf").read_bytes(), "needs a password"),
        (b"%PDF-1.7\n" + bytes(1000), "is damaged"),
        (pdf([CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"]), "without pages"),
        (pages(b"0 0 100 100 re f"), "has no text"),
        (pages(*[b""] * 2001), "has 2,001 pages"),
        (pages(full(1001)), "more than 100,000 characters"),
        (pages(b"q " * 3_000_000), "needs too much memory"),
    ],
    ids=["password", "damaged", "no pages", "no text", "pages", "page of text", "memory"],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_line(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


@pytest.mark.parametrize("does", ["import time; time.sleep(60)", f"raise SystemExit({TOO_MUCH_TIME})"])
def test_a_file_that_takes_too_long_is_refused(does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE", 0.5)
    monkeypatch.setattr(child, "START", does)
    assert "took longer than 12 seconds" in refusal(pages(PAGE))


def test_a_process_that_works_too_long_ends_itself() -> None:
    endless = "from ecqlint.readers.pdf import limits; limits.SECONDS = 0.2; limits.bound_process()\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", endless], timeout=20, check=False)
    assert done.returncode == TOO_MUCH_TIME


def test_a_reader_that_dies_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "START", "import os; os.abort()")
    assert "reading it failed" in refusal(pages(PAGE))


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert read_pdf(PATH, FOLDER.joinpath("restricted.pdf").read_bytes()).text == "Open to read."


def test_only_the_first_fifty_pages_of_a_long_file_are_read() -> None:
    document = read_pdf(PATH, pages(*[PAGE] * 60))
    assert document.notes == ("Only the first 50 of 60 pages were read.",)
    assert document.page_count
    assert (document.page_count.pages, len(document.pages)) == (60, 50)


def test_of_pages_that_hold_more_text_than_any_narrative_the_first_are_read() -> None:
    document = read_pdf(PATH, pages(*[full(500)] * 4))
    assert document.notes == ("Only the first 2 of 4 pages were read.",)
    assert document.page_count
    assert (document.page_count.pages, len(document.pages)) == (4, 2)


def test_of_more_paragraphs_than_any_narrative_has_the_first_are_read() -> None:
    letters = b"".join(
        line("abcdefgh"[row % 8], left=20 + 80 * column, up=780 - 7.5 * row, size=3)
        for row in range(100)
        for column in range(7)
    )
    document = read_pdf(PATH, pages(*[letters] * 4))
    assert len(document.blocks) == 1500
    assert document.notes == ("It is longer than any narrative: only the beginning of its text was read.",)
    assert [page.number for page in document.pages] == [1, 2, 3, 4]


def test_slanted_text_and_pictures_without_text_are_told_of() -> None:
    picture = b"q 100 0 0 100 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
    slanted = line("DRAFT", left=300, up=300, turned=".7 .7 -.7 .7")
    document = read_pdf(PATH, pages(PAGE + slanted, picture))
    assert "DRAFT" not in document.text
    assert document.notes == (
        "Page 2 has no text, only a picture.",
        "Text that stands at another angle was left out on page 1.",
    )


def test_what_is_filled_into_a_form_is_text() -> None:
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(x)/F 4/Rect[72 600 300 620]/AP<</N 7 0 R>>>>"
    look = stream(line("Filled in.", left=2, up=5), b"/Subtype/Form/BBox[0 0 228 20]/Resources<</Font<</F 3 0 R>>>>")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Annots[6 0 R]/Resources<</Font<</F 3 0 R>>>>>>",
        stream(PAGE),
        field,
        look,
    ]
    assert read_pdf(PATH, pdf(objects)).text == "A page with text on it.\nFilled in."


def test_the_reading_process_takes_nothing_from_the_folder_it_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("json", "msgspec", "pypdfium2", "ecqlint"):
        tmp_path.joinpath(f"{module}.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    assert read_pdf(PATH, pages(PAGE)).text == "A page with text on it."


def test_the_reading_process_loads_no_more_than_it_needs() -> None:
    heavy = "{'spacy', 'typer', 'rich', 'lxml', 'docx', 'pdfplumber'}"
    program = f"import sys, ecqlint.readers.pdf.guarded, ecqlint.readers.pdf.reader; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, len(SEED)),
    st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.binary(min_size=1, max_size=8)), max_size=12),
)
def test_damage_is_only_ever_refused(length: int, changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(SEED)
    for place, change in changes:
        data[place : place + len(change)] = change
    with suppress(Unreadable):
        document = read_pdf(PATH, bytes(data[: length or None]))
        assert all(block.span.of(document.text).strip() for block in document.blocks)
