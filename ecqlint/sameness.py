"""When two findings are the same: the one notion of it that baselines, comparisons of drafts and code scanning share.

Edits elsewhere must not change who a finding is, so neither pages, paragraphs nor offsets count, but words do: those that were found
and the sentence around them. A finding about a whole document, section or example is known by what it is about, and by the names
that its details give (the ECQs that are missing), but not by the numbers that it counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

import msgspec

from ecqlint.engine import Report
from ecqlint.rule import Finding

HASH = 16  # hexadecimal digits
# What of its words a sentence must keep to be the old one reworded, and a finding's own words within it.
SENTENCE_KEPT, WORDS_KEPT = 0.5, 0.3
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_NUMBER = re.compile(r"\d[\d.,]*")
Whole = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A finding without a word of its text: hashes of the sentence that it stands in, and of the place that it has in its ECQ.

    The sentence is the same wherever it is moved; the place is the same however the sentence around the words is changed. `names` are
    hashes of what the finding names besides.
    """

    rule: str
    sentence: str
    place: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Trace:
    """What a finding leaves for another draft to know it by.

    `whole` is what it is about if that is more than its words: the document, the section, or the example by its number.
    """

    rule: str
    whole: Whole | None
    ecq: str | None
    names: frozenset[str]
    words: tuple[str, ...]
    sentence: tuple[str, ...]

    @cached_property
    def fingerprint(self) -> Fingerprint:
        """The trace as hashes."""
        return Fingerprint(
            self.rule,
            sentence=_hash(self.rule, self.words, self.sentence),
            place=_hash(self.rule, self.ecq, self.whole, None if self.whole else self.words),
            names=frozenset(map(_hash, self.names)),
        )

    def reworded(self, other: Trace) -> float | None:
        """How like `other`, of an earlier draft, this one is; None where it is too unlike to be the same in other words."""
        words = _shared(self._bags[0], other._bags[0])
        if words < WORDS_KEPT:
            return None
        sentence = _shared(self._bags[1], other._bags[1])
        return sentence + words if sentence >= SENTENCE_KEPT else None

    @cached_property
    def _bags(self) -> tuple[Counter[str], Counter[str]]:
        return Counter(self.words), Counter(self.sentence)


def traces(report: Report) -> tuple[Trace, ...]:
    """The traces of a report's findings, in their order."""
    return tuple(_trace(finding, report.narrative.text) for finding in report.findings)


def paired(
    known: Sequence[Fingerprint],
    found: Sequence[Fingerprint],
    likeness: Callable[[int, int], float | None] | None = None,
) -> dict[int, int]:
    """Which of `found` is which of `known`, by their indices; each is paired once, and what is not paired is new, or gone.

    First those of which sentence and place are the same, then those of which the sentence is, then, where `likeness` of a known
    and a found one can be told, the likest, and last those of which the place is the same: of four where three were known, the
    new one is the one whose sentence nobody knows. One that names less than before is the old one, partly mended; one that names
    anything more is new.
    """
    pairs: dict[int, int] = {}
    pairs |= _equal(known, found, pairs, lambda one: one)
    pairs |= _equal(known, found, pairs, lambda one: (one.rule, one.sentence))
    if likeness:
        pairs |= _likest(known, found, pairs, likeness)
    return pairs | _equal(known, found, pairs, lambda one: (one.rule, one.place))


def _equal(
    known: Sequence[Fingerprint],
    found: Sequence[Fingerprint],
    pairs: Mapping[int, int],
    key: Callable[[Fingerprint], Hashable],
) -> dict[int, int]:
    """The pairs of equal key, in their order, among those that are not in `pairs`."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index, one in enumerate(known):
        if index not in taken:
            waiting[key(one)].append(index)
    equal: dict[int, int] = {}
    for index, one in enumerate(found):
        if index not in pairs:
            same = waiting[key(one)]
            if (old := next((old for old in same if one.names <= known[old].names), None)) is not None:
                equal[index] = old
                same.remove(old)
    return equal


def _likest(
    known: Sequence[Fingerprint],
    found: Sequence[Fingerprint],
    pairs: Mapping[int, int],
    likeness: Callable[[int, int], float | None],
) -> dict[int, int]:
    """The pairs of one rule that are like enough, the likest first, among those that are not in `pairs`."""
    taken = set(pairs.values())
    candidates = sorted(
        (-like, old, new)
        for old, before in enumerate(known)
        if old not in taken
        for new, after in enumerate(found)
        if new not in pairs and before.rule == after.rule and after.names <= before.names
        if (like := likeness(old, new)) is not None
    )
    likest: dict[int, int] = {}
    for _, old, new in candidates:
        if old not in taken and new not in likest:
            likest[new] = old
            taken.add(old)
    return likest


def _trace(finding: Finding, text: str) -> Trace:
    names = frozenset(_names(list(finding.details.values())))
    if finding.span is None:
        said = _words(_NUMBER.sub("", finding.message))
        # A doubt that has become certain is another finding than the doubt.
        whole = ("document", finding.severity, "habit" if finding.habit else "once")
        return Trace(finding.name, whole, None, names, said, said)
    sentence = (finding.sentence or finding.span).of(text)
    return Trace(finding.name, _whole(finding), finding.ecq, names, _words(finding.excerpt), _words(sentence))


def _whole(finding: Finding) -> Whole | None:
    if finding.about == "words":
        return None
    return ("example", finding.example) if finding.about == "example" and finding.example else ("section",)


def _names(detail: Any) -> Iterator[str]:
    """What is named in a detail of a finding, at any depth; numbers name nothing."""
    if isinstance(detail, str):
        yield detail
    elif isinstance(detail, Mapping):
        yield from detail
        yield from _names(list(detail.values()))
    elif isinstance(detail, Iterable):
        for part in detail:
            yield from _names(part)


def _words(text: str) -> tuple[str, ...]:
    """The words of `text` as they are compared: no matter the case, the kind of quotes, spaces and hyphens; its signs where it has no words."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return tuple(_WORD.findall(plain) or plain.split())


def _shared(words: Counter[str], others: Counter[str]) -> float:
    """The share of words that two texts have in common, in whatever order: turning a passive into an active moves most of them."""
    total = words.total() + others.total()
    return (
        2 * sum(min(count, others[word]) for word, count in words.items() if word in others) / total if total else 1.0
    )


def _hash(*parts: object) -> str:
    return sha256(msgspec.json.encode(parts)).hexdigest()[:HASH]
