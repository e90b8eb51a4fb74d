"""No story is told in two ECQs, be it in other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from ecqlint.checks._definitions import pasted
from ecqlint.checks.reused_example.retelling import Retelling, retellings
from ecqlint.checks.reused_example.tellings import Telling, telling
from ecqlint.language import Reading
from ecqlint.narrative import Section
from ecqlint.rule import Match
from ecqlint.text import Span

WORDS_SHOWN = 9
LONG = 6  # sentences

Story = list[Telling]


@dataclass(frozen=True)
class Told:
    """A section as it is compared: the stories that were found in it, and all its sentences, for a story may not be found whole."""

    section: Section
    whole: Story
    stories: tuple[Story, ...]


def check(reading: Reading, *, evidence: float) -> Iterator[Match]:
    """A match at the later telling of each story that two ECQs tell, on the sentence that shows it best.

    `evidence` is what it takes, in bits over what chance finds. Fields: earlier (the ECQ), words (how the earlier telling's
    sentence begins); details: {"ecqs": [the two], "other": {"start", "end"}}.
    """
    definitions = [passage.span for passage in pasted(reading)]
    told = [_told(reading, section, definitions) for section in reading.narrative.sections if section.ecq]
    for first, second in combinations(told, 2):
        if first.section.ecq == second.section.ecq:
            continue
        elsewhere = [story for other in told if other not in (first, second) for story in other.stories]
        for found in _distinct(_compared(first, second, elsewhere, evidence)):
            words = found.earlier.of(reading.text).split()
            shown = " ".join(words[:WORDS_SHOWN]) + ("…" if len(words) > WORDS_SHOWN else "")
            yield Match(
                found.later,
                {"earlier": first.section.name or "", "words": shown},
                details={
                    "ecqs": [first.section.name, second.section.name],
                    "other": {"start": found.earlier.start, "end": found.earlier.end},
                },
            )


def _told(reading: Reading, section: Section, definitions: list[Span]) -> Told:
    """The sentences of a section; OPM's definitions tell no story."""
    whole = [
        telling(sentence.span, list(sentence.tokens))
        for sentence in reading.sentences
        if sentence.span in section.span and not any(span.overlaps(sentence.span) for span in definitions)
    ]
    stories = [story for example in section.examples if (story := _inside(example.span, whole))]
    if len(stories) < 2:
        # Where no second story was found, a long paragraph may be one.
        paragraphs = (_inside(span, whole) for _, span in reading.narrative.prose if span in section.span)
        stories = [whole, *(paragraph for paragraph in paragraphs if LONG <= len(paragraph) < len(whole))]
    return Told(section, whole, tuple(stories))


def _inside(span: Span, sentences: Story) -> Story:
    return [sentence for sentence in sentences if span.start <= sentence.span.start < span.end]


def _compared(first: Told, second: Told, elsewhere: list[Story], evidence: float) -> Iterator[Retelling]:
    """What both sections tell: story by story, the plainest first, and then as wholes, for a story may be found in pieces."""
    by_story: list[Retelling] = []
    for one, other in product(first.stories, second.stories):
        rest = [story for story in (*first.stories, *second.stories) if story is not one and story is not other]
        by_story += retellings(one, other, _stems([*elsewhere, *rest]), evidence=evidence)
    yield from sorted(by_story, key=lambda retelling: -retelling.evidence)
    if len(first.stories) + len(second.stories) > 2:
        yield from retellings(first.whole, second.whole, _stems(elsewhere), evidence=evidence)


def _stems(stories: list[Story]) -> list[frozenset[str]]:
    return [frozenset(stem for sentence in story for stem in sentence.stems) for story in stories]


def _distinct(found: Iterator[Retelling]) -> list[Retelling]:
    """Each pair of passages once, as it was found first; in the order of the later tellings."""
    kept: list[Retelling] = []
    for one in found:
        if not any(one.same_story(other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda retelling: retelling.later)
