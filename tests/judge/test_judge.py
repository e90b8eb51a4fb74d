"""The judge: what it says of a sentence, where it stands, and that it has read what lies in the repository."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecqlint import judge, rulebook
from ecqlint.engine import lint
from ecqlint.judge import KINDS, MODEL, read_judge
from ecqlint.readers.text import text_document

BENCHMARK = Path(__file__).parents[1] / "benchmark"
JUDGE = read_judge(Path(str(files("ecqlint.judge"))) / MODEL)
BOOK = rulebook.load()
SLIGHT = "The outgoing director had no patience for figures, and I read every ledger in my first week."


def test_the_model_has_read_the_narratives_and_passages_of_the_repository() -> None:
    labelled = [*BENCHMARK.glob("narratives/*.gold"), *BENCHMARK.glob("passages/*.gold")]
    stale = "the labelled texts have changed: run python tests/benchmark/train_judge.py"
    assert dict(JUDGE.trained_on) == {path.stem: sha256(path.read_bytes()).hexdigest()[:12] for path in labelled}, stale


def test_a_remark_about_a_colleague_is_told_from_a_fact_about_one() -> None:
    fact = "The outgoing director had no deputy for a year, and I read every ledger in my first week."
    of_slight, of_fact = (JUDGE.opinions(text)["disparaging-remark"] for text in (SLIGHT, fact))
    assert of_slight.certainty > 0.8 > 0.2 > of_fact.certainty
    assert of_slight.said.of(SLIGHT) == "The outgoing director had no patience for figures"


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=2_000))
def test_whatever_a_text_holds_the_judge_answers_with_stretches_of_it(text: str) -> None:
    opinions = JUDGE.opinions(text)
    assert tuple(opinions) == KINDS
    for opinion in opinions.values():
        assert 0 <= opinion.certainty <= 1
        assert 0 <= opinion.said.start <= opinion.said.end <= len(text)


def test_a_sentence_is_judged_by_itself() -> None:
    alone = judge.begin((SLIGHT,)).result()
    among = judge.begin(("I ran the port.", SLIGHT, "We own 212.")).result()
    assert among[1] == alone[0]


def test_what_the_judge_sees_is_not_reported_in_a_quotation() -> None:
    rules = BOOK.selected(["disparaging-remark"])
    assert lint(text_document(SLIGHT), rules).findings
    assert not lint(text_document(f"The mayor wrote: “{SLIGHT}”"), rules).findings


def test_without_the_runtime_the_grammar_goes_on_and_the_report_says_what_was_not_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judge, "available", lambda: False)
    report = lint(
        text_document("My predecessor was incompetent."), BOOK.selected(["disparaging-remark", "passive-voice"])
    )
    assert [finding.name for finding in report.findings] == ["disparaging-remark"]
    assert report.notes == (
        "what only a second reader sees was not looked for (disparaging-remark): onnxruntime is not installed",
    )
