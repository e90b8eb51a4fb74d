"""The language of memoranda: inflated words and set phrases for which plain English has shorter ones.

A word that is bureaucratic only in one use (to leverage, but not leverage; to stand up an office, but not to stand up) is
found by its grammar.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks import phrases as set_phrases
from ecqlint.checks._english.grammar import SUBJECTS, outermost
from ecqlint.checks._english.inflection import inflected, verb_forms, with_s
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

# What a verb does is hidden in nouns with these endings (Federal Plain Language Guidelines, "Avoid hidden verbs").
HIDING = ("tion", "sion", "ment", "ance", "ence", "ization")
_PARTICLE_REACH = 6
_OBJECTS = frozenset(("dobj", "nsubjpass"))
# "Going forward" beside these goes somewhere; it is a phrase for "from now on" only where it stands alone.
_COMPANY = frozenset(("with", "to", "toward", "towards", "in", "on", "into", "through", "by", "at", "from", "under"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs by their first words' forms, each with the words that follow and the plain replacement."""

    verbs: dict[str, list[tuple[str, tuple[str, ...], str]]]
    transitive: frozenset[str]
    objects: dict[str, frozenset[str]]
    sharing: dict[str, frozenset[str]]
    hiding: frozenset[str]
    taken: frozenset[str]


def check(
    reading: Reading,
    *,
    phrases: dict[str, str],
    nouns: dict[str, str] = {},  # noqa: B006  the options' schema needs the type, and nothing changes it
    verbs: dict[str, str] = {},  # noqa: B006
    transitive: frozenset[str] = frozenset(),
    objects: dict[str, frozenset[str]] = {},  # noqa: B006
    sharing: dict[str, frozenset[str]] = {},  # noqa: B006
    hiding: frozenset[str] = frozenset(),
    taken: frozenset[str] = frozenset(),
    sentence_adverbs: frozenset[str] = frozenset(),
) -> Iterator[Match]:
    """Each bureaucratic word or phrase outside quotations, with the plain one where it is certain.

    `phrases` stand as they are; `nouns` are found in the singular and plural, `verbs` in every form, also with an adverb
    before the words that belong to them; each has its replacement or "". A verb in `transitive` counts only where it has
    an object, one in `objects` only with one of these, and one in `sharing` also with any but these where "with" follows.
    The verbs in `hiding` count before a noun that hides the real verb ("facilitated the implementation of") and is not one
    of the `taken`, and the `sentence_adverbs` ("going forward") where they are no verb of a clause.
    """
    plurals = {with_s(noun): with_s(plain) if plain else "" for noun, plain in nouns.items()}
    singles = {**nouns, **plurals}
    # The parser cuts a hyphened verb at its hyphen.
    hyphened = {form: plain for verb, plain in verbs.items() if "-" in verb for form, plain in _forms(verb, plain)}
    fixed = {**singles, **hyphened, **phrases, **dict.fromkeys(sentence_adverbs, "")}
    found = [
        _before_a_deed(reading, match)
        for match in set_phrases.check(reading, phrases=fixed)
        if not _is_other_use(reading, match, frozenset(singles), sentence_adverbs)
    ]
    lexicon = Lexicon(_by_form(verbs), transitive, objects, sharing, hiding, taken)
    for sentence in reading.sentences:
        for token in sentence.tokens:
            match = _verb(sentence, token, lexicon)
            if match and match.span and not reading.narrative.quoted(match.span):
                found.append(match)
    by_span = {match.span: match for match in found if match.span}
    for span in outermost(list(by_span)):
        yield by_span[span]


def _by_form(verbs: dict[str, str]) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    """The verbs under each form of their first word; longer ones first."""
    forms: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for verb in sorted(verbs, key=len, reverse=True):
        first, *rest = verb.split()
        for form in verb_forms(first):
            forms.setdefault(form, []).append((verb, tuple(rest), verbs[verb]))
    return forms


def _forms(verb: str, plain: str) -> Iterator[tuple[str, str]]:
    """Each form of a hyphened verb, with the plain one in the same form."""
    first, _, last = verb.rpartition("-")
    forms = verb_forms(last)
    plains = verb_forms(plain) if plain and len(verb_forms(plain)) == len(forms) else [""] * len(forms)
    for form, replacement in zip(forms, plains, strict=True):
        yield f"{first}-{form}", replacement


def _verb(sentence: Sentence, token: Token, lexicon: Lexicon) -> Match | None:
    """The match of the verb that begins at `token`, if it is one of the lexicon's and used as such."""
    if token.lemma_ in lexicon.hiding and token.pos_ == "VERB" and (end := _hidden(token, lexicon.taken)) is not None:
        span = sentence.span_of(token, end)
        return Match(span, {"suggestion": ""})
    for verb, rest, plain in lexicon.verbs.get(token.lower_, ()):
        if not _is_verb(token):
            return None
        end = _end(token, rest)
        if end is None or not _has_object(token, verb, lexicon):
            continue
        suggestion = _replacement(token, end, rest, plain)
        return Match(sentence.span_of(token, end), {"suggestion": suggestion or ""}, suggestion=suggestion)
    return None


def _is_verb(token: Token) -> bool:
    """Whether a word that has the form of a verb is one here: only where the same form is a noun too does the parse decide."""
    if token.text != token.lower_ and not token.is_sent_start:
        return False
    if token.i + 1 < token.sent.end and token.nbor(1).text == "-":
        return False  # a stand-up meeting
    if token.pos_ in ("VERB", "AUX"):
        return True
    return token.pos_ not in ("PROPN",) and token.lower_ not in _nouns() and token.dep_ != "compound"


@cache
def _nouns() -> frozenset[str]:
    """The nouns of the dictionary, singular and plural."""
    return base_forms("noun") | {with_s(noun) for noun in base_forms("noun")}


def _end(token: Token, rest: tuple[str, ...]) -> Token | None:
    """The last word of a verb whose words `rest` follow, an adverb or the object of a particle between them; None where they do not."""
    end = token
    for word in rest:
        following = end.nbor(1) if end.i + 1 < token.sent.end else None
        while (
            following is not None
            and following.pos_ == "ADV"
            and following.lower_ != word
            and following.i + 1 < token.sent.end
        ):
            following = following.nbor(1)
        if following is None or following.lower_ != word:
            # Stood the new office up.
            particle = next(
                (child for child in token.rights if child.dep_ in ("prt", "advmod", "prep") and child.lower_ == word),
                None,
            )
            return (
                particle
                if particle is not None and len(rest) == 1 and particle.i - token.i <= _PARTICLE_REACH
                else None
            )
        end = following
    return end


def _has_object(token: Token, verb: str, lexicon: Lexicon) -> bool:
    """Whether the verb has the object that it needs, as its object or, in the passive, as its subject."""
    if verb not in lexicon.transitive and verb not in lexicon.objects:
        return True
    governing = token
    while (
        governing.dep_ == "conj"
        and governing.head.pos_ == "VERB"
        and not any(c.dep_ in _OBJECTS for c in governing.children)
    ):
        governing = governing.head
    found = [child for child in (*token.children, *governing.children) if child.dep_ in _OBJECTS]
    if token.dep_ in ("acl", "amod"):
        found.append(token.head)
    if verb not in lexicon.objects:
        return bool(found)
    named = [{child.lemma_.lower(), child.lower_} for child in found]
    if any(names & lexicon.objects[verb] for names in named):
        return True
    shared = verb in lexicon.sharing and any(c.lower_ == "with" for one in (token, *found) for c in one.children)
    return shared and bool(found) and not any(names & lexicon.sharing[verb] for names in named)


def _hidden(token: Token, taken: frozenset[str]) -> Token | None:
    """The “of” after the noun in which the real verb is hidden: facilitated the implementation *of*."""
    for child in token.children:
        if child.dep_ == "dobj" and child.lower_ not in taken and child.i - token.i <= 3 and (of := _of_deed(child)):
            return of
    return None


def _of_deed(noun: Token) -> Token | None:
    """The “of” right after a noun that names a deed; None after any other noun."""
    if not noun.lower_.endswith(HIDING):
        return None
    return next((right for right in noun.rights if right.lower_ == "of" and right.i == noun.i + 1), None)


def _replacement(token: Token, end: Token, rest: tuple[str, ...], plain: str) -> str | None:
    """The plain verb in the form of the one it replaces, with the adverb that stood inside it; None where there is none."""
    if not plain:
        return None
    verb, *others = plain.split()
    between = [word.text for word in token.doc[token.i + 1 : end.i + 1] if word.lower_ not in rest]
    tag = token.tag_ if token.tag_.startswith("VB") else {"d": "VBN", "g": "VBG"}.get(token.lower_[-1], "VB")
    words = " ".join((inflected(verb, tag), *between, *others))
    return words[0].upper() + words[1:] if token.text[0].isupper() else words


def _is_other_use(reading: Reading, match: Match, nouns: frozenset[str], sentence_adverbs: frozenset[str]) -> bool:
    """Whether the words of a set phrase are something else here: a name, an adjective, "in order" and "to", a verb going forward."""
    span = match.span
    sentence = reading.sentence_at(span.start) if span else None
    words = [t for t in sentence.tokens if sentence.span_of(t) in span] if sentence and span else []
    if not words:
        return False
    last, text = words[-1], " ".join(token.lower_ for token in words)
    if text in sentence_adverbs:
        return _is_clause(words[0]) or (last.i + 1 < last.sent.end and last.nbor(1).lower_ in _COMPANY)
    if text in nouns:
        return any(map(_is_name, words)) or (last.pos_ == "ADJ" and last.dep_ == "acomp")
    infinitive = (match.suggestion or "").lower() == "to"
    return last.lower_ == "to" and infinitive and last.pos_ != "PART" and not _leads_to_deed(last)


def _leads_to_deed(to: Token) -> bool:
    """Whether a noun that hides a verb stands behind "to", or a gerund: with a view to the optimization of; to cutting."""
    return any(child.dep_ == "pcomp" or (child.dep_ == "pobj" and _of_deed(child)) for child in to.children)


def _before_a_deed(reading: Reading, match: Match) -> Match:
    """The match without its plain word, if that is the "to" of an infinitive and none follows."""
    sentence = reading.sentence_at(match.span.start) if match.span else None
    if match.span is None or sentence is None or (match.suggestion or "").lower() != "to":
        return match
    return Match(match.span, {"suggestion": ""}) if _leads_to_deed(sentence.words_at(match.span)[-1]) else match


def _is_name(token: Token) -> bool:
    """Whether a capital is a name's, and not only that of the word that opens the sentence as its subject."""
    opens = token.is_sent_start and token.dep_ in SUBJECTS
    return token.pos_ == "PROPN" and not opens


def _is_clause(participle: Token) -> bool:
    """Whether a form in -ing is the verb of a clause, or what another verb says of its subject."""
    own = any(child.dep_ in ("aux", "nsubj", "dobj") for child in participle.children)
    return own or participle.dep_ in ("xcomp", "pcomp", "ccomp", "amod")
