"""The examples told in a section: each begins at a heading of its own, where typed labels begin anew, or where the prose does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ecqlint.narrative import Example, Label, Narrative, PartName, Section
from ecqlint.structure.begins import LEAST, Paragraph, beginnings, paragraphs, telling
from ecqlint.structure.clues import Likely, Said, clues_of
from ecqlint.structure.course import Manner, manner
from ecqlint.structure.facts import scope, years
from ecqlint.structure.labelled import labelled_stories
from ecqlint.structure.lacking import lacking
from ecqlint.structure.model import Model, stories_model
from ecqlint.structure.parts import parts, untold_parts
from ecqlint.text import Span, stretches, trimmed

if TYPE_CHECKING:
    from ecqlint.language import Sentence


def told(
    narrative: Narrative,
    sentences: Sequence[Sentence],
    likely: Likely,
    model: Model | None = None,
) -> tuple[Section, ...]:
    """The sections of a narrative whose prose is `sentences`, with the examples told in them and the parts of each.

    `likely` is how likely each of the sentences tells each part, where anybody has said; `model` is the one that ships, where none is given.
    """
    model = model or stories_model()
    said = clues_of(narrative, sentences, likely)
    how = manner([s for s in sentences if s.span.start >= narrative.front.end], said)
    found = []
    for section in narrative.sections:
        prose = [sentence for sentence in sentences if sentence.span in section.body]
        found.append(replace(section, examples=tuple(_examples(narrative, section, prose, said, model, how))))
    return tuple(found)


def _examples(
    narrative: Narrative, section: Section, sentences: Sequence[Sentence], said: Said, model: Model, how: Manner
) -> Iterator[Example]:
    if not sentences:
        return
    end = sentences[-1].span.end
    labels = [label for label in narrative.labels if label.span in section.body]
    titles = [title for title in narrative.titles if title in section.body and title.start < sentences[-1].span.start]
    begins: list[tuple[int, Span | None]]
    if titles:
        begins = [(title.start, title) for title in titles if _told_under(title, titles, sentences)]
    elif labels:
        begins = [(start, None) for start in _among_labels(narrative, paragraphs(sentences), labels, said, model, how)]
        end = max(end, labels[-1].span.end)
    else:
        kept = _telling(narrative, paragraphs(sentences), said, model)
        begins = [(_start(story[0]), None) for story in _joined(_divided(kept, said, model), said, model, how)]
        end = kept[-1][-1].span.end if kept else end
    for (_, title), whole in zip(begins, stretches((start for start, _ in begins), end), strict=True):
        span = trimmed(narrative.text, whole)
        inside = [sentence for sentence in sentences if sentence.span in span]
        typed = [label for label in labels if label.span in span]
        untold = untold_parts(inside, typed, said, model, how)
        yield Example(
            span,
            title,
            parts=tuple(parts(inside, typed, said, model, how, untold)),
            untold=untold or frozenset(),
            years=tuple(years(narrative.text, span)),
            scope=tuple(scope(inside)),
        )


def _joined(stories: Sequence[Sequence[Paragraph]], said: Said, model: Model, how: Manner) -> list[Sequence[Paragraph]]:
    """The stories, two as one where each tells what the other leaves out: one story was taken for two."""
    found: list[Sequence[Paragraph]] = []
    before: frozenset[PartName] = frozenset()
    for story in stories:
        missing = _lacking(story, said, model, how)
        if missing - before and before - missing:
            found[-1] = [*found[-1], *story]
            before = _lacking(found[-1], said, model, how)
        else:
            found.append(story)
            before = missing
    return found


def _lacking(story: Sequence[Paragraph], said: Said, model: Model, how: Manner) -> frozenset[PartName]:
    return lacking([sentence for paragraph in story for sentence in paragraph], said, model, voiced=how.voiced)


def _told_under(title: Span, titles: Sequence[Span], sentences: Sequence[Sentence]) -> bool:
    """Whether prose stands between the title and the next."""
    after = min((other.start for other in titles if other.start > title.start), default=sentences[-1].span.end)
    return any(title.end <= sentence.span.start < after for sentence in sentences)


def _among_labels(
    narrative: Narrative,
    section: Sequence[Paragraph],
    labels: Sequence[Label],
    said: Said,
    model: Model,
    how: Manner,
) -> Iterator[int]:
    """Where stories begin in a section with typed labels: where these set out, and where prose before, between or behind the stories
    that they tell is one without."""
    typed = list(labelled_stories(section, labels))
    before = [paragraph for paragraph in section if _start(paragraph) < typed[0].start]
    if told := _telling(narrative, before, said, model):
        yield from (_start(story[0]) for story in _divided(told, said, model) if _is_whole(story, said, model, how))
    for story, until in zip(typed, [*(later.start for later in typed[1:]), section[-1][-1].span.end], strict=True):
        yield story.start
        own = [paragraph for paragraph in section if story.start <= _start(paragraph) < until]
        settled = sum(_start(paragraph) < story.end for paragraph in own)
        if settled:
            others = _divided(own, said, model, settled=settled)[1:]
            yield from (_start(other[0]) for other in others if _is_whole(other, said, model, how))


def _telling(narrative: Narrative, section: Sequence[Paragraph], said: Said, model: Model) -> Sequence[Paragraph]:
    within = telling(section, narrative.edition, said, model)
    return section[within.start : within.stop]


def _divided(section: Sequence[Paragraph], said: Said, model: Model, *, settled: int = 1) -> list[Sequence[Paragraph]]:
    """The paragraphs, a story at a time."""
    cuts = beginnings(section, said, model, settled=settled) if section else []
    return [section[a:b] for a, b in pairwise([*cuts, len(section)])]


def _is_whole(story: Sequence[Paragraph], said: Said, model: Model, how: Manner) -> bool:
    """Whether the paragraphs tell enough to be a story of their own: what was done, and why or with which result."""
    missing = _lacking(story, said, model, how)
    return sum(map(len, story)) >= LEAST and "action" not in missing and not {"result", "context"} <= missing


def _start(paragraph: Paragraph) -> int:
    return paragraph[0].span.start
