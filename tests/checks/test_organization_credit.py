"""What the examples of organization-credit cannot say: parts of a story, and whose organization it is."""

from __future__ import annotations

from dataclasses import replace

from ecqlint import rulebook
from ecqlint.checks import organization_credit
from ecqlint.engine import lint, outline
from ecqlint.language import Reading
from ecqlint.narrative import Example, Part
from ecqlint.readers.text import text_document

BOOK = rulebook.load().selected(["organization-credit"])
OPTIONS = BOOK.by_name["organization-credit"].options


def _places(text: str) -> list[str]:
    return [finding.excerpt for finding in lint(text_document(text), BOOK).findings if not finding.habit]


def test_the_depot_is_the_writers_own_only_where_the_text_says_so() -> None:
    deed = "ECQ 1: Leading Change\nI drew a map. The depot cleared the lanes."
    assert _places(deed) == []
    assert _places(f"I supervise 90 people at Cold Fork Army Depot.\n{deed}") == ["The depot cleared"]


def test_what_the_organization_did_before_the_story_is_its_context() -> None:
    text = "ECQ 1: Leading Change\nWe built the pier in 1990."
    narrative = outline(text_document(text), BOOK)
    (section,) = narrative.sections
    example = Example(section.body, None, (Part("context", section.body),))
    reading = Reading(replace(narrative, sections=(replace(section, examples=(example,)),)))
    assert list(organization_credit.check(reading, **OPTIONS)) == []
