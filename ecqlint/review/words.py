"""Where in the text a remark belongs: on whole words."""

from __future__ import annotations

from ecqlint.text import Span, trimmed


def on_words(text: str, span: Span) -> Span:
    """`span` without white space at its ends, and with the whole of the words that it begins and ends in.

    A mark inside a word would break the word in two for whoever sets the page. An empty span becomes the word it touches,
    or else the character after it.
    """
    start, end = (found := trimmed(text, span)).start, found.end
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    if start == end:
        start = min(start, len(text) - 1)
        end = start + 1
    return Span(start, end)


def _joined(text: str, offset: int) -> bool:
    """Whether the characters on both sides of `offset` belong to one word."""
    return offset < len(text) and _letter(text[offset - 1]) and _letter(text[offset])


def _letter(character: str) -> bool:
    return character.isalnum() or character == "_"
