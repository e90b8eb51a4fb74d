"""The amounts in a sentence, in figures or in words, exact or rounded, so that two tellings of one can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ecqlint.checks._english.stems import stem

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["share", "money", "time", "count"]

MONTHS = frozenset("january february march april may june july august september october november december".split())
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = dict(zip(_UNITS, range(20), strict=True)) | dict(zip(_TENS, range(20, 100, 10), strict=True))
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12.0}
_PARTS = dict(zip("half third quarter fifth sixth seventh eighth ninth tenth".split(), range(2, 11), strict=True))
_DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.4,
    "year": 365.0,
    "decade": 3650.0,
}
# How far from its figure an amount may lie that is told with such a word, or in dozens.
_ABOUT, _UNDER, _OVER = (0.88, 1.12), (0.75, 1.0), (1.0, 1.35)
_ROUGH = {
    **dict.fromkeys("about around roughly approximately some perhaps".split(), _ABOUT),
    **dict.fromkeys("under below nearly almost less fewer quite within inside close".split(), _UNDER),
    **dict.fromkeys("over above more better least past upwards".split(), _OVER),
    "several": (2.0, 7.0),
    "few": (2.0, 5.0),
    "couple": (2.0, 3.0),
}
_DOZENS = (0.92, 1.08)
_COMPARED = frozenset(("more", "less", "fewer", "better"))
_LINKS = frozenset(("than", "to", "at", "of", "a", "an", "the", "$", "as"))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount from `low` to `high`: of money, of time in days, a share of 1, or a count of what `noun` names (its stem).

    `digits` is how many the figure has before its zeros: the more, the less often two agree by chance. `token` is its
    first word's place in the parsed text.
    """

    low: float
    high: float
    kind: Kind
    noun: str
    digits: int
    token: int

    @property
    def exact(self) -> bool:
        """Whether it is told without "about" and the like."""
        return self.low == self.high


def amounts(tokens: Sequence[Token]) -> Iterator[Amount]:
    """The amounts in a sentence, in order. Dates and years are none."""
    words = [token.lower_ for token in tokens]
    index = 0
    while index < len(words):
        found = None if _dated(tokens, index) or _named(tokens, index) else _amount(tokens, words, index)
        if found:
            yield found[0]
        index = found[1] if found else index + 1


def _named(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number word with a capital inside the sentence stands there: Cabin Nine has no nine of anything."""
    text = tokens[index].text
    return index > 0 and text.isalpha() and text[0].isupper() and text.lower() in _WORDS


def _dated(tokens: Sequence[Token], index: int) -> bool:
    """Whether a year, or the day of a month, stands there."""
    text = tokens[index].text
    if text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2100:
        return True
    beside = [tokens[i].text for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    return bool(_DAY.fullmatch(text)) and any(word[0].isupper() and word.lower() in MONTHS for word in beside)


def _amount(tokens: Sequence[Token], words: list[str], start: int) -> tuple[Amount, int] | None:
    """The amount that begins there, and where it ends."""
    number = _number(words, start) or _article(words, start)
    if number is None:
        return None
    value, index = number
    low, high = _rough(words, start)
    if any(word.startswith("dozen") for word in words[start:index]):
        low, high = low * _DOZENS[0], high * _DOZENS[1]
    digits, token = _digits(value), tokens[start].i
    if share := _share(tokens, words, start, index, value):
        value, index, digits = share
        return Amount(value * low, value * high, "share", "", digits, token), index
    noun = _noun(tokens, index)
    if (start > 0 and words[start - 1] == "$") or (noun is not None and noun.lemma_ == "dollar"):
        return Amount(value * low, value * high, "money", "", digits, token), index
    name = noun.lemma_.lower() if noun is not None else ""
    if noun is not None and name in _DAYS:
        value, index = _and_more(words, noun.i - tokens[0].i + 1, value, _DAYS[name])
        return Amount(value * low, value * high, "time", "", digits, token), index
    return Amount(value * low, value * high, "count", stem(name), digits, token), index


def _number(words: list[str], index: int) -> tuple[float, int] | None:
    """The number that begins at `index`, and where it ends: "1,140", "twenty-six", "half a million", "a few dozen"."""
    start, total, current, scale = index, 0.0, 0.0, 1.0
    if words[index] in ("a", "an", "several", "few", "half"):
        behind = index + 1 + (words[index] == "half" and words[index + 1 : index + 2] in (["a"], ["an"]))
        if behind < len(words) and words[behind].removesuffix("s") in _SCALES:
            current, index = (0.5 if words[index] == "half" else 1.0), behind
    while index < len(words):
        word = words[index]
        name = word.removesuffix("s")
        if index == start and _FIGURE.fullmatch(word):
            current = float(word.replace(",", ""))
        elif word in _WORDS and (
            index == start or words[index - 1] in ("-", "and", "hundred") or words[index - 1] in _TENS
        ):
            current += _WORDS[word]
        elif name in ("hundred", "dozen"):
            scale = _SCALES[name]
            current = (current or 1.0) * scale
        elif name in _SCALES:
            scale = _SCALES[name]
            total, current = total + (current or 1.0) * scale, 0.0
        elif not (
            index > start and _binds(word, scale) and words[index + 1 : index + 2] and words[index + 1] in _WORDS
        ):
            break
        index += 1
    if index == start or words[index - 1] in ("-", "and"):
        return None
    if words[index : index + 3] == ["and", "a", "half"]:
        current, index = current + scale / 2, index + 3
    return total + current, index


def _binds(word: str, scale: float) -> bool:
    """Whether the word holds two parts of a number together: the hyphen of "twenty-six", "and" behind "a hundred"."""
    return word == "-" or (word == "and" and scale not in (1.0, _SCALES["dozen"]))


def _article(words: list[str], index: int) -> tuple[float, int] | None:
    """The number that an article or "half" stands for: "within a week", "half a year", "a third", "half"."""
    word, behind = words[index], words[index + 1 : index + 2]
    if word == "half":
        return (0.5, index + 2) if behind in (["a"], ["an"]) and _unit(words, index + 2) else (1.0, index)
    if word in ("a", "an") and _unit(words, index + 1):
        lengths = index > 0 and words[index - 1] in {*_ROUGH, "than", "in", "to"}
        return (
            (1.0, index + 1)
            if lengths or (words[index + 2 : index + 3] == ["and"] and _joins(words, index + 3))
            else None
        )
    return (1.0, index + 1) if word in ("a", "one") and behind and behind[0] in _PARTS else None


def _joins(words: list[str], index: int) -> bool:
    """Whether "a half", "a month" or "two months" stands there."""
    return words[index : index + 2] == ["a", "half"] or (_unit(words, index + 1) and words[index] in {"a", *_WORDS})


def _unit(words: list[str], index: int) -> bool:
    return index < len(words) and words[index].removesuffix("s") in _DAYS


def _and_more(words: list[str], index: int, value: float, unit: float) -> tuple[float, int]:
    """The days of "a week and a half", "a year and two months", and where that ends."""
    if words[index : index + 1] == ["and"] and index + 2 < len(words):
        number, what = words[index + 1], words[index + 2].removesuffix("s")
        if number == "a" and what == "half":
            return (value + 0.5) * unit, index + 3
        more = 1 if number == "a" else _WORDS.get(number)
        if more and what in _DAYS:
            return value * unit + more * _DAYS[what], index + 3
    return value * unit, index


def _share(
    tokens: Sequence[Token], words: list[str], start: int, index: int, value: float
) -> tuple[float, int, int] | None:
    """The share that a number begins, where it ends, and its digits: "31 percent", "two thirds", "one in nine hundred"."""
    if index < len(words) and words[index] in ("percent", "%"):
        return value / 100, index + 1, _digits(value)
    behind = index + (index < len(words) and words[index] == "-")
    part = words[behind].removesuffix("s") if behind < len(words) else ""
    if part in _PARTS and value < _PARTS[part] and value == int(value):
        return value / _PARTS[part], behind + 1, 2 if _PARTS[part] > 2 else 1
    counted = words[start] == "one" and index < len(words) and tokens[index].pos_ == "NOUN"
    whole = index + counted
    link = re.match(r"(?:in|out of|of)(?: every)? ", " ".join(words[whole : whole + 4]) + " ")
    number = (
        _number(words, whole + len(link[0].split())) if link and whole + len(link[0].split()) < len(words) else None
    )
    if number is None or number[0] <= max(value, 2.0):
        return None
    named = number[1] < len(words) and tokens[number[1]].pos_ in ("NOUN", "PROPN", "ADJ")
    if counted and named:
        return None
    return value / number[0], number[1], max(_digits(value), _digits(number[0]))


def _noun(tokens: Sequence[Token], index: int) -> Token | None:
    """What is counted by the number that ends before `index`: in "26 old riders" and in "a 26-page list"."""
    if tokens[index : index + 1] and tokens[index].text == "-":
        return tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].pos_ == "NOUN" else None
    for place, token in enumerate(tokens[index : index + 5], start=index):
        if token.pos_ in ("NOUN", "PROPN"):
            joined = token.dep_ == "compound" and place + 1 < len(tokens) and tokens[place + 1].pos_ == "NOUN"
            if not joined:
                return token
        elif token.pos_ not in ("ADJ", "ADV", "VERB") and token.lower_ not in ("of", "the", "my", "a"):
            return None
    return None


def _rough(words: list[str], start: int) -> tuple[float, float]:
    """How far the amount that begins at `start` may lie from its figure, as factors, by the words before it."""
    if words[start] in ("several", "few"):
        return _ROUGH[words[start]]
    for index in range(start - 1, max(start - 5, -1), -1):
        word = words[index]
        if word in _ROUGH:
            return _ROUGH[word] if word not in _COMPARED or words[index + 1] == "than" else (1.0, 1.0)
        if word not in _LINKS:
            break
    return 1.0, 1.0


def _digits(value: float) -> int:
    return max(1, len(f"{value:.12g}".replace(".", "").strip("0")))
