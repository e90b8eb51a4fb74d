"""Findings handed back where people work: a copy of the narrative with comments in its margin, the rest of it as it was."""

from __future__ import annotations

from datetime import datetime

from ecqlint.engine import Report
from ecqlint.readers import LARGEST
from ecqlint.review.notes import notes
from ecqlint.review.problem import CHANGED, CannotReview
from ecqlint.rulebook import Rulebook


def review(report: Report, rulebook: Rulebook, *, advice: bool, when: datetime) -> bytes:
    """The file that `report` speaks of, with its findings as comments (in a PDF as highlights) dated `when`, local time.

    Those of an earlier review are replaced. Places of advice are marked only where `advice` is asked for. CannotReview where the file
    is no longer what was read, or cannot be changed without harm.
    """
    document = report.document
    try:
        with document.path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        raise CannotReview(f"cannot be opened: {(problem.strerror or str(problem)).lower()}") from None
    if len(data) > LARGEST:
        raise CannotReview(CHANGED)
    found = notes(report, rulebook, advice=advice)
    if document.format == "pdf":
        from ecqlint.review.pdf import reviewed_pdf

        return reviewed_pdf(document.path, data, document, found, when)
    from ecqlint.review.docx import reviewed_docx

    return reviewed_docx(document.path, data, document.text, found, when)
