"""Every ECQ has a section of its own, with text under its heading."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading) -> Iterator[Match]:
    """One match for all the ECQs of the edition that no section tells. Fields: ecqs; details: {"ecqs": [...]}."""
    narrative = reading.narrative
    told = {section.name for section in narrative.sections if section.body.of(reading.text).strip()}
    missing = [ecq.name for ecq in narrative.edition.ecqs if ecq.name not in told]
    if missing:
        ecqs = f"{', '.join(missing[:-1])} or {missing[-1]}" if missing[1:] else missing[0]
        yield Match(None, {"ecqs": ecqs}, details={"ecqs": missing})
