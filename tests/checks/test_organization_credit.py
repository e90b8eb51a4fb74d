"""What the examples of organization-credit cannot say: parts of a story, and whose organization it is."""

from __future__ import annotations

from dataclasses import replace

from ecqlint import rulebook
from ecqlint.engine import lint, outline
from ecqlint.language import Reading
from ecqlint.narrative import Example, Part, PartName
from ecqlint.readers.text import text_document
from ecqlint.text import Span

BOOK = rulebook.load().selected(["organization-credit"])
RULE = BOOK.by_name["organization-credit"]


def _places(text: str) -> list[str]:
    return [finding.excerpt for finding in lint(text_document(text), BOOK).findings if not finding.habit]


def test_the_depot_is_the_writers_own_only_where_the_text_says_so() -> None:
    deed = "ECQ 1: Leading Change\nI drew a map. The depot cleared the lanes."
    assert _places(deed) == []
    assert _places(f"I supervise 90 people at Cold Fork Army Depot.\n{deed}") == ["The depot cleared"]


def test_what_the_organization_did_before_the_story_is_its_context() -> None:
    assert _told(("context", "We built the pier in 1990."), ("action", "I moved it in 2015.")) == []


def test_a_context_in_the_midst_of_a_story_is_no_excuse_but_a_habit_is() -> None:
    asked, moved, paid = "I asked the port for a crane.", "We moved the pier.", "We paid the port $40 a day."
    assert _told(("action", asked), ("context", moved)) == ["We moved"]
    assert _told(("action", asked), ("context", paid)) == []


def test_a_group_is_the_writers_own_once_the_writer_has_formed_or_led_it() -> None:
    deed = "The council cut the wait to nine days."
    assert _places(f"ECQ 1: Leading Change\nI wrote the rule. {deed}") == []
    assert _places(f"ECQ 1: Leading Change\nI formed a council of five. {deed}") == ["The council cut"]


def _told(*told: tuple[PartName, str]) -> list[str]:
    """The places found in a story of those parts."""
    text = " ".join(words for _, words in told)
    narrative = outline(text_document(f"ECQ 1: Leading Change\n{text}"), BOOK)
    (section,) = narrative.sections
    starts = [narrative.text.index(words) for _, words in told]
    parts = tuple(
        Part(name, Span(start, start + len(words))) for start, (name, words) in zip(starts, told, strict=True)
    )
    example = Example(section.body, None, parts)
    reading = Reading(replace(narrative, sections=(replace(section, examples=(example,)),)))
    return [match.span.of(reading.text) for match in RULE.check(reading, **RULE.options) if match.span]


def test_a_narrative_that_says_we_more_than_once_to_four_i_is_warned_of_the_rate() -> None:
    deeds = "I found a yard. We moved the pier. We sold the crane. We paid the debt. We hired a crew. We won a prize."
    report = lint(text_document(f"ECQ 1: Leading Change\n{deeds}"), BOOK)
    (warning,) = [finding for finding in report.findings if finding.habit]
    assert warning.severity == "warning"
    assert "5 times, to 1 of “I” (good narratives: one to four)" in warning.message
    assert not [
        f for f in lint(text_document(f"ECQ 1: Leading Change\n{deeds} {'I slept. ' * 20}"), BOOK).findings if f.habit
    ]
