"""Verbs that do not agree in number with their subjects.

The parser is trained on correct English and errs on the other kind, so each judgement asks for the plain case: a bare
subject next to its verb, a noun whose ending says its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, SUBJECTS, governor, is_word
from ecqlint.checks._english.inflection import with_s
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks.grammar.misparsed import is_no_verb, is_part_of_subject
from ecqlint.checks.grammar.number import SINGULAR_PRONOUNS, is_amount, number_of
from ecqlint.checks.grammar.slip import Looks, Slip
from ecqlint.checks.grammar.subjunctive import SINGULAR_OF, is_subjunctive

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
PLURAL_OF = {"was": "were", "is": "are", "has": "have", "does": "do"}
UNCHANGED = frozenset(
    "beat bet bid burst cast come cost cut fit forecast hit hurt let overcome overrun put quit read reset rid run set shed shut slit "
    "split spread spit thrust upset wed wet become broadcast offset".split()
)


def _verb(verb: Token) -> Iterator[Slip]:
    """A finite verb in the wrong number for its subject."""
    if verb.tag_ in ("MD", "VBG", "VBN"):
        return
    main = verb.head if verb.dep_ in AUXILIARIES else verb
    # The verb that carries the number is the first of its group.
    helpers = [t for t in main.children if t.dep_ in AUXILIARIES]
    if verb != min([main, *helpers], key=lambda t: t.i):
        return
    gerund = next((child for child in main.children if child.dep_ == "csubj" and child.tag_ == "VBG"), None)
    if gerund is not None and _is_alone_before(gerund, verb) and _is_plural_form(verb):
        yield Slip(verb, verb, SINGULAR_OF.get(verb.lower_) or with_s(verb.lower_), gerund)
    subject = _subject(main, verb)
    if subject is None or _is_parted(subject, verb) or any(t.tag_ == "TO" for t in helpers):
        return
    if subject.pos_ == "PRON" and not subject.is_sent_start and subject.nbor(-1).tag_ == "VB":
        return  # the tools we use to test it are
    if subject.tag_ in ("WDT", "WP") and main.dep_ == "relcl":
        described = main.head
        apart = _is_apart(subject, described) and _is_plural_form(verb)
        beside = described.i == subject.i - 1 or apart
        if subject.lower_ not in ("who", "which", "that") or not beside or _is_one_of(described):
            return
        if described.lower_ == "number":
            return  # the number who were late
        subject = described
    if _is_misread(main, verb, subject) or is_no_verb(main, verb, subject):
        return
    number = number_of(subject)
    if number == "plural" and is_amount(main, verb, subject):
        return
    if number == "plural" and _is_singular_form(verb):
        yield Slip(verb, verb, _plural_form(verb), subject)
    elif number == "singular" and _is_plural_form(verb) and not is_subjunctive(main, verb, subject):
        yield Slip(verb, verb, SINGULAR_OF.get(verb.lower_) or with_s(verb.lower_), subject)
    elif subject.text == "I" and verb.lower_ in ("has", "is", "are", "does") and _is_alone(subject, verb):
        yield Slip(verb, verb, {"has": "have", "does": "do"}.get(verb.lower_, "am"), subject)


def _is_apart(pronoun: Token, described: Token) -> bool:
    """Whether the noun before the comma is all that the clause may be about: I mowed the grass, which grow slowly."""
    if described.i != pronoun.i - 2 or pronoun.nbor(-1).text != "," or pronoun.lower_ not in ("who", "which"):
        return False
    verb = governor(described)
    between = described.doc[verb.i if verb is not None and verb.i < described.i else described.sent.start : described.i]
    return not any(word.tag_ in ("NNS", "NNPS") or word.lower_ in ("and", "or") for word in between)


def _may_be_noun(verb: Token) -> bool:
    """Whether the verb may be the last word of a noun: stayed in county jails; the median wait in the ward went from five hours to two."""
    before = preceding(verb)
    bare = before is not None and before.dep_ == "pobj" and before.tag_ == "NN" and not any(before.lefts)
    if bare and verb.tag_ == "VBZ":
        return True
    return verb.dep_ not in AUXILIARIES and is_part_of_subject(verb)


def _is_misread(main: Token, verb: Token, subject: Token) -> bool:
    """Whether what looks like a subject or a verb may be something else, where the words are good English.

    Closed since Korea are open; thought Denver slow; God bless it; building coalitions of ports takes coffee.
    """
    edge, after = subject.left_edge, following(verb)
    first = preceding(edge)
    before = first.lower_ if first is not None else ""
    # A title (Die Zeit), a verb of two words (he cross examined), and the second of two that are joined (both the time and the place were).
    if (verb.text[0].isupper() and not verb.is_sent_start) or (
        verb == main and after is not None and after.tag_ == "VBD"
    ):
        return True
    if _may_be_noun(verb):
        return True
    if before == "and" and not _is_singular_form(verb):
        start = max(edge.i - 7, verb.sent.start)
        if main.dep_ != "conj" or any(t.lower_ == "both" for t in verb.doc[start : edge.i]):
            return True
    if subject.lower_ in SINGULAR_PRONOUNS and any(
        t.pos_ == "VERB" and t.dep_ not in ("relcl", "acl") for t in verb.doc[subject.i + 1 : verb.i]
    ):
        return True
    if subject.lower_ == "that" and not subject.is_sent_start:
        return True
    if (subject.tag_ == "NNP" or main.dep_ == "advcl") and before in (
        "since",
        "than",
        "like",
        "before",
        "after",
        "until",
    ):
        return True
    if before in ("but", "except") and not edge.nbor(-1).is_sent_start and not edge.nbor(-2).is_punct:
        return True
    if verb.lower_ in ("fall", "spring") and subject.lower_ == "that":
        return True
    judged = main.dep_ in ("ccomp", "xcomp") and main.head.lemma_ in (
        "think",
        "find",
        "consider",
        "call",
        "believe",
        "judge",
        "deem",
    )
    if (
        judged
        and verb == main
        and verb.tag_ in ("VB", "VBP")
        and not any(c.dep_ in ("dobj", "prep", "mark") for c in main.children)
    ):
        return True
    if subject.lower_ in ("god", "heaven", "heavens") or verb.lower_ == "means":  # "results driven" means
        return True
    opens = main.sent[0] if _is_singular_form(verb) else verb
    gerund = opens.lower_.endswith("ing") and opens.i < subject.i
    if gerund and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in ",;" for t in main.doc[opens.i : verb.i]):
        return True
    # A word that opens a sentence has its capital from there: Bison belong to an older story.
    return subject.tag_ == "NNP" and bool(subject.is_sent_start) and is_word(subject.lower_)


def _is_alone(i: Token, verb: Token) -> bool:
    """Whether "I" is the whole subject, with at most an adverb before the verb."""
    return i.dep_ != "conj" and not any(c.dep_ == "conj" for c in i.children) and verb.i - i.i <= 2


def _is_alone_before(gerund: Token, verb: Token) -> bool:
    """Whether a form in -ing is the whole subject of the verb after it: blaming others only destroys trust."""
    between = verb.doc[gerund.i : verb.i]
    opens = gerund.is_sent_start or (gerund.nbor(-1).lower_ in ("that", "but", "because"))
    return (
        opens
        and verb.tag_ != "VB"
        and not any((t.dep_ in ("cc", "conj", *SUBJECTS) and t != gerund) or t.is_punct for t in between)
    )


def _subject(main: Token, verb: Token) -> Token | None:
    """The subject right before the verb, or, of a verb joined by "and", that of the verb before."""
    own = [child for head in {main, verb} for child in head.children if child.dep_ in _SUBJECT and child.i < verb.i]
    if own or main.dep_ != "conj" or (main == verb and verb.tag_ not in ("VBD", "VBZ", "VBP")):
        return own[-1] if own else None
    first = main.head
    joined = verb.i > first.i and verb.i - first.i <= 12 and verb.nbor(-1).lower_ == "and" and first.tag_ != "VB"
    # What stands between may have a subject to share: I found that the tank was empty and is clean.
    joined = joined and not any(token.dep_ in SUBJECTS for token in verb.doc[first.i : verb.i])
    return (
        next((child for child in first.children if child.dep_ in _SUBJECT and child.i < first.i), None)
        if joined and verb.lower_ in PLURAL_OF
        else None
    )


def _is_parted(subject: Token, verb: Token) -> bool:
    """Whether a comma or semicolon before the verb cuts it off from what only looks like its subject."""
    before = verb.nbor(-1).text
    marks = [t.text for t in verb.doc[subject.i : verb.i] if t.text in (",", ";", ":", "-", "–", "—")]
    return before in (";", ":") or (before in (",", "-", "–", "—") and len(marks) < 2) or ";" in marks


def _is_singular_form(verb: Token) -> bool:
    if verb.lower_ in PLURAL_OF:
        return verb.tag_ != "POS"
    return (
        verb.tag_ == "VBZ"
        and verb.lower_ == with_s(verb.lemma_.lower())
        and is_word(verb.lemma_.lower())
        and verb.text.isalpha()
    )


def _plural_form(verb: Token) -> str:
    return PLURAL_OF.get(verb.lower_) or verb.lemma_.lower()


def _is_plural_form(verb: Token) -> bool:
    if verb.lower_ == "be":
        return False
    if verb.lower_ in SINGULAR_OF:
        return verb.tag_ in ("VBP", "VBD", "VB")
    return (
        verb.tag_ in ("VBP", "VB")
        and verb.lower_ not in UNCHANGED
        and verb.lower_ == verb.lemma_.lower()
        and verb.lower_ in base_forms("verb")
    )


def _is_one_of(noun: Token) -> bool:
    """Whether a clause about a noun may be about what stands before it: one of the clerks who, the list of clerks that."""
    of_noun = noun.dep_ == "pobj" and noun.head.head.pos_ not in ("VERB", "AUX")
    return of_noun or any(child.dep_ == "conj" for child in noun.children) or noun.dep_ in ("conj", "appos")


looks = Looks("does not agree with {beside}", kinds={_verb: ("VERB", "AUX")})
