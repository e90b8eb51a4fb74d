"""What a Word file holds that is not in its text, a sentence each: nothing is left out in silence."""

from __future__ import annotations

from collections import Counter

from ecqlint.readers.docx.markup import MC, Element, W
from ecqlint.readers.docx.walk import Text
from ecqlint.readers.length import CUT_SHORT

_UNREAD = (W + "del", W + "moveFrom", MC + "Fallback")
_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_OFFICE = "http://schemas.openxmlformats.org/{}/2006/{}"
_MATH = f"{{{_OFFICE.format('officeDocument', 'math')}}}"
_OBJECT = W + "object"
_SILENT = {
    f"{{{_OFFICE.format('drawingml', 'picture')}}}pic": "picture",
    "{urn:schemas-microsoft-com:vml}imagedata": "picture",
    "{urn:schemas-microsoft-com:vml}textpath": "text effect",
    f"{{{_OFFICE.format('drawingml', 'chart')}}}chart": "chart",
    f"{{{_OFFICE.format('drawingml', 'diagram')}}}relIds": "diagram",
    _MATH + "oMath": "equation",
    _OBJECT: "embedded object",
    W + "altChunk": "inserted file",
    W + "subDoc": "linked document",
}


def unread(body: Element, text: Text) -> list[str]:
    """What the reader passed over in a body from which it gathered `text`."""
    seen: Counter[str] = Counter()
    for item in body.iter(*_SILENT):
        inside = next(item.iterancestors(*_UNREAD, _OBJECT, _MATH + "oMath"), None)
        if inside is None:
            seen[_SILENT[item.tag]] += 1
    sentences = [f"{_count(number, name)}: text in {_them(number)} is not read." for name, number in seen.items()]
    if not text.blocks:
        only = f", only {', '.join(_count(number, name) for name, number in seen.items())}" if seen else ""
        sentences = [f"There is no text in it{only}: give the narrative as text, in a .docx or .pdf."]
    if text.cut:
        sentences.append(CUT_SHORT)
    if changes := sum(1 for _ in body.iter(*_CHANGES)):
        sentences.append(f"{_count(changes, 'tracked change')}: read as if accepted.")
    if text.hidden:
        sentences.append(f"{_count(text.hidden, 'character')} of hidden text: left out.")
    return sentences


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'' if number == 1 else 's'}"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"
