"""The number of a subject: whether it is surely one, surely several, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ecqlint.checks._english.grammar import is_word
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.counting import COLLECTIVE, MEASURES

if TYPE_CHECKING:
    from spacy.tokens import Token

Number = Literal["singular", "plural"]
SINGULAR_PRONOUNS = frozenset(
    "he she it this that everyone everybody someone somebody anyone anybody nobody nothing everything something anything".split()
)
_PLURAL_PRONOUNS = frozenset(("we", "they", "you", "these", "those"))
_PLURAL_SHARES = frozenset("both few many several".split())
_PLURAL_NOUNS = frozenset("people police cattle women men children".split())
# A share of several is several, a share of a mass is one: two thirds of the claims were, two thirds of the money was.
_SHARES = frozenset("percent half third quarter fourth fifth tenth most some all".split())
_ENOUGH = frozenset("few many much enough little plenty more less fewer insufficient sufficient short long".split())
# A body of people is heard in the plural too: the committee were of two minds.
_BODIES = frozenset(
    "board cabinet club commission committee congregation council delegation parliament squad union".split()
)
# With a word that describes them and no article they name an office: human resources was of no help.
_OFFICES = frozenset("accounts affairs communications operations relations resources services".split())
_VAGUE_DETERMINERS = frozenset(("all", "both", "no", "any", "some"))


def number_of(subject: Token) -> Number | None:
    """The number of a subject; None where either may be heard, or the parser may have lost a part of it."""
    word, children = subject.lower_, _own(subject)
    if any(child.dep_ == "conj" and child.text == "I" for child in children) or _is_pair(subject):
        return "plural"
    if any(child.dep_ == "preconj" and child.lower_ == "neither" for child in children):
        return _nearer(subject)
    if any(child.dep_ in ("conj", "appos", "cc") for child in children):
        return None
    if word in _PLURAL_PRONOUNS and subject.tag_ in ("PRP", "DT") and not children:
        return "plural"
    if word in SINGULAR_PRONOUNS and subject.tag_ in ("PRP", "NN", "DT"):
        return "singular" if word not in ("this", "that") or subject.tag_ == "DT" else None
    lemma = subject.lemma_.lower()
    if lemma in _SHARES and (of := next((child for child in children if child.lower_ == "of"), None)) is not None:
        return _shared(of)
    if subject.tag_ == "CD" and word != "one" and word not in MEASURES and children and children[0].lower_ == "of":
        return "plural" if _shared(children[0]) == "plural" else None
    # Leading people is hard; things going wrong is helpful.
    if subject.i > 0 and subject.nbor(-1).tag_ == "VBG":
        return None
    if any(child.tag_ == "VBG" and child.dep_ != "relcl" for child in children):
        return None
    if not subject.text[1:].islower() and len(word) > 1:
        return None
    if word in _PLURAL_NOUNS and not any(
        child.dep_ == "poss" or child.lower_ in ("a", "the", "this", "that") for child in children
    ):
        return "plural"
    if subject.tag_ == "NNP" and word.isalpha() and not word.endswith("s"):
        return "singular" if _is_named(subject) else None
    if word == "number" and any(child.dep_ == "det" and child.lower_ == "the" for child in children):
        return "singular"
    if word in _PLURAL_SHARES and any(child.lower_ == "of" for child in children):
        return "plural"
    return _number_of_noun(subject, lemma)


def _number_of_noun(subject: Token, lemma: str) -> Number | None:
    """The number of a plain noun, which its ending tells."""
    word, children = subject.lower_, _own(subject)
    if subject.pos_ != "NOUN" or not word.isalpha() or word in COLLECTIVE or lemma in MEASURES:
        return None
    if (
        word in _OFFICES
        and not has_determiner(subject)
        and any(child.dep_ in ("amod", "compound") for child in children)
    ):
        return None
    if (lemma in COLLECTIVE or word in _BODIES) and subject.tag_ != "NNS":
        return None
    # A clean and a redlined version may share their noun.
    shared = any(child.dep_ == "amod" and any(other.dep_ == "conj" for other in child.children) for child in children)
    if (
        subject.tag_ == "NN"
        and (not word.endswith("s") or word.endswith("ss"))
        and is_word(word)
        and has_determiner(subject)
        and not shared
    ):
        return None if any(child.dep_ == "nummod" for child in children) else "singular"
    if subject.tag_ == "NNS" and word.endswith("s") and word != lemma and not word.endswith("ss") and is_word(lemma):
        # A title, or a part of a name, may end in -s; a bare plural is as plain as one with a determiner.
        single = any(child.lower_ in ("a", "an", "each", "every", "one", "this", "that") for child in children)
        return None if single else "plural"
    return None


def _own(subject: Token) -> list[Token]:
    """What depends on a subject, without what only stands beside it: the chief, as well as two lawyers; Kotter (2012)."""
    children = [child for child in subject.children if not (child.dep_ == "appos" and child.tag_ == "CD")]
    beside = next((child for child in children if child.dep_ == "cc" and child.lower_ == "as"), None)
    if beside is None or not any(child.text == "," and child.i < beside.i for child in children):
        return children
    return [child for child in children if child.dep_ not in ("cc", "conj") or child.i < beside.i - 2]


def is_amount(main: Token, verb: Token, subject: Token) -> bool:
    """Whether a plural is spoken of as one thing: corrections is a calling, nine trucks is enough."""
    counted = any(child.dep_ in ("nummod", "quantmod") or child.tag_ == "CD" for child in subject.children)
    complements = [child for child in main.children if child.dep_ in ("attr", "acomp") and child.i > verb.i]
    if counted and not is_person(subject):
        plain = main.dep_ == "relcl" or verb.lower_ in ("was", "is", "has", "does")
        return not plain or any(child.dep_ == "attr" or child.lower_ in _ENOUGH for child in complements)
    bare = not any(subject.children) and verb.lower_ in ("is", "was")
    return bare and any(child.dep_ == "attr" and child.tag_ == "NN" for child in complements)


def has_determiner(noun: Token) -> bool:
    """Whether an article, a possessive or a pronoun says which one is meant."""
    return any(child.dep_ in ("det", "poss") and child.lower_ not in _VAGUE_DETERMINERS for child in noun.children)


def _is_named(name: Token) -> bool:
    """Whether a capitalised noun is one person's: Kotter (2012), the Secretary, or a name by itself."""
    words = [child for child in name.children if not child.is_punct and child.pos_ != "NUM"]
    if not name.lower_[1:].isalpha() or not name.text[1:].islower():
        return False
    return not words or (is_person(name) and all(word.dep_ in ("det", "poss") for word in words))


def _is_pair(subject: Token) -> bool:
    """Whether two are joined, each with a determiner of its own: the captain and his crew; not: my friend and colleague."""
    joined = [child for child in subject.children if child.dep_ == "conj"]
    by = [child.lower_ for child in subject.children if child.dep_ in ("cc", "preconj")]
    if (
        len(joined) != 1
        or by not in (["and"], ["both", "and"])
        or any(t.is_punct for t in subject.doc[subject.i : joined[0].i])
    ):
        return False
    if any(t.lower_ in ("each", "every", "no") for t in subject.lefts) or any(
        t.dep_ == "cc" for t in joined[0].children
    ):
        return False
    # What goes with "of" may be joined inside it.
    plain = not any(child.dep_ == "prep" for noun in (subject, joined[0]) for child in noun.children)
    persons = ("he", "she", "they")
    return plain and all(
        noun.lower_ in persons or (noun.pos_ == "NOUN" and has_determiner(noun)) for noun in (subject, joined[0])
    )


def _nearer(subject: Token) -> Number | None:
    """The number of neither ... nor ...: that of the nearer, if the verb cannot agree with the farther one instead."""
    others = [child for child in subject.children if child.dep_ == "conj"]
    if len(others) != 1 or any(child.dep_ in ("conj", "cc") for child in others[0].children):
        return None
    numbers = {noun: "singular" if noun.tag_ in ("NN", "NNP") else "plural" for noun in (subject, others[0])}
    if numbers[others[0]] == "plural":
        return "plural" if others[0].tag_ in ("NNS", "NNPS") and others[0].lemma_.lower() not in COLLECTIVE else None
    alone = has_determiner(subject) and has_determiner(others[0]) and subject.lower_ not in COLLECTIVE
    return "singular" if alone and numbers[subject] == "singular" and others[0].lower_ not in COLLECTIVE else None


def _shared(of: Token) -> Number | None:
    """The number of what a share is of."""
    noun = next((child for child in of.children if child.dep_ == "pobj"), None)
    if noun is None or noun.pos_ != "NOUN" or any(child.dep_ in ("conj", "cc", "appos") for child in noun.children):
        return None
    lemma, word = noun.lemma_.lower(), noun.lower_
    if lemma in COLLECTIVE | MEASURES or word in COLLECTIVE or not word.isalpha() or not noun.text.islower():
        return None
    if noun.tag_ == "NNS" and word.endswith("s") and is_word(lemma) and lemma != word:
        return "plural"
    singular = noun.tag_ == "NN" and not word.endswith("s") and is_word(word) and of.head.lower_ not in ("some", "all")
    return "singular" if singular else None
