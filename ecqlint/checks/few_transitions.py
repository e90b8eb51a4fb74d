"""A section leads its reader from one thought to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match


def check(reading: Reading, *, transitions: list[str], sentences: int) -> Iterator[Match]:
    """A match at the heading of each section of `sentences` or more in which fewer than one in `sentences` has a transition.

    A transition is one of the words of `transitions` in the sentence, or an adverbial before its subject ("By August, ...").
    Fields: ecq, count, sentences; details: {"sentences", "transitions"}.
    """
    words = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, sorted(transitions, key=len, reverse=True)))})\b", re.IGNORECASE
    )
    for section in reading.narrative.sections:
        inside = [sentence for sentence in reading.sentences if sentence.span in section.body]
        linked = sum(bool(words.search(sentence.tokens.text)) or _led_in(sentence) for sentence in inside)
        if len(inside) >= sentences and linked * sentences < len(inside):
            fields: dict[str, str | int | float] = {
                "ecq": section.name or "the section",
                "count": linked,
                "sentences": len(inside),
            }
            yield Match(section.heading, fields, details={"sentences": len(inside), "transitions": linked})


def _led_in(sentence: Sentence) -> bool:
    """Whether an adverbial stands before the subject of the sentence."""
    root = sentence.tokens.root
    subject = next((token for token in root.lefts if token.dep_.startswith("nsubj")), None)
    return subject is not None and any(
        token.dep_ in ("prep", "advcl", "advmod", "npadvmod", "mark") and token.i < subject.left_edge.i
        for token in root.lefts
    )
