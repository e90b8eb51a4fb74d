"""Words that sound alike, where the parse shows that the other was meant: there for their, effect for affect, to for too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.slip import Looks, Slip, cased

if TYPE_CHECKING:
    from spacy.tokens import Token

_BE = frozenset(("am", "is", "are", "was", "were"))
_LINKING = _BE | {"be", "been", "being", "seem", "seems", "seemed", "became", "become", "felt"}
# Who says or thinks that they're ready needs no "their".
SAYING = frozenset(
    "believe claim find guess hear hope insist know learn mean say see show suppose "
    "tell think understand feel decide argue realize admit prove note agree fear complain swear warn".split()
)
_BEFORE_OWNERS = frozenset("for of with about to into by on at after without against".split())
_CLAUSE_OPENERS = frozenset("whether that because if when how".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_TIMES = frozenset("year month week day hour minute time morning night today afternoon summer winter".split())
# What somebody effects, by its ending.
_CHANGES = tuple(
    "tion sion ment ance ence change changes reform repair repairs cure rescue escape transfer sale purchase"
    " arrest turnaround entry release result results savings shift move end tions ments ry ty al als".split()
)


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
    if token.lower_ == "there" and before is None and after.tag_ in ("NN", "NNS") and after.dep_ in SUBJECTS:
        beyond = following(after)
        if beyond is not None and beyond.tag_ in ("VBD", "VBZ") and token.dep_ != "expl":
            yield Slip(token, token, "Their")
    if token.lower_ == "there" and before is not None and before.lower_ in _CLAUSE_OPENERS:
        verb = following(after)
        if (
            after.tag_ == "NNS"
            and after.pos_ == "NOUN"
            and verb is not None
            and verb.tag_ in (*_FINITE, "VBN")
            and verb.lemma_ != "be"
        ):
            yield Slip(token, token, "their")  # asked whether there views mattered
    if token.lower_ == "there" and before is not None and not before.is_punct:
        noun = _noun_ahead(token)
        if noun is None and after.tag_ == "VBZ" and after.dep_ == "dobj":
            noun = after  # answered there letters
        if noun is None or noun.tag_ == "NNP":
            return
        possessed = before.pos_ == "ADP" and before.lower_ in _BEFORE_OWNERS
        taken = before.pos_ == "VERB" and noun.dep_ in ("dobj", "obj") and noun.head == before and not _is_time(noun)
        plain = before.pos_ == "VERB" and noun == after and noun.tag_ in ("NNS", "VBZ") and not _is_time(noun)
        if (
            after.lower_ == "own"
            or possessed
            or plain
            or (token.dep_ == "poss" and before.pos_ != "ADP")
            or (taken and token.dep_ != "expl")
        ):
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
    return noun.lemma_.lower() in _TIMES


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
        last = beyond is None or beyond.is_punct or beyond.pos_ in ("ADP", "ADV", "CCONJ", "SCONJ", "AUX", "VERB")
        if owned.lower_ == "own" or (
            before is not None and before.pos_ == "ADP" and before.dep_ == "prep" and noun is not None and last
        ):
            yield Slip(token, after, cased(token, "its"))
        elif (
            before is not None
            and before.tag_ in ("VBD", "VB", "VBG", "VBN")
            and before.pos_ == "VERB"
            and before.lemma_.lower() not in SAYING
            and noun is not None
            and last
            and noun.tag_ in ("NN", "NNS")
            and not _is_time(noun)
        ):
            yield Slip(token, after, "its")
        elif before is None and noun is not None and _has_verb(after, noun) and not _is_time(noun):
            yield Slip(token, after, "Its")
    if token.lower_ == "its" and (after.lower_ in ("a", "an", "the", "not", "been", "because") and token.whitespace_):
        yield Slip(token, token, cased(token, "it's"))


def _has_verb(be: Token, noun: Token) -> bool:
    """Whether the noun after "it's" has a verb behind it, which asks for a subject: it's chief complaint about me was my temper."""
    beyond, main = following(noun), be.head
    if beyond is not None and beyond.pos_ == "AUX" and beyond.tag_ in _FINITE:
        return True
    return any(
        verb.i > noun.i
        and verb.tag_ in _FINITE
        and verb.lemma_ in ("be", "have")
        and not any(child.dep_ in (*SUBJECTS - {"csubj"}, "expl", "aux", "cc") for child in verb.children)
        for verb in (main, *(child for child in be.rights if child.dep_ in ("dep", "ccomp")))
    )


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
    if token.lower_ in ("effect", "effected", "effects", "effecting") and token.pos_ == "VERB":
        thing = next((child for child in token.children if child.dep_ == "dobj" and child.i > token.i), None)
        if (
            thing is not None
            and (thing.lower_.startswith("department") or not thing.lower_.endswith(_CHANGES))
            and thing.lower_ not in ("it", "them", "this", "that")
        ):
            yield Slip(token, token, f"a{token.lower_[1:]}")


def _they(token: Token) -> Iterator[Slip]:
    """They moved they're desks; in they mother tongue."""
    before, after = preceding(token), following(token)
    if before is None or after is None:
        return
    if after.lower_ in ("'re", "’re"):
        noun = following(after)
        owned = noun is not None and noun.tag_ == "NNS" and noun.pos_ == "NOUN"
        if owned and before.pos_ == "VERB" and before.lemma_.lower() not in SAYING:
            yield Slip(token, after, "their")
    elif before.lower_ in ("in", "of", "with", "from", "on", "at", "into", "by", "about", "to"):
        noun = _noun_ahead(token)
        verb = following(noun) if noun is not None else None
        if noun is not None and noun.tag_ in ("NN", "NNS") and (verb is None or verb.is_punct or verb.pos_ != "VERB"):
            yield Slip(token, token, "their")


def _too(token: Token) -> Iterator[Slip]:
    """It was to late; I had to many managers."""
    before, after = preceding(token), following(token)
    if before is None or after is None:
        return
    beyond = following(after)
    if before.lower_ in _LINKING and (after.tag_ == "JJ" or after.lower_ in ("late", "much", "many", "few", "slow")):
        ends = beyond is None or beyond.is_punct or beyond.lower_ in ("to", "for", "and", "in", "by")
        if ends and after.pos_ != "PROPN":
            yield Slip(token, token, "too")
    counted = beyond is not None and beyond.pos_ in ("NOUN", "ADJ")
    if before.lemma_ == "have" and after.lower_ in ("many", "few", "much") and counted:
        yield Slip(token, token, "too")


def _whose(token: Token) -> Iterator[Slip]:
    """The clerk who's desk I took."""
    be, noun = following(token), following(token, 2)
    if be is None or be.lower_ not in ("'s", "’s") or noun is None or noun.tag_ not in ("NN", "NNS"):
        return
    beyond = following(noun)
    if beyond is not None and (beyond.tag_ in ("PRP", "VBD", "VBZ", "VBP", "MD") or beyond.lower_ == "the"):
        yield Slip(token, be, "whose")


def _passed(token: Token) -> Iterator[Slip]:
    """I past the exam."""
    before, after = preceding(token), following(token)
    if before is None or after is None or before.lower_ not in ("i", "we", "he", "she", "they"):
        return
    if after.pos_ in ("DET", "PRON", "NUM"):
        yield Slip(token, token, "passed")


def _lose(token: Token) -> Iterator[Slip]:
    """I did not want to loose the lease."""
    before, after = preceding(token), following(token)
    if before is None or after is None or not (before.lower_ == "to" or before.tag_ in ("MD", "RB")):
        return
    if after.pos_ in ("DET", "PRON", "NUM") and token.pos_ in ("VERB", "ADJ"):
        yield Slip(token, token, "lose")


def _your(token: Token) -> Iterator[Slip]:
    """Your a steward of public money."""
    after = following(token)
    if after is not None and after.lower_ in ("a", "an", "the", "not"):
        yield Slip(token, token, cased(token, "you're"))


# Each such word in a sentence.
looks = Looks(
    "is another word than the one meant",
    {
        _there: ("there", "their", "they"),
        _they: ("they",),
        _its: ("it", "its"),
        _affect: ("affect", "effect", "effected", "effects", "effecting"),
        _too: ("to",),
        _whose: ("who",),
        _passed: ("past",),
        _lose: ("loose",),
        _your: ("your",),
    },
)
