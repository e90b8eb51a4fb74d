"""Set phrases, with or without a replacement: the check that a house rule needs most."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ecqlint.language import Reading
from ecqlint.rule import Match
from ecqlint.text import Span


def check(reading: Reading, *, phrases: list[str] | dict[str, str]) -> Iterator[Match]:
    """A match for each of the `phrases`, in any case and with any white space between words, outside quotations and headings.

    Where `phrases` gives replacements, each is the suggestion, with a capital where the phrase has one. Fields: suggestion.
    """
    replacements = phrases if isinstance(phrases, dict) else dict.fromkeys(phrases, "")
    if not replacements:
        return
    by_words = {" ".join(phrase.lower().split()): phrase for phrase in replacements}
    longest_first = sorted(by_words, key=len, reverse=True)
    spaced = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE)
    for _, span in reading.narrative.prose:
        for match in pattern.finditer(reading.text, span.start, span.end):
            place = Span(*match.span())
            if not reading.narrative.quoted(place):
                plain = replacements[by_words[" ".join(match[0].lower().split())]]
                if plain and match[0][0].isupper() and not match[0].isupper():
                    plain = plain[0].upper() + plain[1:]
                yield Match(place, {"suggestion": plain}, suggestion=plain or None)
