"""Settings that stand beside the documents: `[tool.ecqlint]` of a pyproject.toml, or ecqlint.toml, found upward from the document."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from ecqlint.rule import SEVERITIES, Severity
from ecqlint.toml import below, line_of, line_saying, plain

FILES = ("ecqlint.toml", "pyproject.toml")
Layout = Literal["estimate", "libreoffice"]


class ConfigError(ValueError):
    """A configuration file that cannot be used: where and why."""


class DocumentConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The settings of single documents, on top of those of all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    edition: str | None = None
    options: dict[str, dict[str, Any]] = {}


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The settings of a project. `rules` names folders of house rules and `baseline` a file, relative to this one; `options` and
    `severity` change single rules, `documents` has settings for those that a pattern means, and the words of `dictionary` are right."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    edition: str | None = None
    rules: tuple[str, ...] = ()
    fail_on: Severity | None = None
    baseline: str | None = None
    options: dict[str, dict[str, Any]] = {}
    severity: dict[str, Severity] = {}
    documents: dict[str, DocumentConfig] = {}
    dictionary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run does with one document: the command line's word on top of the configuration's.

    A selection on the command line takes the place of the configured one; what is ignored and rule folders add up. `file` is the
    configuration, `tables` name those of its settings of single documents that hold, and `dictionary` the words that it says are right.
    `as_of` is the day on which the age of an example is judged, `layout` who pages Word files, `baseline` the file of the findings
    that `check` keeps to itself.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    edition: str | None = None
    rules: tuple[Path, ...] = ()
    fail_on: Severity | None = None
    file: Path | None = None
    tables: tuple[str, ...] = ()
    dictionary: tuple[str, ...] = ()
    as_of: date | None = None
    layout: Layout = "estimate"
    baseline: Path | None = None

    def above(self, document: Path) -> Settings:
        """These settings on top of the configuration found upward from `document`. ConfigError where that cannot be used."""
        found = find_config(document)
        if not found:
            return self
        path, config = found
        parts = Path(os.path.abspath(document)).relative_to(path.parent).parts
        holding = {pattern: table for pattern, table in config.documents.items() if _means(_segments(pattern), parts)}
        asked: list[Config | DocumentConfig] = [*reversed(holding.values()), config]
        return replace(
            self,
            select=next(filter(None, (self.select, *(table.select for table in asked))), ()),
            ignore=(*(name for table in asked for name in table.ignore), *self.ignore),
            edition=next(filter(None, (self.edition, *(table.edition for table in asked))), None),
            rules=(*(path.parent / folder for folder in config.rules), *self.rules),
            fail_on=self.fail_on or config.fail_on,
            file=path,
            tables=tuple(holding),
            dictionary=config.dictionary,
            baseline=self.baseline or (path.parent / config.baseline if config.baseline else None),
        )


def _segments(pattern: str) -> tuple[str, ...]:
    """The steps of a pattern; one without a slash means a name in whatever folder."""
    steps = tuple(step for step in pattern.replace("\\", "/").split("/") if step not in ("", "."))
    return steps if "/" in pattern.rstrip("/") else ("**", *steps)


def _means(steps: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether a pattern means the file or folder at these parts of a path, or a folder around it; `**` is any number of folders."""
    if not steps:
        return True
    if steps[0] == "**":
        return any(_means(steps[1:], parts[skipped:]) for skipped in range(len(parts)))
    return bool(parts) and fnmatch(parts[0], steps[0]) and _means(steps[1:], parts[1:])


class _Tools(msgspec.Struct, frozen=True):
    ecqlint: Config | None = None


class _Project(msgspec.Struct, frozen=True):
    tool: _Tools = _Tools()


def find_config(document: Path) -> tuple[Path, Config] | None:
    """The nearest configuration above a document (or of a folder), with the file that states it; None where there is none.

    ConfigError where the file is no TOML, or has an unknown key or a wrong type.
    """
    start = Path(os.path.abspath(document))
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        for name in FILES:
            if (path := folder / name).is_file() and (config := read_config(path)) is not None:
                return path, config
    return None


@cache
def read_config(path: Path) -> Config | None:
    """What a configuration file says; None where it does not speak of ecqlint. ConfigError as for find_config."""
    try:
        source = path.read_text(encoding="utf-8")
        if path.name == FILES[0]:
            return msgspec.toml.decode(source, type=Config)
        # Another tool's table may hold anything; only a file that speaks of ecqlint is ours to judge.
        return msgspec.toml.decode(source, type=_Project).tool.ecqlint if "ecqlint" in source else None
    except msgspec.ValidationError as problem:
        line = _line(source, str(problem))
        reason = plain(str(problem), SEVERITIES)
        raise ConfigError(f"{path}:{line}: {reason}" if line else f"{path}: {reason}") from None
    except msgspec.DecodeError as problem:
        raise ConfigError(f"{path}: is not TOML: {problem}") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"{path}: cannot be read: {problem}") from None


def _line(source: str, problem: str) -> int | None:
    """The line that a message of msgspec speaks of."""
    if odd := re.match(r"Invalid enum value '(.+?)'", problem):
        return line_saying(source, odd[1])
    unknown = re.match(r"Object contains unknown field (`.+?`)", problem)
    if "documents[...]" in problem:
        return _line_in_table(source, unknown[1] if unknown else problem)
    return line_of(source, unknown[1] if unknown else problem)


def _line_in_table(source: str, problem: str) -> int | None:
    """The same for a mistake in the settings of single documents: the first table that cannot be used has it."""
    said = msgspec.toml.decode(source)
    for pattern, table in said.get("tool", {}).get("ecqlint", said)["documents"].items():
        try:
            msgspec.convert(table, DocumentConfig)
        except msgspec.ValidationError:
            return line_of(below(source, pattern), problem) or line_saying(source, pattern)
    return None
