"""Words in pieces: each piece knows its word, and nothing of a text is lost but white space."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ecqlint.judge.pieces import Pieces
from ecqlint.text import Span

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KNOWN = [
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *LETTERS,
    *(f"##{c}" for c in LETTERS),
    "micro",
    "##mana",
    "##ged",
    "don",
    "’",
    ".",
    "cafe",
]


def _pieces(text: str) -> list[str]:
    ids, _ = Pieces(KNOWN).of(text)
    return [KNOWN[number] for number in ids]


def test_a_word_is_read_in_the_longest_pieces_that_are_known() -> None:
    assert _pieces("Micromanaged") == ["[CLS]", "micro", "##mana", "##ged", "[SEP]"]


def test_marks_stand_by_themselves_and_accents_do_not_matter() -> None:
    assert _pieces("Don’t café.") == ["[CLS]", "don", "’", "t", "cafe", ".", "[SEP]"]


def test_a_word_in_a_script_that_is_not_known_is_one_unknown_piece() -> None:
    assert _pieces("слово") == ["[CLS]", "[UNK]", "[SEP]"]


def test_a_word_longer_than_any_is_not_taken_apart() -> None:
    assert _pieces("a" * 5_000) == ["[CLS]", "[UNK]", "[SEP]"]


@given(st.text(max_size=300))
def test_every_piece_has_its_word_in_the_text_and_they_stand_in_order(text: str) -> None:
    ids, places = Pieces(KNOWN).of(text)
    assert len(ids) == len(places) + 2
    assert all(place.of(text).strip() == place.of(text) != "" for place in places)
    assert places == sorted(places)


@given(st.lists(st.sampled_from(["mill", "café", "don’t", "U.S.", "2012"]), min_size=1, max_size=20))
def test_every_letter_of_a_short_text_belongs_to_a_word(words: list[str]) -> None:
    text = " ".join(words)
    _, places = Pieces(KNOWN).of(text)
    covered = {at for place in places for at in range(place.start, place.end)}
    assert covered == {at for at, letter in enumerate(text) if letter != " "}
    assert all(isinstance(place, Span) for place in places)
