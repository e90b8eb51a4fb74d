"""Where Word ends one page and begins the next."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecqlint.readers.docx.layout.document import Layout, lay_out
from tests.layout.pages import LINE, LINES, PAPER, laid_out, lines, lines_of, package
from tests.readers.word import paragraph, run, section, style, table

SPACED = '<w:spacing w:before="480" w:after="240"/>'  # 24 and 12 points
BREAK = '<w:r><w:br w:type="page"/></w:r>'
KEPT = "<w:keepNext/>"
NOTE_MARK = '<w:r><w:footnoteReference w:id="1"/></w:r>'
NOTE = f'<w:footnote w:id="1">{paragraph(lines_of(10))}</w:footnote>'


def begun(layout: Layout) -> list[int]:
    """The paragraph that each page begins with."""
    return [paragraph for paragraph, _ in layout.starts]


def headers(content: str) -> dict[str, str]:
    return {"paper": '<w:headerReference r:id="header1"/>' + PAPER, "header1": content}


def test_a_page_of_letter_paper_holds_46_lines_of_12_point_times():
    assert laid_out(lines(LINES)).pages == 1
    assert begun(laid_out(lines(LINES + 1))) == [0, LINES]


def test_the_last_page_tells_how_full_it_is():
    assert laid_out(lines(23)).filled == pytest.approx(23 * 13.8 / 648, abs=0.001)


def test_a_page_may_begin_inside_a_paragraph():
    assert laid_out(lines(40) + paragraph(lines_of(10))).starts == ((0, 0), (40, 6 * len("One line.\n")))


def test_wider_spacing_counts_below_the_last_line_too():
    double = paragraph(LINE, '<w:spacing w:line="480" w:lineRule="auto"/>')
    assert begun(laid_out(double * 24)) == [0, 23]


def test_the_greater_of_two_spaces_counts():
    layout = laid_out(paragraph(LINE, SPACED) * 3)
    assert layout.filled == pytest.approx((24 + 3 * 13.8 + 2 * 24) / 648, abs=0.001)


def test_spaces_add_up_where_the_document_says_so():
    compatible = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    layout = laid_out(paragraph(LINE, SPACED) * 3, settings=compatible)
    assert layout.filled == pytest.approx((24 + 3 * 13.8 + 2 * 36) / 648, abs=0.001)


def test_paragraphs_of_one_style_can_do_without_space_between_them():
    layout = laid_out(paragraph(LINE, SPACED + "<w:contextualSpacing/>") * 3)
    assert layout.filled == pytest.approx((24 + 3 * 13.8) / 648, abs=0.001)


def test_space_before_is_dropped_at_the_top_of_a_page_but_not_behind_a_break_made_by_hand():
    flowing = laid_out(lines(LINES) + paragraph(LINE, SPACED))
    broken = laid_out(paragraph(BREAK) + paragraph(LINE, SPACED))
    assert flowing.pages == broken.pages == 2
    assert flowing.filled == pytest.approx(13.8 / 648, abs=0.001)
    assert broken.filled == pytest.approx((24 + 13.8) / 648, abs=0.001)


def test_a_heading_goes_over_with_the_text_below_it():
    assert begun(laid_out(lines(45) + paragraph("Heading", KEPT) + lines(2))) == [0, 45]


def test_headings_that_fill_more_than_a_page_are_not_kept_together():
    assert begun(laid_out(lines(1) + paragraph("Heading", KEPT) * 60)) == [0, 1, 47]


def test_no_line_of_a_paragraph_stands_alone():
    assert begun(laid_out(lines(45) + paragraph(lines_of(4)))) == [0, 45]
    assert laid_out(lines(43) + paragraph(lines_of(4))).starts[1] == (43, 2 * len("One line.\n"))


def test_a_line_may_stand_alone_where_widow_control_is_off():
    alone = paragraph(lines_of(4), '<w:widowControl w:val="0"/>')
    assert laid_out(lines(45) + alone).starts[1] == (45, len("One line.\n"))


def test_a_paragraph_can_be_kept_on_one_page():
    assert begun(laid_out(lines(40) + paragraph(lines_of(10), "<w:keepLines/>"))) == [0, 40]


def test_a_page_break_begins_a_page_and_adds_no_line():
    layout = laid_out(paragraph(run(LINE) + BREAK) + lines(46))
    assert begun(layout) == [0, 1]


def test_a_paragraph_can_ask_for_a_page_of_its_own():
    assert begun(laid_out(lines(2) + paragraph(LINE, "<w:pageBreakBefore/>"))) == [0, 2]


def test_a_header_higher_than_the_margin_pushes_the_text_down():
    assert laid_out(lines(LINES), **headers(lines(2))).pages == 1
    assert begun(laid_out(lines(LINES), **headers(lines(4)))) == [0, 45]


def test_a_title_page_without_a_header_has_more_room():
    high = headers(lines(4)) | {"paper": '<w:headerReference r:id="header1"/><w:titlePg/>' + PAPER}
    assert begun(laid_out(lines(LINES + 46), **high)) == [0, LINES, LINES + 45]


def test_a_footnote_takes_its_room_from_the_page_that_calls_it():
    layout = laid_out(paragraph(run(LINE) + NOTE_MARK) + lines(50), footnotes=NOTE)
    assert begun(layout) == [0, 36]


def test_a_long_footnote_runs_over_to_the_next_page():
    layout = laid_out(lines(44) + paragraph(run(LINE) + NOTE_MARK), footnotes=NOTE)
    assert layout.pages == 2
    assert layout.filled == pytest.approx((9 * 13.8 + 6) / 648, abs=0.02)


def test_endnotes_stand_behind_the_text():
    note = f'<w:endnote w:id="1">{lines(5)}</w:endnote>'
    mark = paragraph('<w:r><w:endnoteReference w:id="1"/></w:r>')
    assert laid_out(mark + lines(40), endnotes=note).filled == pytest.approx(46 * 13.8 / 648, abs=0.001)


def test_a_section_begins_a_page_unless_it_continues_one():
    ended = paragraph(run(LINE), section(PAPER))
    assert begun(laid_out(ended + lines(2))) == [0, 1]
    assert laid_out(ended + lines(2), paper='<w:type w:val="continuous"/>' + PAPER).pages == 1


def test_columns_are_filled_one_after_another():
    assert begun(laid_out(lines(2 * LINES + 1), paper=PAPER + '<w:cols w:num="2"/>')) == [0, 2 * LINES]


def test_columns_are_evened_where_the_next_section_continues_the_page():
    ended = lines(19) + paragraph(run(LINE), section(PAPER + '<w:cols w:num="2"/>'))
    layout = laid_out(ended + lines(10), paper='<w:type w:val="continuous"/>' + PAPER)
    assert layout.filled == pytest.approx((10 + 10) * 13.8 / 648, abs=0.001)


def test_rows_are_as_high_as_their_highest_cell():
    assert laid_out(table(("a", "b"), ("c", "d"))).filled == pytest.approx(2 * 13.8 / 648, abs=0.001)
    narrow = '<w:tblGrid><w:gridCol w:w="700"/><w:gridCol w:w="7000"/></w:tblGrid>'
    wrapped = table(("one two three", "b")).replace("</w:tblPr>", "</w:tblPr>" + narrow)
    assert laid_out(wrapped).filled == pytest.approx(3 * 13.8 / 648, abs=0.001)


def test_a_row_goes_over_whole_only_where_it_must():
    row = f"<w:tbl><w:tblGrid/><w:tr>%s<w:tc>{lines(4)}</w:tc></w:tr></w:tbl>"
    assert begun(laid_out(lines(44) + row % "")) == [0, 46]
    assert begun(laid_out(lines(44) + row % "<w:trPr><w:cantSplit/></w:trPr>")) == [0, 44]


def test_heading_rows_are_repeated_on_every_page():
    rows = table(*[(LINE,)] * 60).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1)
    assert laid_out(rows).filled == pytest.approx((1 + 14) * 13.8 / 648, abs=0.001)


def test_an_item_of_a_list_has_the_indents_of_its_level():
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="•"/><w:pPr><w:ind w:left="8000" w:hanging="360"/></w:pPr></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    item = paragraph("one two three four five six", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert laid_out(item, numbering=numbering).filled == pytest.approx(2 * 13.8 / 648, abs=0.001)


def test_a_style_gives_what_the_paragraph_does_not_say():
    spaced = style(
        "paragraph", "Spaced", '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="360" w:lineRule="exact"/></w:pPr>'
    )
    layout = laid_out(paragraph(LINE, '<w:pStyle w:val="Spaced"/>') * 4, styles=spaced)
    assert layout.filled == pytest.approx(4 * 18 / 648, abs=0.001)


def test_hidden_text_takes_no_room():
    hidden = paragraph(run("secret " * 100, "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    assert laid_out(lines(3) + hidden).filled == laid_out(lines(3)).filled


def test_deleted_text_takes_no_room_and_inserted_text_does():
    deleted = paragraph(f"<w:del><w:r><w:delText>{'gone ' * 100}</w:delText></w:r></w:del>{run(LINE)}")
    inserted = paragraph(f"<w:ins>{run('new ' * 100)}</w:ins>")
    assert laid_out(deleted).filled == laid_out(lines(1)).filled
    assert laid_out(inserted).filled > 3 * laid_out(lines(1)).filled


def test_a_picture_takes_its_height():
    shape = '<w:r><w:pict><v:shape style="width:100pt;height:300pt"/></w:pict></w:r>'
    assert laid_out(paragraph(shape)).filled == pytest.approx((300 + 0.19 * 13.8) / 648, abs=0.001)


def test_text_in_a_guessed_font_is_told():
    assert laid_out(paragraph(run(LINE, '<w:rFonts w:ascii="Garamond"/>')) + lines(1)).guessed == pytest.approx(0.5)


def test_a_table_inside_a_table_inside_a_table_is_laid_out():
    inner = lines(2)
    for _ in range(60):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert laid_out(inner).pages == 1


@pytest.mark.parametrize("value", ["", "odd", "-999999999", "999999999", "0", "1e400"])
def test_no_measure_is_too_odd(value: str):
    body = paragraph(
        run("I led a team of nine. " * 40, f'<w:sz w:val="{value}"/><w:spacing w:val="{value}"/><w:w w:val="{value}"/>')
        + "<w:r><w:tab/></w:r>",
        f'<w:ind w:left="{value}" w:right="{value}" w:firstLine="{value}"/>'
        f'<w:spacing w:line="{value}" w:before="{value}"/><w:tabs><w:tab w:val="right" w:pos="{value}"/></w:tabs>',
    )
    paper = f'<w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:left="{value}" w:top="{value}"/><w:cols w:num="{value}" w:space="{value}"/>'
    layout = laid_out(body, paper=paper, settings=f'<w:defaultTabStop w:val="{value}"/>')
    assert len(layout.starts) == layout.pages >= 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from(["", KEPT, SPACED, "<w:keepLines/>", "<w:pageBreakBefore/>"])),
        max_size=25,
    )
)
def test_pages_begin_one_behind_the_other_and_lose_nothing(written: list[tuple[int, str]]):
    body = "".join(paragraph(run("word " * words), properties) for words, properties in written)
    layout = lay_out(package(body))
    assert len(layout.starts) == layout.pages
    assert list(layout.starts) == sorted(layout.starts)
    assert 0 <= layout.filled <= 1
    longer = lay_out(package(body + lines(LINES)))
    assert layout.pages <= longer.pages <= layout.pages + 1
