"""References that the order of their words makes plain: "of whom more below", "two pages back", "I leave that for ECQ 4"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ecqlint.checks._english.inflection import participle, past, with_s
from ecqlint.checks._notation import Phrasebook, phrasebook
from ecqlint.edition import Edition

_SAID = ("dealt", "spoken", "said", "met", "left")
_HOLDING = ("give", "hold", "contain", "cover", "have", "go", "set out", "address", "treat", "deal")
_FORMS = (str, past, participle, with_s)


@dataclass(frozen=True)
class Wording:
    """`verbs` of telling and `holding` those that say what a place holds, in the infinitive; `parts` are nouns for a part of a text.

    `met` is how the reader has met what a place holds, `phrases` are ways to point, and `lists` the lists that they use.
    """

    verbs: tuple[str, ...]
    holding: tuple[str, ...]
    parts: tuple[str, ...]
    met: tuple[str, ...]
    phrases: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]


def references(edition: Edition, wording: Wording) -> Phrasebook:
    """The phrases by their names, as they point in a narrative of that edition."""
    names = tuple(name for ecq in edition.ecqs for name in (ecq.name, *ecq.aliases))
    return phrasebook(wording, ecqs=names, **_verbs(wording.verbs, wording.holding))


@cache
def _verbs(telling: tuple[str, ...], holding: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Their forms, as lists."""
    both = (*telling, *holding)
    return {
        "told": (*(_with(participle, verb) for verb in both), *_SAID),
        "tell": tuple({_with(form, verb) for verb in both for form in _FORMS}),
        "says": tuple(_with(with_s, verb) for verb in (*telling, *_HOLDING)),
    }


def _with(form: Callable[[str], str], verb: str) -> str:
    """The form of a verb of one or two words: sets out."""
    first, *rest = verb.split()
    return " ".join((form(first), *rest))
