"""What verbs, adjectives and prepositions take after them: suggested him to sell, made them to sign, insisted to see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import inflected
from ecqlint.checks._english.lexicon import base_forms
from ecqlint.checks._english.neighbours import following
from ecqlint.checks.grammar.infinitives import only_verbs
from ecqlint.checks.grammar.misparsed import is_gapped
from ecqlint.checks.grammar.slip import Looks, Slip

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_PERSON = r"(?:me|him|us|them|her|you)"
_WHOM = rf"(?:{_PERSON}|(?:the|my|our|each|every|his|their)\s+(?:[a-z]+\s+)?[a-z]+)"
_BETWEEN = re.compile(r"(?:^|[.;,]\s+)[Bb]etween\s+(?:the|my|his|her|our|their)\s+[a-z]+$")
# Verbs that take the form in -ing, or "that", and no infinitive of their own.
_GERUND = (
    "suggest",
    "avoid",
    "enjoy",
    "finish",
    "postpone",
    "admit",
    "deny",
    "recommend",
    "advise",
    "resist",
    "risk",
    "dislike",
)
_NO_INFINITIVE = ("insist", "succeed", "object", "persist", "prevent")
_TELLING = ("explain", "announce", "demonstrate", "mention")
_NO_DATIVE = ("suggest", "propose", "insist")
_HINDERING = ("prevent", "stop", "discourage", "prohibit", "dissuade")
_WORD = re.compile(r"and\s+i\b|[a-z]+")
_AND_I = "and i"
_NO_PURPOSE = frozenset((*_GERUND, *_NO_INFINITIVE))
_DIRECT = {"discuss": "about", "emphasize": "on", "await": "for", "resemble": "to"}
_DEMANDS = ("ask", "request", "insist", "require", "demand", "recommend", "order", "propose", "suggest")


@cache
def _patterns() -> tuple[tuple[frozenset[str], re.Pattern[str], str | None, bool], ...]:
    """Each way of going wrong: words of which one stands in every such sentence, for to ask for them is cheaper than to match,
    the pattern, its replacement, and whether the word in its group `verb` must be the base of a verb."""
    forms = lambda verbs: inflected(frozenset(verbs))  # noqa: E731
    of = lambda verbs: "|".join(sorted(forms(verbs), key=len, reverse=True))  # noqa: E731
    words = lambda text: frozenset(text.split())  # noqa: E731
    direct = "|".join(
        rf"(?:{'|'.join(sorted(inflected(frozenset((verb,)))))})\s+{wrong}\b" for verb, wrong in _DIRECT.items()
    )
    texts: tuple[tuple[frozenset[str], str, str | None, bool], ...] = (
        # I explained him the lease; I suggested him to sell; I recommended to close.
        (
            forms(_TELLING),
            rf"\b(?:{of(_TELLING)})\s+(?P<at>me|him|us|them)\s+(?:the"
            rf"|a|an|how|why|what|that|my|our|his|their|about)\b",
            None,
            False,
        ),
        (forms(_NO_DATIVE), rf"\b(?:{of(_NO_DATIVE)})\s+(?P<at>{_PERSON})\s+to\s+(?P<verb>[a-z]+)\b", None, True),
        (forms(_GERUND), rf"\b(?P<at>(?:{of(_GERUND)})\s+to\s+(?P<verb>[a-z]+))\b", None, True),
        (forms(_NO_INFINITIVE), rf"\b(?P<at>(?:{of(_NO_INFINITIVE)})\s+to\s+(?P<verb>[a-z]+))\b", None, True),
        (
            forms(_HINDERING),
            rf"\b(?:{of(_HINDERING)})\s+{_WHOM}\s+(?P<at>to\s+(?P<verb>[a-z]+))\b",
            None,
            True,
        ),
        (
            words("made makes making let lets letting"),
            r"\b(?:(?:made|makes|making|let|lets|letting)\s+(?:me|him|us|them|her|everyone|everybody)|(?:let|lets|letting)\s+it)"
            r"\s+(?P<at>to\s+(?P<verb>[a-z]+))\b",
            None,
            True,
        ),
        (forms(_DIRECT), rf"\b(?P<at>{direct})", None, False),
        # I asked that the invoices to be paid.
        (
            forms(_DEMANDS),
            rf"\b(?:{of(_DEMANDS)})\s+that\s+(?:the|a|all|each|every|my|our|his|their|its|no|these|those"
            rf"|any|he|she|they|it|we|nobody|everyone|both)\b(?:\s+[a-z-]+){{0,2}}?\s+(?P<at>to\s+(?P<verb>[a-z]+))\b",
            None,
            True,
        ),
        (
            words("not"),
            r"\b(?:said|told|asked|decided|wanted|tried|ordered|advised|agreed|chose|promised)\s+(?:[\w]+\s+){0,3}?(?P<at>to\s+not\s+to)\b",
            "not to",
            False,
        ),
        (
            words("used accustomed"),
            r"\b(?:(?:\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|people)\s+(?:am|was|were|are|is)|became|got|get)"
            r"\s+(?:not\s+|well\s+|more\s+|all\s+)?used|accustomed)\s+to\s+(?P<at>(?P<verb>[a-z]+))\b(?<!measure)",
            None,
            True,
        ),
        (
            words("capable interested responsible accustomed consist consists consisted comply complies complied")
            | words("depend depends depended married participate participated"),
            r"\b(?P<at>capable\s+to|interested\s+to\s+(?:work|lead|join|serve|do)|responsible\s+of|accustomed\s+with"
            r"|consists?\s+from|consisted\s+from|compl(?:y|ies|ied)\s+to|depend(?:s|ed)?\s+of|married\s+with(?!\s+(?:\d|no\b|one|two|three|four|five|six|children))"
            r"|participated?\s+to)\b",
            None,
            False,
        ),
        # I asked him where was the key.
        (
            words("did does do could can should would"),
            r"\b(?:ask(?:ed)?|wondered|kn[eo]w|explained|decide|see|told)\s+(?:(?:me|him|her|us|them|(?:the|my|every|each)\s+\w+"
            r"|[A-Z]\w+)\s+)?(?:where|why|how|when|what)\s+(?P<at>(?:did|does|do|could|can|should|would)\s+(?:he|she"
            r"|they|we|I)\b)(?![^?]*\?)",
            None,
            False,
        ),
        (
            words("where why how when"),
            r"\b(?:asked|wondered|knew|explained|understood|learned|asks?|explain|showed|told)\s+(?:(?:me"
            r"|him|her|us|them|the\s+\w+|[A-Z]\w+)\s+)?(?:where|why|how|when)\s+(?P<at>(?:was|were|is"
            r"|are|did|does)\s+(?:the|my|our|his|her|their|its|this|that|these|those|he|she|they|it|we"
            r"|I)\b)",
            None,
            False,
        ),
        # As a chief I was responsible for nine clerks, three boats, and to oversee the dock.
        (
            words("responsible"),
            r"\bresponsible\s+for\s+(?!(?:[^.;]*\bto\s+[a-z]+\b[^.;]*)\band\s+to\s)[^.;]*?,?\s+and\s+(?P<at>to\s+(?P<verb>[a-z]+))\b",
            None,
            True,
        ),
        # Between the county and I lay years.
        (
            words("between"),
            r"(?:^|(?<=[,;]\s)|(?<=\band\s)|(?<=\bthat\s))[Bb]etween\s+(?:(?:the|my|his|her|our|their"
            r"|a|an)\s+[a-z]+|him|her|them|you|[A-Z][a-z]+)\s+and\s+(?P<at>I)\b",
            "me",
            False,
        ),
        (
            frozenset((_AND_I,)),
            r"\b(?:between|for|to|with|against|from|by|like|except|of)\s+(?:(?:my|the|his|her|our|their)\s+[a-z]+"
            r"|him|her|them|you)\s+and\s+(?P<at>I)\s*(?=[.,;:)]|(?:to|in|on|at|for|from|by|after"
            r"|before|during)\s)(?!\s*,\s*(?:who|as|having|being|too|for\s+one)\b)",
            "me",
            False,
        ),
        (
            words("me"),
            r"\b(?P<at>me\s+and\s+(?:the|my|him|her)\s*\w*)\s+(?:drove|walked|went|took|made|found|built"
            r"|sat|met|ran|wrote|were|had|got|did|signed|split|agreed|decided)\b",
            None,
            False,
        ),
        # The pumps ran good.
        (
            words("good"),
            r"\b(?:ran|runs|running|works?|worked|working|perform(?:s|ed|ing)?|functions?|functioned"
            r"|operated|went|slept|did\s+(?:real|very|really))\s+(?:very\s+|so\s+|real\s+|pretty\s+)?(?P<at>good)(?=\s*(?:[.,;:]"
            r"|$)|\s+(?:after|when|until|for|with|in|and|but|under|together|that|because|since|all)\b)",
            "well",
            False,
        ),
        (words("real"), r"\b(?P<at>real\s+(?:fast|slow|hard|quick|good|well|bad))\b", None, False),
        # The bids was rejected by myself: a reflexive with nothing to reflect.
        (words("myself"), r"(?:^|(?<=[,;]\s))(?P<at>[Mm]yself\s+and\s+(?:my|the|his|her|our|\w+)\b)", None, False),
        (
            words("myself"),
            r"\b(?:[Mm]y|[Tt]he)\s+\w+\s+and\s+(?P<at>myself)\s+(?:drove|walked|went|took|made|found"
            r"|built|sat|met|ran|wrote|were|had|led|did|signed|agreed|decided|have|was)\b",
            "I",
            False,
        ),
    )
    return tuple((near, re.compile(text), right, verbal) for near, text, right, verbal in texts)


def _patterned(sentence: Tokens) -> Iterator[Slip]:
    """Each place in a sentence that goes wrong in one of these ways."""
    text = sentence.text
    present = set(_WORD.findall(text.lower()))
    for near, pattern, right, verbal in _patterns():
        if near.isdisjoint(present):
            continue
        for match in pattern.finditer(text):
            if verbal and not _is_verb(sentence, match):
                continue
            words = _words(sentence, *match.span("at"))
            if words and not is_gapped(words[0]):
                yield Slip(words[0], words[-1], right)
    if text.startswith("and I ") and _BETWEEN.search(sentence.doc[: sentence.start].text):
        yield Slip(sentence[1], sentence[1], "me")  # the parser begins a sentence there


def _is_verb(sentence: Tokens, match: re.Match[str]) -> bool:
    """Whether the word after "to" is a verb there, and no noun: recommended to the board, used to work."""
    words = _words(sentence, *match.span("verb"))
    word = match["verb"]
    if not words or word not in base_forms("verb"):
        return False
    # I suggest that it appears to level off: the infinitive has a verb of its own there.
    between = _words(sentence, match.start(), match.start("verb"))[1:]
    if between and any(word.tag_ in ("VBZ", "VBP", "VBD", "MD") for word in between[1:]):
        return False
    # What was postponed to save money, and the risk to run, take an infinitive of purpose.
    first = next(token for token in sentence if token.idx - sentence.start_char + len(token) > match.start())
    if first.lemma_ in _NO_PURPOSE and (first.pos_ != "VERB" or (first.tag_ == "VBN" and not _is_perfect(first))):
        return False
    after = following(words[0])
    named = after is not None and after.pos_ in ("NOUN", "ADJ", "PROPN")  # used to paper cards
    return word in only_verbs() or (words[0].tag_ in ("VB", "VBP") and not named)


def _is_perfect(verb: Token) -> bool:
    helpers = [child.lemma_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return "have" in helpers and "be" not in helpers


def _words(sentence: Tokens, start: int, end: int) -> list[Token]:
    start, end = start + sentence.start_char, end + sentence.start_char
    return [token for token in sentence if token.idx < end and token.idx + len(token) > start]


def _verb_of(of: Token) -> Iterator[Slip]:
    """Testing and deploy of a system: a bare verb joined to nouns."""
    if of.i < of.sent.start + 2:
        return
    verb = of.nbor(-1)
    before = verb.nbor(-1)
    if (
        before.lower_ in ("and", "or", "the", "a")
        and verb.lower_ in only_verbs()
        and verb.text.islower()
        and before.i > of.sent.start
    ):
        third, year = before.nbor(-1), following(of)
        if year is not None and year.tag_ == "CD":
            return  # the sequester of 2013
        if before.lower_ in ("the", "a") or third.tag_ in ("VBG", "NN", "NNS"):
            yield Slip(verb, verb)


looks = Looks("does not go with the words around it", words={_verb_of: ("of",)}, whole=(_patterned,))
