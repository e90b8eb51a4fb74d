"""Where the proofreading library stops at good English: it reads words by their neighbours, without a parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks import _proofreader
from ecqlint.checks._english.neighbours import preceding
from ecqlint.checks.grammar.homophones import SAYING
from ecqlint.language import Reading, pipeline
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ALSO_PAST = frozenset(("came", "became", "ran", "got"))
# What we had came in time: a clause without a conjunction, which ends in "had".
_OWNED = re.compile(
    r"(?i)\b(?!(?:and|but|because|when|if|since|so|after|before|until|as|while|though|although)\b)\w+ (?:i|we|he|she|they|you) had $"
)
_SUBJECTS = frozenset("i you he she it we they who".split())
# Before "let" as a verb: would be let near it.
_LETTING = frozenset("be been being is was were are had have has i we he she they and or to will would".split())
_SUBJECTIVE = frozenset("i we he she they".split())
_OBJECTIVE = frozenset("me us him them".split())
# Vowels in writing, but no vowel to the ear: they begin as "you" and "one" do.
_NO_VOWEL = re.compile(
    r"(?i)unanim|uni(?:t|v|q|f|c|on|lateral|son|sex|direct)|us[aeiu]|ut[aei]|ur[aei]|ubiq|ukr|ukul|ugand|eu|ew|one(?:s|self)?\b|once\b"
)
_SILENT_H = re.compile(r"(?i)(?:hour|heir|honest|honou?r)")
# Some say the h of these, and some do not.
_EITHER = re.compile(r"(?i)(?:herb|histor|homage|habitual)")


def is_mistaken(reading: Reading, slip: _proofreader.Slip) -> bool:
    """Whether the library may mistake a noun or a subject: the dying can will; the good will of; one of the two; what we had came."""
    text = reading.text
    words, before = slip.span.of(text).lower().split(), text[: slip.span.start].split()[-1:]
    if slip.rule == "AnA":
        return _is_either(text, slip)
    if slip.rule == "DoubleModal" or (slip.rule == "ModalOf" and words[0] == "will"):
        return not before or before[0].lower() not in _SUBJECTS
    if slip.rule == "SimplePastToPastParticiple" and words[-1] in _ALSO_PAST:
        return _OWNED.search(text[max(0, slip.span.start - 40) : slip.span.start]) is not None
    if slip.rule == "LetsConfusion":
        # I cut the meetings, let teams choose: one of several verbs.
        series = words[:1] == ["let"] and bool(before) and before[0].endswith(",")
        return series or (bool(before) and before[0].lower() in _LETTING)
    if slip.rule == "PronounInflectionBe":
        return not _SUBJECTIVE.intersection((*words, *(word.lower() for word in before))) or before == ["of"]
    if slip.rule == "ItsContraction":
        return _is_owner(_token_at(reading, slip.span))
    return slip.rule == "OneOfTheSingular" and _is_no_noun(words, _token_at(reading, slip.span))


def is_misread(text: str, place: Span) -> bool:
    """Whether the library may be wrong: at May, "could, of course", "of which more later", and an article before capitals or figures.

    How those are read aloud, as letters or as a word, only the writer knows.
    """
    words, following = place.of(text).split(), text[place.end :].split(maxsplit=1)[:1]
    if (
        words[:1] == ["May"]
        or words == ["more", "later"]
        or words == ["effect"]
        or (words[-1:] == ["of"] and following and following[0].startswith("course"))
    ):
        return True
    return bool(following) and (following[0][:2].isupper() or any(letter.isdigit() for letter in following[0]))


def _is_either(text: str, slip: _proofreader.Slip) -> bool:
    """Whether the article before a word goes with its sound: a unanimous vote, an onerous task; an historic one, to some."""
    word, article = text[slip.span.end :].lstrip(' “‘"(')[:12], slip.span.of(text).lower()
    if not word[1:2].isalpha():
        return False  # an x-ray
    if _EITHER.match(word):
        return True
    vowel = _SILENT_H.match(word) or (word[:1].lower() in "aeiou" and not _NO_VOWEL.match(word))
    return article == ("an" if vowel else "a")


def _is_owner(its: Token | None) -> bool:
    """Whether "its" stands where an object does: I bought its set from a vendor; I gave him its cut stone."""
    before = preceding(its) if its is not None else None
    verb = before is not None and before.pos_ == "VERB" and before.lemma_.lower() not in SAYING
    return verb or (before is not None and (before.dep_ == "prep" or before.lower_ in _OBJECTIVE))


def _is_no_noun(words: list[str], token: Token | None) -> bool:
    """Whether what should be a plural is a number, or no noun at all: one of the two; one of the five invited back."""
    if any(pipeline().vocab[word].like_num for word in words):
        return True
    before = preceding(token) if token is not None else None
    if token is None or before is None:
        return False
    return token.dep_ != "pobj" or (before.tag_ == "VBN" and before.nbor(-1).like_num)


def _token_at(reading: Reading, span: Span) -> Token | None:
    sentence = reading.sentence_at(span.start)
    return next(iter(sentence.words_at(span)), None) if sentence is not None else None
