"""The paper of each section of a Word file, and whether its pages are numbered."""

from __future__ import annotations

import pytest

from ecqlint.document import Document, Sheet
from tests.readers.word import field, paragraph, read_body, run, section

PAGE = paragraph(field(" PAGE  \\* MERGEFORMAT ", "3"))
EVEN_AND_ODD = "<w:evenAndOddHeaders/>"


def margins(left: str = "1440", right: str = "1440", top: str = "1440", bottom: str = "1440", more: str = "") -> str:
    """The margins of a section."""
    return f'<w:pgMar w:left="{left}" w:right="{right}" w:top="{top}" w:bottom="{bottom}" {more}/>'


def with_sections(*sections: str, **parts: str) -> Document:
    """A document with a paragraph in each of these sections."""
    body = "".join(paragraph("Text.", section(content)) for content in sections[:-1])
    return read_body(body + paragraph("Text.") + section(sections[-1]), **parts)


def only_sheet(content: str = "", **parts: str) -> Sheet:
    """The sheet of a document of one section."""
    (sheet,) = with_sections(content, **parts).sheets
    return sheet


def reference(part: str, kind: str = "default") -> str:
    """What makes a header or footer hold from a section on."""
    return f'<w:{part.rstrip("0123456789")}Reference w:type="{kind}" r:id="{part}"/>'


def test_margins_are_given_in_inches_for_every_section() -> None:
    document = with_sections(margins(left="720"), '<w:pgSz w:w="15840" w:h="12240"/>' + margins(bottom="2160"))
    assert [(sheet.width, sheet.left, sheet.bottom) for sheet in document.sheets] == [(8.5, 0.5, 1.0), (11.0, 1.0, 1.5)]


def test_a_section_without_margins_has_those_of_word() -> None:
    assert only_sheet() == Sheet(8.5, 11.0, 1.25, 1.25, 1.0, 1.0, numbered=False)


def test_a_document_without_sections_has_one_sheet() -> None:
    assert len(read_body(paragraph("Text.")).sheets) == 1


@pytest.mark.parametrize(
    ("written", "inches"), [("1in", 1.0), ("2.54cm", 1.0), ("-720", 0.5), ("odd", 1.25), ("", 1.25)]
)
def test_a_margin_may_name_its_unit_and_be_negative_or_odd(written: str, inches: float) -> None:
    assert only_sheet(margins(left=written)).left == pytest.approx(inches)


def test_the_gutter_belongs_to_the_side_that_is_bound() -> None:
    gutter = margins(more='w:gutter="720"')
    assert (only_sheet(gutter).left, only_sheet(gutter).right) == (1.5, 1.0)
    assert only_sheet(gutter + "<w:rtlGutter/>").right == 1.5
    assert only_sheet(gutter, settings="<w:gutterAtTop/>").top == 1.5


def test_mirrored_margins_are_those_of_a_right_hand_page() -> None:
    sheet = only_sheet(margins(left="1800", right="720"), settings="<w:mirrorMargins/>")
    assert (sheet.left, sheet.right) == (1.25, 0.5)


@pytest.mark.parametrize(
    "footer",
    [
        PAGE,
        paragraph('<w:fldSimple w:instr=" page "/>'),
        paragraph("<w:r><w:pgNum/></w:r>"),
        f"<w:sdt><w:sdtContent>{PAGE}</w:sdtContent></w:sdt>",
        f"<w:tbl><w:tr><w:tc>{PAGE}</w:tc></w:tr></w:tbl>",
        paragraph(f"<w:r><w:pict><v:textbox><w:txbxContent>{PAGE}</w:txbxContent></v:textbox></w:pict></w:r>"),
        paragraph(field("IF 1 = 1", "3").replace("IF 1 = 1", "IF ") + field("PAGE", "3")),
    ],
)
def test_a_page_field_anywhere_in_a_footer_numbers_the_pages(footer: str) -> None:
    assert only_sheet(reference("footer1"), footer1=footer).numbered


@pytest.mark.parametrize(
    "footer",
    [
        paragraph("3"),
        paragraph(field("NUMPAGES", "9")),
        paragraph(field("PAGEREF _Toc1", "9")),
        paragraph(f"<w:del>{field('PAGE', '3').replace('instrText', 'delInstrText')}</w:del>"),
    ],
)
def test_other_fields_and_typed_numbers_do_not(footer: str) -> None:
    assert not only_sheet(reference("footer1"), footer1=footer).numbered


def test_an_instruction_split_over_runs_is_read_whole() -> None:
    split = field("PA", "3").replace(
        "</w:instrText></w:r>", "</w:instrText></w:r><w:r><w:instrText>GE</w:instrText></w:r>"
    )
    assert only_sheet(reference("header1"), header1=paragraph(split)).numbered


def test_a_header_that_no_section_names_is_not_in_force() -> None:
    assert not only_sheet(header1=PAGE).numbered


def test_headers_hold_until_a_later_section_has_its_own() -> None:
    document = with_sections("", reference("footer1"), "", reference("footer2"), footer1=PAGE, footer2=paragraph("End"))
    assert [sheet.numbered for sheet in document.sheets] == [False, True, True, False]


def test_a_number_on_the_first_page_alone_does_not_number_the_pages() -> None:
    assert not only_sheet("<w:titlePg/>" + reference("footer1", "first"), footer1=PAGE).numbered
    assert only_sheet("<w:titlePg/>" + reference("footer1"), footer1=PAGE).numbered


def test_where_even_pages_have_their_own_headers_both_must_show_the_number() -> None:
    one, both = reference("footer1"), reference("footer1") + reference("footer2", "even")
    assert not only_sheet(one, footer1=PAGE, settings=EVEN_AND_ODD).numbered
    assert only_sheet(both, footer1=PAGE, footer2=PAGE, settings=EVEN_AND_ODD).numbered
    assert only_sheet(both, footer1=PAGE, footer2=paragraph(run("x"))).numbered


def test_a_header_that_is_missing_from_the_file_shows_nothing() -> None:
    assert not only_sheet(reference("footer9")).numbered


def test_the_margins_before_a_tracked_change_are_not_a_section() -> None:
    change = f"<w:sectPrChange>{section(margins(left='0'))}</w:sectPrChange>"
    assert only_sheet(margins() + change).left == 1.0
