"""What stands behind a manager or a predecessor in the sentence, up to the next subject: words of blame that no parse need order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS, is_word_of
from ecqlint.checks._english.people import is_person
from ecqlint.checks.disparaging.contempt import Words
from ecqlint.checks.disparaging.slights import is_likened

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKING_UP = frozenset("he she they who which that it god whom whose what nobody none one".split())
_QUALIFYING = frozenset("more less too so with without whose of".split())
_FIRST = frozenset(("i", "we"))
_SPEAKING = frozenset(
    "say tell ask call warn write report complain state think believe note claim charge accuse find fear consider suggest".split()
)
_PLACES = frozenset((*SUBJECTS, "ROOT", "npadvmod", "appos", "conj", "attr", "dep", "nmod", "advcl", "ccomp"))
_OBJECTS = frozenset(("dobj", "pobj", "dative", "oprd"))
_UNENDING = frozenset(("DET", "ADJ", "PRON", "CCONJ", "SCONJ", "PUNCT"))
_NEGATION = frozenset("not n't n’t never no nor neither nobody none without".split())
_HARDLY = frozenset("hardly scarcely barely rarely seldom".split())
_BEING = frozenset("be become seem prove remain look appear".split())
_GAINING = frozenset("acquire develop learn master possess discover grow cultivate".split())
_STEPS = frozenset(("ADV", "ADJ", "DET", "CCONJ", "PART"))
_DENYING = re.compile(r"\b(?:not|n[’']t|never|no|nor|nobody|none|without|hardly|scarcely|barely)\b")
_COULD_NOT = re.compile(r"\b(?:could|can)(?: hardly| barely| scarcely|not| not| ?n[’']t)\b")
_OWNING_UP = frozenset("regret confess fear suppose must suspect dare imagine gather am should admit".split())


def ill_words(person: Token, words: Words, *, close: bool) -> tuple[Token, Token] | None:
    """The first and the last word of what is said ill of a person above, before or beside the writer, or, where not `close`, of
    a named officer or of what such a person made; None where nothing is."""
    behind = _reach(person, words)
    if not behind:
        return None
    text = " ".join(token.lower_ for token in behind)
    found = _phrase(text, words)
    if found is not None:
        first = text[: found[0]].count(" ")
        last = first + text[found[0] : found[1]].strip().count(" ")
        return behind[min(first, len(behind) - 1)], behind[min(last, len(behind) - 1)]
    for place, token in enumerate(behind):
        before = behind[:place]
        if _is_name(token, before, words) or _is_fault(token, before, words, close=close):
            return token, token
        if close and (_is_deed(token, before, words) or _is_denied(token, before, words)):
            return token, token
    if is_likened(tuple(behind), words):
        return behind[0], behind[-1]
    return None


def _reach(person: Token, words: Words) -> list[Token]:
    """The words from behind the person to the next subject that is not the person again."""
    rest = list(person.doc[person.i + 1 : person.sent.end])
    if person.lower_ == "whoever":
        rest = [token for token in rest if token != person.head]
    rest = _without_asides(rest)
    text = " ".join(token.lower_ for token in rest)
    own = next((found for found in words.phrases["followed"].find(text) if not found.start()), None)
    if own:
        rest = rest[own[0].strip().count(" ") + 1 :]
    if not rest or (person.dep_ not in _PLACES and not own and person.dep_ not in _OBJECTS):
        return []
    loose = person.dep_ in _OBJECTS and not own
    if loose and not (
        rest[0].text == "," or rest[0].tag_ in ("WP", "WP$", "WDT", "VBD", "VBZ", "MD") or rest[0].lower_ in _QUALIFYING
    ):
        return []
    found: list[Token] = []
    for token in rest:
        other = token.dep_ in SUBJECTS and token.lower_ not in _TAKING_UP and token.pos_ in ("NOUN", "PROPN", "PRON")
        apposed = (
            (other and found and found[-1].lower_ in ("a", "an", "both"))
            or token.lower_ in _TAKING_UP
            or (len(found) == 1 and found[0].text == ",")
        )
        speaks = token.lemma_ in _SPEAKING and token.pos_ == "VERB" and token.nbor(1).lower_ not in ("of", "nothing")
        if (other and not apposed) or speaks or token.text in (";", ":") or token.lower_ in _FIRST:
            break
        if loose and token.text == "," and found and not _goes_on(token):
            break
        found.append(token)
    while found and found[-1].pos_ in _UNENDING:
        found.pop()
    return found


def _without_asides(rest: list[Token]) -> list[Token]:
    """The words without what the writer puts in: was, I regret to say, unequal."""
    for place, token in enumerate(rest):
        put_in = token.lower_ in _FIRST and place and rest[place - 1].text == "," and place + 1 < len(rest)
        if put_in and (rest[place + 1].lemma_ in _OWNING_UP or rest[place + 1].lower_ in _OWNING_UP):
            end = next((i for i in range(place, len(rest)) if rest[i].text == ","), None)
            if end is not None and end - place < 8:
                return rest[: place - 1] + rest[end + 1 :]
    return rest


def _goes_on(comma: Token) -> bool:
    """Whether more of an apposition follows."""
    return comma.i + 1 < comma.sent.end and comma.nbor(1).pos_ in ("ADJ", "DET", "CCONJ", "PRON")


def _phrase(text: str, words: Words) -> tuple[int, int] | None:
    """Where a set phrase of blame stands, not denied; or what nobody lacks, denied."""
    for found in words.phrases["idioms"].find(text):
        if not _DENYING.search(text[: found.start()]) or _DENYING.search(found[0]):
            return found.span()
    for found in words.phrases["asides"].find(text):
        return found.start(), len(text)
    for found in words.phrases["treating"].find(text):
        if not _DENYING.search(text[: found.start()]):
            return found.span()
    for found in words.phrases["wanting"].find(text):
        if _DENYING.search(text[: found.end()]):
            return found.span()
    for found in words.phrases["trifles"].find(text):
        if _COULD_NOT.search(text[: found.start()]):
            return found.span()
    return None


def _is_called(before: list[Token]) -> bool:
    """Whether what follows says what the person is: was a, a comma and a, as a."""
    for token in reversed(before):
        if token.lower_ in _NEGATION:
            return False
        if token.lemma_ in _BEING:
            return True
        if token.pos_ not in _STEPS and token.text != "-" and token.pos_ not in ("NOUN", "PUNCT"):
            return False
        if token.text == ",":
            return True
        if token.pos_ == "NOUN" and token.dep_ not in ("compound", "npadvmod", "nmod"):
            return False
    return not before or before[0].pos_ in _STEPS


def _is_name(token: Token, before: list[Token], words: Words) -> bool:
    """A coward; a weak man."""
    if token.pos_ not in ("NOUN", "PROPN") or not before or not _is_called(before):
        return False
    names = words.nouns | words.wreckage
    if is_word_of(token, names) and token.dep_ not in ("compound", "pobj", "poss"):
        return True
    return is_person(token) and any(c.dep_ == "amod" and is_word_of(c, words.flawed) for c in token.lefts)


def _is_fault(token: Token, before: list[Token], words: Words, *, close: bool) -> bool:
    """Was lazy; lazy and vain."""
    if token.pos_ not in ("ADJ", "VERB", "ADV", "NOUN") or token.dep_ in ("compound", "poss"):
        return False
    if token.pos_ == "NOUN" and token.dep_ == "attr" and is_word_of(token, words.vices):
        return bool(before) and before[-1].lemma_ in _BEING
    if not (is_word_of(token, words.adjectives) or (close and is_word_of(token, words.flaws) and token.pos_ == "ADJ")):
        return False
    if token.dep_ == "amod" and not is_person(token.head) and token.head.i > token.i:
        return False
    if token.pos_ == "NOUN" and token.dep_ != "acomp":
        return False
    hard = any(child.dep_ in ("xcomp", "advcl") for child in token.children) and is_word_of(token, words.flaws)
    return bool(before) and _is_called(before) and not hard


def _is_deed(token: Token, before: list[Token], words: Words) -> bool:
    """Bullied, had squandered, was dithering: not was bullied, had not lied."""
    if (
        token.tag_ not in ("VBD", "VBN", "VBG")
        or token.lower_ not in words.doing_ill
        or token.dep_ in ("amod", "compound")
    ):
        return False
    near = {t.lower_ for t in before[-3:]}
    if near & _NEGATION or (token.tag_ == "VBN" and any(t.lemma_ == "be" for t in before[-3:])):
        return False
    if any(c.dep_ == "dobj" and c.left_edge.lower_ in ("no", "nothing", "little") for c in token.children):
        return False
    if token.tag_ == "VBN" and not any(t.lemma_ == "have" for t in before):
        return not before  # an apposed participle
    return not any(t.dep_ == "pobj" and t.head.lower_ in ("by", "with") for t in before[-2:])


def _is_denied(token: Token, before: list[Token], words: Words) -> bool:
    """No courage; never punctual; not once."""
    near = [t.lower_ for t in before[-4:]]
    if token.pos_ == "NOUN" and is_word_of(token, words.qualities) and token.dep_ != "compound":
        close = near[-3:]
        lacking = any(t.lemma_ == "lack" and t.pos_ == "VERB" for t in before[-4:])
        learned = any(t.lemma_ in _GAINING for t in before) and any(t.lower_ in ("never", "not") for t in before)
        return lacking or learned or any(word in ("no", "without", "little", "zero") for word in close)
    if (
        token.lower_ in words.virtues
        and token.pos_ == "ADJ"
        and token.dep_ in ("acomp", "conj", "oprd", "amod", "pobj")
    ):
        alone = not any(child.dep_ in ("prep", "xcomp", "ccomp") for child in token.children)
        far = near[-2:] in (["far", "from"], ["anything", "but"], ["less", "than"], ["none", "too"])
        denied = any(word in _NEGATION - {"without", "no"} or word in _HARDLY for word in near)
        return alone and (far or (denied and any(t.lemma_ in _BEING for t in before[-5:])))
    return False
