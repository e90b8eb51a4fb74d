"""Errors of grammar: what the parse makes plain, and what a proofreading library knows of closed words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ecqlint.checks import _agreement, _counting, _partitives, _proofreader, _slips, _verb_forms
from ecqlint.checks import phrases as set_phrases
from ecqlint.checks._grammar import outermost
from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span

LOOKS = (_agreement.slips, _counting.slips, _partitives.slips, _slips.slips, _verb_forms.slips)


def start(reading: Reading) -> None:
    """Begins to look in the background, so that the answer is there when the check is asked."""
    _proofreader.start(reading)


def check(reading: Reading, *, phrases: dict[str, str] = {}) -> Iterator[Match]:  # noqa: B006  nothing changes it
    """Each error of grammar outside quotations, with the correction where it is certain. `phrases` are never right.

    Raises Skipped where the proofreading library is not installed.
    """
    found: dict[Span, str | None] = {}
    for slip in _proofreader.slips(reading):
        if slip.rule in _proofreader.GRAMMAR and not _is_acronym(reading.text, slip.span):
            found[slip.span] = slip.replacements[0] if slip.replacements else None
    for match in set_phrases.check(reading, phrases=phrases):
        if match.span:
            found[match.span] = match.suggestion
    for sentence in reading.sentences:
        for own in chain.from_iterable(look(sentence.tokens) for look in LOOKS):
            span = sentence.span_of(own.first, own.last)
            found[span] = own.right or found.get(span)
    for span in outermost([span for span in found if not reading.narrative.quoted(span)]):
        yield Match(span, {"suggestion": found[span] or ""}, suggestion=found[span])


def _is_acronym(text: str, article: Span) -> bool:
    """Whether capitals follow an article: how they are read aloud, as letters or as a word, only the writer knows."""
    following = text[article.end :].split(maxsplit=1)[:1]
    return bool(following) and (following[0][:2].isupper() or any(letter.isdigit() for letter in following[0]))
