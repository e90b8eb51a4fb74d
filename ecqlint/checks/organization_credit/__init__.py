"""Credit that goes to "we" or to the organization for what the story tells, where the writer's own part should be named."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.checks._english.grammar import is_writer, tense
from ecqlint.checks._stories import after_deeds, part_at, tells_deed
from ecqlint.checks.organization_credit.credit import Credit, Words, is_plain_deed
from ecqlint.checks.organization_credit.doers import (
    Deed,
    deeds,
    is_bounded,
    is_cleft,
    is_collective,
    is_habit,
    is_pluperfect,
)
from ecqlint.checks.organization_credit.own_organization import Own
from ecqlint.checks.organization_credit.own_part import names_writer
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import Part, PartName
from ecqlint.rule import Match

_BEFORE_ACTION: frozenset[PartName] = frozenset(("challenge", "context"))
# What follows from something told before.
_SEQUELS = frozenset("then next thus thereby therefore subsequently together".split())


def check(reading: Reading, *, words: Words) -> Iterator[Match]:
    """Each clause outside quotations and reported speech whose doer is "we", "our team", or the writer's own organization.

    `groups`, `organizations` and `endeavors` (our efforts) are nouns that "our" makes the writer's own, `teams` those that "the"
    does, unless `outsiders` (auditors) stand before them. A passive of `honors` is credit too; what they are (`states`), suffered
    (`losses`) and said (`speech`) is context, and so is what they always did (`routines`) until the writer has acted; `encounters` are
    of persons who have just been named (we shook hands). `groups` that the writer has formed or led are the writer's own.

    In a challenge or context only what follows on the writer's own deed counts. The place runs from the doer to the verb.
    """
    credit = Credit(words, Own(reading, words.organizations, words.groups))
    after, here, previous = after_deeds(reading), _acted(reading), None
    personal = {sentence.block.span for sentence in reading.sentences if any(map(is_writer, sentence.tokens))}
    for index, sentence in enumerate(reading.sentences):
        if sentence.tokens[-1].lower_ == "?":
            continue
        part = part_at(reading, sentence)
        before = part is not None and part.name in _BEFORE_ACTION
        setting = before and not (part and _amid_action(reading, part))
        alone = sentence.block.span not in personal and not (part and part.name == "result")
        for shared in deeds(sentence):
            for deed in shared:
                if not credit.is_due(deed, underway=after[index], alone=alone):
                    continue
                told = alone and part is not None and part.label is None and _is_told_whole(reading, index, deed)
                if setting and not told and not (here[index] and _goes_on(deed, sentence, previous)):
                    continue
                if before and is_habit(deed.verb) and tense(deed.verb) == "past":
                    continue
                if names_writer(sentence, deed.doer, previous, _following(reading, index)) and not is_cleft(deed):
                    continue
                if not any(quotation.overlaps(deed.span) for quotation in reading.narrative.quotations):
                    yield Match(deed.span)
                    break
        previous = sentence


def _is_told_whole(reading: Reading, index: int, deed: Deed) -> bool:
    """Whether a paragraph without the writer is no setting, whatever part it is taken for: it tells a deed and what came of it."""
    if is_collective(deed.doer):
        return is_plain_deed(deed)
    following = _following(reading, index)
    return following is not None and _following(reading, index + 1) is None and is_plain_deed(deed)


def _following(reading: Reading, index: int) -> Sentence | None:
    """The next sentence of the paragraph."""
    after = reading.sentences[index + 1 : index + 2]
    return after[0] if after and after[0].block is reading.sentences[index].block else None


def _amid_action(reading: Reading, part: Part) -> bool:
    """Whether action has been told before the part in its story."""
    told = reading.narrative.example_at(part.span.start)
    return told is not None and any(one.name == "action" and one.span.start < part.span.start for one in told[1].parts)


def _acted(reading: Reading) -> list[bool]:
    """For each sentence whether the writer has acted before it in its story, or, outside stories, in its section."""
    acted: list[bool] = []
    story: object = None
    here = False
    for sentence in reading.sentences:
        told = reading.narrative.example_at(sentence.span.start)
        now = told[1].span if told else reading.narrative.section_at(sentence.span.start)
        if now != story:
            story, here = now, False
        acted.append(here)
        here = here or tells_deed(sentence)
    return acted


def _goes_on(deed: Deed, sentence: Sentence, previous: Sentence | None) -> bool:
    """Whether a deed told before the writer's action belongs to it all the same: it is said to follow, or it does follow."""
    if any(child.lower_ in _SEQUELS for child in deed.verb.children) or is_bounded(deed.verb):
        return True
    if tense(deed.verb) == "perfect":
        return is_collective(deed.doer)
    follows = previous is not None and previous.block is sentence.block and tells_deed(previous)
    return follows and is_collective(deed.doer) and not is_pluperfect(deed.verb)
