"""Any document at all: its text is what was written, each character knows its place, and damage is only ever refused."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ecqlint.document import Document
from ecqlint.readers.docx.reader import read_docx
from ecqlint.readers.errors import Unreadable
from tests.readers.word import field, paragraph, run, said_at, section, style, table, word

WORDS = st.text(st.sampled_from("abc XYZ.,“é\u00a0\u00adﬁ\u200b漢😀\u2011"), max_size=8)
LOOKS = st.sampled_from(["", "<w:b/>", '<w:sz w:val="24"/>', '<w:rStyle w:val="C"/>', '<w:sz w:val="odd"/>', "<w:u/>"])
PLAIN = {"\u00a0": " ", "\u00ad": "", "\u200b": "", "ﬁ": "fi", "\u2011": "-"}
STYLES = style("paragraph", "P", '<w:basedOn w:val="P"/><w:rPr><w:b/></w:rPr>', default=True) + style(
    "character", "C", "<w:rPr><w:b/></w:rPr>"
)
# XML of a piece of a paragraph, and what it says.
Piece = tuple[str, str]


def plain(text: str) -> str:
    """What the reader makes of a text."""
    return "".join(PLAIN.get(character, character) for character in text)


runs = st.builds(lambda text, look: (run(text, look), plain(text)), WORDS, LOOKS)
atoms = st.sampled_from([("<w:tab/>", "\t"), ("<w:br/>", "\n"), ("<w:noBreakHyphen/>", "-"), ("<w:softHyphen/>", "")])
unread = st.one_of(
    WORDS.map(lambda text: (f"<w:del>{run(text)}<w:r><w:delText>{text}</w:delText></w:r></w:del>", "")),
    WORDS.map(lambda text: (f"<w:moveFrom>{run(text)}</w:moveFrom>", "")),
    WORDS.map(lambda text: (run(text, "<w:vanish/>"), "")),
    st.just(("<w:bookmarkStart w:id='0'/><w:proofErr/>", "")),
)
wrapped = st.deferred(
    lambda: st.builds(
        lambda wrapper, inside: (
            wrapper.format("".join(xml for xml, _ in inside)),
            "".join(said for _, said in inside),
        ),
        st.sampled_from(
            [
                "<w:ins>{}</w:ins>",
                "<w:hyperlink>{}</w:hyperlink>",
                "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
                "<w:smartTag>{}</w:smartTag>",
                field("REF x", "@").replace(run("@"), "{}"),
            ]
        ),
        st.lists(pieces, max_size=3),
    )
)
pieces: st.SearchStrategy[Piece] = st.one_of(
    runs, unread, atoms.map(lambda atom: (f"<w:r>{atom[0]}</w:r>", atom[1])), wrapped
)
paragraphs = st.lists(pieces, max_size=5)


def spans_hold(data: bytes, document: Document) -> None:
    """Check that every piece leads to a run that says the same, and that blocks lie end to end."""
    for piece in document.map.pieces:
        said = piece.span.of(document.text)
        if piece.origin is None:
            assert said == "\n"
            continue
        written = said_at(data, piece.origin, len(said))
        assert plain(written) == said or written in ("ﬁ", "\ue000")
    ends = [block.span.end for block in document.blocks]
    assert [block.span.start for block in document.blocks] == [0, *(end + 1 for end in ends)][: len(ends)]
    assert max(ends, default=0) == len(document.text)


@settings(deadline=None, max_examples=150)
@given(st.lists(paragraphs, min_size=1, max_size=4), st.booleans())
def test_the_text_is_what_was_written_and_each_piece_leads_back_to_its_run(
    written: list[list[Piece]], in_a_table: bool
) -> None:
    said = ["".join(text for _, text in content) for content in written]
    body = "".join(f"<w:p>{''.join(xml for xml, _ in content)}</w:p>" for content in written)
    if in_a_table:
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    data = word(body, parts={"styles": STYLES})
    document = read_docx(Path("narrative.docx"), data)
    assert document.text == "\n".join(text for text in said if text.strip())
    spans_hold(data, document)


SOUND = word(
    paragraph("Leading Change", '<w:pStyle w:val="P"/><w:outlineLvl w:val="0"/>')
    + paragraph(
        run("I led ") + f"<w:ins>{run('forty')}</w:ins>" + field("PAGE", "3"), '<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    + table(("a", "b"), ("c", "d"), properties='<w:tblStyle w:val="T"/><w:tblLook w:val="04A0"/>')
    + paragraph('<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>')
    + section('<w:footerReference w:type="default" r:id="footer1"/><w:pgMar w:left="1440" w:right="1440"/>'),
    parts={
        "styles": STYLES + style("table", "T", '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'),
        "settings": "<w:evenAndOddHeaders/>",
        "footnotes": f'<w:footnote w:id="1">{paragraph("A note.")}</w:footnote>',
        "footer1": paragraph(field("PAGE", "3")),
    },
)
ODD = st.sampled_from(
    ["", "-1", "0", "1e999", "nan", "9" * 400, "odd", "12pt", "begin", "end", "separate", "continue", "../x", "%00"]
)


def read_or_refuse(data: bytes) -> None:
    """Read a file that may be damaged: nothing but a refusal may come of it."""
    with suppress(Unreadable):
        document = read_docx(Path("narrative.docx"), data)
        assert all(block.span.of(document.text).strip() for block in document.blocks)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_flipped_bytes_are_read_or_refused(flips: list[tuple[int, int]]) -> None:
    data = bytearray(SOUND)
    for place, byte in flips:
        data[place] = byte
    read_or_refuse(bytes(data))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(SOUND)))
def test_a_file_cut_anywhere_is_read_or_refused(end: int) -> None:
    read_or_refuse(SOUND[:end])


@settings(deadline=None, max_examples=250)
@given(st.data())
def test_odd_attributes_and_lost_or_doubled_elements_are_read_or_refused(data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(SOUND)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(sorted(parts)))
        pattern = data.draw(st.sampled_from([r'(?<==")[^"]*(?=")', r"<w:\w+[^>]*/>", r"<w:(\w+)[^>]*>.*?</w:\1>"]))
        places = list(re.finditer(pattern, parts[name]))
        if places:
            place = data.draw(st.sampled_from(places))
            instead = data.draw(ODD) if "=" in pattern else data.draw(st.sampled_from(["", place[0] * 2]))
            parts[name] = parts[name][: place.start()] + instead + parts[name][place.end() :]
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    read_or_refuse(target.getvalue())
