"""Comments of Word files: on which passage each stands, however the file is built."""

from __future__ import annotations

import pytest

from ecqlint.document import Document
from tests.readers.word import NAMESPACES, paragraph, read, read_body, run, table, word

REFERENCE = '<w:r><w:commentReference w:id="{}"/></w:r>'
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
}


def start(identity: object = 0) -> str:
    """The mark at which the range of a comment begins."""
    return f'<w:commentRangeStart w:id="{identity}"/>'


def end(identity: object = 0, *, reference: bool = True) -> str:
    """The mark at which it ends, and the reference to the comment."""
    return f'<w:commentRangeEnd w:id="{identity}"/>' + REFERENCE.format(identity) * reference


def comment(text: str, identity: object = 0, author: str = "Ann") -> str:
    """A comment of one paragraph."""
    return f'<w:comment w:id="{identity}" w:author="{author}">{paragraph(run(text))}</w:comment>'


def box(content: str) -> str:
    """A text box as Word writes it: once for new programs, once for old ones."""
    new = f"<w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def passages(document: Document) -> list[tuple[str, str]]:
    """What each comment says, and on which words."""
    return [(each.text, each.span.of(document.text)) for each in document.comments]


def places(body: str, *comments: str) -> list[str]:
    """The words on which the comments of a file with this body stand; each says “Look.” unless they are given."""
    return [words for _, words in passages(read_body(body, comments="".join(comments) or comment("Look.")))]


BODIES = {
    "runs of a paragraph": (paragraph(f"{run('I ')}{start()}{run('led ')}{run('men')}{end()}{run('.')}"), ["led men"]),
    "over paragraphs": (paragraph(f"{start()}{run('One.')}") + paragraph(f"{run('Two.')}{end()}"), ["One.\nTwo."]),
    "marks between paragraphs": (f"{start()}{paragraph('One.')}{end(reference=False)}{paragraph('Two.')}", ["One."]),
    "a cell of a table": (
        table(("One.", "Two.")).replace(run("Two."), f"{start()}{run('Two.')}{end()}"),
        ["Two."],
    ),
    "a text box": (
        paragraph(run("One.") + box(paragraph(f"{start()}{run('Two.')}{end()}")) + run(" Three.")),
        ["Two."],
    ),
    "around a text box": (
        paragraph(f"{start()}{run('One.')}{box(paragraph('Two.'))}{end()}{run(' Three.')}"),
        ["One."],
    ),
    "no range": (paragraph("One.") + paragraph(run("Two.") + REFERENCE.format(0)), ["Two."]),
    "an empty range": (paragraph(f"{run('One. ')}{start()}{end()}{run('Two.')}"), ["One. Two."]),
    "a range without an end": (paragraph(f"{run('One. ')}{start()}{run('Two.')}{REFERENCE.format(0)}"), ["One. Two."]),
    "a range that ends before it begins": (paragraph(f"{end()}{run('One.')}{start()}"), ["One."]),
    "an end without a beginning, and no reference": (paragraph(run("One.") + end(reference=False)), ["One."]),
    "an empty paragraph": (paragraph("One.") + paragraph(f"{start()}{end()}"), []),
    "inserted text": (paragraph(f"<w:ins>{start()}{run('One.')}</w:ins>{end()}{run(' Two.')}"), ["One."]),
    "deleted text": (
        paragraph(f"{run('One.')}{start()}<w:del><w:r><w:delText>Two.</w:delText></w:r></w:del>{end()}"),
        [],
    ),
    "a deleted reference": (paragraph(f"{run('One.')}<w:del>{REFERENCE.format(0)}</w:del>"), []),
    "a range twice": (paragraph(f"{start()}{run('One.')}{end()}{start()}{run(' Two.')}{end()}"), ["One."]),
    "no such comment": (paragraph(f"{start(7)}{run('One.')}{end(7)}"), []),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_comment_stands_on_the_words_of_its_range(case: str) -> None:
    body, expected = BODIES[case]
    assert places(body) == expected


def test_comments_stand_in_the_order_of_their_passages() -> None:
    body = paragraph(f"{start(1)}{run('One.')}{end(1)}{start(0)}{run(' Two.')}{end(0)}")
    document = read_body(body, comments=comment("First.", 0) + comment("Second.", 1, author="Lee"))
    assert passages(document) == [("Second.", "One."), ("First.", " Two.")]
    assert [each.author for each in document.comments] == ["Lee", "Ann"]


def test_a_comment_in_a_footnote_stands_there() -> None:
    below = paragraph(start() + run("Below.") + end())
    note = f'<w:footnote w:id="1">{below}</w:footnote>'
    body = paragraph(run("Above.") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    document = read_body(body, footnotes=note, comments=comment("Look."))
    assert passages(document) == [("Look.", "Below.")]


def test_what_a_comment_says_is_its_text_as_shown() -> None:
    said = run("ecqlint:\u00a0") + "<w:r><w:tab/><w:t>ig\u00adnore</w:t><w:noBreakHyphen/></w:r>"
    said += f"<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:moveFrom>{run('gone')}</w:moveFrom>"
    entry = f'<w:comment w:id="0"><w:p>{said}</w:p><w:p/>{paragraph("Why.")}</w:comment>'
    document = read_body(paragraph(f"{start()}{run('One.')}{end()}"), comments=entry)
    assert passages(document) == [("ecqlint:  ignore-\n\nWhy.", "One.")]
    assert document.comments[0].author == ""


def test_comments_are_never_text() -> None:
    body = paragraph(f"{run('I ')}{start()}{run('led')}{end()}{run('.')}")
    bare = read_body(paragraph("I led."))
    document = read_body(body, comments=comment("Look.") * 3)
    assert (document.text, document.blocks, document.notes) == (bare.text, bare.blocks, bare.notes)


def test_a_strict_file_has_comments_too() -> None:
    body = paragraph(f"{start()}{run('One.')}{end()}")
    files = [
        f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        f"<w:comments {NAMESPACES}>{comment('Look.')}</w:comments>",
    ]
    for name, strict in STRICT.items():
        files = [file.replace(name, strict) for file in files]
    data = word(files[0], parts={"comments": f"<?xml version='1.0'?>{files[1]}"}, body_only=False)
    assert passages(read(data)) == [("Look.", "One.")]


PARTS = {
    "broken": ("<?xml version='1.0'?><w:comments", "word/comments.xml was passed over: its XML is broken."),
    "another kind of part": ("<?xml version='1.0'?><nothing/>", None),
    "empty": ("<?xml version='1.0'?>", "word/comments.xml was passed over: its XML is broken."),
    "an entity": (
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "word/comments.xml was passed over: it declares a document type.",
    ),
    "no ids": (f"<w:comment>{paragraph('Look.')}</w:comment>", None),
    "odd ids": (comment("Look.", "-1") + comment("Look.", "٣") + comment("Look.", "9" * 99), None),
    "too much": ("<w:comment/>" * 900_000, "The comments were passed over: they are longer than any narrative."),
}


@pytest.mark.parametrize("case", PARTS)
def test_a_hostile_or_broken_part_of_comments_leaves_the_text_as_it_is(case: str) -> None:
    content, note = PARTS[case]
    document = read_body(paragraph(f"{start()}{run('One.')}{end()}{REFERENCE.format('')}"), comments=content)
    assert document.text == "One."
    assert document.notes == ((note,) if note else ())
    assert [each.text for each in document.comments] in ([], ["Look."])


def test_odd_ids_lead_to_their_comments_all_the_same() -> None:
    identity = "9" * 99
    assert places(paragraph(f"{start(identity)}{run('One.')}{end(identity)}"), comment("Look.", identity)) == ["One."]


def test_marks_beyond_number_cost_no_time() -> None:
    marks = "".join(f"{start()}{end()}" for _ in range(5000)) + "".join(f"{start(n)}{end(n)}" for n in range(5000))
    document = read_body(paragraph(f"{marks}{run('One.')}"), comments="".join(comment("Look.", n) for n in range(2000)))
    assert len(document.comments) == 2000
