"""What the examples of vague-statement cannot say: the question in the message, and the habit."""

from __future__ import annotations

import pytest

from ecqlint import rulebook
from ecqlint.engine import lint
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding

BOOK = rulebook.load().selected(["vague-statement"])


def _findings(text: str) -> list[Finding]:
    return list(lint(text_document(text), BOOK).findings)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("I met many stakeholders.", "how many, and which?"),
        ("I met them on numerous occasions.", "how often?"),
        ("Costs dropped considerably.", "by how much?"),
        ("The crews are much happier.", "by how much?"),
        ("Other factors came into play.", "which?"),
        ("There was a lot of history.", "how much?"),
    ],
)
def test_the_message_asks_the_question_that_is_left_open(text: str, question: str) -> None:
    (finding,) = _findings(text)
    assert question in finding.message


def test_a_number_beside_it_answers_the_question() -> None:
    assert _findings("I met many stakeholders (31 in all).") == []
    assert _findings("Costs dropped considerably, by 14 percent.") == []


def test_a_page_full_of_them_is_a_habit_and_one_is_not() -> None:
    once = "Various improvements were made. " + "I closed nine yards in a week. " * 60
    assert not [finding for finding in _findings(once) if finding.habit]
    often = "Various improvements were made. I closed nine yards in a week. " * 6
    (habit,) = [finding for finding in _findings(often) if finding.habit]
    assert habit.severity == "warning"
    assert habit.details["count"] == 6
