"""What the examples of unquantified-result cannot say: where a result stands, and the sentence beside it."""

from __future__ import annotations

from ecqlint import rulebook
from ecqlint.engine import lint
from ecqlint.readers.text import text_document

BOOK = rulebook.load().selected(["unquantified-result"])
STORY = "ECQ 1: Leading Change\nI rebuilt both crews. Morale improved. The men slept."


def _places(text: str) -> list[str]:
    return [finding.excerpt for finding in lint(text_document(text), BOOK).findings]


def test_what_stands_before_the_first_section_is_no_result() -> None:
    assert _places(f"I rebuilt both crews. Morale improved.\n{STORY}") == ["Morale improved."]


def test_a_number_in_the_next_paragraph_is_no_measure_of_this_one() -> None:
    assert _places(f"{STORY}\nNine men came.") == ["Morale improved."]
    assert _places(STORY.replace("The men", "Nine men")) == []
