"""Files that were made to harm are answered in a line, soon, and in little memory; a run over many goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.readers.hostile import BORNE, MB, PDF, WORD, P
from tests.readers.word import word

pytestmark = pytest.mark.slow

SECONDS = 15
MEMORY = 500 * MB  # over what the program has at its start
FOUND, UNUSABLE = 1, 2

posix = pytest.mark.skipif(os.name != "posix", reason="the system has no such files")


class Answer(NamedTuple):
    """What the command line said, and what that took, its children included.

    `seconds` are those of the processor where the system tells them, so that a busy machine fails no test; `memory` is 0 where not told.
    """

    code: int
    out: str
    seconds: float
    memory: int


def ask(*paths: Path) -> Answer:
    """Check files on the command line, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "ecqlint",
        "check",
        "--output-format",
        "concise",
        "--select",
        "missing-ecq",
        *map(str, paths),
    ]
    start = time.monotonic()
    seconds = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as child:
        out = child.stdout.read() if child.stdout else ""
        memory = 0
        if os.name == "posix":
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            memory = usage.ru_maxrss << (0 if sys.platform == "darwin" else 10)
            seconds = usage.ru_utime + usage.ru_stime
        code = child.wait()
    return Answer(code, out, seconds or time.monotonic() - start, memory)


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> int:
    """The memory that a check of a small sound file takes."""
    path = tmp_path_factory.mktemp("sound") / "sound.docx"
    path.write_bytes(word(P))
    return ask(path).memory


def held(path: Path, start: int) -> Answer:
    """The answer about a file, which must be one line and have taken little."""
    answer = ask(path)
    assert len(answer.out.splitlines()) == 1, answer.out
    assert "Traceback" not in answer.out
    assert answer.code in (FOUND, UNUSABLE)
    assert answer.seconds < SECONDS
    assert answer.memory - start < MEMORY
    return answer


@pytest.mark.parametrize("attack", WORD)
def test_a_word_file_made_to_harm_is_answered_in_a_line(attack: str, tmp_path: Path, start: int) -> None:
    answer = held(written(tmp_path / "hostile.docx", WORD[attack]), start)
    assert answer.code == (FOUND if attack in BORNE else UNUSABLE)


@pytest.mark.parametrize("attack", PDF)
def test_a_pdf_made_to_harm_is_answered_in_a_line(attack: str, tmp_path: Path, start: int) -> None:
    answer = held(written(tmp_path / "hostile.pdf", PDF[attack]), start)
    assert answer.code == (FOUND if attack in BORNE else UNUSABLE)


def test_what_an_external_entity_names_is_never_read(tmp_path: Path, start: int) -> None:
    answer = held(written(tmp_path / "hostile.docx", WORD["a file behind an entity"]), start)
    assert answer.code == UNUSABLE
    assert "declares a document type" in answer.out


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "/dev/stdin"])
def test_a_device_behind_a_link_is_refused(device: str, tmp_path: Path, start: int) -> None:
    link = tmp_path / "narrative.docx"
    link.symlink_to(device)
    answer = held(link, start)
    assert answer.code == UNUSABLE


@posix
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path, start: int) -> None:
    pipe = tmp_path / "narrative.pdf"
    os.mkfifo(pipe)
    answer = held(pipe, start)
    assert answer.code == UNUSABLE
    assert "is not a file" in answer.out


@posix
def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path, start: int) -> None:
    link = tmp_path / "narrative.docx"
    link.symlink_to(link)
    assert held(link, start).code == UNUSABLE


def test_a_file_of_a_terabyte_is_refused_by_its_size(tmp_path: Path, start: int) -> None:
    path = tmp_path / "narrative.docx"
    with path.open("wb") as file:
        file.write(b"PK\3\4")
        file.truncate(1 << 40 if os.name == "posix" else 60 * MB)
    answer = held(path, start)
    assert answer.code == UNUSABLE
    assert "larger than 50 MB" in answer.out


def test_a_run_over_a_folder_goes_on_behind_hostile_files(tmp_path: Path) -> None:
    for name in ("elements 100,000 deep", "entities in a text", "too many runs"):
        written(tmp_path / f"{name}.docx", WORD[name])
    written(tmp_path / "a tag inside itself.pdf", PDF["nothing but the name of the format"])
    (tmp_path / "zz sound.docx").write_bytes(word(P))
    answer = ask(tmp_path)
    assert answer.code == UNUSABLE
    lines = answer.out.splitlines()
    assert len(lines) == 5
    assert "zz sound.docx" in lines[-1]
    assert "missing-ecq" in lines[-1]


def written(path: Path, make: Callable[[], bytes]) -> Path:
    """The file at `path`, once it is made."""
    path.write_bytes(make())
    return path
