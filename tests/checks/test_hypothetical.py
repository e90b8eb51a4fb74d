"""What the examples of hypothetical cannot say: what a paragraph around it decides, and options."""

from __future__ import annotations

from ecqlint import rulebook
from ecqlint.engine import lint, outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document

BOOK = rulebook.load().selected(["hypothetical"])


def _places(text: str) -> list[str]:
    return [finding.excerpt for finding in lint(text_document(text), BOOK).findings]


def test_the_same_words_are_a_habit_in_a_story_and_an_intention_in_an_essay() -> None:
    habit = "The yard was loud and the men were tired. I would walk the line with a thermos. Nobody spoke to me."
    essay = (
        "A good leader is patient, and patience is rare. I would walk the line with a thermos. Nobody likes a stranger."
    )
    assert _places(habit) == []
    assert _places(essay) == ["I would walk"]


def test_each_intention_of_a_sentence_is_found_and_shared_verbs_once() -> None:
    assert _places("I will prepare, justify and defend a budget, and I will publish it.") == [
        "I will prepare",
        "I will publish",
    ]


def test_an_option_takes_a_verb_out() -> None:
    rule = BOOK.by_name["hypothetical"]
    options = dict(rule.options)
    reading = Reading(outline(text_document("I hope to lead a port."), BOOK))
    assert len(list(rule.check(reading, **options))) == 1
    options["intending"] = options["intending"] - {"hope"}
    assert list(rule.check(reading, **options)) == []


def test_a_condition_turns_a_deed_undone_into_an_intention() -> None:
    assert _places("Had the fire jumped the ridge, I would have moved the crews.") == ["I would have moved"]
    assert _places("Without the ridge, I would have lost the crews.") == []
