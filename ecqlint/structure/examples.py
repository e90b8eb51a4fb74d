"""The examples told in a section: each begins at a heading of its own, where typed labels begin anew, or where the prose does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ecqlint.narrative import Example, Label, Narrative, PartName, Section
from ecqlint.structure.begins import Paragraph, beginnings, paragraphs, telling
from ecqlint.structure.clues import Said, clues_of
from ecqlint.structure.course import Manner, manner
from ecqlint.structure.facts import scope, years
from ecqlint.structure.lacking import lacking
from ecqlint.structure.model import Model, stories_model
from ecqlint.structure.parts import parts
from ecqlint.text import Span, stretches, trimmed

if TYPE_CHECKING:
    from ecqlint.language import Sentence

_SETTING: frozenset[PartName] = frozenset({"challenge", "context"})


def told(narrative: Narrative, sentences: Sequence[Sentence], model: Model | None = None) -> tuple[Section, ...]:
    """The sections of a narrative whose prose is `sentences`, with the examples told in them and the parts of each."""
    model = model or stories_model()
    said = clues_of(narrative, sentences)
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
        begins = [(start, None) for start in _labelled(paragraphs(sentences), labels)]
        end = max(end, labels[-1].span.end)
    else:
        section_paragraphs = paragraphs(sentences)
        telling_ones = telling(section_paragraphs, narrative.edition, said, model)
        kept = section_paragraphs[telling_ones.start : telling_ones.stop]
        stories = [kept[a:b] for a, b in pairwise([*beginnings(kept, said, model), len(kept)])] if kept else []
        begins = [(story[0][0].span.start, None) for story in _joined(stories, said, model, how)]
        end = kept[-1][-1].span.end if kept else end
    for (_, title), whole in zip(begins, stretches((start for start, _ in begins), end), strict=True):
        span = trimmed(narrative.text, whole)
        inside = [sentence for sentence in sentences if sentence.span in span]
        typed = [label for label in labels if label.span in span]
        yield Example(
            span,
            title,
            parts=tuple(parts(inside, typed, said, model, how)),
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


def _labelled(section: Sequence[Paragraph], labels: Sequence[Label]) -> Iterator[int]:
    """Where typed labels begin a story: with the first of them, and where they set out anew after an action or a result."""
    seen: set[PartName] = set()
    previous = 0
    for label in labels:
        begins = label.span.start
        if label.closes:  # what it names begins behind the mark before it
            begins = next((s.span.start for p in section for s in p if previous <= s.span.start < begins), begins)
        anew = label.parts[0] in _SETTING and ("result" in seen or ("action" in seen and label.parts[0] in seen))
        if not seen or anew:
            yield begins
            seen = set()
        seen |= set(label.parts)
        previous = label.span.end
