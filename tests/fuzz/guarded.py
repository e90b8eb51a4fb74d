"""Work on many files in processes of their own: one that dies or hangs is an outcome, and the next file gets a new one."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from typing import Generic, Literal, TypeVar

from ecqlint.readers.errors import Unreadable

Job = TypeVar("Job")
Result = Literal["read", "refused", "crashed", "ended"]
SECONDS = 30.0  # a file that takes longer hangs
AHEAD = 8  # jobs for each process
RENEWED_AFTER = 500  # files, so that what one leaves behind in memory does not add up


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Job]):
    """What came of a job: read; refused or crashed, and in which words; or ended, where the process died or was too slow.

    `memory` is the most, in bytes, that the process and its children have held so far (0 where the system does not tell).
    """

    job: Job
    result: Result
    said: str
    seconds: float
    memory: int


def outcomes(work: Callable[[Job], object], jobs: Iterable[Job], workers: int) -> Iterator[Outcome[Job]]:
    """What comes of `work` on each of `jobs`, in their order."""
    mine = threading.local()
    every: list[_Worker[Job]] = []

    def done(job: Job) -> Outcome[Job]:
        if not hasattr(mine, "worker"):
            mine.worker = _Worker(work)
            every.append(mine.worker)
        return mine.worker.outcome(job)

    with ThreadPoolExecutor(workers) as threads:
        try:
            # A few ahead of the oldest, and never all: there may be no end of them.
            rest = iter(jobs)
            waiting = deque(threads.submit(done, job) for job in islice(rest, AHEAD * workers))
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(threads.submit(done, job) for job in islice(rest, 1))
        finally:
            threads.shutdown(cancel_futures=True)
            for worker in every:
                worker.end()


class _Worker(Generic[Job]):
    """A process that works on one job at a time, started anew where it has ended."""

    def __init__(self, work: Callable[[Job], object]) -> None:
        self._work = work
        self._start()

    def outcome(self, job: Job) -> Outcome[Job]:
        if self._done >= RENEWED_AFTER:
            self.end()
            self._start()
        self._done += 1
        start = time.monotonic()
        result: Result
        try:
            self._pipe.send(job)
            if not self._pipe.poll(SECONDS):
                raise EOFError(f"more than {SECONDS:.0f} seconds")
            result, said, memory = self._pipe.recv()
        except (EOFError, OSError) as problem:
            self.end()
            result, said, memory = "ended", str(problem) or f"exit code {self._process.exitcode}", 0
            self._start()
        return Outcome(job, result, said, time.monotonic() - start, memory)

    def end(self) -> None:
        self._pipe.close()
        self._process.join(0.2)
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._work, theirs), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe.recv()  # it is up
        self._done = 0


def _serve(work: Callable[[Job], object], pipe: Connection) -> None:
    pipe.send(None)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            job = pipe.recv()
            try:
                work(job)
                answer: tuple[Result, str] = ("read", "")
            except Unreadable as refusal:
                answer = ("refused", str(refusal))
            except Exception as problem:
                place = traceback.extract_tb(problem.__traceback__)[-1]
                answer = ("crashed", f"{type(problem).__name__}: {problem} ({place.filename}:{place.lineno})")
            pipe.send((*answer, _memory()))


def _memory() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most if sys.platform == "darwin" else most << 10
