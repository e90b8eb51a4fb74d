"""The tokens beside a token, in its own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def following(token: Token, by: int = 1) -> Token | None:
    """The token `by` places on, in the same sentence."""
    doc, i = token.doc, token.i
    for _ in range(by):
        i += 1
        if i >= len(doc) or (token := doc[i]).is_sent_start:
            return None
    return token


def preceding(token: Token) -> Token | None:
    """The token before, in the same sentence."""
    return None if token.is_sent_start or token.i == 0 else token.doc[token.i - 1]
