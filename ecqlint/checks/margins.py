"""Every sheet keeps its margins."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.document import SIDES, Side
from ecqlint.language import Reading
from ecqlint.rule import Match

# What is seen of a margin on a PDF is where the ink begins, which may overhang the type area by a hair.
TOLERANCE = {"docx": 0.005, "pdf": 0.05, "text": 0.0}


def check(reading: Reading, *, inches: float) -> Iterator[Match]:
    """A match where a side has less than `inches`. Fields: sides, inches, where; details: {"sides": {side: inches}, "inches"}."""
    document = reading.narrative.document
    least = inches - TOLERANCE[document.format]
    narrow: dict[Side, float] = {}
    pages: set[int] = set()
    for sheet in document.sheets:
        for side in SIDES:
            margin = sheet.margin(side)
            if margin is not None and margin < least:
                narrow[side] = min(margin, narrow.get(side, margin))
                pages.update(sheet.pages)
    if narrow:
        fields = {
            "sides": _sides(narrow),
            "inches": f"{inches:g}",
            "where": f" on {_pages(sorted(pages))}" if pages and len(document.sheets) > 1 else "",
        }
        details = {"sides": {side: round(width, 2) for side, width in narrow.items()}, "inches": inches}
        yield Match(None, fields, details=details)


def _sides(narrow: dict[Side, float]) -> str:
    """'0.8 in on the left and right, 0.5 in on the top'"""
    by_width: dict[str, list[str]] = {}
    for side, width in narrow.items():
        by_width.setdefault(f"{width:.2f}".rstrip("0").rstrip("."), []).append(side)
    return ", ".join(f"{width} in on {_listed(sides)}" for width, sides in by_width.items())


def _listed(sides: list[str]) -> str:
    if len(sides) == len(SIDES):
        return "all sides"
    return f"the {', '.join(sides[:-1])} and {sides[-1]}" if sides[1:] else f"the {sides[0]}"


def _pages(pages: list[int]) -> str:
    """'pages 1-3, 7'"""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page {said}" if len(pages) == 1 else f"pages {said}"
