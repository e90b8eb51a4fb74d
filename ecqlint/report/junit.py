"""JUnit XML: a suite for each document, a case for each rule, which fails where the rule found something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from ecqlint.engine import Failure, Outcome, Report
from ecqlint.report.concise import line
from ecqlint.report.plain import shown
from ecqlint.rulebook import Rulebook


def written(outcomes: Iterable[Outcome], rules: Rulebook) -> Iterator[str]:
    """The document, on one line. Advice is no failure; a file that could not be read is a suite with one error."""
    root = ElementTree.Element("testsuites", name="ecqlint")
    for outcome in outcomes:
        root.append(_unreadable(outcome) if isinstance(outcome, Failure) else _suite(outcome, rules))
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield ElementTree.tostring(root, encoding="unicode")


def _unreadable(failure: Failure) -> ElementTree.Element:
    name = shown(str(failure.path))
    suite = ElementTree.Element("testsuite", name=name, tests="1", failures="0", errors="1")
    case = ElementTree.SubElement(suite, "testcase", classname=name, name="readable")
    ElementTree.SubElement(case, "error", message=shown(failure.reason))
    return suite


def _suite(report: Report, rules: Rulebook) -> ElementTree.Element:
    name = shown(str(report.document.path))
    suite = ElementTree.Element("testsuite", name=name, errors="0")
    failed = 0
    for rule in rules.rules:
        case = ElementTree.SubElement(suite, "testcase", classname=f"{name}.{rule.group}", name=rule.name)
        found = [f for f in report.findings if f.name == rule.name and f.severity != "advice"]
        if found:
            failed += 1
            failure = ElementTree.SubElement(case, "failure", message=shown(found[0].message), type=found[0].severity)
            failure.text = "\n".join(line(report.document.path, finding) for finding in found)
    suite.set("tests", str(len(rules.rules)))
    suite.set("failures", str(failed))
    return suite
