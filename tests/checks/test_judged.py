"""What the examples of judged rules cannot say: quotations, how certain the judge must be, what is underlined, and where it is missing."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from ecqlint import judge, rulebook
from ecqlint.engine import lint
from ecqlint.judge import KINDS, Judgement, Opinion
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding, RuleError
from ecqlint.text import Span

BOOK = rulebook.load()
OF = {
    "disparaging-remark": "My predecessor was a bully who had never met a deadline in his life.",
    "political-content": "As a lifelong Republican I had knocked on doors for the governor's campaign.",
    "personal-belief": "I believe that people are good.",
    "hypothetical": "I would bring the same discipline to your agency.",
    "organization-credit": "I wrote the plan in May. We then merged the two divisions.",
}


def _findings(text: str, *rules: str) -> tuple[Finding, ...]:
    return lint(text_document(text), BOOK.selected(rules)).findings


@pytest.mark.parametrize("rule", OF)
def test_what_the_writer_says_is_found_and_what_somebody_else_said_is_not(rule: str) -> None:
    *before, said = OF[rule].split(". ")
    assert [finding.name for finding in _findings(OF[rule], rule)] == [rule]
    assert _findings(". ".join([*before, f"“{said}” a nurse told me."]), rule) == ()


def test_both_parties_together_are_everyday_work() -> None:
    assert _findings("I gave the Republican and Democratic committees the same two pages.", "political-content") == ()


def test_a_finding_says_how_certain_the_judge_was_and_a_rule_how_certain_it_must_be() -> None:
    (finding,) = _findings(OF["hypothetical"], "hypothetical")
    certain = finding.details["certainty"]
    assert 0.5 < certain <= 1
    strict, lax = (
        BOOK.selected(["hypothetical"]).with_options(
            "hypothetical", {"kind": "hypothetical", "sure": sure}, Path("ecqlint.toml"), ""
        )
        for sure in (1.0, certain / 2)
    )
    document = text_document(OF["hypothetical"])
    assert (len(lint(document, strict).findings), len(lint(document, lax).findings)) == (0, 1)


@pytest.mark.parametrize("sure", [-0.1, 1.1])
def test_nobody_is_surer_than_sure(sure: float) -> None:
    with pytest.raises(RuleError, match="sure"):
        BOOK.with_options("hypothetical", {"kind": "hypothetical", "sure": sure}, Path("ecqlint.toml"), "")


@pytest.mark.parametrize(
    ("said", "underlined"),
    [
        ("the pier carried", "In its second year the pier carried ore"),
        ("carried", "carried ore"),
        ("into warmer waters", "warmer waters"),
        ("lot of", "a lot of salt"),
        ("warmer waters", "warmer waters"),
    ],
)
def test_a_stretch_is_rounded_to_what_a_person_would_underline(
    said: str, underlined: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In its second year the pier carried ore, and sailed with a lot of salt into warmer waters."
    span = Span(text.index(said), text.index(said) + len(said))
    opinions = dict.fromkeys(KINDS, Opinion(0.0, span)) | {"political-content": Opinion(1.0, span)}

    def begin(texts: tuple[str, ...]) -> Future[tuple[Judgement, ...]]:
        future: Future[tuple[Judgement, ...]] = Future()
        future.set_result(tuple(Judgement(opinions, (1.0, 0.0, 0.0, 0.0)) for _ in texts))
        return future

    monkeypatch.setattr(judge, "begin", begin)
    (finding,) = _findings(text, "political-content")
    assert (finding.excerpt, finding.details["certainty"]) == (underlined, 1.0)


def test_a_narrative_that_says_we_more_than_once_to_four_i_is_warned_of_the_rate() -> None:
    deeds = (
        "I wrote the plan in May. We merged two divisions and saved $4 million. We redesigned the intake and cut the wait by half. "
        "Our team developed the strategy for the whole region. We launched a hotline for veterans. We won the Secretary's award."
    )
    (warning,) = [f for f in _findings(f"ECQ 1: Leading Change\n{deeds}", "organization-credit") if f.habit]
    assert warning.severity == "warning"
    assert "5 times, to 1 of “I” (good narratives: one to four)" in warning.message
    voiced = f"ECQ 1: Leading Change\n{deeds} {'I drove to Ohio. ' * 20}"
    assert not [finding for finding in _findings(voiced, "organization-credit") if finding.habit]


def test_without_the_runtime_other_rules_go_on_and_the_report_says_what_was_not_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judge, "available", lambda: False)
    report = lint(
        text_document("The gate was repaired in May. My predecessor was incompetent."),
        BOOK.selected(["disparaging-remark", "passive-voice"]),
    )
    assert [finding.name for finding in report.findings] == ["passive-voice"]
    assert report.notes == ("disparaging-remark was not checked: onnxruntime is not installed",)
