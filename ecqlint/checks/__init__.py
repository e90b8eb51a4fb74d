"""Ways of looking at a narrative, a module each.

A module's function `check(reading, *, ...)` yields a Match for every place; its keyword parameters are the options of the rules that use it.
Nothing is registered: a rule names the module.
"""

from __future__ import annotations

import pkgutil
from functools import cache


@cache
def names() -> tuple[str, ...]:
    """The checks that rules can name."""
    return tuple(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
