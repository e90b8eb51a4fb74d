"""Phrases that tell a side in politics by their words alone: my sympathies are with the left, the President's hateful rhetoric."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecqlint.checks._english.grammar import FIRST_PERSON
from ecqlint.checks.political_content.politics import BOTH, Politics
from ecqlint.language import Sentence
from ecqlint.text import Span

US = FIRST_PERSON | {"we", "us", "our", "ours"}
_WORD = re.compile(r"\w+")
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\. $")  # many bear a politician's name
# Lists of phrases that tell a side, and those of what else such a sentence may be about: of a levy, of a union's election, of a suit.
_TELLING: dict[str, tuple[str, ...]] = {
    "judging": (),
    "standing_out": ("elsewhere",),
    "siding": (),
    "my_side": ("measures",),
    "side_won": ("measures", "suing"),
    "own_side_won": ("measures", "elsewhere"),
    "helped": ("measures",),
    "felt": ("measures", "elsewhere", "polling"),
}
_OF_US = ("siding", "helped", "felt")


def sympathies(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """The phrases of a sentence that show on which side the writer stands."""
    text = sentence.tokens.text
    for name in _TELLING:
        for match in politics[name].find(text):
            if not _TITLED.search(text, 0, match.start()) and _tells(name, text, politics):
                yield sentence.span_at(match)


def tells_of_us(text: str) -> bool:
    """Whether the writer is spoken of."""
    return not US.isdisjoint(_WORD.findall(text.lower()))


def _tells(name: str, text: str, politics: Politics) -> bool:
    """Whether a phrase of that list tells a side in such a text."""
    if BOTH.search(text) or any(politics[other].are_in(text) for other in _TELLING[name]):
        return False
    if name == "siding" and politics["elsewhere"].are_in(text) and not politics["party"].are_in(text):
        return False
    if name == "own_side_won" and not politics["at_the_polls"].are_in(text):
        return False
    return name not in _OF_US or tells_of_us(text)
