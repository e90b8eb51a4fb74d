"""Phrases that send the reader elsewhere."""

from __future__ import annotations

import pytest

from ecqlint import rulebook
from ecqlint.engine import apply, outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document

RULEBOOK = rulebook.load()
EDITION = RULEBOOK.edition("2006")


def excerpts(text: str) -> list[str]:
    rule = RULEBOOK.by_name["cross-reference"]
    document = text_document(f"ECQ 3: Results Driven\n{text}\n")
    return [finding.excerpt for finding in apply(rule, Reading(outline(document, RULEBOOK, EDITION.name)))]


@pytest.mark.parametrize("name", [name for ecq in EDITION.ecqs for name in (ecq.name, *ecq.aliases)])
def test_every_name_of_an_ecq_is_known(name):
    assert excerpts(f"As noted under {name}, I had 40 people.") == [f"As noted under {name}"]


def test_a_quotation_may_point_anywhere():
    assert not excerpts("“As I mentioned in ECQ 1,” read the poster, and everybody laughed.")


def test_two_references_in_a_sentence_are_two_findings():
    text = "The crews described above met the pilots whom the reader met in ECQ 1."
    assert excerpts(text) == ["described above", "whom the reader met in ECQ 1"]
