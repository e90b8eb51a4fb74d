"""Folders: their files are read by processes of their own."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from ecqlint.batch import WORTH_A_POOL, check, outcomes
from ecqlint.config import Settings
from ecqlint.engine import Report


def _draft(folder: Path, number: int) -> Path:
    document = Document()
    document.add_paragraph(
        f"In {1990 + number} I was asked to run the mill, where my predecessor had been an incompetent bully."
    )
    document.save(str(folder / f"{number}.docx"))
    return folder / f"{number}.docx"


def test_a_process_that_has_checked_a_narrative_can_check_a_folder(tmp_path: Path) -> None:
    settings = Settings(select=("disparaging-remark", "spelling"))
    first, *others = (_draft(tmp_path, number) for number in range(WORTH_A_POOL + 1))
    assert len(check(settings, first).findings) == 1
    reports = list(outcomes(others, settings))
    assert [len(report.findings) for report in reports if isinstance(report, Report)] == [1] * len(others)
