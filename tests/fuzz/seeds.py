"""Small sound files that mutants are made from: between them they use all that the readers know."""

from __future__ import annotations

from tests.readers.test_docx_any import SOUND
from tests.readers.word import field, paragraph, run, section, style, table, word
from tests.review.paper import FONT, paper, written

LONG = "I led forty people in nine offices through a change that saved the agency two years. " * 6
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Calibri"/><w:sz w:val="24"/></w:rPr>'
    '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + style("paragraph", "N", '<w:pPr><w:keepNext/><w:keepLines/><w:widowControl w:val="0"/></w:pPr>', default=True)
    + style(
        "paragraph", "H", '<w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr>'
    )
    + style("table", "T", '<w:tblPr><w:tblCellMar><w:top w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>')
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
DRAWING = (
    '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0">'
    '<wp:extent cx="914400" cy="914400"/><wp:wrapSquare wrapText="bothSides"/></wp:anchor></w:drawing></w:r>'
)
BOXED = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
BOX = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOXED}</wps:txbx></w:drawing></mc:Choice>'
    f"<mc:Fallback><w:pict><v:textbox>{BOXED}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
COMMENTED = (
    '<w:commentRangeStart w:id="0"/>'
    + run("Said of this.")
    + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)
LAID_OUT = word(
    paragraph("Leading Change", '<w:pStyle w:val="H"/><w:pageBreakBefore/>')
    + paragraph(run(LONG) + DRAWING + BOX, '<w:spacing w:before="240" w:line="480" w:lineRule="exact"/><w:jc w:val="both"/>')
    + paragraph(run(LONG) + '<w:r><w:br w:type="page"/></w:r>' + run("Next.", '<w:spacing w:val="20"/><w:w w:val="90"/>'))
    + paragraph("First.", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:contextualSpacing/>')
    + paragraph("<w:r><w:tab/><w:t>Left</w:t><w:br w:type='column'/></w:r>", '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>')
    + paragraph(COMMENTED)
    + paragraph(run("Ends."), section('<w:type w:val="continuous"/><w:cols w:num="2" w:space="720"/><w:pgSz w:w="12240" w:h="15840"/>'))
    + table(("a " * 30, "b"), ("c", LONG), properties='<w:tblStyle w:val="T"/><w:tblW w:w="5000" w:type="pct"/>')
    + paragraph('<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>')
    + section(
        '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header1"/><w:titlePg/>'
        '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:bottom="1440" w:left="1440" w:right="1440"'
        ' w:header="720" w:footer="720" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="360"/>'
    ),
    parts={
        "styles": STYLES,
        "numbering": NUMBERING,
        "settings": '<w:mirrorMargins/><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>',
        "footnotes": f'<w:footnote w:id="1">{paragraph(LONG)}</w:footnote>',
        "endnotes": f'<w:endnote w:id="1">{paragraph("An end note.")}</w:endnote>',
        "header1": paragraph(field("PAGE", "3")) * 2,
        "comments": f'<w:comment w:id="0" w:author="Reviewer">{paragraph("Is it so?")}</w:comment>',
    },
)  # fmt: skip
LINES = tuple(f"Line {number} of a paragraph that says what was done, and how it came out-" for number in range(12))
FORM = "BT /F1 9 Tf 1 0 0 1 72 100 Tm (In a form object.) Tj ET"
CONTENT = (
    "/P <</MCID 0>> BDC BT /F1 12 Tf 14 TL 72 700 Td (Leading Change) Tj T* [(kerned) -250 (text)] TJ ET EMC "
    "q 0 1 -1 0 300 300 cm BT /F1 10 Tf (Aslant.) Tj ET Q 72 500 200 1 re f /X0 Do BT 3 Tr /F1 8 Tf 1 0 0 1 320 700 Tm (Unseen) Tj ET"
)
TAGGED = written(
    "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 8 0 R/AcroForm<</Fields[10 0 R]/DA(/F1 0 Tf)>>>>",
    "<</Type/Pages/Kids[3 0 R 11 0 R]/Count 2>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/CropBox[0 0 612 792]/Rotate 90/StructParents 0/Annots[10 0 R 12 0 R]"
    "/Resources<</Font<</F1 4 0 R>>/XObject<</X0 6 0 R>>>>/Contents 5 0 R>>",
    FONT,
    f"<</Length {len(CONTENT)}>>stream\n{CONTENT}\nendstream",
    f"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 4 0 R>>>>"
    f"/Length {len(FORM)}>>stream\n{FORM}\nendstream",
    "<</Nums[0[9 0 R]]>>",
    "<</Type/StructTreeRoot/K 9 0 R/ParentTree 7 0 R>>",
    "<</S/P/P 8 0 R/Pg 3 0 R/K 0>>",
    "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Filled in)/Rect[72 600 200 620]/P 3 0 R>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/UserUnit 1/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
    "<</Type/Annot/Subtype/Highlight/Rect[72 682 140 696]/QuadPoints[72 696 140 696 72 682 140 682]/Contents(Is it so?)/T(Reviewer)>>",
    trailer="/Root 1 0 R",
)
SEEDS = {"word-sound": SOUND, "word-laid-out": LAID_OUT, "pdf-paper": paper(*LINES), "pdf-tagged": TAGGED}
