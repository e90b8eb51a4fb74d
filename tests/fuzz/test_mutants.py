"""A few mutants at each run, and every one that ever crashed: each is read or refused."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from ecqlint.readers import read
from tests.fuzz.fuzz import CRASHES, LARGEST_SEED, files, mutants, read_here, read_mutant
from tests.fuzz.guarded import outcomes
from tests.fuzz.mutants import mutant
from tests.fuzz.seeds import SEEDS

SHORT = 400


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_is_read(seed: str, tmp_path: Path) -> None:
    path = tmp_path / "narrative"
    path.write_bytes(SEEDS[seed])
    document = read(path)
    assert document.text
    assert document.page_count is not None


def test_a_mutant_is_the_same_each_time() -> None:
    assert all(mutant(seed, 7) == mutant(seed, 7) != seed for seed in SEEDS.values())


def test_mutants_are_read_or_refused() -> None:
    jobs = islice(mutants(list(SEEDS), 0), SHORT)
    found = list(outcomes(read_mutant, jobs, 2))
    assert len(found) == SHORT
    assert [outcome for outcome in found if outcome.result in ("crashed", "ended")] == []


def read_crash(path: str) -> None:
    """Read a file that crashed or hung once."""
    read_here(Path(path).read_bytes())


@pytest.mark.parametrize("path", files([CRASHES], LARGEST_SEED), ids=lambda path: Path(path).name)
def test_what_crashed_once_is_read_or_refused(path: str) -> None:
    (outcome,) = outcomes(read_crash, [path], 1)
    assert outcome.result in ("read", "refused"), outcome.said
