"""Which sentences are Challenge, Context, Action, Result."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from importlib import resources
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest

from ecqlint.narrative import PARTS, Example
from ecqlint.structure.model import WEIGHTS, Chain, packed, stories_model, unpacked

Told = Callable[[str], tuple[tuple[Example, ...], str]]
Named = tuple[str, str, bool]


@pytest.fixture
def parts(told: Told) -> Callable[[str], list[Named]]:
    """Gives each part of a section's examples: its name, its first two words, and whether it is labelled."""

    def named(section: str) -> list[Named]:
        examples, text = told(section)
        found = (part for example in examples for part in example.parts)
        return [(part.name, " ".join(part.span.of(text).split()[:2]), part.label is not None) for part in found]

    return named


def test_what_the_candidate_did_is_action_and_what_came_of_it_result(
    parts: Callable[[str], list[Named]], well: str, library: str
) -> None:
    for story in (well, library):
        found = [name for name, _, _ in parts(story)]
        assert found[-2:] == ["action", "result"]
        assert set(found[:-2]) <= {"challenge", "context"}


def test_a_result_told_first_is_a_result(parts: Callable[[str], list[Named]]) -> None:
    story = (
        "By August 2018 all 412 households of Harlan Creek had water again, at $90,000 less than the price of a new well. "
        "Nine months before, the only well had failed, and the district had one engineer and no money. "
        "I borrowed the county's tank trucks, wrote a plan to share pumps with three neighbors, and signed it in June. "
        "Two of the three boards refused at first, for want of a lawyer. I lent them mine. "
        "The agreement has held for five years, and repairs take two days where they took nine.\n"
    )
    found = [name for name, _, _ in parts(story)]
    assert "result" in (found[0], found[-1])
    assert "action" in found[1:-1]


def test_a_label_decides_what_its_text_is(parts: Callable[[str], list[Named]], labelled: str) -> None:
    assert parts(labelled) == [
        ("challenge", "Challenge: The", True),
        ("context", "Context: The", True),
        ("action", "Action: I", True),
        ("result", "Result: All", True),
    ]


def test_a_label_wins_against_what_the_prose_looks_like(parts: Callable[[str], list[Named]]) -> None:
    found = parts("Result: I drove a truck.\nAction: The well ran dry, and 412 households had no water.\n")
    assert [(name, labelled) for name, _, labelled in found] == [("result", True), ("action", True)]


def test_a_label_without_text_makes_no_part(parts: Callable[[str], list[Named]]) -> None:
    found = parts("Challenge: The well ran dry.\nContext: One engineer.\nAction: I shared pumps.\nResult:\n")
    assert "result" not in [name for name, _, _ in found]


def test_a_closing_mark_belongs_to_the_part_before_it(parts: Callable[[str], list[Named]]) -> None:
    found = parts("The well ran dry in 2018. (Challenge)\nI shared pumps with three neighbors. (Action)\n")
    assert found == [("challenge", "The well", True), ("action", "I shared", True)]


def test_the_weights_that_ship_come_from_the_labelled_narratives_as_they_are() -> None:
    record = json.loads(resources.files("ecqlint.structure").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    benchmark = Path(__file__).parents[1] / "benchmark"
    labelled = [path for folder in ("narratives", "stories") for path in benchmark.glob(f"{folder}/*.gold")]
    stale = "the labelled stories have changed: run python tests/benchmark/train_stories.py"
    assert record["narratives"] == {path.stem: sha256(path.read_bytes()).hexdigest()[:12] for path in labelled}, stale


def test_the_weights_that_ship_survive_being_written_and_read() -> None:
    model = stories_model()
    assert packed(unpacked(json.loads(json.dumps(packed(model))))) == packed(model)


@pytest.mark.parametrize("whole", [(0.0, 0.0, 0.0, 0.0), (1.5, 1.5, 1.5, 1.5), (0.0, 9.0, 0.5, 3.0)])
def test_the_best_path_of_a_chain_is_the_best_of_all_paths(whole: tuple[float, ...]) -> None:
    random = np.random.default_rng(7)
    chain = Chain({"a": 0, "b": 1}, *(random.normal(size=shape) for shape in ((2, 4), (2, 4, 4), (4,), (4,))))
    clues, joined = [{"a"}, {"b"}, {"a", "b"}, set(), {"b"}], [False, True, False, True, True]

    def worth(path: tuple[int, ...]) -> float:
        total = chain.first[path[0]] + chain.last[path[-1]]
        total -= sum(cost for part, cost in enumerate(whole) if part not in path)
        total += sum(
            chain.emission[chain.clues[c], part] for found, part in zip(clues, path, strict=True) for c in found
        )
        return total + sum(chain.edges[int(j), a, b] for j, (a, b) in zip(joined[1:], pairwise(path), strict=True))

    every = list(product(range(4), repeat=5))
    assert chain.best(clues, joined, np.zeros((5, 4)), np.array(whole)) == list(max(every, key=worth))


def test_the_odds_of_the_parts_of_a_sentence_add_up_to_one() -> None:
    odds = stories_model().loose.odds([{"I-acts"}, {"open=by-date", "percent"}], [False, False])
    assert np.allclose(odds.sum(1), 1)
    assert odds[0].argmax() != odds[1].argmax() == PARTS.index("result")
