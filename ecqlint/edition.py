"""An edition of the qualifications: the ECQs, what people call them, their competencies, and the limits that go with them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import msgspec


class Competency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A competency and OPM's definition of it, word for word."""

    name: str
    definition: str


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

    @cached_property
    def by_number(self) -> dict[int, Ecq]:
        """The ECQs by their number."""
        return {ecq.number: ecq for ecq in self.ecqs}

    @cached_property
    def definitions(self) -> tuple[tuple[str, str], ...]:
        """Every definition of the edition: (what it defines, its words)."""
        competencies = [c for ecq in self.ecqs for c in ecq.competencies]
        return (
            *((ecq.name, ecq.definition) for ecq in self.ecqs),
            *((c.name, c.definition) for c in (*competencies, *self.fundamental)),
        )


def load_edition(path: Path) -> Edition:
    """The edition that a TOML file states; msgspec.ValidationError or DecodeError where it does not state one."""
    return msgspec.toml.decode(path.read_bytes(), type=Edition)
