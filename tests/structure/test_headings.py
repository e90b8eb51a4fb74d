"""Which lines are headings of ECQs."""

from __future__ import annotations

import pytest

from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook
from ecqlint.structure.headings import ecq_headings

STORY = "\nI moved 40 offices to one payroll in 2019.\n"

HEADINGS = {
    "ECQ 1: Leading Change": 1,
    "EXECUTIVE CORE QUALIFICATION #2 - LEADING PEOPLE": 2,
    "Executive Core Qualification (ECQ) 1: Leading Change": 1,
    "Leading Change (ECQ 1)": 1,
    "Leading People, ECQ 2": 2,
    "1. Leading Change": 1,
    "II. Leading People": 2,
    "(1) Leading Change": 1,
    "[ECQ 1] Leading Change": 1,
    "Drives Results (ECQ 3)": 3,
    "ECQ One: Leading Change": 1,
    "ECQ1 – Leading Change": 1,
    "ECQ-1: Leading Change": 1,
    "ECQ V: Building Coalitions": 5,
    "ECQ 4": 4,
    "ECQ #5": 5,
    "Executive Core Qualification 5": 5,
    "Core Qualification 2 Leading People": 2,
    "Qualification 1: Leading Change": 1,
    "Section 1: Leading Change": 1,
    "A. Leading Change": 1,
    "BUSINESS ACUMEN": 4,
    "Bussiness Acumen": 4,
    "Results-Driven": 3,
    "Result Driven:": 3,
    "Building Coalitions/Communication": 5,
    "Building Coalitions.": 5,
    "Leading Change Narrative": 1,
    "ECQ 1: Transforming the Payroll Office": 1,
    "ECQ 1: LEADING CHANGE – Driving a New Payroll": 1,
}

MENTIONS = [
    "Leading change is hard, and I led it.",
    "Leading people through the merger, I met 40 of them.",
    "In ECQ 1 I told of the depot.",
    "ECQ 1 asks for change.",
    "My example of Leading Change is short.",
    "Results driven, the office cut its backlog.",
    "ECQ 2 is about people. I lead them.",
    "Building coalitions took two years.",
    "leading change",
    "Business acumen mattered: I cut costs.",
    "Leading change and leading people are two of the five.",
    "Executive Core Qualifications",
    "Leading Change (Kotter, 2012) is a book.",
    "Results",
    "Leading Change ........ 2",
]

RUN_IN = {
    "ECQ 1: Leading Change. In 2019 I moved 40 offices.": "ECQ 1: Leading Change.",
    "Leading Change: In 2019 I moved 40 offices.": "Leading Change:",
    "LEADING CHANGE – In 2019 I moved 40 offices.": "LEADING CHANGE –",
    "ECQ 2 - Leading People: When I arrived, two teams fought.": "ECQ 2 - Leading People:",
}


@pytest.mark.parametrize("line", HEADINGS)
def test_a_line_that_names_an_ecq_is_its_heading(line: str, book: Rulebook) -> None:
    (heading,) = ecq_headings(text_document(line + STORY), book.edition("2006"))
    assert (heading.ecq.number, heading.span.start, heading.span.end) == (HEADINGS[line], 0, len(line))


@pytest.mark.parametrize("line", MENTIONS)
def test_a_mention_is_no_heading(line: str, book: Rulebook) -> None:
    assert ecq_headings(text_document(line + STORY), book.edition("2006")) == ()


@pytest.mark.parametrize("line", RUN_IN)
def test_a_heading_may_stand_at_the_start_of_its_first_paragraph(line: str, book: Rulebook) -> None:
    document = text_document(line)
    (heading,) = ecq_headings(document, book.edition("2006"))
    assert heading.span.of(document.text) == RUN_IN[line]


def test_a_list_of_the_five_is_not_five_sections(book: Rulebook) -> None:
    names = ["Leading Change", "Leading People", "Results Driven", "Business Acumen", "Building Coalitions"]
    text = "\n".join(names) + "\n" + "".join(f"{name}{STORY}" for name in names)
    headings = ecq_headings(text_document(text), book.edition("2006"))
    assert [heading.ecq.name for heading in headings] == names
    assert headings[0].span.start > len("\n".join(names))
