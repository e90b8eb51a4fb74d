"""Make the PDFs in tests/readers/pdfs, each with the paragraphs that must be read from it beside it, one a line.

python tests/readers/make_pdfs.py        (needs LibreOffice's `soffice`, and a hyphenation dictionary for English)
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from html import escape
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "pdfs"
NAMES = "office style text table fo".split()
SPACES = {"fo": "xsl-fo-compatible"}
HEAD = "Leading Change"
PROSE = (
    "In 2019 the permit office of Alder County took 47 days to answer a letter, and 2,300 letters lay in boxes on the stairs.",
    "I took over the office that March with nine clerks, no budget of its own and one cost-effective idea: to answer each letter "
    "on the day it came, and the oldest box in whatever hour was left. The deputy called it mission-critical and lent me a desk.",
    "I read 400 letters myself, sorted them into six kinds and wrote a first answer for each kind. Four of the clerks objected "
    "that no two letters were alike; I asked them to mark every answer that failed, and we rewrote those together on Fridays.",
    "I moved the two clerks who knew the maps to the counter. They settled a third of the questions before a letter was written.",
    "By October the boxes were empty. A letter now waits for two days, and the office costs $112,000 less a year.",
)
LABELS = ("Challenge:", "Action:", "Result:")


class Sample(NamedTuple):
    """A document: its body in ODF, the paragraphs to be read from it, and how it is set."""

    body: str
    read: list[str]
    paragraph: str = 'fo:margin-bottom="8pt"'
    page: str = 'fo:page-width="5in" fo:page-height="4in" fo:margin="0.75in"'
    hyphenate: str = "false"
    header: str = ""
    footer: str = ""
    columns: str = ""
    export: tuple[tuple[str, object], ...] = ()


def p(text: str, style: str = "P") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def narrative(heading: str = "Bold", spread: str = "") -> tuple[str, list[str]]:
    """A heading and a labelled story, twice, and what is read of them."""
    parts: list[tuple[str, str]] = []
    for number in (1, 2):
        parts.append((f"ECQ {number}: {HEAD}", heading))
        story = PROSE if number == 1 else PROSE[::-1]
        for index, paragraph in enumerate(story):
            parts += [(LABELS[index // 2], "P")] * (index % 2 == 0) + [(paragraph, "P")]
    written = [p(escape(text), style) if style != "Heading" else heading_one(text) for text, style in parts]
    return spread.join(written), [text for text, _ in parts]


def heading_one(text: str) -> str:
    """A heading of the first level."""
    return f'<text:h text:style-name="Bold" text:outline-level="1">{text}</text:h>'


def note(number: int, text: str) -> str:
    """A footnote."""
    body = f"<text:note-body>{p(text, 'Small')}</text:note-body>"
    return f'<text:note text:note-class="footnote"><text:note-citation>{number}</text:note-citation>{body}</text:note>'


def table(*rows: tuple[str, ...]) -> str:
    """A ruled table."""
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    cells = (
        "".join(f'<table:table-cell table:style-name="Cell">{p(cell)}</table:table-cell>' for cell in row)
        for row in rows
    )
    return (
        f"<table:table>{columns}{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"
    )


def items(*texts: str) -> str:
    """A bulleted list."""
    inside = "".join(f"<text:list-item>{p(text)}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="List">{inside}</text:list>'


def samples() -> dict[str, Sample]:
    """The documents, by name."""
    body, read = narrative()
    tagged, _ = narrative("Heading")
    blank, _ = narrative(spread=p(""))
    number, count = "<text:page-number/>", "<text:page-count/>"
    cells = (
        ("Competency", "Evidence"),
        ("Vision", "I cut the wait for a letter from 47 days to two within the year"),
        ("Resilience", "See above"),
    )
    listed = ["I emptied every box on the stairs.", PROSE[2]]
    notes = [
        "Alder County, annual report of 2019, table 4.",
        "The six kinds are listed in the appendix to the same report, which runs to 90 pages.",
    ]
    first_note, second_note = (note(index + 1, text) for index, text in enumerate(notes))
    noted = [escape(PROSE[0]) + first_note, escape(PROSE[1]).replace(". ", f".{second_note} ", 1), escape(PROSE[2])]
    italic = '<text:span text:style-name="Italic">all</text:span>'
    under = '<text:span text:style-name="Under">every map in the house</text:span>'
    strong = '<text:span text:style-name="Strong">no excuse</text:span>'
    first = '<text:span text:style-name="Super">st</text:span>'
    return {
        "spaced": Sample(body, read, header=f"A. Marsh, permit office, page {number}"),
        "indented": Sample(
            body, read, paragraph='fo:text-indent="0.4in" fo:text-align="justify"', footer=f"Page {number} of {count}"
        ),
        "blank-lines": Sample(blank, read, paragraph='fo:line-height="150%"', footer=f"- {number} -"),
        "plain": Sample(body, read, paragraph=""),
        "columns": Sample(
            body,
            read,
            page='fo:page-width="6in" fo:page-height="4in" fo:margin="0.5in"',
            columns='<style:columns fo:column-count="2" fo:column-gap="0.4in"/>',
        ),
        "hyphenated": Sample(
            body,
            read,
            paragraph='fo:margin-bottom="6pt" fo:text-align="justify"',
            page='fo:page-width="4in" fo:page-height="4in" fo:margin="0.75in"',
            hyphenate="true",
        ),
        "tagged": Sample(tagged, read, paragraph="", footer=number, export=(("UseTaggedPDF", True),)),
        "footnotes": Sample(
            "".join(map(p, noted)),
            [*PROSE[:3], *notes],
            page='fo:page-width="5in" fo:page-height="6in" fo:margin="0.75in"',
        ),
        "table": Sample(
            p(escape(PROSE[0])) + table(*cells) + p(escape(PROSE[4])),
            [PROSE[0], *(c for row in cells for c in row), PROSE[4]],
        ),
        "list": Sample(
            p(escape(PROSE[0])) + items(*map(escape, listed)) + p(escape(PROSE[4])), [PROSE[0], *listed, PROSE[4]]
        ),
        "looks": Sample(
            p(
                f"On the 1{first} of May I read {italic} of them, took {under} and accepted {strong} for an unofficial\u00adly late file."
            ),
            [
                "On the 1st of May I read all of them, took every map in the house and accepted no excuse for an unofficially late file."
            ],
        ),
        "locked": Sample(p("Secret."), [], export=(("EncryptFile", True), ("DocumentOpenPassword", "open"))),
        "restricted": Sample(
            p("Open to read."),
            ["Open to read."],
            export=(("RestrictPermissions", True), ("PermissionPassword", "owner")),
        ),
    }


def flat_odf(sample: Sample) -> str:
    """The sample as a flat ODF text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{SPACES.get(name, name)}:1.0"' for name in NAMES
    )
    furniture = f"<style:header>{p(sample.header)}</style:header>" * bool(sample.header)
    furniture += f"<style:footer>{p(sample.footer)}</style:footer>" * bool(sample.footer)

    def style(name: str, family: str, properties: str, parent: str = "") -> str:
        based = f' style:parent-style-name="{parent}"' if parent else ""
        return f'<style:style style:name="{name}" style:family="{family}"{based}>{properties}</style:style>'

    def text(properties: str) -> str:
        return f"<style:text-properties {properties}/>"

    bullet = (
        '<text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties '
        'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" '
        'text:list-tab-stop-position="0.5in" fo:text-indent="-0.25in" fo:margin-left="0.5in"/></style:list-level-properties>'
        "</text:list-level-style-bullet>"
    )
    styles = "".join(
        (
            style("P", "paragraph", f"<style:paragraph-properties {sample.paragraph}/>", "Standard"),
            style("Bold", "paragraph", text('fo:font-weight="bold"'), "Standard"),
            style("Small", "paragraph", text('fo:font-size="8pt"'), "Standard"),
            style("Italic", "text", text('fo:font-style="italic"')),
            style("Strong", "text", text('fo:font-weight="bold"')),
            style("Under", "text", text('style:text-underline-style="solid"')),
            style("Super", "text", text('style:text-position="super 58%"')),
            style(
                "Cell",
                "table-cell",
                '<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05in"/>',
            ),
            f'<text:list-style style:name="List">{bullet}</text:list-style>',
            f'<style:page-layout style:name="L"><style:page-layout-properties {sample.page}>{sample.columns}',
            '<style:footnote-sep style:width="0.5pt" style:rel-width="25%" style:color="#000000" style:adjustment="left"/>',
            "</style:page-layout-properties>",
            "<style:header-style/>" * bool(sample.header) + "<style:footer-style/>" * bool(sample.footer),
            "</style:page-layout>",
        )
    )
    default = (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/><style:text-properties '
        f'fo:font-family="Liberation Serif" fo:font-size="11pt" fo:language="en" fo:country="US" fo:hyphenate="{sample.hyphenate}"/>'
        '</style:default-style><style:style style:name="Standard" style:family="paragraph"/>'
        '<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Mark" text:citation-body-style-name="Mark"/>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document {spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{default}</office:styles><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L">{furniture}</style:master-page>'
        f"</office:master-styles><office:body><office:text>{sample.body}</office:text></office:body></office:document>"
    )


def main() -> None:
    """Writes every sample."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, sample in samples().items():
            source = Path(scratch, f"{name}.fodt")
            source.write_text(flat_odf(sample), encoding="utf-8")
            kinds = {bool: "boolean", str: "string"}
            options = {
                key: {"type": kinds[type(value)], "value": json.dumps(value).strip('"')} for key, value in sample.export
            }
            target = f"pdf:writer_pdf_Export:{json.dumps(options)}"
            profile = f"-env:UserInstallation=file://{scratch}/profile"
            command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(FOLDER), str(source)]
            subprocess.run(command, check=True, capture_output=True)
            if sample.read:
                FOLDER.joinpath(f"{name}.txt").write_text("\n".join(sample.read) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
