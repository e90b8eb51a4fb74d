"""Where stories begin in prose without headings or labels: paragraph by paragraph, by setting, time, and the course of the parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np

from ecqlint.edition import Edition
from ecqlint.structure.clues import Said
from ecqlint.structure.course import told_clues
from ecqlint.structure.model import Array, Chain, Features, Model

if TYPE_CHECKING:
    from ecqlint.language import Sentence

Paragraph = Sequence["Sentence"]

LEAST = 4  # sentences: the shortest story that nothing typed sets apart
CHALLENGE, CONTEXT, ACTION, RESULT = range(4)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CITED = re.compile(r"\([^()]*\b(?:19|20)\d\d\)")
_TIES = frozenset({"therefore", "thus", "hence", "consequently", "accordingly", "however", "nevertheless"})
_ANNOUNCES = re.compile(
    r"(?:(?:in|as|for) )?(?:(?:a|an|my|the|one|yet) )?(?:second|third|fourth|another|further|next|other|final|last) (?:\w+ )?"
    r"example(?:,|:| (?:is|was|comes?|came|occurred|involve[sd]|concern(?:s|ed)|took|of (?:my|how|when|where)|from my|i)\b)",
    re.IGNORECASE,
)
_SURE = 1e-6  # the least doubt that is left
_OPENERS = (
    "when",
    "in-date",
    "by-date",
    "within",
    "since",
    "pronoun",
    "demonstrative",
    "result",
    "answer",
    "step",
    "contrast",
    "at-time",
)
_TELLING = (
    "main-tense",
    "main-who",
    "main-kind",
    "I-",
    "open=",
    "numbers",
    "percent",
    "money",
    "year",
    "month",
    "from-to",
    "quote",
    "be-",
)
_TELLING_WORDS = frozenset({"verbless", "w=will", "w=would", "w=you", "w=should", "w=must"})
# What a whole section says of whether it tells anything at all.
_OF_SECTION = (
    "main-tense=past",
    "I-act",
    "main-tense=present",
    "w=will",
    "w=would",
    "w=you",
    "numbers>=1",
    "main-tense=had-done",
    "cited",
    "year",
)
_PAST = ("main-tense=past", "main-tense=had-done")
NARRATED = 0.2  # the share of a section in the past tense, below which it tells no story at all
_DEFINED = 0.3  # the share of OPM's words in prose that is the writer's own
TRAILING = 0.05  # how unlikely to tell a story a last paragraph must be to be left out of the one before it


def paragraphs(sentences: Sequence[Sentence]) -> list[Paragraph]:
    """The sentences, a paragraph at a time; one that announces an example begins a paragraph of its own."""
    found: list[Paragraph] = []
    for _, group in groupby(sentences, key=lambda s: s.block.span.start):
        block = list(group)
        cuts = [0, *(i for i, sentence in enumerate(block) if i and announces(sentence)), len(block)]
        found += (block[start:end] for start, end in pairwise(cuts))
    return found


def announces(sentence: Sentence) -> bool:
    """Whether the sentence says that another example begins: "A second example ...", "Another example of how I ..."."""
    return bool(_ANNOUNCES.match(sentence.tokens.text))


def goes_on(sentence: Sentence) -> bool:
    """Whether the sentence draws on the one before it: "I therefore ...", "In June, however, ..."."""
    root = sentence.tokens.root
    return any(token.lower_ in _TIES and token.head == root for token in sentence.tokens)


def _size(paragraph: Paragraph) -> int:
    return sum(len(sentence.span) for sentence in paragraph)


def _nouns(*many: Paragraph, names: bool = False) -> set[str]:
    kinds = ("PROPN",) if names else ("NOUN", "PROPN")
    tokens = (t for paragraph in many for s in paragraph for t in s.tokens)
    return {t.lemma_.lower() for t in tokens if t.pos_ in kinds and t.is_alpha and len(t) > 2}


def _years(*many: Paragraph) -> list[int]:
    return [int(year) for paragraph in many for s in paragraph for year in _YEAR.findall(s.tokens.text)]


def telling_features(section: Sequence[Paragraph], edition: Edition, said: Said) -> list[Features]:
    """What shows that a paragraph tells a story, and does not define, profess or promise: for each paragraph of a section."""
    official = {word for _, words in edition.definitions for word in re.findall(r"[a-z]{4,}", words.lower())}
    found = [_telling(paragraph, official, said) for paragraph in section]
    total = sum(map(_size, section))
    for name in _OF_SECTION:
        mean = sum(of.get(name, 0.0) * _size(p) for of, p in zip(found, section, strict=True)) / total
        for of in found:
            of[f"section:{name}"] = mean
    return found


def _telling(paragraph: Paragraph, official: set[str], said: Said) -> Features:
    features: Features = {"bias": 1.0, "short": float(len(paragraph) < 3), "length": min(1.0, _size(paragraph) / 1200)}
    for sentence in paragraph:
        for clue in said[sentence.span.start]:
            if clue.startswith(_TELLING) or clue in _TELLING_WORDS:
                features[clue] = features.get(clue, 0.0) + 1 / len(paragraph)
    words = [t.lower_ for s in paragraph for t in s.tokens if t.pos_ in ("NOUN", "VERB", "ADJ", "ADV")]
    features["defined"] = 3 * max(0.0, sum(word in official for word in words) / max(1, len(words)) - _DEFINED)
    features["cited"] = float(any(_CITED.search(sentence.tokens.text) for sentence in paragraph))
    return features


def beginning_features(
    section: Sequence[Paragraph], odds: Sequence[Array], first: int, here: int, said: Said
) -> Features:
    """What speaks for a new story at paragraph `here`, when the one before began at `first`. `odds` are those of the parts."""
    story, rest, now = section[first:here], section[here:], section[here]
    seen, left, own = (
        np.max([o.max(0) for o in of], 0) for of in (odds[first:here], odds[here:], odds[here : here + 1])
    )
    told, to_tell, mass = (
        _mass(s, o) for s, o in ((story, odds[first:here]), (rest, odds[here:]), ([now], [odds[here]]))
    )
    before, after = odds[here - 1][-1], odds[here][0]
    setting = after[CHALLENGE] + after[CONTEXT]
    whole, more = _cycle(seen), _cycle(left)
    known, words, opening = _nouns(*story), _nouns(now), said[now[0].span.start]
    years, years_before = _years(now), _years(*story)
    ahead = _nouns(section[here + 1]) if here + 1 < len(section) else None
    head, later, called = _nouns(now[:1]), _nouns(*rest), _nouns(now, names=True)
    closing = said[section[here - 1][-1].span.start]
    return {
        "bias": 1.0,
        "after-result": before[RESULT],
        "after-action": before[ACTION],
        "opens-setting": setting,
        "opens-action": after[ACTION],
        "opens-result": after[RESULT],
        "result-then-setting": before[RESULT] * setting,
        "setting-share": (mass[CHALLENGE] + mass[CONTEXT]) / mass.sum(),
        "action-share": mass[ACTION] / mass.sum(),
        "result-share": mass[RESULT] / mass.sum(),
        "result-told": seen[RESULT],
        "action-told": seen[ACTION],
        "action-left": left[ACTION],
        "result-left": left[RESULT],
        "setting-left": max(left[CHALLENGE], left[CONTEXT]),
        "result-length": min(1, told[RESULT] / 360),
        "action-length": min(1, told[ACTION] / 600),
        "action-length-left": min(1, to_tell[ACTION] / 600),
        "result-length-left": min(1, to_tell[RESULT] / 360),
        "whole-told": whole,
        "whole-here": _cycle(own),
        "whole-left": more,
        "whole-both": whole * more,
        "whole-then-setting": whole * setting,
        "whole-each": _cycle(own) * whole,
        "whole-all": whole * more * before[RESULT] * setting,
        "length": min(1, told.sum() / 1800),
        "length-left": min(1, to_tell.sum() / 1200),
        "too-short": float(told.sum() < 600),
        "same-things": len(words & known) / max(5, len(words)),
        "same-things-ahead": len(words & ahead) / max(5, len(words)) if ahead is not None else 0.1,
        "same-things-left": len(later & known) / max(10, min(len(known), len(later))),
        "same-things-first": len(head & known) / max(3, len(head)),
        "new-names": len(called - known) / max(2, len(called)),
        "old-names": len(called & known) / max(2, len(called)),
        "earlier-year": float(bool(years and years_before) and min(years, default=0) < max(years_before, default=0)),
        "new-year": float(bool(years) and years[0] not in years_before),
        "first-year": float("year" in opening),
        "first-had": float("main-tense=had-done" in opening),
        "first-act": float("I-acts" in opening),
        "first-I": float("main-who=I" in opening),
        "until-now": float(bool({"adv=since", "adv=now", "adv=today", "main-tense=has-done"} & closing)),
        "paragraphs-told": min(4, here - first) / 4,
        "paragraphs-left": min(3, len(rest)) / 3,
        **{f"open={opener}": float(f"open={opener}" in opening) for opener in _OPENERS},
    }


def _mass(section: Sequence[Paragraph], odds: Sequence[Array]) -> Array:
    rows = ((row, s) for o, p in zip(odds, section, strict=True) for row, s in zip(o, p, strict=True))
    return np.asarray(sum((row * len(sentence.span) for row, sentence in rows), np.zeros(4)))


def _cycle(odds: Array) -> float:
    return float(min(max(odds[CHALLENGE], odds[CONTEXT]), odds[ACTION], odds[RESULT]))


def part_odds(section: Sequence[Paragraph], loose: Chain, said: Said) -> list[Array]:
    """How likely each sentence of each paragraph plays each part, wherever stories begin."""
    rows = loose.odds(*told_clues([s for p in section for s in p], said, placed=False))
    ends = np.cumsum([len(paragraph) for paragraph in section])
    return list(np.split(rows, ends[:-1]))


def telling(section: Sequence[Paragraph], edition: Edition, said: Said, model: Model) -> range:
    """The paragraphs from the first to the last that tell a story, leaving out definitions and professions around them."""
    found = telling_features(section, edition, said) if section else []
    if not found or sum(found[0][f"section:{clue}"] for clue in _PAST) < NARRATED:
        return range(0)
    odds = [model.tells(features) for features in found]
    first = next((i for i, yes in enumerate(odds) if yes >= 0.5), len(odds))
    last = next((i for i in range(len(odds), first, -1) if odds[i - 1] >= TRAILING), first)
    return range(first, last)


def beginnings(section: Sequence[Paragraph], said: Said, model: Model, *, settled: int = 1) -> list[int]:
    """The paragraphs with which a story begins, the first among them, by the likeliest division of the section.

    The first `settled` paragraphs are known to be of one story.
    """
    odds = part_odds(section, model.loose, said)
    told = np.cumsum([0, *(len(paragraph) for paragraph in section)])
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    ends = []
    for first in range(len(section)):
        score, path = best[first] if first in best else (float("-inf"), [])
        for here in range(max(first + 1, settled), len(section)):
            yes = _begins(section, odds, first, here, said, model)
            whole = told[here] - told[first] >= LEAST
            if whole and (here not in best or best[here][0] < score + log(yes)):
                best[here] = (score + log(yes), [*path, here])
            score += log(1 - yes)
        if first == 0 or told[-1] - told[first] >= LEAST:
            ends.append((score, path))
    return max(ends)[1]


def _begins(
    section: Sequence[Paragraph], odds: Sequence[Array], first: int, here: int, said: Said, model: Model
) -> float:
    """How likely a story begins at paragraph `here`, never quite impossible or certain."""
    opening = section[here][0]
    if announces(opening):
        return 1 - _SURE
    if goes_on(opening):
        return _SURE
    return min(max(model.begins(beginning_features(section, odds, first, here, said)), _SURE), 1 - _SURE)
