"""The second reader: what the judge sees in a narrative where the grammar of a rule has found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ecqlint import judge
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match, Rule
from ecqlint.text import Span

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_PAUSES = frozenset(",;:()—–")
_FEW, _MANY = 4, 9  # words to a pause before a stretch, and behind it, that belong to it


def begin(rules: Iterable[Rule], reading: Reading) -> tuple[str, ...]:
    """Has the judge begin, beside the checks, if one of the rules wants it; names those that want it where it cannot be asked."""
    wanting = tuple(rule.name for rule in rules if rule.second_reader is not None)
    if wanting and judge.available():
        judge.begin(_texts(reading))
    return () if judge.available() else wanting


def overlooked(rule: Rule, reading: Reading, found: Sequence[Match]) -> Iterator[Match]:
    """What the judge sees outside quotations, as surely as the rule asks, in sentences where nothing was `found`. Details: certainty."""
    if rule.second_reader is None or not judge.available():
        return
    taken = [match.span for match in found if match.span]
    opinions = judge.begin(_texts(reading)).result()
    for sentence, of_kinds in zip(reading.sentences, opinions, strict=True):
        opinion = of_kinds[rule.name]
        if opinion.certainty < rule.second_reader or any(map(sentence.span.overlaps, taken)):
            continue
        span = _rounded(sentence, opinion.said.shifted(sentence.span.start))
        if any(map(span.overlaps, reading.narrative.quotations)):
            continue
        match = rule.second(reading, sentence, span) if rule.second else Match(span)
        if match is not None:
            yield replace(match, details={**match.details, "certainty": round(opinion.certainty, 2)})


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


def _texts(reading: Reading) -> tuple[str, ...]:
    return tuple(sentence.span.of(reading.text) for sentence in reading.sentences)
