"""Opening a Word file: what opens although it is odd, and what is refused, in one line that says why and what to do."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ecqlint.readers.docx.reader import read_docx
from ecqlint.readers.errors import Unreadable
from tests.readers.word import MAIN, NAMESPACES, format_of, links, paragraph, read, run, style, word, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
TEXT = paragraph("I led.")
DOCUMENT = f"<w:document {NAMESPACES}><w:body>{TEXT}</w:body></w:document>"
MB = 1 << 20


def refusal(data: bytes, name: str = "narrative.docx") -> str:
    """What is said when a file is refused."""
    with pytest.raises(Unreadable) as problem:
        read_docx(Path(name), data)
    said = str(problem.value)
    assert "\n" not in said
    assert ":" in said  # why: what to do
    return said


def compound_file(stream: str) -> bytes:
    """A file of the old Office formats with a stream of this name."""
    return OLE + bytes(504) + stream.encode("utf-16-le") + bytes(512)


def with_document(document: str | bytes, **files: str) -> bytes:
    """A Word file whose main part is exactly this."""
    return zipped({"_rels/.rels": links({"rId1": ("officeDocument", MAIN)}), MAIN: document, **files})


# What opens.


def test_a_strict_document_opens() -> None:
    strict = DOCUMENT.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
    )
    rels = links({"rId1": ("officeDocument", MAIN)}).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
    )
    assert read(zipped({"_rels/.rels": rels, MAIN: strict})).text == "I led."


def test_the_kind_of_document_is_told_by_its_content_not_by_its_declared_type() -> None:
    kind = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    assert read(with_document(DOCUMENT, **{"[Content_Types].xml": types}), "narrative.dotm").text == "I led."


@pytest.mark.parametrize(
    "name", ["WORD/Document.XML", "word\\document.xml", "/word/document.xml", "./word/document.xml"]
)
def test_names_of_parts_may_differ_from_what_links_say(name: str) -> None:
    document = read(zipped({"_rels/.rels": links({"rId1": ("officeDocument", MAIN)}), name: DOCUMENT}))
    assert document.text == "I led."
    assert document.map.pieces[0].origin.part.lower() == MAIN


@pytest.mark.parametrize(
    "target", ["/word/document.xml", "word/document.xml#top", "word/../word/./document.xml", "word/d%6Fcument.xml"]
)
def test_links_are_resolved_whatever_their_form(target: str) -> None:
    assert read(zipped({"_rels/.rels": links({"a": ("officeDocument", target)}), MAIN: DOCUMENT})).text == "I led."


def test_the_main_part_may_have_any_name() -> None:
    data = zipped(
        {"_rels/.rels": links({"a": ("officeDocument", "word/document2.xml")}), "word/document2.xml": DOCUMENT}
    )
    assert read(data).map.pieces[0].origin.part == "word/document2.xml"


def test_the_main_part_is_found_without_links() -> None:
    assert read(zipped({MAIN: DOCUMENT})).text == "I led."


def test_a_link_that_leads_nowhere_or_outside_is_not_followed() -> None:
    outside = links(
        {"a": ("styles", "file:///etc/passwd"), "b": ("styles", "../../../etc/passwd"), "c": ("theme", "gone.xml")}
    )
    document = read(with_document(DOCUMENT, **{"word/_rels/document.xml.rels": outside}))
    assert (document.text, document.notes) == ("I led.", ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "iso-8859-1"])
def test_the_encoding_of_a_part_may_be_another(encoding: str) -> None:
    name = encoding.removesuffix("-le").removesuffix("-sig")
    document = f'<?xml version="1.0" encoding="{name}"?>{DOCUMENT.replace("I led", "Señora")}'
    assert read(with_document(document.encode(encoding))).text == "Señora."


def test_a_damaged_part_beside_the_text_is_passed_over_and_reported() -> None:
    document = read(word(TEXT, parts={"styles": "<?xml version='1.0'?><w:styles>"}))
    assert document.text == "I led."
    assert document.notes == ("word/styles.xml was passed over: its XML is broken.",)


def test_a_part_with_a_document_type_is_passed_over() -> None:
    entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles/>'
    assert "document type" in read(word(TEXT, parts={"styles": entity})).notes[0]


@pytest.mark.parametrize("span", ["1000", "0", "-5", "odd", "99999999999"])
def test_a_cell_may_take_many_columns(span: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{TEXT}</w:tc>'
    assert read(word(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>")).text == "I led.\nI led."


def test_a_table_of_millions_of_columns_is_refused() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="50000000"/></w:tcPr>{TEXT}</w:tc>'
    row = '<w:trPr><w:gridBefore w:val="50000000"/></w:trPr>'
    for table in (f"<w:tr>{cell}</w:tr>", f"<w:tr>{row}<w:tc>{TEXT}</w:tc></w:tr>"):
        assert "50,000,000 columns" in refusal(word(f"<w:tbl>{table}</w:tbl>"))


def test_a_long_chain_of_styles_is_followed_as_far_as_word_lets_it_go() -> None:
    chain = "".join(style("paragraph", f"s{n}", f'<w:basedOn w:val="s{n - 1}"/>') for n in range(1, 3000))
    root = style("paragraph", "s0", "<w:rPr><w:b/></w:rPr>")
    body = paragraph(run("near"), '<w:pStyle w:val="s9"/>') + paragraph(run("far"), '<w:pStyle w:val="s2999"/>')
    document = read(word(body, parts={"styles": chain + root}))
    assert format_of(document, "near").bold
    assert not format_of(document, "far").bold


# What is refused.


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (compound_file("EncryptedPackage"), "password"),
        (compound_file("WordDocument"), "97-2003"),
        (compound_file("Workbook"), "Excel"),
        (compound_file("PowerPoint Document"), "PowerPoint"),
        (compound_file("Something"), "old Office file"),
        (rb"{\rtf1\ansi I led.}", "Rich Text"),
        (b"<!DOCTYPE html><html><body>I led.</body></html>", "web page"),
        (b"\xef\xbb\xbf\r\n<HTML>", "web page"),
        (b'<?xml version="1.0"?>\n<html>', "web page"),
        (b"MIME-Version: 1.0\r\n", "web archive"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="x"/>', "Word XML"),
        (b"I led forty people.", "no Word document"),
        (b"", "is empty"),
        (bytes(200), "is empty"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "Excel"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "PowerPoint"),
        (zipped({"mimetype": "", "content.xml": "", "META-INF/manifest.xml": ""}), "OpenDocument"),
        (zipped({"Index/Document.iwa": ""}), "Pages"),
        (zipped({"notes.txt": "I led."}), "zip archive"),
        (zipped({}), "zip archive"),
        (word(TEXT)[:-300], "cut off"),
        (word(TEXT)[:200], "cut off"),
        (with_document(DOCUMENT[:-30]), "damaged"),
        (with_document(""), "damaged"),
        (with_document("<w:document xmlns:w='x'/>"), "zip archive"),
        (with_document(f"<w:document {NAMESPACES}/>"), "no body"),
        (with_document(b'<?xml version="1.0" encoding="utf-16"?>' + "<a/>".encode("utf-16-be")), "damaged"),
        (with_document(b"\xff\xfe<"), "damaged"),
    ],
)
def test_what_is_no_word_document_is_called_by_its_name(data: bytes, says: str) -> None:
    assert says in refusal(data)


def test_a_lock_file_is_known_by_its_name() -> None:
    assert "lock file" in refusal(b"\x05Maria" + bytes(156), "~$rrative.docx")


def test_a_part_without_a_name_is_passed_over() -> None:
    data = zipped({MAIN: DOCUMENT, "x": ""})
    nameless = data[: data.rindex(b"x")] + b"\0" + data[data.rindex(b"x") + 1 :]
    assert read(nameless).text == "I led."


def test_a_password_on_the_archive_is_reported() -> None:
    data = bytearray(word(TEXT))
    for start in (0, data.index(b"PK\1\2")):
        data[start + (6 if start == 0 else 8)] |= 1
    assert "password" in refusal(bytes(data))


def test_two_parts_of_one_name_are_refused() -> None:
    target = BytesIO(word(TEXT))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("Word/Document.xml", DOCUMENT)
    assert "two parts" in refusal(target.getvalue())


def test_a_method_of_packing_that_word_does_not_use_is_refused() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(MAIN, DOCUMENT)
    assert "packed" in refusal(target.getvalue())


@pytest.mark.parametrize(
    "entities",
    ['<!ENTITY e SYSTEM "file:///etc/passwd">', '<!ENTITY a "aaaaaaaaaa"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'],
)
def test_entities_are_refused(entities: str) -> None:
    document = f"<!DOCTYPE x [{entities}]>{DOCUMENT.replace('I led.', '&e;')}"
    assert "document type" in refusal(with_document(document))
    assert "document type" in refusal(
        with_document(f'<?xml version="1.0" encoding="utf-16"?>{document}'.encode("utf-16"))
    )


def test_elements_nested_without_end_are_refused() -> None:
    assert "too deep" in refusal(word("<w:ins>" * 50_000 + "</w:ins>" * 50_000))


def test_tables_nested_as_deep_as_the_parser_lets_them_are_read() -> None:
    assert read(word("<w:tbl><w:tr><w:tc>" * 80 + TEXT + "</w:tc></w:tr></w:tbl>" * 80)).text == "I led."


@pytest.mark.parametrize(
    "body",
    [
        TEXT * 35_000,
        "<w:p/>" * 1_000_000,
        f"<w:p>{'<w:r/>' * 110_000}</w:p>",
        f"<w:p><w:r>{'<w:tab/>' * 110_000}</w:r></w:p>",
        f"<w:p><w:r><w:t>{'a' * 1_100_000}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>{'a' * 121_000}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:t>{'ﬁ' * 110_000}</w:t></w:r></w:p>",
        ('<w:p a="1" b="1" c="1" d="1" e="1" f="1" g="1" h="1"/>') * 100_000,
        f"<!--{' ' * 31 * MB}-->{TEXT}",
    ],
    ids=[
        "paragraphs",
        "empty paragraphs",
        "runs",
        "tabs",
        "text",
        "paragraph of text",
        "ligatures",
        "attributes",
        "comment",
    ],
)
def test_a_document_larger_than_any_narrative_is_refused_before_it_fills_the_memory(body: str) -> None:
    data = word(body)
    del body
    tracemalloc.start()
    assert "than any narrative" in refusal(data)
    assert tracemalloc.get_traced_memory()[1] < 120 * MB
    tracemalloc.stop()


def test_media_is_never_unpacked() -> None:
    data = zipped({MAIN: DOCUMENT, "word/media/image1.png": bytes(40 * MB)})
    tracemalloc.start()
    assert read(data).text == "I led."
    assert tracemalloc.get_traced_memory()[1] < 5 * MB
    tracemalloc.stop()


def test_archives_that_declare_more_than_any_narrative_needs_are_refused() -> None:
    data = bytearray(zipped({MAIN: DOCUMENT}))
    struct.pack_into("<I", data, data.index(b"PK\1\2") + 24, 300 * MB)
    assert "far larger" in refusal(bytes(data))


def test_a_size_that_the_archive_declares_too_small_is_not_believed() -> None:
    data = bytearray(word(TEXT * 10_000))
    entry = data.index(MAIN.encode(), data.index(b"PK\1\2")) - 46
    struct.pack_into("<I", data, entry + 24, 1000)
    assert "damaged" in refusal(bytes(data))


def test_an_archive_of_thousands_of_parts_is_refused() -> None:
    assert "parts" in refusal(zipped({MAIN: DOCUMENT, **{f"word/{number}.xml": "" for number in range(2000)}}))
    assert "far larger" in refusal(word(TEXT) + b"PK\1\2" * 30_000)
