"""The dictionary that the parser carries: base forms, irregular forms with the base forms that they may have, words of grammar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from ecqlint.language import pipeline

if TYPE_CHECKING:
    from spacy.lookups import Lookups

Kind = Literal["noun", "verb", "adj", "adv"]
KINDS: tuple[Kind, ...] = ("noun", "verb", "adj", "adv")


@cache
def base_forms(kind: Kind) -> frozenset[str]:
    """The words of a kind in their base forms, in small letters."""
    return frozenset(_table("lemma_index").get(kind, ()))


def irregular_forms(kind: Kind) -> Mapping[str, list[str]]:
    """The irregular forms of words of a kind, each with its base forms."""
    return _table("lemma_exc").get(kind, {})


def is_function_word(word: str) -> bool:
    """Whether the word, in small letters, is one of grammar or too common to mean much: the, although, several."""
    return pipeline().vocab[word].is_stop


@cache
def _table(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    lookups: Lookups = pipeline().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    table = lookups.get_table(name)
    return {kind: table[kind] for kind in KINDS if kind in table}
