"""Characters are as wide as in Word's own fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecqlint.readers.docx.layout.metrics import Type, face


def width(text: str, font: str, size: float = 10.0, *, bold: bool = False) -> float:
    return Type(font, bold, False, size).widths[text]


def test_text_in_times_is_as_wide_as_times_says():
    assert width("Times", "Times New Roman") == pytest.approx(10 * (0.611 + 0.278 + 0.778 + 0.444 + 0.389))


def test_every_character_of_a_typewriter_is_as_wide_as_the_next():
    assert width("iiii", "Courier New") == pytest.approx(width("WWWW", "Courier New")) == pytest.approx(24)


def test_bold_text_is_wider():
    assert width("narrative", "Arial", bold=True) > width("narrative", "Arial")


def test_a_line_is_as_high_as_word_makes_it():
    heights = {
        font: round(Type(font, False, False, 12).height, 1) for font in ("Times New Roman", "Calibri", "Cambria")
    }
    assert heights == {"Times New Roman": 13.8, "Calibri": 14.6, "Cambria": 14.1}


def test_a_font_of_known_widths_is_known_and_another_is_not():
    assert face("Arial", False, False).known
    assert not face("Garamond", False, False).known


def test_the_name_that_says_most_decides_what_stands_in_for_a_font():
    assert width("narrative", "Century Gothic") > width("narrative", "Century")
    assert width("narrative", "Calibri Light") == width("narrative", "Calibri")


def test_characters_without_data_have_sane_widths():
    assert width("漢", "Arial") == pytest.approx(10)
    assert width("\u0301", "Arial") == 0
    assert 0 < width("ꙮ", "Arial") < 10


def test_distance_and_scale_of_characters_change_the_width():
    plain = Type("Arial", False, False, 10).widths["ab"]
    assert Type("Arial", False, False, 10, 1.5).widths["ab"] == pytest.approx(plain + 3)
    assert Type("Arial", False, False, 10, 0.0, 0.5).widths["ab"] == pytest.approx(plain / 2)


def test_the_data_is_what_the_fonts_say():
    pytest.importorskip("fontTools")
    from ecqlint.readers.docx.layout import make_metrics

    if not make_metrics.FONTS.joinpath("crosextra").exists():
        pytest.skip("the fonts are not installed")
    data = Path(make_metrics.METRICS).read_text(encoding="utf-8")
    assert make_metrics.metrics() == data
