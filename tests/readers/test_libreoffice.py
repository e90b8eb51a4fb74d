"""Pages as LibreOffice sets them, and what is said where it cannot."""

from __future__ import annotations

import shutil
import socket
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ecqlint.cli import app
from ecqlint.document import Box, Document, FileFormat, Format, Page, PageCount, PageOrigin, Sheet
from ecqlint.readers import libreoffice, read
from ecqlint.readers.alignment import page_starts
from ecqlint.readers.libreoffice import paged
from ecqlint.readers.printed import bounded
from ecqlint.text import Span, TextMap
from tests.readers.word import NAMESPACES, RELATIONSHIPS, field, links, paragraph, run, word, zipped

needs_it = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
BREAK = '<w:r><w:br w:type="page"/></w:r>'
TEXT = "I led forty people through the move. We closed nine offices. The agency saved two years, and the board said so."


def printed(*pages: str) -> Document:
    """A printed document with these pages."""
    starts, text = [], ""
    for page in pages:
        starts.append(len(text))
        text += page
    spans = [Span(*bounds) for bounds in zip(starts, [*starts[1:], len(text)], strict=True)]
    return Document(
        Path("narrative.pdf"),
        "pdf",
        TextMap([(text, None)]),
        (),
        pages=tuple(Page(number, span) for number, span in enumerate(spans, start=1)),
        page_count=PageCount(len(pages), "counted in the PDF", len(pages), len(pages)),
    )


def test_pages_begin_where_their_words_stand() -> None:
    starts = page_starts(
        TEXT,
        printed("I led forty people\nthrough the move. ", "We closed nine\noffices. ", "The agency saved two years"),
    )
    assert starts == [0, TEXT.index("We closed"), TEXT.index("The agency")]


def test_what_only_the_paper_shows_is_passed_over() -> None:
    starts = page_starts(
        TEXT, printed("1. I LED FORTY PEOPLE THROUGH THE MOVE.", "2. We closed nine offices. The agency")
    )
    assert starts == [0, TEXT.index("We closed")]


def test_a_page_without_text_begins_where_the_next_does() -> None:
    starts = page_starts(
        TEXT, printed("I led forty people through the move.", "", "We closed nine offices. The agency")
    )
    assert starts == [0, TEXT.index("We closed"), TEXT.index("We closed")]


def test_of_places_that_read_alike_the_nearest_is_meant() -> None:
    text = "We closed nine offices in a year. " * 30
    starts = page_starts(text, printed(text[:340], text[340:680], text[680:]))
    assert starts == [0, 340, 680]


def test_other_texts_tell_nothing() -> None:
    assert page_starts(TEXT, printed("I led forty people", "Something else altogether was printed")) is None


def narrative(path: Path, body: str) -> Path:
    """A Word file at `path`."""
    path.write_bytes(word(body))
    return path


@needs_it
def test_the_pages_come_from_libreoffice(tmp_path: Path) -> None:
    body = "".join(paragraph(run(f"Page {name} says what was done there.") + BREAK) for name in ("one", "two", "three"))
    path = narrative(tmp_path / "narrative.docx", body + paragraph("The end."))
    document = paged(read(path))
    assert document.page_count is not None
    assert (document.page_count.pages, document.page_count.source) == (4, "counted by LibreOffice")
    assert (document.page_count.low, document.page_count.high) == (3, 4)
    assert [page.span.of(document.text)[:8] for page in document.pages] == [
        "Page one",
        "Page two",
        "Page thr",
        "The end.",
    ]
    assert document.notes == ()
    assert [file.name for file in tmp_path.iterdir()] == ["narrative.docx"]


@needs_it
def test_the_command_line_asks_libreoffice(tmp_path: Path) -> None:
    path = narrative(tmp_path / "narrative.docx", paragraph(TEXT))
    result = CliRunner().invoke(app, ["check", str(path), "--layout", "libreoffice"])
    assert "1 page, counted by LibreOffice" in result.stdout


@needs_it
def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    asked.append(connection.recv(100))

        threading.Thread(target=answer, daemon=True).start()
        path = tmp_path / "narrative.docx"
        path.write_bytes(linked(f"http://localhost:{server.getsockname()[1]}/"))
        document = paged(read(path))
    assert document.page_count is not None
    assert document.page_count.source == "counted by LibreOffice"
    assert asked == []


def told(pages: int, filled: float | None, *, estimate: PageCount | None = None, font: str = "Arial") -> PageCount:
    """What is said of pages that LibreOffice counted, the last of which is filled so far."""
    ends = [] if filled is None else [72 + filled * 9 * 72]

    def document(kind: FileFormat, page: int, *bottoms: float) -> Document:
        pieces = [("I led.", PageOrigin(page, Box(72, 72, 540, bottom), Format(font=font))) for bottom in bottoms]
        sheet = Sheet(8.5, 11, 1, 1, 1, 1, numbered=True)
        return Document(Path("narrative"), kind, TextMap(pieces), (), sheets=(sheet,), page_count=estimate)

    counted = PageCount(pages, "counted in the PDF", pages, pages)
    footer = 750.0
    return bounded(document("docx", 1, 100.0), document("pdf", pages, *ends, footer), counted, "counted by LibreOffice")


def estimated(pages: int) -> PageCount:
    """An estimate that is sure of itself."""
    return PageCount(pages, "estimated from font metrics", pages, pages)


def test_a_count_of_libreoffice_in_the_middle_of_a_page_is_certain() -> None:
    count = told(10, 0.5, estimate=estimated(10))
    assert (count.pages, count.low, count.high, count.source) == (10, 10, 10, "counted by LibreOffice")


@pytest.mark.parametrize(
    ("pages", "filled", "low", "high"), [(10, 0.95, 10, 11), (11, 0.05, 10, 11), (10, None, 9, 11), (1, 0.05, 1, 1)]
)
def test_near_the_end_of_a_page_word_may_count_otherwise(pages: int, filled: float | None, low: int, high: int) -> None:
    count = told(pages, filled)
    assert (count.low, count.high) == (low, high)


def test_fonts_that_libreoffice_may_replace_make_its_count_less_certain() -> None:
    assert told(10, 0.5).certain
    assert not told(10, 0.5, font="Georgia").certain


def test_where_libreoffice_and_the_estimate_disagree_both_are_told() -> None:
    count = told(11, 0.5, estimate=estimated(9))
    assert (count.pages, count.low, count.high) == (11, 9, 11)
    assert count.source == "counted by LibreOffice; estimated from font metrics, 9"


def linked(address: str) -> bytes:
    """A Word file with a picture, a template and fields that are to be had at an address."""
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="x"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="image"/></pic:blipFill><pic:spPr><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    body = paragraph(run(TEXT) + picture) + paragraph(
        field(f'INCLUDETEXT "{address}t"', "x") + field(f'INCLUDEPICTURE "{address}p"', "x")
    )

    def outside(identity: str, kind: str) -> str:
        return links({identity: (kind, f"{address}{identity}")}).replace("/></", ' TargetMode="External"/></')

    main = outside("image", "image").replace(
        "</Relationships>",
        f'<Relationship Id="s" Type="{RELATIONSHIPS}/settings" Target="settings.xml"/></Relationships>',
    )
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{types}.settings+xml"/></Types>',
            "_rels/.rels": links({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": main,
            "word/settings.xml": f'<w:settings {NAMESPACES}><w:attachedTemplate r:id="template"/></w:settings>',
            "word/_rels/settings.xml.rels": outside("template", "attachedTemplate"),
        }
    )


@pytest.mark.parametrize("command", ["check", "outline", "review", "watch", "baseline", "compare"])
def test_where_libreoffice_is_missing_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda name: None)
    path = str(narrative(tmp_path / "narrative.docx", paragraph(TEXT)))
    others = [path] if command == "compare" else []
    result = CliRunner().invoke(app, [command, path, *others, "--layout", "libreoffice"])
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert "LibreOffice (soffice) is not installed" in result.output


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@pytest.mark.parametrize(
    ("does", "reason"), [("exit 1", "it made no PDF"), ("sleep 60 & sleep 60", "longer than 1 seconds")]
)
def test_where_libreoffice_fails_a_note_says_so_and_the_estimate_stays(
    does: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "PROGRAMS", (str(program),))
    monkeypatch.setattr(libreoffice, "SECONDS", 1)
    document = paged(read(narrative(tmp_path / "narrative.docx", paragraph(TEXT))))
    assert reason in document.notes[-1]
    assert document.page_count is not None
    assert document.page_count.source == "estimated from font metrics"
