"""The narrative keeps to the limit of pages, front matter included."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match


def check(reading: Reading, *, limit: int) -> Iterator[Match]:
    """A match where the document has more than `limit` pages; a warning where it may have.

    Fields: problem; details: {"pages", "limit", "certain"}.
    """
    count = reading.narrative.document.page_count
    if count is None or count.high <= limit:
        return
    certain = count.low > limit
    if certain:
        about = "" if count.certain else "about "
        problem = f"{about}{count.pages} pages, and the limit is {limit}: cut {count.pages - limit} or more"
    else:
        spread = " or ".join(map(str, range(count.low, count.high + 1)))
        problem = f"{spread} pages ({count.source}), and the limit is {limit}: save a PDF from Word and check that"
    details = {"pages": count.pages, "limit": limit, "certain": certain}
    yield Match(None, {"problem": problem}, details=details, severity=None if certain else "warning")
