"""Which sentences show which competencies."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from ecqlint.edition import Competency, Words
from ecqlint.engine import outline
from ecqlint.language import Reading
from ecqlint.narrative import Narrative
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook
from ecqlint.structure.competencies import shown

Shows = Callable[..., bool]


def narrative_of(book: Rulebook, *parts: str, ecq: str = "ECQ 1: Leading Change") -> Narrative:
    return outline(text_document("\n".join((ecq, *parts))), book)


@pytest.fixture
def shows(book: Rulebook) -> Shows:
    """Says whether a cue finds anything in the typed parts of a story."""

    def by(cue: str, *parts: str) -> bool:
        narrative = narrative_of(book, *parts)
        edition = msgspec.structs.replace(
            narrative.edition,
            ecqs=(),
            fundamental=(Competency("Tact", "Is kind.", (cue,)),),
            words=(Words("staff", "clerk, night watchman"), Words("blow", "fail, walk out")),
        )
        return bool(list(shown(edition, narrative.sections, Reading(narrative).sentences)))

    return by


def test_each_list_of_a_cue_has_a_word_in_the_clause(shows: Shows) -> None:
    cue = "praise, thank + @staff, cook/n"
    assert shows(cue, "Action: I thanked every clerk.")
    assert shows(cue, "Action: I praised the night watchmen.")
    assert shows(cue, "Action: The cooks were thanked by name.")
    assert not shows(cue, "Action: I thanked the mayor.")
    assert not shows(cue, "Action: I thanked the mayor and hired a clerk.")
    assert not shows(cue, "Action: I thanked the mayor, and we cooked.")


def test_a_cue_may_bar_words(shows: Shows) -> None:
    cue = "I: call + meeting but not off"
    assert shows(cue, "Action: I called a meeting.")
    assert not shows(cue, "Action: I called the meeting off.")


def test_a_cue_may_ask_who_acts(shows: Shows) -> None:
    assert shows("I: rebuild", "Action: I bought the mill, tore it down and rebuilt it in brick.")
    assert not shows("I: rebuild", "Action: The owner rebuilt the mill.")
    assert not shows("I: rebuild", "Action: I asked the owner to rebuild the mill.")
    assert shows("OTHERS: rebuild", "Result: The owner rebuilt the mill.")
    assert not shows("OTHERS: rebuild", "Action: I rebuilt the mill.")
    assert shows("@staff: volunteer", "Result: Nine clerks volunteered for the night.")
    assert shows("MY: copy", "Result: My method was copied in nine mills.")
    assert not shows("MY: copy", "Result: Their method was copied in nine mills.")


def test_what_is_denied_or_supposed_is_not_done(shows: Shows) -> None:
    assert not shows("I: sign", "Action: I did not sign the lease.")
    assert shows("I: not sign", "Action: I did not sign the lease.")
    assert not shows("I: close", "Action: If I closed the gate, nine farms would lose their water.")


def test_a_verb_and_its_particle_may_stand_apart(shows: Shows) -> None:
    assert shows("I: boil down", "Action: I boiled the manual down to a card.")


def test_a_blow_comes_before_the_answer_to_it(shows: Shows) -> None:
    cue = "OTHERS: @blow > I: hire"
    assert shows(cue, "Action: When the cooks walked out, I hired six more.")
    assert shows(cue, "Action: I opened the kitchen. The only oven failed in May. I hired a smith to mend it.")
    assert not shows(cue, "Action: I opened the kitchen. I hired a smith to mend it. The only oven failed in May.")
    assert not shows(
        cue, "Challenge: The only oven failed in May.", "Action: I hired a smith to mend it and bought another."
    )


def test_others_show_something_in_actions_and_results_only(shows: Shows) -> None:
    assert not shows("thank", "Context: The mayor thanked the clerks each spring.", "Action: I wrote a letter.")
    assert shows("thank", "Action: I wrote a letter.", "Result: The mayor thanked the clerks.")
    assert shows("I: thank", "Context: I thanked the clerks each spring.", "Action: I wrote a letter.")


def test_a_competency_is_shown_by_the_deed_without_the_word(book: Rulebook) -> None:
    narrative = narrative_of(
        book,
        "Action: I moved both crews into one room and let them choose the foreman.",
        "I gave the youngest mechanic the radio and let her run the night.",
        "Result: Resignations fell by half.",
        ecq="ECQ 2: Leading People",
    )
    named = {
        name: [span.of(narrative.text) for span in narrative.shown(name)]
        for name in ("Team Building", "Developing Others")
    }
    assert named["Team Building"] == [
        "I moved both crews into one room and let them choose the foreman.",
        "Resignations fell by half.",
    ]
    assert "I gave the youngest mechanic the radio and let her run the night." in named["Developing Others"]


def test_a_trades_own_work_shows_no_way_with_people(book: Rulebook) -> None:
    narrative = narrative_of(
        book,
        "Challenge: The crown of the furnace leaked.",
        "Action: I measured the brick at 212 points and moved the burners by nine inches.",
        "Result: The furnace burned 14 percent less gas.",
        ecq="ECQ 2: Leading People",
    )
    (section,) = narrative.sections
    assert section.ecq
    assert not any(narrative.shown(competency.name, section) for competency in section.ecq.competencies)


def test_every_cue_of_every_edition_can_be_read(book: Rulebook) -> None:
    narrative = narrative_of(book, "Action: I wrote a letter.")
    for edition in book.editions.values():
        list(shown(edition, narrative.sections, Reading(narrative).sentences))
