"""Comments that ask to leave a passage alone, as a writer types them in Word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from ecqlint.cli import app
from ecqlint.engine import Report, lint
from ecqlint.readers import read
from ecqlint.rulebook import Rulebook

PASSIVE = "The plan was approved in May."
SENTENCES = (PASSIVE, "It was utilized by 40 offices.", "I asked the QRZT for trucks.", "We have went home.")
SELECTED = "passive-voice,bureaucratic-wording,undefined-acronym,ccar-incomplete,margins,missing-ecq"


def narrative(*comments: tuple[str, str], author: str = "Ann Lee", sentences: tuple[str, ...] = SENTENCES) -> WordFile:
    """A narrative with a run a sentence, and comments: (the sentence, what is written beside it)."""
    document = Document()
    document.add_heading("ECQ 1: Leading Change", 1)
    paragraph = document.add_paragraph()
    runs = {sentence: paragraph.add_run(f"{sentence} ") for sentence in sentences}
    for sentence, text in comments:
        document.add_comment(runs[sentence], text=text, author=author, initials="AL")
    return document


def saved(document: WordFile, folder: Path) -> Path:
    """The file of a document."""
    path = folder / "narrative.docx"
    document.save(str(path))
    return path


def run(*args: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command, lines joined."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    return result.exit_code, " ".join(result.stdout.split()), result.stderr


def record(path: Path, *args: object) -> dict[str, Any]:
    """The JSON report of a document, and of the run."""
    out = CliRunner().invoke(app, [str(path), "--select", SELECTED, *map(str, args), "--output-format", "json"]).stdout
    return json.loads(out)


def found(path: Path) -> list[tuple[str, str | None]]:
    """The names and words of what is found."""
    return [(finding["name"], finding["excerpt"]) for finding in record(path)["documents"][0]["findings"]]


ALL = [
    ("missing-ecq", None),
    ("passive-voice", "was approved"),
    ("passive-voice", "was utilized"),
    ("bureaucratic-wording", "utilized"),
    ("undefined-acronym", "QRZT"),
]


@pytest.mark.parametrize(
    ("text", "silenced"),
    {
        "ecqlint: ignore passive-voice": {"passive-voice"},
        "ecqlint: ignore bureaucratic-wording": {"bureaucratic-wording"},
        "ecqlint: ignore passive-voice, bureaucratic-wording": {"passive-voice", "bureaucratic-wording"},
        "ecqlint: ignore wording": {"bureaucratic-wording"},
        "ecqlint: ignore": {"passive-voice", "bureaucratic-wording"},
        "  ECQLINT :  Ignore  Passive Voice and wording ": {"passive-voice", "bureaucratic-wording"},
        "Ecqlint ignore passive\u2011voice": {"passive-voice"},
        "ecqlint: ignore “passive-voice” – it is the citation's, grammar and all": {"passive-voice"},
        "ecqlint: ignore passive-voice because bureaucratic-wording is fine": {"passive-voice"},
        "ecqlint: ignore passive-voice\nwording is another matter": {"passive-voice"},
        "ecqlint: ignore (agreed with Ann)": {"passive-voice", "bureaucratic-wording"},
        "Please ecqlint: ignore passive-voice": set(),
        "What does ecqlint: ignore do?": set(),
    }.items(),
)
def test_a_comment_silences_what_it_names_on_its_passage(text: str, silenced: set[str], tmp_path: Path) -> None:
    path = saved(narrative((SENTENCES[1], text)), tmp_path)
    told = record(path)
    quiet = {("passive-voice", "was utilized"), ("bureaucratic-wording", "utilized")}
    assert sorted(found(path), key=str) == sorted((f for f in ALL if f not in quiet or f[0] not in silenced), key=str)
    assert told["documents"][0]["silenced"] == told["summary"]["silenced"] == len(silenced)
    assert told["documents"][0]["notes"] == []


def test_the_report_counts_what_is_silenced(tmp_path: Path) -> None:
    path = saved(narrative((PASSIVE, "ecqlint: ignore passive-voice")), tmp_path)
    assert "1 finding silenced by comments" in run(path)[1]
    path = saved(narrative((SENTENCES[1], "ecqlint: ignore")), tmp_path)
    assert "2 findings silenced by comments" in run(path)[1]
    assert "2 findings silenced by comments" in run(path, "--output-format", "html")[1]
    assert "silenced" not in run(saved(narrative(), tmp_path))[1]
    assert "silenced" not in run(path, "--output-format", "concise")[1]


def test_a_silenced_finding_is_no_result_of_sarif(tmp_path: Path) -> None:
    path = saved(narrative((PASSIVE, "ecqlint: ignore passive-voice")), tmp_path)
    out = CliRunner().invoke(app, [str(path), "--select", "passive-voice", "--output-format", "sarif"]).stdout
    results = json.loads(out)["runs"][0]["results"]
    assert [r["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] for r in results] == ["was utilized"]


def test_a_silenced_finding_makes_no_exit_code(tmp_path: Path) -> None:
    call = ("--select", "undefined-acronym")
    assert run(saved(narrative(), tmp_path), *call)[0] == 1
    assert run(saved(narrative((SENTENCES[2], "ecqlint: ignore undefined-acronym")), tmp_path), *call)[0] == 0


def test_a_requirement_whose_places_are_silenced_is_not_called_met(tmp_path: Path) -> None:
    path = saved(narrative((SENTENCES[2], "ecqlint: ignore")), tmp_path)
    page = run(path, "--select", "undefined-acronym", "--output-format", "html")[1]
    assert "silenced by comments: 1" in page
    assert "none found: met" not in page


STORY = ("Action: I asked the mayor for trucks.", "I bought forty of them.", "I wrote to the council.")


def test_what_is_about_an_example_is_silenced_by_name_anywhere_in_it(tmp_path: Path) -> None:
    def names(*comment: str) -> dict[str, str | None]:
        return dict(found(saved(narrative(*([comment] if comment else []), sentences=STORY), tmp_path)))

    assert names()["ccar-incomplete"] == "I asked the mayor for trucks."
    assert "ccar-incomplete" not in names(STORY[2], "ecqlint: ignore ccar-incomplete")
    assert "ccar-incomplete" in names(STORY[2], "ecqlint: ignore")
    assert "ccar-incomplete" in names(STORY[2], "ecqlint: ignore structure")
    assert "ccar-incomplete" not in names(STORY[0], "ecqlint: ignore"), "the words at which it stands are left alone"


def test_what_is_about_the_document_is_silenced_by_name_anywhere(tmp_path: Path) -> None:
    path = saved(narrative((SENTENCES[3], "ecqlint: ignore missing-ecq")), tmp_path)
    assert "missing-ecq" not in dict(found(path))
    assert "missing-ecq" in dict(found(saved(narrative((SENTENCES[3], "ecqlint: ignore")), tmp_path)))


def test_silenced_places_make_no_habit(tmp_path: Path) -> None:
    sentences = tuple(f"Plan {number} was approved in May." for number in range(8))
    habit = ("--select", "passive-voice", "--output-format", "concise")
    assert "sentence" in run(saved(narrative(sentences=sentences), tmp_path), *habit)[1]
    path = saved(
        narrative(*((s, "ecqlint: ignore passive-voice") for s in sentences[:5]), sentences=sentences), tmp_path
    )
    assert run(path, *habit)[1].count("narrative.docx") == 3
    path = saved(narrative((sentences[0], "ecqlint: ignore passive-voice"), sentences=sentences), tmp_path)
    assert run(path, *habit)[1].count("narrative.docx") == 8, "the warning and the seven places that are left"


@pytest.mark.parametrize(
    ("text", "note"),
    {
        "ecqlint: ignore pasive-voice": "p. 1 ¶2 says “ecqlint: ignore pasive-voice”, but no rule or group is called "
        "'pasive-voice'; did you mean 'passive-voice'?",
        "ecqlint: ignore passive-voice, gramar": "no rule or group is called 'gramar'; did you mean 'grammar'?",
        "ecqlint: ignore pasive-voice, gramar": "'pasive-voice'; did you mean 'passive-voice'? And no rule or group is "
        "called 'gramar'; did you mean 'grammar'?",
        "ecqlint: ignore passive-voice gramar": "no rule or group is called 'gramar'; did you mean 'grammar'?",
        "ecqlint: ingore passive-voice": "which is no instruction; did you mean “ecqlint: ignore”?",
    }.items(),
)
def test_a_comment_that_cannot_be_followed_is_noted(text: str, note: str, tmp_path: Path) -> None:
    path = saved(narrative((PASSIVE, text)), tmp_path)
    assert note in run(path)[1]
    assert note in run(path, "--select", "margins")[1], "whatever is asked"
    assert note in record(path)["documents"][0]["notes"][0]
    assert "undefined-acronym" in run(path)[1]


def test_a_rule_that_is_not_asked_may_be_named(tmp_path: Path) -> None:
    path = saved(narrative((PASSIVE, "ecqlint: ignore passive-voice")), tmp_path)
    assert "Note:" not in run(path, "--select", "margins")[1]
    assert "Note:" not in run(path, "--ignore", "passive-voice")[1]
    assert "Note:" not in run(path, "--edition", "2025")[1]


def test_many_comments_that_cannot_be_followed_do_not_drown_the_report(tmp_path: Path) -> None:
    path = saved(narrative(*((PASSIVE, f"ecqlint: ignore rule{number}x") for number in range(20))), tmp_path)
    notes = record(path)["documents"][0]["notes"]
    assert len(notes) == 6
    assert notes[-1] == "15 more such comments cannot be followed."


def test_ecqlints_own_comments_are_never_instructions(tmp_path: Path) -> None:
    comment = (PASSIVE, "ecqlint: ignore passive-voice")
    assert record(saved(narrative(comment, author="ecqlint"), tmp_path))["summary"]["silenced"] == 0
    assert record(saved(narrative(comment, author=""), tmp_path))["summary"]["silenced"] == 1


def test_a_review_keeps_instructions_and_is_silent_where_they_are_followed(tmp_path: Path) -> None:
    path = saved(narrative((PASSIVE, "ecqlint: ignore passive-voice"), (SENTENCES[2], "Who is that?")), tmp_path)
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    assert run("review", path, "--advice", "-o", once)[0] == 0
    assert run("review", once, "--advice", "-o", twice)[0] == 0
    for reviewed in (once, twice):
        comments = read(reviewed).comments
        people = [comment.text for comment in comments if comment.author != "ecqlint"]
        assert people == ["ecqlint: ignore passive-voice", "Who is that?"]
        own = [comment for comment in comments if comment.author == "ecqlint"]
        assert own
        assert not [c for c in own if "passive-voice" in c.text and c.span.of(read(path).text) == "was approved"]
        assert [f for f in found(reviewed) if f[1] != "was approved"] == found(path)
        assert record(reviewed)["summary"]["silenced"] == 1


NAMES = ("", " passive-voice", " bureaucratic-wording", " wording", " voice, undefined-acronym", " nonsense", " x y z")
WATCHED = ("passive-voice", "bureaucratic-wording", "undefined-acronym", "ccar-incomplete", "missing-ecq", "font-size")


@given(
    commented=st.lists(
        st.tuples(
            st.sampled_from(SENTENCES), st.sampled_from([f"ecqlint: ignore{names}" for names in NAMES]) | st.text()
        ),
        max_size=4,
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_comments_change_neither_the_text_nor_what_else_is_found(
    commented: list[tuple[str, str]], book: Rulebook, tmp_path: Path
) -> None:
    legal = [(s, "".join(c for c in text if c.isprintable())) for s, text in commented]
    chosen = book.selected(WATCHED)
    plain, report = (_checked(saved(narrative(*comments), tmp_path), chosen) for comments in ((), legal))
    assert report.document.text == plain.document.text
    assert set(map(str, (*report.findings, *report.silenced))) == set(map(str, plain.findings))
    assert [f for f in plain.findings if str(f) not in set(map(str, report.silenced))] == list(report.findings)
    if not any(text.startswith("ecqlint") for _, text in legal):
        assert report.silenced == ()


def _checked(path: Path, book: Rulebook) -> Report:
    return lint(read(path), book)
