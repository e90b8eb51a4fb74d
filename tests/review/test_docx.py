"""Word files reviewed: a comment on its words, and nothing else changed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ecqlint.review.docx import reviewed_docx
from ecqlint.review.notes import Note, Remark
from ecqlint.review.problem import CannotReview
from ecqlint.review.words import on_words
from ecqlint.text import Span
from tests.readers.word import MAIN, W, field, links, paragraph, read, run, table, word, zipped
from tests.review.margin import SUMMARY, WHEN, anchored, comments, names, part, review, text_of

BOLD = "<w:b/>"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
REFERENCE = '<w:r><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr><w:commentReference w:id="1"/></w:r>'


def test_a_comment_stands_on_the_exact_words_and_the_run_goes_on_as_it_was() -> None:
    reviewed = review(word(paragraph(run("I led nine men & won.", BOLD))), "nine men")
    assert (
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">I led </w:t></w:r><w:commentRangeStart w:id="1"/>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">nine men</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        f"{REFERENCE}"
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> &amp; won.</w:t></w:r>'
    ) in part(reviewed)
    assert anchored(reviewed) == {"1 warning.": "I led nine men & won.", "about nine men": "nine men"}


def test_a_comment_may_span_runs_and_paragraphs() -> None:
    data = word(paragraph(run("I led ") + run("nine", BOLD) + run(" men.")) + paragraph("They won."))
    assert anchored(review(data, "nine men"))["about nine men"] == "nine men"
    assert "men.They" in anchored(review(data, "men.\nThey")).values()


def test_comments_that_touch_overlap_and_nest_each_keep_their_words() -> None:
    reviewed = review(word(paragraph("I led nine men home.")), "I led", "led nine", "nine", "nine men home", "men")
    assert {line: said for line, said in anchored(reviewed).items() if line != "1 warning."} == {
        f"about {words}": words for words in ("I led", "led nine", "nine", "nine men home", "men")
    }


def test_tabs_breaks_and_ligatures_are_counted_as_the_reader_counts_them() -> None:
    body = "<w:p><w:r><w:t>the oﬃce</w:t><w:tab/><w:t>won</w:t><w:br/><w:t>twice</w:t></w:r></w:p>"
    reviewed = review(word(body), "office", "won", "twice")
    assert {said for line, said in anchored(reviewed).items() if line != "1 warning."} == {"oﬃce", "won", "twice"}
    assert text_of(reviewed) == "the office\twon\ntwice"


def test_blanks_that_word_drops_stay_dropped() -> None:
    data = word("<w:p><w:r><w:t>  led nine men  </w:t></w:r><w:r><w:t>home</w:t></w:r></w:p>")
    assert text_of(review(data, "nine")) == text_of(data) == "led nine menhome"


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        '<w:fldSimple w:instr="DATE">{}</w:fldSimple>',
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    ],
)
def test_a_link_a_field_and_a_plain_control_are_taken_whole(wrapped: str) -> None:
    reviewed = review(word(paragraph(run("See ") + wrapped.format(run("nine men")) + run(" there."))), "nine")
    assert anchored(reviewed)["about nine"] == "nine men"
    assert f'<w:commentRangeStart w:id="1"/>{wrapped.format(run("nine men"))}<w:commentRangeEnd w:id="1"/>' in part(
        reviewed
    )


def test_a_field_of_several_runs_is_taken_whole() -> None:
    whole = field("DATE", "March 2026")
    reviewed = review(word(paragraph(run("On ") + whole + run(" I won."))), "March")
    assert f'<w:commentRangeStart w:id="1"/>{whole}<w:commentRangeEnd w:id="1"/>' in part(reviewed)


@pytest.mark.parametrize("wrapper", ['<w:ins w:id="7" w:author="Reviewer">{}</w:ins>', "<w:smartTag>{}</w:smartTag>"])
def test_inside_a_tracked_insertion_the_words_are_exact(wrapper: str) -> None:
    reviewed = review(word(paragraph(run("I led ") + wrapper.format(run("nine men home")) + run("."))), "men")
    assert anchored(reviewed)["about men"] == "men"


def test_words_in_a_footnote_are_commented_at_its_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = '<w:footnote w:id="2"><w:p><w:r><w:t>A note on men.</w:t></w:r></w:p></w:footnote>'
    reviewed = review(word(paragraph(run("I led.") + mark), parts={"footnotes": notes}), "note on men")
    assert f'<w:commentRangeStart w:id="1"/>{mark}<w:commentRangeEnd w:id="1"/>' in part(reviewed)


def test_words_in_a_text_box_are_commented_at_the_run_that_holds_it() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('Boxed men.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    reviewed = review(word(paragraph(run("I led.") + box)), "Boxed")
    assert f'<w:commentRangeStart w:id="1"/>{box}<w:commentRangeEnd w:id="1"/>' in part(reviewed)


def test_a_comment_that_begins_in_a_table_ends_in_it() -> None:
    reviewed = review(word(table(("one", "two")) + paragraph("three")), "two\nthree")
    assert "two" in anchored(reviewed).values()


def test_every_other_part_keeps_its_bytes_its_order_and_its_packing() -> None:
    data = word(paragraph("I led nine men."), parts={"styles": "<w:docDefaults/>", "settings": "<w:zoom/>"})
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6)), old.read(name), zipfile.ZIP_DEFLATED)
        new.writestr("customXml/extra.bin", b"\0\1" * 99, zipfile.ZIP_STORED)
        new.comment = b"a comment"
    reviewed = review(target.getvalue(), "nine")
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(BytesIO(reviewed)) as new:
        assert new.testzip() is None
        assert new.namelist() == [*old.namelist(), "word/comments.xml"]
        assert new.comment == b"a comment"
        changed = {"[Content_Types].xml", MAIN, "word/_rels/document.xml.rels"}
        assert {name for name in old.namelist() if old.read(name) != new.read(name)} == changed
        for info in old.infolist():
            same = new.getinfo(info.filename)
            assert (same.compress_type, same.date_time) == (info.compress_type, info.date_time)


def test_a_second_review_replaces_the_first_and_joins_what_it_cut() -> None:
    data = word(paragraph("I led nine men home.") + paragraph("They won."))
    once = review(data, "nine", "men home", "They")
    again = review(once, "led")
    assert anchored(again) == {"1 warning.": "I led nine men home.", "about led": "led"}
    assert part(again) == part(review(data, "led"))


OTHERS = (
    '<w:comment w:id="4" w:author="Coach"><w:p><w:r><w:t>Good.</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="5" w:author="ecqlint"><w:p w14:paraId="0A"><w:r><w:t>an old finding</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="6" w:author="ecqlint"><w:p w14:paraId="0B"><w:r><w:t>about men</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="7" w:author="Coach"><w:p w14:paraId="0C"><w:r><w:t>No, it is meant.</w:t></w:r></w:p></w:comment>'
)
YEAR = "http://schemas.microsoft.com/office/word"


def _commented() -> bytes:
    """A file in which a coach commented, and answered one of two comments of ecqlint's."""

    def marked(text: str, *identities: int) -> str:
        starts = "".join(f'<w:commentRangeStart w:id="{identity}"/>' for identity in identities)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{identity}"/><w:r><w:commentReference w:id="{identity}"/></w:r>'
            for identity in identities
        )
        return starts + run(text) + ends

    roots = f'xmlns:w="{W}" xmlns:w14="{YEAR}/2010/wordml" xmlns:w15="{YEAR}/2012/wordml"'
    entries = '<w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B"/>'
    entries += '<w15:commentEx w15:paraId="0C" w15:paraIdParent="0B"/>'
    parts = {
        "comments": f"<?xml version='1.0'?><w:comments {roots}>{OTHERS}</w:comments>",
        "commentsExtended": f"<?xml version='1.0'?><w15:commentsEx {roots}>{entries}</w15:commentsEx>",
    }
    body = marked("I led", 4) + run(" ") + marked("nine", 5) + run(" ") + marked("men", 6, 7) + run(".")
    return word(paragraph(body), parts=parts)


def test_the_comments_of_people_stay_and_so_does_what_they_answered() -> None:
    reviewed = review(_commented(), "nine")
    said = {line: author for author, line in comments(reviewed).values()}
    assert said == {
        "Good.": "Coach",
        "about men": "ecqlint",
        "No, it is meant.": "Coach",
        "1 warning.": "ecqlint",
        "about nine": "ecqlint",
    }
    assert 'paraId="0A"' not in part(reviewed, "word/commentsExtended.xml")
    assert part(reviewed, "word/commentsExtended.xml").count("commentEx ") == 2
    assert anchored(reviewed)["Good."] == "I led"


def test_ids_of_comments_are_never_used_twice() -> None:
    reviewed = review(review(_commented(), "nine", "men"), "nine", "led")
    root = etree.fromstring(part(reviewed).encode())
    used = [item.get(f"{{{W}}}id") for item in root.iter(f"{{{W}}}commentReference")]
    assert len(used) == len(set(used)) == len(comments(reviewed))


def test_a_strict_file_stays_strict() -> None:
    strict = "http://purl.oclc.org/ooxml"
    body = f'<w:document xmlns:w="{strict}/wordprocessingml/main"><w:body>{paragraph("I led nine men.")}</w:body></w:document>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/{MAIN}" ContentType="{main}"/></Types>'
    kind = f"{strict}/officeDocument/relationships/officeDocument"
    root = links({"rId1": ("officeDocument", MAIN)}).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", kind
    )
    reviewed = review(zipped({"[Content_Types].xml": types, "_rels/.rels": root, MAIN: body}), "nine")
    assert f"{strict}/officeDocument/relationships/comments" in part(reviewed, "word/_rels/document.xml.rels")
    assert f'xmlns:w="{strict}/wordprocessingml/main"' in part(reviewed, "word/comments.xml")
    assert "schemas.openxmlformats.org/wordprocessingml" not in part(reviewed)


@pytest.mark.parametrize("codec", ["utf-16", "iso-8859-1"])
def test_a_part_keeps_its_encoding(codec: str) -> None:
    said = paragraph("Là-bas I led nine men.")
    body = f"<?xml version='1.0' encoding='{codec}'?><w:document xmlns:w='{W}'><w:body>{said}</w:body></w:document>"
    with zipfile.ZipFile(BytesIO(word("", main=MAIN))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    reviewed = review(zipped({**files, MAIN: body.encode(codec)}), "nine")
    with zipfile.ZipFile(BytesIO(reviewed)) as archive:
        assert "<w:t>Là-bas" not in archive.read(MAIN).decode(codec)
        assert "Là-bas" in archive.read(MAIN).decode(codec)
    assert text_of(reviewed) == "Là-bas I led nine men."


def test_hostile_text_in_a_finding_stays_text() -> None:
    data = word(paragraph("I led nine men."))
    hostile = Note(Span(0, 1), "error", (Remark("x", ("</w:t><w:br/>&amp;]]>",)),))
    reviewed = reviewed_docx(Path("n.docx"), data, read(data).text, [SUMMARY, hostile], WHEN)
    assert ("ecqlint", "</w:t><w:br/>&amp;]]>") in comments(reviewed).values()


def test_a_file_that_changed_after_it_was_read_is_not_reviewed() -> None:
    with pytest.raises(CannotReview, match="was changed"):
        reviewed_docx(Path("n.docx"), word(paragraph("Other words.")), "I led nine men.", [SUMMARY], WHEN)


def test_a_file_without_text_has_no_place_for_comments() -> None:
    with pytest.raises(CannotReview, match="has no text"):
        reviewed_docx(Path("n.docx"), word(""), "", [SUMMARY], WHEN)


def test_new_parts_are_made_known_once() -> None:
    reviewed = review(review(word(paragraph("I led nine men.")), "nine"), "men")
    assert names(reviewed).count("word/comments.xml") == 1
    assert part(reviewed, "[Content_Types].xml").count("/word/comments.xml") == 1
    assert part(reviewed, "word/_rels/document.xml.rels").count("comments.xml") == 1


WORDS = st.text("ab é&<\u200b\u00ad\ufb01.", min_size=1, max_size=12)


@given(
    runs=st.lists(st.tuples(WORDS, st.sampled_from(["", BOLD])), min_size=1, max_size=6),
    marks=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=5),
)
def test_whatever_the_words_the_text_and_its_looks_stay(
    runs: list[tuple[str, str]], marks: list[tuple[int, int]]
) -> None:
    data = word(paragraph("".join(run(text, look) for text, look in (("I ", ""), *runs))))
    document = read(data)
    text = document.text
    spans = [Span(a % len(text), min(len(text), a % len(text) + b)) for a, b in marks]
    placed = sorted({on_words(text, span) for span in spans if span.of(text).strip()})
    notes = [SUMMARY, *(Note(span, "advice", (Remark("x", (str(n),)),)) for n, span in enumerate(placed))]
    reviewed = reviewed_docx(Path("n.docx"), data, text, notes, WHEN)
    after = read(reviewed)
    assert after.text == text
    assert [f for s, f in after.formats(Span(0, len(text))) for _ in range(len(s))] == [
        f for s, f in document.formats(Span(0, len(text))) for _ in range(len(s))
    ]
    assert reviewed_docx(Path("n.docx"), reviewed, text, notes, WHEN)
    assert len(comments(reviewed)) == len(notes)
