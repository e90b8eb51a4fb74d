"""Spelling and grammar: what their samples cannot say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecqlint.checks import _proofreader, spelling
from ecqlint.checks._english.inflection import inflected, verb_forms
from ecqlint.checks.spelling.misspelling import distance, misspelt
from ecqlint.engine import outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook

WORDS = st.text("abcde", min_size=1, max_size=6)


def reading(text: str, book: Rulebook) -> Reading:
    return Reading(outline(text_document(text), book))


def test_a_word_that_the_writer_declares_is_not_misspelt(book: Rulebook) -> None:
    text = "The seperate crews met the goverment."
    assert len(list(spelling.check(reading(text, book)))) == 2
    assert len(list(spelling.check(reading(text, book), known=frozenset({"Seperate"})))) == 1


def test_a_misspelling_at_the_end_of_a_late_paragraph_is_found_in_its_place(book: Rulebook) -> None:
    text = "I met the crews.\nThey were tired, all nine of them.\nNobody had told them of the accomodation"
    (match,) = spelling.check(reading(text, book))
    assert match.span is not None
    assert match.span.of(text) == "accomodation"
    assert match.suggestion == "accommodation"


def test_a_term_that_is_used_all_day_is_no_misspelling() -> None:
    assert misspelt("goverment", ("government",), uses=1) == "government"
    assert misspelt("goverment", ("government",), uses=2) is None


def test_without_the_library_the_check_says_that_it_is_skipped(book: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_proofreader, "available", lambda: False)
    with pytest.raises(_proofreader.Skipped, match="not installed"):
        list(spelling.check(reading("I met them.", book)))


def test_a_replacement_takes_the_form_of_what_it_replaces() -> None:
    assert [inflected("begin", tag) for tag in ("VB", "VBZ", "VBD", "VBN", "VBG")] == list(verb_forms("begin"))
    assert inflected("set", "VBD") == "set"
    assert inflected("carry", "VBN") == "carried"


@given(WORDS, WORDS)
def test_the_distance_of_two_words_is_the_same_from_both_ends(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, other) <= max(len(one), len(other))
