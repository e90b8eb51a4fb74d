"""The characters of a run as the text has them: one for one, or in stretches that say where they began."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACES = "\t\n\r\u00a0\u0085\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ONE_FOR_ONE = str.maketrans({**dict.fromkeys(_SPACES, " "), "\u2010": "-", "\u2011": "-"})
_LIGATURES = dict(zip(map(chr, range(0xFB00, 0xFB07)), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
# Control characters, soft hyphens, and what takes no room: joiners, marks of direction, variation selectors.
_NOTHING = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
_NOTHING += r"\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffc"
_SPECIAL = re.compile(f"[{_NOTHING}]+|[{''.join(_LIGATURES)}]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
UNKNOWN = "\ufffd"

# Greek letters of the font Symbol from A and a on, in its own order.
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x40)},
    **{ord("A") + place: letter for place, letter in enumerate(_GREEK[0])},
    **{ord("a") + place: letter for place, letter in enumerate(_GREEK[1])},
    0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°",
    0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xE2: "®", 0xE3: "©", 0xE4: "™",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def stretches(text: str, font: str | None) -> Iterator[tuple[int, str]]:
    """What `text`, set in `font`, says: (place in `text`, characters) for each stretch in which both run in step."""
    text = text.translate(_ONE_FOR_ONE)
    if not text.isascii():
        text = _PRIVATE.sub(lambda character: symbol(font, ord(character[0])), text)
    place = 0
    for special in _SPECIAL.finditer(text):
        if place < special.start():
            yield place, text[place : special.start()]
        for letter in _LIGATURES.get(special[0], ""):
            yield special.start(), letter
        place = special.end()
    if place < len(text):
        yield place, text[place:]


def symbol(font: str | None, code: int) -> str:
    """The character that a symbol font shows for a code, which Word shifts to Unicode's private area."""
    table = _FONTS.get((font or "").lower())
    if table is not None:
        return table.get(code & 0xFF, UNKNOWN)
    if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0xD800:
        return UNKNOWN
    return chr(code)
