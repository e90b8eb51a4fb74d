"""The stem of a word: what "typist", "typed" and "typing" have in common. Rough: for comparing passages, not for showing."""

from __future__ import annotations

from functools import cache

# Longest first, so that "ization" goes before "ation" and "ion".
_ENDINGS = sorted(
    "ization isation ational fulness ousness iveness ement ation ition ness ment ance ence able ible ator ings ists ing ist"
    " ity ive ion ers ors ous ful ial ed er or ly al es ic y s e".split(),
    key=len,
    reverse=True,
)
_SHORTEST = 3


@cache
def stem(word: str) -> str:
    """`word` in small letters without its ending, a doubled last consonant made single: "plan" of "Planning" and "planner"."""
    word = word.lower()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    if len(word) <= _SHORTEST:
        return word
    if word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("i").removesuffix("e")
