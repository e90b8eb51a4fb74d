"""Errors of grammar: what the parse makes plain, and what a proofreading library knows of closed words."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

from ecqlint.checks import _proofreader
from ecqlint.checks import phrases as set_phrases
from ecqlint.checks._english.grammar import outermost
from ecqlint.checks._english.lexicon import is_function_word
from ecqlint.checks.grammar.slip import search
from ecqlint.checks.spelling.misspelling import is_known
from ecqlint.language import Reading, pipeline
from ecqlint.rule import Match
from ecqlint.text import Span

_ALSO_PAST = frozenset(("came", "became", "ran", "got"))
# What we had came in time: a clause without a conjunction, which ends in "had".
_OWNED = re.compile(
    r"(?i)\b(?!(?:and|but|because|when|if|since|so|after|before|until|as|while|though|although)\b)\w+ (?:i|we|he|she|they|you) had $"
)
_SUBJECTS = frozenset("i you he she it we they who".split())
# Before "let" as a verb: would be let near it.
_LETTING = frozenset("be been being is was were are had have has i we he she they and or to will would".split())
_SUBJECTIVE = frozenset("i we he she they".split())
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
            and not _is_misread(reading.text, slip.span)
            and not _is_mistaken(reading.text, slip)
        ):
            found[slip.span] = _ANY, slip.replacements[0] if slip.replacements else None
    for match in set_phrases.check(reading, phrases=phrases):
        if match.span and not _is_misread(reading.text, match.span):
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


def _is_mistaken(text: str, slip: _proofreader.Slip) -> bool:
    """Whether the library may mistake a noun or a subject: the dying can will; the good will of; one of the two; what we had came."""
    words, before = slip.span.of(text).lower().split(), text[: slip.span.start].split()[-1:]
    if slip.rule == "DoubleModal":
        return not before or before[0].lower() not in _SUBJECTS
    if slip.rule == "ModalOf" and words[0] == "will":
        return not before or before[0].lower() not in _SUBJECTS
    if slip.rule == "SimplePastToPastParticiple" and words[-1] in _ALSO_PAST:
        return _OWNED.search(text[max(0, slip.span.start - 40) : slip.span.start]) is not None
    if slip.rule == "LetsConfusion":
        return bool(before) and before[0].lower() in _LETTING
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
