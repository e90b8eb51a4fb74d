"""Small Word files laid out: paragraphs of Times New Roman on letter paper, 46 lines to a page."""

from __future__ import annotations

from pathlib import Path

from ecqlint.readers.docx.layout.document import Layout, lay_out
from ecqlint.readers.docx.package import Package
from tests.readers.word import paragraph, section, style, word

LINES = 46  # of 13.8 points in the 9 inches between margins of one inch
PAPER = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"/>'
STYLES = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
LINE = "One line."


def package(body: str, *, paper: str = PAPER, styles: str = "", **parts: str) -> Package:
    """A Word file with this body, opened."""
    every = {"styles": STYLES + styles + style("paragraph", "Normal", default=True), **parts}
    return Package(Path("narrative.docx"), word(body + section(paper), parts=every))


def laid_out(body: str, *, paper: str = PAPER, styles: str = "", **parts: str) -> Layout:
    """The layout of a Word file with this body."""
    return lay_out(package(body, paper=paper, styles=styles, **parts))


def lines(count: int) -> str:
    """Paragraphs of one line each."""
    return paragraph(LINE) * count


def lines_of(count: int) -> str:
    """Text that fills exactly so many lines, whatever their width: each is ended by hand."""
    return "<w:r>" + "<w:t>One line.</w:t><w:br/>" * (count - 1) + "<w:t>The end.</w:t></w:r>"
