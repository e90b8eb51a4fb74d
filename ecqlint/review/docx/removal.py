"""Takes ecqlint's own comments out of a Word file, and joins the runs that their marks had cut.

A comment that somebody has answered belongs to a conversation, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ecqlint.readers.docx.markup import SPACE, Element, W
from ecqlint.readers.docx.package import Package
from ecqlint.review.docx.archive import Archive
from ecqlint.review.docx.markers import edged
from ecqlint.review.docx.source import Source
from ecqlint.review.notes import AUTHOR

_RANGE = (W + "commentRangeStart", W + "commentRangeEnd")
_SPACE = re.compile(r"\s+xml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class _Own:
    """The comments to take out: their ids, and the ids of their paragraphs."""

    identities: frozenset[str]
    paragraphs: frozenset[str]


def without_own_comments(data: bytes, package: Package) -> bytes:
    """The content of a Word file, opened in `package`, without the comments that ecqlint made; `data` itself where there are none."""
    comments = package.related_part("comments", package.main)
    root = package.tree(comments) if comments else None
    if comments is None or root is None:
        return data
    own = _own(root, package)
    if not own.identities:
        return data
    archive = Archive(data)
    body = Source(archive.read(package.main))
    _remove_marks(body, own.identities)
    changed = {package.main: body.edited()}
    changed[comments] = _without(archive.read(comments), "id", own.identities)
    durable: set[str] = set()
    for kind, key in (("commentsExtended", "paraId"), ("commentsIds", "paraId"), ("commentsExtensible", "durableId")):
        part = package.related_part(kind, package.main)
        entries = package.tree(part) if part else None
        if part is None or entries is None:
            continue
        if kind == "commentsIds":
            durable |= {_get(item, "durableId") for item in entries if _get(item, "paraId") in own.paragraphs}
        changed[part] = _without(archive.read(part), key, own.paragraphs if key == "paraId" else frozenset(durable))
    return archive.with_parts(changed)


def _own(comments: Element, package: Package) -> _Own:
    entries = package.related("commentsExtended")
    answered = {_get(entry, "paraIdParent") for entry in (() if entries is None else entries)}
    identities, paragraphs = set(), set()
    for comment in comments.iterchildren(W + "comment"):
        here = {_get(paragraph, "paraId") for paragraph in comment.iter(W + "p")} - {""}
        if comment.get(W + "author") == AUTHOR and not here & answered:
            identities.add(comment.get(W + "id") or "")
            paragraphs |= here
    return _Own(frozenset(identities), frozenset(paragraphs))


def _get(element: Element, name: str) -> str:
    """The attribute of that name, in whatever namespace: Word has one for each year."""
    return next((value for key, value in element.items() if etree.QName(key).localname == name), "")


def _without(data: bytes, key: str, values: frozenset[str]) -> bytes:
    """A part without the children of its root whose attribute `key` has one of the values."""
    source = Source(data)
    for item in source.root:
        if _get(item, key) in values:
            source.remove(item)
    return source.edited()


def _remove_marks(source: Source, identities: frozenset[str]) -> None:
    gone = set()
    for mark in source.root.iter(*_RANGE, W + "commentReference"):
        if mark.get(W + "id") in identities:
            run = mark.getparent()
            is_reference = mark.tag == W + "commentReference" and run is not None and run.tag == W + "r"
            alone = is_reference and all(item is mark or item.tag == W + "rPr" for item in run)
            gone.add(run if alone else mark)
    joined = list(_seams(source, gone))
    inside = {item for left, right in joined for item in _between(left, right)}
    for item in gone - inside:
        source.remove(item)
    _join(source, joined)


def _between(left: Element, right: Element) -> Iterator[Element]:
    item = left.getnext()
    while item is not None and item is not right:
        yield item
        item = item.getnext()


def _seams(source: Source, gone: set[Element]) -> Iterator[tuple[Element, Element]]:
    """The neighbouring runs, with nothing but marks that go between them, that can be one run: a cut leaves such."""
    for first in gone:
        left, right = first.getprevious(), first.getnext()
        while right is not None and right in gone:
            right = right.getnext()
        if left is None or right is None or left in gone or {left.tag, right.tag} != {W + "r"}:
            continue
        same = source.start_tag(left) == source.start_tag(right) and _properties(source, left) == _properties(
            source, right
        )
        if same and _ends(left)[1] is not None and _ends(right)[0] is not None:
            yield left, right


def _properties(source: Source, run: Element) -> str:
    properties = run.find(W + "rPr")
    return "" if properties is None else source.written(properties)


def _ends(run: Element) -> tuple[Element | None, Element | None]:
    """The w:t with which the content of a run begins, and the one with which it ends."""
    content = [item for item in run if item.tag != W + "rPr"]
    if not content:
        return None, None
    first, last = content[0], content[-1]
    return first if first.tag == W + "t" else None, last if last.tag == W + "t" else None


def _join(source: Source, seams: list[tuple[Element, Element]]) -> None:
    following = dict(seams)
    targets = set(following.values())
    for run in following:
        if run in targets:
            continue
        chain = [_ends(run)[1]]
        while run in following:
            run = following[run]
            first, last = _ends(run)
            chain.append(first)
            if first is not last:
                _join_texts(source, chain)
                chain = [last]
        _join_texts(source, chain)


def _join_texts(source: Source, texts: list[Element]) -> None:
    """Write several w:t of neighbouring runs as one, in the first of the runs."""
    if len(texts) < 2:
        return
    places = [source.place(text) for text in texts]
    said = "".join(source.text[place.opened : place.closing] for place in places)
    kept = all(text.get(SPACE) == "preserve" for text in texts) or edged(said)
    tags = [source.start_tag(text) for text in texts]
    tag = next((tag for tag in tags if _SPACE.search(tag)), tags[0]) if kept else _SPACE.sub("", tags[0])
    source.replace(places[0].start, places[-1].end, tag + said + source.end_tag(texts[0]))
