"""Results without a measure: what came of the story, with no number beside it.

That a sentence tells a result, the judge sees; whether it is measured, and whether anything was done before it, is grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecqlint.checks._english.grammar import is_writer, subject, tense, verbs
from ecqlint.checks._english.quantities import has_measure
from ecqlint.checks._judged import Sure, judged
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match

_MAIN_CLAUSES = frozenset(("ROOT", "conj", "parataxis"))
_STATES = frozenset(("be", "have", "know", "need", "want", "inherit"))


def check(reading: Reading, *, sure: Sure) -> Iterator[Match]:
    """Each sentence that, as `sure` as that, states a result and, with the next of its paragraph, gives no number, share, rank or date.

    What stands before the first section, and before the writer has acted, is no result. Details: certainty.
    """
    measured, acted = _measured(reading.sentences), _after_deeds(reading)
    stories = reading.narrative.front.end if reading.narrative.sections else 0
    places = {sentence.span: place for place, sentence in enumerate(reading.sentences)}
    for sentence, match in judged(reading, "unquantified-result", sure=sure):
        place = places[sentence.span]
        if (
            (acted[place] or _is_in_result(reading, sentence))
            and not measured[place]
            and sentence.span.start >= stories
        ):
            yield Match(sentence.span, details=match.details)


def _measured(sentences: Sequence[Sentence]) -> list[bool]:
    """Of each sentence whether it or the next of its paragraph measures anything."""
    own = {sentence.span: has_measure(sentence.tokens) for sentence in sentences}
    pairs = zip(sentences, [*sentences[1:], None], strict=False)
    return [
        own[one.span] or (after is not None and after.block is one.block and own[after.span]) for one, after in pairs
    ]


def _is_in_result(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence begins in the Result of its example."""
    told = reading.narrative.example_at(sentence.span.start)
    parts = told[1].parts if told else ()
    return any(part.name == "result" and part.span.start <= sentence.span.start < part.span.end for part in parts)


def _tells_deed(sentence: Sentence) -> bool:
    """Whether a main clause tells what the writer did."""
    return any(
        verb.dep_ in _MAIN_CLAUSES and verb.lemma_ not in _STATES and tense(verb) == "past" and is_writer(subject(verb))
        for verb in verbs(sentence)
    )


def _after_deeds(reading: Reading) -> list[bool]:
    """For each sentence whether the writer has acted before it, in its paragraph or the one before it.

    In a section that nowhere says what "I" did, every sentence counts as one that follows a deed.
    """
    found = [reading.narrative.section_at(sentence.span.start) for sentence in reading.sentences]
    sections = [section.span.start if section else -1 for section in found]
    deeds = [_tells_deed(sentence) for sentence in reading.sentences]
    personal = {section for section, deed in zip(sections, deeds, strict=True) if deed}
    after: list[bool] = []
    here = earlier = False
    for index, sentence in enumerate(reading.sentences):
        if index and sections[index] != sections[index - 1]:
            here = earlier = False
        elif index and sentence.block is not reading.sentences[index - 1].block:
            here, earlier = False, here
        after.append(here or earlier or sections[index] not in personal)
        here |= deeds[index]
    return after
