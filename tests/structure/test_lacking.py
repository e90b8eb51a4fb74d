"""Which parts a story leaves out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ecqlint.engine import lint
from ecqlint.narrative import PARTS, Example
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook

Told = Callable[[str], tuple[tuple[Example, ...], str]]


@pytest.fixture
def missing(told: Told) -> Callable[[str], list[set[str]]]:
    """Gives the parts that each example of a section does not tell."""
    return lambda section: [set(PARTS) - {part.name for part in example.parts} for example in told(section)[0]]


def test_a_whole_story_lacks_no_part(missing: Callable[[str], list[set[str]]], well: str, library: str) -> None:
    assert missing(well) == missing(library) == [set()]


def test_a_story_that_ends_with_what_was_done_lacks_its_result(
    missing: Callable[[str], list[set[str]]], well: str, library: str
) -> None:
    for story in (well, library):
        setting, action, _ = story.splitlines(keepends=True)
        more = "I met the boards of all three once a month, and I sent each of them a copy of the plan. I wrote to the state as well.\n"
        assert missing(setting + action + more) == [{"result"}]


def test_a_story_in_which_the_candidate_does_nothing_lacks_its_action(
    missing: Callable[[str], list[set[str]]], well: str, library: str
) -> None:
    setting, _, result = library.splitlines(keepends=True)
    section = f"Example 1: The Well\n{well}Example 2: The Libraries\n{setting}{result}"
    assert missing(section) == [set(), {"action"}]


def test_a_narrative_that_never_says_who_acts_is_not_told_to_lack_its_action(
    missing: Callable[[str], list[set[str]]],
) -> None:
    story = (
        "Inherited a backlog of 4,000 permits and a demoralized staff of 60. Congress had threatened to move the program away. "
        "Reorganized the intake desk, assigned each permit to one reviewer, and negotiated overtime with the union. "
        "Each permit was assigned to one reviewer under the new plan. "
        "Reduced the backlog to 300 within a year and cut the wait from 90 days to 14.\n"
    )
    assert missing(story) == [set()]


def test_a_short_story_of_a_sentence_a_part_lacks_none(missing: Callable[[str], list[set[str]]]) -> None:
    story = (
        "In 2019 the clinic at Ronan lost two of its three doctors. It served 6,100 people in a valley without a hospital. "
        "I recruited two physicians from Spokane and shared a third with the tribe. "
        "By 2021 the wait for a visit had fallen from 31 days to six.\n"
    )
    assert missing(story) == [set()]


def test_of_three_sentences_one_tells_the_problem_and_where_it_was(
    missing: Callable[[str], list[set[str]]], book: Rulebook
) -> None:
    story = (
        "In 2019 the clinic at Ronan, which served 6,100 people in a valley without a hospital, lost two of its three doctors. "
        "I recruited two physicians from Spokane and shared a third with the tribe. "
        "By 2021 the wait for a visit had fallen from 31 days to six.\n"
    )
    assert len(missing(story)[0] & {"challenge", "context"}) == 1
    report = lint(text_document(f"ECQ 1: Leading Change\n{story}"), book)
    assert "ccar-incomplete" not in {finding.name for finding in report.findings}


def test_a_label_with_nothing_under_it_is_a_part_left_out(
    missing: Callable[[str], list[set[str]]], labelled: str
) -> None:
    without = labelled.replace("All 412 households had water by August.", "")
    assert missing(without) == [{"result"}]
