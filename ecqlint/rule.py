"""A rule is a value in a TOML file of its own; what it finds is a finding. Loading, and saying exactly what is wrong with a file."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec

from ecqlint.text import Span
from ecqlint.toml import line_of, plain

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
About = Literal["words", "example", "section"]
MARKS = re.compile("[«»]")


class RuleError(ValueError):
    """A rule file that cannot be used: where (file, and line where known) and why."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        self.path, self.line, self.reason = path, line, reason
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")

    def __reduce__(self) -> tuple:
        return RuleError, (self.path, self.line, self.reason)


class OptionError(ValueError):
    """An option that a check cannot use, and why."""


class Skipped(Exception):
    """A check cannot be made on this machine, and why, in a clause."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a check yields: a place (None: the document as a whole), and what the message and programs want to know of it.

    `fields` fill the placeholders of the rule's message; `text` and `sentence` fill themselves. `details` goes to the JSON report.
    `severity` is that of the rule where none is given.
    """

    span: Span | None
    fields: Mapping[str, str | int | float] = field(default_factory=dict)
    suggestion: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A complete report of one place: what, how bad, where in the text and on paper, and what to do."""

    name: str
    group: str
    severity: Severity
    message: str
    suggestion: str | None = None
    span: Span | None = None
    excerpt: str = ""
    sentence: Span | None = None
    page: int | None = None
    paragraph: int | None = None
    ecq: str | None = None
    example: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    habit: bool = False
    about: About = "words"


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An example text of a rule, «marked» where it must be found, and how its document is set up where that matters.

    In `text` a line is a paragraph. Margins are inches, sizes points; `most_pages` is given where the count of `pages` is uncertain;
    `bold` and `underline` quote the words that look so; `as_of` is the day of the check, for rules that ask how old a thing is.
    """

    text: str
    margins: float = 1.0
    font_size: float = 12.0
    pages: int = 1
    most_pages: int | None = None
    page_numbers: bool = True
    bold: tuple[str, ...] = ()
    underline: tuple[str, ...] = ()
    as_of: date | None = None

    @property
    def unmarked(self) -> str:
        """The text as a writer would have typed it."""
        return MARKS.sub("", self.text)

    @property
    def marks(self) -> tuple[Span, ...]:
        """Where the marks stand, as spans of the unmarked text, in order of their beginning."""
        opened: list[int] = []
        spans: list[Span] = []
        for count, mark in enumerate(MARKS.finditer(self.text)):
            offset = mark.start() - count
            if mark[0] == "«":
                opened.append(offset)
            elif opened:
                spans.append(Span(opened.pop(), offset))
            else:
                raise ValueError("a » without its «")
        if opened:
            raise ValueError("a « without its »")
        return tuple(sorted(spans))


class Habit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When single places add up to a habit: a warning of its own, if more than `limit` places stand in `per` (and no fewer than `least`).

    `usual` is the same rate in good narratives, `per` a first person is an "I". The message may use {count}, {of} (how many sentences,
    thousands of words or first persons), {rate}, {usual} and {worst}.
    """

    per: Literal["sentence", "1,000 words", "first person"]
    usual: float
    limit: float
    message: str
    severity: Severity = "warning"
    least: int = 5


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a rule file.

    `about` is what a finding speaks of: the words at its place, or the example or section that they stand in.
    """

    summary: str
    message: str
    why: str
    source: str
    severity: Severity
    check: str
    bad: tuple[str | Sample, ...]
    good: tuple[str | Sample, ...]
    editions: tuple[str, ...] | None = None
    options: dict[str, Any] = {}
    habit: Habit | None = None
    about: About = "words"


@dataclass(frozen=True, slots=True)
class Rule:
    """A requirement of a good narrative: what it asks, why, on whose authority, how to look, and examples that prove it.

    `editions` None means all. `bad` samples are found exactly where they are marked, `good` ones nowhere. `start` begins in the
    background what a check takes long for. `options_path` is the file that has changed the options, where one has.
    """

    name: str
    group: str
    path: Path
    summary: str
    message: str
    why: str
    source: str
    severity: Severity
    check: Callable[..., Iterator[Match]]
    bad: tuple[Sample, ...]
    good: tuple[Sample, ...]
    editions: tuple[str, ...] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    options_path: Path | None = None
    habit: Habit | None = None
    start: Callable[..., None] | None = None
    about: About = "words"

    def applies_to(self, edition: str) -> bool:
        """Whether the rule belongs to that edition."""
        return self.editions is None or edition in self.editions


class Template(string.Formatter):
    """Fills {name} in a message, and refuses anything that would look inside a value."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        if not field_name.isidentifier():
            raise ValueError(f"{{{field_name}}} is not the name of a field")
        return kwargs[field_name], field_name


def placeholders(message: str) -> set[str]:
    """The names in braces of a message; ValueError where the braces are not well formed."""
    return {name for _, name, _, _ in string.Formatter().parse(message) if name is not None}


def read_rule_file(path: Path) -> tuple[RuleFile, str]:
    """A rule file's keys, and its text. RuleError where the file is no TOML, lacks a key, has one too many, or one of the wrong type."""
    try:
        source = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise RuleError(path, None, f"cannot be read: {problem}") from None
    try:
        keys = msgspec.toml.decode(source, type=RuleFile)
    except msgspec.DecodeError as problem:
        if isinstance(problem, msgspec.ValidationError):
            raise RuleError(path, line_of(source, str(problem)), plain(str(problem))) from None
        line = re.search(r"line (\d+)", str(problem))
        raise RuleError(path, int(line[1]) if line else None, f"is not TOML: {problem}") from None
    for kind, samples in (("bad", keys.bad), ("good", keys.good)):
        if not samples:
            raise RuleError(path, line_of(source, f"`{kind}`"), f"{kind} needs at least one example")
        for sample in samples:
            try:
                marks = as_sample(sample).marks
            except ValueError as problem:
                raise RuleError(path, line_of(source, f"`{kind}`"), f"a {kind} example has {problem}") from None
            if kind == "good" and marks:
                raise RuleError(
                    path, line_of(source, "`good`"), "a good example is marked, but nothing may be found in it"
                )
    try:
        odd = {name for name in placeholders(keys.message) if not name.isidentifier()}
    except ValueError as problem:
        raise RuleError(path, line_of(source, "`message`"), f"message: {problem}") from None
    if odd:
        raise RuleError(path, line_of(source, "`message`"), f"message: {{{sorted(odd)[0]}}} is not the name of a field")
    return keys, source


def as_sample(example: str | Sample) -> Sample:
    """A plain string is a sample on ordinary paper."""
    return Sample(example) if isinstance(example, str) else example
