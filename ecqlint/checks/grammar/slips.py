"""Slips of the pen that a parse makes plain: doubled words, I for me, a possessive without its apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, SUBJECTS
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.slip import Looks, Slip, cased

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Words that stand twice in good English: he had had enough, I knew that that was so, gave her her due ...
_TWICE = frozenset("had that her you really do does up out very far long many much his".split())
# ... and some that do so only where a clause ends between them: what it is is clear, the man he spoke to to find it.
_TWICE_APART = frozenset("by in is it on to was who".split())
_SHARES = frozenset("all both each few half many most none one several some three two".split())
_OBJECTIVE = {"me": "I", "him": "he", "her": "she", "them": "they", "us": "we"}
_PLURALS = ("mans", "mens", "childrens", "everyones", "someones", "anyones")
_NO_PLURAL = re.compile(rf"(?i)(?:{'|'.join(_PLURALS)})\b")
_TWICE_RUNNING = re.compile(r"(?i)\b(\w+)\s+\1\b")
_NOT_POSSESSIVE = frozenset(
    "humans romans germans talismans ottomans shamans omens specimens regimens acumens abdomens mans caimans".split()
)
_NOBODY = frozenset(("nobody", "nothing"))


def _shapes(sentence: Tokens) -> Iterator[Slip]:
    """What its letters give away: a word that stands twice, a plural that there is not."""
    text = sentence.text
    if _TWICE_RUNNING.search(text):
        for token in sentence:
            yield from _doubled(token)
    if _NO_PLURAL.search(text):
        for token in sentence:
            if token.lower_.endswith(_PLURALS):
                yield from _possessive(token)


def _doubled(token: Token) -> Iterator[Slip]:
    other = following(token)
    if other is None or token.lower != other.lower or not token.is_alpha or token.lower_ in _TWICE:
        return
    if token.lower_ in _TWICE_APART and any(
        word.tag_ in ("WP", "WDT", "WRB") or word.lower_ == "that" or word.dep_ == "relcl"
        for word in token.doc[token.sent.start : token.sent.end]
    ):
        return
    if not (token.text[0].isupper() and other.text[0].isupper()) and not token.like_num and token.whitespace_:
        yield Slip(token, other, token.text)


def _pronoun(token: Token) -> Iterator[Slip]:
    """Between my deputy and I; whom pay; the wrong case of a pronoun."""
    before, after = preceding(token), following(token)
    if (
        token.text in ("I", "I.")
        and before is not None
        and before.lower_ in ("and", "or")
        and (after is None or after.text in ".;,!?" or token.text == "I.")
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
        and not _is_sought(before)
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


def _is_sought(before: Token | None) -> bool:
    """Whether the word is the object of a clause about another: those for whom I found nothing could not move."""
    if before is None or before.pos_ != "VERB":
        return False
    return any(word.tag_ in ("WP", "WDT") for word in before.doc[before.sent.start : before.i])


def _case(token: Token) -> Iterator[Slip]:
    """Me and my deputy drove; asked Tom and I to stay; most of who were veterans."""
    before, after = preceding(token), following(token)
    if after is None:
        return
    if token.lower_ == "who" and before is not None and before.lower_ == "of" and before.i > token.sent.start:
        share = preceding(before)
        if share is not None and share.lower_ in _SHARES and after.tag_ in ("VBD", "VBP", "VBZ", "MD", "PRP"):
            yield Slip(token, token, "whom")
    if token.lower_ in _OBJECTIVE and after.lower_ == "and" and token.dep_ in SUBJECTS and token.head.tag_ != "VB":
        finite = token.head.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in AUXILIARIES for c in token.head.children)
        opens = before is None or before.lower_ in ("and", "but", "that", "when", "so") or before.text in ",;"
        if finite and opens:
            yield Slip(token, token, cased(token, _OBJECTIVE[token.lower_]))
    shared = (
        token.head.dep_ == "dobj" and token.head.i < token.i and (token.head.pos_ == "PROPN" or is_person(token.head))
    )
    if token.text == "I" and token.dep_ == "conj" and shared and after.pos_ in ("ADP", "SCONJ"):
        yield Slip(token, token, "me")
    if token.text == "I" and after.tag_ == "TO" and before is not None and before.lower_ == "and":
        verb = token.head.head if token.dep_ == "conj" else before.head
        if any(child.dep_ == "dobj" and child.i < token.i for child in verb.children):
            yield Slip(token, token, "me")


def _possessive(token: Token) -> Iterator[Slip]:
    """Congressmans staff: a plural that there is not, where a possessive should stand."""
    after = following(token)
    plain = token.text[1:].islower() and token.lower_ not in _NOT_POSSESSIVE
    if plain and after is not None and after.pos_ in ("NOUN", "ADJ"):
        yield Slip(token, token, f"{token.text[:-1]}'s")


looks = Looks(
    "is a slip of the pen",
    words={_pronoun: ("i", "i.", "whom", "others", *_NOBODY), _case: ("i", "who", *_OBJECTIVE)},
    whole=(_shapes,),
)
