"""Infinitives: must to serve, had to closed, for choose, use to pay, look forward to meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import own_subject
from ecqlint.checks._english.inflection import past, present_participle, with_s
from ecqlint.checks._english.lexicon import KINDS, base_forms, irregular_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

MODALS = frozenset("can could must should would may might will shall".split())
_TAKE_INFINITIVES = frozenset("able begin decide fail have hope manage need try want willing".split())
# What a relative clause may end in before its verb: the man I spoke to had a map, the desk I went back to was his.
_STRANDING = frozenset(("VERB", "AUX", "ADP", "PART", "ADV"))
# A verb with one of these may be used as the noun without it is: the overreach, a rewrite.
_PREFIXES = ("re", "over", "under", "out")
_LETTING = frozenset(("have", "let", "make"))
# What is done as far as one can: all we could, the best he could, more than they could.
_ALL = frozenset("all as best little most much".split())
_WHAT = frozenset("anything everything nothing than what whatever".split())
_BEFORE_NOUNS = frozenset(("for", "without", "by", "after", "before", "of"))


def _modal_to(token: Token) -> Iterator[Slip]:
    """Must to serve."""
    to, verb = following(token), following(token, 2)
    if (
        token.tag_ == "MD"
        and token.lower_ in MODALS
        and to is not None
        and to.lower_ == "to"
        and verb is not None
        and verb.tag_ == "VB"
        and not _is_all(token)
    ):
        yield Slip(token, verb, f"{token.text} {verb.text}")


def _is_all(modal: Token) -> bool:
    """Whether the clause ends at the modal: they did all they could to close it, and more than the county could to keep it."""
    before = modal.doc[max(modal.i - 5, modal.sent.start) : modal.i]
    return any(
        word.lower_ in _WHAT
        or (word.lower_ in _ALL and (word.nbor().tag_ == "PRP" or (word.i and word.nbor(-1).lemma_ == "do")))
        for word in before
    )


def _bare_verb(token: Token) -> Iterator[Slip]:
    """For choose: a preposition before the base of a verb that is no noun."""
    verb = following(token)
    if token.pos_ not in ("ADP", "SCONJ") or verb is None or not verb.text.islower():
        return
    if verb.lower_ in only_verbs() and verb.pos_ in ("VERB", "NOUN", "ADJ"):
        purpose = token.lower_ == "for"
        yield Slip(token, verb, f"to {verb.lower_}" if purpose else f"{token.text} {present_participle(verb.lower_)}")


@cache
def only_verbs() -> frozenset[str]:
    """The base forms of verbs that are nothing else in the dictionary."""
    others = {word for kind in KINDS if kind != "verb" for word in base_forms(kind)}
    return frozenset(
        verb
        for verb in base_forms("verb")
        if verb not in others and not any(verb.removeprefix(prefix) in others for prefix in _PREFIXES)
    )


@cache
def irregular() -> dict[str, str]:
    """Irregular pasts and participles that are no base form, each with its verb."""
    return {
        form: bases[0]
        for form, bases in irregular_forms("verb").items()
        if form not in base_forms("verb") and not form.endswith(("s", "ing"))
    }


def _infinitive(to: Token) -> Iterator[Slip]:
    """Had to closed, began to wrote, helped them to avoids."""
    verb, before = following(to), preceding(to)
    if verb is None or before is None or to.tag_ != "TO" or not verb.text.islower():
        return
    word, lemma = verb.lower_, verb.lemma_.lower()
    if is_third_person(verb) and lemma in only_verbs():
        yield Slip(to, verb, f"to {lemma}")
    taken = before.lemma_.lower() in _TAKE_INFINITIVES and verb.dep_ in ("xcomp", "ccomp")
    stranded = before.pos_ in _STRANDING and before.lower_ not in ("there", "not", "was", "is")
    if stranded and before.pos_ == "VERB" and to.dep_ == "aux" and verb.dep_ in ("xcomp", "advcl"):
        stranded = any(word.dep_ == "relcl" for word in (before, *before.ancestors))
    if not taken and (stranded or not _takes_object(verb)):
        return
    base = irregular().get(word) or next((b for b in _bases(word) if b in base_forms("verb") and past(b) == word), None)
    if base and base != word and word not in base_forms("verb"):
        yield Slip(to, verb, f"to {base}")


def _takes_object(verb: Token) -> bool:
    """Whether the word after a verb begins its object: the first woman to commanded the cutter."""
    after = following(verb)
    object_ = after is not None and (after.pos_ == "DET" or after.tag_ in ("PRP", "PRP$"))
    object_ = object_ or (after is not None and after.dep_ == "prep" and after.head == verb and verb.dep_ == "xcomp")
    bare = after is not None and after.dep_ == "dobj" and verb.dep_ == "acl" and verb.lower_ in irregular()
    return (object_ or bare) and verb.pos_ == "VERB"


def _let(let: Token) -> Iterator[Slip]:
    """I had the crew paints the hydrants, and made the vendor pays for it."""
    for verb in let.rights:
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        if verb.dep_ != "ccomp" or subject is None or subject.left_edge.i != let.i + 1 or let.lemma_ not in _LETTING:
            continue
        bare = (
            not any(child.dep_ in ("aux", "mark", "advmod") for child in verb.lefts)
            and verb.i == subject.right_edge.i + 1
        )
        # I had bed counts from nine hospitals.
        counted = subject.tag_ == "NN" and not any(subject.lefts) and verb.lemma_.lower() in base_forms("noun")
        if bare and is_third_person(verb) and not counted:
            yield Slip(verb, verb, verb.lemma_.lower())


def _bases(word: str) -> Iterator[str]:
    """The verbs that a regular past may come from: closed: clos, close."""
    if word.endswith("ed"):
        yield from (word[:-1], word[:-2])
        if len(word) > 4 and word[-3] == word[-4]:
            yield word[:-3]
    if word.endswith("ied"):
        yield word[:-3] + "y"


def is_third_person(verb: Token) -> bool:
    """Whether the word is the third person of a verb: requires."""
    lemma = verb.lemma_.lower()
    return verb.tag_ in ("VBZ", "NNS") and lemma in base_forms("verb") and verb.lower_ == with_s(lemma) != lemma


def _used_to(use: Token) -> Iterator[Slip]:
    """We use to pay by check; not: the form we use to pay."""
    who, to, verb = preceding(use), following(use), following(use, 2)
    if who is None or to is None or verb is None or to.lower_ != "to" or verb.tag_ != "VB":
        return
    if use.tag_ == "NN" and use.dep_ == "ROOT" and who.dep_ == "compound" and verb.dep_ in ("xcomp", "acl", "relcl"):
        yield Slip(use, use, "used")  # the mill use to employ 900
    doer = own_subject(use)
    if doer is not None and doer.dep_ == "nsubj" and use.dep_ in ("ROOT", "conj"):
        first = doer.left_edge
        if first.is_sent_start or first.nbor(-1).text in (",", ";", "and", "but"):
            yield Slip(use, use, "used")
    elif use.dep_ == "pobj" and verb.dep_ == "relcl" and verb.head.is_sent_start and verb.head.dep_ == "ROOT":
        yield Slip(use, use, "used")  # stores at home use to hold: the parser takes the clause for a noun


def _forward_to(forward: Token) -> Iterator[Slip]:
    """I look forward to meet them."""
    look, to, verb = preceding(forward), following(forward), following(forward, 2)
    if look is None or to is None or verb is None or look.lemma_ != "look" or to.lower_ != "to":
        return
    if verb.tag_ == "VB" and verb.lower_ in base_forms("verb") and (verb.lower_ in only_verbs() or _takes_object(verb)):
        yield Slip(to, verb, f"to {present_participle(verb.lower_)}")


# Each such place in a sentence, from the word before it that it does not fit.
looks = Looks(
    "is the wrong form of the verb",
    {
        _modal_to: MODALS,
        _bare_verb: _BEFORE_NOUNS,
        _infinitive: ("to",),
        _let: ("had", "have", "has", "let", "lets", "made", "make", "makes"),
        _used_to: ("use",),
        _forward_to: ("forward",),
    },
)
