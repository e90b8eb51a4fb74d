"""A labelled narrative as a Word file, with the formatting that its head asks for."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph
from gold import LEVELS, Gold

SIDES = ("left_margin", "right_margin", "top_margin", "bottom_margin")


def write_word(gold: Gold, target: Path) -> None:
    """Writes the narrative to `target` (.docx)."""
    settings = gold.settings
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name = settings.get("font", "Times New Roman")
    normal.font.size = Pt(float(settings.get("font_size", "12")))
    for side in SIDES:
        setattr(document.sections[0], side, Inches(float(settings.get("margins", "1"))))
    if settings.get("page_numbers", "yes") == "yes":
        _number(document.sections[0].footer.paragraphs[0])
    map_ = gold.document().map
    for kind, span in gold.blocks:
        if kind in LEVELS and settings.get("headings", "style") == "style":
            document.add_heading(span.of(gold.text), LEVELS[kind])
            continue
        paragraph = document.add_paragraph()
        for share, origin in map_.within(span):
            run = paragraph.add_run(share.of(gold.text))
            run.bold = origin.format.bold or None
            run.underline = origin.format.underline or None
    document.core_properties.author = ""
    document.save(str(target))


def _number(paragraph: Paragraph) -> None:
    """A PAGE field, centred."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(OxmlElement("w:r"))
    paragraph._p.append(field)
