"""Text from documents, made safe to show: control characters are drawn, never sent."""

from __future__ import annotations

import unicodedata

# Zero-width and direction marks can hide or reorder what a reader sees.
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def shown(text: str) -> str:
    """`text` on one line, with control, format and unassigned characters as visible stand-ins: `␛` for escape, `<U+202E>` for a bidi mark."""
    return "".join(map(_drawn, " ".join(text.split())))


def _drawn(character: str) -> str:
    if unicodedata.category(character) not in _UNSAFE:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"
