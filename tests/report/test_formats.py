"""The reports that other programs read."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ecqlint.engine import Failure, Outcome, Report, lint
from ecqlint.readers.text import text_document
from ecqlint.report import concise, github, jsonl, junit, sarif
from ecqlint.report import csv as csv_report
from ecqlint.rulebook import Rulebook

TEXT = "ECQ 1: Leading Change\n=cmd was approved in May by the QRZT, 100% of it, and I moved 40 offices.\n"


@pytest.fixture(scope="module")
def outcomes(book: Rulebook) -> list[Outcome]:
    """A narrative with findings, and a file that could not be read."""
    return [
        lint(text_document(TEXT, page_numbers=False), book),
        Failure(Path("-bad,1.docx"), "is damaged: 50% is gone"),
    ]


def test_concise_says_where_how_bad_and_what(outcomes: list[Outcome], book: Rulebook) -> None:
    lines = list(concise.written(outcomes, book))
    assert any(line.startswith("sample.txt:1:2: warning undefined-acronym “QRZT”") for line in lines)
    assert lines[-1] == "-bad,1.docx:-:-: error unreadable is damaged: 50% is gone"


def test_no_cell_of_a_spreadsheet_is_a_formula(outcomes: list[Outcome], book: Rulebook) -> None:
    rows = list(csv.DictReader(csv_report.written(outcomes, book)))
    assert {len(row) for row in rows} == {len(csv_report.COLUMNS)}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    assert rows[-1]["path"] == "'-bad,1.docx"


def test_github_gets_a_command_a_line_with_its_signs_escaped(outcomes: list[Outcome], book: Rulebook) -> None:
    lines = list(github.written(outcomes, book))
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) and "\n" not in line for line in lines)
    assert lines[-1] == "::error file=-bad%2C1.docx,title=unreadable::is damaged: 50%25 is gone"


def test_junit_counts_a_failed_case_for_each_rule_that_found_something(outcomes: list[Outcome], book: Rulebook) -> None:
    root = ElementTree.fromstring("\n".join(junit.written(outcomes, book)).partition("\n")[2])
    first, second = root
    report = outcomes[0]
    assert isinstance(report, Report)
    loud = {finding.name for finding in report.findings if finding.severity != "advice"}
    assert {case.get("name") for case in first if case.find("failure") is not None} == loud
    assert int(first.get("tests", "")) == len(book.rules)
    assert int(root.get("failures", "")) == len(loud)
    assert second.find("testcase/error") is not None


def test_each_line_of_jsonl_is_a_document(outcomes: list[Outcome], book: Rulebook) -> None:
    records = [json.loads(line) for line in jsonl.written(outcomes, book)]
    assert [record["error"] for record in records] == [None, "is damaged: 50% is gone"]


def test_a_sarif_region_is_the_words_that_were_found(outcomes: list[Outcome], book: Rulebook) -> None:
    (log,) = (json.loads(text) for text in sarif.written(outcomes, book))
    (run,) = log["runs"]
    result = next(r for r in run["results"] if r["ruleId"] == "undefined-acronym")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = TEXT.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "QRZT" == region["snippet"]["text"]
    assert TEXT[region["charOffset"] :][: region["charLength"]] == "QRZT"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "undefined-acronym"
    assert run["invocations"][0]["executionSuccessful"] is False
