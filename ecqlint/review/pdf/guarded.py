"""A PDF's structure is parsed in a process of its own, as its text is: a small file can ask for any amount of memory and time."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import msgspec

from ecqlint.readers.pdf.child import run
from ecqlint.readers.pdf.limits import SECONDS, bound_process
from ecqlint.review.pdf.marks import Mark
from ecqlint.review.problem import CannotReview


class Order(msgspec.Struct, frozen=True):
    """What the child is to do."""

    data: bytes
    marks: list[Mark]
    when: datetime


class Done(msgspec.Struct, tag=True, frozen=True):
    """The bytes to append to the file."""

    update: bytes


class Refused(msgspec.Struct, tag=True, frozen=True):
    """Why nothing can be appended, and what to do."""

    reason: str


def update(data: bytes, marks: list[Mark], when: datetime) -> bytes:
    """What to append to the bytes of a PDF so that it has these marks, and none of an earlier review. CannotReview where nothing can be."""
    try:
        child = run(__name__, msgspec.msgpack.encode(Order(data, marks, when)))
    except subprocess.TimeoutExpired:
        raise CannotReview(f"took longer than {SECONDS:.0f} seconds to mark: export it again") from None
    if child.returncode != 0:
        raise CannotReview("is damaged, or built in a way that cannot be marked: export it again")
    answer = msgspec.msgpack.decode(child.stdout, type=Done | Refused)
    if isinstance(answer, Refused):
        raise CannotReview(answer.reason)
    return answer.update


def main() -> None:
    """In the child: reads an order from standard input, and writes the answer to standard output."""
    bound_process()
    from ecqlint.review.pdf.annotate import annotated

    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    answer: Done | Refused
    try:
        answer = Done(annotated(order.data, order.marks, order.when))
    except CannotReview as refusal:
        answer = Refused(str(refusal))
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
