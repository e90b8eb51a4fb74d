"""Praise and blame of parties and ideologies, whoever speaks: the liberals who think, the only party that cares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Pattern
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import FIRST_PERSON, SUBJECTS, clause, clause_span, inflected, is_writer, own_subject
from ecqlint.checks._people import is_person
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINKING = frozenset("think believe want claim pretend dream imagine understand hate love insist".split())
_OWING = frozenset("owe draft recruit nominate".split())
_USUAL = re.compile(r"\b(?:as (?:usual|always|ever)|of course|predictably|naturally|true to form)\b")
_NOBODY = frozenset(("nobody", "none", "no", "who"))


@dataclass(frozen=True)
class Leanings:
    """Parties and ideologies, and the words that praise or blame them."""

    party: Pattern[str]
    ideologies: frozenset[str]
    labels: Pattern[str]
    labelled: frozenset[str]
    slogans: Pattern[str]
    hostile: frozenset[str]
    contempt: frozenset[str]
    praise: frozenset[str]
    insults: frozenset[str]
    virtues: frozenset[str]
    praised: Pattern[str]
    leader: Pattern[str]

    def judged(self, sentence: Sentence) -> Iterator[Span]:
        """The phrases and clauses of a sentence that praise or blame a party or an ideology."""
        yield from self._labelled(sentence)
        for match in self.praised.finditer(sentence.tokens.text):
            said = [word.lower() for word in match.groups() if word]
            if said[0] in self.insults or not self.contempt.union(self.praise).isdisjoint(said):
                found = sentence.matched(match)
                last = -2 if match[2] and match[2].lower() not in self.contempt | self.praise else -1
                yield sentence.span_of(found[0], found[last])
        for token in sentence.tokens:
            if token.pos_ in ("NOUN", "PROPN", "ADJ") and self._is_judged(token):
                yield sentence.span_of(token.left_edge, token)
            elif self._is_any(token):
                yield sentence.span_of(token.left_edge, token.right_edge)
            elif self.are_partisans(token):
                yield from self._blamed(sentence, token)
            elif token.lower_ == "party" and not _is_other_side(token):
                yield from self._party(sentence, token)
            elif self._is_blamed(token):
                yield clause_span(sentence, token.head)

    def is_ideologue(self, token: Token) -> bool:
        """Whether the token is an ideology as a noun for a person: a conservative, not a conservative estimate."""
        noun = token.pos_ in ("NOUN", "PROPN") or (
            token.pos_ == "ADJ" and any(child.dep_ == "det" for child in token.lefts)
        )
        return noun and token.dep_ not in ("amod", "compound", "nmod") and token.lemma_.lower() in self.ideologies

    def are_partisans(self, token: Token) -> bool:
        """Whether the token names the members of a party or the holders of an ideology, in the plural."""
        plural = token.lower_.endswith("s") and token.dep_ not in ("amod", "compound", "nmod", "poss")
        return (plural and bool(self.party.fullmatch(token.text) or self.is_ideologue(token))) or token.text == "GOP"

    def _is_the_only_camp(self, token: Token) -> bool:
        """Whether the token is an ideology's follower and the sentence names no other ideology: who names both tells of work with both."""
        return self.is_ideologue(token) and len({t.lemma_.lower() for t in token.sent} & self.ideologies) == 1

    def _is_any(self, token: Token) -> bool:
        """Only a Democrat would; the Left never understood."""
        single = token.tag_ != "NNS" and token.left_edge.lower_ in ("a", "an", "only")
        if single and token.dep_ in (*SUBJECTS, "dobj", "pobj") and self._is_the_only_camp(token):
            return True
        if token.dep_ not in SUBJECTS:
            return False
        if token.lower_ in ("left", "right") and token.left_edge.lower_ == "the":
            return token.head.lower_ in inflected(_THINKING)
        one = self.party.fullmatch(token.text) and any(
            c.lower_ in ("a", "no", "any", "every", "only") for c in token.lefts
        )
        return bool(one) and any(child.tag_ == "MD" for child in token.head.children)

    def _labelled(self, sentence: Sentence) -> Iterator[Span]:
        """Slogans, and labels such as right-wing before a person or a cause: not before a tank or a gull."""
        text = sentence.tokens.text
        for match in [*self.slogans.finditer(text), *self.labels.finditer(text)]:
            found = sentence.matched(match)
            last = found[-1]
            following = last.nbor(1) if last.i + 1 < sentence.tokens.end else last
            named = is_person(following) or _names(following, self.contempt | self.praise | self.labelled)
            named = named or following.lemma_.lower() in self.ideologies or bool(self.party.fullmatch(following.text))
            if named or match[0].isupper() or self.slogans.fullmatch(match[0]):
                yield sentence.span_of(found[0], following if following.pos_ in ("NOUN", "PROPN") else last)

    def _is_judged(self, noun: Token) -> bool:
        """The progressive fringe, conservative government, lying Democrats: not conservative accounting principles."""
        before = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]
        leaning = any(self.party.fullmatch(child.text) or child.lower_ in self.ideologies for child in before)
        partisan = self.are_partisans(noun) or bool(self.party.fullmatch(noun.text)) or self.is_ideologue(noun)
        if any(_names(child, self.insults) for child in before) and (leaning or self.are_partisans(noun)):
            return True
        if partisan and any(
            child.tag_ == "JJS" or child.lower_ in ("true", "real", "great", "principled", "staunch")
            for child in before
        ):
            return True
        whose = any(c.dep_ == "poss" and (self.party.fullmatch(c.text) or self.is_ideologue(c)) for c in noun.children)
        if whose and (
            _names(noun, self.contempt | self.praise) or any(_names(child, self.insults) for child in before)
        ):
            return True
        of = [inner for c in noun.children if c.lower_ in ("of", "in", "from") for inner in c.subtree]
        beside = any(self.party.search(token.text) for token in of) or "Party" in {token.text for token in of}
        if any(_names(child, self.insults) for child in before) and (
            beside or self.leader.search(" ".join(t.text for t in of))
        ):
            return True
        if (leaning or beside) and _names(noun, self.contempt):
            return True
        whole = (
            len(before) == 1 and noun.dep_ not in ("compound", "nmod") and not any(t.tag_ == "CD" for t in noun.subtree)
        )
        return leaning and whole and _names(noun, self.praise)

    def _is_partisan_body(self, noun: Token) -> bool:
        """The Republican Congress, the Democratic leadership."""
        return any(child.dep_ in ("amod", "compound") and self.party.fullmatch(child.text) for child in noun.children)

    def _is_blamed(self, who: Token) -> bool:
        """The Republican Congress wrecked it, did it out of spite; the other party never cared."""
        if who.dep_ not in SUBJECTS or not (self._is_partisan_body(who) or _is_other_side(who)):
            return False
        verb = who.head
        never = any(child.lower_ in ("never", "not", "n't") for child in verb.children)
        minding = verb.lower_ in inflected(self.virtues | _THINKING)
        spite = any(token.dep_ == "pobj" and _names(token, self.contempt) for token in clause(verb))
        return verb.lower_ in inflected(self.hostile) or (never and minding) or spite

    def _blamed(self, sentence: Sentence, partisans: Token) -> Iterator[Span]:
        """Unlike the liberals who think; the shutdown that the Democrats forced on us; whatever the Republicans may say."""
        head = partisans.head
        camp = partisans.left_edge.lower_ == "the" and self._is_the_only_camp(partisans)
        if camp and partisans.dep_ in ("pobj", "dobj") and head.lower_ not in ("unlike", "despite", "to", "by", "but"):
            yield sentence.span_of(partisans.left_edge, partisans.right_edge)
        elif partisans.dep_ == "pobj":
            thanked = head.lower_ == "to" and head.head.lower_ == "thanks"
            alone = head.lower_ in ("but", "except") and (
                sentence.tokens[0].lower_ in _NOBODY or head.head.lower_ in _NOBODY
            )
            if head.lower_ in ("unlike", "despite") or thanked or alone:
                yield sentence.span_of(head.head if thanked else head, partisans.right_edge)
            elif head.lower_ == "by" and head.head.lower_ in inflected(self.hostile):
                yield sentence.span_of(head.head, partisans.right_edge)
        elif partisans.dep_ == "attr" and any(
            t.lower_ == "only" for c in head.lefts if c.dep_ in SUBJECTS for t in c.subtree
        ):
            yield sentence.span_of(head.left_edge, partisans.right_edge)
        elif partisans.dep_ in SUBJECTS:
            conceded = any(token.lower_ in ("whatever", "however") for token in head.subtree if token.i < partisans.i)
            held = (
                head.dep_ == "ccomp" and head.head.lemma_ in ("believe", "think") and is_writer(own_subject(head.head))
            )
            thinking = held or (self.is_ideologue(partisans) and head.lower_ in inflected(_THINKING))
            wrong = head.lemma_ == "be" and any(c.lower_ in ("wrong", "right") for c in head.children)
            usual = wrong or _USUAL.search(sentence.tokens.text)
            if camp and not thinking:
                yield sentence.span_of(partisans.left_edge, partisans.right_edge)
            elif conceded or thinking or usual or head.lower_ in inflected(self.hostile):
                blamed = head.head.left_edge if head.dep_ == "relcl" and not conceded else head.left_edge
                yield sentence.span_of(blamed, head.right_edge)

    def _party(self, sentence: Sentence, party: Token) -> Iterator[Span]:
        """The only party that cares; the party owed me; my party: not a party to the contract."""
        owing = (
            party.dep_ in SUBJECTS
            and party.left_edge.lower_ in ("the", "my", "our")
            and party.head.lower_ in inflected(_OWING)
        )
        mine = any(child.lower_ in ("my", "our") for child in party.children)
        qualified = any(child.dep_ in ("prep", "amod", "compound", "nummod") for child in party.children)
        caring = any(child.dep_ == "relcl" and child.lower_ in inflected(self.virtues) for child in party.children)
        if caring and any(child.lower_ in ("only", "right", "wrong", "other") for child in party.children):
            yield sentence.span_of(party.left_edge, party.right_edge)
        elif owing and any(token.lower_ in FIRST_PERSON for token in clause(party.head)):
            yield clause_span(sentence, party.head)
        elif mine and not qualified and party.dep_ not in ("compound", "amod"):
            yield sentence.span_of(party.left_edge, party)


def _is_other_side(noun: Token) -> bool:
    """The other party; the other side of the aisle."""
    other = any(child.lower_ in ("other", "opposing") for child in noun.children)
    aisle = noun.lower_ == "side" and any(token.lower_ == "aisle" for token in noun.subtree)
    return other and (aisle or noun.lower_ == "party")


def _names(token: Token, words: frozenset[str]) -> bool:
    return token.lower_ in words or token.lemma_.lower() in words
