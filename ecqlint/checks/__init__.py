"""Ways of looking at a narrative, a module each; of several parts, a package. What several checks share has a name with an underscore.

A module's function `check(reading, *, ...)` yields a Match for every place; its keyword parameters are the options of the rules that use it.
A module's function `start(reading)`, if it has one, begins in the background what the check takes long for; it is called before the text is
parsed. A check that cannot be made on this machine raises Skipped. Nothing is registered: a rule names the module.
"""

from __future__ import annotations

import pkgutil
from functools import cache


@cache
def names() -> tuple[str, ...]:
    """The checks that rules can name."""
    return tuple(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
