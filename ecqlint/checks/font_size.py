"""The body is set in type of the size that is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, points: float, tolerated: float) -> Iterator[Match]:
    """A match for a body in smaller type than `points`, or else at each passage of it that is smaller.

    Only prose of the body counts: headings, tables and notes may differ. A share of up to `tolerated` of its characters passes in
    silence, as a stray space or a raised number does. Fields: size, points; details: {"size", "points", "share"}.
    """
    document = reading.narrative.document
    sizes: Counter[float] = Counter()
    small: list[tuple[Span, float]] = []
    for block, prose in reading.narrative.prose:
        if block.story != "body":
            continue
        for span, look in document.formats(prose):
            length = len("".join(span.of(document.text).split()))
            if look.size is None or not length:
                continue
            sizes[look.size] += length
            if look.size < points:
                small = _joined(document.text, small, span, look.size)
    total = sum(sizes.values())
    share = sum(count for size, count in sizes.items() if size < points) / total if total else 0.0
    if share <= tolerated:
        return
    main, _ = sizes.most_common(1)[0]
    details = {"size": main, "points": points, "share": round(share, 3)}
    if main < points:
        yield Match(None, {"size": f"{main:g}", "points": f"{points:g}", "what": "the body is"}, details=details)
        return
    for span, size in small:
        yield Match(
            span,
            {"size": f"{size:g}", "points": f"{points:g}", "what": "this passage is"},
            details={**details, "size": size},
        )


def _joined(text: str, found: list[tuple[Span, float]], span: Span, size: float) -> list[tuple[Span, float]]:
    """`found` with `span` behind it, as one passage with the last where only white space lies between them."""
    if found and found[-1][1] == size and not text[found[-1][0].end : span.start].strip():
        return [*found[:-1], (Span(found[-1][0].start, span.end), size)]
    return [*found, (span, size)]
