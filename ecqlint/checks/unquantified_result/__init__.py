"""Results without a measure: what came of the story, with no number beside it.

What is a result is told by its part of the story and, where that is not known, by the grammar of outcomes at the end of a
paragraph in which, or after which, the writer has acted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecqlint.checks._english.grammar import is_writer, subject, tense, verbs
from ecqlint.checks._english.quantities import has_measure
from ecqlint.checks._stories import MAIN_CLAUSES, after_deeds, part_at, tells_deed
from ecqlint.checks.unquantified_result.codas import is_human_touch
from ecqlint.checks.unquantified_result.outcomes import Outcomes, is_outcome
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import Part
from ecqlint.rule import Match
from ecqlint.text import Span

# Outcomes stand among so many last sentences of their paragraph.
LAST = 3


def check(reading: Reading, *, words: Outcomes) -> Iterator[Match]:
    """Each sentence that states a result and, with the next of its paragraph, gives no number, share, rank or date.

    The options are the words of outcome: see `Outcomes`. What stands before the first section is no story.
    """
    sentences, acted = reading.sentences, after_deeds(reading)
    stories = reading.narrative.front.end if reading.narrative.sections else 0
    for index, sentence in enumerate(sentences):
        if sentence.span.start < stories or _is_measured(sentences, index) or not _is_said(sentence, reading):
            continue
        # A person whom the story leaves behind, after its result has been measured.
        if _after_measure(sentences, index) and is_human_touch(sentence, words):
            continue
        if _is_result(reading, index, words, acted=acted[index]):
            yield Match(sentence.span)


def second(reading: Reading, sentence: Sentence, span: Span) -> Match | None:
    """The whole sentence in which the second reader sees a result, unless it or the next one measures anything, or no deed comes before."""
    index = reading.sentences.index(sentence)
    if _is_measured(reading.sentences, index) or not _is_said(sentence, reading):
        return None
    part = part_at(reading, sentence)
    told = after_deeds(reading)[index] or (part is not None and part.name == "result")
    return Match(sentence.span) if told else None


def _is_result(reading: Reading, index: int, words: Outcomes, *, acted: bool) -> bool:
    sentences, sentence = reading.sentences, reading.sentences[index]
    part, late = part_at(reading, sentence), _later(sentences, index) < LAST
    if part is None or part.name == "action" or _is_amid_deeds(sentences, index, part):
        ended = _later(sentences, index) == 0
        return acted and late and is_outcome(sentence, words, moved=_follows_measure(sentences, index), ended=ended)
    if part.name != "result":
        return False
    # Where the part is only guessed, its first sentence may belong to the part before.
    certain = part.label is not None or (late and sentence.span.start > part.span.start)
    return is_outcome(sentence, words, moved=not _is_about_writer(sentence), ended=True) or (
        certain and _happens(sentence)
    )


def _is_amid_deeds(sentences: Sequence[Sentence], index: int, part: Part) -> bool:
    """Whether a part that is only guessed begins in the midst of a paragraph in which the writer has acted: no challenge any more."""
    block = sentences[index].block
    before = [
        s for s in sentences[max(0, index - 2 * LAST) : index] if s.block is block and s.span.start < part.span.start
    ]
    guessed = part.label is None and part.name in ("challenge", "context")
    return guessed and any(tells_deed(sentence) for sentence in before)


def _is_measured(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether the sentence or the next of its paragraph measures anything."""
    return any(has_measure(s.tokens) for s in sentences[index : index + 2] if s.block is sentences[index].block)


def _after_measure(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether one of the last sentences before it measures what came of the story, and not what the writer did."""
    before = [s for s in sentences[max(0, index - LAST) : index] if s.block is sentences[index].block]
    return any(has_measure(s.tokens) and not tells_deed(s) for s in before)


def _is_said(sentence: Sentence, reading: Reading) -> bool:
    """Whether the writer says it, and as a fact."""
    asks = sentence.tokens.text.rstrip().endswith("?")
    return not asks and not any(quotation.overlaps(sentence.span) for quotation in reading.narrative.quotations)


def _later(sentences: Sequence[Sentence], index: int) -> int:
    """How many of the next sentences, up to LAST, stand in the same paragraph."""
    return sum(sentence.block is sentences[index].block for sentence in sentences[index + 1 : index + 1 + LAST])


def _follows_measure(sentences: Sequence[Sentence], index: int) -> bool:
    """Whether a sentence shortly before in the paragraph, which tells nothing of the writer, gives a number."""
    before = [s for s in sentences[max(0, index - LAST) : index] if s.block is sentences[index].block]
    return any(has_measure(s.tokens) and not _is_about_writer(s) for s in before)


def _happens(sentence: Sentence) -> bool:
    """Whether a main clause tells of an event, and none of the writer: have kept it up, began to come back, send in cleaner ones."""
    main = [verb for verb in verbs(sentence) if verb.dep_ in MAIN_CLAUSES and verb.lemma_ != "be"]
    better = any(token.tag_ == "JJR" for token in sentence.tokens)
    return any(better or tense(verb) in ("past", "perfect") for verb in main) and not _is_about_writer(sentence)


def _is_about_writer(sentence: Sentence) -> bool:
    """Whether a main clause tells what the writer did or what is to come."""
    main = [verb for verb in verbs(sentence) if verb.dep_ in MAIN_CLAUSES]
    return any(tense(verb) in ("future", "modal") or is_writer(subject(verb)) for verb in main)
