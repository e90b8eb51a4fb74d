"""Nouns that do not agree in number with the word that counts them: a results, every employees, these program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import is_word
from ecqlint.checks._english.inflection import with_s
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.slip import Looks, Slip
from ecqlint.checks.grammar.subjunctive import CAUSATIVES

if TYPE_CHECKING:
    from spacy.tokens import Token

# Singular in form, plural in sense, or the other way round: either verb is heard.
COLLECTIVE = frozenset(
    "band bunch cast clergy cohort couple crew crowd data faculty family folk group handful jury leadership lot majority "
    "management mass media membership minority mix number pair panel percent percentage personnel plenty press proportion "
    "public range remainder rest series set share staff team trio variety workforce youth array average bulk excess fraction "
    "half lack other others part plurality quarter third total dozen hundred thousand million billion enough all any more most "
    "none some two following cavalry infantry enemy "
    "aircraft barracks cannon craft crossroads deer economics elite ethics fish gallows graphics headquarters kind kinds "
    "logistics mathematics means measles military moose news offspring physics politics salmon sheep shrimp shambles sort "
    "sorts spacecraft species statistics swine tactics trout type types "
    "acoustics analytics athletics avionics ballistics electronics genetics mechanics metrics optics robotics "
    "earnings grounds innings odds outskirts premises proceeds savings thanks whereabouts works".split()
)

MEASURES = frozenset(
    "acre barrel bed billion case cent day decade degree dollar fifth foot fourth gallon hour inch kilometer meter mile million minute "
    "month ounce page pound second space sum ton tonne week yard year percent point step third".split()
)

_SINGULAR_DETERMINERS = frozenset(("a", "an", "each", "every", "another", "this"))

_PLURAL_DETERMINERS = frozenset(("these", "those", "many", "several", "few", "both", "various", "numerous"))

_SMALL_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
)
_ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))

# What is not counted, and has no plural and no article.
_UNCOUNTABLE = frozenset(
    "advice information equipment furniture feedback knowledge luggage baggage homework software hardware machinery evidence".split()
)
_MASS = frozenset(
    "money water fuel food traffic work paperwork noise waste air electricity cash labor help time".split()
)

_QUANTIFIERS = frozenset(("most", "many", "several", "few", "each", "both"))


def _noun(noun: Token) -> Iterator[Slip]:
    """A noun in the wrong number for the word that counts it: a results, every employees, these qualification."""
    counter = next(
        (
            child
            for child in noun.lefts
            if child.dep_ in ("det", "amod") and child.lower_ in _SINGULAR_DETERMINERS | _PLURAL_DETERMINERS
        ),
        None,
    )
    if counter is None or noun.i - counter.i > 3:
        return
    if not noun.text.isalpha() or noun.lower_ in COLLECTIVE or noun.lemma_.lower() in COLLECTIVE or noun.like_num:
        return
    if noun.dep_ in ("compound", "nmod", "npadvmod", "amod"):
        return
    after = following(noun)
    if after is not None and (
        after.pos_ in ("NOUN", "PROPN") or after.tag_ == "VBG" or after.text in ("'", "’", "'s", "’s")
    ):
        return
    between = noun.doc[counter.i + 1 : noun.i]
    if any(
        t.pos_ not in ("ADJ", "ADV", "VERB")
        or t.like_num
        or t.lower_ in ("few", "many", "dozen", "more", "great", "good", "couple", "other")
        for t in between
    ):
        return
    plural = (
        noun.tag_ == "NNS" and noun.lower_.endswith("s") and is_word(noun.lemma_.lower()) and not is_word(noun.lower_)
    )
    if (
        plural
        and counter.lower_ in _SINGULAR_DETERMINERS
        and not any(c.dep_ in ("nummod", "quantmod") for c in noun.children)
    ) and noun.lemma_.lower() not in MEASURES:
        yield Slip(counter, noun)
    singular = noun.tag_ == "NN" and not noun.lower_.endswith("s") and is_word(noun.lower_)
    if (
        singular
        and counter.lower_ in _PLURAL_DETERMINERS
        and counter.i == noun.i - 1
        and counter.dep_ in ("det", "amod")
    ):
        follows = after.lower_ if after is not None else ""
        if follows not in ("-", "and", "or", "&", ",") and not (
            counter.lower_ == "many" and counter.i > noun.sent.start and counter.nbor(-1).lower_ == "how"
        ):
            yield Slip(noun, noun, with_s(noun.lower_))


def _counted(noun: Token) -> Iterator[Slip]:
    """Three new engineer."""
    count = next((child for child in noun.lefts if child.dep_ == "nummod"), None)
    if count is None or count.lower_ not in _SMALL_NUMBERS or noun.tag_ != "NN" or noun.dep_ not in _ARGUMENTS:
        return
    before = count.nbor(-1) if count.i > noun.sent.start else None
    named = before is not None and (before.pos_ in ("NOUN", "PROPN", "NUM") or before.text in ("-", "/"))
    beyond = following(noun)
    # Two budget freezes: what looks like a verb may be the noun that is counted.
    joined = beyond is not None and (
        (beyond.tag_ == "VBZ" and beyond.lemma_ in base_forms("noun"))
        or beyond.pos_ in ("NOUN", "PROPN", "PART", "ADJ", "NUM")
        or beyond.text in ("-", "–", "/", ",", "and", "or", "'s", "’s")
    )
    second = following(noun, 2)
    joined = joined and not (
        beyond is not None and beyond.lower_ == "and" and second is not None and second.pos_ == "DET"
    )
    beside = second is not None and second.lower_ == noun.lower_  # the two side by side
    # I had all five sign a form.
    made = any(word.lemma_ in CAUSATIVES for word in noun.doc[max(count.i - 2, noun.sent.start) : count.i])
    if made and noun.lower_ in base_forms("verb") and beyond is not None and beyond.tag_ in ("DT", "PRP", "PRP$"):
        return
    between = noun.doc[count.i + 1 : noun.i]
    if beside or named or joined or any(word.pos_ != "ADJ" for word in between) or not is_word(noun.lower_):
        return
    if (
        noun.text.islower()
        and noun.text.isalpha()
        and not noun.lower_.endswith("s")
        and noun.lower_ not in COLLECTIVE | MEASURES
    ):
        yield Slip(noun, noun, with_s(noun.lower_))


def _uncountable(noun: Token) -> Iterator[Slip]:
    """Many advices; an equipment."""
    if noun.lower_.endswith("s") and noun.lower_[:-1] in _UNCOUNTABLE and noun.text.islower():
        yield Slip(noun, noun, noun.lower_[:-1])
    article = preceding(noun) if noun.lower_ in _UNCOUNTABLE else None
    if article is not None and article.lower_ in ("a", "an", "many", "several", "few", "these"):
        beyond = following(noun)
        if beyond is None or (beyond.pos_ not in ("NOUN", "PROPN", "ADJ") and beyond.text != "-"):
            yield Slip(article, noun)


def _more_or_fewer(word: Token) -> Iterator[Slip]:
    """Less tickets; fewer money; much people."""
    noun = following(word)
    if noun is None or noun.pos_ != "NOUN" or not noun.text.isalpha() or not noun.text.islower():
        return
    before = word.nbor(-1) if word.i > word.sent.start else None
    beyond = following(noun)
    if (beyond is not None and beyond.pos_ in ("NOUN", "PROPN")) or (beyond is not None and beyond.text == "-"):
        return
    # Two dollars less fees is a sum.
    counted = before is not None and (
        before.like_num or before.lower_ in ("or", "of", "no", "any", "more") or before.text == ","
    )
    lemma = noun.lemma_.lower()
    if word.lower_ == "fewer" and lemma in _UNCOUNTABLE | _MASS and noun.tag_ == "NN":
        yield Slip(word, noun, f"less {noun.text}")
    several = (
        noun.tag_ == "NNS" and noun.lower_.endswith("s") and lemma != noun.lower_ and lemma not in COLLECTIVE | MEASURES
    )
    sums = lemma in ("tax", "fee", "expense", "cost", "deduction", "discount", "proceed", "earning", "mean")
    if (
        word.lower_ == "less"
        and (several or noun.lower_ == "people")
        and not counted
        and not sums
        and (before is None or before.pos_ != "NOUN")
    ):
        yield Slip(word, noun, f"fewer {noun.text}")
    if word.lower_ == "much" and (several or noun.lower_ == "people") and not counted and not sums:
        yield Slip(word, noun, f"many {noun.text}")


def _share(token: Token) -> Iterator[Slip]:
    """A share of what nobody has named: most of changes."""
    of, noun = following(token), following(token, 2)
    if of is None or of.lower_ != "of" or noun is None:
        return
    if (
        token.lower_ in _QUANTIFIERS
        and noun.tag_ == "NNS"
        and noun.pos_ == "NOUN"
        and noun.text.islower()
        and not any(c.dep_ in ("nummod", "poss") for c in noun.children)
    ):
        beyond = following(noun)
        if beyond is None or (beyond.lower_ not in ("'", "’", "'s", "’s", "-") and beyond.pos_ != "NOUN"):
            yield Slip(token, noun, f"{token.text} {noun.text}" if token.lower_ != "each" else None)


looks = Looks(
    "mixes one and many",
    words={_share: _QUANTIFIERS, _more_or_fewer: ("less", "fewer", "much")},
    kinds={_noun: ("NOUN",), _counted: ("NOUN",), _uncountable: ("NOUN",)},
)
