"""Bold type and underlining stay rare in the body."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading, *, share: float) -> Iterator[Match]:
    """A match where more than `share` of the body's characters are bold or underlined; headings and typed labels apart.

    Fields: percent, kinds; details: {"share", "bold", "underlined"}.
    """
    document = reading.narrative.document
    total = bold = underlined = either = 0
    for block, prose in reading.narrative.prose:
        if block.story != "body":
            continue
        for span, look in document.formats(prose):
            length = len("".join(span.of(document.text).split()))
            total += length
            bold += length * look.bold
            underlined += length * look.underline
            either += length * (look.bold or look.underline)
    if total and either / total > share:
        shares = {"share": either / total, "bold": bold / total, "underlined": underlined / total}
        fields = {
            "percent": f"{shares['share']:.0%}",
            "kinds": " and ".join(kind for kind in ("bold", "underlined") if shares[kind]),
        }
        yield Match(None, fields, details={name: round(value, 3) for name, value in shares.items()})
