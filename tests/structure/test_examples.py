"""Where the stories of an ECQ begin and end."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from ecqlint.engine import outline
from ecqlint.narrative import Example
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook
from ecqlint.structure import examples

Told = Callable[[str], tuple[tuple[Example, ...], str]]

DEFINITION = (
    "This core qualification involves the ability to bring about strategic change, both within and outside the organization, "
    "to meet organizational goals.\n"
)


@pytest.fixture
def starts(told: Told) -> Callable[[str], list[str]]:
    """Gives the first words of each example of a section."""

    def first_words(section: str) -> list[str]:
        examples, text = told(section)
        return [" ".join(example.span.of(text).split()[:4]) for example in examples]

    return first_words


def test_two_stories_in_unlabelled_prose_are_two_examples(
    starts: Callable[[str], list[str]], well: str, library: str
) -> None:
    assert starts(well + library) == ["In the spring of", "When I became director"]


def test_one_story_in_three_paragraphs_is_one_example(starts: Callable[[str], list[str]], well: str) -> None:
    assert starts(well) == ["In the spring of"]


def test_a_beginning_between_two_halves_of_one_story_is_none(
    starts: Callable[[str], list[str]], well: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examples, "beginnings", lambda *_, **__: [0, 1])
    assert starts(well) == ["In the spring of"]
    halves = len(well.splitlines())
    monkeypatch.setattr(examples, "beginnings", lambda *_, **__: [0, halves])
    assert starts(well + library) == ["In the spring of", "When I became director"]


def test_a_numbered_heading_may_ask(starts: Callable[[str], list[str]], well: str, library: str) -> None:
    asked = f"Example 1: Who Drank the Creek?\n{well}Example 2: Who Reads on Saturdays?\n{library}"
    assert starts(asked) == ["Example 1: Who Drank", "Example 2: Who Reads"]


def test_a_story_in_prose_beside_a_labelled_one_is_a_story_of_its_own(
    starts: Callable[[str], list[str]], labelled: str, well: str, library: str
) -> None:
    assert starts(labelled + library) == ["Challenge: The well ran", "When I became director"]
    assert starts(well + labelled) == ["In the spring of", "Challenge: The well ran"]


def test_what_follows_in_the_paragraphs_behind_a_labelled_result_is_still_the_result(
    starts: Callable[[str], list[str]], labelled: str
) -> None:
    more = "The pumps have since been copied by four counties, and the state made them its rule in 2020.\n"
    assert starts(labelled + more) == ["Challenge: The well ran"]


def test_a_definition_above_the_story_belongs_to_no_example(starts: Callable[[str], list[str]], well: str) -> None:
    assert starts(DEFINITION + well) == ["In the spring of"]


def test_a_section_that_only_defines_tells_no_example(starts: Callable[[str], list[str]]) -> None:
    assert starts(DEFINITION) == []


def test_an_example_begins_with_its_heading_and_keeps_it_as_its_title(told: Told, well: str, library: str) -> None:
    examples, text = told(f"Example 1: The Well\n{well}Example 2: The Libraries\n{library}")
    assert [example.title.of(text) for example in examples if example.title] == [
        "Example 1: The Well",
        "Example 2: The Libraries",
    ]
    assert all(example.title and example.span.start == example.title.start for example in examples)


def test_labels_that_set_out_anew_begin_an_example(
    starts: Callable[[str], list[str]], well: str, labelled: str
) -> None:
    assert starts(labelled * 2) == ["Challenge: The well ran"] * 2


def test_an_action_and_a_result_that_come_back_stay_in_their_example(
    starts: Callable[[str], list[str]], well: str, labelled: str
) -> None:
    again = "Action: I then shared the engineer as well.\nResult: Repairs took two days in place of nine.\n"
    assert len(starts(labelled + again)) == 1


def test_closing_marks_that_set_out_anew_begin_an_example_at_their_text(told: Told) -> None:
    closed = "The well ran dry in 2018. (Challenge)\nI shared pumps. (Action)\nAll 412 households had water. (Result)\n"
    examples, text = told(closed * 2)
    assert [example.span.of(text).count("(Result)") for example in examples] == [1, 1]
    assert all(example.span.of(text).startswith("The well") for example in examples)


def test_examples_follow_each_other_and_stay_inside_their_section(well: str, library: str, book: Rulebook) -> None:
    document = text_document(f"ECQ 1: Leading Change\n{DEFINITION}{well}{library}ECQ 2: Leading People\n{library}")
    for section in outline(document, book).sections:
        spans = [example.span for example in section.examples]
        assert all(span in section.body for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_second_example_announced_within_a_paragraph_begins_there(
    starts: Callable[[str], list[str]], well: str, library: str
) -> None:
    announced = library.replace("When I became director", "A second example is from 2021: when I became director")
    assert starts(well.rstrip() + " " + announced) == ["In the spring of", "A second example is"]


def test_an_example_of_something_else_begins_no_story(starts: Callable[[str], list[str]], well: str) -> None:
    more = "Another example of the waste was the second pump, which had stood in a shed since 2004. I sold it in May.\n"
    assert starts(well.rstrip() + " " + more) == ["In the spring of"]


def test_a_paragraph_that_draws_on_the_one_before_begins_no_story(
    starts: Callable[[str], list[str]], well: str, library: str
) -> None:
    tied = library.replace("When I became director of the Osage libraries in 2021,", "In 2021, however,")
    assert starts(well + tied) == ["In the spring of"]


def test_a_section_that_narrates_nothing_tells_no_example(starts: Callable[[str], list[str]]) -> None:
    essay = (
        "Change is the work of a leader, and a leader who waits has lost. People need to know the reason first. They follow "
        "whoever tells them.\n"
        "In my office I would begin with the rangers. I will ask each of them what he needs, and I plan to write it down. Budgets "
        "are tight, but ideas cost nothing. I believe that trust comes first and the work comes second.\n"
    )
    assert starts(essay) == []
