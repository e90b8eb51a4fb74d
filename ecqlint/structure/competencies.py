"""Where a narrative shows the competencies: what the candidate did and what came of it, by the cues of an edition.

A cue is a frame of words that stand in one clause: a main verb with all that hangs on it but coordinated verbs and
relative clauses.

    persuade, win over + @authority           a word of each list; `@` names a list that the edition's cues share
    open/j, respect/n + @staff but not door   only as an adjective, a noun (`/v` verb, `/r` adverb); none of the last
    I: teach, lend + @staff, NAME             the candidate is the subject of the verb
    @staff: volunteer, propose                one of a list is; `OTHERS:` anybody else, `MY:` what is the candidate's
    @blow > I: find, turn to                  the left frame comes first, in the same sentence or in the one before

Words are lemmas, or several in a row; a verb that is denied is `not` and its lemma. NAME is any proper noun, NUMBER any
number, ACT any verb that tells of a deed. What others did and what came of it shows a competency in actions and results
only, what the candidate did in every part of a story.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from ecqlint.edition import Edition
from ecqlint.narrative import Evidence, Example, PartName, Section
from ecqlint.structure.closed_classes import SELF, VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ecqlint.language import Sentence

_KINDS = {"v": frozenset({"VERB"}), "n": frozenset({"NOUN", "PROPN"}), "j": frozenset({"ADJ"}), "r": frozenset({"ADV"})}
_SHOWING: frozenset[PartName] = frozenset({"action", "result"})
_PARTICLES = frozenset({"prt", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative"})
_SUPPOSING = frozenset({"if", "unless", "whether"})
_COORDINATED = frozenset({"conj", "parataxis", "relcl"})
_STATES = VERBS["be"] | VERBS["have"] | VERBS["know"]
_ALL_KINDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Word:
    """Lemmas in a row, and of which kinds the last must be; none means any."""

    lemmas: tuple[str, ...]
    kinds: frozenset[str] = _ALL_KINDS
    anchor: int = 0

    def stands_at(self, index: int, row: Sequence[_Said]) -> bool:
        """Whether it stands in a sentence with its anchor, the lemma to look for, at `index`."""
        start = index - self.anchor
        said = row[start : start + len(self.lemmas)] if start >= 0 else ()
        return (
            len(said) == len(self.lemmas)
            and all(lemma in word.forms for lemma, word in zip(self.lemmas, said, strict=True))
            and (not self.kinds or said[-1].kind in self.kinds)
        )


@dataclass(frozen=True, slots=True)
class _Said:
    """A word of a sentence: its forms (lemma, spelling, with particle, and NAME, NUMBER or ACT), its kind, its clause.

    `actor` has the forms of a verb's subject: ("I",) for the candidate; None for no verb or one without a subject.
    """

    forms: tuple[str, ...]
    kind: str
    clause: int
    actor: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Group:
    """Words one of which must stand in a clause; with `subject`, as a verb of which one of those is the subject."""

    words: tuple[_Word, ...]
    subject: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Frame:
    """Groups, by their numbers, that one clause has, and those it has not; `own` where the candidate acts."""

    first: int
    rest: frozenset[int]
    barred: frozenset[int]
    own: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    competency: str
    frame: int
    before: int | None


_Filled = dict[int, int]  # where each frame that a sentence fills begins


def shown(edition: Edition, sections: Iterable[Section], sentences: Sequence[Sentence]) -> Iterator[Evidence]:
    """Each sentence of an example that shows a competency of the edition, in order of the text."""
    cues = _cues(edition)
    starts = [sentence.span.start for sentence in sentences]
    for example in (example for section in sections for example in section.examples):
        before: _Filled = {}
        begun = False
        for part, sentence in _told(example, sentences, starts):
            filled = cues.filled(_row(list(sentence.tokens)))
            yield from (Evidence(name, sentence.span) for name in cues.named(filled, before, part in _SHOWING))
            begun = begun or part == "action"
            before = filled if begun else {}


def _told(example: Example, sentences: Sequence[Sentence], starts: list[int]) -> Iterator[tuple[PartName, Sentence]]:
    for part in example.parts:
        for sentence in sentences[bisect_left(starts, part.span.start) : bisect_left(starts, part.span.end)]:
            yield part.name, sentence


def _row(tokens: list[Token]) -> list[_Said]:
    first = tokens[0].i
    heads = [token.head.i - first for token in tokens]
    roles = [token.dep_ for token in tokens]
    kinds = [token.pos_ for token in tokens]
    subjects = {heads[i]: i for i, role in enumerate(roles) if role in _SUBJECTS}
    denied = {heads[i] for i, role in enumerate(roles) if role == "neg"}
    ruled = {heads[i] for i, role in enumerate(roles) if role in _OBJECTS}
    supposed = {heads[i] for i, role in enumerate(roles) if role == "mark" and tokens[i].lower_ in _SUPPOSING}
    particles = {heads[i]: tokens[i].lower_ for i, role in enumerate(roles) if role in _PARTICLES and heads[i] < i}
    mine = {heads[i] for i, role in enumerate(roles) if role == "poss" and tokens[i].lower_ == "my"}
    row = []
    told: tuple[str, ...] | None = None
    clauses: dict[int, int] = {}
    for i, token in enumerate(tokens):
        lemma, spelling, kind = token.lemma_.lower(), token.lower_, kinds[i]
        forms: tuple[str, ...] = ("I",) if spelling == "i" else (lemma,) if lemma == spelling else (lemma, spelling)
        if i in denied:
            forms = (f"not {lemma}",)
        elif i in particles:
            forms += (f"{lemma} {particles[i]}",)
        if kind == "PROPN":
            forms += ("NAME",)
        elif kind == "NUM" or token.like_num:
            forms += ("NUMBER",)
        elif kind == "VERB" and lemma not in _STATES and i not in denied:
            forms += ("ACT",)
        actor = None
        if kind == "VERB" and i not in supposed:
            subject = _subject(i, subjects, ruled, heads, roles)
            past = token.tag_ == "VBD"
            if subject is not None:
                actor = _actor(tokens[subject], roles[subject], subject in mine)
            elif past:
                # In “I met the crew, wrote the plan, …” parsers seldom find what the later verbs belong to.
                actor = told
            told = actor if past else told
        row.append(_Said(forms, kind, _clause(i, heads, roles, kinds, clauses), actor))
    return row


def _subject(verb: int, subjects: Mapping[int, int], ruled: set[int], heads: list[int], roles: list[str]) -> int | None:
    """The subject of a verb; without one of its own, that of the verb beside or, unless it has an object, above it."""
    for _ in range(4):
        if verb in subjects:
            return subjects[verb]
        if roles[verb] != "conj" and (roles[verb] != "xcomp" or heads[verb] in ruled):
            return None
        verb = heads[verb]
    return None


def _actor(subject: Token, role: str, mine: bool) -> tuple[str, ...] | None:
    if subject.lower_ == "i" or (subject.i and SELF.fullmatch(f"{subject.nbor(-1).lower_} {subject.lower_}")):
        return ("I",) if role == "nsubj" else None
    kinds = (("OTHERS", True), ("MY", mine), ("NAME", subject.pos_ == "PROPN"))
    return (subject.lemma_.lower(), subject.lower_, *(kind for kind, so in kinds if so))


def _clause(index: int, heads: list[int], roles: list[str], kinds: list[str], known: dict[int, int]) -> int:
    """The verb in whose clause a word stands: the nearest above it that is coordinated with another, or the root."""
    path = []
    while index not in known:
        path.append(index)
        begins = roles[index] in _COORDINATED and kinds[index] in ("VERB", "AUX")
        if begins or heads[index] == index or not 0 <= heads[index] < len(heads):
            known[index] = index
            break
        index = heads[index]
    for below in path:
        known[below] = known[index]
    return known[index]


class _Cues:
    """The cues of an edition, ready to be looked for: the words of all of them at once, in one pass over a sentence."""

    def __init__(self, edition: Edition) -> None:
        self._lists = {words.name: tuple(_words(words.lemmas, {})) for words in edition.words}
        self._groups: dict[_Group, int] = {}
        self._frames: dict[_Frame, int] = {}
        self._cues = [self._cue(c.name, line) for c in edition.competencies for line in c.evidence]
        # Groups by the forms of their words: those that need no second look, those that do, those with a subject.
        self._plain: dict[str, list[int]] = {}
        self._rows: dict[str, list[tuple[int, _Word]]] = {}
        self._acting: dict[str, list[tuple[int, _Group, _Word]]] = {}
        for group, number in self._groups.items():
            for word in group.words:
                form = word.lemmas[word.anchor]
                if group.subject:
                    self._acting.setdefault(form, []).append((number, group, word))
                elif len(word.lemmas) > 1 or word.kinds:
                    self._rows.setdefault(form, []).append((number, word))
                else:
                    self._plain.setdefault(form, []).append(number)
        self._by_first: dict[int, list[tuple[int, _Frame]]] = {}
        for frame, number in self._frames.items():
            self._by_first.setdefault(frame.first, []).append((number, frame))
        self._own = frozenset(number for frame, number in self._frames.items() if frame.own)
        self._by_frame: dict[int, list[_Cue]] = {}
        for cue in self._cues:
            self._by_frame.setdefault(cue.frame, []).append(cue)

    def filled(self, row: Sequence[_Said]) -> _Filled:
        """The frames that a sentence fills."""
        clauses: dict[int, dict[int, int]] = {}
        for index, said in enumerate(row):
            groups = clauses.setdefault(said.clause, {})
            for form in said.forms:
                for number in self._plain.get(form, ()):
                    groups.setdefault(number, index)
                for number, word in self._rows.get(form, ()):
                    if number not in groups and word.stands_at(index, row):
                        groups[number] = index
                if said.actor:
                    for number, group, word in self._acting.get(form, ()):
                        if not group.subject.isdisjoint(said.actor) and word.stands_at(index, row):
                            groups.setdefault(number, index)
        filled: _Filled = {}
        for groups in clauses.values():
            for first, place in groups.items():
                for number, frame in self._by_first.get(first, ()):
                    if frame.rest <= groups.keys() and frame.barred.isdisjoint(groups):
                        filled[number] = min(place, filled.get(number, place))
        return filled

    def named(self, filled: _Filled, before: _Filled, showing: bool) -> list[str]:
        """The competencies that a sentence shows, each once; if it is not `showing`, only by what the candidate did."""
        names = [
            cue.competency
            for frame, place in filled.items()
            if showing or frame in self._own
            for cue in self._by_frame.get(frame, ())
            if cue.before is None
            or (cue.before in before and frame not in before)
            or filled.get(cue.before, place) < place
        ]
        return list(dict.fromkeys(names))

    def _cue(self, competency: str, line: str) -> _Cue:
        *before, frame = " ".join(line.split()).split(">")
        return _Cue(competency, self._frame(frame), self._frame(before[0]) if before else None)

    def _frame(self, written: str) -> int:
        wanted, _, barred = written.partition(" but not ")
        first, *rest = (self._group(words) for words in wanted.split("+"))
        numbers = [self._groups.setdefault(group, len(self._groups)) for group in (first, *rest)]
        shut = {self._groups.setdefault(self._group(barred), len(self._groups))} if barred else set[int]()
        own = any("I" in group.subject for group in (first, *rest))
        frame = _Frame(numbers[0], frozenset(numbers[1:]), frozenset(shut), own)
        return self._frames.setdefault(frame, len(self._frames))

    def _group(self, written: str) -> _Group:
        subject, colon, words = written.rpartition(":")
        actors = (word.lemmas[0] for word in _words(subject, self._lists)) if colon else ()
        return _Group(tuple(_words(words, self._lists)), frozenset(actors))


@cache
def _cues(edition: Edition) -> _Cues:
    return _Cues(edition)


def _words(written: str, lists: Mapping[str, tuple[_Word, ...]]) -> Iterator[_Word]:
    for word in written.split(","):
        name, _, kind = word.strip().partition("/")
        if name.startswith("@"):
            yield from (replace(word, kinds=_KINDS[kind] if kind else word.kinds) for word in lists[name[1:]])
        else:
            lemmas, kinds = tuple(name.split()), _KINDS[kind] if kind else _ALL_KINDS
            # The longest lemma is the rarest, and so the quickest to look for.
            yield _Word(lemmas, kinds, max(range(len(lemmas)), key=lambda place: len(lemmas[place])))
            if len(lemmas) == 2:
                yield _Word((" ".join(lemmas),), kinds)
