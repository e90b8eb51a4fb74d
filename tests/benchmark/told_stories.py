"""The labelled narratives as the models of stories learn from them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from fitting import Row
from gold import Gold, digest, read_gold

from ecqlint import rulebook
from ecqlint.document import Document
from ecqlint.edition import Edition, load_edition
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import PARTS, Narrative
from ecqlint.structure import read_narrative
from ecqlint.structure.begins import Paragraph, beginning_features, paragraphs, part_odds, telling_features
from ecqlint.structure.clues import Likely, Said, clues_of
from ecqlint.structure.course import told_clues
from ecqlint.structure.lacking import KINDS, lacking_features
from ecqlint.structure.model import Chain, Features

UNREAD = Path(__file__).with_name("unread.json")


@dataclass
class Told:
    """A labelled narrative, read, with the labelled part of each sentence."""

    gold: Gold
    digest: str
    reading: Reading
    roles: dict[int, int | None]

    @property
    def narrative(self) -> Narrative:
        """Its structure, but for its stories."""
        return self.reading.narrative

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return self.reading.sentences

    @cached_property
    def likely(self) -> Likely:
        """What a judge that has not read the narrative takes its sentences for, so that the models learn how far to trust it in use."""
        record = _unread().get(self.gold.name)
        if record is None or record["digest"] != self.digest:
            raise SystemExit(f"{self.gold.name} has changed: run python tests/benchmark/train_judge.py --unread")
        return record["likely"]

    @cached_property
    def said(self) -> Said:
        """What the two chains look at."""
        return clues_of(self.narrative, self.sentences, self.likely)

    @property
    def stories(self) -> list[list[Sentence]]:
        """The sentences of each labelled story."""
        heads = [s.span.start for s in self.narrative.sections]
        starts = sorted(self.gold.examples)
        ends = [
            min([h for h in heads if h > start] + [*starts[i + 1 : i + 2], len(self.gold.text)])
            for i, start in enumerate(starts)
        ]
        spans = zip(starts, ends, strict=True)
        found = [
            [s for s in self.sentences if a <= s.span.start < b and self.roles[s.span.start] is not None]
            for a, b in spans
        ]
        return [story for story in found if story]

    @property
    def sections(self) -> list[list[Paragraph]]:
        """The paragraphs of each section."""
        return [
            paragraphs([s for s in self.sentences if s.span in section.body]) for section in self.narrative.sections
        ]


def read(path: Path) -> Told:
    """A labelled narrative, parsed."""
    gold = read_gold(path)
    reading = Reading(parsed(gold.document()))
    belongs = gold.part_of_each_character()
    roles = {}
    for sentence in reading.sentences:
        count = Counter(part for part in belongs[sentence.span.start : sentence.span.end] if part)
        roles[sentence.span.start] = PARTS.index(count.most_common(1)[0][0]) if count else None  # type: ignore[arg-type]
    return Told(gold, digest(path), reading, roles)


def parsed(document: Document) -> Narrative:
    """The document's structure without its stories, which no model has read yet."""
    edition = _edition()
    return read_narrative(document, (edition,), edition)


@cache
def _edition() -> Edition:
    return load_edition(rulebook.builtin_folder() / rulebook.EDITIONS / f"{rulebook.DEFAULT_EDITION}.toml")


@cache
def _unread() -> dict[str, Any]:
    return json.loads(UNREAD.read_text(encoding="utf-8"))


def free(of: Told) -> bool:
    """Whether the narrative tells its parts in an order of its own: actions or results come back, or stories begin with them."""
    rows = [[self_role(of, s) for s in story] for story in of.stories]
    changes = [[a for a, b in zip(r, [*r[1:], -1], strict=True) if a != b] for r in rows]
    own = [c[0] >= 2 or any(c.count(role) > 1 for role in (2, 3)) for c in changes]
    return sum(own) > 0.15 * len(own)


def chain_rows(of: Told, *, placed: bool) -> list[Row]:
    """What a chain learns from the stories of a narrative."""
    freely = free(of)
    return [
        Row(*told_clues(story, of.said, placed=placed), [self_role(of, sentence) for sentence in story], freely)
        for story in of.stories
    ]


def self_role(of: Told, sentence: Sentence) -> int:
    """The labelled part of a sentence that has one."""
    role = of.roles[sentence.span.start]
    assert role is not None
    return role


OddsRows = dict[str, list[tuple[Features, bool]]]


def odds_rows(of: Told, loose: Chain) -> OddsRows:
    """What the logistic models learn from a narrative: at each paragraph, whether a story begins, and whether it tells one;
    of each story, which of KINDS it tells."""
    rows: OddsRows = {"begins": [], "tells": [], **{kind: [] for kind in KINDS}}
    for section in filter(None, of.sections):
        labelled = [any(of.roles[s.span.start] is not None for s in paragraph) for paragraph in section]
        rows["tells"] += zip(telling_features(section, of.narrative.edition, of.said), labelled, strict=True)
        firsts = [
            i
            for i, p in enumerate(section)
            if any(abs(p[0].span.start - start) <= 40 for start in of.gold.examples) and labelled[i]
        ]
        odds = part_odds(section, loose, of.said)
        for first, end in zip(firsts, [*firsts[1:], len(section)][: len(firsts)], strict=True):
            for here in range(first + 1, min(end + 1, len(section))):
                if labelled[here]:
                    features = beginning_features(section, odds, first, here, of.said)
                    rows["begins"].append((features, here == end))
    for story in (version for whole in of.stories for version in versions(of, whole)):
        tells = {PARTS[self_role(of, sentence)] for sentence in story}
        for kind, features in lacking_features(story, of.said, loose).items():
            rows[kind].append((features, not tells.isdisjoint(KINDS[kind])))
    return rows


def versions(of: Told, story: list[Sentence]) -> Iterator[list[Sentence]]:
    """A story, the same told in a sentence a part, and both without each of KINDS.

    Few writers leave a part out: these stories show what is left where one does.
    """
    parts = {s.span.start: PARTS[self_role(of, s)] for s in story}

    def weight(sentence: Sentence) -> tuple[bool, int]:
        return "I-acts" in of.said[sentence.span.start], len(sentence.span)

    wholes = [story]
    if len(set(parts.values())) == len(PARTS):
        own = [[s for s in story if parts[s.span.start] == part] for part in PARTS]
        chosen = [
            max(of_part, key=weight if part == "action" else _length) for part, of_part in zip(PARTS, own, strict=True)
        ]
        wholes.append([s for s in story if s in chosen])
    for whole in wholes:
        yield whole
        for names in KINDS.values():
            rest = [s for s in whole if parts[s.span.start] not in names]
            if 2 <= len(rest) < len(whole):
                yield rest


def _length(sentence: Sentence) -> int:
    return len(sentence.span)
