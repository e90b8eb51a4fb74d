"""Claims without specifics, and the question that each leaves open: how many, how much, which?"""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.checks._english.grammar import outermost
from ecqlint.checks._english.quantities import has_measure
from ecqlint.checks._notation import phrasebook
from ecqlint.checks.vague_statement.looks import LOOKS, Words
from ecqlint.checks.vague_statement.specifics import is_specific
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, words: Words, phrases: tuple[str, ...]) -> Iterator[Match]:
    """Each vague amount or degree outside quotations beside which no number and no list stands. Fields: question."""
    idioms = phrasebook(words, phrases=phrases)["phrases"]
    for sentence in reading.sentences:
        found: dict[Span, str] = {}
        for token in sentence.tokens:
            for look in LOOKS:
                if (place := look(token, words)) is not None:
                    found.setdefault(sentence.span_of(*place[:2]), place[2])
        for match in idioms.find(sentence.span.of(reading.text)):
            found.setdefault(Span(*match.span()).shifted(sentence.span.start), "how, exactly?")
        for span in outermost(list(found)):
            if not any(quotation.overlaps(span) for quotation in reading.narrative.quotations):
                yield Match(span, {"question": found[span]})


def second(reading: Reading, sentence: Sentence, span: Span) -> Match | None:
    """What the second reader finds vague at `span`, unless numbers, names or a list stand beside it. Fields: question."""
    words = sentence.words_at(span)
    nouns = [noun for word in words for noun in (word, word.head) if noun.pos_ in ("NOUN", "PROPN")]
    if not words or has_measure(words) or any(is_specific(noun, noun) for noun in nouns):
        return None
    plural = any(word.tag_ in ("NNS", "NNPS") for word in words)
    return Match(span, {"question": "how many, and which?" if plural else "what, and how much?"})
