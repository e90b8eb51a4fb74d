"""More pages than are let in: certain, or only possible."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ecqlint.document import PageCount
from ecqlint.engine import apply, outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding
from ecqlint.rulebook import Rulebook


def found(book: Rulebook, pages: int, low: int, high: int) -> list[Finding]:
    """What is said of a document with these pages."""
    count = PageCount(pages, "estimated from font metrics", low, high)
    document = replace(text_document("I moved 40 offices to one payroll."), page_count=count)
    return list(apply(book.by_name["page-limit"], Reading(outline(document, book, "2006"))))


@pytest.mark.parametrize(("low", "high"), [(12, 12), (11, 13)])
def test_a_document_that_is_too_long_whatever_the_program_is_an_error(book: Rulebook, low: int, high: int) -> None:
    (finding,) = found(book, 12, low, high)
    assert finding.severity == "error"
    assert "cut 2 or more" in finding.message
    assert finding.details["certain"]


@pytest.mark.parametrize("pages", [10, 11])
def test_a_document_that_may_be_too_long_is_a_warning_that_says_how_to_be_sure(book: Rulebook, pages: int) -> None:
    (finding,) = found(book, pages, 10, 11)
    assert finding.severity == "warning"
    assert "10 or 11 pages" in finding.message
    assert "save a PDF from Word" in finding.message
    assert not finding.details["certain"]


def test_a_document_that_may_just_fill_the_limit_is_passed(book: Rulebook) -> None:
    assert found(book, 9, 9, 10) == []
