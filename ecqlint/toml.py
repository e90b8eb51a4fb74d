"""What is wrong in a TOML file, in plain words, and in which line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_KINDS = {
    "str": "a text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in brackets",
    "object": "a table",
    "null": "nothing",
}


def line_of(source: str, problem: str) -> int | None:
    """The line of a TOML file that a message about it speaks of: the key that it names in backquotes, or in its path."""
    named = re.findall(r"`\$?\.?([\w.\[\]-]+)`", problem)
    keys = [key for name in named for key in re.sub(r"\[[^]]*\]", "", name).split(".") if key]
    lines = source.splitlines()
    for key in reversed(keys):
        pattern = re.compile(rf"^\s*(?:\[+)?\s*(?:[\w-]+\.)*[\"']?{re.escape(key)}[\"']?\s*(?:[.=\]]|$)")
        for number, line in enumerate(lines, start=1):
            if pattern.match(line):
                return number
    return None


def below(source: str, name: str) -> str:
    """A TOML file from the line that first says `name`, the lines before it blank, so that lines keep their numbers."""
    line = line_saying(source, name)
    return "\n" * (line - 1) + "".join(source.splitlines(keepends=True)[line - 1 :])


def line_saying(source: str, name: str) -> int:
    """The line of a TOML file that first says `name`, comments apart; the first where none does."""
    word = re.compile(rf"^[^#]*(?<![\w-]){re.escape(name)}(?![\w-])")
    return next((number for number, line in enumerate(source.splitlines(), start=1) if word.match(line)), 1)


def plain(problem: str, words: Sequence[str] = ()) -> str:
    """A message of msgspec in the words of a person who writes settings or rules; `words` are those that a choice is among."""
    if unknown := re.match(r"Object contains unknown field `(.+?)`", problem):
        return f"unknown key {unknown[1]!r}"
    if missing := re.match(r"Object missing required field `(.+?)`", problem):
        return f"the key {missing[1]!r} is missing"
    where = re.search(r" - at `\$\.?(.*?)`$", problem)
    key = re.sub(r"\[[^]]*\]", "", where[1]) + ": " if where and where[1] else ""
    if odd := re.match(r"Invalid enum value '(.+?)'", problem):
        return f"{key}{odd[1]!r} is none of " + (", ".join(words) or "the words that may stand here")
    if wrong := re.match(r"Expected `(.+?)`, got `(.+?)`", problem):
        return f"{key}{_kind(wrong[1])} belongs here, not {_kind(wrong[2])}"
    return key + problem.removesuffix(where[0] if where else "")


def _kind(name: str) -> str:
    kinds = [_KINDS.get(kind, kind) for kind in name.split(" | ") if kind != "null"]
    return " or ".join(kinds) or _KINDS["null"]
