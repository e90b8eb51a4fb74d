"""The GitHub Action and its example workflow: valid, and their shell run as GitHub would run it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
ACTION = yaml.safe_load((PROJECT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
BASH = shutil.which("bash")
# What a shell would obey if any of it were read as shell: each leaves a file behind.
HOSTILE = """"; touch pwned; "
$(touch pwned) `touch pwned`
'; touch pwned #
--help
* ?
"""


@dataclass(frozen=True)
class Ran:
    """How a step of the action ended: its exit code, its log, and what it put out."""

    code: int
    log: str
    outputs: dict[str, str]

    @property
    def sarif(self) -> dict[str, Any]:
        return json.loads(Path(self.outputs["sarif"]).read_text(encoding="utf-8"))


def run(name: str, values: dict[str, str], folder: Path) -> Ran:
    """Run a step of the action in `folder`: its expressions become `values`, or else the defaults of the inputs."""
    step = STEPS[name]
    defaults = {f"inputs.{key}": given["default"] for key, given in ACTION["inputs"].items()}
    known = defaults | values
    env = {key: re.sub(r"\$\{\{ (.+?) \}\}", lambda m: known[m[1]], text) for key, text in step["env"].items()}
    temp = folder / "temp"
    temp.mkdir(exist_ok=True)
    output = temp / "output"
    output.touch()
    (temp / "step.sh").write_text(step["run"], encoding="utf-8")
    done = subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", str(temp / "step.sh")],
        cwd=folder,
        env=os.environ | env | {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(output)},
        capture_output=True,
        text=True,
        check=False,
    )
    outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
    return Ran(done.returncode, done.stdout + done.stderr, outputs)


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., Ran]:
    """Run the step that checks, with inputs, in a folder that holds a narrative with faults and one without."""
    for name in ("weak.docx", "strong.pdf"):
        shutil.copy(PROJECT / "examples" / name, tmp_path)
    ecqlint = Path(sys.executable).with_name("ecqlint")

    def checked(**inputs: str) -> Ran:
        values = {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
        return run("Check the narratives", {"steps.install.outputs.ecqlint": str(ecqlint)} | values, tmp_path)

    return checked


needs_bash = pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs bash")


@pytest.mark.parametrize(
    ("kind", "path"),
    [("vendor.github-actions", "action.yml"), ("vendor.github-workflows", "examples/github-workflow.yml")],
)
def test_the_action_and_the_workflow_keep_to_githubs_schemas(kind: str, path: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, str(PROJECT / path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_expression_stands_in_the_text_of_a_shell() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_the_workflow_gives_the_action_only_inputs_that_it_has() -> None:
    workflow = yaml.safe_load((PROJECT / "examples" / "github-workflow.yml").read_text(encoding="utf-8"))
    (use,) = [s for s in workflow["jobs"]["ecqlint"]["steps"] if "/ecqlint@" in s["uses"]]
    assert set(use["with"]) <= set(ACTION["inputs"])


def test_findings_are_uploaded_though_they_fail_the_step_before() -> None:
    names = list(STEPS)
    upload = STEPS["Upload the findings"]
    assert names.index("Upload the findings") > names.index("Check the narratives")
    assert "!cancelled()" in upload["if"]
    assert re.fullmatch(r"github/codeql-action/upload-sarif@v\d+", upload["uses"])
    assert upload["with"]["sarif_file"] == ACTION["outputs"]["sarif"]["value"]


@needs_bash
def test_findings_fail_the_step_and_stand_in_the_sarif_file_and_the_log(
    check: Callable[..., Ran], tmp_path: Path
) -> None:
    name = 'a "; touch pwned; $(touch pwned) é .docx'
    (tmp_path / "weak.docx").rename(tmp_path / name)
    ran = check(select="spelling, margins")
    assert ran.code == 1
    results = ran.sarif["runs"][0]["results"]
    assert {result["ruleId"] for result in results} == {"spelling", "margins"}
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert {unquote(uri) for uri in uris} == {name}
    assert ran.log.count(f"::warning file={name},") == len([r for r in results if r["level"] == "warning"])
    assert not (tmp_path / "pwned").exists()


@needs_bash
def test_fail_on_and_ignore_decide_whether_the_step_fails(check: Callable[..., Ran]) -> None:
    ran = check(paths="weak.docx", select="spelling,margins", ignore="margins", fail_on="error")
    assert ran.code == 0
    assert {result["ruleId"] for result in ran.sarif["runs"][0]["results"]} == {"spelling"}


@needs_bash
def test_what_the_baseline_knows_fails_nothing(check: Callable[..., Ran], tmp_path: Path) -> None:
    baseline = [sys.executable, "-m", "ecqlint", "baseline", "weak.docx", "-o", "known.json"]
    subprocess.run(baseline, cwd=tmp_path, capture_output=True, check=True)
    assert check(paths="weak.docx", select="margins", baseline="known.json").code == 0


@needs_bash
def test_a_file_that_cannot_be_read_fails_the_step_and_is_named_in_the_sarif_file(
    check: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 not a zip")
    ran = check(paths="broken.docx")
    assert ran.code == 2
    assert ran.sarif["runs"][0]["invocations"][0]["executionSuccessful"] is False


@needs_bash
@pytest.mark.parametrize("name", ["paths", "select", "ignore", "fail_on", "baseline"])
def test_hostile_inputs_are_values_and_nothing_else(name: str, check: Callable[..., Ran], tmp_path: Path) -> None:
    ran = check(**{"paths": "weak.docx", "select": "margins", name: HOSTILE})
    assert ran.code == 2
    assert ("sarif" in ran.outputs) == (name == "paths")
    left = {path.name for path in tmp_path.rglob("*")}
    assert left == {"weak.docx", "strong.pdf", "temp", "output", "step.sh", "ecqlint.sarif"}


@needs_bash
@pytest.mark.slow
def test_the_action_installs_ecqlint_from_its_own_folder(tmp_path: Path) -> None:
    shutil.copy(PROJECT / "examples" / "weak.docx", tmp_path)
    values = {"steps.python.outputs.python-path": sys.executable, "github.action_path": str(PROJECT)}
    installed = run("Install ecqlint", values, tmp_path)
    assert installed.code == 0, installed.log
    (tmp_path / "temp" / "output").unlink()
    found = {"steps.install.outputs.ecqlint": installed.outputs["ecqlint"], "inputs.paths": "weak.docx"}
    assert run("Check the narratives", found, tmp_path).code == 1
