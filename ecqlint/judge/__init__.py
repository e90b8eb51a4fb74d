"""What a sentence says of people, politics and beliefs, whose deeds it tells, and which part of a story, as a small encoder reads it.

The grammar of a sentence shows who does what, and a list the words that judge; that "the outgoing director had other priorities than
the mine" runs somebody down, neither shows. The judge is a transformer of six layers (`judge.onnx`) which has read some thousand
labelled passages; `tests/benchmark/train_judge.py` trains it. It reads each sentence by itself, so that a judgement depends on nothing
but the sentence, and it runs beside the parser, in a thread of its own.

It runs on ONNX Runtime (MIT), which has wheels for the common platforms only, so that it may be missing.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ecqlint.background import in_background
from ecqlint.judge.pieces import Pieces
from ecqlint.text import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# What the judge tells apart, each named as the rule that it serves.
KINDS = (
    "disparaging-remark",
    "political-content",
    "personal-belief",
    "hypothetical",
    "organization-credit",
    "vague-statement",
    "unquantified-result",
)
MODEL = "judge.onnx"
_MARKS = ".,;:—–- "
_DOUBTED = -1.0  # odds: a word that is likelier than that to belong to a stretch does
_ERRORS = 3  # the runtime's number for what is worth a line
# What the model's file says of itself: the pieces that it knows, and the digests of the files that it has learned from.
PIECES, TRAINED_ON = "pieces", "trained on"


@dataclass(frozen=True, slots=True)
class Opinion:
    """How sure the judge is that a text is of a kind, from 0 to 1, and the stretch of the text that makes it so."""

    certainty: float
    said: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the judge thinks of a sentence: its opinion for each of KINDS, and how likely, from 0 to 1, it tells each of PARTS."""

    kinds: Mapping[str, Opinion]
    parts: tuple[float, ...]


@dataclass(frozen=True)
class Judge:
    """The model, the pieces of words that it knows, and the digest of each file that it has learned from."""

    session: InferenceSession
    pieces: Pieces
    trained_on: Mapping[str, str]

    def judged(self, text: str) -> Judgement:
        """What the judge thinks of a sentence."""
        import numpy as np

        ids, places = self.pieces.of(text)
        row = np.array([ids], np.int64)
        whole, words, parts = self.session.run(None, {"ids": row, "mask": np.ones(row.shape, np.float32)})
        opinions = {
            kind: Opinion(
                1 / (1 + math.exp(-float(odds))),
                _ended(text, _stretch(words[0, 1:-1, i].tolist(), places)),
            )
            for i, (kind, odds) in enumerate(zip(KINDS, whole[0], strict=True))
        }
        likely = np.exp(parts[0] - parts[0].max())
        return Judgement(opinions, tuple((likely / likely.sum()).tolist()))


@cache
def available() -> bool:
    """Whether the judge can be asked on this machine."""
    return find_spec("onnxruntime") is not None


@in_background
def begin(texts: tuple[str, ...]) -> tuple[Judgement, ...]:
    """What the judge thinks of some sentences."""
    return tuple(map(_judge(os.getpid()).judged, texts))


@cache
def _judge(process: int) -> Judge:
    """The judge that ships. A process does not inherit the session of the one that it was forked from."""
    return read_judge(Path(__file__).with_name(MODEL))


def read_judge(path: Path) -> Judge:
    """The judge whose model stands in a file."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # on Windows it would tell Microsoft what it does
    onnxruntime.set_default_logger_severity(_ERRORS)  # it warns of machines without a graphics card
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the checks, or another narrative, need the other cores
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    known = session.get_modelmeta().custom_metadata_map
    return Judge(
        session,
        pieces=Pieces(known[PIECES].split("\n")),
        trained_on=dict(line.split() for line in known[TRAINED_ON].splitlines()),
    )


def _stretch(odds: Sequence[float], places: Sequence[Span]) -> Span:
    """The words, one behind the other, that make the most of their odds; all of them where all are doubted."""
    best, first, total = 0.0, 0, 0.0
    found = Span(places[0].start, places[-1].end) if places else Span(0, 0)
    for last, value in enumerate(odds):
        if total <= 0:
            first, total = last, 0.0
        total += value - _DOUBTED
        if total > best:
            best, found = total, Span(places[first].start, places[last].end)
    return found


def _ended(text: str, span: Span) -> Span:
    """The stretch without the marks that end it."""
    return Span(span.start, span.start + len(span.of(text).rstrip(_MARKS)))
