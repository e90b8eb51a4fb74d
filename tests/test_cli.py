"""What a person sees who types the commands."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from docx import Document
from typer.testing import CliRunner

from ecqlint.cli import app
from ecqlint.report.json import derived_schema, schema

SECTIONS = ("Leading Change", "Leading People", "Results Driven", "Business Acumen", "Building Coalitions")
FLAW = "The plan was approved in May 2021, and 40 offices moved."


@pytest.fixture
def narrative(tmp_path: Path) -> Path:
    """A short narrative with an acronym that nobody explains, no page numbers, and one ECQ too few."""
    document = Document()
    document.styles["Normal"].font.size = 12 * 12700
    for number, name in enumerate(SECTIONS[:4], start=1):
        document.add_heading(f"ECQ {number}: {name}", 1)
        document.add_paragraph(f"I asked the QRZT for {number} more trucks. {FLAW}")
    path = tmp_path / "narrative.docx"
    document.save(str(path))
    return path


def run(*args: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    return result.exit_code, result.stdout, result.stderr


def test_a_file_alone_is_checked(narrative: Path) -> None:
    code, out, _ = run(narrative)
    assert code == 1
    assert "no section for Building Coalitions" in out
    assert "undefined-acronym" in out


def test_the_words_of_a_finding_are_underlined(narrative: Path) -> None:
    _, out, _ = run(narrative, "--select", "undefined-acronym")
    lines = out.splitlines()
    index = next(i for i, line in enumerate(lines) if "QRZT for 1" in line)
    under = lines[index + 1]
    assert lines[index][under.index("~") : under.rindex("~") + 1] == "QRZT"


def test_errors_stand_before_warnings(narrative: Path) -> None:
    _, out, _ = run(narrative)
    assert out.index("error ") < out.index("warning ")


def test_single_advice_is_shown_when_asked_for(narrative: Path) -> None:
    assert "was approved" not in run(narrative, "--select", "passive-voice")[1]
    assert "was approved" in run(narrative, "--select", "passive-voice", "--advice")[1]


@pytest.mark.parametrize("width", ["40", "80", "140"])
def test_no_line_is_wider_than_the_terminal(narrative: Path, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    _, out, _ = run(narrative, "--advice")
    too_wide = [line for line in out.splitlines() if len(line) > int(width) and str(narrative) not in line]
    assert too_wide == []


def test_the_json_report_keeps_its_schema(narrative: Path) -> None:
    code, out, _ = run("check", narrative, "--output-format", "json")
    record = json.loads(out)
    jsonschema.validate(record, schema("report"))
    assert code == 1
    assert record["summary"]["documents"] == 1
    missing = next(f for f in record["documents"][0]["findings"] if f["name"] == "missing-ecq")
    assert missing["details"] == {"ecqs": ["Building Coalitions"]}
    assert (missing["start"], missing["end"]) == (None, None)


def test_the_places_of_the_report_are_places_of_the_outline(narrative: Path) -> None:
    outline = json.loads(run("outline", narrative, "--format", "json")[1])
    jsonschema.validate(outline, schema("outline"))
    findings = json.loads(run(narrative, "--output-format", "json")[1])["documents"][0]["findings"]
    placed = [f for f in findings if f["start"] is not None]
    assert placed
    assert all(outline["text"][f["start"] : f["end"]] == f["excerpt"] for f in placed)
    assert [section["ecq"] for section in outline["sections"]] == list(SECTIONS[:4])


@pytest.mark.parametrize("kind", ["report", "outline"])
def test_the_shipped_schema_is_that_of_the_records(kind: str) -> None:
    assert schema(kind) == derived_schema(kind)


def test_concise_is_a_line_a_finding(narrative: Path) -> None:
    _, out, _ = run(narrative, "--select", "undefined-acronym,missing-ecq", "--output-format", "concise")
    assert len(out.splitlines()) == 2
    assert out.splitlines()[0].startswith(f"{narrative}:-:-: error missing-ecq no section for")


def test_another_edition_than_that_of_the_headings_is_told(narrative: Path) -> None:
    told = "though its headings are those of the OPM 2006 edition"
    assert told in " ".join(run(narrative, "--edition", "2025")[1].split())
    assert told not in " ".join(run(narrative, "--edition", "2006")[1].split())


def test_fail_on_decides_the_exit_code(narrative: Path) -> None:
    assert run(narrative, "--select", "undefined-acronym")[0] == 1
    assert run(narrative, "--select", "undefined-acronym", "--fail-on", "error")[0] == 0
    assert run(narrative, "--select", "passive-voice")[0] == 0
    assert run(narrative, "--select", "passive-voice", "--fail-on", "advice")[0] == 1


def test_a_group_selects_its_rules_and_ignore_takes_one_away(narrative: Path) -> None:
    _, out, _ = run(narrative, "--select", "format", "--ignore", "page-numbers", "--output-format", "concise")
    assert out == ""


def test_a_folder_is_searched_and_a_bad_file_stops_nothing(narrative: Path) -> None:
    folder = narrative.parent
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a zip")
    (folder / "~$narrative.docx").write_bytes(b"lock")
    (folder / ".hidden.pdf").write_bytes(b"%PDF-1.7")
    (folder / "narrative-reviewed.docx").write_bytes(narrative.read_bytes())
    (folder / "peer-reviewed.docx").write_bytes(narrative.read_bytes())
    code, out, _ = run(folder)
    assert code == 2
    assert "broken.docx is damaged or cut off: " in out
    assert "no section for Building Coalitions" in out
    assert "unreadable" in out
    assert "~$" not in out
    assert "narrative-reviewed" not in out
    assert "peer-reviewed" in out
    assert "hidden" not in out


def test_four_files_share_the_cores_and_keep_their_order(narrative: Path) -> None:
    copies = [narrative.with_name(f"copy{number}.docx") for number in range(4)]
    for copy in copies:
        copy.write_bytes(narrative.read_bytes())
    record = json.loads(run(*copies, "--select", "missing-ecq", "--output-format", "json")[1])
    assert [document["path"] for document in record["documents"]] == list(map(str, copies))
    assert record["summary"]["errors"] == 4


def test_the_input_is_never_changed(narrative: Path) -> None:
    before = narrative.read_bytes()
    run(narrative)
    assert narrative.read_bytes() == before


def test_a_configuration_beside_the_document_counts(narrative: Path) -> None:
    (narrative.parent / "ecqlint.toml").write_text('select = ["missing-ecq"]\nfail-on = "error"\n', encoding="utf-8")
    code, out, _ = run(narrative, "--output-format", "concise")
    assert code == 1
    assert len(out.splitlines()) == 1


def test_a_configuration_changes_the_options_of_a_rule(narrative: Path) -> None:
    (narrative.parent / "pyproject.toml").write_text(
        "[tool.ecqlint.options.font-size]\npoints = 14\n", encoding="utf-8"
    )
    _, out, _ = run(narrative, "--select", "font-size", "--output-format", "concise")
    assert "set it in 14" in out


HOUSE = """
summary = "Says “impactful”."
message = "“{text}”: say what it did"
why = "The word claims an effect and shows none."
source = "House style"
severity = "warning"
check = "phrases"
options.phrases = ["impactful"]
bad = ["The «impactful» plan saved $3 million."]
good = ["The plan's impact was $3 million.", "“An impactful year,” the award said."]
"""


def test_a_folder_of_house_rules_joins_in(narrative: Path, tmp_path: Path) -> None:
    group = tmp_path / "rules" / "house"
    group.mkdir(parents=True)
    (group / "impactful.toml").write_text(HOUSE, encoding="utf-8")
    assert run("test", tmp_path / "rules")[:2] == (0, "1 rule, 3 examples, 0 failed\n")
    assert "impactful" in run("rules", "--rules", tmp_path / "rules")[1]
    assert run("explain", "impactful", "--rules", tmp_path / "rules")[0] == 0


WRONG_RULES = {
    "an unknown key": (HOUSE + 'sevrity = "error"\n', ":11: unknown key 'sevrity'"),
    "a missing key": (HOUSE.replace("why =", "# why ="), "the key 'why' is missing"),
    "a wrong type": (HOUSE.replace('message = "', "message = 3 # "), ":3: message: a text in quotes belongs here"),
    "a wrong severity": (HOUSE.replace('"warning"', '"bad"'), ":6: "),
    "an unknown option": (HOUSE + "options.prases = 3\n", "options: unknown key 'prases'"),
    "an unknown check": (HOUSE.replace('"phrases"', '"phrase"'), "there is no check 'phrase'; did you mean 'phrases'?"),
    "code beside a document": (HOUSE.replace('"phrases"', '"os:system"'), "code comes from installed packages"),
    "no bad example": (
        HOUSE.replace('["The «impactful» plan saved $3 million."]', "[]"),
        "bad needs at least one example",
    ),
    "an open mark": (HOUSE.replace("»", ""), "a « without its »"),
    "no TOML": (HOUSE + "= 3\n", "is not TOML"),
}


@pytest.mark.parametrize("problem", WRONG_RULES)
def test_a_wrong_rule_file_is_named_with_its_line(problem: str, narrative: Path, tmp_path: Path) -> None:
    source, expected = WRONG_RULES[problem]
    group = tmp_path / "rules" / "house"
    group.mkdir(parents=True)
    (group / "impactful.toml").write_text(source, encoding="utf-8")
    code, out, err = run(narrative, "--rules", tmp_path / "rules")
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "impactful.toml" in err
    assert expected in err


WRONG_CALLS = {
    "no such file": (["gone.docx", "--output-format", "concise"], "no such file"),
    "an unknown rule": (["x.docx", "--select", "pasive-voice"], "did you mean 'passive-voice'?"),
    "an unknown edition": (["x.docx", "--edition", "1999"], "no edition is called '1999'"),
    "an unknown rule to explain": (["explain", "magic"], "no rule or group is called 'magic'"),
    "no rules to test": (["test", "."], "holds no rules"),
    "a misspelt command": (["chek", "x.docx"], "did you mean check?"),
    "no file to outline": (["outline", "gone.docx"], "gone.docx cannot be opened"),
    "a folder to review": (["review", "."], ". is a folder"),
    "no folder of rules": (["test", "gone"], "is not a folder of rules"),
}


@pytest.mark.parametrize("problem", WRONG_CALLS)
def test_a_wrong_call_gets_one_clear_line(problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04")
    args, expected = WRONG_CALLS[problem]
    code, out, err = run(*args)
    assert code == 2
    assert len((out + err).splitlines()) == 1
    assert expected in out + err


def test_a_wrong_key_in_the_configuration_is_named_with_its_line(narrative: Path) -> None:
    path = narrative.parent / "ecqlint.toml"
    path.write_text('select = ["missing-ecq"]\nselekt = []\n', encoding="utf-8")
    code, _, err = run(narrative)
    assert code == 2
    assert err == f"ecqlint: {path}:2: unknown key 'selekt'\n"


HOSTILE = "\x9b31m[/red] [bold]markup[/bold] <script>alert(1)</script> \u202egnp.exe"


def test_text_of_the_document_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("ECQ 1: Leading Change", 1)
    document.add_paragraph(f"{HOSTILE} was approved in May by the QRZT.")
    path = tmp_path / "hostile.docx"
    document.save(str(path))
    code, out, _ = run(path, "--advice")
    assert code == 1
    assert "[bold]markup[/bold] <script>" in out.replace("\n", " ").replace("  ", " ")
    assert "\x9b" not in out
    assert "\u202e" not in out


def test_an_empty_folder_is_told_so(tmp_path: Path) -> None:
    code, out, _ = run(tmp_path)
    assert code == 2
    assert "holds no .docx or .pdf" in " ".join(out.split())
