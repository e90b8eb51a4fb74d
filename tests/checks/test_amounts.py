"""Amounts as writers put them."""

from __future__ import annotations

import pytest

from ecqlint.checks.reused_example.amounts import Amount, amounts
from ecqlint.checks.reused_example.tellings import agreement
from ecqlint.language import pipeline


def only(sentence: str) -> Amount:
    (amount,) = amounts(list(pipeline()(sentence)))
    return amount


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("I closed 1,140 files.", "count", 1140),
        ("I closed twenty-six files.", "count", 26),
        ("It took twelve hundred men.", "count", 1200),
        ("It took a hundred and forty men.", "count", 140),
        ("I signed a 26-page list.", "count", 26),
        ("It cost $3.1 million.", "money", 3_100_000),
        ("It cost half a million dollars.", "money", 500_000),
        ("It took eleven weeks.", "time", 77),
        ("It took a year and two months.", "time", 425.8),
        ("It took five and a half days.", "time", 5.5),
        ("Errors fell by 31 percent.", "share", 0.31),
        ("Two thirds of the money went to tires.", "share", 2 / 3),
        ("One bottle in nine hundred left the window wrong.", "share", 1 / 900),
    ],
)
def test_an_amount_is_read_in_figures_and_in_words(sentence, kind, value):
    amount = only(sentence)
    assert amount.kind == kind
    assert amount.low == amount.high == pytest.approx(value)


@pytest.mark.parametrize(
    ("rough", "value"),
    [
        ("more than a thousand buildings", 1140),
        ("nearly seventy thousand acres", 68_400),
        ("about a dozen and a half alerts", 17),
        ("fewer than a hundred agreements", 90),
        ("half a dozen landlords", 6),
        ("a few dozen parts", 40),
    ],
)
def test_a_rounded_amount_covers_the_exact_one(rough, value):
    amount = only(f"I counted {rough}.")
    assert amount.low <= value <= amount.high
    assert not amount.exact


@pytest.mark.parametrize("sentence", ["I left in October 2016.", "On March 7, 2019, I left.", "The work took a day."])
def test_a_date_is_no_amount(sentence):
    assert not list(amounts(list(pipeline()(sentence))))


def test_amounts_of_different_kinds_never_agree():
    assert agreement(only("It cost $40."), only("It took 40 men.")) == 0
    assert agreement(only("It took 40 days."), only("It took 40 men.")) == 0


def test_the_same_things_counted_agree_more_than_other_things():
    boats, ships = only("I hired 64 boats."), only("I hired 64 clerks.")
    assert agreement(boats, only("We hired 64 boats.")) > agreement(boats, ships) > 0
