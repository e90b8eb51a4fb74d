"""Stories told twice, in narratives of two or three ECQs."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ecqlint import rulebook
from ecqlint.engine import apply, outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding

RULEBOOK = rulebook.load()
RULE = RULEBOOK.by_name["reused-example"]
NARRATIVES = tomllib.loads(Path(__file__).with_name("retellings.toml").read_text(encoding="utf-8"))["narratives"]


def found(text: str) -> list[Finding]:
    return list(apply(RULE, Reading(outline(text_document(text), RULEBOOK, "2006"))))


@pytest.mark.parametrize("narrative", NARRATIVES, ids=lambda narrative: narrative["title"])
def test_a_story_told_again_is_found_and_another_achievement_is_not(narrative):
    findings = found(narrative["text"])
    assert len(findings) == len(narrative["retold"])
    for finding, start in zip(findings, narrative["retold"], strict=True):
        assert finding.excerpt.startswith(start)


def test_the_finding_names_both_ecqs_and_where_the_story_was_told_first():
    text = next(narrative["text"] for narrative in NARRATIVES if narrative["title"] == "a wind tunnel")
    (finding,) = found(text)
    other = finding.details["other"]
    assert finding.ecq == "Business Acumen"
    assert finding.details["ecqs"] == ["Leading Change", "Business Acumen"]
    assert text[other["start"] : other["end"]].startswith("I let the mechanics build a cart")
    assert "Leading Change" in finding.message


def test_a_story_copied_word_for_word_is_found_once():
    story = "In 2019 the ferry lost its master, nine deckhands and 40 of its 212 berths to rust. I chartered a barge for $61,000."
    more = "I moved the timetable by eleven minutes, trained six cooks as deckhands, and sailed in all of 300 days but two."
    (finding,) = found(f"ECQ 1: Leading Change\n{story} {more}\nECQ 2: Leading People\n{story} {more}\n")
    assert finding.ecq == "Leading People"


def test_two_tellings_in_one_ecq_are_no_reuse_between_ecqs():
    story = "In 2019 the ferry lost its master, nine deckhands and 40 of its 212 berths to rust. I chartered a barge for $61,000."
    assert not found(f"ECQ 1: Leading Change\n{story}\n{story}\nECQ 2: Leading People\nI coached 12 managers.\n")


def test_a_pasted_definition_is_no_story():
    pasted = "This core qualification involves the ability to meet organizational goals and customer expectations."
    assert not found(f"ECQ 1: Leading Change\n{pasted}\nECQ 3: Results Driven\n{pasted}\n")


@pytest.mark.parametrize("text", ["", "Nothing here is an ECQ.", "ECQ 1: Leading Change\nECQ 2: Leading People\n"])
def test_a_narrative_without_stories_has_none_told_twice(text):
    assert not found(text)
