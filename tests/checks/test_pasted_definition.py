"""OPM's own words in a narrative."""

from __future__ import annotations

from ecqlint import rulebook
from ecqlint.engine import apply, outline
from ecqlint.language import Reading
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding

RULEBOOK = rulebook.load()
EDITION = RULEBOOK.edition("2006")


def found(text: str) -> list[Finding]:
    rule = RULEBOOK.by_name["pasted-definition"]
    return list(apply(rule, Reading(outline(text_document(text), RULEBOOK, EDITION.name))))


def test_every_definition_of_the_edition_is_found_where_it_is_pasted():
    for name, definition in EDITION.definitions:
        (finding,) = found(f"ECQ 1: Leading Change\n{definition}\nI sailed the ferry for nine winters.\n")
        assert finding.details["of"] == name
        assert finding.details["similarity"] == 1.0
        assert finding.excerpt == definition.rstrip(".")


def test_two_pasted_passages_with_a_story_between_them_are_two_findings():
    first, second = (definition for _, definition in EDITION.definitions[:2])
    findings = found(f"ECQ 1: Leading Change\n{first} In 2019 I closed 40 wells. {second}\n")
    assert len(findings) == 2


def test_a_definition_in_a_line_without_a_full_stop_is_found():
    words = "This core qualification involves the ability to manage human, financial, and information resources strategically"
    (finding,) = found(f"ECQ 4: Business Acumen\n{words}\nIn 2019 I ran four warehouses.\n")
    assert finding.excerpt == words
