"""Findings written back into a Word file, as comments on the words that they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ecqlint.document import Origin
from ecqlint.readers.docx.package import Package
from ecqlint.readers.docx.parsing import Damage
from ecqlint.readers.docx.styles import Styles
from ecqlint.readers.docx.walk import walk
from ecqlint.readers.errors import Unreadable
from ecqlint.review.docx.anchors import Anchors
from ecqlint.review.docx.archive import Archive
from ecqlint.review.docx.comments import add_comments, free_identity
from ecqlint.review.docx.markers import mark
from ecqlint.review.docx.parts import known, new_part
from ecqlint.review.docx.removal import without_own_comments
from ecqlint.review.docx.source import Source
from ecqlint.review.notes import Note
from ecqlint.review.problem import CHANGED, CannotReview
from ecqlint.review.words import on_words
from ecqlint.text import Span, TextMap


def reviewed_docx(path: Path, data: bytes, text: str, notes: Sequence[Note], when: datetime) -> bytes:
    """The Word file in `data` with a comment for each note, dated `when`, in place of those of an earlier review.

    The spans of the notes are those of `text`. CannotReview where the file does not say that text, or is built so that it cannot be
    changed without harm.
    """
    if not text:
        raise CannotReview("has no text that comments could stand at: give the narrative as text")
    try:
        clean = without_own_comments(data, Package(path, data))
        package = Package(path, clean)
        said = _said(package)
        if said.text != text:
            raise CannotReview(CHANGED)
        commented = _commented(clean, package, said, notes, when)
        if _said(Package(path, commented)).text != text:
            raise Damage("comments would change its text")
    except Damage as problem:
        raise CannotReview(
            f"cannot be changed without harm ({problem}): open it in Word and save it again"
        ) from problem
    except Unreadable as problem:
        raise CannotReview(str(problem)) from problem
    return commented


def _said(package: Package) -> TextMap[Origin]:
    """What an opened Word file says."""
    return TextMap(walk(package, Styles(package)).pieces)


def _commented(data: bytes, package: Package, said: TextMap[Origin], notes: Sequence[Note], when: datetime) -> bytes:
    archive = Archive(data)
    body = Source(archive.read(package.main))
    anchors = Anchors(package, body, said)
    top = on_words(said.text, Span(0, len(said.text.lstrip().partition("\n")[0])))
    number = free_identity([body.root, package.related("comments")])
    comments, cuts = {}, []
    for note in notes:
        place = anchors.cuts(note.span or top)
        if place is not None:
            comments[str(number)] = note
            cuts.append((str(number), place))
            number += 1
    mark(body, cuts)
    changed = {package.main: body.edited()}
    name = package.related_part("comments", package.main)
    if name is None:
        name = new_part(package, archive, "comments")
        changed |= known(package, archive, name, "comments", strict=body.strict)
        part = Source(body.empty("comments"))
    else:
        part = Source(archive.read(name))
    add_comments(part, comments, when)
    return archive.with_parts({**changed, name: part.edited()})
