from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecqlint.document import Document
from ecqlint.readers.text import text_document
from ecqlint.structure.labels import labels


def _typed(document: Document) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(label.span.of(document.text), label.parts, label.closes) for label in labels(document)]


@pytest.mark.parametrize(
    ("line", "typed", "parts"),
    [
        ("Challenge: The roof leaked.", "Challenge:", ("challenge",)),
        ("CHALLENGE. The roof leaked.", "CHALLENGE.", ("challenge",)),
        ("(Action) I hired a roofer.", "(Action)", ("action",)),
        ("[Context] The hall dates from 1911.", "[Context]", ("context",)),
        ("RESULT - The hall has been dry since May.", "RESULT -", ("result",)),
        ("Results – The hall has been dry since May.", "Results –", ("result",)),
        ("Challenge & Context: The roof leaked.", "Challenge & Context:", ("challenge", "context")),
        ("Situation/Challenge: The roof leaked.", "Situation/Challenge:", ("challenge", "context")),
        ("Actions taken: I hired a roofer.", "Actions taken:", ("action",)),
        ("My Actions: I hired a roofer.", "My Actions:", ("action",)),
        ("Outcome: The hall has been dry since May.", "Outcome:", ("result",)),
        ("**Context.** The hall dates from 1911.", "**Context.**", ("context",)),
        ("Context. The hall dates from 1911.", "Context.", ("context",)),
        ("Actions", "Actions", ("action",)),
    ],
)
def test_a_typed_label_names_its_parts(line: str, typed: str, parts: tuple[str, ...]) -> None:
    document = text_document(line, bold=["Context."])
    assert _typed(document) == [(typed, parts, False)]


@pytest.mark.parametrize(
    "line",
    [
        "Challenge accepted, I thought, and drove to the mill.",
        "Context matters to a jury.",
        "Results came in by March: 40 percent of the wells were dry.",
        "Action-oriented managers ran three of the five plants.",
        "Results. That was all the board asked for.",
        "I asked for one thing: results.",
        "Goal 1: cut the queue by half.",
    ],
)
def test_prose_that_begins_with_the_word_has_no_label(line: str) -> None:
    assert _typed(text_document(line)) == []


def test_marks_in_brackets_behind_the_text_close_it() -> None:
    document = text_document("The roof leaked. (Challenge)\nI hired a roofer and held a ladder. (Action)")
    assert _typed(document) == [("(Challenge)", ("challenge",), True), ("(Action)", ("action",), True)]


def test_labels_inside_a_paragraph_stand_at_the_start_of_a_sentence() -> None:
    document = text_document("Challenge: The roof leaked. Action: I hired a roofer. Result: The hall is dry.")
    assert [typed for typed, _, _ in _typed(document)] == ["Challenge:", "Action:", "Result:"]


def test_a_loose_word_is_a_label_beside_a_plain_one() -> None:
    document = text_document("Goal: A dry hall.\nActions: I hired a roofer.")
    assert [typed for typed, _, _ in _typed(document)] == ["Goal:", "Actions:"]


@given(st.text(alphabet="Chaleng Action:()-.*\n", max_size=80))
def test_labels_stand_in_order_and_never_overlap(text: str) -> None:
    spans = [label.span for label in labels(text_document(text))]
    assert all(a.end <= b.start for a, b in pairwise(spans))
