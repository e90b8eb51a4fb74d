"""Slips of the pen and of the ear that a parse makes plain: doubled words, there for their, then for than, I for me."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import AUXILIARIES
from ecqlint.checks._slip import Slip, cased, following, preceding

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Words that stand twice in good English: he had had enough, I knew that that was so, what it is is clear.
_TWICE = frozenset("had that is was her you it do do does in on up out very far long many much who by his to".split())
_BE = frozenset(("am", "is", "are", "was", "were"))
_PLURALS = ("mans", "mens", "childrens", "everyones", "someones", "anyones")
_NOT_POSSESSIVE = frozenset(
    "humans romans germans talismans ottomans shamans omens specimens regimens acumens abdomens mans caimans".split()
)
_NOBODY = frozenset(("nobody", "nothing"))
_CHANGES = (
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "change",
    "changes",
    "reform",
    "repair",
    "repairs",
    "cure",
    "rescue",
    "escape",
    "transfer",
    "sale",
    "purchase",
    "arrest",
    "turnaround",
    "entry",
    "release",
    "result",
    "results",
    "savings",
    "shift",
    "move",
    "end",
    "tions",
    "ments",
    "ry",
    "ty",
    "al",
    "als",
)


def slips(sentence: Tokens) -> Iterator[Slip]:
    """Each such place in a sentence."""
    for token in sentence:
        word = token.lower_
        yield from _doubled(token)
        for look in _looks().get(word, ()):
            yield from look(token)
        if word.endswith(_PLURALS):
            yield from _possessive(token)


@cache
def _looks() -> dict[str, list[Callable[[Token], Iterator[Slip]]]]:
    """Where each word is looked at that may begin such a place."""
    words: dict[Callable[[Token], Iterator[Slip]], Iterable[str]] = {
        _there: ("there", "their", "they"),
        _its: ("it", "its"),
        _than: ("then", "than", "more", "most"),
        _pronoun: {"i", "whom", "others", *_NOBODY},
        _affect: ("affect", "effected", "effects", "effecting"),
    }
    looks: dict[str, list[Callable[[Token], Iterator[Slip]]]] = {}
    for look, those in words.items():
        for word in those:
            looks.setdefault(word, []).append(look)
    return looks


def _doubled(token: Token) -> Iterator[Slip]:
    other = following(token)
    if other is None or token.lower != other.lower or not token.is_alpha or token.lower_ in _TWICE:
        return
    if not (token.text[0].isupper() and other.text[0].isupper()) and not token.like_num and token.whitespace_:
        yield Slip(token, other, token.text)


def _there(token: Token) -> Iterator[Slip]:
    """There for their, their for there, they're for their."""
    before, after = preceding(token), following(token)
    if after is None:
        return
    if (
        token.lower_ == "their"
        and after.lower_ in _BE
        and following(after) is not None
        and not (before and before.pos_ in ("VERB", "ADP"))
    ):
        yield Slip(token, token, cased(token, "there"))
    if token.lower_ == "there" and before is not None and not before.is_punct:
        noun = _noun_ahead(token)
        if noun is None or noun.tag_ == "NNP":
            return
        possessed = before.pos_ == "ADP" and before.lower_ in (
            "for",
            "of",
            "with",
            "about",
            "to",
            "into",
            "by",
            "on",
            "at",
            "after",
            "without",
            "against",
        )
        taken = before.pos_ == "VERB" and noun.dep_ in ("dobj", "obj") and noun.head == before and not _is_time(noun)
        if after.lower_ == "own" or possessed or (taken and token.dep_ != "expl"):
            yield Slip(token, token, "their")
    if token.lower_ == "they" and after.lower_ in ("'re", "’re"):
        noun = following(after)
        beyond = following(noun) if noun is not None else None
        if noun is None or noun.pos_ != "NOUN" or beyond is None:
            return
        if (before is not None and before.pos_ == "ADP" and before.dep_ == "prep") or (
            beyond.tag_ in ("VBZ", "VBP", "VBD", "MD") and noun.tag_ in ("NN", "NNS")
        ):
            yield Slip(token, after, cased(token, "their"))


def _noun_ahead(token: Token) -> Token | None:
    """The noun that the words right after the token lead to: numbers and adjectives, then a noun."""
    word = following(token)
    while word is not None and word.pos_ in ("ADJ", "NUM") and not word.is_punct:
        word = following(word)
    return word if word is not None and word.pos_ == "NOUN" else None


def _is_time(noun: Token) -> bool:
    return noun.lemma_.lower() in (
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "time",
        "morning",
        "night",
        "today",
        "afternoon",
        "summer",
        "winter",
    )


def _its(token: Token) -> Iterator[Slip]:
    """It's for its, its for it's."""
    before, after = preceding(token), following(token)
    if after is None:
        return
    if token.lower_ == "it" and after.lower_ in ("'s", "’s"):
        owned = following(after)
        if owned is None:
            return
        noun = _noun_ahead(after)
        beyond = following(noun) if noun is not None else None
        last = beyond is None or beyond.is_punct or beyond.pos_ in ("ADP", "CCONJ", "AUX", "VERB")
        if owned.lower_ == "own" or (
            before is not None and before.pos_ == "ADP" and before.dep_ == "prep" and noun is not None and last
        ):
            yield Slip(token, after, cased(token, "its"))
    if token.lower_ == "its" and (after.lower_ in ("a", "an", "the", "not", "been", "because") and token.whitespace_):
        yield Slip(token, token, cased(token, "it's"))


def _than(token: Token) -> Iterator[Slip]:
    """Larger then, easiest than, more easier, less people."""
    before, after = preceding(token), following(token)
    if token.lower_ == "then" and before is not None and after is not None and not after.is_punct:
        compared = before.tag_ in ("JJR", "RBR") or before.lower_ in ("rather", "other")
        if (
            compared
            and before.lower_ not in ("later", "earlier", "sooner", "longer")
            and after.pos_ in ("NUM", "DET", "PRON", "NOUN", "PROPN", "ADJ")
        ):
            yield Slip(token, token, "than")
    if (
        token.lower_ == "than"
        and before is not None
        and before.tag_ in ("JJS", "RBS")
        and before.lower_.endswith("est")
    ):
        right = before.lower_.removesuffix("est") + "er"
        yield Slip(before, before, right)
    if (
        after is not None
        and (token.lower_, after.tag_) in (("more", "JJR"), ("most", "JJS"), ("more", "RBR"))
        and after.lower_.endswith(("er", "est"))
    ) and (token.head == after or token.dep_ == "advmod"):
        yield Slip(token, after, after.text)


def _pronoun(token: Token) -> Iterator[Slip]:
    """Between my deputy and I; whom pay; the wrong case of a pronoun."""
    before, after = preceding(token), following(token)
    if (
        token.text == "I"
        and before is not None
        and before.lower_ in ("and", "or")
        and (after is None or after.text in ".;,!?")
    ):
        window = token.doc[max(token.i - 6, token.sent.start) : token.i]
        if (token.dep_ == "conj" and token.head.dep_ == "pobj" and token.head.i < token.i) or any(
            t.lower_ == "between" for t in window
        ):
            yield Slip(token, token, "me")
    if (
        token.lower_ == "whom"
        and after is not None
        and after.tag_ in ("VBZ", "VBP", "VBD", "MD")
        and (before is None or before.pos_ != "ADP")
    ):
        main = after.head if after.dep_ in AUXILIARIES else after
        if not any(child.dep_ in ("nsubj", "nsubjpass") and child.i > token.i for child in main.children):
            yield Slip(token, token, cased(token, "who"))
    if (
        token.lower_ in _NOBODY
        and after is not None
        and after.lower_ in ("did", "does", "do", "was", "is", "could", "would", "has", "had", "can", "will")
    ):
        second = following(after)
        if second is not None and second.lower_ in ("not", "n't", "n’t"):
            yield Slip(token, second)
    if (
        token.lower_ == "others"
        and before is not None
        and before.lower_ == "each"
        and (after is None or after.lower_ not in ("'", "’"))
    ):
        yield Slip(before, token, "each other")


def _affect(token: Token) -> Iterator[Slip]:
    """Affect and effect."""
    before, after = preceding(token), following(token)
    if (
        token.lower_ == "affect"
        and before is not None
        and before.lower_ in ("the", "an", "its", "their", "no", "this")
        and after is not None
        and after.lower_ in ("of", "on")
    ):
        yield Slip(token, token, "effect")
    if token.lower_ in ("effected", "effects", "effecting") and token.pos_ == "VERB":
        thing = next((child for child in token.children if child.dep_ == "dobj" and child.i > token.i), None)
        if (
            thing is not None
            and (thing.lower_.startswith("department") or not thing.lower_.endswith(_CHANGES))
            and thing.lower_ not in ("it", "them", "this", "that")
        ):
            yield Slip(token, token, "a" + token.lower_[1:])


def _possessive(token: Token) -> Iterator[Slip]:
    """Congressmans staff: a plural that there is not, where a possessive should stand."""
    after = following(token)
    plain = token.text[1:].islower() and token.lower_ not in _NOT_POSSESSIVE
    if plain and after is not None and after.pos_ in ("NOUN", "ADJ"):
        yield Slip(token, token, f"{token.text[:-1]}'s")
