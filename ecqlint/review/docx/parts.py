"""What makes a new part known to a Word file: its content type, and the link that leads to it."""

from __future__ import annotations

import posixpath
from xml.sax.saxutils import quoteattr

from ecqlint.readers.docx.package import Package
from ecqlint.review.docx.archive import Archive
from ecqlint.review.docx.source import HEAD, Source

_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"


def new_part(package: Package, archive: Archive, kind: str) -> str:
    """A name for a new part of that kind (comments ...) beside the main part."""
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"{kind}{number or ''}.xml") for number in range(len(archive.names) + 1))
    return next(name for name in names if name not in archive)


def known(package: Package, archive: Archive, name: str, kind: str, *, strict: bool) -> dict[str, bytes]:
    """The parts that change when `name` becomes a part of that kind, which the main part links to: names to contents."""
    types = Source(archive.read(_TYPES))
    content = _CONTENT.format(kind)
    types.append(f"<{types.prefix}Override PartName={quoteattr('/' + name)} ContentType={quoteattr(content)}/>")
    folder, main = posixpath.split(package.main)
    links_name = posixpath.join(folder, "_rels", main + ".rels")
    empty = f'{HEAD}<Relationships xmlns="{_PACKAGE}"/>'.encode()
    links = Source(archive.read(links_name) if links_name in archive else empty)
    taken = {item.get("Id") for item in links.root}
    identity = next(free for number in range(1, len(taken) + 2) if (free := f"rId{number}") not in taken)
    target = posixpath.basename(name)
    about = {"Id": identity, "Type": (_STRICT if strict else _TRANSITIONAL) + kind, "Target": target}
    said = "".join(f" {key}={quoteattr(value)}" for key, value in about.items())
    links.append(f"<{links.prefix}Relationship{said}/>")
    return {_TYPES: types.edited(), links_name: links.edited()}
