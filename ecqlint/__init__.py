"""ecqlint: a linter for Executive Core Qualification narratives of the US Senior Executive Service."""

__version__ = "0.1.0"
