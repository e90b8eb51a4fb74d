"""Verbs that do not agree in number with their subjects.

The parser is trained on correct English and errs on the other kind, so each judgement asks for the plain case: a bare
subject next to its verb, a noun whose ending says its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._counting import COLLECTIVE, MEASURES
from ecqlint.checks._grammar import AUXILIARIES, is_word
from ecqlint.checks._inflection import with_s
from ecqlint.checks._lexicon import base_forms
from ecqlint.checks._people import is_person
from ecqlint.checks._slip import Slip
from ecqlint.checks._subjunctive import SINGULAR_OF, is_subjunctive

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_SUBJECT = frozenset(("nsubj", "nsubjpass"))
PLURAL_OF = {"was": "were", "is": "are", "has": "have", "does": "do"}
_PLURAL_PRONOUNS = frozenset(("we", "they", "you", "these", "those"))
_SINGULAR_PRONOUNS = frozenset(
    "he she it this that everyone everybody someone somebody anyone anybody nobody nothing everything something anything".split()
)
_PLURAL_SHARES = frozenset("both few many several".split())
_PLURAL_NOUNS = frozenset("people police cattle women men children".split())
UNCHANGED = frozenset(
    "beat bet bid burst cast come cost cut fit forecast hit hurt let overcome overrun put quit read reset rid run set shed shut slit "
    "split spread spit thrust upset wed wet become broadcast offset".split()
)


def slips(sentence: Tokens) -> Iterator[Slip]:
    """Each place in a sentence where number does not agree."""
    for token in sentence:
        if token.pos_ in ("VERB", "AUX"):
            yield from _verb(token)


def _verb(verb: Token) -> Iterator[Slip]:
    """A finite verb in the wrong number for its subject."""
    if verb.tag_ in ("MD", "VBG", "VBN"):
        return
    main = verb.head if verb.dep_ in AUXILIARIES else verb
    # The verb that carries the number is the first of its group.
    helpers = [t for t in main.children if t.dep_ in AUXILIARIES]
    if verb != min([main, *helpers], key=lambda t: t.i):
        return
    subject = _subject(main, verb)
    if subject is None or _is_parted(subject, verb) or any(t.tag_ == "TO" for t in helpers):
        return
    if subject.pos_ == "PRON" and subject.i > verb.sent.start and subject.nbor(-1).tag_ == "VB":
        return  # the tools we use to test it are
    if subject.tag_ in ("WDT", "WP") and main.dep_ == "relcl":
        if subject.lower_ in ("who", "which", "that") and main.head.i == subject.i - 1 and not _is_one_of(main.head):
            subject = main.head
        else:
            return
    if _is_misread(main, verb, subject):
        return
    number = _number(subject)
    if (
        number == "plural"
        and not any(subject.children)
        and verb.lower_ in ("is", "was")
        and any(c.dep_ == "attr" and c.tag_ == "NN" for c in main.children)
    ):
        return  # a field or a topic: corrections is a calling
    if number == "plural" and _is_singular_form(verb):
        yield Slip(verb, verb, _plural_form(verb))
    elif number == "singular" and _is_plural_form(verb) and not is_subjunctive(main, verb, subject):
        yield Slip(verb, verb, SINGULAR_OF.get(verb.lower_) or with_s(verb.lower_))
    elif subject.text == "I" and verb.lower_ in ("has", "is", "are", "does") and _is_alone(subject, verb):
        yield Slip(verb, verb, {"has": "have", "does": "do"}.get(verb.lower_, "am"))


def _is_misread(main: Token, verb: Token, subject: Token) -> bool:
    """Whether what looks like a subject or a verb may be something else, where the words are good English.

    Closed since Korea are open; thought Denver slow; God bless it; building coalitions of ports takes coffee.
    """
    edge = subject.left_edge
    before = edge.nbor(-1).lower_ if edge.i > verb.sent.start else ""
    if (subject.tag_ == "NNP" or main.dep_ == "advcl") and before in (
        "since",
        "than",
        "like",
        "before",
        "after",
        "until",
    ):
        return True
    if before in ("but", "except") and edge.nbor(-1).i > verb.sent.start and not edge.nbor(-2).is_punct:
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
    if subject.lower_ in ("god", "heaven", "heavens"):
        return True
    opens = main.sent[0]
    gerund = opens.lower_.endswith("ing") and opens.i < subject.i and _is_singular_form(verb)
    if gerund and not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in ",;" for t in main.doc[opens.i : verb.i]):
        return True
    # A word that opens a sentence has its capital from there: Bison belong to an older story.
    return subject.tag_ == "NNP" and subject.i == main.sent.start and is_word(subject.lower_)


def _is_alone(i: Token, verb: Token) -> bool:
    """Whether "I" is the whole subject, with at most an adverb before the verb."""
    return i.dep_ != "conj" and not any(c.dep_ == "conj" for c in i.children) and verb.i - i.i <= 2


def _subject(main: Token, verb: Token) -> Token | None:
    """The subject right before the verb, or, of a verb joined by "and", that of the verb before."""
    own = [child for child in main.children if child.dep_ in _SUBJECT and child.i < verb.i]
    if own or main.dep_ != "conj" or (main == verb and verb.tag_ not in ("VBD", "VBZ", "VBP")):
        return own[-1] if own else None
    first = main.head
    joined = verb.i > first.i and verb.i - first.i <= 12 and verb.nbor(-1).lower_ == "and" and first.tag_ != "VB"
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


def _number(subject: Token) -> str | None:
    """Whether a subject is surely singular or surely plural."""
    word = subject.lower_
    if any(child.dep_ == "conj" and child.text == "I" for child in subject.children) or _is_pair(subject):
        return "plural"
    if any(child.dep_ in ("conj", "appos", "cc") for child in subject.children):
        return None
    if word in _PLURAL_PRONOUNS and subject.tag_ in ("PRP", "DT") and not any(subject.children):
        return "plural"
    if (
        word in _SINGULAR_PRONOUNS
        and subject.tag_ in ("PRP", "NN", "DT")
        and (word not in ("this", "that") or subject.tag_ == "DT")
    ):
        return "singular"
    # Leading people is hard; things going wrong is helpful.
    if subject.i > 0 and subject.nbor(-1).tag_ == "VBG":
        return None
    if any(child.tag_ == "VBG" for child in subject.children) or (not subject.text[1:].islower() and len(word) > 1):
        return None
    if word in _PLURAL_NOUNS and not any(child.lower_ in ("a", "the", "this", "that") for child in subject.children):
        return "plural"
    if (
        subject.tag_ == "NNP"
        and word.isalpha()
        and not word.endswith("s")
        and word[1:].islower()
        and not any(subject.children)
    ):
        return "singular"
    if word == "number" and any(child.dep_ == "det" and child.lower_ == "the" for child in subject.children):
        return "singular"
    if word in _PLURAL_SHARES and any(child.lower_ == "of" for child in subject.children):
        return "plural"
    lemma = subject.lemma_.lower()
    if subject.pos_ != "NOUN" or not word.isalpha() or word in COLLECTIVE or lemma in MEASURES:
        return None
    if lemma in COLLECTIVE and subject.tag_ != "NNS":
        return None
    if any(child.dep_ in ("nummod", "quantmod") or child.tag_ == "CD" for child in subject.children):
        # Nine trucks is few; nine drivers who was late are late all the same.
        return "plural" if is_person(subject) and subject.tag_ == "NNS" else None
    if subject.tag_ == "NN" and not word.endswith("s") and is_word(word) and _has_determiner(subject):
        return "singular"
    if subject.tag_ == "NNS" and word.endswith("s") and word != subject.lemma_.lower() and not word.endswith("ss"):
        # A title, or a part of a name, may end in -s; a bare plural is as plain as one with a determiner.
        return (
            None
            if any(child.lower_ in ("a", "an", "each", "every", "one", "this", "that") for child in subject.children)
            else "plural"
        )
    return None


def _is_pair(subject: Token) -> bool:
    """Whether two are joined, each with a determiner of its own: the captain and his crew; not: my friend and colleague."""
    joined = [child for child in subject.children if child.dep_ == "conj"]
    by = [child.lower_ for child in subject.children if child.dep_ in ("cc", "preconj")]
    if len(joined) != 1 or by != ["and"] or any(t.is_punct for t in subject.doc[subject.i : joined[0].i]):
        return False
    if any(t.lower_ in ("each", "every", "no") for t in subject.lefts) or any(
        t.dep_ == "cc" for t in joined[0].children
    ):
        return False
    # What goes with "of" may be joined inside it.
    plain = not any(child.dep_ == "prep" for noun in (subject, joined[0]) for child in noun.children)
    persons = ("he", "she", "they")
    return plain and all(
        noun.lower_ in persons or (noun.pos_ == "NOUN" and _has_determiner(noun)) for noun in (subject, joined[0])
    )


def _has_determiner(noun: Token) -> bool:
    return any(
        child.dep_ in ("det", "poss") and child.lower_ not in ("all", "both", "no", "any", "some")
        for child in noun.children
    )


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
