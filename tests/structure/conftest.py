"""Stories, and how they are read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ecqlint.engine import outline
from ecqlint.narrative import Example
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook

Told = Callable[[str], tuple[tuple[Example, ...], str]]


@pytest.fixture
def well() -> str:
    """A story of its own paragraphs."""
    return (
        "In the spring of 2018 the well at Harlan Creek ran dry, and 412 households had no water for nine days. "
        "The district had one engineer and no money for a second well.\n"
        "I asked the county for its two tank trucks and drove the first one myself. I wrote a plan to share pumps with three "
        "neighbors, took it to their boards, and signed the agreement in June.\n"
        "By August 2018 every household had water again, and the shared pumps cost $90,000 less than a new well.\n"
    )


@pytest.fixture
def library() -> str:
    """A story of its own paragraphs."""
    return (
        "When I became director of the Osage libraries in 2021, 14 of the 22 branches were closed on Saturdays, and loans had "
        "fallen by half. The librarians had not had a raise since 2014, and two unions spoke for them.\n"
        "I met both unions in one room and offered a raise for Saturday hours. I moved $600,000 from the bindery, trained 60 pages "
        "to run the desks, and opened the first four branches in March.\n"
        "By the end of 2022 all 22 branches were open on Saturdays, and loans had risen by 61 percent.\n"
    )


@pytest.fixture
def labelled() -> str:
    """A story of typed parts."""
    return (
        "Challenge: The well ran dry in 2018.\nContext: The district had one engineer.\n"
        "Action: I shared pumps with three neighbors.\nResult: All 412 households had water by August.\n"
    )


@pytest.fixture
def told(book: Rulebook) -> Told:
    """Gives the examples of one section, and the document's text."""

    def examples(section: str) -> tuple[tuple[Example, ...], str]:
        document = text_document(f"ECQ 1: Leading Change\n{section}")
        return outline(document, book).sections[0].examples, document.text

    return examples
