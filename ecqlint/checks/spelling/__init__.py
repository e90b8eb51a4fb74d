"""Misspelt words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ecqlint.checks import _proofreader
from ecqlint.checks._english.inflection import regularised
from ecqlint.checks._english.neighbours import following
from ecqlint.checks._notation import phrasebook
from ecqlint.checks.spelling.confused import confusions
from ecqlint.checks.spelling.misspelling import misspelt, misspelt_date, misspelt_opening
from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# These are slips of grammar.
_REGULARISED = regularised()
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = frozenset("ab ad ante contra cum de ex inter intra per pro sine sub ultra".split())
_FOREIGN_ENDINGS = ("a", "i", "o", "u")
_NEAR = 48  # characters in which the word before stands
_LATIN_ENDINGS = ("a", "ae", "am", "em", "i", "is", "o", "um", "us")
# An initial and the name of a species: E. coli.
_SPECIES = re.compile(r"(?:^|\s)[A-Z]\. $")
# Beside these a word is part of a larger one: a hyphened compound, an address, a path, a contraction.
_JOINTS = frozenset("-‐‑–—/@\\_.&+'’")


def start(reading: Reading) -> None:
    """Begins to look in the background, so that the answer is there when the check is asked."""
    _proofreader.start(reading)


def check(
    reading: Reading,
    *,
    known: frozenset[str] = frozenset(),
    wrong: dict[str, str] = {},  # noqa: B006  the options' schema needs the type, and nothing changes it
    meant: dict[str, str] = {},  # noqa: B006
    confused: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Each misspelt word outside quotations, with its right spelling.

    `wrong` are misspellings that dictionaries have nevertheless. The `confused` are phrases in the notation in which one word is written
    for another: `meant` gives the other.

    Words with a capital inside the sentence are names unless they are near to a month or a day; words with digits or in a compound are
    never misspelt, nor are those that are `known` or in the dictionary. Raises Skipped where the proofreading library is not installed.
    """
    for span, other in confusions(reading, phrasebook(confused=confused)["confused"], meant):
        if not reading.narrative.quoted(span):
            yield _match(reading, span, other)
    uses = Counter(match[0].lower() for match in _WORD.finditer(reading.text))
    capitals = Counter(match[0] for match in _WORD.finditer(reading.text))
    allowed = {word.lower() for word in known}
    doubtful = {s.span.start: s.span for s in _proofreader.slips(reading) if s.rule == _proofreader.SPELLING}
    for slip in _proofreader.slips(reading):
        word = slip.span.of(reading.text)
        if slip.rule != _proofreader.SPELLING or not _plain(word) or word.lower() in allowed or reading.is_term(word):
            continue
        if (
            _is_joined(reading.text, slip.span)
            or _is_foreign(reading.text, slip.span, doubtful)
            or reading.narrative.quoted(slip.span)
        ):
            continue
        capital = word[0].isupper()
        if word[1:] != word[1:].lower():
            continue
        if word in _REGULARISED:
            continue
        near = tuple(r.lower() if capital else r for r in slip.replacements)
        if word.lower() in wrong and (not capital or _begins(reading, slip.span)):
            right: str | None = wrong[word.lower()]
        elif not capital:
            right = misspelt(word, near, uses[word], uses[_other_number(word)])
        elif capitals[word] > 1 or (begins := _begins(reading, slip.span)) is None or _is_named(begins):
            right = misspelt_date(word.lower())
        elif begins.pos_ == "PROPN":
            right = misspelt_date(word.lower()) or misspelt_opening(word.lower(), near)
        else:
            right = misspelt(word.lower(), near, uses[word.lower()], uses[_other_number(word.lower())])
        if right:
            yield _match(reading, slip.span, right)


def _match(reading: Reading, span: Span, right: str) -> Match:
    right = right.capitalize() if span.of(reading.text)[0].isupper() else right
    return Match(span, {"suggestion": right}, suggestion=right)


def _plain(word: str) -> bool:
    """Whether the word is of English letters only: attaché is spelt as its own language does."""
    return word.isalpha() and word.isascii()


def _is_joined(text: str, span: Span) -> bool:
    before, after, beyond = (
        text[span.start - 1 : span.start],
        text[span.end : span.end + 1],
        text[span.end + 1 : span.end + 2],
    )
    return (before in _JOINTS and bool(before)) or (after in _JOINTS and beyond.isalnum())


def _is_foreign(text: str, span: Span, doubtful: Mapping[int, Span]) -> bool:
    """Whether the words around tell that the word is of another language: pro bono, ad litem, E. coli, bona fide.

    `doubtful` are the words that the dictionary lacks, by their starts: who writes two side by side quotes a phrase, if the first ends
    as no English word does.
    """
    before = text[max(0, span.start - _NEAR) : span.start]
    if _SPECIES.search(before):
        return True
    last = before.split()[-1:] if before.endswith(" ") else []
    if last and last[0].lower() in _LATIN and span.of(text).endswith(_LATIN_ENDINGS):
        return True
    beside = doubtful.get(span.end + 1)
    first = span if beside else doubtful.get(span.start - 1 - len(last[0])) if last else None
    if first is None or text[first.end : first.end + 1] != " ":
        return False
    return first.of(text).islower() and first.of(text).endswith(_FOREIGN_ENDINGS)


def _other_number(word: str) -> str:
    """The plural of a singular, and the singular of a plural."""
    return word.removesuffix("s") if word.endswith("s") else f"{word}s"


def _begins(reading: Reading, span: Span) -> Token | None:
    """The token of a word that a sentence begins with; None for any other word."""
    sentence = reading.sentence_at(span.start)
    return sentence.tokens[0] if sentence is not None and sentence.span.start == span.start else None


def _is_named(first: Token) -> bool:
    """Whether a surname stands behind the word: Tsering Dolma."""
    after = following(first)
    return after is not None and after.is_title and after.pos_ == "PROPN"
