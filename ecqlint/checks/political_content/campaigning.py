"""What the writer did as a partisan: voted, campaigned, gave, ran for a seat, took part; not the work with those who govern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import clause, clause_span, subject, trimmed_clause, verbs
from ecqlint.checks._english.people import KIN, STAFF, SUPERIORS, is_person
from ecqlint.checks.political_content.politics import BOTH, Politics, heads_in, is_ours, phrase, text_of
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Who counsels a party's members is at work.
_JOBS = SUPERIORS | STAFF | {"liaison", "contact", "witness", "guest", "host", "opponent", "nominee"}
_BELIEVING = frozenset("believe favor support oppose advocate champion defend stand fight march speak".split())
_PROTESTING = frozenset(("march", "demonstrate", "rally", "protest"))
_STUMPING = frozenset(("stump", "canvass", "campaign", "caucus", "electioneer", "vote"))
_ELECTING = frozenset("elect reelect appoint choose nominate".split())
_COMPLEMENTS = frozenset(("oprd", "ccomp", "attr", "prep", "dobj"))


def partisan_deeds(sentence: Sentence, politics: Politics) -> Iterator[Span]:
    """The clauses in which the writer acts as a partisan."""
    for verb in verbs(sentence):
        if _is_elected(verb, politics):
            yield clause_span(sentence, verb)
        elif is_ours(subject(verb)):
            tokens = trimmed_clause(clause(verb))
            text = text_of(tokens)
            partisan = politics["party"].are_in(text) or politics["post"].are_in(text)
            denied = any(child.dep_ == "neg" for child in verb.children)
            if (denied or politics["elsewhere"].are_in(text)) and not partisan:
                continue
            changed = politics["registered"].are_in(text) if BOTH.search(text) else _acts(verb, tokens, politics)
            if changed or (not BOTH.search(text) and _is_partisan(verb, politics)):
                yield clause_span(sentence, verb)


def _acts(verb: Token, tokens: list[Token], politics: Politics) -> bool:
    return _supports(verb, tokens, politics) or _takes_part(verb, politics) or _attends(verb, tokens, politics)


def _supports(verb: Token, tokens: list[Token], politics: Politics) -> bool:
    """Votes for the governor, works on his campaign, endorses a nominee, gives to the party, runs for a seat."""
    behind, word, does = text_of([token for token in tokens if token.i >= verb.i]), verb.lower_, politics.verbs
    objects = [child for child in verb.children if child.dep_ == "dobj"] + [verb.head] * (verb.dep_ == "relcl")
    whom = any(t.lower_ in ("whom", "who") and t.head.lower_ in ("for", "to", "against") for t in tokens)
    if whom and word in does.campaigning | does.rallying | does.giving | does.helping:
        return heads_in(politics["candidate"], [verb.head])
    return (
        (word in does.campaigning and politics["voting_party"].begin(behind))
        or (word in does.campaigning and politics["voting_for"].are_in(behind))
        or (
            verb.lemma_ in _STUMPING
            and any(_is_of_ours(n) for p in verb.children if p.lower_ == "for" for n in p.children)
        )
        or (word in does.helping and politics["working_for"].are_in(behind))
        or (
            word in does.helping and politics["canvassing"].are_in(behind) and politics["canvassing_for"].are_in(behind)
        )
        or (word in does.rallying and politics["rallying_for"].are_in(behind))
        or (word in does.endorsing and heads_in(politics["candidate"], objects))
        or (word in does.backing and any(heads_in(politics[name], objects) for name in ("nominee", "campaign")))
        or (word in does.endorsing | does.backing and politics["backed"].are_in(behind))
        or (verb.lemma_ in _PROTESTING and politics["protested"].are_in(behind))
        or (verb.lemma_ in _BELIEVING and politics["creed"].are_in(behind))
        or (word in does.giving and politics["giving_to"].are_in(behind))
        or (verb.lemma_ in ("run", "stand") and politics["running_for"].begin(behind))
    )


def _is_of_ours(noun: Token) -> bool:
    """My brother-in-law, a friend: somebody who is stumped for."""
    return noun.dep_ == "pobj" and noun.lemma_ in KIN | {"friend", "neighbor", "candidate"}


def _is_elected(verb: Token, politics: Politics) -> bool:
    """Whether the clause says that the writer was elected for a party: elected me Republican commissioner."""
    me = any(token.lower_ in ("i", "me") and token.dep_ in ("nsubjpass", "dobj", "nsubj") for token in verb.subtree)
    made = [child for child in verb.children if child.dep_ in _COMPLEMENTS]
    return verb.lemma_ in _ELECTING and me and any(politics["party"].are_in(phrase(child)) for child in made)


def _is_partisan(verb: Token, politics: Politics) -> bool:
    """I am no fan of the Democrats, was a foot soldier of the Republican Party: not a counsel to them."""
    if verb.lemma_ not in ("be", "become", "remain"):
        return False
    for child in verb.children:
        if child.dep_ in ("attr", "acomp") and child.lemma_.lower() not in _JOBS:
            named = any(politics.are_partisans(token) for token in child.subtree)
            text = phrase(child)
            if named or politics["organization"].are_in(text) or politics["post"].are_in(text):
                return True
    return False


def _takes_part(verb: Token, politics: Politics) -> bool:
    """Hosts a fund-raiser for the congressman, serves as precinct captain, keeps a sign for the nominee in the yard."""
    things = [child for child in verb.children if child.dep_ in ("dobj", "attr", "oprd")]
    things += [verb.head] * (verb.dep_ == "relcl")
    heads = [verb, *(child for child in verb.children if child.dep_ == "acomp")]
    things += [noun for head in heads for prep in head.children if prep.dep_ == "prep" for noun in _reached(prep)]
    if verb.lower_ in politics.verbs.taking_part and heads_in(politics["activity"], things):
        return True
    return verb.lower_ in politics.verbs.belonging and heads_in(politics["organization"], things)


def _attends(verb: Token, tokens: list[Token], politics: Politics) -> bool:
    """Whether what partisans do or have stands anywhere in the clause of a verb that is no work of office."""
    where = ("at", "during", "on", "in") if verb.lemma_ == "learn" else ("at", "during")
    preps = [token for token in tokens if token.dep_ == "prep" and token.lower_ in where]
    places = [noun for prep in preps for noun in _reached(prep)]
    if verb.lower_ not in politics.verbs.guarding and any(
        heads_in(politics[name], places) for name in ("activity", "organization")
    ):
        return True
    if verb.lower_ in politics.verbs.working or verb.lower_ in politics.verbs.guarding or verb.lemma_ == "be":
        return False
    tokens = [token for token in tokens if not _is_others(token, verb)]
    text = text_of(tokens)
    partisan = any(politics[name].are_in(text) for name in ("activity", "nominee", "organization"))
    return partisan or any(_is_of_party(token, politics) for token in tokens)


def _is_others(token: Token, verb: Token) -> bool:
    """Whether the token stands in a clause within that of the verb that tells what somebody else did: an analyst who had worn a button."""
    while token != verb and token.head != token:
        if token.dep_ == "relcl":
            told = [t.lower_ for t in token.subtree]
            return (
                token.head.pos_ in ("NOUN", "PROPN") and is_person(token.head) and "i" not in told and "my" not in told
            )
        token = token.head
    return False


def _is_of_party(token: Token, politics: Politics) -> bool:
    """Whether the token is a party before a noun that is no office: the Republican dinner, not the Republican mayor."""
    before = token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i
    return before and politics.is_party(token) and token.head.lemma_.lower() not in politics.words.neutral


def _reached(prep: Token) -> Iterator[Token]:
    """The nouns behind a preposition, and behind those that hang on them: on the stage at the rally."""
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp", "conj"):
            yield child
            for inner in child.children:
                if inner.dep_ == "prep":
                    yield from _reached(inner)
