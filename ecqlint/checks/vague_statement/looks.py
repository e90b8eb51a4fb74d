"""The grammar of vagueness: amounts and degrees beside which no number and no list stands, and the question that each leaves open.

Each of LOOKS looks at a word, and gives the first and last word of what is vague, and the question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import own_subject
from ecqlint.checks.vague_statement.specifics import compares, is_compound, is_measured, is_specific

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = ("NNS", "NNPS")
_DEFINITE = frozenset("the these those".split())
_DETERMINED = _DEFINITE | {"any", "no"}
_DESCRIBING = frozenset("det poss nummod relcl prep amod".split())
_PARTIES = frozenset("partner party player stakeholder".split())
_LARGE = frozenset(
    "good great large wide broad whole full huge vast fair considerable meaningful significant sizable substantial small".split()
)
_KINDS = frozenset("kind sort manner type variety".split())
_ENDLESS = frozenset("countless innumerable untold myriad".split())
_MORE = frozenset(("additional", "further"))
_SHORT = 8  # words; of a longer clause only the verb is underlined
# What is said to have happened to gains, and to troubles, when nothing is said of them.
_OBTAINING = frozenset("make realize gain achieve attain obtain learn share take see reap identify".split())
_ARISING = frozenset("arise emerge occur exist surface come".split())
_BEING = frozenset("be become prove remain seem".split())
_MUCH = frozenset(("deal", "lot", "bit"))


@dataclass(frozen=True)
class Words:
    """The words of vagueness: the options of the rule, which say what each is."""

    quantifiers: frozenset[str]
    quantities: frozenset[str]
    units: frozenset[str]
    sizes: frozenset[str]
    gains: frozenset[str]
    outcomes: frozenset[str]
    others: frozenset[str]
    empty: frozenset[str]
    help: frozenset[str]
    unnamed: frozenset[str]
    parties: frozenset[str]
    degrees: frozenset[str]
    intensifiers: frozenset[str]
    changing: frozenset[str]
    praising: frozenset[str]


Place = tuple["Token", "Token", str]


def _how_many(token: Token, words: Words) -> Place | None:
    """Many stakeholders; a number of initiatives; several of them; all kinds of things; quite a few of the vendors."""
    noun: Token | None = None
    first = token
    if token.lower_ in words.quantifiers:
        if token.dep_ in ("amod", "det", "nummod", "nmod") and token.head.i > token.i:
            noun = token.head
        elif token.dep_ != "amod":
            noun = _of_what(token)
            if noun is not None and noun.tag_ not in (*_PLURAL, "PRP"):
                return None
    elif token.lower_ == "few" and _is_quite_a_few(token):
        noun = token.head if token.dep_ == "amod" else _of_what(token)
        first = token.nbor(-2)
    elif _is_unbounded(token, words) and (noun := _of_what(token)) is not None:
        first = token.left_edge
        if noun.tag_ not in (*_PLURAL, "PRP") and token.lemma_ not in _MUCH:
            return None
    if (
        noun is None
        or compares(first)
        or (token.head == noun and any(c.lower_ in _DEFINITE for c in noun.lefts))
        or is_specific(token, noun)
    ):
        return None
    timed = noun.lemma_.lower() in words.units and token.lower_ not in _ENDLESS
    if timed or noun.tag_ == "CD" or noun.like_num:
        return None
    if noun.tag_ not in (*_PLURAL, "PRP") and token.lemma_ not in _MUCH:
        return None
    question = (
        "how much?"
        if token.lemma_ in _MUCH and noun.tag_ not in (*_PLURAL, "PRP")
        else "how often?"
        if noun.lemma_ == "occasion"
        else "how many, and which?"
    )
    return first, noun, question


def _is_quite_a_few(few: Token) -> bool:
    before = few.doc[max(few.sent.start, few.i - 2) : few.i]
    return [token.lower_ for token in before] == ["quite", "a"]


def _is_unbounded(token: Token, words: Words) -> bool:
    """Whether "of" joins to a noun no more than that there is some of it: a number of, any number of, all sorts of."""
    before = [child.lower_ for child in token.lefts]
    if token.lemma_ in _KINDS:
        return bool(before) and before[0] in ("all", "many", "various", "several", "any", "different")
    if token.lower_ == "number" and before == ["any"]:
        return True
    return token.lower_ in words.quantities and _is_indefinite(token)


def _is_indefinite(quantity: Token) -> bool:
    """A number, a great many, lots: but not the number, or a bad lot."""
    return all(
        child.lower_ in ("a", "an") if child.dep_ == "det" else child.lower_ in _LARGE for child in quantity.lefts
    )


def _of_what(quantity: Token) -> Token | None:
    of = next((child for child in quantity.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
    return next((child for child in of.rights if child.dep_ == "pobj"), None) if of is not None else None


def _how_much(token: Token, words: Words) -> Place | None:
    """Significant progress, substantial savings, important lessons."""
    if token.dep_ != "amod" or token.lower_ not in words.sizes or token.head.lemma_.lower() not in words.gains:
        return None
    noun = token.head
    if token.i > noun.i or is_compound(token, noun) or is_measured(noun) or compares(token) or is_specific(noun, noun):
        return None
    return token, noun, "how many, and which?" if noun.tag_ in _PLURAL else "how much, and in what?"


def _which(token: Token, words: Words) -> Place | None:
    """Other factors, certain issues, appropriate training, all parties, key stakeholders; by other regions."""
    plural, lemma = token.tag_ in _PLURAL, token.lemma_.lower()
    agent = plural and token.dep_ == "pobj" and token.head.dep_ == "agent"
    empty, party = lemma in words.empty, lemma in _PARTIES
    if not (agent or empty or party or lemma in words.gains | words.help) or not (plural or token.tag_ == "NN"):
        return None
    before = next((c for c in token.lefts if c.dep_ in ("amod", "det", "nmod", "compound")), None)
    if before is None:
        return None
    word = before.lower_
    vague = (
        (plural and not party and word in words.others)
        or (lemma in words.help and word in _MORE and not any(c.dep_ in ("prep", "relcl", "acl") for c in token.rights))
        or (not party and not agent and word in words.unnamed)
        or (agent and word == "other")
        or (party and word in words.parties)
    )
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    bound = following.lower_ == "to" and following.tag_ != "TO"  # the parties to the lease
    definite = any(child.dep_ in ("poss", "nummod") or child.lower_ in _DETERMINED for child in token.lefts)
    return (before, token, "which?") if vague and not bound and not definite and not is_specific(token, token) else None


def _what(token: Token, words: Words) -> Place | None:
    """Efficiencies were gained, lessons were learned; as issues arose."""
    if token.tag_ not in _PLURAL or token.dep_ not in ("nsubj", "nsubjpass"):
        return None
    verb, lemma = token.head, token.lemma_.lower()
    gained = token.dep_ == "nsubjpass" and verb.lemma_ in _OBTAINING and lemma in words.gains | words.empty
    arisen = token.dep_ == "nsubj" and verb.lemma_ in _ARISING and lemma in words.empty
    described = any(child.dep_ in _DESCRIBING for child in token.children)
    if not (gained or arisen) or described or is_measured(verb):
        return None
    words_after = [word for word in verb.doc[token.i : verb.right_edge.i + 1] if not word.is_punct]
    return (
        token,
        words_after[-1] if len(words_after) <= _SHORT else verb,
        "which, and how much?" if gained else "which?",
    )


def _how_large(token: Token, words: Words) -> Place | None:
    """The savings have been substantial; the effect on readiness was real; the relationship remains excellent."""
    if token.dep_ != "acomp" or token.lower_ not in words.sizes | words.praising:
        return None
    verb = token.head
    who = own_subject(verb)
    if verb.lemma_ not in _BEING or who is None or who.lemma_.lower() not in words.gains | words.outcomes:
        return None
    if is_measured(verb) or any(
        child.lower_ in ("so", "not", "n't", "more", "less") for child in (*token.lefts, *verb.lefts)
    ):
        return None
    return who.left_edge if token.i - who.left_edge.i < _SHORT else who, token, "how large, and by what measure?"


def _how_far(token: Token, words: Words) -> Place | None:
    """Improved dramatically, has come down a great deal."""
    verb = token.head
    degree = token.lower_ in words.degrees and token.dep_ == "advmod"
    deal = token.lemma_ in _MUCH and token.dep_ in ("npadvmod", "dobj") and token.left_edge.lower_ in ("a", "quite")
    if (
        not (degree or deal)
        or verb.lemma_ not in words.changing
        or verb.pos_ not in ("VERB", "AUX")
        or is_measured(verb)
    ):
        return None
    first = token.left_edge
    return (min(first, verb, key=lambda t: t.i), max(token, verb, key=lambda t: t.i), "by how much?")


def _how_much_better(token: Token, words: Words) -> Place | None:
    """Much happier, far more productive, considerably less."""
    if token.tag_ not in ("JJR", "RBR"):
        return None
    degree = next((c for c in token.lefts if c.dep_ in ("advmod", "npadvmod") and c.lower_ in words.intensifiers), None)
    if degree is None or compares(degree):
        return None
    last = token
    if (
        token.lower_ in ("more", "less")
        and token.dep_ == "advmod"
        and token.head.tag_ in ("JJ", "RB")
        and token.head.i > token.i
    ):
        last = token.head
    than = next((c for head in (token, last) for c in head.rights if c.lower_ == "than"), None)
    predicate = last.dep_ in ("acomp", "attr", "oprd", "advmod", "dobj") or (
        last.dep_ == "amod" and last.head.i > last.i
    )
    # Than the wall: a measure of a kind; than before, than it was: none.
    compared = than is not None and any(word.pos_ in ("NOUN", "PROPN") for word in than.subtree)
    if not predicate or compared or is_measured(last):
        return None
    return degree.left_edge, last, "by how much?"


def _how_good(token: Token, words: Words) -> Place | None:
    """Very complimentary, overwhelmingly positive."""
    esteem = token.dep_ == "amod" and token.head.lemma_.lower() in words.gains
    if (
        token.lower_ not in words.praising
        or not (esteem or token.dep_ in ("acomp", "oprd", "attr"))
        or is_measured(token)
    ):
        return None
    degree = next(
        (
            c
            for c in token.lefts
            if c.dep_ == "advmod" and c.tag_ == "RB" and (c.lower_ == "very" or c.lower_.endswith("ly"))
        ),
        None,
    )
    return (degree, token, "who said so, and what?") if degree is not None else None


LOOKS = (_how_many, _how_much, _how_large, _which, _what, _how_far, _how_much_better, _how_good)
