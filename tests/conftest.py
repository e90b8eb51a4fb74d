"""What the tests share."""

from __future__ import annotations

import pytest

from ecqlint import rulebook
from ecqlint.rulebook import Rulebook


@pytest.fixture(scope="session")
def book() -> Rulebook:
    """The rules that come with ecqlint."""
    return rulebook.load()
