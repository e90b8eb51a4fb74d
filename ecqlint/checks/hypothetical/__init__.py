"""Intentions in place of deeds: what the writer would or will do, told from reported promises and from habits of the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import (
    FIRST_PERSON,
    SUBJECTS,
    auxiliaries,
    clause,
    is_writer,
    own_subject,
    subject,
    tense,
    verbs,
)
from ecqlint.checks._english.voice import UNCHANGED
from ecqlint.checks._notation import Phrasebook, phrasebook
from ecqlint.checks.hypothetical.intentions import (
    ENABLING,
    FREQUENCY,
    TELLING,
    Words,
    infinitives,
    is_aim,
    means_to,
    modal_of,
    only_says,
    wishes,
)
from ecqlint.checks.hypothetical.supposing import (
    Wording,
    is_afterthought,
    is_given,
    is_post,
    is_unreal,
    prospects,
    supposes,
    tells_past,
)
from ecqlint.document import Block
from ecqlint.language import Reading, Sentence
from ecqlint.rule import Match
from ecqlint.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# The writer speaks to the service that reads: I would do no less for your claimants.
_READERS = frozenset(("your", "yours"))
_NEGATIONS = frozenset(("not", "n't", "n’t", "never"))
_ASKING = frozenset(("what", "who", "how", "when", "where", "why", "whether", "if", "as"))
_NAMING = frozenset(("call", "name"))  # a man whom I will call stern
# Clauses that stand for themselves; in all others "would" may be what was promised, asked or feared.
_INDEPENDENT = frozenset(("ROOT", "conj", "parataxis"))
# What the writer offers, as "I could bring to the Bureau".
_OFFERING = frozenset("bring offer contribute add apply".split())
# You will find in me; you can count on me.
_PROMISED = frozenset(("find", "have", "get", "expect", "count", "rely"))
_LEARNED = frozenset(
    "experience skill background knowledge record expertise training ability lesson this that these career".split()
)
# Verbs of what befalls the writer: I would have lost the town, I would have needed two more.
_BEFALLING = frozenset("lose be have need miss get know think give fail notice run see like hear feel expect".split())


def check(reading: Reading, *, words: Words, wording: Wording) -> Iterator[Match]:
    """Each clause outside quotations in which the writer tells of what he or she would, will or means to do.

    The place runs from the clause's subject to its verb. `intending` are verbs and `ready` adjectives that an infinitive
    follows, and `aims` nouns that, with "my", are the subject of an intention. No intentions are what "I would" and "I will"
    only say (`speaking`, with a clause: I would argue that) or keep in mind (`recalling`: I will never forget).
    """
    sought = phrasebook(wording, intending=words.intending)
    paragraphs: dict[Span, list[Sentence]] = {}
    for sentence in reading.sentences:
        paragraphs.setdefault(sentence.block.span, []).append(sentence)
    supposing: Block | None = None
    for sentence in reading.sentences:
        found: list[Token] = []
        if any(token.lower_ in FIRST_PERSON for token in sentence.tokens):
            # Who has once supposed a case goes on in it: I would listen first. Then I would write a plan.
            paragraph = None if supposing is sentence.block else paragraphs[sentence.block.span]
            found = [verb for verb in verbs(sentence) if _intends(verb, sentence, words, sought, paragraph)]
            found += [verb for verb in verbs(sentence) if verb not in found and _goes_along(verb, found)]
        spans = []
        for verb in found:
            first = own_subject(verb) or min([verb, *auxiliaries(verb)], key=lambda token: token.i)
            spans.append(sentence.span_of(first.left_edge if first.i < verb.i else first, _last(verb)))
        for span in sorted(prospects(sentence, sought), key=len):
            if not any(span.overlaps(other) for other in spans):
                spans.append(span)
        supposing = sentence.block if spans else None
        for span in sorted(spans):
            if not any(quotation.overlaps(span) for quotation in reading.narrative.quotations):
                yield Match(span)


def _past(paragraph: Sequence[Sentence]) -> int:
    """How many more main clauses of a paragraph tell what happened than what is."""
    told = (verb for sentence in paragraph for verb in verbs(sentence) if verb.dep_ in _INDEPENDENT)
    tenses = [tense(verb) for verb in told if verb.lower_ not in UNCHANGED]
    return tenses.count("past") - tenses.count("present")


def _intends(
    verb: Token, sentence: Sentence, words: Words, sought: Phrasebook, paragraph: Sequence[Sentence] | None
) -> bool:
    who = subject(verb)
    modal = modal_of(verb)
    foretold = modal == "will" and is_writer(own_subject(verb)) and _is_foretold(verb)
    if who is None or not (foretold or _stands_alone(verb, words)):
        return False
    if not is_writer(who):
        mine = any(token.lower_ in FIRST_PERSON for token in verb.subtree)
        promised = who.lower_ == "you" and modal in ("will", "can") and verb.lemma_ in _PROMISED and mine
        enabled = modal == "will" and verb.lemma_ in ENABLING and mine and who.lemma_.lower() in _LEARNED
        # As an executive, nothing will leave my desk unread.
        supposed = modal in ("will", "would") and mine and is_post(verb, sentence, sought)
        return promised or enabled or supposed or is_aim(who, verb, words)
    if modal == "would":
        return not only_says(verb, words) and (wishes(verb, words) or _is_supposed(verb, sentence, sought, paragraph))
    if modal == "will":
        # I teach, and will teach
        again = verb.dep_ == "conj" and verb.head.lemma_ == verb.lemma_ and tense(verb.head) == "present"
        return not again and not only_says(verb, words) and _is_first(verb)
    if modal in ("could", "can") and verb.lemma_ != "see":
        offered = verb.lemma_ in _OFFERING and sought["offered"].are_in(" ".join(token.text for token in verb.subtree))
        return (offered and not tells_past(sentence, verb)) or (
            modal == "could"
            and (is_unreal(verb) or (is_given(verb, sentence, sought) and not tells_past(sentence, verb)))
            and verb.lemma_ not in _BEFALLING
        )
    return tense(verb) in ("present", "modal", None) and not _is_past(verb) and means_to(verb, words)


def _is_first(verb: Token) -> bool:
    """Whether the verb is the first of those that share its subject and modal."""
    return verb.dep_ != "conj" or own_subject(verb) is not None or any(child.tag_ == "MD" for child in verb.children)


def _is_supposed(verb: Token, sentence: Sentence, sought: Phrasebook, paragraph: Sequence[Sentence] | None) -> bool:
    """Whether would tells of a case that has not come, and not of a habit, a refusal, or what might have been.

    `paragraph` is None where the sentence goes on from one that supposes a case.
    """
    if not _is_first(verb) or (verb.lemma_ in ("have", "need") and infinitives(verb)):
        return False
    if any(child.lower_ == "have" for child in auxiliaries(verb)):
        return verb.lemma_ not in _BEFALLING and (
            supposes(verb, sentence, sought) or is_afterthought(verb, sentence, sought)
        )
    if supposes(verb, sentence, sought) or any(token.lower_ in _READERS for token in verb.subtree):
        return True
    past = -1 if paragraph is None else _past(paragraph)
    often = FREQUENCY.search(sentence.tokens.text) is not None
    once = often and any(
        tense(t) == "past" for t in verb.subtree if t.pos_ == "VERB" and t.i > verb.i
    )  # I would ask each man what he needed
    if (past < 0 and not once) or any(tense(child) == "present" for child in verb.children if child.dep_ == "advcl"):
        return True
    refused = any(child.lower_ in _NEGATIONS for child in verb.children)
    happened = tells_past(sentence, verb)
    return not (often or happened or refused) and (past == 0 or (paragraph is not None and paragraph[-1] is sentence))


def _stands_alone(verb: Token, words: Words) -> bool:
    """Whether the clause is said by the writer now: a main clause, or what the writer thinks now."""
    for _ in range(len(verb.sent)):
        who = own_subject(verb)
        if verb.dep_ == "csubj" and any(c.lower_ == "what" for c in verb.children):
            return _is_now(verb.head)  # what I would do is
        if (
            who is not None
            and who.left_edge.i > verb.sent.start
            and who.left_edge.nbor(-1).tag_ in ("WRB", "WP", "WDT")
        ):
            return False
        if verb.dep_ == "relcl" and verb.head.lemma_ in words.aims | {"thing"} and verb.head.dep_ in SUBJECTS:
            return _is_now(verb.head.head)  # the first thing that I would do is
        if verb.dep_ not in _INDEPENDENT:
            marked = any(child.dep_ == "mark" for child in verb.children)
            if (
                verb.dep_ == "ccomp"
                and not marked
                and verb.i < verb.head.i
                and any(t.text == ";" for t in verb.head.children)
            ):
                return True  # two sentences on both sides of a semicolon
            return verb.dep_ == "ccomp" and _is_now(verb.head) and (not marked or is_writer(own_subject(verb.head)))
        if verb.dep_ == "ROOT" or verb.head == verb:
            return True
        if verb.dep_ == "conj" and any(child.dep_ == "mark" for child in verb.children):
            return False
        verb = verb.head
    return False


def _is_foretold(verb: Token) -> bool:
    """Whether "I will" tells what is to come in a clause that hangs on another: a plan under which I will close the rest."""
    asked = any(child.lower_ in _ASKING for child in verb.lefts)
    known = verb.dep_ == "relcl" and any(
        child.dep_ == "auxpass" for child in verb.children
    )  # the plan that I will be known for
    if asked or known or any(child.dep_ == "neg" for child in verb.children):
        return False
    if verb.dep_ == "relcl":
        return verb.lemma_ not in TELLING and verb.lemma_ not in _NAMING
    return verb.dep_ == "ccomp" and tense(verb.head) != "past" and is_writer(subject(verb.head))


def _is_now(verb: Token) -> bool:
    return tense(verb) in ("present", "future") or modal_of(verb) is not None


def _is_past(verb: Token) -> bool:
    if tense(verb) == "present":
        return False
    return verb.tag_ in ("VBD", "VBN") or any(
        child.tag_ == "VBD" or child.lemma_ == "have" for child in auxiliaries(verb)
    )


def _last(verb: Token) -> Token:
    """Where the underlined words end: at the infinitive of a verb of intention, else at the verb."""
    if modal_of(verb):
        return verb
    adjective = next((child for child in verb.rights if child.dep_ == "acomp"), verb)
    aim = next((child for child in verb.rights if child.dep_ == "attr" and child.left_edge.lower_ == "my"), None)
    meant = [child for child in aim.rights if child.tag_ == "VB"] if aim is not None else []
    promised = [child for child in adjective.rights if child.dep_ == "ccomp" and is_writer(own_subject(child))]
    return next(iter(infinitives(adjective) or meant or promised), adjective)


def _goes_along(verb: Token, found: list[Token]) -> bool:
    """Whether a passive without an agent is joined to an intention: I would conduct surveys, and the feedback will be used."""
    if verb.dep_ != "conj" or modal_of(verb) is None or not any(child.dep_ == "auxpass" for child in verb.children):
        return False
    return any(verb.head == other or verb in clause(other) for other in found) and not any(
        c.dep_ == "agent" for c in verb.children
    )
