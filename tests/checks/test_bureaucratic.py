"""Bureaucratic wording: what its samples cannot say."""

from __future__ import annotations

import pytest

from ecqlint.engine import lint
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("I utilized it.", "used"),
        ("Utilizing both, I won.", "Using"),
        ("She interfaced directly with them.", "worked directly with"),
        ("Prior to May, nobody knew.", "Before"),
        ("I stood the new office up in May.", "set the new office up"),
        ("We cross-walked the lists.", "compared"),
        ("The low-hanging fruit was gone.", None),
    ],
)
def test_the_suggestion_fits_where_the_words_stood(sentence: str, plain: str | None, book: Rulebook) -> None:
    (finding,) = lint(text_document(sentence), book.selected(["bureaucratic-wording"])).findings
    assert finding.suggestion == plain
