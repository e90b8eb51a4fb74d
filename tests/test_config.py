"""Settings beside the documents: words that are right, severities, and what holds for single documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from ecqlint.batch import rulebook
from ecqlint.cli import app
from ecqlint.config import read_config

TEXT = "Kuykendal the telehub, I said. A telehub were approved by NAVSUP in May 2021, and each of the loadsets have failed."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with two narratives, one in a folder of its own."""
    document = Document()
    document.add_heading("ECQ 1: Leading Change", 1)
    document.add_paragraph(TEXT)
    (tmp_path / "drafts").mkdir()
    for name in ("drafts/lee-1.docx", "kim.docx"):
        document.save(str(tmp_path / name))
    return tmp_path


def settle(project: Path, settings: str, file: str = "ecqlint.toml") -> None:
    """Write the settings; a program that runs reads them once."""
    (project / file).write_text(settings, encoding="utf-8")
    read_config.cache_clear()
    rulebook.cache_clear()


def told(project: Path, settings: str, *args: str, file: str = "ecqlint.toml") -> dict[str, set[tuple[str, str]]]:
    """The names and severities of what is found in each document, by these settings."""
    settle(project, settings, file)
    out = CliRunner().invoke(app, [str(project), *args, "--output-format", "json"]).stdout
    return {
        Path(document["path"]).name: {(finding["name"], finding["severity"]) for finding in document["findings"]}
        for document in json.loads(out)["documents"]
    }


def names(found: set[tuple[str, str]]) -> set[str]:
    """The names of what is found."""
    return {name for name, _ in found}


def excerpts(project: Path, settings: str, rules: str) -> set[str]:
    """The words at which these rules find something in one of the documents."""
    settle(project, settings)
    call = [str(project / "kim.docx"), "--select", rules, "--output-format", "json"]
    findings = json.loads(CliRunner().invoke(app, call).stdout)["documents"][0]["findings"]
    return {finding["excerpt"] for finding in findings if finding["excerpt"]}


def test_words_of_the_dictionary_are_right_as_they_stand(project: Path) -> None:
    rules = "spelling,grammar,undefined-acronym"
    assert {"telehub", "NAVSUP"} & excerpts(project, "", rules) == {"NAVSUP"}
    assert "have" in excerpts(project, "", rules)
    dictionary = 'dictionary = ["navsup", "Telehub", "loadset", "Kuykendal of Maine"]'
    assert excerpts(project, dictionary, rules) == set()


def test_an_acronym_of_the_dictionary_does_not_count_as_one(project: Path) -> None:
    acronyms = [f"Q{letter}RZ" for letter in "BCDFGHJKLMNP"]
    document = Document()
    document.add_heading("ECQ 1: Leading Change", 1)
    document.add_paragraph(f"I led the {', the '.join(acronyms)} and the men.")
    document.save(str(project / "kim.docx"))
    assert "acronym-overuse" in names(told(project, "")["kim.docx"])
    assert not {"acronym-overuse", "undefined-acronym"} & names(told(project, f"dictionary = {acronyms}")["kim.docx"])


def test_a_severity_is_that_of_all_that_a_rule_finds(project: Path) -> None:
    found = told(project, '[severity]\npassive-voice = "error"\nformat = "advice"\npage-numbers = "warning"')[
        "kim.docx"
    ]
    assert ("passive-voice", "error") in found
    assert ("font-size", "advice") in found, "of its group"
    assert ("page-numbers", "warning") in found, "its own goes before its group's"


def test_a_habit_is_as_severe_as_its_rule(project: Path) -> None:
    document = Document()
    document.add_heading("ECQ 1: Leading Change", 1)
    document.add_paragraph("The plan was approved. " * 8)
    document.save(str(project / "kim.docx"))
    passive = {(name, severity) for name, severity in told(project, "")["kim.docx"] if name == "passive-voice"}
    assert passive == {("passive-voice", "advice"), ("passive-voice", "warning")}
    for severity in ("advice", "error"):
        found = told(project, f'[severity]\npassive-voice = "{severity}"')["kim.docx"]
        assert {how for name, how in found if name == "passive-voice"} == {severity}
    out = CliRunner().invoke(app, [str(project / "kim.docx"), "--select", "passive-voice"]).stdout
    assert "good narratives" in " ".join(out.partition("Habits")[2].split()), (
        "it is told, too, where its places are no advice"
    )


PATTERNS = {
    "drafts/lee*.docx": True,
    "./drafts/lee*.docx": True,
    "lee*": True,
    "drafts": True,
    "drafts/": True,
    "**/lee-1.docx": True,
    "*/lee-?.docx": True,
    "dr*/**": True,
    "drafts/**/lee*": True,
    "**/drafts/*.docx": True,
    "/lee*.docx": False,
    "other/lee*.docx": False,
    "draft": False,
    "lee": False,
    "*.pdf": False,
    "drafts/lee*.docx/x": False,
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_settings_hold_for_the_documents_that_a_pattern_means(pattern: str, project: Path) -> None:
    found = told(project, f'[documents."{pattern}"]\nignore = ["undefined-acronym"]', "--select", "undefined-acronym")
    assert ("undefined-acronym" not in names(found["lee-1.docx"])) == PATTERNS[pattern]
    assert "undefined-acronym" in names(found["kim.docx"])


def test_a_pattern_means_a_document_from_wherever_it_is_checked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "ecqlint.toml").write_text('[documents."drafts/lee*.docx"]\nselect = ["undefined-acronym"]')
    for folder, path in (("drafts", "lee-1.docx"), (".", "drafts/lee-1.docx"), ("drafts", "../drafts/lee-1.docx")):
        monkeypatch.chdir(project / folder)
        out = CliRunner().invoke(app, [path, "--output-format", "concise"]).stdout
        assert {line.split()[2] for line in out.splitlines()} == {"undefined-acronym"}


def test_settings_of_a_document_come_on_top_of_all_others(project: Path) -> None:
    settings = """
        ignore = ["spelling"]
        edition = "2006"
        [options.font-size]
        points = 11
        [documents."*.docx"]
        ignore = ["undefined-acronym"]
        [documents."lee*"]
        ignore = ["passive-voice"]
        edition = "2025"
        options.font-size.points = 14
        [documents."kim.docx"]
        select = ["font-size", "passive-voice", "undefined-acronym"]
        options.font-size.points = 13
    """
    found = told(project, settings)
    assert names(found["kim.docx"]) == {"font-size", "passive-voice"}
    assert not {"missing-ecq", "undefined-acronym", "passive-voice", "spelling"} & names(found["lee-1.docx"])
    assert "font-size" not in names(told(project, settings.replace("points = 13", "points = 11"))["kim.docx"])
    assert names(told(project, settings, "--select", "margins,passive-voice")["kim.docx"]) == {"passive-voice"}


def test_they_may_stand_in_a_pyproject(project: Path) -> None:
    found = told(
        project,
        '[tool.ecqlint.documents."kim.docx"]\nselect = ["page-numbers"]\n[tool.ecqlint.severity]\nformat = "advice"\n',
        file="pyproject.toml",
    )
    assert found["kim.docx"] == {("page-numbers", "advice")}


@pytest.mark.parametrize("kind", ["sarif", "junit", "html", "rich", "csv", "github"])
def test_each_report_tells_of_rules_that_only_some_documents_are_asked(kind: str, project: Path) -> None:
    (project / "ecqlint.toml").write_text('[documents."drafts"]\nselect = ["page-numbers"]')
    paths = [str(project / "drafts" / "lee-1.docx"), str(project / "kim.docx")]
    result = CliRunner().invoke(app, [*paths, "--output-format", kind])
    assert result.exit_code == 1
    assert "undefined-acronym" in result.stdout
    assert "page-numbers" in result.stdout


WRONG = {
    "an unknown rule to ignore": (
        'ignore = ["spelling"]\n\n[documents."x"]\nignore = ["speling"]',
        4,
        "'speling'; did you mean 'spelling'?",
    ),
    "an unknown rule to select": ('[documents."x"]\nselect = [\n  "spelling",\n  "speling"]', 4, "'speling'"),
    "an unknown rule to ignore anywhere": ('# speling\nignore = ["speling"]', 2, "'speling'"),
    "an unknown rule's severity": ('[severity]\nspelling = "error"\nspeling = "error"', 3, "'speling'"),
    "an unknown severity": ('[severity]\nspelling = "error"\ngrammar = "eror"', 3, "'eror'"),
    "an unknown rule's option": (
        '[options.margins]\ninches = 1\n[documents."x".options.margin]\ninches = 1',
        3,
        "'margin'",
    ),
    "an unknown option": (
        '[options.margins]\ninches = 1\n[documents."x".options.margins]\ninch = 1',
        4,
        "unknown key 'inch'",
    ),
    "a wrong option": (
        '[options.margins]\ninches = 1\n[documents."x".options.margins]\ninches = "one"',
        4,
        "a number belongs here",
    ),
    "options of a group": ('[documents."x".options.format]\ninches = 1', 1, "options belong to a rule"),
    "an unknown edition": ('edition = "2006"\n[documents."x"]\nedition = "1999"', 3, "no edition is called '1999'"),
    "an unknown edition of all": ('edition = "1999"', 1, "no edition is called '1999'"),
    "an unknown key": ('[documents."x"]\nignore = []\n[documents."y"]\nignor = []', 4, "unknown key 'ignor'"),
    "a number for a text": ("edition = 2025", 1, "edition: a text in quotes belongs here, not a whole number"),
    "a wrong word": ('fail-on = "never"', 1, "'never' is none of error, warning, advice"),
    "a wrong type": (
        'ignore = []\n[documents."x"]\nignore = []\n[documents."y"]\nignore = 3',
        5,
        "ignore: a list in brackets belongs here",
    ),
    "no table": ('[documents]\n"x" = 3', 2, "documents: a table belongs here"),
    "documents that are no table": ("documents = 3", 1, "documents: a table belongs here"),
    "a dictionary that is no list": ('dictionary = "NAVSUP"', 1, "dictionary: a list in brackets belongs here"),
}


@pytest.mark.parametrize("problem", WRONG)
def test_a_mistake_is_one_line_with_its_place(problem: str, project: Path) -> None:
    settings, line, reason = WRONG[problem]
    path = project / "ecqlint.toml"
    path.write_text(settings, encoding="utf-8")
    for checked in (project, project / "kim.docx", project / "drafts" / "lee-1.docx"):
        result = CliRunner().invoke(app, [str(checked)])
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"ecqlint: {path}:{line}: ")
        assert reason in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_a_phrase_that_cannot_be_read_is_told_in_one_line(project: Path) -> None:
    settle(project, '[options.vague-statement]\nphrases = ["time is (money"]')
    result = CliRunner().invoke(app, [str(project)])
    assert result.exit_code == 2
    assert "ecqlint.toml: options of vague-statement: 'time is (money' has a bracket that does not close" in " ".join(
        result.stderr.split()
    )
    assert "Traceback" not in result.output
