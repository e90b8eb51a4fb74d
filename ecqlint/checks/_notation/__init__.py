"""The notation in which a rule's options write phrases, and the patterns that it stands for.

    (fast|) asleep                        one of the alternatives; of nothing, where the words may be missing
    whose {grasp} ..3 (ended|stopped)     a list of the options, by its name; up to three words
    a _ of great promise                  any one word; {Name} is one with a capital
    had ... in mind                       anything short in the same clause
    mourn* that *ing                      words that begin so, that end so
    put it kindly !(pleased|upset)        not before these
    a vote for him =(in|at|on|.)          only before these
    ^ as noted above ^                    the edge of a clause: its head, its end
    I profess ...                         at the end: the rest of the clause
    page #                                a number in figures
    a Republican mayor                    a capital wants a capital; small letters take either

Between words may stand white space or a hyphen. "not" is "n't" too, an apostrophe is of either kind, and a full stop is any end of a
sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from re import Match, Pattern

from ecqlint.checks._notation.parts import (
    BETWEEN,
    NOTHING,
    SHORT,
    STAR,
    Ahead,
    Either,
    Part,
    Plain,
    Run,
    Sequence,
    surest,
)
from ecqlint.rule import OptionError

_NOT = r"(?:n['’]t|(?<=n)['’]t|not)"
_NAME = r"(?-i:[A-Z][\w’'-]*\w)"
_ONE = r"[\w’'.-]*\w(?:,\d+)*"
_END = r"(?:[.!?]|$)"
_REST = r"[^.;,)]*"
_EDGE = (
    r"(?:(?<![\s\S])|(?<=[,;:(—–-]\s)|(?<=[(—–\"“])|(?<=\band\s)|(?<=\bbut\s)|(?<=\bfor\s)|(?<=\bso\s)|(?<=\bor\s)|(?<=\bthat\s)"
    r"|(?=\s*(?:[,.;:)?!—–]|$)|\s+(?:and|but|or|so|when|while|where|as|in|under|at|for)\b))"
)
# A phrase begins with a word, or with "n't" or a mark behind one.
_START = r"(?:(?<!\w)|(?=n['’]t|\W))"
_WORDS = re.compile(r"[^\W_]+")
_KEPT = 500  # patterns of one phrase
_SHORT_NOT = re.compile(r"(?=n['’]t\b)")
_TOKENS = re.compile(
    r"(?P<space>\s+)|(?P<few>\.\.\.)|\.\.(?P<gap>\d+)|\{(?P<list>\w+)\}|(?P<open>[!=]?\()|(?P<close>\))|(?P<bar>\|)|(?P<star>\*)"
    r"|(?P<one>_)|(?P<number>#)|(?P<edge>\^)|(?P<mark>\s*(?:[,;:]|\.(?!\w)))|(?P<word>[^\W_]+)|(?P<hyphen>-)|(?P<apostrophe>['’])|(?P<other>[.$%/])"
)


def phrases(said: tuple[str, ...], lists: Mapping[str, tuple[str, ...]] | None = None) -> Phrases:
    """The phrases, made once for all documents; `lists` are what stands in braces."""
    return _made(said, tuple((lists or {}).items()))


@cache
def _made(said: tuple[str, ...], lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    return Phrases(said, dict(lists))


class Phrasebook:
    """Lists of phrases by their names, each to be found in texts; any of them may use the others in braces.

    OptionError, at the first search, for brackets that are not closed and for names that are no list.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._lists = lists
        self._read: dict[str, Part] = {}
        self._reading: set[str] = set()
        self._phrases: dict[str, Phrases] = {}

    def __getitem__(self, name: str) -> Phrases:
        if name not in self._lists:
            raise OptionError(f"there is no list {name!r} among the options")
        if name not in self._phrases:
            self._phrases[name] = Phrases(self._lists[name], self)
        return self._phrases[name]

    def flat(self, phrases: Iterable[str]) -> Iterator[str]:
        """The phrases, with those of a list in the place of one that is nothing but the list: each is passed over for itself."""
        for phrase in phrases:
            others = self._lists.get(phrase[1:-1], ()) if phrase.startswith("{") else ()
            yield from self.flat(others) if any("{" in other for other in others) else (phrase,)

    def part(self, name: str) -> Part | None:
        """A list as a part of other phrases; None where there is none of that name, or it stands in itself."""
        if name not in self._lists or name in self._reading:
            return None
        if name not in self._read:
            self._reading.add(name)
            phrases = sorted(self._lists[name], key=lambda phrase: (-len(phrase), phrase))
            self._read[name] = Either([_Reader(phrase, self).read() for phrase in phrases])
            self._reading.remove(name)
        return self._read[name]


class Phrases:
    """Phrases in the notation, to be found in a text as it stands; `lists` are what stands in braces, phrases themselves.

    OptionError, at the first search, for brackets that are not closed and for braces that name no list.
    """

    def __init__(self, phrases: Iterable[str], lists: Mapping[str, Iterable[str]] | Phrasebook | None = None) -> None:
        self._phrases = tuple(phrases)
        self._book = lists if isinstance(lists, Phrasebook) else Phrasebook(lists or {})

    @cached_property
    def _parts(self) -> list[_Whole]:
        return [_Whole(_Reader(phrase, self._book).read()) for phrase in self._book.flat(self._phrases)]

    def find(self, text: str) -> Iterator[Match[str]]:
        """Each place of a phrase in the text, phrase by phrase."""
        for pattern in self._near(text):
            yield from pattern.finditer(text)

    def are_in(self, text: str) -> bool:
        """Whether one of the phrases stands in the text."""
        return any(pattern.search(text) for pattern in self._near(text))

    def are_all_of(self, text: str) -> bool:
        """Whether the text is one of the phrases and nothing else."""
        return any(pattern.fullmatch(text) for pattern in self._near(text))

    def begin(self, text: str) -> bool:
        """Whether the text begins with one of the phrases."""
        return any(pattern.match(text) for pattern in self._near(text))

    def may_be_in(self, text: str) -> bool:
        """Whether the text has the words that one of the phrases needs: fast, and enough to pass over most texts."""
        told = _told(text)
        return any(whole.part.fits(told) for whole in self._asked(told))

    def _near(self, text: str) -> Iterator[Pattern[str]]:
        """Patterns of the phrases whose words the text has."""
        told = _told(text)
        return (whole.pattern(told) for whole in self._asked(told) if whole.part.fits(told))

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The numbers of the phrases that need a word, or another like it; under "", of those that need none."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, whole in enumerate(self._parts):
            for word in surest(whole.part.needs) if whole.part.needs else ("",):
                numbers[word].append(number)
        return dict(numbers)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)

    def _asked(self, told: frozenset[str]) -> Iterator[_Whole]:
        """The phrases of which the text has one of the rarest words."""
        words = told & self._words
        return (self._parts[number] for number in sorted({n for word in words for n in self._by_word[word]}))


@lru_cache(maxsize=256)
def _told(text: str) -> frozenset[str]:
    """The words of a text in small letters, and with an asterisk what they begin with: had, h*, ha*, had*; and the empty word."""
    words = set(_WORDS.findall(_SHORT_NOT.sub(" ", text.lower())))
    return frozenset(("", *words, *(f"{word[:end]}*" for word in words for end in range(1, len(word) + 1))))


class _Whole:
    """A phrase and its patterns, each only of those alternatives whose words a text has: few of a list of names."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._patterns: dict[frozenset[str], Pattern[str]] = {}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.part.vocabulary())

    def pattern(self, told: frozenset[str]) -> Pattern[str]:
        """The pattern for a text with these words."""
        words = told & self._vocabulary
        if words not in self._patterns:
            if len(self._patterns) == _KEPT:
                self._patterns.clear()
            source = self.part.source(words, led=False)
            self._patterns[words] = re.compile(rf"{_START}(?:{source})(?!\w)", re.IGNORECASE)
        return self._patterns[words]


class _Reader:
    """Reads one phrase, from left to right."""

    def __init__(self, phrase: str, book: Phrasebook) -> None:
        self._phrase = phrase
        self._book = book
        self._tokens = list(_TOKENS.finditer(phrase))
        self._at = 0
        if "".join(token[0] for token in self._tokens) != phrase:
            raise OptionError(f"{phrase!r} has a sign that no phrase can have")

    def read(self) -> Part:
        """The whole phrase."""
        part = self._sequence()
        if self._kind:
            raise OptionError(f"{self._phrase!r} has a bracket or bar too many")
        return part

    @property
    def _kind(self) -> str | None:
        return self._tokens[self._at].lastgroup if self._at < len(self._tokens) else None

    def _sequence(self) -> Part:
        """What stands one after the other, up to a bar or a bracket that closes."""
        runs: list[Part] = []
        while self._kind not in (None, "bar", "close"):
            if self._kind == "space":
                self._at += 1
            else:
                runs.append(self._run())
        if not runs:
            return NOTHING
        return runs[0] if len(runs) == 1 else Sequence(runs)

    def _run(self) -> Part:
        """What stands together without a space."""
        atoms = [self._atom()]
        while self._kind not in (None, "bar", "close", "space", "mark"):
            atoms.append(self._atom())
        return atoms[0] if len(atoms) == 1 else Run(atoms)

    def _atom(self) -> Part:
        token = self._tokens[self._at]
        self._at += 1
        match token.lastgroup:
            case "few":
                return SHORT if self._kind else Plain(_REST, _REST)
            case "gap":
                return Plain(_ONE, times=f"{{0,{token['gap']}}}?")
            case "list":
                return self._list(token["list"])
            case "open":
                group = self._group()
                return group if token[0] == "(" else Ahead(token[0][0], group)
            case "edge":
                return Plain(_EDGE, _EDGE, wide=False)
            case "number":
                return Plain(r"\d+")
            case "star":
                return STAR
            case "one":
                return Plain(_ONE)
            case "mark":
                mark = token[0].strip()
                mark = _END if mark == "." else mark
                return Plain(mark, rf"\s*{mark}", between=True)
            case "hyphen":
                return Plain(BETWEEN, BETWEEN, between=True)
            case "apostrophe":
                return Plain("['’]", r"\s?['’]", between=True)
            case "other":
                return Plain(re.escape(token[0]), between=True)
            case _:
                return _literal(token[0])

    def _group(self) -> Part:
        """Alternatives in brackets; the one that opens has been read."""
        parts = [self._sequence()]
        while self._kind == "bar":
            self._at += 1
            parts.append(self._sequence())
        if self._kind != "close":
            raise OptionError(f"{self._phrase!r} has a bracket that does not close")
        self._at += 1
        return Either(parts)

    def _list(self, name: str) -> Part:
        if name == "Name":
            return Plain(_NAME)
        part = self._book.part(name)
        if part is None:
            raise OptionError(f"{self._phrase!r} speaks of {{{name}}}, which is no list of the options")
        return part


def _literal(word: str) -> Part:
    if word == "not":
        return Plain(_NOT, rf"\s*{_NOT}")
    return Plain(word if word.islower() else f"(?-i:{word})", word=word.lower())
