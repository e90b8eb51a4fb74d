"""What the examples of passive-voice cannot say: suggestions, options, the habit, and spans."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecqlint import rulebook
from ecqlint.checks import passive
from ecqlint.engine import apply, lint, outline
from ecqlint.language import Reading, pipeline
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding, Rule
from ecqlint.rulebook import Rulebook

NAME = "passive-voice"
BOOK = rulebook.load().selected([NAME])
SAMPLES = [sample.unmarked for sample in (*BOOK.by_name[NAME].bad, *BOOK.by_name[NAME].good)]


@pytest.fixture
def rule(book: Rulebook) -> Rule:
    return book.by_name[NAME]


def _read(text: str) -> Reading:
    return Reading(outline(text_document(text), BOOK))


def _places(text: str) -> list[Finding]:
    return [finding for finding in lint(text_document(text), BOOK).findings if not finding.habit]


def _suggestion(text: str) -> str | None:
    (finding,) = _places(text)
    return finding.suggestion


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("The plan was approved by the board in May.", "the board approved"),
        ("Every waiver was signed by me.", "I signed"),
        ("The new code was written by two of my analysts.", None),
        ("The new code was written by my analysts.", "my analysts wrote"),
        ("The form is reviewed by my office each week.", "my office reviews"),
        ("The forms are carried by the drivers.", "the drivers carry"),
        ("The forms are carried by a driver.", "a driver carries"),
        ("The money was found by Ms. Adeyemi.", "Ms. Adeyemi found"),
    ],
)
def test_a_named_agent_is_suggested_as_the_subject(text: str, active: str | None) -> None:
    assert _suggestion(text) == active


@pytest.mark.parametrize(
    "text",
    [
        "The program was cancelled.",
        "The letters were sent by mail.",
        "The budget was cut by a third.",
        "The software was licensed by the seat.",
        "The plan was revised by Friday.",
        "The pier had been built by the Navy.",
        "The crates were opened and emptied by my crew.",
        "The lease was signed by a firm that had failed twice.",
    ],
)
def test_nothing_is_suggested_where_the_agent_or_the_verb_is_not_plain(text: str) -> None:
    assert _suggestion(text) is None


def test_without_the_classes_of_states_only_grammar_decides() -> None:
    text = "The plan is based on interviews. The wounds were self-inflicted, and the staff was very tired."
    assert [found.participle.text for found in passive.passives(pipeline()(text))] == ["based"]
    assert _places(text) == []


def test_an_emptied_class_makes_its_participles_passives_again(rule: Rule) -> None:
    reading = _read("The hangars were closed on Mondays.")
    options = {**rule.options, "results": frozenset()}
    assert list(rule.check(reading, **rule.options)) == []
    assert [match.span.of(reading.text) for match in rule.check(reading, **options) if match.span] == ["were closed"]


def test_a_passive_in_a_quotation_is_somebody_elses_and_one_beside_it_the_writers() -> None:
    found = _places("“The plan was approved and the staff was told,” he wrote, and the memo was filed.")
    assert [finding.excerpt for finding in found] == ["was filed"]


def test_a_passive_in_every_second_sentence_is_a_habit_and_one_in_four_is_not(rule: Rule) -> None:
    passives, actives = "The road was paved. " * 10, "I paved the road. "
    (warning,) = [found for found in apply(rule, _read(passives + actives * 10)) if found.habit]
    assert warning.severity == "warning"
    assert "0.50" in warning.message
    assert not [found for found in apply(rule, _read(passives + actives * 30)) if found.habit]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=6))
def test_findings_stand_in_their_sentences_and_never_overlap(paragraphs: list[str]) -> None:
    found = _places("\n".join(paragraphs))
    assert all(one.span and one.sentence and one.span in one.sentence for one in found)
    assert all(a.span and b.span and a.span.end <= b.span.start for a, b in pairwise(found))
