"""A paragraph is set into the lines that Word gives it."""

from __future__ import annotations

import pytest

from ecqlint.readers.docx.layout.lines import Leading, Line, Measure, Setter, Tab
from ecqlint.readers.docx.layout.metrics import Type
from ecqlint.readers.errors import Unreadable

# Ten points of a typewriter: every character is six points wide, every line 11.3 high.
COURIER = Type("Courier New", False, False, 10)


def lines(text: str, *, characters: int = 20, **room: float) -> list[Line]:
    setter = Setter(Measure(room.get("first", 0.0), room.get("left", 0.0), 6.0 * characters), Leading(), COURIER)
    setter.text(text, COURIER)
    return setter.lines()


def starts(text: str, **room: float) -> list[str]:
    """What each line says."""
    bounds = [line.start for line in lines(text, **room)]
    return [text[start:end] for start, end in zip(bounds, [*bounds[1:], None], strict=True)]


def test_words_that_do_not_fit_begin_the_next_line():
    assert starts("I led a team of nine analysts") == ["I led a team of nine ", "analysts"]


def test_a_line_may_end_behind_a_hyphen_or_a_dash():
    assert starts("we met the sixty-five experts") == ["we met the sixty-", "five experts"]
    assert starts("we met the deadline—early") == ["we met the deadline—", "early"]


def test_a_word_may_not_be_parted_at_a_slash_or_a_fixed_space():
    assert starts("they took it either/or not") == ["they took it ", "either/or not"]
    assert starts("it cost us about $4\u00a0million") == ["it cost us about ", "$4\u00a0million"]


def test_spaces_hang_over_the_end_of_a_line():
    assert starts("twelve times twelve     is 144") == ["twelve times twelve     ", "is 144"]


def test_an_address_longer_than_a_line_is_cut_where_lines_are_full():
    assert starts("see www.opm.gov/policy-data-oversight", characters=10) == [
        "see ",
        "www.opm.go",
        "v/policy-",
        "data-",
        "oversight",
    ]


def test_words_of_several_runs_stay_whole():
    setter = Setter(Measure(0, 0, 60), Leading(), COURIER)
    for piece in ("a ", "re", "sult", "ing", " loss"):
        setter.text(piece, COURIER)
    assert [line.start for line in setter.lines()] == [0, 2, 12]


def test_the_first_line_has_its_own_indent():
    assert starts("I led a team of nine analysts", first=30.0) == ["I led a team of ", "nine analysts"]


def test_east_asian_text_is_parted_anywhere_but_before_a_stop():
    assert starts("漢字漢字漢字。", characters=10) == ["漢字漢字漢", "字。"]
    assert starts("漢字漢字漢。字", characters=9) == ["漢字漢字", "漢。字"]


def test_a_paragraph_without_text_has_one_line():
    assert [line.height for line in lines("")] == [COURIER.height]


def test_a_break_ends_the_line_and_nothing_after_a_page_break_adds_one():
    setter = Setter(Measure(0, 0, 60), Leading(), COURIER)
    setter.text("one", COURIER)
    setter.end("line")
    setter.text("two", COURIER)
    setter.end("page")
    assert [(line.start, line.ends) for line in setter.lines()] == [(0, "line"), (4, "page")]


def test_text_after_a_right_tab_ends_there_and_does_not_begin_a_line():
    setter = Setter(Measure(0, 0, 120, (Tab(120, "right"),)), Leading(), COURIER)
    setter.text("Leading", COURIER)
    setter.tab(COURIER)
    setter.text("page 12", COURIER)
    assert len(setter.lines()) == 1


def test_a_left_tab_takes_its_room():
    setter = Setter(Measure(0, 0, 120), Leading(), COURIER)
    setter.text("1.", COURIER)
    setter.tab(COURIER)
    setter.text("fifteen letters", COURIER)
    assert [line.start for line in setter.lines()] == [0, 11]


@pytest.mark.parametrize(
    ("leading", "height"),
    [
        (Leading("multiple", 2.0), 2 * COURIER.height),
        (Leading("exact", 8.0), 8.0),
        (Leading("least", 8.0), COURIER.height),
        (Leading("least", 18.0), 18.0),
        (Leading("multiple", 1.0, grid=18.0), 18.0),
    ],
)
def test_lines_are_as_high_as_their_spacing_says(leading: Leading, height: float):
    setter = Setter(Measure(0, 0, 60), leading, COURIER)
    setter.text("word", COURIER)
    assert [line.height for line in setter.lines()] == [pytest.approx(height)]


def test_a_picture_makes_its_line_higher():
    setter = Setter(Measure(0, 0, 60), Leading(), COURIER)
    setter.text("word ", COURIER)
    setter.object(20, 100)
    assert [line.height > 100 for line in setter.lines()] == [True]


def test_a_paragraph_of_endless_lines_is_refused():
    setter = Setter(Measure(0, 0, 1), Leading(), COURIER)
    with pytest.raises(Unreadable, match="more pages"):
        setter.text("W " * 100_001, COURIER)
