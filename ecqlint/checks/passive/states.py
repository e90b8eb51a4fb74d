"""States that look like passives: was committed to, is located in, were closed on Mondays, got stuck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecqlint.checks._english.grammar import SUBJECTS
from ecqlint.checks._english.voice import BE, GET, PARTICLES, UNCHANGED, Passive, is_participle

if TYPE_CHECKING:
    from spacy.tokens import Token

# Adverbs that grade an adjective, where they stand right before the participle.
DEGREE = frozenset(
    "very too so quite rather fairly extremely highly deeply pretty somewhat visibly truly genuinely".split()
)
# First elements of adjectives that end like participles: self-inflicted, short-lived.
COMPOUNDING = frozenset("self well ill short long high low half much far deep open like".split())
# Adverbs, prepositions and times that tell of an event.
EVENT_ADVERBS = frozenset(
    "then soon quickly promptly immediately suddenly abruptly formally finally eventually later again twice".split()
)
EVENT_PREPOSITIONS = frozenset(("after", "before", "during", "since"))
DATE_PREPOSITIONS = frozenset(("in", "on", "at", "by", "within"))
DATES = frozenset(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday spring summer fall autumn winter"
    " year month week day days weeks months hours night morning afternoon evening time noon midnight dawn".split()
)
# Beside them a date may also be what by counts to: gone by then, finished by the end of May.
UNTIL = DATES | frozenset(("then", "now", "end", "quarter", "deadline"))
# Before a date they name no day in particular: on a given day, in an average week.
ANY = frozenset("a an any each every most some".split())
# What follows left where somebody leaves it; where nothing of this does, it remains: whatever was left in September.
LEFT_SO = frozenset("alone as behind off out over standing to unattended up with without".split())
MODALS = frozenset("will shall must can may might should could".split())
PERSONS = frozenset("i we you he she who".split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Participles that are adjectives as a rule, by what tells the state from the event. An agent tells an event.

    `adjectives` are states, except before the words that `events` gives with them; `complements` are states before the
    words given with them; `results` name what lasts after an event, and are states unless something tells of the event;
    `becoming` are states after get; `personal` are states where the subject is a personal pronoun. In `events` and
    `complements`, "to" is the preposition, "to do" an infinitive, and "to be" that of be under any other subject.
    """

    adjectives: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    results: frozenset[str] = frozenset()
    becoming: frozenset[str] = frozenset()
    personal: frozenset[str] = frozenset()


def is_adjectival(passive: Passive) -> bool:
    """Whether the sentence itself shows that the participle is an adjective."""
    participle, word = passive.participle, passive.participle.lower_
    before = participle.nbor(-1)
    if _under_way(passive):
        return False
    if before.text == "-" and before.nbor(-1).lower_ in COMPOUNDING:
        return True
    if word.startswith("un") and not is_participle(word):
        return True
    if _has_agent(participle):
        return False
    if before.lower_ in DEGREE or _joins_adjective(participle):
        return True
    if participle.tag_ != "JJ" or participle.dep_ not in ("acomp", "attr") or word in UNCHANGED:
        return False
    return passive.auxiliary.lower_ != "been" and not _impersonal(passive)


def is_state(passive: Passive, lexicon: Lexicon) -> bool:
    """Whether the participle names a state, as far as the lexicon knows."""
    participle, word = passive.participle, passive.participle.lower_
    get = passive.auxiliary.lower_ in GET
    if _under_way(passive) or _has_agent(participle):
        return False
    followed = _followed(passive)
    if word in lexicon.adjectives:
        return not followed & lexicon.events
    if followed & lexicon.complements:
        return not _impersonal(passive)
    if (get and word in lexicon.becoming) or (word in lexicon.personal and _subject(passive) in PERSONS):
        return True
    if word == "left" and not get:
        return _remains(participle)
    always = any(child.lower_ == "always" for child in participle.children)  # had always been closed
    return word in lexicon.results and (get or always or not _happens(passive))


def _remains(left: Token) -> bool:
    """Whether nothing says how, or to whom, it was left: two days were left; not left in place, left to the states."""
    after = left.doc[left.i + 1 : left.i + 3]
    if any(child.dep_ in ("oprd", "xcomp", "advcl", "acomp", "dobj") for child in left.rights):
        return False
    if after and (after[0].lower_ in LEFT_SO or after[0].tag_ in ("JJ", "VBN", "RB")):
        return False
    return not (len(after) == 2 and after[0].lower_ == "in" and after[1].tag_ == "NN" and not _is_date(after[1]))


def _under_way(passive: Passive) -> bool:
    """Whether the verb is progressive: was being closed. A mere being need not be: being concerned, I asked."""
    return passive.auxiliary.lower_ == "being" and passive.first != passive.auxiliary


def _has_agent(participle: Token) -> bool:
    """Whether a by-phrase says what did it, and not by when."""
    by = next((child for child in participle.rights if child.lower_ == "by"), None)
    return by is not None and not any(c.lower_ in UNTIL or c.tag_ == "CD" for c in by.rights)


def _joins_adjective(participle: Token) -> bool:
    """Whether the participle is coordinated with an adjective: outdated, dirty and small."""
    joined = [child for child in participle.rights if child.dep_ == "conj"]
    if participle.dep_ == "conj":
        joined.append(participle.head)
    adjectives = (word for word in joined if word.tag_ == "JJ" and not word.lower_.endswith("ed"))
    return any(not any(child.dep_ in SUBJECTS for child in adjective.lefts) for adjective in adjectives)


def _subject(passive: Passive) -> str | None:
    verbs = (passive.participle, passive.auxiliary)
    return next((c.lower_ for verb in verbs for c in verb.lefts if c.dep_ in SUBJECTS), None)


def _impersonal(passive: Passive) -> bool:
    """Whether it stands for a clause, as in it was determined that."""
    return _subject(passive) == "it" and any(c.dep_ == "ccomp" for c in passive.participle.rights)


def _followed(passive: Passive) -> frozenset[str]:
    """The participle with the word, and with the two words, that follow it; adverbs, and how far, left out."""
    participle, word = passive.participle, passive.participle.lower_
    following = participle.doc[participle.i + 1 : participle.i + 5]
    rest = [token for token in following if token.tag_ not in ("RB", "CD", "NNS") or token.lower_ in PARTICLES]
    words = [token.lower_ for token in rest[:2]]
    if words[:1] == ["to"] and rest[0].dep_ == "aux":
        be = words[-1] in BE and _subject(passive) not in PERSONS
        return frozenset((f"{word} to be" if be else f"{word} to do",))
    return frozenset(" ".join((word, *words[:length])) for length in (1, 2))


def _happens(passive: Passive) -> bool:
    """Whether something tells of an event: a perfect, modal or infinitive, a date, a particle, a word of sequence."""
    if passive.auxiliary.lower_ in ("be", "been", "being"):
        return True
    return any(_tells_event(child) for verb in (passive.participle, passive.auxiliary) for child in verb.children)


def _tells_event(child: Token) -> bool:
    word = child.lower_
    if child.dep_ == "prep":
        dated = word in DATE_PREPOSITIONS and any(_is_date(c) and not _is_any(c) for c in child.rights)
        return dated or (word in EVENT_PREPOSITIONS and any(child.rights))
    return (
        child.dep_ == "prt"
        or (child.dep_ == "advmod" and word in EVENT_ADVERBS)
        or (child.dep_ == "aux" and word in MODALS)
        or (child.dep_ == "npadvmod" and word in DATES)
    )


def _is_date(token: Token) -> bool:
    return token.lower_ in DATES or (token.tag_ == "CD" and token.is_digit and len(token) == 4)


def _is_any(date: Token) -> bool:
    return any(child.lower_ in ANY for child in date.lefts)
