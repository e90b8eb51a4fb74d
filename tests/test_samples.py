"""Every rule does what its own examples say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecqlint import rulebook
from ecqlint.rule import Rule
from ecqlint.rulebook import Rulebook, load_folder
from ecqlint.samples import failures

RULES = rulebook.load().rules


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_finds_its_bad_examples_where_they_are_marked_and_its_good_ones_nowhere(
    rule: Rule, book: Rulebook
) -> None:
    assert [str(failure) for failure in failures(rule, book)] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert len(rule.why.split()) >= 12
    assert rule.summary.endswith(".")
    assert rule.source


def test_a_wrong_example_is_reported_with_what_was_missed_and_what_was_found(tmp_path: Path, book: Rulebook) -> None:
    group = tmp_path / "house"
    group.mkdir()
    (group / "lists.toml").write_text(
        'summary = "s"\nmessage = "m"\nwhy = "w"\nsource = "x"\nseverity = "advice"\ncheck = "phrases"\n'
        'options.phrases = ["low-hanging fruit"]\n'
        'bad = ["We took the low-hanging «fruit»."]\ngood = ["We picked fruit."]\n',
        encoding="utf-8",
    )
    (rule,) = load_folder(tmp_path)
    (failure,) = failures(rule, book)
    assert failure.missed == ("fruit",)
    assert failure.surplus == ("low-hanging fruit",)
