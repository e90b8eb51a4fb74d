"""Passages that are OPM's definition of an ECQ or competency, word for word or with a few words changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.stems import stem
from ecqlint.edition import Edition
from ecqlint.language import Reading, pipeline
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# What a word of a passage adds to the evidence: one that the definition has, and one that it has not.
CONTENT, FUNCTION = 1.0, 0.25
FOREIGN_CONTENT, FOREIGN_FUNCTION = -1.1, -0.25
# A word of many definitions ("goals", "organization") is the trade's, not one definition's.
MANY, OF_MANY = 3, 0.8
# Each content word of the sentence outside the passage says that the sentence has a matter of its own; to a point.
OUTSIDE, OUTSIDE_AT_MOST = 0.2, 2.0
# What a sentence needs to be one, and what a sentence beside such a one needs to go on with the same definition.
EVIDENCE, BESIDE = 5.0, 2.2
# Fewer words in common than these are not worth a closer look.
LEAST = 2
LEADING = frozenset("and or but to of that which with by for from in as so where when because".split())
# So many words before a passage may be its subject ("Then the leader", "I would"), to be marked with it.
SUBJECT = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: by the stem of its lemma or of itself."""

    stems: frozenset[str]
    content: bool
    small: str
    span: Span


@dataclass(frozen=True, slots=True)
class Definition:
    """OPM's words on one ECQ or competency: the stems of its content in order, and what each stem is worth."""

    name: str
    order: tuple[str, ...]
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that runs along a definition: the evidence for it, and what of its content the definition has."""

    span: Span
    definition: Definition
    evidence: float
    shared: float
    content: float

    @property
    def similarity(self) -> float:
        """The share of the content that is the definition's, 0 to 1."""
        return self.shared / self.content

    def joined(self, other: Passage) -> Passage:
        """Both as one passage, of the definition for which there is more evidence."""
        stronger = self if self.evidence >= other.evidence else other
        return Passage(
            Span.covering((self.span, other.span)),
            stronger.definition,
            stronger.evidence,
            self.shared + other.shared,
            self.content + other.content,
        )


def pasted(reading: Reading, *, evidence: float = EVIDENCE, beside: float = BESIDE) -> Iterator[Passage]:
    """The passages of the text that are definitions of its edition, in order; sentences that follow each other make one.

    A word that the definition has counts about 1 for it, another as much against it. A sentence needs `evidence`, one
    beside it, from the same definition, `beside`.
    """
    definitions = _definitions(reading.narrative.edition)
    for sentences in _paragraphs(reading):
        best = [_best(words, definitions, least=beside) for words in sentences]
        yield from _joined(reading.text, best, evidence)


def _paragraphs(reading: Reading) -> Iterator[list[list[Word]]]:
    """The words of each paragraph, sentence by sentence. A definition may also be a line without a full stop, like a title."""
    block = None
    sentences: list[list[Word]] = []
    for sentence in reading.sentences:
        if sentence.block is not block and sentences:
            yield sentences
            sentences = []
        block = sentence.block
        sentences.append(_words(sentence.tokens, sentence.span_of(sentence.tokens[0]).start - sentence.tokens[0].idx))
    if sentences:
        yield sentences
    for title in reading.narrative.titles:
        yield [_words(pipeline()(title.of(reading.text)), title.start)]


def _words(tokens: Iterable[Token], shift: int) -> list[Word]:
    return [
        Word(
            frozenset((stem(token.lemma_), stem(token.text))),
            not token.is_stop,
            token.lower_,
            Span(token.idx + shift, token.idx + shift + len(token)),
        )
        for token in tokens
        if not token.is_punct and not token.is_space
    ]


@cache
def _definitions(edition: Edition) -> tuple[Definition, ...]:
    names, texts = zip(*edition.definitions, strict=True)
    parsed = [(name, _words(tokens, 0)) for name, tokens in zip(names, pipeline().pipe(texts), strict=True)]
    uses = Counter(s for _, words in parsed for s in {s for word in words if word.content for s in word.stems})
    definitions = []
    for name, words in parsed:
        weights = {s: FUNCTION for word in words for s in word.stems}
        weights |= {s: CONTENT if uses[s] < MANY else OF_MANY for word in words if word.content for s in word.stems}
        definitions.append(Definition(name, tuple(min(word.stems) for word in words if word.content), weights))
    return tuple(definitions)


def _best(words: list[Word], definitions: tuple[Definition, ...], *, least: float) -> Passage | None:
    """The stretch of a sentence with most evidence, but at least `least`, of being one of the definitions."""
    stems = {s for word in words if word.content for s in word.stems}
    near = [d for d in definitions if len(stems.intersection(d.order)) >= LEAST]
    passages = [passage for definition in near if (passage := _along(words, definition)) and passage.evidence >= least]
    return max(passages, key=lambda passage: passage.evidence, default=None)


def _along(words: list[Word], definition: Definition) -> Passage | None:
    """The stretch that runs along the definition: where the words that it has outweigh most those that it has not."""
    worth = [max(definition.weights.get(s, 0.0) for s in word.stems) for word in words]
    gains = [w or (FOREIGN_CONTENT if word.content else FOREIGN_FUNCTION) for w, word in zip(worth, words, strict=True)]
    evidence, begin, end = _heaviest(gains)
    inside = [index for index in range(begin, end) if words[index].content]
    shared = [index for index in inside if worth[index]]
    if len(shared) < LEAST:
        return None
    # Words strewn over the sentence in an order of their own are the language's, not the definition's.
    said = [next((s for s in words[index].stems if s in definition.order), "") for index in shared]
    blocks = SequenceMatcher(None, said, definition.order, autojunk=False).get_matching_blocks()
    ordered = sum(block.size for block in blocks) / len(shared)
    outside = sum(word.content for word in words) - len(inside)
    begin = next(index for index in range(begin, end) if words[index].small not in LEADING)
    begin = 0 if begin <= SUBJECT else _subject(words, begin)
    return Passage(
        Span(words[begin].span.start, words[shared[-1]].span.end),
        definition,
        evidence * (1 + ordered) / 2 - min(OUTSIDE * outside, OUTSIDE_AT_MOST),
        sum(worth[index] for index in shared),
        sum(worth[index] or CONTENT for index in inside),
    )


def _subject(words: list[Word], begin: int) -> int:
    """Where the passage that begins with a verb begins with its "I", as in "I would always", or `begin` where it has none."""
    for index in range(begin - 1, max(begin - 1 - SUBJECT, -1), -1):
        if words[index].small == "i":
            return index
        if words[index].content:
            break
    return begin


def _heaviest(gains: list[float]) -> tuple[float, int, int]:
    """The greatest sum of neighbouring gains, and the slice that has it."""
    best, total, first, begin, end = 0.0, 0.0, 0, 0, 0
    for index, gain in enumerate(gains):
        if total <= 0:
            total, first = 0.0, index
        total += gain
        if total > best:
            best, begin, end = total, first, index + 1
    return best, begin, end


def _joined(text: str, sentences: list[Passage | None], evidence: float) -> Iterator[Passage]:
    """The passages with enough `evidence`, and those beside them that go on with the same definition; one where they touch."""
    kept = [passage is not None and passage.evidence >= evidence for passage in sentences]
    ahead = range(1, len(sentences))
    for index, beside in (*((i, i - 1) for i in ahead), *((i - 1, i) for i in reversed(ahead))):
        one, other = sentences[index], sentences[beside]
        kept[index] |= kept[beside] and one is not None and other is not None and one.definition == other.definition
    run: Passage | None = None
    for passage, keep in zip(sentences, kept, strict=True):
        if passage is None or not keep:
            continue
        if run and not any(map(str.isalnum, text[run.span.end : passage.span.start])):
            run = run.joined(passage)
            continue
        if run:
            yield run
        run = passage
    if run:
        yield run
