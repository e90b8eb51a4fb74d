"""What the notes in the margin say, and what is left out of it."""

from __future__ import annotations

import pytest

from ecqlint.engine import Report, lint
from ecqlint.readers.text import text_document
from ecqlint.review.notes import notes
from ecqlint.review.words import on_words
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span

TEXT = (
    "ECQ 1: Leading Change\nI asked the QRZT for nine trucks. The plan was approved in May 2021.\nI paid 40 clerks.\n"
)


@pytest.fixture(scope="module")
def report(book: Rulebook) -> Report:
    """What is found in a short narrative on narrow margins."""
    return lint(text_document(TEXT, margins=0.5), book.selected(["margins", "undefined-acronym", "passive-voice"]))


def test_a_note_says_what_why_and_how_bad(report: Report, book: Rulebook) -> None:
    note = notes(report, book, advice=False)[1]
    assert note.span is not None
    assert note.span.of(TEXT) == "QRZT"
    remark = note.remarks[0]
    assert remark.heading == "undefined-acronym (warning)"
    assert remark.paragraphs[0].startswith("“QRZT” is never spelled out")
    assert remark.paragraphs[-1] == " ".join(book.by_name["undefined-acronym"].why.split())


def test_the_summary_stands_first_with_what_concerns_the_whole(report: Report, book: Rulebook) -> None:
    summary = notes(report, book, advice=False)[0]
    assert summary.span is None
    assert summary.severity == "error"
    assert summary.paragraphs[1].startswith("1 error, 1 warning, 1 advice. Checked by the OPM 2006 edition")
    assert "margins (error)" in summary.paragraphs
    assert summary.paragraphs[-1].startswith("Places not marked here: passive-voice 1.")


def test_places_of_advice_are_marked_where_asked_for(report: Report, book: Rulebook) -> None:
    assert [note.severity for note in notes(report, book, advice=False)[1:]] == ["warning"]
    assert [note.severity for note in notes(report, book, advice=True)[1:]] == ["warning", "advice"]
    assert "Places not marked" not in " ".join(notes(report, book, advice=True)[0].paragraphs)


def test_two_findings_on_one_place_are_one_note(report: Report, book: Rulebook) -> None:
    placed = [finding for finding in report.findings if finding.span]
    doubled = Report(report.narrative, (placed[0], placed[0]))
    assert [len(note.remarks) for note in notes(doubled, book, advice=True)[1:]] == [2]


@pytest.mark.parametrize(
    ("words", "whole"), [("ed ni", "led nine"), (" nine ", "nine"), ("nine", "nine"), ("men.", "men."), ("", "I")]
)
def test_a_mark_never_parts_a_word(words: str, whole: str) -> None:
    text = "I led nine men."
    start = text.index(words)
    assert on_words(text, Span(start, start + len(words))).of(text) == whole
