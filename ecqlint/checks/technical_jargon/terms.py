"""Words of the trades that few readers outside them know. The file says how they were chosen."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def terms() -> frozenset[str]:
    """The words, in small letters and their base forms."""
    text = resources.files("ecqlint.checks.technical_jargon").joinpath("terms.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
