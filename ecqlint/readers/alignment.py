"""Where the pages of a printed document begin in the text that it was printed from."""

from __future__ import annotations

from itertools import accumulate

from ecqlint.document import Document

KEY = 24  # letters and digits that find a place
FURTHEST = (
    600  # letters and digits of a page that may stand before the first that are found: a repeated heading row, a label
)


def page_starts(text: str, printed: Document) -> list[int] | None:
    """The place in `text` where each page of `printed` begins; None where the texts differ too much to tell.

    Only letters and digits are compared, whatever their case. A page without text begins where the next one does.
    """
    places = [index for index, character in enumerate(text) for _ in _squeezed(character)]
    whole = _squeezed(text)
    pages = [_squeezed(page.span.of(printed.text)) for page in printed.pages]
    # Where a page would begin, did both texts agree: of several places that read alike, the nearest is meant.
    expected = accumulate((len(page) for page in pages), initial=0)
    starts: list[int | None] = []
    last = 0
    for page, near in zip(pages, expected, strict=False):
        found = _found(page, whole, last, near) if page else None
        if page and found is None:
            return None
        starts.append(found)
        last = last if found is None else found
    begun, following = [], len(text)
    for number in range(len(starts) - 1, -1, -1):
        start = starts[number]
        following = following if start is None else _word_start(text, places[start])
        begun.append(0 if number == 0 else following)
    return begun[::-1]


def _squeezed(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _found(page: str, whole: str, after: int, near: int) -> int | None:
    """Where the first words of a page that are found stand in the whole text, not before `after`."""
    for skipped in range(max(1, min(FURTHEST, len(page) - KEY + 1))):
        key = page[skipped : skipped + KEY]
        hits = []
        hit = whole.find(key, after)
        while hit >= 0:
            hits.append(hit)
            hit = whole.find(key, hit + 1)
        if hits:
            return min(hits, key=lambda place: abs(place - near))
    return None


def _word_start(text: str, place: int) -> int:
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place
