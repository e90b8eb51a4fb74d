"""What the judge sees in a narrative, as a check reports it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from ecqlint import judge
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match, Skipped
from ecqlint.text import Span

# How certain the judge must be that a sentence is of a kind.
Sure = Annotated[float, msgspec.Meta(ge=0, le=1)]

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PAUSES = frozenset(",;:()—–")
_FEW, _MANY = 4, 9  # words to a pause before a stretch, and behind it, that belong to it


def judged(reading: Reading, kind: str, *, sure: float) -> Iterator[tuple[Sentence, Match]]:
    """Each sentence that is of a kind, as surely as that (0 to 1), with the stretch of it, outside quotations, that makes it so.

    Details: certainty. Skipped where the judge cannot be asked.
    """
    if not judge.available():
        raise Skipped("onnxruntime is not installed")
    for sentence, judgement in zip(reading.sentences, reading.judgements, strict=True):
        opinion = judgement.kinds[kind]
        if opinion.certainty < sure:
            continue
        span = _rounded(sentence, opinion.said.shifted(sentence.span.start))
        if not reading.narrative.partly_quoted(span):
            yield sentence, Match(span, details={"certainty": round(opinion.certainty, 2)})


def _rounded(sentence: Sentence, span: Span) -> Span:
    """The stretch as a person would underline it: with its articles, to the pauses of its clause, and without a word that only joins."""
    words = [token for token in sentence.words_at(span) if not token.is_space]
    if not words:
        return span
    doc, first, last = sentence.tokens.doc, words[0].i, words[-1].i
    start, end = sentence.tokens.start, sentence.tokens.end - 1
    joining, clause = ("CCONJ", "PUNCT"), any(word.tag_ in _FINITE for word in words)
    if clause:
        before = next((i for i in range(first, start, -1) if doc[i - 1].text in _PAUSES), start)
        after = next((i for i in range(last, end) if doc[i + 1].text in _PAUSES), end)
        within = next((i for i in range(last, first, -1) if doc[i].text in _PAUSES), None)
        first = before if first - before <= _FEW else first
        if after - last <= _MANY:
            last = after
        elif within is not None and last - within <= _FEW:
            last = within - 1
    elif doc[last].pos_ == "ADP" and doc[last].right_edge.i <= min(end, last + _MANY):
        last = doc[last].right_edge.i
    while first < last and doc[first].pos_ in (joining if clause else (*joining, "ADP")):
        first += 1
    while last > first and doc[last].is_punct:
        last -= 1
    if doc[first].pos_ in ("NOUN", "ADJ") and first > start and doc[first - 1].dep_ in ("det", "poss"):
        first -= 1
    return sentence.span_of(doc[first], doc[last])
