"""The page: what a reader sees on it, and that nothing in a document can be more than text."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from rich.console import Console

from ecqlint.document import PageCount
from ecqlint.engine import Failure, Outcome, Report, lint
from ecqlint.narrative import Evidence
from ecqlint.readers.text import text_document
from ecqlint.report.html import written
from ecqlint.report.page.marked import Note, tokens
from ecqlint.report.terminal import headline
from ecqlint.rule import Finding
from ecqlint.rulebook import Rulebook
from ecqlint.text import Span

TEXT = """Jordan Lee, Director
ECQ 1: Leading Change
Challenge: The port lost nine ships & a pier in March 2021, and the QRZT sent 40 men home.
Action: I wrote a plan, and the new cranes were bought. I then moved both crews to the north pier.
Result: By May 2022 all nine ships were back, and the port earned $4 million more.
ECQ 2: Leading People
Challenge: The night shift had lost 30 of its 90 clerks, and nobody had asked them why.
Action: I met each of the 60 who were left, and gave them the say over their own hours.
"""
HOSTILE = """<script>alert(1)</script> & <b>title</b>
ECQ 1: Leading Change
The plan was approved. </style></script></title><img src=x onerror=alert(2)> &lt;i&gt; [bold]x[/bold] {{ 7*7 }} <!--
I moved \u202e40 offices\u202c and z\u200bero staff; "' onmouseover='alert(3) &#60;u&#62; \x1b[31m ]]> {% raw %}
"""
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def page_of(outcomes: Sequence[Outcome], book: Rulebook) -> str:
    return "\n".join(written(outcomes, book))


def read(page: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page)


def said(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def prose(page: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """A copy of the page without the numbers of notes and pages in the text."""
    copied = deepcopy(page)
    for apparatus in [*copied.find_class("call"), *copied.find_class("folio")]:
        apparatus.drop_tree()
    return copied


def finding(text: str, span: Span | None, **changes: object) -> Finding:
    plain = Finding("passive-voice", "voice", "warning", "say who did it", span=span)
    return replace(plain, excerpt=span.of(text) if span else "", **changes)


@pytest.fixture(scope="module")
def report(book: Rulebook) -> Report:
    """A narrative with findings, on two pages."""
    return lint(text_document(TEXT, page_numbers=False, pages=2), book)


@pytest.fixture(scope="module")
def page(report: Report, book: Rulebook) -> lxml_html.HtmlElement:
    return read(page_of([report], book))


@pytest.fixture(scope="module")
def hostile(book: Rulebook) -> Report:
    """A narrative that tries to be markup, with findings that do so too, over one another."""
    plain = lint(text_document(HOSTILE), book)
    evil = {"message": "<script>alert(4)</script> \u202e", "suggestion": "<b>", "name": 'x<"&', "ecq": '<i>"'}
    start = HOSTILE.index("<img")
    spans = [Span(0, len(HOSTILE)), Span(start, start + 12), Span(start + 6, start + 30), Span(start + 9, start + 9)]
    return replace(plain, findings=(*plain.findings, *(finding(HOSTILE, span, **evil) for span in spans)))


def test_the_narrative_reads_as_it_was_written(page: lxml_html.HtmlElement) -> None:
    assert [said(line) for line in prose(page).xpath("//*[@class='prose']/*")] == TEXT.splitlines()
    assert [said(h) for h in prose(page).xpath("//*[@class='prose']/h3")] == [
        "ECQ 1: Leading Change",
        "ECQ 2: Leading People",
    ]


def test_each_mark_covers_the_words_of_its_finding_and_links_to_its_note_and_back(
    page: lxml_html.HtmlElement, report: Report
) -> None:
    placed = [f for f in report.findings if f.span]
    assert placed
    for number, found in enumerate(placed, start=1):
        note, call = page.get_element_by_id(f"d1n{number}"), page.get_element_by_id(f"d1c{number}")
        marks = prose(page).xpath("//mark[@data-note=$id]", id=f"d1n{number}")
        assert "".join(mark.text_content() for mark in marks) == found.excerpt
        assert found.message in said(note)
        assert call.get("href") == f"#d1n{number}"
        assert note.xpath(".//a[@class='back']/@href") == [f"#d1c{number}"]


def test_every_link_leads_somewhere_on_the_page_and_no_place_has_two_names(
    report: Report, hostile: Report, book: Rulebook
) -> None:
    for outcomes in ([report], [report, hostile, Failure(Path("c.docx"), "is damaged")]):
        page = read(page_of(outcomes, book))
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in page.xpath("//@href")} <= set(ids)


def test_what_sends_the_package_back_stands_first(page: lxml_html.HtmlElement) -> None:
    first = page.xpath("//section[starts-with(@aria-labelledby, 'd1first')]")[0]
    entries = [said(entry) for entry in first.xpath(".//li")]
    assert entries[0].startswith("error")
    assert any("page-numbers" in entry for entry in entries)
    assert first.getnext().xpath("string(@aria-labelledby)").startswith("d1glance")


def test_an_example_shows_its_parts_as_a_bar_and_in_words(page: lxml_html.HtmlElement) -> None:
    stories = page.xpath("//ul[@class='stories']/li")
    shares = [said(story.find_class("shares")[0]) for story in stories]
    assert re.fullmatch(r"challenge \d+%, action \d+%, result \d+%; no context seen", shares[0])
    assert shares[1].endswith("no context, no result seen")
    assert len(stories[0].xpath(".//rect")) == 3


def test_pages_are_numbered_in_the_margin(page: lxml_html.HtmlElement) -> None:
    assert [said(folio) for folio in page.find_class("folio")] == ["1", "2"]


def test_each_requirement_says_whether_it_is_met(page: lxml_html.HtmlElement, report: Report, book: Rulebook) -> None:
    rows = {
        row.find_class("rule")[0].text: row for row in page.xpath("//section[contains(@class,'requirements')]//tr[td]")
    }
    asked = {rule.name: rule for rule in book.rules if rule.applies_to(report.narrative.edition.name)}
    assert set(rows) == set(asked)
    found = {f.name for f in report.findings}
    for name, row in rows.items():
        assert (said(row[1]) == "none found: met") == (name not in found)
        assert " ".join(asked[name].why.split()) in said(row)
        assert asked[name].source in said(row)
    assert "found: not met" in said(rows["page-numbers"])
    assert "1 error" in said(rows["page-numbers"])


def test_a_rule_that_gave_only_advice_is_no_verdict(report: Report, book: Rulebook) -> None:
    advice = finding(TEXT, Span(0, 6), severity="advice")
    page = read(page_of([replace(report, findings=(advice,))], book))
    row = next(r for r in page.xpath("//tr[td]") if r.find_class("rule")[0].text == "passive-voice")
    assert "places to look at" in said(row[1])
    assert "1 advice" in said(row[1])


def test_a_rule_that_could_not_be_checked_is_not_called_met(report: Report, book: Rulebook) -> None:
    page = read(page_of([replace(report, findings=(), skipped=(("spelling", "no dictionary is here"),))], book))
    row = next(r for r in page.xpath("//tr[td]") if r.find_class("rule")[0].text == "spelling")
    assert said(row[1]) == "not checked here"
    assert "no dictionary is here" in said(page.find_class("lead")[0])


def test_hostile_text_stays_text(hostile: Report, book: Rulebook) -> None:
    source = page_of([hostile, Failure(Path("<script>\udce9.docx"), "<b>\u202e")], book)
    page = read(source)
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"img", "i", "u"}
    assert len(page.xpath("//script")) == 1
    assert not [
        a for e in page.iter() if isinstance(e.tag, str) for a in e.attrib if a.startswith("on") or a == "style"
    ]
    text = said(prose(page))
    for words in ("<script>alert(1)</script>", "onerror=alert(2)>", "&lt;i&gt; [bold]x[/bold] {{ 7*7 }} <!--"):
        assert words in text
    assert "<U+202E>40 offices<U+202C> and z<U+200B>ero" in text
    assert not set(text) & set("\u202e\u202c\u200b\x1b")


def test_the_page_allows_its_own_style_and_script_alone(
    page: lxml_html.HtmlElement, report: Report, book: Rulebook
) -> None:
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (element,) = page.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not page.xpath("//@src | //@style | //link")
    assert not re.search(r"url\(|@import|https?:", page_of([report], book))


def test_the_page_reads_the_same_in_any_encoding(report: Report, book: Rulebook) -> None:
    assert page_of([report], book).isascii()


def test_an_example_says_when_it_was_and_how_large(page: lxml_html.HtmlElement) -> None:
    facts = [said(story.find_class("shares")[1]) for story in page.xpath("//ul[@class='stories']/li")]
    assert facts[0].startswith("2021–2022 · $4 million, ")
    assert facts[1].startswith("no year · ")


def test_each_ecq_says_which_competencies_it_shows(report: Report, book: Rulebook) -> None:
    shown = replace(
        report.narrative, evidence=(Evidence("Vision", Span(60, 70)), Evidence("Resilience", Span(400, 410)))
    )
    page = read(page_of([replace(report, narrative=shown)], book))
    first, second, fundamental = (said(one) for one in page.find_class("competencies"))
    assert first.startswith("shown Vision not seen Creativity and Innovation, ")
    assert "Resilience" in first.partition("not seen")[2]
    assert second.startswith("not seen ")
    assert fundamental == "not seen " + ", ".join(one.name for one in report.narrative.edition.fundamental)


@pytest.fixture(scope="module")
def index(report: Report, hostile: Report, book: Rulebook) -> dict[str, dict[str, str]]:
    """The rows of a folder's index: what stands in each column, by document."""
    documents = [
        replace(r, narrative=replace(r.narrative, document=replace(r.document, path=Path("cohort", name))))
        for name, r in (("a/one.docx", report), ("b/two.docx", hostile))
    ]
    page = read(page_of([*documents, Failure(Path("cohort/c.docx"), "is protected by a password")], book))
    assert sorted(said(h) for h in page.xpath("//details/summary/h2")) == ["a/one.docx", "b/two.docx"]
    columns = [said(head) for head in page.xpath("//*[@class='index']//thead/tr[last()]/th")]
    rows = page.xpath("//*[@class='index']//tbody/tr")
    return {said(row[0]): dict(zip(columns, map(said, row), strict=False)) for row in rows}


def test_a_folder_has_an_index_with_a_row_a_document(index: dict[str, dict[str, str]], report: Report) -> None:
    assert set(index) == {"a/one.docx", "b/two.docx", "c.docx"}
    row = index["a/one.docx"]
    assert (row["pages"], row["words"], row["ECQs"]) == ("2", str(len(TEXT.split())), "2")
    severities = Counter(f.severity for f in report.findings)
    assert [row[name] for name in ("errors", "warnings", "advice")] == [
        str(severities[severity]) for severity in ("error", "warning", "advice")
    ]


def test_the_index_counts_the_findings_of_each_group(
    index: dict[str, dict[str, str]], report: Report, book: Rulebook
) -> None:
    counts = Counter(f.group for f in report.findings)
    groups = {rule.group for rule in book.rules if rule.applies_to(report.narrative.edition.name)}
    assert {group: index["a/one.docx"][group] for group in groups} == {group: str(counts[group]) for group in groups}


def test_the_index_names_the_requirements_that_are_met_and_not_met(
    index: dict[str, dict[str, str]], report: Report
) -> None:
    loud = {f.name for f in report.findings if f.severity != "advice"}
    met = set(report.asked) - {f.name for f in report.findings} - {name for name, _ in report.skipped}
    verdicts = re.fullmatch(r"(\d+) not met: (.+?) ?(\d+) met in a/one.docx ?(.+)", index["a/one.docx"]["Requirements"])
    assert verdicts
    assert (int(verdicts[1]), set(verdicts[2].split(", "))) == (len(loud), loud)
    assert (int(verdicts[3]), set(verdicts[4].split(", "))) == (len(met), met)


def test_the_index_says_of_a_file_that_cannot_be_read_why(index: dict[str, dict[str, str]]) -> None:
    assert list(index["c.docx"].values()) == ["c.docx", "unreadable: it is protected by a password"]


def test_an_estimated_number_of_pages_is_the_same_range_on_the_page_and_in_the_terminal(
    report: Report, book: Rulebook
) -> None:
    count = PageCount(10, "estimated", 9, 10)
    narrative = replace(report.narrative, document=replace(report.document, page_count=count))
    console = Console(width=200, record=True, file=StringIO())
    console.print(headline(narrative))
    for shown in (console.export_text(), said(read(page_of([replace(report, narrative=narrative)], book)))):
        assert "9–10 pages, estimated" in shown


def test_a_single_file_that_cannot_be_read_is_a_page_that_says_why(book: Rulebook) -> None:
    page = read(page_of([Failure(Path("a.docx"), "is damaged")], book))
    assert said(page.xpath("//main")[0]) == "unreadable: it is damaged"
    assert said(page.xpath("//h1")[0]) == "a.docx"


def test_a_document_without_text_is_a_page(book: Rulebook) -> None:
    assert "not met" in said(read(page_of([lint(text_document(""), book)], book)))


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(SPANS, max_size=6), SPANS)
def test_marks_nest_and_cover_their_words_however_they_lie_over_one_another(spans: list[Span], line: Span) -> None:
    text = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH"
    notes = [Note(n, finding(text, span), span, min(span.end, line.end)) for n, span in enumerate(sorted(spans))]
    numbers = [(note.at, note) for note in notes if line.start <= note.at]
    covered = dict.fromkeys(range(len(notes)), "")
    opened: list[int] = []
    for token in tokens(text, line, notes, numbers, []):
        if token.kind == "open" and token.note:
            assert token.depth == len(opened)
            opened.append(token.note.number)
        elif token.kind == "close":
            opened.pop()
        for number in opened if token.kind == "words" else ():
            covered[number] += token.words
    assert not opened
    for note in notes:
        shared = Span(max(note.span.start, line.start), max(line.start, note.span.start, min(note.span.end, line.end)))
        assert covered[note.number] == shared.of(text)


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser")
def test_a_browser_runs_the_script_and_nothing_else(hostile: Report, book: Rulebook, tmp_path: Path) -> None:
    source = page_of([hostile, Failure(Path("a.docx"), "is damaged")], book)
    (tmp_path / "page.html").write_text(source, encoding="ascii")
    done = subprocess.run(
        [
            str(CHROMIUM),
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
            *("--disable-component-update", "--disable-sync", "--disable-quic", "--enable-logging=stderr"),
            f"--user-data-dir={tmp_path / 'profile'}",
            *("--dump-dom", (tmp_path / "page.html").as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "CONSOLE" not in done.stderr
    page = read(done.stdout)
    (form,) = page.find_class("filters")
    assert "hidden" not in form.attrib
    placed = [f for f in hostile.findings if f.span]
    loud = [f for f in placed if f.severity != "advice"]
    hidden = page.xpath("//li[contains(@class, 'note')][@hidden]")
    assert len(hidden) == len(placed) - len(loud)
    assert not page.xpath("//img")
    heads = page.xpath("//*[@class='index']//thead/tr[last()]/th")
    assert all(head[0].tag == "button" for head in heads)
