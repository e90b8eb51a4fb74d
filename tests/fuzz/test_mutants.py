"""A few mutants at each run, and every one that ever crashed: each is read or refused."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from pathlib import Path

import pytest

from ecqlint.readers import read
from ecqlint.readers.errors import Unreadable
from tests.fuzz.fuzz import CRASHES, SUFFIXES, mutants, read_mutant
from tests.fuzz.guarded import outcomes
from tests.fuzz.mutants import mutant
from tests.fuzz.seeds import SEEDS

SHORT = 400


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_is_read(seed: str, tmp_path: Path) -> None:
    path = tmp_path / "narrative"
    path.write_bytes(SEEDS[seed])
    document = read(path)
    assert len(document.text) > 50
    assert document.page_count is not None


def test_a_mutant_is_the_same_each_time() -> None:
    assert all(mutant(seed, 7) == mutant(seed, 7) != seed for seed in SEEDS.values())


def test_mutants_are_read_or_refused() -> None:
    jobs = islice(mutants(list(SEEDS), 0), SHORT)
    found = list(outcomes(read_mutant, jobs, 2))
    assert len(found) == SHORT
    assert [outcome for outcome in found if outcome.result in ("crashed", "ended")] == []


@pytest.mark.parametrize(
    "path", [path for path in sorted(CRASHES.glob("*")) if path.suffix in SUFFIXES], ids=lambda path: path.name
)
def test_what_crashed_once_is_read_or_refused(path: Path) -> None:
    with suppress(Unreadable):
        read(path)
