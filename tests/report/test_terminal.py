"""The report that a writer reads in a terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from ecqlint.engine import Report, lint
from ecqlint.readers.text import text_document
from ecqlint.report.terminal import WIDEST, report
from ecqlint.rule import Finding
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span

TEXT = "ECQ 1: Leading Change\nI recieved nine trucks from the QRZT and the XVBN, and I moved 40 offices to the north pier.\n"


@pytest.fixture(scope="module")
def plain(book: Rulebook) -> Report:
    """A short narrative without its findings."""
    return replace(lint(text_document(TEXT), book), findings=())


def found(words: str, message: str, suggestion: str | None = None) -> Finding:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    sentence = Span(TEXT.index("I rec"), len(TEXT) - 1)
    return Finding("rule", "group", "warning", message, suggestion, span, words, sentence, 1, 2)


def told(report_: Report, *findings: Finding, width: int = 80) -> list[str]:
    """The lines that are printed."""
    console = Console(width=width, record=True, file=StringIO())
    console.print(report(replace(report_, findings=findings), advice=False))
    return [line.rstrip() for line in console.export_text().splitlines()]


def test_what_is_to_be_done_about_a_sentence_is_said_once(plain: Report) -> None:
    lines = told(plain, found("QRZT", "“QRZT” is short: write it out"), found("XVBN", "“XVBN” is short: write it out"))
    assert "      “QRZT” is short, “XVBN” is short: write it out" in lines


def test_a_suggestion_that_the_message_makes_is_not_made_twice(plain: Report) -> None:
    lines = told(plain, found("recieved", "“recieved” is misspelt: write “received”", "received"))
    assert "      “recieved” is misspelt: write “received”" in lines
    lines = told(plain, found("recieved", "“recieved” is misspelt", "received"))
    assert "      “recieved” is misspelt → received" in lines


def test_names_of_rules_stand_below_one_another_however_bad_the_finding(plain: Report) -> None:
    bad = replace(found("QRZT", "m: n"), severity="error", name="bad-rule")
    lines = told(plain, bad, found("XVBN", "o: p"))
    places = [line for line in lines if line.startswith("  p. 1 ¶2")]
    assert places[0].index("bad-rule") == places[1].index("rule")


def test_lines_stay_readable_in_a_wide_terminal(plain: Report) -> None:
    lines = told(plain, found("QRZT", "word " * 60), width=200)
    assert WIDEST - 10 < max(map(len, lines)) <= WIDEST


def test_the_letters_of_the_bars_are_explained(plain: Report) -> None:
    lines = told(plain)
    assert any(line.startswith("  [") for line in lines)
    assert "C challenge · x context · A action · R result" in lines


def test_bars_that_find_no_room_on_a_line_go_on_below_it_as_far_in(plain: Report) -> None:
    (section,) = plain.narrative.sections
    thrice = replace(section, examples=section.examples * 3)
    lines = told(replace(plain, narrative=replace(plain.narrative, sections=(thrice,))), width=60)
    bars = [line for line in lines if "[" in line]
    assert [line.count("[") for line in bars] == [2, 1]
    assert all(line.startswith("  [") for line in bars)
