"""The pre-commit hook: a valid manifest, the files that it takes, and a commit that it stops."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pre_commit.clientlib import load_manifest

PROJECT = Path(__file__).parents[2]
(HOOK,) = load_manifest(str(PROJECT / ".pre-commit-hooks.yaml"))


def takes(path: str) -> bool:
    """Whether pre-commit would pass the file at `path` to the hook."""
    return bool(re.search(HOOK["files"], path)) and not re.search(HOOK["exclude"], path)


def test_the_hook_takes_word_and_pdf_files_and_nothing_else() -> None:
    assert all(map(takes, ("a.docx", "drafts/B.PDF", "drafts/a b~$.docx")))
    assert not any(map(takes, ("~$a.docx", "drafts/~$a.docx", "a.docx.json", "a.doc", "docx", "apdf")))


def test_the_hook_stops_what_would_be_returned(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "examples" / "weak.docx", tmp_path / "-weak.docx")
    program, *rest = HOOK["entry"].split()
    command = [Path(sys.executable).with_name(program), *rest, *HOOK["args"], "-weak.docx"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "margins of 0.8 in" in done.stdout


@pytest.mark.slow
def test_pre_commit_installs_the_hook_and_runs_it(tmp_path: Path) -> None:
    """From a repository that holds the project as it stands, in one that holds narratives."""

    def git(folder: Path, *args: str) -> None:
        who = ("-c", "user.name=test", "-c", "user.email=test@example.invalid", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *who, *args], cwd=folder, capture_output=True, check=True)

    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=PROJECT, capture_output=True, check=True).stdout
    source, target = tmp_path / "source", tmp_path / "target"
    for name in filter(None, map(os.fsdecode, listed.split(b"\0"))):
        if (PROJECT / name).exists():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, source / name)
    target.mkdir()
    for name in ("weak.docx", "strong.docx"):
        shutil.copy(PROJECT / "examples" / name, target)
    (target / "notes.txt").write_text("no narrative", encoding="utf-8")
    for folder in (source, target):
        git(folder, "init")
        git(folder, "add", "--all", "--force")
        git(folder, "commit", "--message", "all")

    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(source), "ecqlint", "--all-files", "--color=never"],
        cwd=target,
        env=os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "exit code: 1" in done.stdout
    assert "margins of 0.8 in" in done.stdout
    assert "strong.docx" in done.stdout
    assert "notes.txt" not in done.stdout
