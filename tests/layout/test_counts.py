"""The number of pages, and when it is uncertain."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from ecqlint.readers.docx.layout.counts import SavedCount, count_pages, saved_count
from ecqlint.readers.docx.layout.document import Layout
from ecqlint.readers.docx.layout.join import paginate
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.reader import read_docx
from tests.layout.pages import LINE, LINES, PAPER, STYLES, lines
from tests.readers.word import paragraph, read, run, section, word


def layout(pages: int, filled: float, *, guessed: float = 0.0) -> Layout:
    return Layout(pages, filled, tuple((page, 0) for page in range(pages)), guessed=guessed)


def by_word(pages: int) -> SavedCount:
    return SavedCount(pages, "Microsoft Office Word")


def test_a_count_in_the_middle_of_a_page_is_certain():
    count = count_pages(layout(10, 0.4), None)
    assert (count.pages, count.low, count.high, count.source) == (10, 10, 10, "estimated from font metrics")


def test_a_count_near_the_end_of_a_page_is_not():
    assert (count_pages(layout(10, 0.95), None).low, count_pages(layout(10, 0.95), None).high) == (10, 11)
    assert (count_pages(layout(11, 0.05), None).low, count_pages(layout(11, 0.05), None).high) == (10, 11)


def test_guessed_fonts_make_a_count_less_certain():
    assert count_pages(layout(10, 0.4), None).certain
    assert not count_pages(layout(10, 0.4, guessed=1.0), None).certain


def test_the_count_of_word_confirms_the_estimate():
    count = count_pages(layout(10, 0.7), by_word(10))
    assert (count.pages, count.certain) == (10, True)
    assert count.source == "Word's own count, which the estimate confirms"


@pytest.mark.parametrize("pages", [11, 7])
def test_where_word_counted_otherwise_both_are_told_and_the_count_is_uncertain(pages: int):
    count = count_pages(layout(10, 0.5), by_word(pages))
    assert (count.pages, count.low, count.high) == (10, min(10, pages), max(10, pages))
    assert count.source == f"estimated from font metrics; Word last counted {pages}"


def test_counts_that_word_did_not_make_are_not_heard():
    assert count_pages(layout(4, 0.5), SavedCount(9, "LibreOffice/24.2")).certain
    assert count_pages(layout(4, 0.5), by_word(1)).certain


def test_the_saved_count_is_read_from_the_properties():
    file = BytesIO()
    docx.Document().save(file)
    saved = saved_count(Package(Path("narrative.docx"), file.getvalue()))
    assert saved is not None
    assert (saved.pages, saved.counted) == (1, False)


def test_a_file_without_properties_says_nothing():
    assert saved_count(Package(Path("narrative.docx"), word(paragraph(LINE)))) is None


def test_pages_are_spans_that_cover_the_text():
    data = word(lines(50) + paragraph(run("The end.")) + section(PAPER), parts={"styles": STYLES})
    text = read(data).map
    count, pages = paginate(Package(Path("narrative.docx"), data), text)
    assert count.pages == len(pages) == 2
    assert [page.span.start for page in pages] == [0, LINES * len(LINE + "\n")]
    assert pages[-1].span.end == len(text.text)


def test_a_page_that_begins_inside_a_paragraph_begins_at_a_word():
    data = word(paragraph(run("accountability " * 1000)) + section(PAPER), parts={"styles": STYLES})
    document = read_docx(Path("narrative.docx"), data)
    _, pages = paginate(Package(Path("narrative.docx"), data), document.map)
    assert len(pages) > 2
    assert all(page.span.of(document.text).startswith("accountability") for page in pages)
