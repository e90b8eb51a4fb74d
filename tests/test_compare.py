"""Two drafts side by side: what a coach and a candidate see between them."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import wrap

import jsonschema
import pytest

from ecqlint.report.comparison_json import ComparisonRecord
from ecqlint.report.json import schema
from ecqlint.report.records import described
from tests.drafts import ECQS, first, run, save, text_of
from tests.review.paper import paper

WORDS = ("--select", "undefined-acronym,passive-voice,missing-ecq")


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    """A draft, and a later one: the acronym spelled out, the fifth ECQ told, a new acronym, a sentence reworded."""
    second = first()
    second["Leading Change"] = [
        "I walked the depot first. I asked the Quarry, Road and Zoning Trust (QRZT) for more trucks, and the QRZT agreed. "
        "The plan had been approved in May 2021, and 40 offices moved.",
        "I then wrote to 12 mayors, and the board approved the second plan in June 2022.",
    ]
    second["Building Coalitions"] = ["I asked the WVBX for 30 tents, and 9 towns joined us."]
    return save(first(), tmp_path / "old.docx"), save(second, tmp_path / "new.docx")


def test_the_schema_that_ships_is_that_of_the_records() -> None:
    assert schema("comparison") == described(ComparisonRecord)


def test_the_picture_says_what_was_fixed_what_is_new_and_what_stays(drafts: tuple[Path, Path]) -> None:
    code, out, _ = run("compare", *drafts, *WORDS, "--advice")
    assert code == 1
    assert "3 fixed · 1 new · 2 stay" in out
    assert f"{drafts[0]}→" in "".join(out.split())
    rows = {line.split("  ")[0]: line.split() for line in out.splitlines()}
    assert rows["Leading Change"][2:6] == ["3", "1", "2", "·"]
    assert rows["Building Coalitions"][2:6] == ["0", "1", "·", "1"]
    assert rows["undefined-acronym"][1:] == ["1", "1", "1", "1", "-+"]
    assert rows["passive-voice"][1:] == ["3", "2", "1", "·", "-=="]
    assert rows["missing-ecq"][1:] == ["1", "0", "1", "·", "-"]


def test_a_new_finding_stands_in_its_place_and_a_fixed_one_in_its_old_words(drafts: tuple[Path, Path]) -> None:
    _, out, _ = run("compare", *drafts, *WORDS, "--advice")
    new, fixed = out[out.index("\nNew\n") : out.index("\nFixed\n")], out[out.index("\nFixed\n") :]
    lines = new.splitlines()
    index = next(index for index, line in enumerate(lines) if "WVBX for 30" in line)
    under = lines[index + 1]
    assert lines[index][under.index("~") : under.rindex("~") + 1] == "WVBX"
    assert "QRZT" not in new
    assert "WVBX" not in fixed
    assert " ".join(fixed.split()).startswith("Fixed outside the ECQs missing-ecq no section for Building Coalitions")
    assert "QRZT" in fixed
    assert "was approved" in fixed


def test_advice_is_counted_and_shown_when_asked_for(drafts: tuple[Path, Path]) -> None:
    _, out, _ = run("compare", *drafts, *WORDS)
    assert "was approved" not in out
    assert "Advice: 1 fixed, 0 new (--advice shows each)" in out


def test_a_draft_against_itself_stays_as_it_is(drafts: tuple[Path, Path]) -> None:
    code, out, _ = run("compare", drafts[0], drafts[0])
    assert code == 0
    assert "0 fixed · 0 new · " in out
    assert "\nNew\n" not in out
    assert "\nFixed\n" not in out


def test_two_drafts_without_findings_have_nothing_to_compare(drafts: tuple[Path, Path]) -> None:
    code, out, _ = run("compare", *drafts, "--select", "political-content")
    assert code == 0
    assert out.rstrip().endswith("0 fixed · 0 new · 0 stay")


def test_the_exit_code_speaks_of_what_is_new(drafts: tuple[Path, Path]) -> None:
    old, new = drafts
    assert run("compare", old, new, *WORDS)[0] == 1
    assert run("compare", old, new, *WORDS, "--fail-on", "error")[0] == 0
    assert run("compare", new, old, *WORDS, "--fail-on", "error")[0] == 1
    assert run("compare", old, new, "--select", "missing-ecq")[0] == 0
    assert run("compare", old, new, *WORDS, "--ignore", "undefined-acronym")[0] == 0


def test_the_json_comparison_keeps_its_schema(drafts: tuple[Path, Path]) -> None:
    record = json.loads(run("compare", *drafts, *WORDS, "--format", "json")[1])
    jsonschema.validate(record, schema("comparison"))
    assert record["summary"] == {"fixed": 3, "new": 1, "stays": 2}
    assert [finding["excerpt"] for finding in record["new"]] == ["WVBX"]
    stay = record["stays"][0]
    assert (stay["before"]["excerpt"], stay["after"]["excerpt"]) == ("was approved", "had been approved")
    assert [tally["ecq"] for tally in record["ecqs"]] == [None, *ECQS[:2], ECQS[4]]
    assert {tally["name"]: tally["fixed"] for tally in record["rules"]} == {
        "missing-ecq": 1,
        "undefined-acronym": 1,
        "passive-voice": 1,
    }
    assert sum(tally["stays"] for tally in record["severities"]) == 2


def test_a_word_file_and_its_pdf_are_the_same_draft(tmp_path: Path) -> None:
    word = save(first(), tmp_path / "draft.docx")
    pdf = tmp_path / "draft.pdf"
    pdf.write_bytes(paper(*(part for line in text_of(first()).splitlines() for part in wrap(line, 70))))
    asked = ("--select", "undefined-acronym,missing-ecq")
    assert "0 fixed · 0 new · 2 stay" in run("compare", word, pdf, *asked)[1]
    assert "0 fixed · 0 new · 2 stay" in run("compare", pdf, word, *asked)[1]


def test_a_draft_that_cannot_be_read_gets_one_clear_line(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    for paths in ((drafts[0], broken), (broken, drafts[0]), (drafts[0], tmp_path / "gone.docx")):
        code, out, err = run("compare", *paths)
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1
        assert str(next(path for path in paths if path != drafts[0])) in err


@pytest.mark.parametrize("width", ["40", "80", "140"])
def test_no_line_is_wider_than_the_terminal(
    drafts: tuple[Path, Path], width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    _, out, _ = run("compare", *drafts, "--advice")
    assert [line for line in out.splitlines() if len(line) > int(width)] == []


def test_text_of_a_draft_is_shown_and_never_obeyed(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    draft = first()
    draft["Leading People"].append("The [bold]tents[/bold] [/red] \x9b31m \u202e were brought by the WVBX.")
    hostile = save(draft, tmp_path / "hostile.docx")
    for paths in ((drafts[0], hostile), (hostile, drafts[0])):
        out = run("compare", *paths, "--advice")[1]
        assert "\x9b" not in out
        assert "\u202e" not in out
    assert ECQS[1] in out
