"""The candidate as a third person: by name, by role, by title, and as he or she."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import FIRST_PERSON, SUBJECTS, clause, governor
from ecqlint.checks._english.people import COLLECTIVES, PRONOUNS, REFLEXIVE, Gender, is_person
from ecqlint.checks.third_person.discourse import Discourse
from ecqlint.checks.third_person.writer import OFFICES, Mention, Writer, office_words, protagonist
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

INSTEAD = {"himself": "myself", "herself": "myself", "his": "my", "hers": "mine"}
# Nouns that name an office and a person, but more often something else: this head, this lead, this fellow.
_LOOSE = frozenset(
    """
    president governor mayor sheriff minister chair head lead general major principal captain
    guide monitor fellow member pilot associate cook
    """.split()
)
# "This manager" is the writer where nobody else is in sight.
_ANYBODY = frozenset(("man", "woman", "person"))
_THIS = OFFICES - COLLECTIVES - _LOOSE
_CONDITIONS = frozenset(("if", "whether", "unless"))
_NO_PERSON = frozenset(("compound", "amod", "attr", "appos", "oprd"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_POINTING = frozenset(("the", "this", "your"))  # your applicant, to the board


def check(
    reading: Reading,
    *,
    roles: frozenset[str] = frozenset(),
    selection: frozenset[str] = frozenset(),
    documents: frozenset[str] = frozenset(),
) -> Iterator[Match]:
    """Each word in which the candidate speaks of themself as of somebody else, outside quotations. Suggestion: "I", "me" or "my".

    `roles` are what a writer calls the writer with "the" or "this"; words of `selection` and of `documents` nearby say that
    another applicant, or another author, is meant.
    """
    writer = Writer(reading, reading.narrative.candidate or protagonist(reading))
    elsewhere = dict.fromkeys(("candidate", "applicant", "nominee"), selection) | dict.fromkeys(
        ("author", "writer"), documents
    )
    finder = Finder(reading, writer, roles, elsewhere)
    for _, section in groupby(reading.sentences, key=lambda s: reading.narrative.section_at(s.span.start)):
        discourse = Discourse(writer.gender)
        sentences = list(section)
        for number, sentence in enumerate(sentences):
            if number and sentence.block != sentences[number - 1].block:
                discourse.paragraph()
            mentions = finder.mentions(sentences, number)
            quoted = finder.quoted(sentence)
            pronouns = discourse.read(sentence.tokens, {m.head.i for m in mentions}, quoted)
            for mention in sorted([*mentions, *(Mention(p, p, p) for p in pronouns)], key=lambda m: m.first.i):
                instead = _instead(mention)
                yield Match(sentence.span_of(mention.first, mention.last), {"instead": instead}, suggestion=instead)


def _is_sought(token: Token) -> bool:
    """Whether the section tells of something that people apply for: a license, a patent."""
    return token.lemma_.lower() in ("application", "patent", "trademark") or token.lower_ == "applicants"


def _instead(mention: Mention) -> str:
    head = mention.head
    if head.lower_ in INSTEAD:
        return INSTEAD[head.lower_]
    if head.dep_ == "poss" or mention.last.text in _POSSESSIVE:
        return "my"
    return "I" if head.dep_ in SUBJECTS else "me"


class Finder:
    """Names, roles and titles of the writer in a sentence, and what stands before it that tells whose they are."""

    def __init__(
        self, reading: Reading, writer: Writer, roles: Collection[str], elsewhere: Mapping[str, Collection[str]]
    ) -> None:
        self.reading, self.writer, self.roles, self.elsewhere = reading, writer, roles, elsewhere

    def quoted(self, sentence: Sentence) -> set[int]:
        """The tokens of the sentence that stand in quotations."""
        near = [quotation for quotation in self.reading.narrative.quotations if quotation.overlaps(sentence.span)]
        return {token.i for token in sentence.tokens if near and any(sentence.span_of(token) in q for q in near)}

    def mentions(self, sentences: Sequence[Sentence], number: int) -> list[Mention]:
        """Where the sentence of that number speaks of the writer by name, role or title."""
        sentence = sentences[number]
        quoted = self.quoted(sentence)
        found = list(self.writer.names(sentence))
        known = {token.i for mention in found for token in sentence.tokens.doc[mention.first.i : mention.last.i + 1]}
        for token in sentence.tokens:
            if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
                continue
            if token.i not in known and (
                self._is_role(token, sentences, number)
                or self._is_title(token, sentences, number)
                or self._is_post(token, sentence, sentences[:number])
                or _is_yours(token)
            ):
                following = token.nbor(1) if token.i + 1 < sentence.tokens.end else token
                first = token.nbor(-1) if token.lower_ == "undersigned" else token.left_edge
                of_this = next((child.right_edge for child in token.rights if child.dep_ == "prep"), token)
                found.append(Mention(token, first, following if following.text in _POSSESSIVE else of_this))
        return [mention for mention in found if mention.head.i not in quoted]

    def _is_role(self, noun: Token, sentences: Sequence[Sentence], number: int) -> bool:
        """Whether "the candidate", "this executive", "the undersigned" can only be who writes."""
        word, article = noun.lower_, noun.left_edge.lower_
        if word == "undersigned":
            following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
            return noun.i > 0 and noun.nbor(-1).lower_ == "the" and following.tag_ not in ("NNS", "VBP")
        called = (word in self.roles and article in _POINTING) or (word in _THIS and article == "this")
        called = called or (word in _ANYBODY and _is_behind_this(noun))
        if not called or noun.tag_ in ("NNS", "NNPS") or noun.dep_ in _NO_PERSON or not _stands_alone(noun):
            return False
        verb = governor(noun)
        if article == "the" and verb is not None and any(child.lower_ in _CONDITIONS for child in verb.lefts):
            return False  # the applicant, whoever it may be
        if word == "applicant" and any(_is_sought(token) for s in sentences for token in s.tokens):
            return False
        near = sentences[max(0, number - 2) : number]
        earlier = [t for s in near if article == "the" or s.block == sentences[number].block for t in s.tokens]
        before = [token for token in noun.sent if token.i < noun.left_edge.i]
        block = [t for s in sentences[:number] if s.block == sentences[number].block for t in s.tokens]
        if any(
            token.lemma_.lower() == word and token.dep_ != "compound" and not _stands_alone(token)
            for token in [*block, *earlier, *before]
        ):
            return False
        if word not in self.roles and any(_is_introduced(token) for token in earlier):
            return False
        others = self.elsewhere.get(word, frozenset())
        return not any(token.lemma_.lower() in others for token in [*earlier, *before])

    def _is_title(self, noun: Token, sentences: Sequence[Sentence], number: int) -> bool:
        """Whether "the Deputy Director" is the writer: an office of the writer's, whose holder is not "me" beside it nor named."""
        if noun.lemma_.lower() not in OFFICES or noun.left_edge.lower_ != "the" or not self.writer.holds(noun):
            return False
        if noun.dep_ in _NO_PERSON or any(child.dep_ in ("appos", "relcl") for child in noun.children):
            return False
        block = [token for s in sentences if s.block == sentences[number].block for token in s.tokens]
        if not noun.text[0].isupper() and any(token.lower_ in FIRST_PERSON for token in block):
            return False
        verb = governor(noun)
        if verb is not None and any(token.lower_ in FIRST_PERSON for token in clause(verb)):
            return False
        return not any(_holds_it(token, noun) for s in sentences for token in s.tokens)

    def _is_post(self, noun: Token, sentence: Sentence, before: Sequence[Sentence]) -> bool:
        """Whether "the acting chief washed it herself" is of the writer, who has just come to hold that post, and nobody else it."""
        if noun.lemma_.lower() not in OFFICES or noun.dep_ != "nsubj" or noun.left_edge.lower_ != "the":
            return False
        if any(
            child.dep_ in ("appos", "relcl") or child.lower_ in ("from", "at", "with")
            for child in noun.children
            if child.lower_ not in REFLEXIVE
        ):
            return False
        if not _in_person(noun, self.writer.gender) or not self.writer.held_last(noun, sentence.span_of(noun).start):
            return False
        others = (token for sentence in before for token in sentence.tokens if token.lemma_ == noun.lemma_)
        return not any(child.dep_ in ("det", "poss", "appos") for other in others for child in other.children)


def _in_person(office: Token, gender: Gender | None) -> bool:
    """Whether the holder of the office does something himself, or with what is her own, and the sentence speaks of no other person."""
    does = [token for token in (*office.children, *clause(office.head)) if token.i > office.i]
    own = [
        token for token in does if token.lower_ in REFLEXIVE or (token.dep_ == "poss" and token.nbor(1).lower_ == "own")
    ]
    told = {PRONOUNS.get(token.lower_) for token in own}
    return bool(told - {None}) and told <= {gender or max(told, key=str)} and not any(map(is_person, does))


def _is_yours(noun: Token) -> bool:
    """Your district manager hauled it: said to the board, and no rule for anybody's manager."""
    verb = noun.head
    office = noun.lemma_.lower() in OFFICES - COLLECTIVES and noun.tag_ == "NN" and noun.left_edge.lower_ == "your"
    return office and noun.dep_ == "nsubj" and verb.tag_ == "VBD" and verb.dep_ == "ROOT"


def _is_behind_this(noun: Token) -> bool:
    """The man behind this narrative."""
    behind = [child for child in noun.rights if child.dep_ == "prep" and child.lower_ == "behind"]
    return any(thing.left_edge.lower_ in ("this", "these") for prep in behind for thing in prep.children)


def _is_introduced(noun: Token) -> bool:
    """A retired colonel: somebody new, whom "this manager" may take up."""
    new = noun.tag_ == "NN" and noun.left_edge.lower_ in ("a", "an") and noun.dep_ in ("dobj", "nsubj", "attr")
    return new and is_person(noun)


def _stands_alone(noun: Token) -> bool:
    """Whether the noun has an article and nothing that picks it out of others, unless that is this very text."""
    if noun.left_edge.lower_ not in _POINTING:
        return False
    for child in noun.children:
        if child.dep_ in ("det", "poss", "case", "punct", "cc", "conj") or child.lower_ == "present":
            continue
        if child.dep_ == "relcl" and noun.left_edge.lower_ == "this" and noun.nbor(1).text == ",":
            continue  # this executive, who cannot cook
        if child.dep_ == "prep" and any(token.lower_ in ("this", "these") for token in child.subtree):
            continue
        return False
    return True


def _holds_it(other: Token, office: Token) -> bool:
    """Whether `other` is the same office with the name of its holder."""
    if other.lemma_.lower() != office.lemma_.lower() or other == office:
        return False
    named = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in other.children)
    named = named or (
        other.dep_ in ("appos", "compound") and other.head.pos_ == "PROPN" and other.head.lower_ != office.lower_
    )
    return named and office_words(office) <= office_words(other) | {office.lemma_.lower()}
