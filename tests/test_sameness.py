"""When a finding of one draft is the same as one of another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecqlint.comparison import Comparison, compared
from ecqlint.engine import Report, lint
from ecqlint.readers.text import text_document
from ecqlint.rulebook import Rulebook
from ecqlint.sameness import Fingerprint, paired, traces
from tests.drafts import first, text_of

ECQ = "ECQ 1: Leading Change\n"
CALM = "I walked the floor of the depot at six each morning and wrote down what I saw.\n"
FAULTY = (
    "I asked the QRZT for 40 trucks in May 2021.\n",
    "The plan was approved in June 2021, and 40 offices moved.\n",
    "I sent the WVBX 12 letters.\n",
    "I utilized 14 barns as shelters for 900 people.\n",
    "The second road was approved in August 2021, and 30 towns signed.\n",
    "I drove to the JKLQ with 9 of my staff.\n",
    "The third road was approved in March 2022, and 20 towns signed.\n",
)
RULES = ("undefined-acronym", "passive-voice", "bureaucratic-wording")


@pytest.fixture(scope="module")
def few(book: Rulebook) -> Rulebook:
    """Rules that find one thing in each faulty paragraph, whatever stands around it."""
    return book.selected(RULES, ())


def drafts(book: Rulebook, before: str, after: str, **paper: int) -> Comparison:
    return compared(lint(text_document(before), book), lint(text_document(after, **paper), book))


def counts(comparison: Comparison) -> tuple[int, int, int]:
    return comparison.total.fixed, comparison.total.new, comparison.total.stays


def known_by(report: Report, earlier: Report) -> dict[int, int]:
    return paired([t.fingerprint for t in traces(earlier)], [t.fingerprint for t in traces(report)])


orders = st.lists(st.sampled_from(FAULTY), unique=True, min_size=1)


@settings(max_examples=15, deadline=None)
@given(orders)
def test_a_draft_against_itself_stays_as_it_is(few: Rulebook, paragraphs: list[str]) -> None:
    text = ECQ + "".join(paragraphs)
    assert counts(drafts(few, text, text)) == (0, 0, len(paragraphs))


@settings(max_examples=15, deadline=None)
@given(orders, st.data())
def test_a_paragraph_without_fault_changes_nothing_wherever_it_is_put(
    few: Rulebook, paragraphs: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(paragraphs)))
    longer = [*paragraphs[:place], CALM, *paragraphs[place:]]
    before, after = ECQ + "".join(paragraphs), CALM + ECQ + "".join(longer)
    assert counts(drafts(few, before, after, pages=3)) == (0, 0, len(paragraphs))


@settings(max_examples=15, deadline=None)
@given(orders, st.data())
def test_each_fault_that_is_removed_is_fixed_and_no_other(
    few: Rulebook, paragraphs: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, len(paragraphs) - 1))
    left = [*paragraphs[:gone], CALM, *paragraphs[gone + 1 :]]
    comparison = drafts(few, ECQ + "".join(paragraphs), ECQ + "".join(left))
    assert counts(comparison) == (1, 0, len(paragraphs) - 1)
    assert comparison.fixed[0].excerpt in paragraphs[gone]


@settings(max_examples=15, deadline=None)
@given(orders, st.randoms(use_true_random=False))
def test_paragraphs_may_be_moved(few: Rulebook, paragraphs: list[str], random: st.DataObject) -> None:
    moved = list(paragraphs)
    random.shuffle(moved)
    assert counts(drafts(few, ECQ + "".join(paragraphs), ECQ + "".join(moved))) == (0, 0, len(paragraphs))


hashes = st.sampled_from("abc")
prints = st.lists(st.builds(Fingerprint, st.sampled_from(["passive-voice", "spelling"]), hashes, hashes), max_size=12)


@given(prints, prints)
def test_each_finding_is_paired_once_and_with_its_like(known: list[Fingerprint], found: list[Fingerprint]) -> None:
    pairs = paired(known, found)
    assert len(set(pairs.values())) == len(pairs)
    for new, old in pairs.items():
        assert known[old].rule == found[new].rule
        assert known[old].place == found[new].place or known[old].sentence == found[new].sentence
    left = {(one.rule, one.place) for index, one in enumerate(known) if index not in pairs.values()}
    assert not left & {(one.rule, one.place) for index, one in enumerate(found) if index not in pairs}


@given(prints, prints)
def test_what_is_added_to_the_known_is_new_by_count(known: list[Fingerprint], added: list[Fingerprint]) -> None:
    assert len(paired(known, [*added, *known])) == len(known)


def test_of_four_where_three_are_known_the_new_one_is_that_in_an_unknown_sentence(few: Rulebook) -> None:
    approved = "The {} road was approved in March 2022, and 20 towns signed.\n"
    known = lint(text_document(ECQ + "".join(map(approved.format, ("first", "second", "third")))), few)
    added = "In the end even the bridge over the creek was approved.\n"
    report = lint(text_document(ECQ + added + "".join(map(approved.format, ("third", "first", "second")))), few)
    (new,) = set(range(len(report.findings))) - set(known_by(report, known))
    assert report.findings[new].sentence
    assert report.findings[new].sentence.of(report.document.text) == added.strip()


def test_a_reworded_sentence_keeps_its_fault_by_its_words_and_its_place_in_the_ecq(few: Rulebook) -> None:
    before = "The plan was approved in May 2021.\n"
    after = "After nine long months of talks with every one of the unions it was approved.\n"
    known, report = (lint(text_document(ECQ + text), few) for text in (before, after))
    assert len(known_by(report, known)) == 1
    elsewhere = lint(text_document("ECQ 2: Leading People\n" + after), few)
    assert known_by(elsewhere, known) == {}


def test_two_drafts_know_a_sentence_that_was_reworded_with_its_fault(few: Rulebook) -> None:
    before = "In June the new plan for the port was approved by the board, and 40 offices moved.\n"
    after = "In early June the new plan for the port had been approved by the board, so 40 offices moved.\n"
    assert counts(drafts(few, ECQ + before, ECQ + after)) == (0, 0, 1)


def test_another_acronym_in_the_same_sentence_is_another_finding(few: Rulebook) -> None:
    assert counts(drafts(few, ECQ + FAULTY[0], ECQ + FAULTY[0].replace("QRZT", "WVBX"))) == (1, 1, 0)


def test_numbers_change_and_the_finding_about_the_document_stays(book: Rulebook) -> None:
    rules = book.selected(("page-limit", "page-numbers"), ())
    report = [lint(text_document(text_of(first()), pages=pages), rules) for pages in (11, 12)]
    assert [finding.message.split()[0] for one in report for finding in one.findings] == ["11", "12"]
    assert counts(compared(*report)) == (0, 0, 1)
    assert len(known_by(report[1], report[0])) == 1


def test_a_doubt_that_has_become_certain_is_new(book: Rulebook) -> None:
    rules = book.selected(("page-limit",), ())
    doubt = lint(text_document(text_of(first()), pages=10, most_pages=11), rules)
    sure = lint(text_document(text_of(first()), pages=12), rules)
    assert [finding.severity for one in (doubt, sure) for finding in one.findings] == ["warning", "error"]
    assert known_by(sure, doubt) == {}


def test_missing_ecqs_are_known_by_their_names(book: Rulebook) -> None:
    rules = book.selected(("missing-ecq",), ())
    draft = first()
    one_missing = text_of(draft)
    other_missing = text_of(
        {**{n: p for n, p in draft.items() if n != "Leading Change"}, "Building Coalitions": [CALM.strip()]}
    )
    two_missing = text_of({name: told for name, told in draft.items() if name != "Business Acumen"})
    assert counts(drafts(rules, one_missing, one_missing + CALM)) == (0, 0, 1)
    assert counts(drafts(rules, one_missing, other_missing)) == (1, 1, 0)
    assert counts(drafts(rules, one_missing, two_missing)) == (1, 1, 0)
    assert counts(drafts(rules, two_missing, one_missing)) == (0, 0, 1)  # partly mended


def test_an_example_is_known_by_its_number_when_its_opening_is_reworded(book: Rulebook) -> None:
    rules = book.selected(("ccar-incomplete",), ())
    told = "Challenge: {} The port had lost nine ships.\nAction: I wrote a plan and bought two cranes.\n"
    known, report = (
        lint(text_document(ECQ + told.format(opening)), rules)
        for opening in ("In 2019 the docks stood still.", "No crane had moved since the strike began.")
    )
    assert len(known.findings) == 1
    assert len(known_by(report, known)) == 1


def test_quotes_case_and_spaces_make_no_difference(few: Rulebook) -> None:
    before = 'The city\'s plan was approved in "May" 2021.\n'
    after = "The city’s  plan was approved in “May” 2021.\n"
    report, known = (lint(text_document(ECQ + text), few) for text in (after, before))
    assert [t.fingerprint for t in traces(report)] == [t.fingerprint for t in traces(known)]
