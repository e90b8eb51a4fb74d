"""Acronyms: what the rules' own examples cannot say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecqlint import rulebook
from ecqlint.checks import acronym_overuse, undefined_acronym
from ecqlint.checks._acronyms.expansions import Words, loosely
from ecqlint.engine import outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document
from ecqlint.rule import Match
from ecqlint.text import Span

RULES = rulebook.load()
TWO_SECTIONS = """ECQ 1: Leading Change
The Bureau of Engraving and Printing (BEP) was late. I told BEP so.
ECQ 2: Leading People
I went back to BEP, and the NRC came along. The Nuclear Regulatory Commission (NRC) was glad."""


def reading(text: str) -> Reading:
    return Reading(outline(text_document(text), RULES))


def found(text: str, **options: object) -> list[str]:
    matches = undefined_acronym.check(reading(text), **{"known": [], **options})
    return [match.span.of(text) for match in matches if match.span]


def test_an_acronym_spelled_out_too_late_comes_with_the_words_to_put_first() -> None:
    (match,) = undefined_acronym.check(reading(TWO_SECTIONS), known=[])
    assert match.suggestion == "Nuclear Regulatory Commission (NRC)"
    assert match.fields["problem"] == "is spelled out only after its first use"


def test_an_acronym_that_is_never_spelled_out_comes_without_a_guess() -> None:
    (match,) = undefined_acronym.check(reading("I told the NRC so."), known=[])
    assert match.suggestion is None


def test_each_acronym_is_reported_once_at_its_first_use() -> None:
    text = "I told the NRC so. The NRC's staff and two other NRCs agreed."
    (match,) = undefined_acronym.check(reading(text), known=[])
    assert match.span == Span(11, 14)


def test_on_request_each_ecq_has_to_spell_out_its_own() -> None:
    assert found(TWO_SECTIONS) == ["NRC"]
    assert found(TWO_SECTIONS, again_in_each_ecq=True) == ["BEP", "NRC"]


def test_a_house_may_know_acronyms_of_its_own_in_any_form() -> None:
    assert found("The DoD, two NRCs and the BEP met.", known=["DOD", "NRC"]) == ["BEP"]


def test_a_list_of_sources_at_the_end_neither_uses_nor_spells_out() -> None:
    text = "ECQ 3: Results Driven\nI cleared the BEP backlog.\nReferences\nBureau of Engraving and Printing (BEP). NRC Press."
    assert found(text) == ["BEP"]


def test_the_title_lines_at_the_top_are_no_use() -> None:
    text = "DANA R. WHITFIELD\nDirector, DISA Field Office\nI have led people for twenty years.\nECQ 1: Leading Change\nI led."
    assert found(text) == []


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("FISMA", "Federal Information Security Modernization Act"),
        ("NAVSUP", "Naval Supply"),
        ("DoD", "Department of Defense"),
        ("R&D", "Research and Development"),
        ("XML", "Extensible Markup Language"),
        ("CEA", "Club Écriture et Arts"),
        ("MFA", "multi-factor authentication"),
    ],
)
def test_the_beginnings_of_words_spell_an_acronym(acronym: str, name: str) -> None:
    (run, *_) = Words(name, [Span(0, len(name))]).spelling(acronym, Span(0, len(name)))
    assert run.span == Span(0, len(name))


def test_letters_inside_words_do_for_a_name_in_parentheses_but_the_first_begins_a_word() -> None:
    assert loosely("NAVAIR", "the Naval Air Systems Command") == 4
    assert loosely("OIG", "the Inspector General") is None


def test_overuse_counts_different_acronyms_and_tells_how_many_stay_unexplained() -> None:
    text = "I told the NRC (Nuclear Regulatory Commission) and the BEP, and the BEP told the NRC."
    options = {"known": [], "limit": 1.0, "unspelled_limit": 1.0, "least": 2}
    (match,) = acronym_overuse.check(reading(text), **options)
    assert match == Match(None, fields := {"count": 2, "rate": 125.0, "unspelled": 1}, details=fields)
    assert list(acronym_overuse.check(reading(text), **{**options, "least": 3})) == []


@given(st.text(alphabet="ABC de&.(),-–/’'“\n1sS", max_size=80))
def test_whatever_the_text_a_match_is_a_place_of_capitals_in_it(text: str) -> None:
    spans = [match.span for match in undefined_acronym.check(reading(text), known=[])]
    assert spans == sorted(set(spans))
    assert all(sum(c.isupper() for c in span.of(text)) >= 2 for span in spans)
