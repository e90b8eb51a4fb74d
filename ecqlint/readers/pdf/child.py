"""A process of its own for work on a PDF, which cannot take the linter down: it has little time and memory, and may crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ecqlint
from ecqlint.readers.pdf.limits import PATIENCE, SECONDS, TOO_MUCH_TIME

# The child finds the modules where this process does, and never in the folder that it happens to run in.
START = "import sys; sys.path[:] = sys.argv[2:]; from importlib import import_module; import_module(sys.argv[1]).main()"


def run(module: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    """Calls the `main` of a module in a child, with `data` on its standard input.

    subprocess.TimeoutExpired where it works for more than SECONDS; OSError where no process starts.
    """
    places = [*filter(None, sys.path), str(Path(ecqlint.__file__).resolve().parents[1])]
    done = subprocess.run(
        [sys.executable, "-P", "-c", START, module, *places],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode == TOO_MUCH_TIME:
        raise subprocess.TimeoutExpired(done.args, SECONDS)
    return done
