"""Errors of grammar: what the parse makes plain, and what a proofreading library knows of closed words."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from ecqlint.checks import _proofreader
from ecqlint.checks import phrases as set_phrases
from ecqlint.checks._english.grammar import outermost
from ecqlint.checks._english.lexicon import is_function_word
from ecqlint.checks.grammar.mistaken import is_misread, is_mistaken
from ecqlint.checks.grammar.slip import search
from ecqlint.checks.spelling.misspelling import is_known
from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span

_ANY = "is an error of grammar"  # as what the library finds
# The modules of this package that say where they look.
_own = search(
    module.looks
    for module in (importlib.import_module(f"{__name__}.{part.name}") for part in pkgutil.iter_modules(__path__))
    if hasattr(module, "looks")
)


def start(reading: Reading) -> None:
    """Begins to look in the background, so that the answer is there when the check is asked."""
    _proofreader.start(reading)


def check(reading: Reading, *, phrases: dict[str, str] = {}) -> Iterator[Match]:  # noqa: B006  nothing changes it
    """Each error of grammar outside quotations, with the correction where it is certain. `phrases` are never right.

    Fields: wrong (what is wrong with the words), instead (what to do).

    Raises Skipped where the proofreading library is not installed.
    """
    found: dict[Span, tuple[str, str | None]] = {}
    for slip in _proofreader.slips(reading):
        if (
            slip.rule in _proofreader.GRAMMAR
            and not is_misread(reading.text, slip.span)
            and not is_mistaken(reading, slip)
        ):
            found[slip.span] = _ANY, slip.replacements[0] if slip.replacements else None
    for match in set_phrases.check(reading, phrases=phrases):
        if match.span and not is_misread(reading.text, match.span):
            found[match.span] = _ANY, match.suggestion
    for sentence in reading.sentences:
        for own, wrong in _own(sentence.tokens):
            span = sentence.span_of(own.first, own.last)
            found[span] = wrong, own.right or found.get(span, (wrong, None))[1]
    for span in outermost([span for span in found if not _is_left_alone(reading, span)]):
        wrong, right = found[span]
        instead = f"write “{right}”" if right else "read the sentence aloud and correct it"
        yield Match(span, {"wrong": wrong, "instead": instead}, suggestion=right)


def _is_left_alone(reading: Reading, span: Span) -> bool:
    """Whether the words are somebody else's, or stand at a term of the project's own, whose part of speech the parser guesses."""
    terms = (term.lower() for term in reading.terms_at(span))
    return reading.narrative.quoted(span) or any(not is_known(t) and not is_function_word(t) for t in terms)
