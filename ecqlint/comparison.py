"""Two drafts of one narrative: what was fixed, what is new, and what stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ecqlint.engine import Report
from ecqlint.rule import SEVERITIES, Finding, Severity
from ecqlint.sameness import paired, traces

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings were fixed, are new, and stay."""

    fixed: int = 0
    new: int = 0
    stays: int = 0

    @property
    def before(self) -> int:
        """How many there were."""
        return self.fixed + self.stays

    @property
    def after(self) -> int:
        """How many there are."""
        return self.new + self.stays


@dataclass(frozen=True)
class Comparison:
    """The findings of two drafts: each of `before` is fixed or stays, each of `after` stays or is new, in the order of their drafts.

    What stays is given as (the finding before, the same after).
    """

    before: Report
    after: Report
    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    stays: tuple[tuple[Finding, Finding], ...]

    @property
    def total(self) -> Tally:
        """All findings."""
        return Tally(len(self.fixed), len(self.new), len(self.stays))

    @cached_property
    def worst(self) -> dict[str, Severity]:
        """The rules that found anything, each with the severest of its findings, the severest first."""
        found = (*self.before.findings, *self.after.findings)
        ordered = sorted({(SEVERITIES.index(finding.severity), finding.name) for finding in found}, reverse=True)
        worst = {name: SEVERITIES[index] for index, name in ordered}
        return dict(sorted(worst.items(), key=lambda rule: (SEVERITIES.index(rule[1]), rule[0])))

    @cached_property
    def by_rule(self) -> dict[str, Tally]:
        """The findings by rule, in the order of `worst`."""
        tallies = self._tallies(lambda finding: finding.name)
        return {name: tallies[name] for name in self.worst}

    @cached_property
    def by_ecq(self) -> dict[str | None, Tally]:
        """The findings by ECQ as it stands in the later draft, in OPM's order; None for what belongs to none."""
        tallies = self._tallies(lambda finding: finding.ecq)
        names = [ecq.name for report in (self.after, self.before) for ecq in report.narrative.edition.ecqs]
        return {name: tallies[name] for name in dict.fromkeys([None, *names]) if name in tallies}

    @cached_property
    def by_severity(self) -> dict[Severity, Tally]:
        """The findings by severity, in the order of SEVERITIES."""
        tallies = self._tallies(lambda finding: finding.severity)
        return {severity: tallies.get(severity, Tally()) for severity in SEVERITIES}

    def _tallies(self, key: Callable[[Finding], Key]) -> dict[Key, Tally]:
        fixed, new, stays = (
            Counter(map(key, findings)) for findings in (self.fixed, self.new, [after for _, after in self.stays])
        )
        return {one: Tally(fixed[one], new[one], stays[one]) for one in {*fixed, *new, *stays}}


def compared(before: Report, after: Report) -> Comparison:
    """What has become of the findings of `before` in the later draft `after`; with both texts at hand, reworded sentences are known too."""
    old, new = traces(before), traces(after)
    pairs = paired(
        [trace.fingerprint for trace in old],
        [trace.fingerprint for trace in new],
        lambda one, other: new[other].reworded(old[one]),
    )
    stay = set(pairs.values())
    return Comparison(
        before,
        after,
        fixed=tuple(finding for index, finding in enumerate(before.findings) if index not in stay),
        new=tuple(finding for index, finding in enumerate(after.findings) if index not in pairs),
        stays=tuple((before.findings[pairs[index]], after.findings[index]) for index in sorted(pairs)),
    )
