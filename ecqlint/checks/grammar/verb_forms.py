"""Verbs in a form that their auxiliary or preposition does not take: had went, was lead by, must to serve, for choose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, is_word, own_subject
from ecqlint.checks._english.inflection import IRREGULAR, past, regularised
from ecqlint.checks._english.inflection import participle as participle_of
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.agreement import UNCHANGED
from ecqlint.checks.grammar.infinitives import MODALS, irregular, is_third_person, only_verbs
from ecqlint.checks.grammar.misparsed import is_part_of_subject
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Token

_PASTS = {verb: participle for past_, participle in IRREGULAR.values() if past_ != participle for verb in (past_,)}
_BASE_OF_PAST = {forms[0]: base for base, forms in IRREGULAR.items() if forms[0] != base}
_REGULARISED = regularised()
_BE = frozenset(("am", "is", "are", "was", "were"))
_PARTICIPLES = frozenset(participle for _, participle in IRREGULAR.values()) | {
    "come",
    "become",
    "run",
    "overcome",
    "wound",
}
_ACTS = frozenset("agree depend believe exist belong want know need seem deserve".split())
# Participles that with a pronoun stand for a past or a perfect: I seen it.
_BARE_PARTICIPLES = frozenset(
    ("seen", "done", "gone", "been", "known", "taken", "written", "given", "begun", "chosen", "spoken")
)
# Pasts of which the parser cannot tell whose they are: the plans I had ran to nine pages.
_PAST_OF_ANOTHER = frozenset(("became", "came", "got", "ran"))
# What may stand between an auxiliary and its verb, and is no adverb to the parser: have since took.
_BETWEEN = frozenset(("n't", "n’t", "not", "since"))
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "of", "'s", "’s", "never"))


def _verb_form(token: Token) -> Iterator[Slip]:
    """Had went, was lead, did not knew, could reduced, should had."""
    verb = following(token)
    while verb is not None and (verb.dep_ == "neg" or verb.pos_ == "ADV" or verb.lower_ in _BETWEEN):
        verb = following(verb)
    right = _right_form(token, verb) if verb is not None else None
    if right and verb is not None:
        yield Slip(token, verb, f"{token.doc[token.i : verb.i].text} {right}")


def _right_form(first: Token, verb: Token) -> str | None:
    """The form that an auxiliary asks of the verb after it; None where it has that form, or is no auxiliary."""
    word = verb.lower_
    helps = first.dep_ in AUXILIARIES and first.head == verb
    adjacent = verb.i == first.i + 1
    if word == "lead":
        return "led" if _is_led(first, verb) else None
    if first.lemma_ == "have" or first.lower_ in ("'ve", "’ve"):
        perfect = first.dep_ in AUXILIARIES or first.head == verb
        if word == "loose" and adjacent and _takes_object(verb):
            return "lost"
        if helps and _is_base(verb):
            return participle_of(word)
        return (
            _PASTS.get(word) if perfect and verb.tag_ in ("VBD", "VBN", "VB") and word not in _PAST_OF_ANOTHER else None
        )
    if first.lower_ in ("did", "does", "do"):
        return _BASE_OF_PAST.get(word) if helps and verb.tag_ in ("VBD", "VBN") else None
    if word == "found" and helps and verb.i > first.i + 1 and any(c.dep_ == "dobj" for c in verb.children):
        return "find"  # could not found the permits
    if first.tag_ == "MD" and adjacent and word == "had":
        return "have"
    if first.tag_ == "MD" and adjacent and helps and not first.text.istitle() and is_third_person(verb):
        return verb.lemma_.lower()
    if first.tag_ == "MD" and adjacent and helps and verb.tag_ in ("VBD", "VBN"):
        regular = verb.lemma_.lower() if word.endswith("ed") and past(verb.lemma_.lower()) == word else None
        return _BASE_OF_PAST.get(word, regular)
    return None


def _takes_object(verb: Token) -> bool:
    """Whether the words after what may be a verb begin its object."""
    after = following(verb)
    return after is not None and (after.pos_ in ("DET", "NUM") or after.tag_ in ("PRP", "PRP$"))


def _is_base(verb: Token) -> bool:
    """Whether a word after "have" is the base of a verb and no participle: has ask."""
    word = verb.lower_
    if verb.tag_ not in ("VB", "VBP") or word in UNCHANGED or word not in base_forms("verb"):
        return False
    if word in base_forms("noun") and not _takes_object(verb):
        return False  # had cause to ask
    return participle_of(word) != word and word not in _PARTICIPLES and not any(c.tag_ == "MD" for c in verb.children)


def _is_led(auxiliary: Token, lead: Token) -> bool:
    """Whether "lead" after an auxiliary stands for "led": was lead by, had lead the team."""
    after = following(lead)
    if auxiliary.lemma_ not in ("be", "have") and auxiliary.lower_ not in ("'ve", "’ve"):
        return False
    return after is not None and (
        after.lower_ == "by"
        if auxiliary.lemma_ == "be"
        else lead.pos_ == "VERB" and (after.pos_ in ("DET", "PRON", "NUM") or after.lower_ in ("to", "by"))
    )


def _am_agree(token: Token) -> Iterator[Slip]:
    """I am agree."""
    verb = following(token)
    if verb is not None and verb.lower_ in _ACTS and (token.lower_ == "am" or verb.tag_ in ("VB", "VBP")):
        yield Slip(token, verb, verb.lower_)


def _been(token: Token) -> Iterator[Slip]:
    """Been without have: without been afraid."""
    window = token.doc[max(token.sent.start, token.i - 12) : token.i]
    if not any(t.lower_ in _HAVE for t in window):
        yield Slip(token, token, "being" if window and window[-1].pos_ in ("ADP", "SCONJ") else None)


def _if_will(token: Token) -> Iterator[Slip]:
    """If I will be, at the head of a sentence."""
    subject, will, verb = following(token), following(token, 2), following(token, 3)
    if (
        (
            token.lower_ == "if"
            and token.i == token.sent.start
            and subject is not None
            and subject.pos_ == "PRON"
            and will is not None
            and will.lower_ == "will"
        )
        and verb is not None
        and verb.lower_ == "be"
    ):
        yield Slip(will, verb, "am" if subject.text == "I" else None)


def _bare_participle(pronoun: Token) -> Iterator[Slip]:
    """I seen it."""
    verb, before = following(pronoun), preceding(pronoun)
    asked = before is not None and (before.lower_ in _HAVE | _BE or before.pos_ in ("AUX", "VERB"))
    if verb is not None and verb.lower_ in _BARE_PARTICIPLES and not asked:
        pasts = {participle: past_ for past_, participle in IRREGULAR.values()}
        yield Slip(verb, verb, pasts.get(verb.lower_))


def _other_participle(participle: Token) -> Iterator[Slip]:
    """The engineers seen it."""
    who, what = preceding(participle), following(participle)
    subject = who is not None and who.dep_ == "nsubj" and who.head == participle and who.pos_ in ("NOUN", "PROPN")
    helped = any(child.dep_ in AUXILIARIES for child in participle.children)
    if subject and not helped and what is not None and what.lower_ in ("it", "them", "him", "this", "these"):
        pasts = {form: past_ for past_, form in IRREGULAR.values()}
        yield Slip(participle, participle, pasts.get(participle.lower_))


def _approved(be: Token) -> Iterator[Slip]:
    """The plan was approve in June; the letter was send; not: all that I did was approve it."""
    verb = following(be)
    if (
        verb is None
        or verb.lower_ not in base_forms("verb")
        or verb.lower_ in UNCHANGED
        or verb.dep_ in ("xcomp", "ccomp", "advcl")
    ):
        return
    plain = verb.lower_ in only_verbs() or verb.lower_ in irregular().values()
    beyond = following(verb)
    ends = beyond is None or beyond.is_punct or beyond.lower_ in ("by", "in", "on", "at", "to", "without", "within")
    did = any(t.lemma_ == "do" or t.tag_ in ("WP", "MD", "WDT") for t in be.doc[be.sent.start : be.i])
    passive = (be.dep_ == "auxpass" and be.head == verb) or (
        verb.head == be and verb.tag_ == "JJ" and verb.lower_ in only_verbs()
    )
    if plain and ends and not did and passive:
        yield Slip(be, verb, f"{be.text} {participle_of(verb.lower_)}")


def _led(lead: Token) -> Iterator[Slip]:
    """I lead the team from 2012 to 2015; I lead it and saved a million; the team lead by Ms. Ruiz."""
    before, after = preceding(lead), following(lead)
    if (
        before is not None
        and before.tag_ == "NN"
        and after is not None
        and after.lower_ == "by"
        and lead.pos_ == "VERB"
    ):
        yield Slip(lead, lead, "led")
        return
    if lead.tag_ not in ("VBP", "VB") or any(c.dep_ in AUXILIARIES for c in lead.children) or own_subject(lead) is None:
        return
    if is_part_of_subject(lead):
        return  # my team lead at the agency left
    joined = any(c.dep_ == "conj" and c.tag_ == "VBD" and own_subject(c) is None for c in lead.rights)
    years = (
        n
        for c in lead.children
        if c.dep_ == "prep" and c.lower_ in ("in", "from", "during", "until")
        for n in c.children
    )
    if joined or any(year.text.isdigit() and len(year) == 4 for year in years):
        yield Slip(lead, lead, "led")


def _regularised(verb: Token) -> Iterator[Slip]:
    """I have chosed the ports; they builded a wall."""
    before, base = preceding(verb), _REGULARISED[verb.lower_]
    if verb.text.islower() and before is not None and not is_word(verb.lower_):
        perfect = before.lemma_ in ("have", "be") or before.lower_ in ("'ve", "’ve") or before.dep_ in AUXILIARIES
        yield Slip(verb, verb, participle_of(base) if perfect else past(base))


# Each such verb in a sentence, from the word before it that it does not fit.
looks = Looks(
    "is the wrong form of the verb",
    {
        _verb_form: {*MODALS, *_BE, "be", "been", "being", "did", "does", "do", "have", "has", "had", "'ve", "’ve"},
        _am_agree: ("am", "are", "were"),
        _been: ("been",),
        _if_will: ("if",),
        _bare_participle: ("i", "we", "they", "he", "she"),
        _other_participle: _BARE_PARTICIPLES,
        _led: ("lead",),
        _regularised: _REGULARISED,
        _approved: ("was", "were", "been", "be", "being"),
    },
)
