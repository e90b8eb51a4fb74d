"""Files that were made to harm: each is written small and asks for more than any machine has."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from tests.readers.word import NAMESPACES, links, paragraph, section, style, table, word

MB = 1 << 20
P = paragraph("a")
HELLO = b"BT /F 12 Tf 72 700 Td (Hello there, this is some text.) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<"


def archive(body: Iterator[str], extra: dict[str, bytes] | None = None) -> bytes:
    """A Word file whose body is written piece by piece, and never held at once."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("_rels/.rels", links({"rId1": ("officeDocument", "word/document.xml")}))
        with packed.open("word/document.xml", "w") as main:
            main.write(f"<w:document {NAMESPACES}><w:body>".encode())
            for piece in body:
                main.write(piece.encode())
            main.write(b"</w:body></w:document>")
        for name, data in (extra or {}).items():
            packed.writestr(name, data)
    return target.getvalue()


def repeated(piece: str, size: int) -> Iterator[str]:
    """About `size` bytes of a piece of text over and over."""
    block = piece * max(1, MB // len(piece))
    yield from (block for _ in range(max(1, size // len(block))))


def in_one_text(size: int) -> Iterator[str]:
    """A paragraph whose only text has `size` characters."""
    yield "<w:p><w:r><w:t>"
    yield from repeated("a", size)
    yield "</w:t></w:r></w:p>"


def entities(document: str) -> bytes:
    """A Word file that declares entities which grow tenfold nine times."""
    grown = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY e0 "lol">{grown}]>'
    return word(f"{declared}<w:document {NAMESPACES}><w:body>{document}</w:body></w:document>", body_only=False)


def forged(data: bytes, part: str) -> bytes:
    """The archive with a part that claims to be small."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        true = packed.getinfo(part).file_size.to_bytes(4, "little")
    return data.replace(true, (1000).to_bytes(4, "little"))


WORD: dict[str, Callable[[], bytes]] = {
    "300 MB of paragraphs": lambda: archive(repeated(P, 300 * MB)),
    "as many paragraphs as are let in": lambda: archive(iter([P * 29_900])),
    "too many runs": lambda: archive(iter(["<w:p>", "<w:r/>" * 290_000, "<w:r><w:t>x</w:t></w:r></w:p>"])),
    "300 MB of one text": lambda: archive(in_one_text(300 * MB)),
    "a size that is forged": lambda: forged(archive(in_one_text(300 * MB)), "word/document.xml"),
    "a picture of 300 MB": lambda: archive(iter([P]), {"word/media/image1.png": bytes(300 * MB)}),
    "entities in a text": lambda: entities("<w:p><w:r><w:t>&e9;</w:t></w:r></w:p>"),
    "entities in an attribute": lambda: entities('<w:p w:a="&e9;"/>'),
    "a file behind an entity": lambda: word(
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {NAMESPACES}><w:body>'
        "<w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>",
        body_only=False,
    ),
    "elements 100,000 deep": lambda: word("<w:ins>" * 100_000 + P + "</w:ins>" * 100_000),
    "text boxes inside each other": lambda: word(
        "<w:p><w:r><w:pict><w:txbxContent>" * 50 + P * 2_000 + "</w:txbxContent></w:pict></w:r></w:p>" * 50
    ),
    "tables inside each other": lambda: word("<w:tbl><w:tr><w:tc>" * 75 + P * 1_000 + "</w:tc></w:tr></w:tbl>" * 75),
    "a cell over 50 million columns": lambda: word(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="50000000"/></w:tcPr>{P}</w:tc></w:tr></w:tbl>'
    ),
    "a row that begins behind 50 million columns": lambda: word(
        f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="50000000"/></w:trPr><w:tc>{P}</w:tc></w:tr></w:tbl>'
    ),
    "styles that are based on each other": lambda: word(
        paragraph("a", '<w:pStyle w:val="a"/>'),
        parts={"styles": style("paragraph", "a", '<w:basedOn w:val="b"/>') + style("paragraph", "b", '<w:basedOn w:val="a"/>')},
    ),
    "a chain of 2,000 styles": lambda: word(
        "".join(paragraph("a", f'<w:pStyle w:val="s{number}"/>') for number in range(2_000)),
        parts={"styles": "".join(style("paragraph", f"s{n}", f'<w:basedOn w:val="s{n - 1}"/>') for n in range(2_000))},
    ),
    "20,000 fields inside each other": lambda: word(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000 + "<w:r><w:t>x</w:t></w:r>")
    ),
    "2,000 tables": lambda: word(table(("a",)) * 2_000),
    "100,000 members": lambda: archive(iter([P]), {f"x{number}": b"" for number in range(100_000)}),
    "names of a kilobyte without end": lambda: b"PK\1\2" * (2 * MB),
    "an old Office file of zeros": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(20 * MB),
    "characters 1,600 points high": lambda: word(
        paragraph("".join(f'<w:r><w:rPr><w:sz w:val="3200"/></w:rPr><w:t>{"word " * 20_000}</w:t></w:r>' for _ in range(2)))
    ),
    "a page without room": lambda: word(
        paragraph("word " * 100_000) + section('<w:pgSz w:w="100" w:h="100"/><w:pgMar w:top="90" w:bottom="90" w:left="90" w:right="90"/>')
    ),
}  # fmt: skip


# What is harmless once it is bounded, and says something: it is read.
BORNE = {
    "as many paragraphs as are let in", "text boxes inside each other", "tables inside each other", "2,000 tables",
    "styles that are based on each other", "a chain of 2,000 styles", "20,000 fields inside each other",
    "as many lines as are let in", "a string of three million characters", "200,000 ranges of characters",
    "tags 5,000 deep", "tags that double 40 times", "a tag inside itself",
}  # fmt: skip


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(*objects: bytes, entries: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalog."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = entries.replace(b"HERE", b"%d" % start)
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, tail, start)
    return bytes(data)


def page(content: bytes, *more: bytes, resources: bytes = b"", catalog: bytes = b"", page: bytes = b"") -> bytes:
    """A PDF of one page with this content; `more` objects are numbered from 6."""
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>%s>>" % (resources, page),
        content,
        FONT,
        *more,
    )  # fmt: skip


def packed(piece: bytes, times: int, before: bytes = b"", after: bytes = b"") -> bytes:
    """A stream that holds a piece so many times, unpacked; it is never held at once."""
    press = zlib.compressobj(1)
    some = max(1, MB // len(piece))
    parts = [press.compress(before), *(press.compress(piece * some) for _ in range(times // some))]
    return stream(
        b"".join([*parts, press.compress(piece * (times % some) + after), press.flush()]), b"/Filter/FlateDecode"
    )


def tree(*kids: bytes) -> bytes:
    """A PDF whose page tree is made of these nodes, numbered from 2."""
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *kids)


def doubled(levels: int) -> list[bytes]:
    """Form objects of which each draws the next one twice."""
    forms = [stream(b"/X Do /X Do", b"%s/XObject<</X %d 0 R>>>>" % (FORM, 7 + level)) for level in range(levels)]
    return [*forms, stream(HELLO, FORM + b"/Font<</F 5 0 R>>>>")]


def tagged(*elements: bytes) -> bytes:
    """A PDF whose structure tree begins with the first of these elements, object 7."""
    return page(
        stream(b"/P <</MCID 0>> BDC %s EMC" % HELLO),
        b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[%d 0 R]]>>>>" % (6 + len(elements)),
        *elements,
        catalog=b"/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R",
        page=b"/StructParents 0",
    )


PDF: dict[str, Callable[[], bytes]] = {
    "a stream of a gigabyte": lambda: page(packed(b" " * 1024, MB)),
    "a gigabyte packed twice": lambda: page(
        stream(zlib.compress(zlib.compress(bytes(256 * MB), 1)), b"/Filter[/FlateDecode/FlateDecode]")
    ),
    "a predictor of two billion columns": lambda: page(
        stream(zlib.compress(b"x" * 1000), b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 4>>")
    ),
    "form objects that double 26 times": lambda: page(stream(b"/X Do"), *doubled(26), resources=b"/XObject<</X 6 0 R>>"),
    "a form object that draws itself": lambda: page(
        stream(b"/X Do"), stream(b"/X Do", FORM + b"/XObject<</X 6 0 R>>>>"), resources=b"/XObject<</X 6 0 R>>"
    ),
    "a page tree without end": lambda: tree(
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2000000000>>", b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1000000000>>"
    ),
    "a page tree without end that claims 40 pages": lambda: tree(
        b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 40>>", b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 20>>"
    ),
    "a page tree that doubles 30 times": lambda: tree(
        *(b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (level + 3, level + 3, 2 ** (30 - level)) for level in range(30)),
        b"<</Type/Page/MediaBox[0 0 612 792]>>",
    ),
    "a page tree 20,000 deep": lambda: tree(
        *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (level + 3) for level in range(20_000)), b"<</Type/Page/MediaBox[0 0 612 792]>>"
    ),
    "two billion pages": lambda: tree(
        b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"
    ),
    "3,000 pages": lambda: tree(
        b"<</Type/Pages/Kids[%s]/Count 3000>>" % b" ".join(b"%d 0 R" % number for number in range(3, 3003)),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"] * 3000,
    ),
    "a table of objects that leads to itself": lambda: pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", entries=b"/Prev HERE"
    ),
    "a table of four billion objects": lambda: (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\nxref\n0 4000000000\n0000000000 65535 f \n"
        b"trailer<</Size 4000000000/Root 1 0 R>>\nstartxref\n54\n%%EOF"
    ),
    "arrays a million deep": lambda: page(stream(b"[" * MB + b"]" * MB)),
    "three million saved states": lambda: page(packed(b"q ", 3_000_000)),
    "a million operators": lambda: page(packed(b"BT /F 12 Tf 72 700 Td (x) Tj ET\n", 1_000_000)),
    "a string of three million characters": lambda: page(
        packed(b"lorem ipsum ", 250_000, b"BT /F 12 Tf 72 700 Td (", b") Tj ET")
    ),
    "as many lines as are let in": lambda: page(packed(b"(a) Tj 0 -1 Td\n", 99_000, b"BT /F 12 Tf 72 700 Td ", b" ET")),
    "400,000 rectangles": lambda: page(packed(b"10 10 100 1 re f\n", 400_000)),
    "tags 5,000 deep": lambda: tagged(
        *(b"<</S/P/P %d 0 R/Pg 3 0 R/K %d 0 R>>" % (6 + level, 8 + level) for level in range(5000)),
        b"<</S/P/P 5006 0 R/Pg 3 0 R/K 0>>",
    ),
    "tags that double 40 times": lambda: tagged(
        *(b"<</S/Sect/P %d 0 R/Pg 3 0 R/K[%d 0 R %d 0 R]>>" % (6 + level, 8 + level, 8 + level) for level in range(40)),
        b"<</S/P/P 46 0 R/Pg 3 0 R/K 0>>",
    ),
    "a tag inside itself": lambda: tagged(b"<</S/P/P 6 0 R/Pg 3 0 R/K[7 0 R 0]>>"),
    "characters as large as numbers can be": lambda: page(
        stream(b"72 700 200 1 re f BT /F 12 Tf 1e9 0 0 1e9 72 700 Tm (Hello there, this is) Tj ET")
    ),
    "200,000 ranges of characters": lambda: page(
        stream(HELLO),
        packed(b"<0000> <ffff> <0041>\n", 200_000, b"1 begincodespacerange <0000> <ffff> endcodespacerange 100 beginbfrange\n", b"endbfrange"),
    ).replace(b"/BaseFont/Helvetica>>", b"/BaseFont/Helvetica/ToUnicode 6 0 R>>"),
    "nothing but the name of the format": lambda: b"%PDF-1.7",
}  # fmt: skip
