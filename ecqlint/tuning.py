"""What a configuration changes of the rules for a document: their options and their severities. Names that nothing is called by are errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ecqlint.config import ConfigError, read_config
from ecqlint.rulebook import Rulebook, UnknownName
from ecqlint.toml import below, line_of, line_saying


def tuned(book: Rulebook, path: Path, tables: Iterable[str]) -> Rulebook:
    """The rulebook as the configuration file at `path` wants it for a document for which these of its tables hold.

    ConfigError or RuleError for a name or an option, anywhere in the file, that cannot be meant.
    """
    config = read_config(path)
    if config is None:
        return book
    source = path.read_text(encoding="utf-8")
    _check(book, path, source, (*config.select, *config.ignore, *config.severity), config.edition)
    changed = _with_options(book, path, source, config.options)
    for pattern, table in config.documents.items():  # whichever document is checked, a mistake in any table is told
        here = below(source, pattern)
        _check(book, path, here, (*table.select, *table.ignore), table.edition)
        with_table = _with_options(changed, path, here, table.options)
        changed = with_table if pattern in tables else changed
    return changed.with_severities(config.severity)


def _check(book: Rulebook, path: Path, source: str, names: Iterable[str], edition: str | None) -> None:
    for name in names:
        with _told(path, line_saying(source, name)):
            book.named(name)
    if edition:
        with _told(path, line_of(source, "`edition`")):
            book.edition(edition)


def _with_options(book: Rulebook, path: Path, source: str, options: Mapping[str, Mapping[str, Any]]) -> Rulebook:
    for name, values in options.items():
        with _told(path, line_saying(source, name)):
            book = book.with_options(name, values, path, below(source, name))
    return book


@contextmanager
def _told(path: Path, line: int | None) -> Iterator[None]:
    """An unknown name is an error of the configuration, in that line."""
    try:
        yield
    except UnknownName as problem:
        raise ConfigError(f"{path}:{line}: {problem}") from None
