"""What is read from a PDF is what was written: paragraphs, in order, each word with its look and its place."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from ecqlint.document import Document, PageOrigin
from ecqlint.readers.pdf import read_pdf
from ecqlint.text import Span
from tests.readers.paper import line, pages

FOLDER = Path(__file__).parent / "pdfs"
SAMPLES = sorted(path.stem for path in FOLDER.glob("*.txt"))
PATH = Path("narrative.pdf")


def sample(name: str) -> Document:
    """A sample as read."""
    path = FOLDER / f"{name}.pdf"
    return read_pdf(path, path.read_bytes())


def written(name: str) -> list[str]:
    """The paragraphs that a sample was made of."""
    return FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()


def blocks(document: Document) -> list[str]:
    """The paragraphs as read."""
    return [block.span.of(document.text) for block in document.blocks]


def drawn(*lines: bytes) -> list[str]:
    """The paragraphs read from a page with these lines."""
    return blocks(read_pdf(PATH, pages(b"".join(lines))))


def looks(document: Document, words: str) -> set[tuple[float | None, bool, bool, bool]]:
    """Size, bold, italic and underline of some words."""
    start = document.text.index(words)
    return {
        (look.size, look.bold, look.italic, look.underline)
        for _, look in document.formats(Span(start, start + len(words)))
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_the_paragraphs_read_are_the_paragraphs_written(name: str) -> None:
    assert blocks(sample(name)) == written(name)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_reads_as_an_upright_one(angle: int) -> None:
    turned = BytesIO()
    pdf = pypdfium2.PdfDocument(FOLDER / "plain.pdf")
    for number in range(len(pdf)):
        pdf[number].set_rotation(angle)
    pdf.save(turned)
    upright, document = sample("plain"), read_pdf(PATH, turned.getvalue())
    assert document.text == upright.text
    assert [sheet.left for sheet in document.sheets] == pytest.approx([sheet.left for sheet in upright.sheets])


def test_text_drawn_up_the_paper_is_turned() -> None:
    assert drawn(*(line(f"Line {n} of the text.", left=100 + 14 * n, up=72, turned="0 1 -1 0") for n in range(3)))[
        0
    ].startswith("Line 0")


def test_headers_footers_and_page_numbers_are_no_text_and_tell_that_pages_are_numbered() -> None:
    for name in ("spaced", "indented", "blank-lines", "tagged"):
        document = sample(name)
        assert all(sheet.numbered for sheet in document.sheets)
        assert "permit office, page" not in document.text
    assert not any(sheet.numbered for sheet in sample("plain").sheets)


def test_margins_are_seen_at_the_sides_of_the_text() -> None:
    for name, left, right in (("spaced", 0.75, 0.75), ("indented", 0.75, 0.75), ("columns", 0.5, 0.5)):
        document = sample(name)
        assert min(sheet.left for sheet in document.sheets if sheet.left) == pytest.approx(left, abs=0.02)
        assert right - 0.02 < min(sheet.right for sheet in document.sheets if sheet.right) < right + 0.2


def test_a_half_filled_page_shows_no_margin_at_its_foot() -> None:
    last = sample("plain").sheets[-1]
    assert last.bottom is None
    assert last.top == pytest.approx(0.75, abs=0.05)


def test_pages_are_counted_and_the_last_is_measured() -> None:
    count = sample("plain").page_count
    assert count
    assert (count.pages, count.low, count.high, count.certain) == (4, 4, 4, True)
    assert count.filled
    assert 0.1 < count.filled < 0.9


def test_tags_tell_headings_and_nothing_else_does() -> None:
    assert [block.level for block in sample("tagged").blocks if block.level is not None] == [1, 1]
    assert {block.level for block in sample("plain").blocks} == {None}


def test_footnotes_cells_and_list_items_are_told_from_the_text() -> None:
    assert [block.story for block in sample("footnotes").blocks] == ["body"] * 3 + ["footnote"] * 2
    assert [block.story for block in sample("table").blocks] == ["body", *["table"] * 6, "body"]
    assert [block.listed for block in sample("list").blocks] == [False, True, True, False]


def test_each_word_has_the_look_that_it_has_on_paper() -> None:
    document = sample("looks")
    assert looks(document, "accepted") == {(11, False, False, False)}
    assert looks(document, "all") == {(11, False, True, False)}
    assert looks(document, "every map in the house") == {(11, False, False, True)}
    assert looks(document, "no excuse") == {(11, True, False, False)}
    assert {size for size, *_ in looks(document, "1st")} == {11, 6.5}


def test_scaled_type_has_its_size_on_paper() -> None:
    document = read_pdf(PATH, pages(line("Twelve points in all.", size=1, turned="12 0 0 12")))
    assert looks(document, "Twelve") == {(12, False, False, False)}


@pytest.mark.parametrize("name", ["plain", "columns", "hyphenated", "footnotes"])
def test_each_word_stands_where_another_reader_sees_it(name: str) -> None:
    document = sample(name)
    with pdfplumber.open(FOLDER / f"{name}.pdf") as pdf:
        chars = {page.page_number: page.chars for page in pdf.pages}
    for piece in document.map.pieces[::7]:
        origin = piece.origin
        if isinstance(origin, PageOrigin):
            box = origin.box
            seen = "".join(
                char["text"]
                for char in chars[origin.page]
                if box.left - 0.5 <= (char["x0"] + char["x1"]) / 2 <= box.right + 0.5
                and box.top <= (char["top"] + char["bottom"]) / 2 <= box.bottom
            )
            assert piece.span.of(document.text) in re.sub(r"\s", "", seen)


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_and_blocks_cover_the_text_in_order(name: str) -> None:
    document = sample(name)
    assert document.text == "\n".join(blocks(document))
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    assert "".join(page.span.of(document.text) for page in document.pages) == document.text
    for piece in document.map.pieces:
        if isinstance(piece.origin, PageOrigin) and document.block_at(piece.span.start).story != "footnote":
            assert document.place(piece.span).page == piece.origin.page


def test_a_compound_keeps_its_hyphen_at_a_line_end() -> None:
    prose = ["I found a cost-effective way to serve all of the counties, and a cost-", "effective way to pay for it."]
    assert drawn(*(line(text, up=700 - 14 * n) for n, text in enumerate(prose))) == [
        " ".join(prose).replace("- e", "-e")
    ]


def test_a_line_of_another_size_is_a_paragraph_of_its_own() -> None:
    heading = "A heading that fills the whole of the line, from one edge to the other edge"
    text = "and text below it, which fills the whole of its own line from the edge on too"
    assert drawn(line(heading, size=13), line(text, up=685)) == [heading, text]


def test_text_drawn_out_of_order_is_read_from_top_to_bottom() -> None:
    order = (3, 0, 4, 1, 2)
    read = drawn(*(line(f"Item {number}.", up=700 - 40 * number) for number in order))
    assert read == [f"Item {number}." for number in range(5)]
