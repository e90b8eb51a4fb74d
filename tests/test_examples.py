"""The examples say what they said: golden reports, made by `python examples/make.py --reports`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ecqlint.cli import app

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(path.name for path in (ROOT / "examples").iterdir() if path.suffix in (".docx", ".pdf"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_gets_the_report_that_stands_beside_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    call = [f"examples/{name}", "--output-format", "json", "--as-of", "2026-01-01"]
    told = json.loads(CliRunner().invoke(app, call).stdout)
    golden = json.loads((ROOT / "examples" / f"{name}.json").read_text(encoding="utf-8"))
    told["tool"].pop("version")
    golden["tool"].pop("version")
    assert told == golden


@pytest.mark.parametrize("name", ["strong.docx", "strong.pdf"])
def test_the_strong_narrative_has_no_error_and_no_warning(name: str) -> None:
    golden = json.loads((ROOT / "examples" / f"{name}.json").read_text(encoding="utf-8"))
    assert golden["summary"]["documents"] == 1
    assert {golden["summary"][count] for count in ("errors", "warnings", "unreadable")} == {0}


def test_word_and_pdf_of_one_narrative_get_the_same_findings_in_the_text() -> None:
    for name in ("weak", "strong"):
        word, pdf = (json.loads((ROOT / "examples" / f"{name}.{kind}.json").read_text()) for kind in ("docx", "pdf"))
        findings = [
            [(f["name"], f["start"], f["end"], f["excerpt"]) for f in record["documents"][0]["findings"] if f["start"]]
            for record in (word, pdf)
        ]
        assert findings[0] == findings[1]
