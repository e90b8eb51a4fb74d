"""The effective format of a character: which level of the cascade has its say."""

from __future__ import annotations

import pytest

from ecqlint.document import Format
from tests.readers.word import NAMESPACES, format_of, paragraph, read_body, run, style, table

BOLD = "<w:rPr><w:b/></w:rPr>"


def defaults(content: str) -> str:
    """Document defaults for characters."""
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{content}</w:rPr></w:rPrDefault></w:docDefaults>"


def look(properties: str = "", *, paragraph_properties: str = "", **parts: str) -> Format:
    """How a run with these properties looks."""
    return format_of(read_body(paragraph(run("x", properties), paragraph_properties), **parts), "x")


def in_table(styles: str, properties: str, text: str) -> Format:
    """How the cell that says `text` looks in a table of two rows and two columns with these properties."""
    return format_of(read_body(table(("nw", "ne"), ("sw", "se"), properties=properties), styles=styles), text)


def test_word_falls_back_on_ten_points_of_times() -> None:
    assert look() == Format("Times New Roman", 10.0)


def test_each_level_goes_before_the_one_below() -> None:
    styles = defaults('<w:sz w:val="20"/><w:rFonts w:ascii="Arial"/>') + style(
        "paragraph", "P", '<w:basedOn w:val="Q"/><w:rPr><w:sz w:val="24"/></w:rPr>'
    )
    styles += style("paragraph", "Q", '<w:rPr><w:sz w:val="40"/><w:i/></w:rPr>')
    styles += style("character", "C", '<w:rPr><w:sz w:val="26"/></w:rPr>')
    in_style = '<w:pStyle w:val="P"/>'
    assert look(styles=styles) == Format("Arial", 10.0)
    assert look(paragraph_properties=in_style, styles=styles) == Format("Arial", 12.0, italic=True)
    assert look('<w:rStyle w:val="C"/>', paragraph_properties=in_style, styles=styles).size == 13.0
    direct = '<w:rStyle w:val="C"/><w:sz w:val="28"/><w:rFonts w:ascii="Georgia"/>'
    assert look(direct, paragraph_properties=in_style, styles=styles) == Format("Georgia", 14.0, italic=True)


def test_the_default_paragraph_style_holds_where_none_or_an_unknown_one_is_named() -> None:
    styles = style("paragraph", "N", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True)
    assert look(styles=styles).size == 12.0
    assert look(paragraph_properties='<w:pStyle w:val="Missing"/>', styles=styles).size == 12.0


def test_the_paragraph_mark_does_not_format_the_text() -> None:
    assert look(paragraph_properties="<w:rPr><w:b/><w:sz w:val='48'/></w:rPr>") == Format("Times New Roman", 10.0)


def test_two_bold_styles_cancel_each_other_out_and_direct_bold_decides() -> None:
    styles = style("paragraph", "P", BOLD) + style("character", "C", BOLD)
    in_style = '<w:pStyle w:val="P"/>'
    assert look(paragraph_properties=in_style, styles=styles).bold
    assert look('<w:rStyle w:val="C"/>', styles=styles).bold
    assert not look('<w:rStyle w:val="C"/>', paragraph_properties=in_style, styles=styles).bold
    assert look('<w:rStyle w:val="C"/><w:b/>', paragraph_properties=in_style, styles=styles).bold
    assert not look('<w:b w:val="0"/>', paragraph_properties=in_style, styles=styles).bold


def test_a_style_on_a_bold_style_is_bold_once() -> None:
    styles = style("paragraph", "P", f'<w:basedOn w:val="Q"/>{BOLD}') + style("paragraph", "Q", BOLD)
    assert look(paragraph_properties='<w:pStyle w:val="P"/>', styles=styles).bold


@pytest.mark.parametrize(("written", "bold"), [("1", True), ("true", True), ("on", True), ("0", False), ("off", False)])
def test_switches_are_written_in_several_ways(written: str, bold: bool) -> None:
    assert look(f'<w:b w:val="{written}"/>').bold is bold


@pytest.mark.parametrize(("written", "underlined"), [("single", True), ("wavyDouble", True), ("none", False)])
def test_underline_is_no_switch(written: str, underlined: bool) -> None:
    assert look(f'<w:u w:val="{written}"/>').underline is underlined


def test_small_capitals_are_not_capitals() -> None:
    assert look("<w:caps/>").caps
    assert not look("<w:smallCaps/>").caps


@pytest.mark.parametrize(("written", "size"), [("24", 12.0), ("23.0", 11.5), ("12pt", 12.0), ("1in", 72.0)])
def test_sizes_are_half_points_or_name_their_unit(written: str, size: float) -> None:
    assert look(f'<w:sz w:val="{written}"/>').size == size


@pytest.mark.parametrize("written", ["", "big", "-24", "0", "nan", "1e99", "9" * 5000])
def test_an_odd_size_is_no_size(written: str) -> None:
    assert look(f'<w:sz w:val="{written}"/>').size == 10.0


def test_a_font_of_the_theme_goes_before_a_named_one_in_the_same_place() -> None:
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="{name}"/></a:{kind}Font>'
        for kind, name in (("major", "Cambria"), ("minor", "Carlito"))
    )
    theme = f"<a:theme {NAMESPACES}>{fonts}</a:theme>"
    both = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'
    assert look(both, theme=theme).font == "Carlito"
    assert look(both).font == "Arial"
    assert (
        look('<w:rFonts w:ascii="Arial"/>', styles=defaults('<w:rFonts w:asciiTheme="majorHAnsi"/>'), theme=theme).font
        == "Arial"
    )
    assert look(styles=defaults('<w:rFonts w:asciiTheme="majorHAnsi"/>'), theme=theme).font == "Cambria"


def test_right_to_left_text_has_a_size_of_its_own() -> None:
    assert look('<w:rtl/><w:sz w:val="20"/><w:szCs w:val="30"/><w:bCs/>') == Format("Times New Roman", 15.0, bold=True)


def test_a_table_style_formats_its_cells_by_their_place() -> None:
    conditions = "".join(
        f'<w:tblStylePr w:type="{name}"><w:rPr>{content}</w:rPr></w:tblStylePr>'
        for name, content in {
            "firstRow": "<w:b/>",
            "firstCol": "<w:i/>",
            "band1Horz": '<w:sz w:val="30"/>',
            "nwCell": '<w:u w:val="single"/>',
        }.items()
    )
    styles = style("table", "T", f'<w:rPr><w:sz w:val="18"/></w:rPr>{conditions}')
    named = '<w:tblStyle w:val="T"/>'
    all_on = named + '<w:tblLook w:firstRow="1" w:firstColumn="1" w:noHBand="0" w:noVBand="1"/>'
    assert in_table(styles, all_on, "nw") == Format("Times New Roman", 9.0, bold=True, italic=True, underline=True)
    assert in_table(styles, all_on, "ne") == Format("Times New Roman", 9.0, bold=True)
    assert in_table(styles, all_on, "sw") == Format("Times New Roman", 15.0, italic=True)
    none_on = named + '<w:tblLook w:val="0600"/>'
    assert in_table(styles, none_on, "nw") == Format("Times New Roman", 9.0)
    assert in_table(styles, named, "ne").bold


def test_a_paragraph_style_goes_before_the_table_style() -> None:
    styles = style("table", "T", '<w:rPr><w:sz w:val="18"/></w:rPr>') + style(
        "paragraph", "N", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True
    )
    assert in_table(styles, '<w:tblStyle w:val="T"/>', "nw").size == 12.0


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("paragraph", "A", f'<w:basedOn w:val="B"/>{BOLD}') + style(
        "paragraph", "B", '<w:basedOn w:val="A"/>'
    )
    assert look(paragraph_properties='<w:pStyle w:val="B"/>', styles=styles).bold
