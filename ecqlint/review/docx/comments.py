"""The part of a Word file that holds the text of its comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from xml.sax.saxutils import escape

from ecqlint.readers.docx.markup import Element, W
from ecqlint.review.docx.source import Source
from ecqlint.review.notes import AUTHOR, Note

INITIALS = "ecq"
_DIGITS = 9  # of an id that can be taken for a number
_SIZE = "20"  # half-points
_MARKS = [W + name for name in ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")]


def free_identity(roots: Iterable[Element | None]) -> int:
    """The first number above the ids of all comments, and of all their marks, below `roots`."""
    said = [item.get(W + "id", "") for root in roots if root is not None for item in root.iter(*_MARKS)]
    return max((int(text) for text in said if text.isdecimal() and len(text) <= _DIGITS), default=-1) + 1


def add_comments(source: Source, comments: Mapping[str, Note], when: datetime) -> None:
    """Edit a part of comments so that it has these too, notes by their ids. `when` is local time, as Word writes it."""
    about = {"author": AUTHOR, "date": f"{when:%Y-%m-%dT%H:%M:%SZ}", "initials": INITIALS}
    source.append(
        "".join(
            source.tag("comment", "".join(_paragraphs(source, note)), id=identity, **about)
            for identity, note in comments.items()
        )
    )


def _paragraphs(source: Source, note: Note) -> Iterator[str]:
    """The paragraphs of a comment, set plainly whatever the styles of the document say."""
    layout = source.tag("spacing", before="0", after="0", line="240", lineRule="auto")
    layout += source.tag("ind", left="0", firstLine="0") + source.tag("jc", val="left")
    begin = source.tag("r", source.tag("annotationRef"))
    for remark in note.remarks:
        for number, line in enumerate((remark.heading, *remark.paragraphs)):
            look = source.tag("b") * (number == 0) + "".join(source.tag(name, val=_SIZE) for name in ("sz", "szCs"))
            text = source.tag("t", escape(line))
            said = source.tag("r", source.tag("rPr", look) + text)
            yield source.tag("p", source.tag("pPr", layout) + begin + said)
            begin = ""
