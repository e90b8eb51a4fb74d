"""Whether a word that a dictionary lacks is misspelt, or only rare: a term, a name, a compound, a variant.

A slip of the pen keeps the word's shape; a rare word is built of known ones or is far from all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ecqlint.checks._english.grammar import is_word
from ecqlint.checks._english.inflection import with_s
from ecqlint.checks._english.lexicon import KINDS, base_forms, irregular_forms, is_function_word
from ecqlint.checks._english.ordinary import ordinary
from ecqlint.checks._english.stems import stem as stem_of

# The productive prefixes of English, which no dictionary follows up.
_PREFIXES = (
    "anti auto bio co counter cyber de dis eco electro extra fore geo hydro hyper immuno infra inter intra macro mega meta "
    "micro mid mini mis mono multi nano neuro non over para photo poly post pre pro proto pseudo quasi radio re semi sub "
    "super tele thermo trans tri ultra un under up video"
).split()
_SUFFIXES = (
    "ability",
    "able",
    "ables",
    "er",
    "ers",
    "or",
    "ors",
    "ee",
    "ees",
    "less",
    "like",
    "ly",
    "ness",
    "ship",
    "wide",
    "wise",
    "worthy",
)
_SHORTEST_PART = 3
_LONG_PART = 5
_OFTEN = 3
_BEFORE_LOANS = frozenset("bcdfghijlmnqrtuvz")
_INSTRUMENTS = ("graph", "scope", "meter")
# A shorter word has too many neighbours for one of them to be meant.
_LONG_ENOUGH = 6
_LONG_NAME = 8
# Months and days that no surname is near to.
_DATES = "january february september october november december tuesday wednesday thursday saturday".split()
_VOWELS = re.compile("[aeiouy]+")
_DOUBLING = re.compile("(?:^|[^aeiou])[aeiou][^aeiouwxy]$")
_DOUBLED = re.compile(r"(.)\1+")
_SOFT_C = re.compile("c(?=[eiy])")


def misspelt(word: str, replacements: tuple[str, ...], uses: int, other_uses: int = 0) -> str | None:
    """The right spelling of `word`, in small letters, which a dictionary lacks; None where it is more likely right as it stands.

    `replacements` are the near words of the dictionary, nearest first; `uses` says how often the text has the word, `other_uses`
    how often it has its singular or plural.
    """
    single = word.removesuffix("s")
    if single != word and not _adds_s(single) and is_word(single) and not is_known(word):
        return with_s(single)
    near = [replacement for replacement in replacements if replacement.isalpha() and replacement.islower()]
    if is_known(word) or _is_derived(word) or not near or _is_loan(word, near[0]) or _is_instrument(word, near[0]):
        return None
    if (replacement := _alike(word, near)) is not None:
        built = (distance(word, replacement) > 1 and is_built(word)) or _is_compound_beside(word, replacement)
        # Who misspells a word does it again, but hardly all day.
        return replacement if uses <= _OFTEN and not built and not _is_variant(word, replacement) else None
    best = near[0]
    close = distance(word, best) <= (2 if len(word) >= 8 else 1) and len(word) >= _LONG_ENOUGH
    compound = _is_compound(word) and not (distance(word, best) == 1 and _is_everyday(best))
    plausible = close and word[0] == best[0] and uses + other_uses == 1 and not compound and not _is_affixed(word)
    return best if plausible else None


def misspelt_date(word: str) -> str | None:
    """The month or day that a word with a capital, given in small letters, is a slip for."""
    near = (date for date in _DATES if date[0] == word[0] and 0 < distance(word, date) <= (2 if len(date) > 8 else 1))
    return next(near, None)


def misspelt_opening(word: str, replacements: tuple[str, ...]) -> str | None:
    """The right spelling of a word, in small letters, that a sentence begins with and that might be a name; None where it may be one.

    Words of grammar, which are nobody's name, and long words that keep their consonants are the only sure ones.
    """
    for right in replacements[:2]:
        if not is_known(word) and right[0] == word[0] and distance(word, right) == 1:
            long = len(word) >= _LONG_NAME and is_known(right) and _sound(word) == _sound(right)
            if (is_function_word(right) and len(word) > _SHORTEST_PART) or long:
                return right
    return None


@cache
def is_known(word: str) -> bool:
    """Whether the parser's dictionary, which has British and technical words too, knows the word or its singular."""
    if is_word(word) or any(word in irregular_forms(kind) for kind in KINDS):
        return True
    single = word.removesuffix("s")
    return single != word and _adds_s(single) and is_known(single)


def _adds_s(word: str) -> bool:
    """Whether the plural only adds an s, as that of policy does not; heros is a spelling of its own."""
    return with_s(word) == f"{word}s"


@cache
def is_built(word: str) -> bool:
    """Whether the word is put together from known ones."""
    return _is_affixed(word) or _is_compound(word)


def _is_affixed(word: str) -> bool:
    """Whether the word is a known one with a prefix or a suffix."""
    before = any(word.startswith(prefix) and _is_part(word[len(prefix) :]) for prefix in _PREFIXES)
    return before or any(word.endswith(suffix) and _is_part(word.removesuffix(suffix)) for suffix in _SUFFIXES)


def _is_compound(word: str) -> bool:
    return any(
        _is_part(word[:cut]) and _is_part(word[cut:]) for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _is_derived(word: str) -> bool:
    """Whether the word is made of a known one as English makes them: reanalyses, actioned (not runing, which doubles its n, nor payed)."""
    if any(
        word.startswith(prefix) and is_known(word[len(prefix) :]) for prefix in _PREFIXES if len(word) - len(prefix) > 4
    ):
        return True
    if _is_doer(word):
        return True
    stem = word.removesuffix("ing")
    stem = word.removesuffix("ed") if stem == word and word.removesuffix("ed") not in _irregular_verbs() else stem
    if stem == word or stem.endswith("e"):
        return False
    rests = [stem.removeprefix(prefix) for prefix in ("re", "un") if stem.startswith(prefix)]
    if any(f"{rest}e" in base_forms("verb") for rest in rests if len(rest) > _SHORTEST_PART):
        return True  # recompeted
    return not _DOUBLING.search(stem) and any(map(is_word, (stem, *rests)))


def _is_doer(word: str) -> bool:
    """Whether the word says who does it, or what: crossers, classer (not maner, which would double its n)."""
    verb = word.removesuffix("s").removesuffix("er")
    plain = f"{verb}er" == word.removesuffix("s") and len(verb) > _SHORTEST_PART and not _DOUBLING.search(verb)
    return plain and verb in base_forms("verb") and not verb.endswith("e")


def _is_loan(word: str, right: str) -> bool:
    """Whether the word ends as those of Spanish do, which no slip of the pen makes an English one do.

    Playa, promotoras, colonias; not: generla, previos, embarras.
    """
    exchanged = len(word) == len(right) and right[-2:] == word[:-3:-1]
    if word.endswith("a") and right[-1] not in "aeiouh" and not exchanged:
        return True
    plural = len(word) > _LONG_ENOUGH and word.endswith(("as", "os")) and word[-3] in _BEFORE_LOANS
    return plural and not right.startswith(word) and not right.endswith((word[-2:], "ous"))


def _is_everyday(word: str) -> bool:
    """Whether a long word is so common in narratives that what is a letter off is hardly a compound: remainging."""
    return len(word) >= _LONG_NAME and stem_of(word) in ordinary()


def _is_instrument(word: str, right: str) -> bool:
    """Whether only the noun for the art is in the dictionary, and the word is the thing it uses: chromatograph."""
    return word.endswith(_INSTRUMENTS) and right == f"{word}y"


def _is_compound_beside(word: str, other: str) -> bool:
    """Whether both words are trades that end alike, of which each begins with a word of its own: shipfitters, shopfitters."""
    cut = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), 0)
    ends = range(max(cut + 1, _SHORTEST_PART), len(word) - _LONG_PART + 1)
    trades = len(word) == len(other) and distance(word, other) == 1 and word.removesuffix("s").endswith(("er", "or"))
    return trades and any(
        word[end:] == other[end:] and is_word(word[:end]) and is_word(other[:end]) and _is_part(word[end:])
        for end in ends
    )


@cache
def _irregular_verbs() -> frozenset[str]:
    """The verbs that do not simply add -ed: pay, occur."""
    return frozenset(base for bases in irregular_forms("verb").values() for base in bases)


def _is_part(part: str) -> bool:
    if len(part) < _SHORTEST_PART:
        return False
    stems = {part, f"{part}e", *(part.removesuffix(end) for end in ("s", "es", "d", "ed", "ing"))}
    return any(is_word(stem) for stem in stems) or is_word(f"{part.removesuffix('ing')}e")


@cache
def _shape(word: str) -> str:
    """The consonants of a word, doubled ones made single; vowels are where the pen slips."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def _alike(word: str, near: Iterable[str]) -> str | None:
    """The first that begins as the word does and has its consonants: to the eye, or else to the ear (concensus, consensus)."""
    fitting = [other for other in near if other[0] == word[0] and abs(len(word) - len(other)) <= 2]
    seen = (other for other in fitting if _shape(other) == _shape(word))
    return next(seen, None) or next((other for other in fitting if _sound(other) == _sound(word)), None)


def _sound(word: str) -> str:
    return _shape(_SOFT_C.sub("s", word))


def _is_variant(word: str, other: str) -> bool:
    """Whether the two are the British and the American spelling of one word."""
    american = re.sub(r"(?<=\w\w)our", "or", re.sub(r"ll(?=ed|ing|er|or)", "l", word))
    american = re.sub(r"is(?=e|ing|ation)", "iz", re.sub(r"re$", "er", american)).replace("ogue", "og")
    return other in (
        american,
        american.removesuffix("s"),
        word.replace("ence", "ense"),
        word.replace("ae", "e").replace("oe", "e"),
    )


def distance(one: str, other: str) -> int:
    """How many letters must be changed, added, left out or exchanged with their neighbour to make one word of the other."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, start=1):
        row, above = [i], rows[-1]
        for j, wanted in enumerate(other, start=1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and (one[i - 2], letter) == (wanted, other[j - 2]):
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
