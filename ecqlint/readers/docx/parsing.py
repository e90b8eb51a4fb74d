"""XML from strangers: parsed without entities, network or document types, and only as much of it as memory bears."""

from __future__ import annotations

import re

from lxml import etree

from ecqlint.readers.docx.markup import Element

# A node of the tree takes this many bytes, whatever its share of the file: `<w:p/>` grows twentyfold.
_ELEMENT, _ATTRIBUTE = 130, 220

_PARSER = etree.XMLParser(
    encoding="utf-8",
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
    collect_ids=False,
)
_ENCODING = re.compile(rb"""<\?xml[^>]{,100}?encoding\s*=\s*["']([\w.-]{1,40})["']""")
_SINGLE_BYTE = {"iso-8859-1": "latin-1", "iso-8859-15": "iso-8859-15", "windows-1252": "cp1252"}
_STRICT = b"http://purl.oclc.org/ooxml/"
# How the namespaces of Strict documents go on, and what the others call them.
_TRANSITIONAL = (
    (b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


class Damage(Exception):
    """A part that cannot be parsed, and why."""


def cost(data: bytes) -> int:
    """About how many bytes of memory the tree of an XML text takes."""
    return len(data) + _ELEMENT * data.count(b"<") + _ATTRIBUTE * data.count(b"=")


def utf8(data: bytes) -> bytes:
    """An XML text in UTF-8, a Strict one with common namespaces. Raises Damage where its encoding is broken."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            data = data.decode("utf-16").encode()
        elif data[:4] in (b"<\0?\0", b"<\0w\0"):
            data = data.decode("utf-16-le").encode()
        elif data[:4] in (b"\0<\0?", b"\0<\0w"):
            data = data.decode("utf-16-be").encode()
        elif (declared := _ENCODING.match(data)) and (codec := _SINGLE_BYTE.get(declared[1].decode().lower())):
            data = data.decode(codec).encode()
    except UnicodeError as error:
        raise Damage("its encoding is broken") from error
    for strict, transitional in _TRANSITIONAL if _STRICT in data else ():
        data = data.replace(_STRICT + strict, transitional)
    return data


def parse(data: bytes) -> Element:
    """The root of an XML text in UTF-8. Raises Damage where it is not well-formed or declares a document type."""
    if b"<!DOCTYPE" in data:
        raise Damage("it declares a document type")
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)
        raise Damage("its elements are nested too deep" if deep else "its XML is broken") from error
    except ValueError as error:
        raise Damage("its XML is broken") from error
