"""What a narrative is made of: the sections of the ECQs, the examples told in them, and each example's parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ecqlint.document import Block, Document
from ecqlint.edition import Ecq, Edition
from ecqlint.text import Span, trimmed

PartName = Literal["challenge", "context", "action", "result"]
PARTS: tuple[PartName, ...] = ("challenge", "context", "action", "result")
# What stands before the deeds, where parts come in their usual order.
SETTING: frozenset[PartName] = frozenset({"challenge", "context"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """The writer, as the title lines name them: given names without initials, surname, and the positions that stand beside the name."""

    given: tuple[str, ...]
    surname: str
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """What a writer typed to name the parts that follow it, or, where it `closes`, the part that it follows."""

    parts: tuple[PartName, ...]
    span: Span
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A passage that plays one role of Challenge, Context, Action, Result. `label` is what the writer typed to say so."""

    name: PartName
    span: Span
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A story told in an ECQ, with the heading that the writer gave it, if any.

    `untold` are parts that it leaves out, seen as a whole, though no label is typed; `years` are those it names; `scope` says how large
    the thing was: amounts of money, numbers of people, places and things.
    """

    span: Span
    title: Span | None = None
    parts: tuple[Part, ...] = ()
    untold: frozenset[PartName] = frozenset()
    years: tuple[Span, ...] = ()
    scope: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that shows a competency of that name."""

    competency: str
    span: Span


@dataclass(frozen=True, slots=True)
class Section:
    """The passage from one ECQ heading to the next. `ecq` is None under a heading that names no ECQ of the edition."""

    ecq: Ecq | None
    heading: Span
    span: Span
    examples: tuple[Example, ...] = ()

    @property
    def name(self) -> str | None:
        """OPM's name of the ECQ."""
        return self.ecq.name if self.ecq else None

    @property
    def body(self) -> Span:
        """What stands under the heading."""
        return Span(self.heading.end, self.span.end)


@dataclass(frozen=True)
class Narrative:
    """A document, read as an ECQ narrative of one edition.

    `edition_reason` says in a clause why that edition applies. `front` is what stands before the first section (title lines and
    introductory summary); `titles` are the lines there, and inside sections the headings of examples, that are no prose;
    `labels` are the typed names of parts; `quotations` are the passages in somebody else's words; `references` is a list of
    sources at the end; `candidate` is who the title lines say has written it; `evidence` shows the edition's competencies.
    """

    document: Document
    edition: Edition
    edition_reason: str
    front: Span
    sections: tuple[Section, ...] = ()
    titles: tuple[Span, ...] = ()
    labels: tuple[Label, ...] = ()
    quotations: tuple[Span, ...] = ()
    references: Span | None = None
    candidate: Candidate | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """The section in which the character at `offset` stands; None before the first."""
        index = bisect_right(self._section_starts, offset) - 1
        return self.sections[index] if index >= 0 else None

    def example_at(self, offset: int) -> tuple[int, Example] | None:
        """The example in which the character at `offset` stands, and its number in its section, from 1."""
        section = self.section_at(offset)
        for number, example in enumerate(section.examples if section else (), start=1):
            if example.span.start <= offset < example.span.end:
                return number, example
        return None

    def words(self, section: Section) -> int:
        """How many words stand under the heading of a section."""
        return len(section.body.of(self.text).split())

    def shown(self, competency: str, section: Section | None = None) -> tuple[Span, ...]:
        """The sentences that show a competency, in one section or in all."""
        spans = (evidence.span for evidence in self.evidence if evidence.competency == competency)
        return tuple(span for span in spans if section is None or span in section.span)

    @cached_property
    def headings(self) -> tuple[Span, ...]:
        """Every line that is no prose: section headings, titles, and headings of examples, in order."""
        return tuple(sorted({*(section.heading for section in self.sections), *self.titles}))

    @cached_property
    def prose(self) -> tuple[tuple[Block, Span], ...]:
        """The running text in order, a block and a span of it at a time: headings, titles, labels and references left out."""
        kept = []
        labels = [label.span for label in self.labels]
        for block in self.document.blocks:
            if self.references is not None and self.references.overlaps(block.span):
                continue
            # A heading begins its block; the last one that does not stand behind the block is its own, if any is.
            above = bisect_left(self.headings, Span(block.span.end, block.span.end))
            start = block.span.start
            if above and self.headings[above - 1].overlaps(block.span):
                start = self.headings[above - 1].end
            typed = labels[
                bisect_left(labels, Span(start, start)) : bisect_left(labels, Span(block.span.end, block.span.end))
            ]
            for begin, end in zip(
                [start, *(s.end for s in typed)], [*(s.start for s in typed), block.span.end], strict=True
            ):
                span = trimmed(self.text, Span(min(begin, end), end))
                if len(span):
                    kept.append((block, span))
        return tuple(kept)

    def quoted(self, span: Span) -> bool:
        """Whether all of `span` stands in a quotation."""
        return any(span in quotation for quotation in self.quotations)

    def partly_quoted(self, span: Span) -> bool:
        """Whether any of `span` stands in a quotation."""
        return any(map(span.overlaps, self.quotations))
