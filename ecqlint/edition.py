"""An edition of the qualifications: the ECQs, what people call them, their competencies, and the limits that go with them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import msgspec


class Competency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A competency, OPM's definition of it, word for word, and cues of it (see ecqlint.structure.competencies)."""

    name: str
    definition: str
    evidence: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of words that several cues share, under the name by which they call it."""

    name: str
    lemmas: str


class Ecq(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A core qualification: OPM's name and definition, other names that writers give it, and its competencies."""

    number: int
    name: str
    definition: str
    aliases: tuple[str, ...] = ()
    competencies: tuple[Competency, ...] = ()


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One edition of the ECQs, as `rules/editions/<year>.toml` states it."""

    name: str
    title: str
    source: str
    note: str
    ecqs: tuple[Ecq, ...]
    fundamental: tuple[Competency, ...] = ()
    words: tuple[Words, ...] = ()

    @cached_property
    def by_number(self) -> dict[int, Ecq]:
        """The ECQs by their number."""
        return {ecq.number: ecq for ecq in self.ecqs}

    @cached_property
    def competencies(self) -> tuple[Competency, ...]:
        """Every competency: those of the ECQs, then the fundamental ones."""
        return (*(c for ecq in self.ecqs for c in ecq.competencies), *self.fundamental)

    @cached_property
    def definitions(self) -> tuple[tuple[str, str], ...]:
        """Every definition of the edition: (what it defines, its words)."""
        return (
            *((ecq.name, ecq.definition) for ecq in self.ecqs),
            *((c.name, c.definition) for c in self.competencies),
        )


def load_edition(path: Path) -> Edition:
    """The edition that a TOML file states; msgspec.ValidationError or DecodeError where it does not state one."""
    return msgspec.toml.decode(path.read_bytes(), type=Edition)
