"""From blocks to a narrative: which edition, which sections, where the examples and their parts stand."""

from __future__ import annotations

from collections.abc import Sequence

from ecqlint.document import Document
from ecqlint.edition import Edition
from ecqlint.narrative import Narrative, Section
from ecqlint.structure.candidate import find_candidate
from ecqlint.structure.headings import Heading, continued, ecq_headings
from ecqlint.structure.labels import labels
from ecqlint.structure.quotations import quotations
from ecqlint.structure.titles import front_titles, is_title, reference_list
from ecqlint.text import Span, stretches, trimmed


def read_narrative(
    document: Document, editions: Sequence[Edition], default: Edition, asked: Edition | None = None
) -> Narrative:
    """The document's structure by the edition `asked` for, or else the one most of whose headings it has (`default`, if none)."""
    edition, reason, headings = _edition(document, editions, default, asked)
    references = reference_list(document)
    typed = labels(document)
    end = references.start if references else len(document.text)
    front = Span(0, headings[0].span.start if headings else end)
    headings = tuple(h for h in headings if h.span.end <= end)
    wholes = stretches((h.span.start for h in headings), end)
    sections = tuple(_section(document, h, whole) for h, whole in zip(headings, wholes, strict=True))
    titles = front_titles(document, front) + [
        trimmed(document.text, block.span)
        for block in document.blocks
        if block.span.start >= front.end
        and (is_title(document, block) or continued(block.span.of(document.text).strip(), edition))
        and not any(block.span.overlaps(section.heading) for section in sections)
        and not any(label.span in block.span for label in typed)
    ]
    return Narrative(
        document=document,
        edition=edition,
        edition_reason=reason,
        front=front,
        sections=sections,
        titles=tuple(titles),
        labels=typed,
        quotations=quotations(document),
        references=references,
        candidate=find_candidate([title.of(document.text) for title in titles if title.end <= front.end]),
    )


def _edition(
    document: Document, editions: Sequence[Edition], default: Edition, asked: Edition | None
) -> tuple[Edition, str, tuple[Heading, ...]]:
    if asked:
        likest = max(editions, key=lambda edition: (_named(document, edition), edition == asked))
        though = "" if likest == asked else f", though its headings are those of the {likest.title}"
        return asked, f"you asked for it{though}", ecq_headings(document, asked)
    best, headings = default, ecq_headings(document, default)
    for edition in editions:
        others = ecq_headings(document, edition)
        if len({h.ecq.number for h in others}) > len({h.ecq.number for h in headings}):
            best, headings = edition, others
    return best, "its headings were found" if headings else "the default, for no ECQ heading was found", headings


def _named(document: Document, edition: Edition) -> int:
    """How many ECQs of the edition have a heading that says their name, and not only their number."""
    headings = ecq_headings(document, edition)
    return len({h.ecq.number for h in headings if h.ecq.name.lower() in h.span.of(document.text).lower()})


def _section(document: Document, heading: Heading, whole: Span) -> Section:
    span = trimmed(document.text, whole)
    body = Span(heading.span.end, max(heading.span.end, span.end))
    return Section(heading.ecq, heading.span, Span(heading.span.start, body.end))
