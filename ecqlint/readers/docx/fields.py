"""Fields: instructions that Word replaces by their result. The result is text, the instruction is not."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.readers.docx.markup import MC, Element, W, value

_UNREAD = (W + "del", W + "moveFrom", MC + "Fallback")


def ended_fields(root: Element) -> frozenset[Element]:
    """The marks that begin a field which also ends: one that does not would swallow the rest of the document."""
    begun: list[Element] = []
    ended: set[Element] = set()
    for mark in root.iter(W + "fldChar"):
        if next(mark.iterancestors(*_UNREAD), None) is not None:
            continue
        kind = value(mark, "fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            ended.add(begun.pop())
    return frozenset(ended)


class Fields:
    """Which fields are open at a place of a story, of those that `ended_fields` found in its part."""

    def __init__(self, ended: frozenset[Element]) -> None:
        self._ended = ended
        self._open: list[bool] = []
        self._unshown = 0

    def meet(self, mark: Element) -> None:
        """Take note of a w:fldChar, in the order of the text."""
        kind = value(mark, "fldCharType")
        if kind == "begin" and mark in self._ended:
            self._open.append(False)
            self._unshown += 1
        elif kind == "separate" and self._open:
            self._unshown -= not self._open[-1]
            self._open[-1] = True
        elif kind == "end" and self._open:
            self._unshown -= not self._open.pop()

    @property
    def shown(self) -> bool:
        """Whether text at this place is shown: in the result of every open field."""
        return self._unshown == 0


def instructions(root: Element) -> Iterator[str]:
    """The instruction of every field below `root`; what a tracked change deletes is none."""
    open_fields: list[list[str] | None] = []
    for item in root.iter(W + "fldSimple", W + "fldChar", W + "instrText"):
        kind = value(item, "fldCharType")
        if item.tag == W + "fldSimple":
            yield value(item, "instr") or ""
        elif item.tag == W + "instrText":
            if open_fields and open_fields[-1] is not None:
                open_fields[-1].append(item.text or "")
        elif kind == "begin":
            open_fields.append([])
        elif open_fields:
            said = open_fields[-1]
            if said is not None:
                yield "".join(said)
                open_fields[-1] = None
            if kind == "end":
                open_fields.pop()
