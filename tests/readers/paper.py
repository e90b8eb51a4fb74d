"""Small PDFs written by hand."""

from __future__ import annotations

from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LETTER = b"[0 0 612 792]"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A file of these objects, numbered from 1, of which the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, end)
    return bytes(out)


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(content), keys, content)


def pages(*contents: bytes) -> bytes:
    """A file with a page for each of these drawings, in a font that they call /F."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * index) for index in range(count))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), FONT]
    for index, content in enumerate(contents):
        resources = b"/Resources<</Font<</F 3 0 R>>>>"
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox%b/Contents %d 0 R%b>>" % (LETTER, 5 + 2 * index, resources),
            stream(content),
        ]
    return pdf(objects)


def line(text: str, left: float = 72, up: float = 700, size: float = 12, turned: str = "1 0 0 1") -> bytes:
    """A line of text, `up` points over the foot of the page."""
    return f"BT /F {size:g} Tf {turned} {left:g} {up:g} Tm ({text}) Tj ET\n".encode("latin-1")
