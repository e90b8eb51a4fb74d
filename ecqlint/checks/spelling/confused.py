"""Words that are spelt as another one is: the principle investigator, a matter of principal, human capitol."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks._notation import Phrases
from ecqlint.language import Reading
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def confusions(reading: Reading, phrases: Phrases, meant: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Each word that stands for another that sounds like it, with that one.

    `meant` gives the right word for the one in each of the `phrases`; where a noun follows
    principle, the parse tells more than they.
    """
    for span in (span for _, span in reading.narrative.prose):
        for match in phrases.find(span.of(reading.text)):
            for word in re.finditer(r"\w+", match[0]):
                if word[0].lower() in meant:
                    place = Span(*word.span()).shifted(span.start + match.start())
                    yield place, meant[word[0].lower()]
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.lower_ == "principle" and _qualifies(token):
                yield sentence.span_of(token), "principal"


def _qualifies(principle: Token) -> bool:
    """The principle reason; a single principle investigator."""
    before, after = preceding(principle), following(principle)
    if before is None or after is None or not principle.whitespace_ or after.tag_ not in ("NN", "NNS"):
        return False
    led_up_to = before.pos_ in ("DET", "PRON", "ADP") or (before.pos_ in ("ADJ", "NUM") and is_person(after))
    of_noun = principle.head in (after, after.head) and principle.dep_ in ("amod", "compound")
    return led_up_to and of_noun and after.pos_ == "NOUN"
