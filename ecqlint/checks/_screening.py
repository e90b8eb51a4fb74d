"""Which sentences may be political at all: most have none of the words without which nothing is, and are not looked at twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from ecqlint.checks._campaigning import Deeds
from ecqlint.checks._grammar import inflected
from ecqlint.checks._politics import Politics

_COMMON = frozenset(
    """
    party partisan politics political aisle campaign candidacy ticket slate nominee candidate challenger reelect reelected reelection
    election elect elected elector caucus delegate precinct pac vote yard lawn bumper rally rallied march marched left right
    leaned lean leaning polls ballot whom mercifully thankfully precincts wards campaigns recall op petition maximum
    race seat fundraiser fund-raiser fund-raising fundraising pledged sympathies voting voted candidates slate independent
    administration congress legislature president governor
    blue red purple marched demonstrated protested protest conceded inaugurated
    """.split()
)
# Words that are political only together.
_TOGETHER = frozenset(
    ("white house", "the senate", "the house", "other side", "wrong side", "right side", "good guys", "our side", "my side",
     "our team", "my team", "finally had", "at last", "long last", "serve under", "work under", "serve for", "adults were",
     "adults are", "grown ups", "administration s", "congress s", "thank god", "thank heaven", "my candidate", "our people",
     "to office", "in office", "into office", "do nothing congress",
     "for senate", "for congress", "for governor", "for mayor", "whose campaign", "whose two", "state blue", "state red", "country back",
     "wrong man", "right man", "wrong woman", "right woman", "wrong person", "my heart", "pro life", "pro choice")
)  # fmt: skip
_STANDING = frozenset(("run", "stand"))


@cache
def screen(
    known: Politics, deeds: Deeds, sayings: frozenset[str], associations: frozenset[str]
) -> Callable[[str], bool]:
    """Tells whether a sentence has a word without which nothing is political: most have none, and are not looked at twice."""
    words = known.parties | known.politicians | known.ideologies | known.offices | known.posts | known.creeds | sayings
    words |= deeds.campaigning | _COMMON | _TOGETHER | associations
    phrases: dict[str, set[str]] = {
        form: {f"{form} {adverb}for" for adverb in ("", "unsuccessfully ", "once ", "twice ", "later ", "in ")}
        for form in inflected(_STANDING)
    }
    for said in (_plain(word) for word in words):
        phrases.setdefault(said.split(" ")[0], set()).add(said)

    def is_political(text: str) -> bool:
        plain = f" {_plain(text)}"
        firsts = {first for word in plain.split() for first in (word, word.removesuffix("s")) if first in phrases}
        return any(f" {phrase}" in plain for first in firsts for phrase in phrases[first])

    return is_political


def _plain(text: str) -> str:
    """The words of a text in small letters, without its marks."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))
