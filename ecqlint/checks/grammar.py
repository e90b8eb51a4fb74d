"""Errors of grammar: what the parse makes plain, and what a proofreading library knows of closed words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ecqlint.checks import (
    _agreement,
    _articles,
    _clauses,
    _comparison,
    _counting,
    _existential,
    _government,
    _homophones,
    _infinitives,
    _partitives,
    _pronouns,
    _proofreader,
    _relatives,
    _slips,
    _small_words,
    _tenses,
    _verb_forms,
)
from ecqlint.checks import phrases as set_phrases
from ecqlint.checks._grammar import outermost
from ecqlint.checks._misspelling import is_known
from ecqlint.language import Reading, pipeline
from ecqlint.rule import Match
from ecqlint.text import Span

_SUBJECTIVE = frozenset("i we he she they".split())
LOOKS = tuple(
    module.slips
    for module in (
        _agreement,
        _articles,
        _clauses,
        _comparison,
        _counting,
        _existential,
        _government,
        _homophones,
        _infinitives,
        _partitives,
        _pronouns,
        _relatives,
        _slips,
        _small_words,
        _tenses,
        _verb_forms,
    )
)


def start(reading: Reading) -> None:
    """Begins to look in the background, so that the answer is there when the check is asked."""
    _proofreader.start(reading)


def check(reading: Reading, *, phrases: dict[str, str] = {}) -> Iterator[Match]:  # noqa: B006  nothing changes it
    """Each error of grammar outside quotations, with the correction where it is certain. `phrases` are never right.

    Raises Skipped where the proofreading library is not installed.
    """
    found: dict[Span, str | None] = {}
    for slip in _proofreader.slips(reading):
        if (
            slip.rule in _proofreader.GRAMMAR
            and not _is_misread(reading.text, slip.span)
            and not _is_mistaken(reading.text, slip)
        ):
            found[slip.span] = slip.replacements[0] if slip.replacements else None
    for match in set_phrases.check(reading, phrases=phrases):
        if match.span and not _is_misread(reading.text, match.span):
            found[match.span] = match.suggestion
    for sentence in reading.sentences:
        for own in chain.from_iterable(look(sentence.tokens) for look in LOOKS):
            span = sentence.span_of(own.first, own.last)
            found[span] = own.right or found.get(span)
    for span in outermost([span for span in found if not _is_left_alone(reading, span)]):
        yield Match(span, {"suggestion": found[span] or ""}, suggestion=found[span])


def _is_left_alone(reading: Reading, span: Span) -> bool:
    """Whether the words are somebody else's, or stand at a term of the project's own, whose part of speech the parser guesses."""
    terms = (term.lower() for term in reading.terms_at(span))
    return reading.narrative.quoted(span) or any(not is_known(t) and not pipeline().vocab[t].is_stop for t in terms)


def _is_mistaken(text: str, slip: _proofreader.Slip) -> bool:
    """Whether the library may mistake a noun or a subject: the dying can will; one of the two; neither of us was."""
    words, before = slip.span.of(text).lower().split(), text[: slip.span.start].split()[-1:]
    if slip.rule == "DoubleModal":
        return not before or before[0].lower() not in ("i", "you", "he", "she", "it", "we", "they", "who")
    if slip.rule == "PronounInflectionBe":
        return not _SUBJECTIVE.intersection((*words, *(word.lower() for word in before))) or before == ["of"]
    return slip.rule == "OneOfTheSingular" and any(pipeline().vocab[word].like_num for word in words)


def _is_misread(text: str, place: Span) -> bool:
    """Whether the library may be wrong: at May, "could, of course", "of which more later", and an article before capitals or figures.

    How those are read aloud, as letters or as a word, only the writer knows.
    """
    words, following = place.of(text).split(), text[place.end :].split(maxsplit=1)[:1]
    if (
        words[:1] == ["May"]
        or words == ["more", "later"]
        or words == ["effect"]
        or (words[-1:] == ["of"] and following and following[0].startswith("course"))
    ):
        return True
    return bool(following) and (following[0][:2].isupper() or any(letter.isdigit() for letter in following[0]))
