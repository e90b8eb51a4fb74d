"""Small Word files for tests, written part by part, and what stands in them at a place."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from ecqlint.document import Document, Format, WordOrigin
from ecqlint.readers.docx.reader import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": W,
        "r": RELATIONSHIPS,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
MAIN = "word/document.xml"
# A run's elements that count as one character of its text.
ATOMS = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")


def run(text: str, properties: str = "") -> str:
    """A run of plain text."""
    return f'<w:r>{_properties("r", properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs, or of a text."""
    return f"<w:p>{_properties('p', properties)}{content if content.startswith('<') else run(content)}</w:p>"


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """A table of texts."""
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def style(kind: str, identity: str, content: str = "", *, default: bool = False) -> str:
    """A style; `content` is what stands in it."""
    return f'<w:style w:type="{kind}" w:styleId="{identity}" w:default="{int(default)}">{content}</w:style>'


def field(instruction: str, result: str) -> str:
    """A field as Word writes it: its instruction and its result in runs of their own."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}{run(result)}{end}"


def section(content: str = "") -> str:
    """The properties of a section."""
    return f"<w:sectPr>{content}</w:sectPr>"


def word(body: str, *, parts: Mapping[str, str] | None = None, main: str = MAIN, body_only: bool = True) -> bytes:
    """A Word file with this body. `parts` maps the kind of a relationship (styles, settings, header1 ...) to the content of its part."""
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>" if body_only else body
    files = {
        "[Content_Types].xml": _types(main),
        "_rels/.rels": links({"rId1": ("officeDocument", main)}),
        main: document,
    }
    targets = {}
    for name, content in (parts or {}).items():
        kind = name.rstrip("0123456789")
        targets[name] = (kind, f"{name}.xml")
        files[f"word/{name}.xml"] = content if content.startswith(("<?", "<a:")) else _part(kind, content)
    files["word/_rels/document.xml.rels"] = links(targets)
    return zipped(files)


def links(targets: Mapping[str, tuple[str, str]]) -> str:
    """A part of relationships: id to kind and target."""
    items = (
        f'<Relationship Id="{identity}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    )
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{name}">{"".join(items)}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def read(data: bytes, name: str = "narrative.docx") -> Document:
    """The document in a Word file."""
    return read_docx(Path(name), data)


def read_body(body: str, **parts: str) -> Document:
    """The document in a Word file with this body and these parts."""
    return read(word(body, parts=parts))


def format_of(document: Document, text: str) -> Format:
    """How the first place that says `text` looks."""
    origin = document.map.piece_at(document.text.index(text)).origin
    assert origin is not None
    return origin.format


def said_at(data: bytes, origin: WordOrigin, length: int) -> str:
    """The characters that stand in a Word file at `origin`, found by counting as the origin counts."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(origin.part))
    paragraph = list(root.iter(f"{{{W}}}p"))[origin.paragraph]
    runs = [run for run in paragraph.iter(f"{{{W}}}r") if next(run.iterancestors(f"{{{W}}}p")) is paragraph]
    text = ""
    for item in runs[origin.run]:
        name = etree.QName(item).localname
        text += (item.text or "") if name == "t" else "\ue000" if name in ATOMS else ""
    return text[origin.offset : origin.offset + length]


def _types(main: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    name = "http://schemas.openxmlformats.org/package/2006/content-types"
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{name}">{defaults}<Override PartName="/{main}" ContentType="{kind}"/></Types>'


def _part(kind: str, content: str) -> str:
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def _properties(kind: str, content: str) -> str:
    return f"<w:{kind}Pr>{content}</w:{kind}Pr>" if content else ""
