"""Who the title lines say has written the narrative."""

from __future__ import annotations

import pytest

from ecqlint.structure.candidate import find_candidate


@pytest.mark.parametrize(
    ("line", "given", "surname"),
    [
        ("Desmond R. Pruett", ("Desmond",), "Pruett"),
        ("MAREN O. DAHLQUIST", ("Maren",), "Dahlquist"),
        ("Lucinda R. Tafoya, PhD", ("Lucinda",), "Tafoya"),
        ("Resume of Jane Q. Doe", ("Jane",), "Doe"),
        ("Executive Core Qualifications - Jane Doe", ("Jane",), "Doe"),
        ("ECQ Narrative of Dr. Luis M. de la Cruz, Jr.", ("Luis",), "Cruz"),
        ("TOLLIVER, MARGUERITE A.", ("Marguerite",), "Tolliver"),
        ("Name: Jean-Luc O'Brien", ("Jean-Luc",), "O'Brien"),
        ("Prepared by Col. Thomas B. Hale (Ret.)", ("Thomas",), "Hale"),
    ],
)
def test_a_name_is_found_in_the_ways_people_write_it(line: str, given: tuple[str, ...], surname: str) -> None:
    candidate = find_candidate([line])
    assert candidate is not None
    assert (candidate.given, candidate.surname) == (given, surname)


@pytest.mark.parametrize(
    "line",
    [
        "Executive Core Qualifications",
        "Senior Executive Service Candidate Development Program",
        "Improving Myself in the Executive Core Qualifications",
        "Social Security Administration",
        "Wichita, Kansas",
        "Supervisory Management Analyst, GS-15",
        "",
    ],
)
def test_other_title_lines_name_nobody(line: str) -> None:
    assert find_candidate([line]) is None


def test_the_office_beside_the_name_is_kept() -> None:
    candidate = find_candidate(["ERIC J. VANCE", "Deputy Administrator, Farm Services"])
    assert candidate is not None
    assert candidate.offices == ("Deputy Administrator, Farm Services",)
