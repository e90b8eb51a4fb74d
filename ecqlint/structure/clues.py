"""What a sentence says of its role in a story: who acts, in which tense, with verbs of which kind, how much is measured, and which part
the judge takes it for.

Clues are plain words ("main-who=I", "open=by-date"), drawn from grammar, closed classes of general English, and the judge's opinion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ecqlint.narrative import PARTS, Narrative
from ecqlint.structure import closed_classes as words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from ecqlint.language import Sentence

# The clues of each sentence, by where it starts.
Said = Mapping[int, frozenset[str]]

_LIKELY = (0.2, 0.4, 0.6, 0.8, 0.9)
_FINITE = {"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl"}
_FUNCTION = {"ADP", "SCONJ", "CCONJ", "DET", "PRON", "ADV", "PART", "AUX"}
_PLAIN_PRONOUNS = {"they", "it", "we", "there", "you", "one"}
_NOBODY = {"nobody", "none", "nothing", "neither", "few"}
_MODALS_OF_NOW = {"will", "'ll", "can", "may", "must", "shall"}


# How likely each sentence tells each of PARTS, from 0 to 1; empty where nobody has said.
Likely = Sequence[Sequence[float]]


def clues_of(narrative: Narrative, sentences: Sequence[Sentence], likely: Likely) -> Said:
    """The clues of every sentence of a narrative."""
    names = frozenset({narrative.candidate.surname}) if narrative.candidate else frozenset[str]()
    said = {sentence.span.start: frozenset(_clues(sentence.tokens, names)) for sentence in sentences}
    for sentence, odds in zip(sentences, likely, strict=bool(likely)):
        said[sentence.span.start] |= {
            f"judged-{part}>={share}"
            for part, odd in zip(PARTS, odds, strict=True)
            for share in _LIKELY
            if odd >= share
        }
    return said


def _clues(tokens: Tokens, names: frozenset[str]) -> Iterator[str]:
    """Some come more than once. `names` are the words by which the candidate may be called."""
    text = tokens.text
    if "“" in text or '"' in text:
        yield "quote"
    yield from (f"open={name}" for name, pattern in words.OPENERS.items() if pattern.match(text))
    acts = 0
    for verb in tokens:
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("aux", "auxpass", "amod", "compound"):
            for clue in _of_verb(verb, tokens.root, names):
                acts += clue == "I-act"
                yield clue
    if tokens.root.pos_ not in ("VERB", "AUX"):
        yield "verbless"
    yield from _of_measures(tokens, acts=acts)
    for token in tokens:
        yield from _of_word(token)
    yield f"length={min(4, len(tokens) // 8)}"


def _of_verb(verb: Token, root: Token, names: frozenset[str]) -> Iterator[str]:
    subject, tense, lemma = _subject(verb), _tense(verb), verb.lemma_.lower()
    kinds = [kind for kind, members in words.VERBS.items() if lemma in members] or ["other"]
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    finite = verb.dep_ in _FINITE
    who = "none" if subject is None else "I" if _is_candidate(subject, names) else _who(subject)
    if who == "I" and finite:
        static = not {"be", "have", "know"}.isdisjoint(kinds)
        if passive:
            yield "I-passive"
        elif tense in ("past", "other") and not static and verb.pos_ == "VERB":
            yield "I-act"
        else:
            yield f"I-{'static' if static else tense}"
    reported = root.lemma_ in words.VERBS["say"] and subject is not None and verb.dep_ in ("parataxis", "ccomp")
    if verb == root or (verb.head == root and (verb.dep_ == "conj" or reported)):
        yield from _of_main_verb(verb, subject, who, tense, kinds)
        if passive:
            yield "main-passive"
    elif finite:
        yield f"sub-tense={tense}"
        yield from (f"sub-kind={kind}" for kind in kinds)
        if who in ("I", "we"):
            yield f"sub-who={who}"
    if verb.dep_ == "advcl":
        yield from (f"mark={child.lower_}" for child in verb.children if child.dep_ == "mark")


def _of_main_verb(verb: Token, subject: Token | None, who: str, tense: str, kinds: list[str]) -> Iterator[str]:
    person = "I" if who == "I" else "other"
    yield from (f"main-who={who}", f"main-tense={tense}", f"main-who-tense={person}-{tense}")
    for kind in kinds:
        yield from (f"main-kind={kind}", f"main-who-kind={person}-{kind}")
    for child in verb.children:
        if child.dep_ == "neg":
            yield "main-neg"
        if verb.lemma_ == "be" and child.dep_ in ("attr", "acomp"):
            yield f"be-{child.dep_}"
    if subject is not None and person != "I":
        for child in subject.children:
            if child.lower_ in ("my", "our"):
                yield "subject-my"
            if child.lower_ in ("no", "every", "each", "all"):
                yield f"subject-{child.lower_}"


def _of_measures(tokens: Tokens, *, acts: int) -> Iterator[str]:
    text = tokens.text
    numbers = sum(token.like_num or any(c.isdigit() for c in token.text) for token in tokens)
    short = len(words.SHORTFALL.findall(text))
    yield from (f"numbers>={n}" for n in (1, 2, 3, 5) if numbers >= n)
    yield from (f"shortfall>={n}" for n in (1, 2, 3) if short >= n)
    found = {
        "percent": words.PERCENT,
        "money": words.MONEY,
        "from-to": words.FROM_TO,
        "year": words.YEAR,
        "month": words.MONTH,
        "compare": words.COMPARED,
        "demand": words.DEMAND,
        "gain": words.GAIN,
    }
    said = {name for name, pattern in found.items() if pattern.search(text)}
    yield from said
    if acts:
        yield "I-acts"
        if acts > 1:
            yield "I-acts-2"
        return
    yield "no-act"
    said |= {name for name, sure in (("numbers", numbers), ("shortfall", short)) if sure}
    for name in ("numbers", "shortfall", "month", "gain"):
        yield f"no-act-{name}" if name in said else f"no-act-no-{name}"


def _of_word(token: Token) -> Iterator[str]:
    if token.pos_ in ("NOUN", "PROPN"):
        yield from (f"noun={kind}" for kind, members in words.NOUNS.items() if token.lemma_.lower() in members)
    if token.pos_ in _FUNCTION and token.is_alpha:
        yield f"w={token.lower_}"
    if token.lower_ in ("since", "now", "today", "still", "later", "ago", "already", "yet", "never", "only", "again"):
        yield f"adv={token.lower_}"
    if token.lower_ in ("my", "me", "myself"):
        yield "my"
    if token.lower_ in ("we", "us", "our"):
        yield "we"


def _is_candidate(token: Token, names: frozenset[str]) -> bool:
    if token.lower_ in ("i", "me", "myself") or token.text in names:
        return True
    return bool(token.i and words.SELF.fullmatch(f"{token.nbor(-1).lower_} {token.lower_}"))


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb beside which or under which it stands without one of its own."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") or (child.dep_ in ("csubj", "expl") and child.i < verb.i):
                return child
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def _tense(verb: Token) -> str:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not helpers and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        return _tense(verb.head)
    said = {helper.lower_ for helper in helpers}
    past = not said.isdisjoint(("was", "were"))
    if any(helper.tag_ == "MD" for helper in helpers):
        return "would" if said.isdisjoint(_MODALS_OF_NOW) else "will"
    if not said.isdisjoint(("had", "'d")):
        return "had-done"
    if not said.isdisjoint(("has", "have", "'ve")):
        return "has-done"
    if verb.tag_ == "VBG":
        return "was-doing" if past else "doing"
    if past or verb.tag_ == "VBD":
        return "past"
    if not said.isdisjoint(("is", "are", "'s", "'re", "am")) or verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return "past" if verb.tag_ == "VBN" else "other"


def _who(token: Token) -> str:
    """What kind of subject acts, where it is not the candidate."""
    word = token.lower_
    if word in _NOBODY:
        return "nobody"
    if token.pos_ == "PRON" or token.tag_ in ("EX", "DT", "PRP"):
        pronouns = {**dict.fromkeys(("he", "she"), "he"), **dict.fromkeys(("this", "that", "these", "those"), "this")}
        return word if word in _PLAIN_PRONOUNS else pronouns.get(word, "pron")
    if token.like_num or token.text.endswith("%") or word in ("percent", "half", "third", "quarter", "two-thirds"):
        return "number"
    if token.pos_ == "PROPN":
        return "name"
    kinds = [kind for kind, members in words.NOUNS.items() if token.lemma_.lower() in members]
    return f"noun-{kinds[0]}" if kinds else "nouns" if token.tag_ == "NNS" else "noun"
