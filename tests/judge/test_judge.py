"""The judge: what it says of a sentence, where it stands, and that it has read what lies in the repository."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecqlint import judge
from ecqlint.judge import KINDS, MODEL, read_judge
from ecqlint.narrative import PARTS

BENCHMARK = Path(__file__).parents[1] / "benchmark"
JUDGE = read_judge(Path(str(files("ecqlint.judge"))) / MODEL)
SLIGHT = "The outgoing director had no patience for figures, and I read every ledger in my first week."


def test_the_model_has_read_the_labelled_texts_of_the_repository() -> None:
    labelled = [path for folder in ("narratives", "stories", "passages") for path in BENCHMARK.glob(f"{folder}/*.gold")]
    stale = "the labelled texts have changed: run python tests/benchmark/train_judge.py"
    assert dict(JUDGE.trained_on) == {path.stem: sha256(path.read_bytes()).hexdigest()[:12] for path in labelled}, stale


def test_a_remark_about_a_colleague_is_told_from_a_fact_about_one() -> None:
    fact = "The outgoing director had no deputy for a year, and I read every ledger in my first week."
    of_slight, of_fact = (JUDGE.judged(text).kinds["disparaging-remark"] for text in (SLIGHT, fact))
    assert of_slight.certainty > 0.8 > 0.2 > of_fact.certainty
    assert of_slight.said.of(SLIGHT) == "The outgoing director had no patience for figures"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=2_000))
def test_whatever_a_text_holds_the_judge_answers_with_stretches_of_it(text: str) -> None:
    judgement = JUDGE.judged(text)
    assert tuple(judgement.kinds) == KINDS
    assert len(judgement.parts) == len(PARTS)
    assert sum(judgement.parts) == pytest.approx(1)
    for opinion in judgement.kinds.values():
        assert 0 <= opinion.certainty <= 1
        assert 0 <= opinion.said.start <= opinion.said.end <= len(text)


def test_a_sentence_is_judged_by_itself() -> None:
    alone = judge.begin((SLIGHT,)).result()
    among = judge.begin(("I ran the port.", SLIGHT, "We own 212.")).result()
    assert among[1] == alone[0]


def test_what_was_done_is_told_from_how_things_stood_and_what_came_of_it() -> None:
    told = {
        "challenge": "The old system failed twice a week, and nobody could say why.",
        "context": "The Albany office has 60 clerks and serves nine counties.",
        "action": "I rewrote the form myself and trained every clerk in two weeks.",
        "result": "By May 2021 the backlog had fallen by 83 percent.",
    }
    assert {part: PARTS[np.argmax(JUDGE.judged(text).parts)] for part, text in told.items()} == {p: p for p in told}
