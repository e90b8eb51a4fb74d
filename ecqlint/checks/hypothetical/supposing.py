"""What puts a clause outside the story's time: a condition, a post that the writer does not have yet, a time still to come.

Where a parse often goes astray, the order of the words makes it plain: were I to lead it I'd, I promise the board.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import auxiliaries, own_subject, tense, verbs
from ecqlint.checks._notation import Phrasebook
from ecqlint.language import Sentence
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# I'd been there: I had.
_PARTICIPLE = re.compile(r"['’]d (?:\w+ly )?(?:been|had|gone|done|seen|known|taken|\w+(?:ed|wn|ught|ept|own))\b")
_TOLD = frozenset(
    "said told asked knew thought promised feared hoped wrote swore agreed warned insisted believed understood".split()
)
_NEAR = 8  # words
_CONDITIONS = frozenset(("if", "unless", "once", "whenever", "wherever", "until"))


@dataclass(frozen=True)
class Wording:
    """Phrases of what is not of the story: `later` a time to come, `roles` and `posts` that the writer does not have, `elsewhere` a
    place or chance that is not the story's, `given` means that are not; `near` says how near a thing came, or what usually is done.

    `offered` is to whom one could bring something, `prospects` are ways to speak of what is yet to come, `lists` the lists in them.
    """

    later: tuple[str, ...]
    roles: tuple[str, ...]
    posts: tuple[str, ...]
    elsewhere: tuple[str, ...]
    given: tuple[str, ...]
    near: tuple[str, ...]
    offered: tuple[str, ...]
    prospects: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]


def supposes(verb: Token, sentence: Sentence, sought: Phrasebook) -> bool:
    """Whether the sentence sets the clause of `verb` in a case, a post or a time that has not come."""
    before = _before(verb, sentence)
    if (
        sought["roles"].are_in(before)
        or sought["given"].are_in(before)
        or sought["elsewhere"].are_in(sentence.tokens.text)
    ):
        return True
    return is_unreal(verb) or (sought["later"].are_in(before) and not tells_past(sentence, verb))


def is_given(verb: Token, sentence: Sentence, sought: Phrasebook) -> bool:
    """Whether means that the writer does not have stand before the verb: with ten more inspectors."""
    return sought["given"].are_in(_before(verb, sentence))


def is_post(verb: Token, sentence: Sentence, sought: Phrasebook) -> bool:
    """Whether the post that the writer seeks stands before the verb: as a senior executive, in the position for which I apply."""
    return sought["posts"].are_in(_before(verb, sentence))


def _before(verb: Token, sentence: Sentence) -> str:
    return sentence.tokens.text[: verb.idx - sentence.tokens.start_char]


def is_unreal(verb: Token) -> bool:
    """Whether a condition that is not the story's hangs on the verb: if selected, were I to lead, should you agree, had it burned."""
    return any(
        child.dep_ in ("advcl", "ccomp", "prep") and (_is_unreal_condition(child) or _is_turned(child))
        for child in (*verb.children, *_joined(verb))
    )


def _is_turned(had: Token) -> bool:
    """Had she not refused, behind the main clause, where the parser takes had for a verb of its own."""
    inner = [own_subject(child) for child in had.children if child.dep_ == "ccomp"]
    return had.lower_ == "had" and own_subject(had) is None and any(who is not None and who.i > had.i for who in inner)


def is_afterthought(verb: Token, sentence: Sentence, sought: Phrasebook) -> bool:
    """Whether would have tells what the writer would have done in another's place, and not how near a thing came."""
    text = sentence.tokens.text
    return verb.dep_ == "ROOT" and text.lower().count("would have") == 1 and not sought["near"].are_in(text)


def _joined(verb: Token) -> list[Token]:
    """The clauses on the verbs that this one is joined to."""
    above = []
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        above += list(verb.children)
    return above


def _is_unreal_condition(condition: Token) -> bool:
    marks = {child.lower_ for child in condition.children if child.dep_ in ("mark", "advmod")}
    found = [condition, *auxiliaries(condition)]
    first = min(found, key=lambda token: token.i)
    who = own_subject(condition) or next((child for child in condition.children if child.dep_ == "expl"), None)
    if not marks & _CONDITIONS:
        # Without a conjunction a condition turns subject and verb round: had the fire jumped, were I to lead, should it fail.
        return who is not None and first.lower_ in ("had", "were", "should") and first.i < who.i
    if who is None:
        return "if" in marks and condition.tag_ in ("VBN", "JJ")
    single = who.tag_ in ("NN", "NNP", "PRP", "EX") and who.lower_ not in ("we", "they", "you")
    if any(token.lower_ in ("again", "over", "ever", "another", "tomorrow", "second") for token in condition.subtree):
        return True
    perfect = any(t.lower_ == "had" for t in found) and condition.tag_ == "VBN"
    return (
        tense(condition) in ("present", "perfect", "future")
        or perfect
        or (single and any(t.lower_ == "were" for t in found))
    )


def tells_past(sentence: Sentence, verb: Token) -> bool:
    """Whether another clause of the sentence tells what happened, and does not only describe or compare."""
    return any(other != verb and tense(other) == "past" and _tells(other) for other in verbs(sentence))


def _tells(verb: Token) -> bool:
    if (
        verb.dep_ == "relcl"
        or any(child.lower_ == "what" for child in verb.lefts)
        or any(child.lower_ in ("as", "than") and child.dep_ == "mark" for child in verb.children)
    ):
        return False
    return verb.lower_ != "were" and not _is_unreal_condition(verb)


def prospects(sentence: Sentence, sought: Phrasebook) -> Iterator[Span]:
    """The places at which the writer speaks of what is yet to come or might have been, and does not tell that it was said."""
    text = sentence.tokens.text
    if text.rstrip('”"').endswith("?"):
        return
    for match in sought["prospects"].find(text):
        if not _PARTICIPLE.search(match[0]) and not _is_told(sentence, match):
            yield sentence.span_at(match)


def _is_told(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a verb of saying or thinking stands near before the words."""
    first = sentence.matched(match)[0]
    before = sentence.tokens.doc[max(sentence.tokens.start, first.i - _NEAR) : first.i]
    ends = [token.i for token in before if token.text in (".", ";")]
    return any(token.lower_ in _TOLD and not (ends and token.i < ends[-1]) for token in before)
