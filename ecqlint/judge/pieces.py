"""Words in the pieces that a WordPiece vocabulary has for them: "micromanaged" is micro, ##mana, ##ged."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ecqlint.text import Span

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
INSIDE = "##"  # before a piece that does not begin its word
_LONGEST_WORD = 60  # characters; what is longer is no word
_MOST = 126  # pieces of a text; what is behind them is not read


class Pieces:
    """A vocabulary of pieces, each known by its place in the list."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._words: dict[str, tuple[int, ...]] = {}

    def of(self, text: str) -> tuple[list[int], list[Span]]:
        """The numbers of a text's pieces, with a start and an end around them, and the word in the text that each piece is of."""
        ids: list[int] = []
        places: list[Span] = []
        for word in _words(text):
            pieces = self._pieces(word.of(text))
            ids += pieces
            places += [word] * len(pieces)
        return [self._ids[START], *ids[:_MOST], self._ids[END]], places[:_MOST]

    def _pieces(self, word: str) -> tuple[int, ...]:
        if word not in self._words:
            self._words[word] = tuple(self._longest_first(_plain(word)))
        return self._words[word]

    def _longest_first(self, word: str) -> list[int]:
        unknown = [self._ids[UNKNOWN]]
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            ends = range(len(word), start, -1)
            prefix = INSIDE if start else ""
            end = next((end for end in ends if prefix + word[start:end] in self._ids), None)
            if end is None:
                return unknown
            found.append(self._ids[prefix + word[start:end]])
            start = end
        return found


def _words(text: str) -> Iterator[Span]:
    """The words of a text, and its marks one by one."""
    edges = [0, *(i for i, letter in enumerate(text) if _parts(letter)), len(text)]
    cuts = sorted({*edges, *(edge + 1 for edge in edges[1:-1])})
    for start, end in pairwise(cuts):
        if not text[start].isspace() and unicodedata.category(text[start]) not in ("Cc", "Cf"):
            yield Span(start, end)


def _parts(letter: str) -> bool:
    """Whether a character stands by itself: white space, punctuation, a sign of ASCII, a control character."""
    category = unicodedata.category(letter)
    return (
        letter.isspace() or category[0] == "P" or category in ("Cc", "Cf") or (category[0] == "S" and letter.isascii())
    )


def _plain(word: str) -> str:
    """The word in small letters without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
