"""Whether a sentence tells its reader what a term in it means."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ecqlint.language import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# What stands after a term and begins its explanation: " (a metal", ", which is", ", or fever,", " - the soft ground".
_GLOSS_AFTER = re.compile(
    r"[\"”’']?\s*(?:[(\[](?=[^)\]]*[a-z]{3})"
    r"|,\s+(?:that\s+is|i\.\s?e\.|meaning|in\s+(?:other|plain|everyday)\s+\w+|in\s+short|short\s+for|what\s|which\s+(?:\w+ly\s+)?(?:can|may|are|\w+s)\b|or\s+[\w\s'’-]+[,.;)])"
    r"|[:–—]\s*(?:an?|the|that|which|or|in\s+which|when|where|what|it|they)\b"
    r"|\s-+\s+(?:an?|the|that|which|or|in\s+which|when|where|what|it|they)\b"
    r"|,?\s+(?:is|are|was|were|means?|meant|refers?|stands?)\s+(?:an?\b|the\s+\w+\s+(?:of|for|that|which)\b|when|how|what|to\b|for\b|that\b))"
)
# What stands before a term and says that it is what the trade calls the thing just told of: "known as", ", or", " (".
_GLOSS_BEFORE = re.compile(
    r"(?:\b(?:known\s+(?:as|by)|called|calls?|termed|named|dubbed|so-called|as\s+\w+\s+(?:say|calls?|put)\s+it|referred\s+to\s+as|the\s+(?:word|term|name)(?:\s+\w+){0,3}(?:\s+is)?)"
    r"\s+(?:it\s+|this\s+|them\s+)?(?:an?\s+|the\s+)?|\w,\s+or\s+(?:an?\s+|the\s+)?)[\"“‘']?$|[(\[][^)\]]*$",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r"(?:,?\s+[\w-]+){0,4},?\s+(?:and|or)\s+(?:\w+\s+)?other\s+((?:[\w-]+\s*){1,3})")
_SUCH_AS = re.compile(r"\b([\w-]+),?\s+(?:such\s+as|like|including|called|named)\s+(?:[\w-]+,?\s+){0,6}$")
_GOES_ON = frozenset(("it", "they", "that", "this", "these", "such"))
_PRESENT = frozenset(("VBZ", "VBP"))


class Explaining:
    """What in a narrative explains its terms. `kinds` and `units` are those of the check."""

    def __init__(self, reading: Reading, kinds: frozenset[str], units: frozenset[str]) -> None:
        self.kinds, self.units = kinds, units
        self._next = {one.span: other for one, other in pairwise(reading.sentences)}

    def explains(self, sentence: Sentence, first: Token, last: Token) -> bool:
        """Whether the sentence, or the one after it, says what the term from `first` to `last` is."""
        text, start = sentence.tokens.text, sentence.tokens.start_char
        before, after = text[: first.idx - start], text[last.idx + len(last) - start :]
        return (
            bool(_GLOSS_AFTER.match(after) or _GLOSS_BEFORE.search(before))
            or self._listed(before, after)
            or self._named(last)
            or self._apposed(first, last)
            or self._said(last)
            or _defined(last)
            or self._goes_on(sentence, last)
        )

    def _listed(self, before: str, after: str) -> bool:
        """Whether the term is one of a kind that is named: fevers such as brucellosis, brucellosis and other fevers."""
        found = (_AND_OTHERS.match(after), _SUCH_AS.search(before))
        return any(match and any(map(self._is_kind, match[1].split())) for match in found)

    def _is_kind(self, word: str) -> bool:
        return not self.kinds.isdisjoint(
            (word.lower(), word.lower().removesuffix("s"), word.lower().removesuffix("es"))
        )

    def _named(self, last: Token) -> bool:
        """Whether the term is part of the name of a kind of thing, an office or a person: a brucellosis vaccine."""
        if last.dep_ in ("compound", "nmod", "amod"):
            head = last.head
            while head.dep_ == "compound":
                head = head.head
            noun = last.pos_ in ("NOUN", "PROPN") and self._is_kind(head.lemma_)
            return noun or head.lemma_.lower() in self.units
        above = last.head
        return last.dep_ == "pobj" and above.lower_ in ("of", "for", "in") and above.head.lemma_.lower() in self.units

    def _apposed(self, first: Token, last: Token) -> bool:
        """Whether the term and another noun say the same thing beside each other."""
        if any(
            self._is_kind(child.lemma_) for child in last.children if child.dep_ == "compound" and child.i < first.i
        ):
            return True
        if last.dep_ == "appos":
            return last.head.pos_ == "NOUN"
        return any(child.dep_ == "appos" and child.pos_ == "NOUN" for child in last.children)

    def _said(self, last: Token) -> bool:
        """Whether the sentence says that something told of is this: the fever was brucellosis."""
        if last.dep_ not in ("attr", "acomp") or last.head.lemma_ != "be":
            return False
        subjects = [child for child in last.head.children if child.dep_ == "nsubj"]
        return any(subject.pos_ == "PRON" or self._is_kind(subject.lemma_) for subject in subjects)

    def _goes_on(self, sentence: Sentence, last: Token) -> bool:
        """Whether the next sentence says in the present what the thing is or does: "It makes cows lose their calves."."""
        follows = self._next.get(sentence.span)
        if follows is None or last.dep_ not in ("dobj", "pobj", "nsubj", "attr", "nsubjpass", "conj"):
            return False
        return follows.tokens[0].lower_ in _GOES_ON and follows.tokens.root.tag_ in _PRESENT


def _defined(last: Token) -> bool:
    """Whether the sentence says in the present what the thing is or does."""
    if last.dep_ in ("nsubj", "nsubjpass"):
        return last.head.tag_ in _PRESENT or any(c.tag_ in _PRESENT for c in last.head.children if c.dep_ == "auxpass")
    return any(child.dep_ == "relcl" and _tells(child) for child in last.children)


def _tells(verb: Token) -> bool:
    """Whether a relative clause speaks of what the thing always is or does."""
    finite = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    return any(token.tag_ in _PRESENT for token in finite)
