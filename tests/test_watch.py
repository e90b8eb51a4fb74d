"""A narrative that is checked at each save."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ecqlint.engine import Report, lint
from ecqlint.readers.errors import Unreadable
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook
from ecqlint.watching import PATIENCE, State, looks, state_of
from tests.drafts import first, run, save

A, B, C = (1, 10, 100), (1, 20, 200), (2, 30, 300)  # states of a file
GONE: State = None
LONG = 120  # seconds that a busy machine may need for what takes one


@pytest.fixture(scope="module")
def report(book: Rulebook) -> Report:
    """Any report."""
    return lint(text_document("ECQ 1: Leading Change\nI led.\n"), book.selected(("missing-ecq",), ()))


def looked(report: Report, states: list[State], unreadable: tuple[State, ...] = (GONE,)) -> list[State | str]:
    """At which states of the file a watch looks, or what it says instead, if the file is so at each signal."""
    now: list[State] = [A]

    def signals() -> Iterator[None]:
        for state in states:
            now[0] = state
            yield

    def check() -> Report:
        if now[0] in unreadable:
            raise Unreadable("is cut off")
        return report

    return [now[0] if look is report else str(look) for look in looks(signals(), lambda: now[0], check, A)]


def test_nothing_is_looked_at_that_was_not_saved(report: Report) -> None:
    assert looked(report, [A, A, A]) == []


def test_a_save_is_looked_at_once(report: Report) -> None:
    assert looked(report, [A, B, B, B, A, A, C, C]) == [B, A, C]


def test_a_file_that_is_still_being_written_is_left_alone(report: Report) -> None:
    assert looked(report, [(1, size, size) for size in range(50)]) == []
    assert looked(report, [*((1, size, size) for size in range(11, 50)), C, C]) == [C]


def test_a_file_that_is_deleted_and_created_anew_is_looked_at_when_it_is_back(report: Report) -> None:
    assert looked(report, [GONE, C, C, C]) == [C]
    assert looked(report, [*[GONE] * PATIENCE, C, C, C]) == [C]


def test_a_file_that_stays_away_is_missed_once_and_welcomed_back(report: Report) -> None:
    assert looked(report, [*[GONE] * (3 * PATIENCE), B, B]) == ["is cut off", B]
    assert looked(report, [*[GONE] * (3 * PATIENCE), A, A]) == ["is cut off", A]


def test_a_half_written_file_is_told_only_if_it_stays_so(report: Report) -> None:
    assert looked(report, [B, B, B, C, C], unreadable=(B,)) == [C]
    assert looked(report, [*[B] * (2 * PATIENCE), C, C], unreadable=(B,)) == ["is cut off", C]


def test_a_save_during_a_check_is_not_missed(report: Report) -> None:
    now = [B]

    def check() -> Report:
        now[0] = C if now[0] == B else now[0]
        return report

    assert len(list(looks(range(10), lambda: now[0], check, A))) == 2


def test_the_state_of_a_file_changes_with_every_way_of_saving(tmp_path: Path) -> None:
    path, other = tmp_path / "narrative.docx", tmp_path / "~narrative.tmp"
    assert state_of(path) is None
    path.write_bytes(b"one")
    states = [state_of(path)]
    other.write_bytes(b"one")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    os.replace(other, path)
    states.append(state_of(path))
    path.write_bytes(b"three")
    states.append(state_of(path))
    assert len(set(states)) == 3


def test_a_file_that_is_not_there_ends_the_watch_with_one_line(tmp_path: Path) -> None:
    code, out, err = run("watch", tmp_path / "gone.docx")
    assert (code, out) == (2, "")
    assert err == f"ecqlint: {tmp_path / 'gone.docx'} cannot be opened: no such file or directory\n"
    assert run("watch", tmp_path / "no" / "folder.docx")[0] == 2


def test_an_unknown_rule_ends_the_watch_with_one_line(tmp_path: Path) -> None:
    code, out, err = run("watch", save(first(), tmp_path / "narrative.docx"), "--select", "pasive-voice")
    assert (code, out) == (2, "")
    assert "did you mean 'passive-voice'?" in err


class Watch:
    """A watch in a process of its own, and what it has said."""

    def __init__(self, path: Path) -> None:
        command = [sys.executable, "-m", "ecqlint", "watch", str(path), "--select", "undefined-acronym,passive-voice"]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
            # Tests that run in the background ignore Ctrl-C, and what they start would too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        self.said = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line

    def until(self, words: str) -> str:
        """What has been said since the last time, once `words` are among it and no more comes."""
        self._wait(lambda: words in self.said)
        length = -1
        while length != len(self.said):
            length = len(self.said)
            time.sleep(0.5)
        said, self.said = self.said, ""
        return said

    def _wait(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + LONG
        while not done():
            assert self.process.poll() is None, f"ended with {self.process.returncode}: {self.said}"
            assert time.monotonic() < end, f"waited in vain: {self.said}"
            time.sleep(0.05)

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C: the exit code, and what stands on standard error."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.stderr
        error = self.process.stderr.read()
        return self.process.wait(LONG), error


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Watch]]:
    """A narrative that is watched."""
    path = save(first(), tmp_path / "narrative.docx")
    watch = Watch(path)
    yield path, watch
    if watch.process.poll() is None:
        watch.process.kill()
        watch.process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be sent Ctrl-C there without its console")
def test_each_save_is_reported_however_it_is_made_and_ctrl_c_ends_it_quietly(watched: tuple[Path, Watch]) -> None:
    path, watch = watched
    said = watch.until("Ctrl-C ends")
    assert "“QRZT” is never" in said
    draft = first()

    # As Word does: beside the file, under another name, and then in its place.
    draft["Leading People"].append("I asked the WVBX for 30 tents.")
    (path.parent / f"~${path.name[2:]}").write_bytes(b"lock")
    os.replace(save(draft, path.with_name("~WRD0001.tmp")), path)
    said = watch.until(" new ")
    assert re.match(r"\n\d\d:\d\d:\d\d  0 fixed · 1 new · \d+ stay", said)
    assert "“WVBX” is never" in said
    assert "“QRZT” is never" not in said

    # Deleted, and after a while created anew, half of it first.
    draft["Leading Change"][0] = draft["Leading Change"][0].replace("the QRZT", "the county")
    path.unlink()
    said = watch.until("waiting for the next save")
    assert "no such file" in said
    assert len(said.strip().splitlines()) == 1
    whole = save(draft, path.with_name("whole.docx")).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    said = watch.until("waiting for the next save")
    assert len(said.strip().splitlines()) == 1
    path.write_bytes(whole)
    said = watch.until(" new ")
    assert "1 fixed · 0 new" in said
    assert "QRZT" in said[said.index("Fixed") :]

    # Saved again as it is.
    path.write_bytes(whole)
    assert "0 fixed · 0 new" in watch.until(" new ")

    # With other settings, at first half written.
    settings = path.with_name("ecqlint.toml")
    settings.write_text("ignore = [", encoding="utf-8")
    path.write_bytes(whole)
    said = watch.until("waiting for the next save")
    assert f"{settings}: is not TOML" in said
    assert len(said.strip().splitlines()) == 1
    settings.write_text('ignore = ["undefined-acronym"]', encoding="utf-8")
    path.write_bytes(whole)
    assert "1 fixed · 0 new" in watch.until(" new ")

    assert watch.interrupt() == (0, "")
