"""From paths to outcomes: which files, by which settings, on every core, each on its own: a bad file is an outcome like any other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from ecqlint.config import Settings, read_config
from ecqlint.document import Document
from ecqlint.engine import Failure, Outcome, Report, lint
from ecqlint.readers import SUFFIXES, read
from ecqlint.readers.errors import Unreadable
from ecqlint.review.output import REVIEWED
from ecqlint.rulebook import Rulebook, load
from ecqlint.tuning import tuned

# A worker takes a second to load the language model, about what ten narratives take.
WORTH_A_POOL = 4


def documents(folder: Path) -> list[Path]:
    """The Word and PDF files in a folder and below it, in order.

    Neither hidden ones nor Word's lock files, nor those in hidden folders, nor the reviews that stand beside what they review.
    """
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(parent, name)
            for name in sorted(names)
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")) and not _reviews(name, names)
        ]
    return found


def _reviews(name: str, beside: list[str]) -> bool:
    """Whether a file is the review of one of those beside it."""
    stem, suffix = os.path.splitext(name)
    return stem.endswith(REVIEWED) and stem.removesuffix(REVIEWED) + suffix in beside


@cache
def rulebook(settings: Settings) -> Rulebook:
    """The rules that settings ask for. RuleError, UnknownName where they cannot be had."""
    book = load(settings.rules)
    if settings.file:
        book = tuned(book, settings.file, settings.tables)
    if settings.edition:
        book.edition(settings.edition)
    return book.selected(settings.select, settings.ignore)


def forget_settings() -> None:
    """Has configurations and house rules read anew when they are next needed: somebody may have saved them since."""
    read_config.cache_clear()
    rulebook.cache_clear()


def rulebook_for(settings: Settings, paths: Iterable[Path]) -> Rulebook:
    """The rules that settings ask of any of the documents at these paths, of which there must be one."""
    books = [rulebook(settings.above(path)) for path in paths]
    rules = {rule.name: rule for book in reversed(books) for rule in book.rules}
    return replace(books[0], rules=tuple(sorted(rules.values(), key=lambda rule: (rule.group, rule.name))))


def check(settings: Settings, path: Path) -> Report:
    """What the rules find in the file at `path`. Unreadable where it is no document."""
    settings = settings.above(path)
    return lint(document(settings, path), rulebook(settings), settings.edition, settings.as_of, settings.dictionary)


def document(settings: Settings, path: Path) -> Document:
    """The document at `path`, paged as the settings ask. Unreadable where it is none; LibreOfficeMissing where that is asked for in vain."""
    if settings.layout == "estimate":
        return read(path)
    from ecqlint.readers.libreoffice import paged

    return paged(read(path))


def outcomes(paths: list[Path], settings: Settings) -> Iterator[Outcome]:
    """What comes of each file, in the order of `paths`, as they are done."""
    work = partial(_isolated, settings)
    workers = min(os.cpu_count() or 1, len(paths))
    if len(paths) < WORTH_A_POOL or workers == 1:
        yield from map(work, paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from _survivors(pool.map(work, paths), paths)


def _isolated(settings: Settings, path: Path) -> Outcome:
    try:
        return check(settings, path)
    except Unreadable as problem:
        return Failure(path, str(problem))


def _survivors(results: Iterable[Outcome], paths: list[Path]) -> Iterator[Outcome]:
    """`results`; where a worker died (the system took its memory), a failure for each file that is left."""
    results = iter(results)
    for path in paths:
        try:
            yield next(results)
        except BrokenProcessPool:
            yield Failure(path, "was not read: the system ended its worker, perhaps for lack of memory: check it alone")
