"""Sentences that are none, two that are run into one, and "which" for "whose"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import AUXILIARIES, SUBJECTS, own_subject
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following, preceding
from ecqlint.checks._english.people import is_person
from ecqlint.checks.grammar.counting import COLLECTIVE
from ecqlint.checks.grammar.homophones import SAYING
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TIMES = frozenset(("while", "until", "since", "after", "when"))
_OPENING = _TIMES | {"although", "though", "whereas", "because", "unless"}
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_AFTER_COMMA = frozenset(("i", "we", "he", "she", "they", "it"))
# After a comma, "which" stands before these as an adjective in good English: at which point, in which case.
_WHICH = frozenset("case point time one ones way side event".split())
_ANNOUNCING = frozenset(
    "announce say report write note add tell explain warn argue show state learn find believe know admit".split()
)
_JOINING = frozenset(
    "that who whom whose which what where when while why how if because "
    "since although though as until unless so before after once than whether lest nor whichever whatever whoever wherever however".split()
)


def _fragment(sentence: Tokens) -> Iterator[Slip]:
    """Although the bridge was closed for 11 weeks."""
    first = sentence[0]
    if first.lower_ == "even" and len(sentence) > 1:
        first = sentence[1]
    if first.lower_ not in _OPENING or sentence[-1].text != "." or any(t.text in ",;:—–()-" for t in sentence):
        return
    if first.dep_ not in ("mark", "advmod") or (first.tag_ != "IN" and first.lower_ != "when"):
        return
    after = following(first)
    if after is None or after.tag_ == "TO" or after.lower_ == "of":
        return  # when to cut
    before = sentence.doc[: sentence.start]
    if len(before) and before[-1].text in ("?", ":"):
        return
    if any(child.dep_ == "pobj" for child in first.children) or any(_begins_clause(t, first) for t in sentence):
        return  # when the roof leaked I had a pump at hand
    finite = [t for t in sentence if t.tag_ in _FINITE and t.dep_ not in ("relcl",)]
    subjects = [t for t in sentence if t.dep_ in SUBJECTS]
    # One clause, with nothing behind it that it could depend on.
    if subjects and finite and _is_alone(first, _groups(sentence)):
        yield Slip(sentence[0], sentence[-2])


def _begins_clause(pronoun: Token, opening: Token) -> bool:
    """Whether a clause of its own begins at the pronoun, though no comma stands before it; not: when the crew I hired was late.

    A clause about a noun has no object besides, and one that somebody hears or says is the object itself.
    """
    verb = pronoun.head
    if pronoun.lower_ not in _AFTER_COMMA or pronoun.dep_ not in SUBJECTS or pronoun.i < opening.i + 3:
        return False
    doc, before = pronoun.doc, preceding(pronoun)
    if (
        before is None
        or before.lower_ in _JOINING
        or before.dep_ == "cc"
        or (before == verb.head and before.pos_ == "VERB")
    ):
        return False
    told = any(word.tag_ in _FINITE or word.tag_ == "VBN" for word in doc[opening.i : pronoun.i])
    if not told or verb.i < pronoun.i:
        return False
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(subjects) > 1 or (before.tag_ in ("VBD", "VBN") and before.lemma_.lower() not in SAYING):
        return True
    whole = any(child.dep_ in ("dobj", "attr", "acomp") for child in verb.rights)
    return verb.dep_ == "relcl" and whole and not any(child.tag_ in ("WDT", "WP") for child in verb.lefts)


def _is_alone(opening: Token, groups: list[Token]) -> bool:
    """Whether no other clause is there that stands by itself: each other begins with a conjunction of its own."""
    verb, others = opening.head, [group for group in groups if group != opening.head]
    if len(groups) <= 1 or verb.dep_ != "ROOT" or opening.lower_ in _TIMES:
        return len(groups) <= 1
    return all(other.left_edge.dep_ == "mark" and other.i > verb.i for other in others)


def _which_alone(sentence: Tokens) -> Iterator[Slip]:
    """Which meant that nobody had checked; not: which is why."""
    which, verb = sentence[0], following(sentence[0])
    if which.lower_ != "which" or verb is None or verb.tag_ not in ("VBD", "VBZ", "MD") or sentence[-1].text != ".":
        return
    asked = following(verb)
    if which.dep_ == "nsubj" and len(sentence) > 4 and asked is not None and asked.tag_ not in ("WRB", "WP"):
        yield Slip(which, sentence[-2])


def _which_object(sentence: Tokens) -> Iterator[Slip]:
    """Which nobody had touched since the flood; not: which boat sank nobody knows."""
    which, verb, after = sentence[0], sentence[0].head, following(sentence[0])
    if which.lower_ != "which" or verb.dep_ != "ROOT" or which.dep_ not in ("dobj", "pobj") or sentence[-1].text != ".":
        return
    subject = own_subject(verb)
    finite = any(word.tag_ in _FINITE for word in (verb, *verb.lefts))
    begins = subject is not None and subject.left_edge == after and subject.i < verb.i
    if len(sentence) > 5 and finite and begins and len(_groups(sentence)) == 1:
        yield Slip(which, sentence[-2])


def _participle_alone(sentence: Tokens) -> Iterator[Slip]:
    """I read it out on Fridays. «Starting with nine names and some laughter.»"""
    first, doc = sentence[0], sentence.doc
    if (
        first.tag_ != "VBG"
        or first.dep_ != "ROOT"
        or sentence[-1].text != "."
        or len(sentence) < 6
        or not sentence.start
    ):
        return
    before = doc[sentence.start - 1]
    # After a question it is an answer, and in a list of such it is a style.
    told = before.text == "." and any(word.tag_ in _FINITE for word in before.sent)
    own = (word for word in sentence if "relcl" not in (word.dep_, word.head.dep_))
    plain = not any(word.tag_ in (*_FINITE, "VBN") or word.dep_ in SUBJECTS or word.text == ":" for word in own)
    if told and plain:
        yield Slip(first, sentence[-2])


def _groups(sentence: Tokens) -> list[Token]:
    """The verbs of the sentence that have a subject of their own, outside relative clauses."""
    return [
        t
        for t in sentence
        if t.pos_ in ("VERB", "AUX")
        and t.dep_ not in AUXILIARIES
        and t.dep_ != "relcl"
        and any(c.dep_ in SUBJECTS for c in t.children)
    ]


def _splice(sentence: Tokens) -> Iterator[Slip]:
    """The number fell to 7, I had only changed one line: two sentences on both sides of a comma."""
    commas = [t for t in sentence if t.text in (",", ";", ":", "—", "–", "(", "“", '"', "”")]
    if len(commas) != 1 or commas[0].text != "," or sentence[-1].text != ".":
        return
    comma = commas[0]
    left, right = [t for t in sentence if t.i < comma.i], [t for t in sentence if t.i > comma.i]
    if len(left) < 5 or len(right) < 5 or not _opens_sentence(right):
        return
    if _is_verbless(right[0], right[1]) or _is_of_which(right):
        return
    if any(
        t.dep_ == "ROOT"
        and t.lemma_ in _ANNOUNCING
        and not any(c.dep_ in ("dobj", "ccomp") and c.i > t.i for c in t.children)
        for t in right
    ):
        return  # it announced this week
    if any(
        t.lower_ in _JOINING
        or t.dep_ in ("neg", "mark")
        or t.lower_ in ("only", "just", "merely", "simply")
        or t.tag_ in ("JJR", "RBR")
        or (t.lower_ in ("the",) and t.dep_ == "advmod")
        for t in left
    ):
        return
    if (any(t.dep_ == "neg" for t in right) and not _goes_on(left, right)) or any(
        t.lower_ in ("too", "think", "believe", "suppose") for t in right
    ):
        return
    who = left[0] if left[0].tag_ in ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "CD") else None
    if who is None or left[0].lower_ in ("some", "all", "both", "each", "every", "half"):
        return
    heads = [t for t in left if t.tag_ in _FINITE and t.dep_ in ("ROOT", "ccomp", "aux", "auxpass")]
    subject = next((t for t in left if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in ("ROOT", "ccomp")), None)
    if (
        heads
        and subject is not None
        and subject.i < heads[0].i
        and not any(t.dep_ == "advcl" and t.tag_ not in _FINITE for t in left[:1])
    ):
        yield Slip(comma.nbor(-1), right[0])


def _is_verbless(pronoun: Token, word: Token) -> bool:
    """Whether what looks like the verb says what somebody is, without one: we had two styles, he blunt and I slow."""
    bare = word.tag_ in ("VB", "VBP") and word.lower_ in base_forms("adj")
    return bare and pronoun.lower_ in ("he", "she", "it")


def _is_of_which(right: list[Token]) -> bool:
    """Whether the words after the comma are about what stands before it: two operators, the second of which was new."""
    opens = next((i for i, word in enumerate(right) if word.tag_ in ("WDT", "WP")), None)
    return (
        opens is not None
        and opens > 0
        and right[opens - 1].pos_ == "ADP"
        and all(word.pos_ not in ("VERB", "AUX") for word in right[:opens])
    )


def _goes_on(left: list[Token], right: list[Token]) -> bool:
    """Whether what is denied is a new thing, and not the other side of the same: it was the crew, it was not the boat."""
    told, denied = (next((t for t in part if t.dep_ in ("ROOT", "ccomp")), None) for part in (left, right))
    return (
        told is not None
        and denied is not None
        and denied.pos_ == "VERB"
        and told.lemma_ != denied.lemma_
        and any(child.dep_ == "dobj" for child in denied.rights)
    )


def _dangling(sentence: Tokens) -> Iterator[Slip]:
    """Having read the file, the error was plain to me: nobody is there who has read it."""
    having, read = sentence[0], sentence[0].head
    main = read.head
    if having.lower_ != "having" or read.dep_ != "advcl" or main.lemma_ != "be" or read.i > main.i:
        return
    who = next((child for child in main.children if child.dep_ == "nsubj" and child.i > read.i), None)
    if who is None or who.pos_ != "NOUN" or is_person(who) or who.lower_ in COLLECTIVE:
        return
    if any(word.lower_ in ("me", "us") and word.i > main.i for word in main.subtree):
        yield Slip(having, who)


def _opens_sentence(right: list[Token]) -> bool:
    """Whether a pronoun and its verb, or a noun that is the subject of the whole, begin another sentence."""
    first, second, third = right[:3]
    if first.lower_ in _AFTER_COMMA:
        return second.tag_ in _FINITE or (second.tag_ == "RB" and third.tag_ in _FINITE)
    if first.lower_ in ("neither", "none") and second.tag_ in _FINITE:
        return True
    root = next((t for t in right if t.dep_ == "ROOT"), None)
    # The crews used paper, the readers having been bought for nothing.
    finite = root is not None and not any(t.lower_ in ("having", "being") for t in root.lefts)
    if root is None or not finite or first.tag_ not in ("DT", "PRP$") or first.lower_ == "that":
        return False
    own = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    joined = next((c for c in root.children if c.dep_ == "ccomp" and c.i < first.i and c.tag_ in _FINITE), None)
    return (
        own is not None
        and own.left_edge == first
        and joined is not None
        and any(c.dep_ in SUBJECTS for c in joined.children)
    )


def _which(which: Token) -> Iterator[Slip]:
    """The bid, which price was high."""
    before, noun, verb = preceding(which), following(which), following(which, 2)
    if before is None or before.text != "," or noun is None or verb is None:
        return
    if noun.pos_ != "NOUN" or noun.tag_ not in ("NN", "NNS") or noun.lower_ in _WHICH:
        return
    # "A tank, which water fills": a noun that may be a subject by itself needs a finite verb, and no subject besides.
    if (
        verb.lower_ in ("was", "were", "is", "are", "has", "had")
        and noun.dep_ in (*SUBJECTS, "compound", "ROOT")
        and which.dep_ in ("det", "dobj", "nsubj")
    ):
        object_ = verb.lower_ in ("has", "had", "is", "are", "was", "were") and noun.tag_ == "NN"
        if object_:
            yield Slip(which, noun, f"whose {noun.text}")


looks = Looks(
    "is not joined as a sentence should be",
    words={_which: ("which",)},
    whole=(_fragment, _which_alone, _which_object, _participle_alone, _dangling, _splice),
)
