"""PDFs are read in a process of their own, which cannot take the linter down: it has little time and memory, and may crash."""

from __future__ import annotations

import subprocess
import sys

import msgspec

from ecqlint.readers.errors import Unreadable
from ecqlint.readers.pdf.child import run
from ecqlint.readers.pdf.contents import Answer, Contents, Refusal
from ecqlint.readers.pdf.limits import SECONDS, TOO_MUCH_MEMORY, bound_process


def contents(data: bytes) -> Contents:
    """What is in the bytes of a PDF, read by a child process; Unreadable with one line where it refuses, or does not come back."""
    try:
        child = run(__name__, data)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"took longer than {SECONDS:.0f} seconds to read: export it again") from None
    except OSError as problem:
        raise Unreadable(f"cannot be read: no process starts for it ({problem.strerror or problem})") from None
    if child.returncode == TOO_MUCH_MEMORY:
        raise Unreadable("needs too much memory to read: export it again")
    if child.returncode != 0:
        raise Unreadable("is damaged, or needs too much memory: reading it failed; export it again")
    answer = msgspec.msgpack.decode(child.stdout, type=Answer)
    if isinstance(answer, Refusal):
        raise Unreadable(answer.reason)
    return answer


def main() -> None:
    """In the child: reads a PDF from standard input, and writes the answer to standard output."""
    bound_process()
    from ecqlint.readers.pdf.reader import read

    answer: Answer
    try:
        answer = read(sys.stdin.buffer.read())
    except Unreadable as refusal:
        answer = Refusal(str(refusal))
    except MemoryError:
        raise SystemExit(TOO_MUCH_MEMORY) from None
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))
