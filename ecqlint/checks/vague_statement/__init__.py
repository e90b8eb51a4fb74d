"""Claims without specifics, and the question that each leaves open: how many, how much, which?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ecqlint.checks._english.grammar import outermost
from ecqlint.checks._english.quantities import has_measure
from ecqlint.checks._judged import Sure, judged
from ecqlint.checks._notation import phrasebook
from ecqlint.checks.vague_statement.looks import LOOKS, Words
from ecqlint.checks.vague_statement.specifics import is_specific
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, words: Words, phrases: tuple[str, ...], sure: Sure) -> Iterator[Match]:
    """Each vague amount or degree outside quotations beside which no number and no list stands. Fields: question.

    In a sentence whose words show none, what the judge, as `sure` as that, finds vague. Details: certainty.
    """
    idioms = phrasebook(words, phrases=phrases)["phrases"]
    seen = {sentence.span: match for sentence, match in judged(reading, "vague-statement", sure=sure)}
    for sentence in reading.sentences:
        found: dict[Span, str] = {}
        for token in sentence.tokens:
            for look in LOOKS:
                if (place := look(token, words)) is not None:
                    found.setdefault(sentence.span_of(*place[:2]), place[2])
        for match in idioms.find(sentence.span.of(reading.text)):
            found.setdefault(Span(*match.span()).shifted(sentence.span.start), "how, exactly?")
        said = [span for span in outermost(list(found)) if not reading.narrative.partly_quoted(span)]
        yield from (Match(span, {"question": found[span]}) for span in said)
        if not said and sentence.span in seen:
            yield from _weighed(sentence, seen[sentence.span])


def _weighed(sentence: Sentence, match: Match) -> Iterator[Match]:
    """What the judge finds vague, unless numbers, names or a list stand beside it."""
    words = sentence.words_at(match.span) if match.span else []
    nouns = [noun for word in words for noun in (word, word.head) if noun.pos_ in ("NOUN", "PROPN")]
    if words and not has_measure(words) and not any(is_specific(noun, noun) for noun in nouns):
        plural = any(word.tag_ in ("NNS", "NNPS") for word in words)
        yield replace(match, fields={"question": "how many, and which?" if plural else "what, and how much?"})
