"""What writers ask to be left alone: a comment that begins “ecqlint: ignore passive-voice” silences that rule on its passage.

Names of rules and groups stand with commas between, in any case, with spaces for hyphens; without a name, all rules are silenced there.
What follows a dash, a full stop, a bracket or a line's end says why. A finding is silenced where its words and the passage touch.
One about more than its words (an example, a section, the document) is silenced, too, by a comment anywhere in that which names
its very rule. The warning about a habit is never silenced: it counts the places that are not.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from ecqlint.document import Comment
from ecqlint.narrative import Narrative
from ecqlint.rule import Finding, Rule
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span

AUTHOR = "ecqlint"  # of the comments that a review writes
_BEGINNING = re.compile(r"\s*ecqlint\s*(?::\s*(?P<asked>ignore\b)?|(?P<also>ignore\b))[:= \t\u00a0]*", re.IGNORECASE)
_REASON = re.compile(r"\n|\s-+\s|[–—(.:!?]")
_QUOTES = str.maketrans("_‐‑", "---", "\"'“”‘’[]")
_MOST = 1000  # instructions that are followed: no writer gives as many
_LONGEST = 500  # characters of one
_LONGEST_NAME = 5  # words
_ALIKE = 0.8
_NOTES_SHOWN, _NAMES_SHOWN = 5, 3
_WORDS_SHOWN = 60  # characters of a comment
_EVERYTHING = None


class Silences:
    """The passages of a narrative on which rules are silenced, and `notes`, a sentence for each comment that cannot be followed."""

    def __init__(self, narrative: Narrative, rulebook: Rulebook) -> None:
        self._narrative, self._rulebook = narrative, rulebook
        touched: dict[str | None, list[Span]] = defaultdict(list)
        named: dict[str, list[Span]] = defaultdict(list)
        problems: list[tuple[Comment, list[str]]] = []
        for comment, said in islice(_instructions(narrative.document.comments), _MOST):
            names, unknown = self._names(said or "")
            if said is None or unknown:
                problems.append((comment, unknown))
            elif not names:
                touched[_EVERYTHING].append(comment.span)
            for name in names:
                for rule in rulebook.names[name]:
                    touched[rule.name].append(comment.span)
                    if rule.name.lower() == name:
                        named[rule.name].append(comment.span)
        self._touched = {name: _merged(spans) for name, spans in touched.items()}
        self._named = {name: _merged(spans) for name, spans in named.items()}
        self.notes = tuple(self._problem(*problem) for problem in problems[:_NOTES_SHOWN])
        if (more := len(problems) - _NOTES_SHOWN) > 0:
            self.notes += (f"{more} more such comments cannot be followed.",)

    def cover(self, rule: Rule, finding: Finding) -> bool:
        """Whether what a rule found at a place is silenced."""
        span = finding.span
        if span and any(_touch(self._touched.get(name, ()), span) for name in (_EVERYTHING, rule.name)):
            return True
        return rule.name in self._named and _touch(self._named[rule.name], self._whole(rule, span))

    def _whole(self, rule: Rule, span: Span | None) -> Span:
        """What a finding at `span` speaks of."""
        if span is None:
            return Span(0, len(self._narrative.text))
        example, section = self._narrative.example_at(span.start), self._narrative.section_at(span.start)
        if rule.about == "words" or section is None:
            return span
        return example[1].span if example and rule.about == "example" else section.span

    def _names(self, said: str) -> tuple[list[str], list[str]]:
        """The names, in small letters, that an instruction goes on with, and those that nothing is called by."""
        known: list[str] = []
        unknown: list[str] = []
        for item in re.split("[,;]", _REASON.split(said, maxsplit=1)[0].translate(_QUOTES).lower()):
            words, count = item.split(), len(known)
            while words:
                taken = next((n for n in range(_LONGEST_NAME, 0, -1) if "-".join(words[:n]) in self._rulebook.names), 0)
                if not taken and words[0] not in ("and", "&"):
                    break
                known += ["-".join(words[:taken])] * (taken > 0)
                words = words[taken or 1 :]
            if words and len(known) > count and not self._is_nearly_a_name(words[0]):
                break  # words behind a name say why
            unknown += ["-".join(words[:_LONGEST_NAME])] * bool(words)
        return known, unknown

    def _is_nearly_a_name(self, word: str) -> bool:
        return bool(difflib.get_close_matches(word, self._rulebook.names, 1, _ALIKE))

    def _problem(self, comment: Comment, unknown: list[str]) -> str:
        """What is wrong with a comment: it uses names that nothing is called by, or is no instruction at all."""
        reasons = " And ".join(str(self._rulebook.unknown(name)) for name in unknown[:_NAMES_SHOWN])
        problem = f"but {reasons}" if reasons else "which is no instruction; did you mean “ecqlint: ignore”?"
        place = self._narrative.document.place(comment.span)
        where = f"p. {place.page} ¶{place.paragraph}" if place.page else f"¶{place.paragraph}"
        said = " ".join(comment.text[: 2 * _WORDS_SHOWN].split())
        said = said if len(said) <= _WORDS_SHOWN else f"{said[:_WORDS_SHOWN]}…"
        return f"The comment on {where} says “{said}”, {problem}"


def _instructions(comments: Iterable[Comment]) -> Iterator[tuple[Comment, str | None]]:
    """The comments of people that speak to ecqlint, and what they say behind “ignore”, None where they do not say that."""
    for comment in comments:
        if comment.author != AUTHOR and (begun := _BEGINNING.match(comment.text)):
            said = comment.text[begun.end() : begun.end() + _LONGEST]
            yield comment, said if begun["asked"] or begun["also"] else None


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters in spans that lie apart, in order."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span.covering([apart[-1], span])
        else:
            apart.append(span)
    return apart


def _touch(apart: list[Span] | tuple[()], place: Span) -> bool:
    """Whether a place, which may be empty, shares a character with one of these spans."""
    place = Span(place.start, max(place.end, place.start + 1))
    last = bisect_right(apart, place.end - 1, key=lambda span: span.start) - 1
    return last >= 0 and apart[last].overlaps(place)
