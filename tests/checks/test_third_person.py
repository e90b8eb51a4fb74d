"""What the examples of third-person cannot say: what to write instead, and who is meant where the title lines are silent."""

from __future__ import annotations

from ecqlint import rulebook
from ecqlint.engine import lint
from ecqlint.readers.text import text_document
from ecqlint.rule import Finding

BOOK = rulebook.load().selected(["third-person"])


def _found(text: str) -> list[Finding]:
    return list(lint(text_document(text), BOOK).findings)


def test_the_suggestion_fits_the_grammar() -> None:
    text = "Dana R. Reed\nMs. Reed moved her desk to the dock, and the crews thanked her. Reed's plan held."
    assert [(finding.excerpt, finding.suggestion) for finding in _found(text)] == [
        ("Ms. Reed", "I"),
        ("her", "my"),
        ("her", "me"),
        ("Reed's", "my"),
    ]


def test_without_a_title_line_the_person_who_acts_throughout_is_the_writer() -> None:
    story = "Mr. Okafor ran the port. He cut the queue to nine ships.\n\nThe crews trusted Mr. Okafor with the keys.\n"
    text = f"ECQ 1: Leading Change\n{story}Okafor then wrote the plan.\nECQ 2: Leading People\nMr. Okafor trained 40 pilots.\n"
    assert {"Mr. Okafor", "He", "Okafor"} <= {finding.excerpt for finding in _found(text)}


def test_a_colleague_who_acts_beside_the_writer_is_nobody_else() -> None:
    text = "ECQ 1: Leading Change\nI ran the port. Mr. Okafor ran the cranes for me. He cut the queue, and I thanked him.\n"
    assert _found(text) == []


def test_nothing_is_found_in_a_quotation() -> None:
    assert _found("Dana R. Reed\nThe mayor wrote: “Ms. Reed kept the dock open, and she kept it safe.”") == []


def test_a_nickname_beside_the_surname_is_the_candidate_and_no_namesake() -> None:
    text = "Theodore R. Wexler\nMr. Wexler moved his desk to the dock. The crews knew that Ted Wexler kept his word.\n"
    assert {"Mr. Wexler", "Ted Wexler"} <= {finding.excerpt for finding in _found(text)}


def test_your_applicant_is_who_writes_to_the_board_and_your_own_applicant_is_not() -> None:
    assert [
        finding.excerpt for finding in _found("When the vendor failed, your applicant signed the lease alone.")
    ] == ["your applicant"]
    assert _found("I told the mayor: bring me your applicants, and your best applicant will be heard.") == []
