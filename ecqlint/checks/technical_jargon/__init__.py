"""Terms of a trade that few readers know, where the narrative nowhere says what they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.inflection import with_s
from ecqlint.checks.technical_jargon.explaining import Explaining
from ecqlint.checks.technical_jargon.terms import terms as rare_words
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WORD = re.compile(r"(?<![\w-])\w+")
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Use:
    """A place where a term stands: from its `first` to its `last` word. `key` is one for singular and plural."""

    key: str
    sentence: Sentence
    first: Token
    last: Token

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.sentence.span_of(self.first, self.last)


def check(
    reading: Reading,
    *,
    terms: list[str],
    known: frozenset[str] = frozenset(),
    kinds: frozenset[str] = frozenset(),
    units: frozenset[str] = frozenset(),
) -> Iterator[Match]:
    """The first use of each term that no use explains, outside quotations.

    `terms` are terms of ordinary words or of recent years, besides the rare words that dictionaries know; a capital in
    one is a name's. `known` words are no terms. `kinds` are nouns that tell a reader what sort of thing a term beside them is ("the solvent
    trichloroethylene"), `units` nouns of offices and persons, whose name it may be part of.
    """
    explaining = Explaining(reading, kinds, units)
    met: dict[str, list[Use]] = defaultdict(list)
    for use in _uses(reading, terms, rare_words() - known):
        met[use.key].append(use)
    found: list[Span] = []
    for uses in met.values():
        if not any(explaining.explains(use.sentence, use.first, use.last) for use in uses):
            shown = (use.span for use in uses if not reading.narrative.quoted(use.span))
            found += [span for span in [next(shown, None)] if span]
    for span in _joined(reading.text, sorted(found)):
        yield Match(span)


def _uses(reading: Reading, terms: Iterable[str], rare: frozenset[str]) -> Iterator[Use]:
    """Every use of a term, those of a sentence together: the given ones as they are written, rare words in any form."""
    patterns = _patterns(tuple(terms))
    for sentence in reading.sentences:
        taken: set[int] = set()
        for term, words in _written(sentence, patterns):
            if taken.isdisjoint(range(words.start, words.end)) and not _is_name(words):
                taken.update(range(words.start, words.end))
                if not any(reading.is_term(token.text) for token in words):
                    yield Use(term, sentence, words[0], words[-1])
        for token in sentence.tokens:
            if token.i not in taken and (word := _rare(token, rare)) and not reading.is_term(token.text):
                yield Use(word, sentence, token, token)


@cache
def _patterns(terms: tuple[str, ...]) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """What finds each term in the singular and plural, under its first word in small letters; longer terms first."""
    patterns = defaultdict(list)
    for term in sorted(terms, key=len, reverse=True):
        forms = "|".join("[ -]".join(map(re.escape, re.split("[ -]", form))) for form in (with_s(term), term))
        flags = re.IGNORECASE if term == term.lower() else re.NOFLAG
        for first in {match[0] for form in (with_s(term), term) if (match := _PART.match(form.lower()))}:
            patterns[first].append((term, re.compile(rf"(?:{forms})(?![\w])", flags)))
    return patterns


def _written(
    sentence: Sentence, patterns: dict[str, list[tuple[str, re.Pattern[str]]]]
) -> Iterator[tuple[str, Tokens]]:
    """The given terms that stand in a sentence, with their words."""
    text = sentence.tokens.text
    for word in _WORD.finditer(text):
        for term, pattern in patterns.get(word[0].lower(), ()):
            if match := pattern.match(text, word.start()):
                yield term, sentence.matched(match)


def _is_name(words: Tokens) -> bool:
    """Whether the words stand with a capital in a longer name: the Systems Engineering Branch."""
    if not words[-1].is_title or words[0].is_sent_start:
        return False
    around = [words.doc[i] for i in (words.start - 1, words.end) if words.sent.start <= i < words.sent.end]
    return any(token.is_title and token.pos_ == "PROPN" for token in around)


def _rare(token: Token, rare: frozenset[str]) -> str | None:
    """The rare word that the token is a form of; None for a name."""
    small = token.lower_
    if not token.is_alpha or (token.text != small and not (token.is_sent_start and token.text[1:] == small[1:])):
        return None
    forms = (small, token.lemma_.lower(), small.removesuffix("s"), small.removesuffix("es"))
    return next((form for form in forms if form in rare), None)


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """The places in order, those that only a space or hyphen parts as one."""
    run: Span | None = None
    for span in spans:
        if run and re.fullmatch(r"[\s‐‑-]?", text[run.end : span.start]):
            run = Span(run.start, max(run.end, span.end))
            continue
        if run:
            yield run
        run = span
    if run:
        yield run
