"""The structure tags of a tagged PDF, as Word writes them: which characters make a paragraph, a heading, a table cell."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

BLOCKS = set("P H H1 H2 H3 H4 H5 H6 Title Lbl LBody TD TH Note Caption BlockQuote TOCI".split())
ARTIFACT = "Artifact"
ELSEWHERE = -1  # for a content that stands on another page
MAX_DEPTH = 60
NAME_LENGTH = 200


class Tag(NamedTuple):
    """A paragraph that the tags of a page name: its number there, its kind, and whether it has parts on earlier or later pages."""

    number: int
    kind: str
    continued: bool
    continues: bool


def page_tags(page: Any) -> dict[int, Tag]:
    """The tag of each marked content of a loaded page, by the number of that content; none where the file has no tags."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    blocks: list[tuple[str, list[int]]] = []
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            _collect(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), None, blocks, MAX_DEPTH)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    tags: dict[int, Tag] = {}
    for number, (kind, contents) in enumerate(blocks):
        here = [index for index, content in enumerate(contents) if content != ELSEWHERE]
        if here:
            tag = Tag(number, kind, here[0] > 0, here[-1] < len(contents) - 1)
            tags.update(dict.fromkeys((contents[index] for index in here), tag))
    return tags


def _collect(element: Any, block: list[int] | None, blocks: list[tuple[str, list[int]]], depth: int) -> None:
    """Adds to `blocks` what stands below `element`: contents of inline elements go to the block around them."""
    kind = _text(pdfium.FPDF_StructElement_GetType, element)
    if kind in BLOCKS or block is None:
        block = []
        blocks.append((kind, block))
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if not child:
            block.append(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index))
        elif depth:
            _collect(child, block, blocks, depth - 1)


def is_artifact(page_object: Any) -> bool:
    """Whether the file marks a page object as no part of its text."""
    count = max(0, pdfium.FPDFPageObj_CountMarks(page_object))
    return any(_mark_name(pdfium.FPDFPageObj_GetMark(page_object, index)) == ARTIFACT for index in range(count))


def _mark_name(mark: Any) -> str:
    length, buffer = ctypes.c_ulong(), (ctypes.c_ushort * NAME_LENGTH)()
    if not pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
        return ""
    return bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\0")


def _text(getter: Callable[[Any, Any, int], int], element: Any) -> str:
    buffer = ctypes.create_string_buffer(NAME_LENGTH)
    length = getter(element, buffer, NAME_LENGTH)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0") if 0 < length <= NAME_LENGTH else ""
