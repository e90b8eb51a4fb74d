"""How ordinary a word is: in how many stories of narratives it stands."""

from __future__ import annotations

from functools import cache
from importlib import resources

RAREST = 0.01  # the share of stories in which any other word is taken to stand


@cache
def ordinary() -> dict[str, float]:
    """The share of stories in which each ordinary stem stands, 0 to 1. The file says how it was counted."""
    text = resources.files("ecqlint.checks._english").joinpath("ordinary.txt").read_text(encoding="utf-8")
    counted = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {stem: int(percent) / 100 for percent, *stems in counted for stem in stems}
