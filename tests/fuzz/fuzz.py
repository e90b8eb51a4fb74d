"""Read mutated files: nothing but a document or a refusal may come of any.

python tests/fuzz/fuzz.py [--minutes 30] [--count 10000] [--first NUMBER] [FILE or FOLDER ...]

Mutants are made from the files given, or from small ones that come with the tests. One that crashes is kept in tests/fuzz/crashes,
where the tests read it ever after: cut it down to the few bytes that matter. PDFs are read as the process does that reads them
within its limits; a mutant that ends that process is counted as ended, which a reader sees as a refusal.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from ecqlint.readers.docx.reader import read_docx
from tests.fuzz.guarded import Outcome, outcomes
from tests.fuzz.mutants import mutant
from tests.fuzz.seeds import SEEDS

CRASHES = Path(__file__).parent / "crashes"
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".pdf")
ADDRESSES = 3 << 30  # bytes of address space that a mutant may take
LARGEST_SEED = 1 << 20  # bytes
PROGRESS = 1000  # mutants


class Mutant(NamedTuple):
    """The mutant of a seed, a file or one of those that come with the tests, with a number."""

    seed: str
    number: int

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return mutant(seed(self.seed), self.number)


@cache
def seed(name: str) -> bytes:
    """The seed of that name, or in the file at that path."""
    return SEEDS[name] if name in SEEDS else Path(name).read_bytes()


def read_mutant(job: Mutant) -> None:
    """Read a mutant. Unreadable where it is refused; any other exception is a crash."""
    read_here(job.data)


def read_here(data: bytes) -> None:
    """Read a file in this process, a PDF too, bounded in memory."""
    _bound()
    if b"%PDF-" in data[:1024]:
        from ecqlint.readers.pdf.reader import read

        read(data)
    else:
        document = read_docx(Path("narrative.docx"), data)
        assert all(block.span.of(document.text).strip() for block in document.blocks)
        assert document.page_count is None or document.page_count.pages == len(document.pages)


@cache
def _bound() -> None:
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, resource.getrlimit(resource.RLIMIT_AS)[1]))


def mutants(seeds: list[str], first: int) -> Iterator[Mutant]:
    """Mutants without end, of each seed in turn."""
    return (Mutant(name, number) for number in count(first) for name in seeds)


def files(paths: list[Path], largest: int) -> list[str]:
    """The Word and PDF files among `paths` and in the folders there, none larger than `largest` bytes."""
    found = [inside for path in paths for inside in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return [
        str(path)
        for path in found
        if path.suffix.lower() in SUFFIXES and path.is_file() and path.stat().st_size <= largest
    ]


def kept(outcome: Outcome[Mutant], folder: Path) -> Path:
    """The file in which a mutant that crashed is kept."""
    data = outcome.job.data
    suffix = "pdf" if b"%PDF-" in data[:1024] else "docx"
    path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
    path.write_bytes(data)
    return path


@dataclass
class Tally:
    """What came of the mutants so far."""

    results: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    memory: int = 0

    def add(self, outcome: Outcome[Mutant], folder: Path) -> None:
        """Count an outcome, and keep the mutant in `folder` where it is the first that failed in that way."""
        self.results[outcome.result] += 1
        self.slowest, self.memory = max(self.slowest, outcome.seconds), max(self.memory, outcome.memory)
        if outcome.result in ("crashed", "ended"):
            self.said[outcome.said] += 1
            if self.said[outcome.said] == 1:
                print(f"{outcome.result}: {outcome.said}\n  {kept(outcome, folder)} from {outcome.job}", flush=True)
        if self.results.total() % PROGRESS == 0:
            print(self, flush=True)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {result}" for result, count in self.results.most_common())
        lines = [
            f"{self.results.total()} mutants: {counts}; slowest {self.slowest:.1f} s, most memory {self.memory >> 20} MB"
        ]
        return "\n".join([*lines, *(f"{times:6} {reason}" for reason, times in self.said.most_common())])


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--count", type=int, default=None)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=CRASHES)
    given = parser.parse_args()
    until = time.monotonic() + 60 * given.minutes
    jobs = islice(mutants(files(given.paths, LARGEST_SEED) or list(SEEDS), given.first), given.count)
    in_time = (job for job in jobs if time.monotonic() < until)
    tally = Tally()
    try:
        for outcome in outcomes(read_mutant, in_time, os.cpu_count() or 1):
            tally.add(outcome, given.keep)
    finally:
        print(tally)


if __name__ == "__main__":
    main()
