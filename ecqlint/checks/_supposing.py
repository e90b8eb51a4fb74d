"""What puts a clause outside the story's time: a condition, a post that the writer does not have yet, or a time still to come."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ecqlint.checks._grammar import auxiliaries, own_subject, tense, verbs
from ecqlint.language import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEXT = re.compile(
    r"\b(?:if|were|should|next|future|today|someday|tomorrow|going forward|looking ahead|from now on|one day|hereafter)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:senior executive|ses|executive level|(?:this|that|such an?|the new|a new|any|an?) (?:\w+ ){0,2}"
    r"(?:post|position|role|job|office|capacity|situation|case|event)"
    r"|for the (?:department|agency|bureau|nation|service|whole service|country)"
    r"|(?:an?|your|the department’s|the department's) (?:larger|bigger|wider|broader|higher)\b(?: \w+){1,2}"
    r"|(?:my|the) next (?:post|role|job|assignment|position|agency|command|phase))\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:as an? (?:senior |federal )?executive|as a member of the (?:ses|senior executive service)|if (?:selected|appointed|chosen|hired)"
    r"|in (?:your|this|the) (?:position|post|role|job|office)(?: (?:for which|that|which) i (?:apply|seek))?"
    r"|(?:my|the) next (?:post|role|job|assignment|position))\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:senior executive|in the ses|(?:in|to|for|with|at) (?:this|your|such an?|any(?: other| new)?|a larger) (?:new )?(?:\w+ )?"
    r"(?:position|role|job|agency|department|bureau|post|office|organization|commission|administration|service|command)\b"
    r"(?! (?:that|which|where|whose)\b)"
    r"|wherever|whatever (?:post|office|agency)|next time|(?:another|a second|given the) (?:chance|opportunity))\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?:^|[,;] )(?:given (?!that|the (?:time|short|size|state|scale|stakes|risk|number))(?:\w+ ){0,3}"
    r"|with (?:(?:\w+ )?more(?= \w+)|another|twice|your|a larger|a bigger|the \w+['’]s? larger) (?:\w+ ){0,2})"
    r"(?:(?<=more )\w+|chance|opportunity|choice|budget|authority|staff|mandate|time|money|people"
    r"|budget|position|resources|team|fleet|larger|years?)\b",
    re.IGNORECASE,
)
# How near a thing came, or what usually is done: I would have closed it, but; otherwise I would have.
_NEAR = re.compile(
    r"\b(?:but|without|otherwise|else|not|never|n[’']t|normally|ordinarily|usually|by then|except|though|until|rather|only)\b"
)
_CONDITIONS = frozenset(("if", "unless", "once", "whenever", "wherever", "until"))


def supposes(verb: Token, sentence: Sentence) -> bool:
    """Whether the sentence sets the clause of `verb` in a case, a post or a time that has not come."""
    before = " ".join(token.text for token in sentence.tokens if token.i < verb.i)
    text = " ".join(token.text for token in sentence.tokens)
    if _ROLE.search(before) or _GIVEN.search(before) or _THERE.search(text):
        return True
    return is_unreal(verb) or bool(_NEXT.search(before) and not tells_past(sentence, verb))


def is_given(verb: Token, sentence: Sentence) -> bool:
    """Whether means that the writer does not have stand before the verb: with ten more inspectors."""
    return bool(_GIVEN.search(" ".join(token.text for token in sentence.tokens if token.i < verb.i)))


def is_post(verb: Token, sentence: Sentence) -> bool:
    """Whether the post that the writer seeks stands before the verb: as a senior executive, in the position for which I apply."""
    before = " ".join(token.text for token in sentence.tokens if token.i < verb.i)
    return bool(_SOUGHT.search(before))


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


def is_afterthought(verb: Token, sentence: Sentence) -> bool:
    """Whether would have tells what the writer would have done in another's place, and not how near a thing came."""
    text = " ".join(token.lower_ for token in sentence.tokens)
    return verb.dep_ == "ROOT" and text.count("would have") == 1 and not _NEAR.search(text)


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
