"""Notes and highlights of PDFs: on which passage each stands."""

from __future__ import annotations

from pathlib import Path

from ecqlint.engine import lint
from ecqlint.readers.pdf import read_pdf
from ecqlint.review.pdf import reviewed_pdf
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span
from tests.review.margin import SUMMARY, WHEN, note
from tests.review.paper import paper

PATH = Path("narrative.pdf")
LINES = ("The plan was approved in May by the mayor.", "It was utilized in June by the whole of the town.")
INSTRUCTION = "ecqlint: ignore passive-voice"


def annotated(*annotations: str) -> bytes:
    """A PDF of two lines with these annotations; the first line stands at a height of 700 points, the second at 680."""
    return paper(*LINES, page=f"/Annots[{''.join(annotations)}]")


def highlight(left: int, right: int, up: int = 698, text: str = INSTRUCTION, more: str = "") -> str:
    """A highlight on a line."""
    quad = f"{left} {up + 12} {right} {up + 12} {left} {up} {right} {up}"
    return f"<</Type/Annot/Subtype/Highlight/Rect[{left} {up} {right} {up + 12}]/QuadPoints[{quad}]/Contents({text})/T(Ann){more}>>"


def sign(up: int, text: str = INSTRUCTION, kind: str = "Text") -> str:
    """A note in the margin."""
    return f"<</Type/Annot/Subtype/{kind}/Rect[20 {up} 38 {up + 18}]/Contents({text})>>"


def passages(data: bytes) -> list[tuple[str, str, str]]:
    """The words on which each comment stands, what it says, and who wrote it."""
    document = read_pdf(PATH, data)
    return [(each.span.of(document.text), each.text, each.author) for each in document.comments]


def test_a_highlight_stands_on_its_words() -> None:
    assert passages(annotated(highlight(95, 180))) == [("plan was approved", INSTRUCTION, "Ann")]


def test_a_note_stands_on_the_paragraph_beside_it() -> None:
    for kind in ("Text", "FreeText"):
        ((words, text, _),) = passages(annotated(sign(680, kind=kind)))
        assert LINES[1] in words
        assert text == INSTRUCTION


def test_what_marks_no_words_or_says_nothing_is_no_comment() -> None:
    link = "<</Type/Annot/Subtype/Link/Rect[72 690 200 710]/Contents(see)>>"
    assert passages(annotated(highlight(400, 500), highlight(95, 180, text=""), link, "null", "<<>>", "7")) == []


def test_a_passage_that_a_note_silences_is_silent(book: Rulebook) -> None:
    chosen = book.selected(["passive-voice"])
    report = lint(read_pdf(PATH, annotated(highlight(95, 180))), chosen)
    assert [f.excerpt for f in report.silenced] == ["was approved"]
    assert [f.excerpt for f in report.findings] == ["was utilized"]
    assert report.document.text == read_pdf(PATH, annotated()).text


def test_the_notes_of_a_review_are_by_ecqlint_and_stand_on_its_words() -> None:
    document = read_pdf(PATH, annotated())
    reviewed = reviewed_pdf(PATH, annotated(), document, [SUMMARY, note(document.text, "the mayor")], WHEN)
    summary, comment = read_pdf(PATH, reviewed).comments
    assert (summary.author, comment.author) == ("ecqlint", "ecqlint")
    assert comment.span == Span(document.text.index("the mayor"), document.text.index("the mayor") + len("the mayor."))
