"""A line of JSON for each document, as in the report's `documents`: for runs too large for one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from ecqlint.engine import Outcome
from ecqlint.report.json import document_record
from ecqlint.rulebook import Rulebook


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The lines, in the order of the documents."""
    for outcome in outcomes:
        yield msgspec.json.encode(document_record(outcome)).decode()
