"""What the samples of technical-jargon cannot say: the writer's own dictionary, the rule's options, and its table."""

from __future__ import annotations

from ecqlint.checks.technical_jargon import check
from ecqlint.checks.technical_jargon.terms import terms
from ecqlint.engine import read
from ecqlint.language import Reading
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook

TEXT = "The mill rolled cupronickel, and I moved the dam's piezometers to a data lake."


def found(reading: Reading, book: Rulebook, **options: object) -> list[str]:
    """The terms that the rule finds, with these of its options changed."""
    rule = next(rule for rule in book.rules if rule.name == "technical-jargon")
    matches = check(reading, **{**rule.options, **options})  # type: ignore[arg-type]
    return [match.span.of(reading.text) for match in matches if match.span]


def test_terms_of_the_dictionary_are_right_as_they_stand(book: Rulebook) -> None:
    plain = read(text_document(TEXT), book, None, None)
    assert found(plain, book) == ["cupronickel", "piezometers", "data lake"]
    listed = Reading(plain.narrative, dictionary=["piezometer", "data lake"])
    assert found(listed, book) == ["cupronickel"]


def test_a_house_may_know_words_and_add_terms(book: Rulebook) -> None:
    reading = read(text_document(TEXT), book, None, None)
    assert found(reading, book, known=frozenset(["cupronickel"]), terms=["mill"]) == ["mill", "piezometers"]


def test_every_word_that_is_known_would_else_be_a_term_and_no_term_is_listed_twice(book: Rulebook) -> None:
    options = next(rule for rule in book.rules if rule.name == "technical-jargon").options
    assert [word for word in options["known"] if word not in terms()] == []
    assert [term for term in options["terms"] if term in terms()] == []
    assert len(options["terms"]) == len(set(options["terms"]))


def test_the_table_has_words_and_not_the_notices_above_them() -> None:
    assert {"cupronickel", "brucellosis"} <= terms()
    assert all(word.isalpha() and word.islower() for word in terms())
