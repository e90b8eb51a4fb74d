"""PDFs reviewed: highlights behind the bytes of the original."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from ecqlint.readers.pdf import read_pdf
from ecqlint.review.notes import Note
from ecqlint.review.pdf import reviewed_pdf
from ecqlint.review.pdf.marks import COLOURS
from ecqlint.review.problem import CannotReview
from tests.review.margin import SUMMARY, WHEN, note
from tests.review.paper import paper

PATH = Path("narrative.pdf")
LINES = ("I led nine men home across the river in the winter.", "They won, and the whole town came out to see them.")


def review(data: bytes, *words: str) -> bytes:
    """A PDF reviewed, with a highlight on each of `words`, and the summary."""
    document = read_pdf(PATH, data)
    notes: list[Note] = [SUMMARY, *(note(document.text, each) for each in words)]
    return reviewed_pdf(PATH, data, document, notes, WHEN)


def annotations(data: bytes) -> list[dict[str, Any]]:
    """The annotations of the first page."""
    return [item.get_object() for item in PdfReader(BytesIO(data)).pages[0].get("/Annots", ())]


def said(data: bytes) -> list[str]:
    """What the notes of the first page say, without windows."""
    return [str(item["/Contents"]) for item in annotations(data) if item["/Subtype"] != "/Popup"]


def test_a_highlight_stands_on_its_words_behind_the_original_bytes() -> None:
    data = paper(*LINES)
    reviewed = review(data, "nine men")
    assert reviewed.startswith(data)
    summary, _, highlight, window = annotations(reviewed)
    assert (summary["/Subtype"], highlight["/Subtype"]) == ("/Text", "/Highlight")
    assert highlight["/Contents"] == "rule (warning)\nabout nine men"
    assert highlight["/T"] == "ecqlint"
    assert tuple(map(float, highlight["/C"])) == COLOURS["warning"]
    assert highlight["/M"] == "D:20260301093000"
    assert window["/Parent"].get_object() == highlight
    left, top, right, _, _, bottom, *_ = map(float, highlight["/QuadPoints"])
    assert 72 < left < right < 150
    assert bottom < 700 < top


def test_words_over_two_lines_have_a_quad_a_line() -> None:
    text = read_pdf(PATH, paper(*LINES)).text
    words = text[text.index("winter") : text.index(" won")]
    assert len(annotations(review(paper(*LINES), words))[2]["/QuadPoints"]) == 16


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_on_a_turned_page_the_highlight_turns_with_the_words(angle: int) -> None:
    reviewed = review(paper(*LINES, page=f"/Rotate {angle}"), "nine men")
    left, _, right, _, _, bottom, *_ = map(float, annotations(reviewed)[2]["/QuadPoints"])
    assert 72 < left < right < 150
    assert bottom < 700


def test_a_second_review_replaces_the_first_and_leaves_what_people_wrote() -> None:
    link = "/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Coach)/Contents(Good.)>>]"
    once = review(paper(*LINES, page=link), "nine men", "won")
    again = review(once, "river")
    assert again.startswith(once)
    assert said(once) == ["Good.", "ecqlint\n1 warning.", "rule (warning)\nabout nine men", "rule (warning)\nabout won"]
    assert said(again) == ["Good.", "ecqlint\n1 warning.", "rule (warning)\nabout river"]


def test_what_the_trailer_named_is_still_named() -> None:
    reviewed = review(paper(*LINES, trailer="/ID[<feff00e9><9a02>]"), "won")
    reader = PdfReader(BytesIO(reviewed))
    assert reader.metadata is not None
    assert reader.metadata.title == "The title"
    assert b"/ID [ <feff00e9> <9a02> ]" in reviewed


def test_an_encrypted_file_is_refused() -> None:
    writer = PdfWriter(clone_from=BytesIO(paper(*LINES)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    with pytest.raises(CannotReview, match="encrypted"):
        review(target.getvalue(), "won")


def test_a_file_that_changed_after_it_was_read_is_not_reviewed() -> None:
    document = read_pdf(PATH, paper(*LINES))
    with pytest.raises(CannotReview, match="was changed"):
        reviewed_pdf(PATH, paper(*reversed(LINES)), document, [SUMMARY], WHEN)
