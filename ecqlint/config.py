"""Settings that stand beside the documents: `[tool.ecqlint]` of a pyproject.toml, or ecqlint.toml, found upward from the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from ecqlint.rule import Severity, line_of

FILES = ("ecqlint.toml", "pyproject.toml")
Layout = Literal["estimate", "libreoffice"]


class ConfigError(ValueError):
    """A configuration file that cannot be used: where and why."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The settings of a project. `rules` names folders of house rules, relative to the file; `options` changes those of single rules."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    edition: str | None = None
    rules: tuple[str, ...] = ()
    fail_on: Severity | None = None
    options: dict[str, dict[str, Any]] = {}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run does with one document: the command line's word on top of the configuration's.

    A selection on the command line takes the place of the configured one; what is ignored and rule folders add up. `options_file` is
    the configuration that changes options of rules, `as_of` the day on which the age of an example is judged,
    `layout` who pages Word files.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    edition: str | None = None
    rules: tuple[Path, ...] = ()
    fail_on: Severity | None = None
    options_file: Path | None = None
    as_of: date | None = None
    layout: Layout = "estimate"

    def above(self, document: Path) -> Settings:
        """These settings on top of the configuration found upward from `document`. ConfigError where that cannot be used."""
        found = find_config(document)
        if not found:
            return self
        path, config = found
        return Settings(
            select=self.select or config.select,
            ignore=(*config.ignore, *self.ignore),
            edition=self.edition or config.edition,
            rules=(*(path.parent / folder for folder in config.rules), *self.rules),
            fail_on=self.fail_on or config.fail_on,
            options_file=path if config.options else None,
            as_of=self.as_of,
            layout=self.layout,
        )


class _Tools(msgspec.Struct, frozen=True):
    ecqlint: Config | None = None


class _Project(msgspec.Struct, frozen=True):
    tool: _Tools = _Tools()


def find_config(document: Path) -> tuple[Path, Config] | None:
    """The nearest configuration above a document (or of a folder), with the file that states it; None where there is none.

    ConfigError where the file is no TOML, or has an unknown key or a wrong type.
    """
    start = document.absolute()
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
        line = line_of(source, str(problem))
        reason = re.sub(r"^Object contains unknown field `(.+?)`.*", r"unknown key '\1'", str(problem))
        raise ConfigError(f"{path}:{line}: {reason}" if line else f"{path}: {reason}") from None
    except msgspec.DecodeError as problem:
        raise ConfigError(f"{path}: is not TOML: {problem}") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"{path}: cannot be read: {problem}") from None
