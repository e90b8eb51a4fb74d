"""Small PDFs for tests, written object by object."""

from __future__ import annotations

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def paper(*lines: str, page: str = "", trailer: str = "", catalog: str = "") -> bytes:
    """A PDF of one page of these lines; `page`, `catalog` and `trailer` add entries to its dictionaries."""
    shown = "".join(f"1 0 0 1 72 {700 - 20 * number} Tm ({line}) Tj\n" for number, line in enumerate(lines))
    content = f"BT /F1 12 Tf\n{shown}ET"
    return written(
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R{page}>>",
        FONT,
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Title(The title)>>",
        trailer=f"/Root 1 0 R/Info 6 0 R{trailer}",
    )


def written(*objects: str, trailer: str) -> bytes:
    """A PDF of these objects, numbered from 1."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    size = len(objects) + 1
    data += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += f"trailer\n<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
