"""What an example says of itself in figures."""

from __future__ import annotations

from collections.abc import Callable

from ecqlint.narrative import Example

Told = Callable[[str], tuple[tuple[Example, ...], str]]


def test_the_largest_sum_and_the_most_people_come_before_what_is_incidental(told: Told, well: str) -> None:
    more = "I led 74 employees on a budget of $4 million, paid a fee of $90,500, and kept two trucks.\n"
    (example,), text = told(well + more)
    amounts = [amount.of(text) for amount in example.scope]
    assert amounts[:2] == ["$4 million", "412 households"]
    assert amounts.index("74 employees") < amounts.index("two trucks")


def test_a_number_of_two_words_is_one_amount(told: Told, well: str) -> None:
    (example,), text = told(well + "I wrote to 1.2 million people about a $14 million purchase.\n")
    amounts = [amount.of(text) for amount in example.scope]
    assert "1.2 million people" in amounts
    assert [amount for amount in amounts if "14" in amount] == ["$14 million"]


def test_the_year_of_a_statute_or_a_source_is_none_of_the_story(told: Told, well: str) -> None:
    more = "I read the Safe Drinking Water Act of 1974 and a manual (Kotter, 1996), and signed again in 2020.\n"
    (example,), text = told(well + more)
    assert sorted({year.of(text) for year in example.years}) == ["2018", "2020"]
