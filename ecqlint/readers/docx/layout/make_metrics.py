"""Writes metrics.json: how wide each character is in the free twins of Word's fonts.

Run `python -m ecqlint.readers.docx.layout.make_metrics` where Debian's fonts-liberation, fonts-crosextra-carlito and
fonts-crosextra-caladea are installed, and fontTools; nothing else needs either.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

METRICS = Path(__file__).with_name("metrics.json")
FONTS = Path("/usr/share/fonts/truetype")
FAMILIES = {
    "Liberation Serif": "liberation/LiberationSerif",
    "Liberation Sans": "liberation/LiberationSans",
    "Liberation Mono": "liberation/LiberationMono",
    "Carlito": "crosextra/Carlito",
    "Caladea": "crosextra/Caladea",
}
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
# Latin, Greek, Cyrillic, the punctuation and the signs that running text in their languages uses.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x370, 0x3FF),
    (0x400, 0x45F),
    (0x2010, 0x2044),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
)
CHARACTERS = "".join(
    c for first, last in RANGES for c in map(chr, range(first, last + 1)) if unicodedata.category(c) not in ("Cn", "Cf")
)


def measured(path: Path) -> dict[str, Any]:
    """A font's line height and the advance of each of CHARACTERS (0: it has none), in thousandths of an em."""
    font = TTFont(path)
    names, advances, line = font.getBestCmap(), font["hmtx"], font["hhea"]
    thousandth = font["head"].unitsPerEm / 1000
    return {
        "height": round((line.ascent - line.descent + line.lineGap) / thousandth, 1),
        "advances": [round(advances[names[ord(c)]][0] / thousandth) if ord(c) in names else 0 for c in CHARACTERS],
    }


def metrics() -> str:
    """The data of every style of every family, as JSON."""
    families = {
        name: {style: measured(FONTS / f"{stem}-{style}.ttf") for style in STYLES} for name, stem in FAMILIES.items()
    }
    return (
        json.dumps({"characters": CHARACTERS, "families": families}, ensure_ascii=False, separators=(",", ":")) + "\n"
    )


if __name__ == "__main__":
    METRICS.write_text(metrics(), encoding="utf-8")
