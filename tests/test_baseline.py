"""Findings that a team lives with: written down once, and not reported again."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from ecqlint.report.json import schema
from tests.drafts import first, run, save

WORDS = ("--select", "voice,wording")
NEW = "I also asked the WVBX for 30 tents."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a narrative in it, in which the commands are typed."""
    monkeypatch.chdir(tmp_path)
    save(first(), tmp_path / "narrative.docx")
    return tmp_path


@pytest.fixture
def baseline(folder: Path) -> Path:
    """The narrative's baseline."""
    code, out, err = run("baseline", "narrative.docx")
    assert (code, err) == (0, "")
    assert out.startswith("ecqlint-baseline.json: ")
    assert out.endswith(" findings of 1 document\n")
    return folder / "ecqlint-baseline.json"


def edit(folder: Path) -> None:
    """A later draft: paragraphs before and after, an acronym more, one passive mended."""
    draft = first()
    draft["Leading Change"][0] = draft["Leading Change"][0].replace("The plan was approved", "The board approved it")
    draft["Leading Change"].insert(0, "I walked the floor of the depot at six each morning for 90 days.")
    draft["Business Acumen"].append(NEW)
    save(draft, folder / "narrative.docx")


def count(report: str) -> int:
    return json.loads(report)["summary"]["known"]


def test_what_the_baseline_knows_is_counted_and_not_shown(baseline: Path) -> None:
    known = sum(len(entries) for rules in documents(baseline).values() for entries in rules.values())
    code, out, err = run("check", "narrative.docx", "--baseline", baseline, "--advice")
    assert (code, err) == (0, "")
    assert "QRZT" not in out
    assert "0 errors · 0 warnings · 0 advice" in out
    assert f"{known} known findings not shown" in out


def test_only_what_is_new_is_reported_and_what_is_gone_is_counted(baseline: Path, folder: Path) -> None:
    edit(folder)
    code, out, _ = run("narrative.docx", "--baseline", baseline, "--advice", *WORDS)
    assert code == 1
    assert "WVBX" in out
    assert "QRZT" not in out
    assert "second plan" not in out
    assert "1 in the baseline is gone: ecqlint baseline writes it anew" in " ".join(out.split())
    assert "1 warning · 0 advice" in out
    assert run("narrative.docx", "--baseline", baseline, "--fail-on", "error", *WORDS)[0] == 0


def test_rules_that_were_not_asked_are_not_gone(baseline: Path, folder: Path) -> None:
    edit(folder)
    _, out, _ = run("narrative.docx", "--baseline", baseline, "--select", "undefined-acronym")
    assert "gone" not in out


def test_a_fourth_place_is_new_where_three_are_known(baseline: Path, folder: Path) -> None:
    draft = first()
    draft["Leading Change"].insert(0, "In the end the third plan was approved too.")
    save(draft, folder / "narrative.docx")
    _, out, _ = run("narrative.docx", "--baseline", baseline, "--select", "passive-voice", "--advice")
    assert "third plan" in out
    assert "second plan" not in out


def test_a_finding_that_names_less_than_before_is_known(folder: Path) -> None:
    asked = ("narrative.docx", "--select", "missing-ecq", "--output-format", "concise")
    draft = first()
    everything = draft.pop("Business Acumen")
    save(draft, folder / "narrative.docx")
    run("baseline", "narrative.docx")
    save(draft | {"Business Acumen": everything}, folder / "narrative.docx")
    assert run(*asked, "--baseline", "ecqlint-baseline.json")[:2] == (0, "")
    del draft["Results Driven"]
    save(draft, folder / "narrative.docx")
    assert run(*asked, "--baseline", "ecqlint-baseline.json")[0] == 1


def test_a_known_habit_is_not_reported_again(folder: Path) -> None:
    draft = first()
    draft["Leading People"] = [f"Rule {n} was changed by the team, and it was liked." for n in range(1, 9)]
    save(draft, folder / "narrative.docx")
    run("baseline", "narrative.docx")
    draft["Leading People"].append("Rule 9 was changed by the team.")
    save(draft, folder / "narrative.docx")
    asked = ("narrative.docx", "--select", "passive-voice")
    assert "warning" in run(*asked, "--output-format", "concise")[1]
    _, out, _ = run(*asked, "--baseline", "ecqlint-baseline.json", "--output-format", "concise")
    (line,) = out.splitlines()
    assert "advice passive-voice" in line


def documents(baseline: Path) -> dict[str, dict[str, list[str]]]:
    return json.loads(baseline.read_text(encoding="utf-8"))["documents"]


def test_the_file_holds_no_word_of_the_text_and_is_the_same_each_time(baseline: Path) -> None:
    before = baseline.read_bytes()
    assert not [word for word in (b"QRZT", b"approved", b"offices") if word in before]
    assert list(documents(baseline)) == ["narrative.docx"]
    assert list(documents(baseline)["narrative.docx"]) == sorted(documents(baseline)["narrative.docx"])
    assert run("baseline", "narrative.docx")[0] == 0
    assert baseline.read_bytes() == before


def test_paths_are_relative_to_the_file_so_that_both_may_be_moved_together(folder: Path) -> None:
    drafts = folder / "drafts"
    drafts.mkdir()
    save(first(), drafts / "one.docx")
    (folder / "kept").mkdir()
    assert run("baseline", drafts, "-o", "kept/known.json")[0] == 0
    assert list(documents(folder / "kept" / "known.json")) == ["../drafts/one.docx"]
    moved = folder / "moved"
    moved.mkdir()
    for name in ("drafts", "kept"):
        (folder / name).rename(moved / name)
    assert run(moved / "drafts" / "one.docx", "--baseline", moved / "kept" / "known.json")[0] == 0


def test_a_document_that_the_baseline_does_not_name_is_all_new(baseline: Path, folder: Path) -> None:
    save(first(), folder / "other.docx")
    alone = run("other.docx", "--output-format", "concise")
    assert run("other.docx", "--baseline", baseline, "--output-format", "concise") == alone


def test_the_configuration_may_name_the_baseline(baseline: Path, folder: Path) -> None:
    baseline.rename(folder / "known.json")
    (folder / "ecqlint.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert run("narrative.docx")[0] == 0
    edit(folder)
    assert run("narrative.docx")[0] == 1
    assert run("baseline", "narrative.docx")[1].startswith(str(folder / "known.json"))
    assert run("narrative.docx")[0] == 0


WRONG_FILES = {
    "none": (None, "no such baseline; ecqlint baseline writes one"),
    "no JSON": ("{", "is not a baseline of this version of ecqlint"),
    "something else": ('{"name": "package", "version": "1.0"}', "is not a baseline of this version of ecqlint"),
    "a later version": (
        '{"kind": "ecqlint-baseline", "schema": 2, "documents": {}}',
        "is not a baseline of this version of ecqlint",
    ),
    "entries that are none": (
        '{"kind": "ecqlint-baseline", "schema": 1, "documents": {"a.docx": {"spelling": ["x.y"]}}}',
        "is not a baseline of this version of ecqlint",
    ),
}


@pytest.mark.parametrize("wrong", WRONG_FILES)
def test_a_file_that_is_no_baseline_gets_one_clear_line(folder: Path, wrong: str) -> None:
    content, expected = WRONG_FILES[wrong]
    if content:
        (folder / "known.json").write_text(content, encoding="utf-8")
    assert run("narrative.docx", "--baseline", "known.json") == (2, "", f"ecqlint: known.json: {expected}\n")


def test_a_baseline_keeps_what_it_knows_of_other_documents_that_still_are(baseline: Path, folder: Path) -> None:
    save(first(), folder / "other.docx")
    assert run("baseline", "other.docx")[0] == 0
    assert list(json.loads(baseline.read_text())["documents"]) == ["narrative.docx", "other.docx"]
    (folder / "narrative.docx").unlink()
    run("baseline", "other.docx")
    assert list(json.loads(baseline.read_text())["documents"]) == ["other.docx"]


def test_a_file_that_is_no_baseline_is_never_written_over(folder: Path) -> None:
    (folder / "notes.json").write_text("{}", encoding="utf-8")
    code, out, err = run("baseline", "narrative.docx", "-o", "notes.json")
    assert (code, out) == (2, "")
    assert err == "ecqlint: notes.json: is there and is no baseline: give another name to -o\n"
    assert (folder / "notes.json").read_text(encoding="utf-8") == "{}"
    before = (folder / "narrative.docx").read_bytes()
    assert run("baseline", "narrative.docx", "-o", "narrative.docx")[0] == 2
    assert (folder / "narrative.docx").read_bytes() == before


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_written_down(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 not a zip")
    code, _, err = run("baseline", ".")
    assert code == 2
    (line,) = err.splitlines()
    assert line.startswith("ecqlint: broken.docx is damaged or cut off: ")
    assert list(documents(folder / "ecqlint-baseline.json")) == ["narrative.docx"]


def test_the_json_report_counts_what_is_known(baseline: Path, folder: Path) -> None:
    edit(folder)
    _, out, err = run("narrative.docx", "--baseline", baseline, "--output-format", "json", *WORDS)
    record = json.loads(out)
    jsonschema.validate(record, schema("report"))
    assert record["summary"]["known"] == record["documents"][0]["known"] > 0
    assert [finding["excerpt"] for finding in record["documents"][0]["findings"]] == ["WVBX"]
    assert err.startswith(f"ecqlint: {record['summary']['known']} known findings not shown · 1 in the baseline is gone")


def test_sarif_marks_what_is_new_and_fingerprints_outlive_edits(baseline: Path, folder: Path) -> None:
    def results() -> dict[str, dict[str, str]]:
        (log,) = json.loads(run("narrative.docx", *asked, "--output-format", "sarif")[1])["runs"]
        return {
            place["region"]["snippet"]["text"]: result
            for result in log["results"]
            for place in [result["locations"][0]["physicalLocation"]]
        }

    asked: tuple[object, ...] = ("--select", "undefined-acronym")
    before = results()["QRZT"]
    edit(folder)
    after = results()["QRZT"]
    assert before["locations"] != after["locations"]
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert "baselineState" not in after
    asked = (*asked, "--baseline", baseline)
    assert {words: result["baselineState"] for words, result in results().items()} == {"WVBX": "new"}


@pytest.mark.parametrize("form", ["concise", "github", "csv", "junit", "jsonl", "html"])
def test_every_format_keeps_to_what_is_new(baseline: Path, folder: Path, form: str) -> None:
    edit(folder)
    code, out, err = run("narrative.docx", "--baseline", baseline, "--select", "wording", "--output-format", form)
    assert code == 1
    assert "WVBX” is never" in out or "WVBX&#8221; is never" in out
    assert "QRZT” is never" not in out
    assert "QRZT&#8221; is never" not in out
    assert "known finding" in err


def test_the_page_meets_no_requirement_by_what_is_known(baseline: Path) -> None:
    page = run("narrative.docx", "--baseline", baseline, "--output-format", "html")[1]
    assert "known findings not shown" in page
    assert "found: not met" in page
