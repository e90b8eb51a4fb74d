"""When to look at a file again that somebody is writing: after each save, however the program that writes it goes about it.

Word and LibreOffice write beside the file and rename, or delete it and create it anew, or write over it in pieces. So it is looked at
once it has been still for a while, and what is wrong with it is told only if it stays so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ecqlint.config import ConfigError
from ecqlint.engine import Report
from ecqlint.readers.errors import Unreadable
from ecqlint.rule import RuleError

PATIENCE = 4  # signals for which a file may be gone or unreadable before that is told
State = tuple[int, int, int] | None
TROUBLES = (Unreadable, ConfigError, RuleError)
Trouble = Unreadable | ConfigError | RuleError


def state_of(path: Path) -> State:
    """What a save changes of the file at `path`; None where there is none."""
    try:
        now = path.stat()
    except OSError:
        return None
    return now.st_ino, now.st_size, now.st_mtime_ns


def looks(
    signals: Iterable[object], state: Callable[[], State], check: Callable[[], Report], looked_at: State
) -> Iterator[Report | Trouble]:
    """What `check` finds after each save, or why it cannot; `signals` come when something may have happened, and at intervals besides.

    `looked_at` is the state of the file at the last look. What `check` raises besides such troubles as the next save may end, ends the watch.
    """
    last, still = looked_at, 0
    for _ in signals:
        now = state()
        still = still + 1 if now == last else 0
        last = now
        if now == looked_at or not still:
            continue
        look: Report | Trouble
        try:
            look = check()
        except TROUBLES as problem:
            if still < PATIENCE:
                continue
            look = problem
        looked_at = now
        yield look
