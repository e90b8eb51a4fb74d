"""What the examples of unquantified-result cannot say: the parts of a story, and the sentence beside it."""

from __future__ import annotations

from dataclasses import replace

from ecqlint import rulebook
from ecqlint.engine import outline
from ecqlint.language import Reading
from ecqlint.narrative import Example, Part, PartName
from ecqlint.readers.text import text_document
from ecqlint.text import Span

BOOK = rulebook.load().selected(["unquantified-result"])
RULE = BOOK.by_name["unquantified-result"]
STORY = "ECQ 1: Leading Change\nI rebuilt both crews. Morale improved. The men slept."


def _places(text: str, part: PartName | None) -> list[str]:
    """What is found, if all but the first sentence plays `part`."""
    narrative = outline(text_document(text), BOOK)
    (section,) = narrative.sections
    begin = text.index("crews.") + len("crews. ")
    told = (Part("action", Span(section.body.start, begin)), Part(part, Span(begin, section.span.end))) if part else ()
    example = Example(section.body, None, told)
    reading = Reading(replace(narrative, sections=(replace(section, examples=(example,)),)))
    return [match.span.of(text) for match in RULE.check(reading, **RULE.options) if match.span]


def test_without_parts_the_grammar_of_outcomes_decides() -> None:
    assert _places(STORY, None) == ["Morale improved."]


def test_in_a_result_any_event_counts_and_in_a_challenge_none() -> None:
    assert _places(STORY, "result") == ["Morale improved.", "The men slept."]
    assert _places(STORY, "challenge") == []


def test_a_number_in_the_next_paragraph_is_no_measure_of_this_one() -> None:
    assert _places(f"{STORY}\nNine men came.", None) == ["Morale improved."]
    assert _places(STORY.replace("The men", "Nine men"), None) == []
