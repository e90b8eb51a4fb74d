"""What the examples of the rules of conduct cannot say: options, quotations, and that one remark is one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecqlint import rulebook
from ecqlint.engine import lint, read
from ecqlint.readers.text import text_document
from ecqlint.rule import RuleError

BOOK = rulebook.load().selected(["political-content", "personal-belief", "disparaging-remark"])
CONDUCT = """
My predecessor was a bully who ruled by shouting, and he had never met a deadline in his life.
As a lifelong Republican I had knocked on doors for the governor's campaign and hosted a fund-raiser for him.
I believe that change is the only constant, and my leadership philosophy is that people come first.
"""


def _names(text: str) -> list[str]:
    return [finding.name for finding in lint(text_document(text), BOOK).findings]


@pytest.mark.parametrize("said", ["My last boss was a bully.", "I believe that people are good."])
def test_what_somebody_else_said_is_not_the_writers(said: str) -> None:
    assert _names(f"“{said}” a nurse told me.") == []


def test_one_remark_is_one_finding() -> None:
    spans = [(finding.name, finding.span) for finding in lint(text_document(CONDUCT), BOOK).findings]
    for name, span in spans:
        assert span is not None
        assert not any(other != span and other.overlaps(span) for kind, other in spans if kind == name and other)


def test_both_parties_together_are_everyday_work() -> None:
    assert _names("I gave the Republican and Democratic committees the same two pages.") == []


@pytest.mark.parametrize(
    ("name", "text", "option", "word"),
    [
        ("disparaging-remark", "My predecessor was a windbag.", "nouns", "windbag"),
        ("personal-belief", "I believe that people are good.", "believing", "believe"),
        ("political-content", "I am a libertarian.", "ideologies", "libertarian"),
    ],
)
def test_an_option_takes_a_word_out(name: str, text: str, option: str, word: str) -> None:
    rule = BOOK.by_name[name]
    options = dict(rule.options)
    reading = read(text_document(text), BOOK)
    assert len(list(rule.check(reading, **options))) == 1
    options[option] = options[option] - {word}
    assert list(rule.check(reading, **options)) == []


def test_a_phrase_that_cannot_be_read_is_told_in_one_line() -> None:
    phrases = BOOK.by_name["political-content"].options["phrases"] | {"my_side": ("my (own side",)}
    book = BOOK.with_options("political-content", {"phrases": phrases}, Path("ecqlint.toml"), "")
    with pytest.raises(
        RuleError,
        match=r"ecqlint.toml: options of political-content: 'my \(own side' has a bracket that does not close",
    ):
        lint(text_document("I wrote a report."), book)


def test_an_option_takes_a_phrase_in() -> None:
    rule = BOOK.by_name["disparaging-remark"]
    options = dict(rule.options)
    reading = read(text_document("My predecessor ate (or so it seemed) the paste of three offices."), BOOK)
    assert list(rule.check(reading, **options)) == []
    options["idioms"] += ("ate ... the paste",)
    assert len(list(rule.check(reading, **options))) == 1


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("My predecessor bought it without a blush.", "The city bought it without a blush."),
        ("The leak was plain to everybody but my predecessor.", "The leak was plain to everybody but the farmers."),
        ("The manager alone did not know of it.", "The money alone did not pay for it."),
    ],
)
def test_a_frame_asks_for_its_person(said: str, other: str) -> None:
    assert _names(said) == ["disparaging-remark"]
    assert _names(other) == []


def test_what_blames_a_manager_is_a_plain_fact_of_ones_staff() -> None:
    assert _names("My predecessor was weak and passive.") == ["disparaging-remark"]
    assert _names("My analysts were weak and passive at first, and I sent them to school.") == []


def test_one_remark_of_a_manager_may_go_on_with_a_pronoun() -> None:
    assert _names("The former chief kept his own hours. He never followed up.") == ["disparaging-remark"]
    assert _names("The former plumber kept his own hours. It never followed up.") == []


def test_a_predecessor_named_once_is_known_by_the_name() -> None:
    assert _names("I replaced Captain Reyes, my predecessor. Reyes had bullied the crew.") == ["disparaging-remark"]
    assert _names("I hired Captain Reyes, a diver. Reyes had trained the crew.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The office had been badly run for a decade.",
        "I cleared up after years of neglect.",
        "Nobody before me had bothered to ask the night crew.",
        "Management before me had ignored every complaint.",
    ],
)
def test_blame_needs_no_name(text: str) -> None:
    assert _names(text) == ["disparaging-remark"]


@pytest.mark.parametrize(
    "text",
    [
        "The roof had been badly damaged for a decade.",
        "My predecessor had been forced to lay off 60 people for want of money.",
        "My boss told me that my first draft was lazy, and it was.",
        "The previous chief never closed the gate without counting heads.",
    ],
)
def test_a_fact_or_a_misfortune_is_no_blame(text: str) -> None:
    assert _names(text) == []
