"""What the text of a Word file is, and what is left out of it."""

from __future__ import annotations

import pytest

from ecqlint.document import Place
from ecqlint.text import Span
from tests.readers.word import W, field, paragraph, read, read_body, run, said_at, style, table, word

HIDDEN = "<w:vanish/>"


def text_of(content: str, **parts: str) -> str:
    """The text of a paragraph with this content."""
    return read_body(paragraph(content), **parts).text


def test_paragraphs_are_blocks_on_lines_of_their_own() -> None:
    document = read_body(paragraph("I led.") + paragraph("") + paragraph("   ") + paragraph("I cut costs."))
    assert document.text == "I led.\nI cut costs."
    assert [block.span.of(document.text) for block in document.blocks] == ["I led.", "I cut costs."]
    assert document.place(Span(7, 8)) == Place(page=1, paragraph=2)


def test_blanks_at_the_ends_of_a_paragraph_stay() -> None:
    assert text_of("  I led. ") == "  I led. "


def test_a_tracked_insertion_is_text() -> None:
    assert text_of(f"{run('I led ')}<w:ins>{run('forty ')}</w:ins>{run('people.')}") == "I led forty people."


def test_a_tracked_deletion_is_not_text() -> None:
    deleted = "<w:del><w:r><w:delText>never </w:delText></w:r><w:r><w:t>never </w:t></w:r></w:del>"
    document = read_body(paragraph(f"{run('I ')}{deleted}{run('led.')}"))
    assert document.text == "I led."
    assert document.notes == ("1 tracked change: read as if accepted.",)


def test_a_move_is_text_where_it_goes_and_not_where_it_came_from() -> None:
    moved = f"<w:moveFrom>{run('First. ')}</w:moveFrom>{run('Second. ')}<w:moveTo>{run('First.')}</w:moveTo>"
    assert text_of(moved) == "Second. First."


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = paragraph("I led ", "<w:pStyle w:val='A'/><w:rPr><w:del/></w:rPr>")
    document = read_body(
        first + paragraph("forty people.", "<w:pStyle w:val='B'/>"),
        styles=style("paragraph", "A", "<w:name w:val='Quote'/>") + style("paragraph", "B", "<w:name w:val='Plain'/>"),
    )
    assert [(block.span.of(document.text), block.style) for block in document.blocks] == [
        ("I led forty people.", "Plain")
    ]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    assert (
        read_body(paragraph("I", "<w:framePr w:dropCap='drop'/>") + paragraph("n 2019 I led.")).text == "In 2019 I led."
    )


@pytest.mark.parametrize("name", ["hyperlink", "smartTag", "customXml", "fldSimple", "bdo"])
def test_text_inside_a_wrapper_is_text(name: str) -> None:
    assert text_of(f"{run('I ')}<w:{name}>{run('led')}</w:{name}>{run('.')}") == "I led."


def test_text_of_content_controls_is_text_inside_and_around_paragraphs() -> None:
    inside = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{run('led')}</w:sdtContent></w:sdt>"
    around = "<w:sdt><w:sdtContent>" * 2 + paragraph(run("I ") + inside) + "</w:sdtContent></w:sdt>" * 2
    assert read_body(around).text == "I led"


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    assert text_of(run("See ") + field("REF _Ref1", "the plan") + run(".")) == "See the plan."


def test_text_in_the_instruction_of_a_field_is_not_shown() -> None:
    nested = field("PAGE", "3").replace("<w:instrText>PAGE</w:instrText>", "<w:instrText>PAGE</w:instrText>")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    assert text_of(f"{begin}{run('IF ')}{nested}{separate}{run('yes')}{end}{run('!')}") == "yes!"


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert text_of(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{run("I led.")}') == "I led."


@pytest.mark.parametrize(
    ("element", "text"),
    [
        ("<w:tab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "-"),
        ("<w:softHyphen/>", ""),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "→"),
        ('<w:sym w:font="Nobody knows" w:char="F0E0"/>', "\ufffd"),
        ('<w:sym w:font="Arial" w:char="odd"/>', "\ufffd"),
    ],
)
def test_what_is_no_letter_stands_for_its_character(element: str, text: str) -> None:
    assert text_of(f"{run('a')}<w:r>{element}</w:r>{run('b')}") == f"a{text}b"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("twenty\u00a0five", "twenty five"),
        ("a\u2009b\u3000c", "a b c"),
        ("non\u2011profit", "non-profit"),
        ("co\u00adoper\u200bate\ufeff", "cooperate"),
        ("e\ufb03cient \ufb01rst", "efficient first"),
        ("“quotes” – kept…", "“quotes” – kept…"),
        ("a\u0085b\u009fc", "a bc"),
    ],
)
def test_typographic_variants_become_plain_characters(written: str, text: str) -> None:
    assert text_of(written) == text


def test_each_character_knows_its_place_though_some_are_left_out_or_added() -> None:
    data = word(paragraph("<w:r><w:t>co\u00adop e\ufb03cient</w:t><w:tab/><w:t>end</w:t></w:r>"))
    document = read(data)
    assert document.text == "coop efficient\tend"
    for piece in document.map.pieces:
        written = said_at(data, piece.origin, len(piece.span))
        assert written in (piece.span.of(document.text), "\ufb03", "\ue000")


def test_blanks_that_word_drops_are_dropped() -> None:
    kept = '<w:r><w:t xml:space="preserve"> b </w:t></w:r>'
    data = word(paragraph(f"<w:r><w:t>\n   a \n</w:t></w:r>{kept}<w:r><w:t>c</w:t></w:r>"))
    assert read(data).text == "a b c"
    assert read(data).map.pieces[0].origin.offset == 4


def test_hidden_text_is_left_out_and_reported() -> None:
    document = read_body(paragraph(run("I led.") + run(" Not really.", HIDDEN)))
    assert document.text == "I led."
    assert document.notes == ("11 characters of hidden text: left out.",)


def test_text_hidden_by_its_style_is_left_out() -> None:
    styles = style("character", "Secret", f"<w:rPr>{HIDDEN}</w:rPr>")
    assert text_of(run("I led.") + run(" No.", '<w:rStyle w:val="Secret"/>'), styles=styles) == "I led."


def test_comments_and_headers_are_not_text() -> None:
    body = paragraph(f'<w:commentRangeStart w:id="0"/>{run("I led.")}<w:r><w:commentReference w:id="0"/></w:r>')
    assert read_body(body, comments=paragraph("Who?"), header1=paragraph("Page")).text == "I led."


def test_each_paragraph_of_a_cell_is_a_block_of_the_table() -> None:
    document = read_body(paragraph("Before") + table(("a", "b"), ("c", "d")) + paragraph("After"))
    assert document.text == "Before\na\nb\nc\nd\nAfter"
    assert [block.story for block in document.blocks] == ["body", *["table"] * 4, "body"]


def test_merged_cells_are_read_once() -> None:
    merged = "<w:tbl>{}{}</w:tbl>".format(
        f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("top")}</w:tc></w:tr>',
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('covered')}</w:tc></w:tr>",
    )
    assert read_body(merged).text == "top"


def test_a_deleted_row_is_not_text() -> None:
    rows = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr><w:tr><w:tc>{paragraph('left')}</w:tc></w:tr>"
    assert read_body(f"<w:tbl>{rows}</w:tbl>").text == "left"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    shape = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{shape}{fallback}</mc:AlternateContent></w:r>"
    document = read_body(paragraph(run("Before ") + drawing + run("after.")) + paragraph("Next."))
    assert [(block.story, block.span.of(document.text)) for block in document.blocks] == [
        ("body", "Before after."),
        ("textbox", "In a box."),
        ("body", "Next."),
    ]
    assert [document.map.piece_at(document.text.index(word)).origin.paragraph for word in ("Before", "In", "Next")] == [
        0,
        1,
        3,
    ]
    assert document.map.piece_at(document.text.index("after")).origin.run == 2


def test_what_word_does_not_know_is_read_from_the_fallback() -> None:
    emoji = '<mc:Choice Requires="w16se"><w:t>?</w:t></mc:Choice><mc:Fallback><w:t>☺</w:t></mc:Fallback>'
    assert text_of(f"<w:r><mc:AlternateContent>{emoji}</mc:AlternateContent></w:r>") == "☺"


def test_notes_come_last_in_the_order_of_their_references() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("-----")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("One.")}</w:footnote><w:footnote w:id="2">{paragraph("Two.")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("Unused.")}</w:footnote>'
    )
    references = "".join(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (2, 1))
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    document = read_body(
        paragraph(f"{end}{run('Text.')}{references}") + paragraph("More."),
        footnotes=notes,
        endnotes=f'<w:endnote w:id="1">{paragraph("End.")}</w:endnote>',
    )
    assert document.text == "Text.\nMore.\nTwo.\nOne.\nEnd."
    assert [block.story for block in document.blocks] == ["body", "body", "footnote", "footnote", "endnote"]
    assert document.map.piece_at(document.text.index("Two")).origin.part == "word/footnotes.xml"


def test_the_base_of_phonetic_text_is_read_and_its_reading_not() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"
    assert text_of(ruby) == "漢"


def test_what_cannot_be_read_is_reported() -> None:
    picture = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    document = read_body(paragraph(run("I led.") + picture + picture + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"))
    assert document.text == "I led."
    assert document.notes == ("2 pictures: text in them is not read.", "1 equation: text in it is not read.")


@pytest.mark.parametrize(
    "body", ["", paragraph("  \u200b\u00a0"), paragraph("<w:del><w:r><w:delText>I led.</w:delText></w:r></w:del>")]
)
def test_a_document_without_text_is_read_and_says_so(body: str) -> None:
    document = read_body(body)
    assert (document.text, document.words, document.blocks) == ("", 0, ())
    assert document.notes[0] == "There is no text in it: give the narrative as text, in a .docx or .pdf."
    assert [page.number for page in document.pages] == [1]


def test_a_scan_pasted_into_a_document_is_told_of_as_what_it_is() -> None:
    picture = paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>")
    told = "There is no text in it, only 2 pictures: give the narrative as text, in a .docx or .pdf."
    assert read_body(picture * 2).notes == (told,)


def test_of_a_document_with_hidden_text_alone_both_are_told() -> None:
    notes = read_body(paragraph(run("I led.", HIDDEN))).notes
    assert "no text" in notes[0]
    assert notes[1] == "6 characters of hidden text: left out."


@pytest.mark.parametrize(("line", "times", "kept"), [("word " * 2000, 20, 11), ("I led.", 1600, 1500)])
def test_of_a_document_longer_than_any_narrative_the_beginning_is_read(line: str, times: int, kept: int) -> None:
    document = read_body(paragraph(line) * times)
    assert len(document.blocks) == kept
    assert document.text == "\n".join([line] * kept)
    assert document.notes == ("It is longer than any narrative: only the beginning of its text was read.",)
    assert document.page_count is not None
    assert document.page_count.pages == len(document.pages)


def test_a_block_has_the_name_of_its_style_whatever_the_language_of_its_id() -> None:
    styles = style("paragraph", "berschrift1", "<w:name w:val='heading 1'/>") + style(
        "paragraph", "Standard", "<w:name w:val='Normal'/>", default=True
    )
    document = read_body(
        paragraph("Leading Change", '<w:pStyle w:val="berschrift1"/>') + paragraph("Text"), styles=styles
    )
    assert [(block.style, block.level) for block in document.blocks] == [("heading 1", 1), ("Normal", None)]


@pytest.mark.parametrize(
    ("content", "level"),
    [
        ("<w:name w:val='Title'/>", 0),
        ("<w:name w:val='heading 3'/>", 3),
        ("<w:name w:val='Ours'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr>", 2),
        ("<w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>", None),
        ("<w:name w:val='Ours'/><w:basedOn w:val='Parent'/>", 2),
        ("<w:name w:val='Ours'/><w:pPr><w:outlineLvl w:val='odd'/></w:pPr>", None),
    ],
)
def test_the_level_of_a_heading_comes_from_its_style(content: str, level: int | None) -> None:
    parent = style("paragraph", "Parent", "<w:name w:val='heading 2'/>")
    document = read_body(paragraph("x", '<w:pStyle w:val="S"/>'), styles=style("paragraph", "S", content) + parent)
    assert document.blocks[0].level == level


def test_an_outline_level_of_its_own_goes_before_the_style() -> None:
    styles = style("paragraph", "H", "<w:name w:val='heading 1'/>")
    document = read_body(paragraph("x", '<w:pStyle w:val="H"/><w:outlineLvl w:val="9"/>'), styles=styles)
    assert document.blocks[0].level is None


def test_list_items_are_known_by_themselves_and_by_their_style() -> None:
    styles = style("paragraph", "L", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')
    items = ['<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:pStyle w:val="L"/>', ""]
    items.append('<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    document = read_body("".join(paragraph("item", item) for item in items), styles=styles)
    assert [block.listed for block in document.blocks] == [True, True, False, False]


def test_comments_of_xml_inside_a_text_do_not_cut_it() -> None:
    assert text_of("<w:r><w:t>I <!-- led --><?x y?>led.</w:t></w:r>") == "I led."


def test_the_prefix_of_the_namespace_does_not_matter() -> None:
    body = f'<x:document xmlns:x="{W}"><x:body><x:p><x:r><x:t>I led.</x:t></x:r></x:p></x:body></x:document>'
    assert read(word(body, body_only=False)).text == "I led."
