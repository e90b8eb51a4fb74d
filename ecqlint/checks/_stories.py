"""How far a story has come at a sentence: which part it belongs to, and whether the writer has acted before."""

from __future__ import annotations

from functools import lru_cache

from ecqlint.checks._english.grammar import is_writer, subject, tense, verbs
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import Part

MAIN_CLAUSES = frozenset(("ROOT", "conj", "parataxis"))
_STATES = frozenset(("be", "have", "know", "need", "want", "inherit"))


def part_at(reading: Reading, sentence: Sentence) -> Part | None:
    """The part of its example in which the sentence begins; None where none is known."""
    told = reading.narrative.example_at(sentence.span.start)
    parts = told[1].parts if told else ()
    return next((part for part in parts if part.span.start <= sentence.span.start < part.span.end), None)


def tells_deed(sentence: Sentence) -> bool:
    """Whether a main clause tells what the writer did."""
    return any(
        verb.dep_ in MAIN_CLAUSES and verb.lemma_ not in _STATES and tense(verb) == "past" and is_writer(subject(verb))
        for verb in verbs(sentence)
    )


@lru_cache(maxsize=1)  # several rules ask, and their second readers
def after_deeds(reading: Reading) -> tuple[bool, ...]:
    """For each sentence whether the writer has acted before it, in its paragraph or the one before it.

    In a section that nowhere says what "I" did, every sentence counts as one that follows a deed.
    """
    found = [reading.narrative.section_at(sentence.span.start) for sentence in reading.sentences]
    sections = [section.span.start if section else -1 for section in found]
    deeds = [tells_deed(sentence) for sentence in reading.sentences]
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
    return tuple(after)
