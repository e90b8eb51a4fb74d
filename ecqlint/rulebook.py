"""Finds rule folders, loads their rules and editions, and selects among them by name, group and edition."""

from __future__ import annotations

import difflib
import importlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import msgspec

from ecqlint import checks
from ecqlint.edition import Edition, load_edition
from ecqlint.options import Check, check_options, taking_options
from ecqlint.rule import Rule, RuleError, Severity, as_sample, read_rule_file
from ecqlint.toml import line_of

ENTRY_POINTS = "ecqlint.rules"
EDITIONS = "editions"
DEFAULT_EDITION = "2006"


class UnknownName(ValueError):
    """A name that is no rule, group or edition; the text says which are near."""


def builtin_folder() -> Path:
    """The folder of the rules that come with ecqlint: beside the modules when installed, beside the package in a checkout."""
    package = Path(__file__).parent
    return next(folder for folder in (package / "rules", package.parent / "rules") if folder.is_dir())


def plugin_folders() -> Iterator[Path]:
    """The rule folders of installed packages: an entry point of group `ecqlint.rules` names the package whose folder holds them."""
    for entry in metadata.entry_points(group=ENTRY_POINTS):
        yield Path(str(resources.files(entry.module)))


@dataclass(frozen=True)
class Rulebook:
    """Rules in the order of their names, the editions they can speak of, and the rules that a selection has left out."""

    rules: tuple[Rule, ...]
    editions: Mapping[str, Edition]
    left_out: tuple[Rule, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, Rule]:
        """The rules by name."""
        return {rule.name: rule for rule in self.rules}

    @cached_property
    def groups(self) -> dict[str, tuple[Rule, ...]]:
        """The rules by group."""
        names = dict.fromkeys(rule.group for rule in self.rules)
        return {name: tuple(rule for rule in self.rules if rule.group == name) for name in names}

    @cached_property
    def names(self) -> dict[str, tuple[Rule, ...]]:
        """What each name of a group or a rule stands for, rules that are left out among them; names are in small letters."""
        names: dict[str, tuple[Rule, ...]] = {}
        for rule in (*self.rules, *self.left_out):
            group = rule.group.lower()
            names[group] = (*names.get(group, ()), rule)
        return names | {rule.name.lower(): (rule,) for rule in (*self.rules, *self.left_out)}

    def named(self, name: str) -> tuple[Rule, ...]:
        """The rule of that name, or the rules of the group of that name. UnknownName where there is neither."""
        if name.lower() not in self.names:
            raise self.unknown(name)
        return self.names[name.lower()]

    def unknown(self, name: str) -> UnknownName:
        """What to say of a name that no rule or group is called by."""
        near = difflib.get_close_matches(name, self.names, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else "; `ecqlint rules` lists them"
        return UnknownName(f"no rule or group is called {name!r}{hint}")

    def selected(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Rulebook:
        """The rulebook with only the rules that `select` names (all, where it names none), less those that `ignore` names."""
        chosen = {rule.name for name in select for rule in self.named(name)} or set(self.by_name)
        chosen -= {rule.name for name in ignore for rule in self.named(name)}
        left_out = (rule for rule in self.rules if rule.name not in chosen)
        return replace(
            self,
            rules=tuple(rule for rule in self.rules if rule.name in chosen),
            left_out=(*self.left_out, *left_out),
        )

    def edition(self, name: str) -> Edition:
        """The edition of that name; UnknownName where there is none."""
        if name not in self.editions:
            raise UnknownName(f"no edition is called {name!r}: there are {', '.join(self.editions)}")
        return self.editions[name]

    def with_options(self, name: str, values: Mapping[str, Any], path: Path, source: str) -> Rulebook:
        """The rulebook with options of one rule changed, as the configuration file `path` says: `source` is its text, in which the line of a
        mistake is looked for. RuleError where they do not fit, UnknownName where no rule has that name.
        """
        if name not in self.by_name:
            self.named(name)
            raise UnknownName(f"{name!r} is a group: options belong to a rule")
        rule = self.by_name[name]
        told = {option: _with_lists(rule.options.get(option), value) for option, value in values.items()}
        options = check_options(rule.check, {**rule.options, **told}, path, source)
        changed = replace(rule, options=options, options_path=path)
        return replace(self, rules=tuple(changed if each is rule else each for each in self.rules))

    def with_severities(self, severities: Mapping[str, Severity]) -> Rulebook:
        """The rulebook with what rules find made that severe, by the names of rules, or else of groups. UnknownName for others."""
        told: dict[str, Severity] = {}
        for name, severity in sorted(severities.items(), key=lambda item: item[0] in self.by_name):
            told |= {rule.name: severity for rule in self.named(name)}
        return replace(self, rules=tuple(_as_severe(rule, told.get(rule.name)) for rule in self.rules))


def _with_lists(old: Any, new: Any) -> Any:
    """`new`; where the option holds lists by their names, with those of `old` that have another name, for phrases use them."""
    by_name = (
        isinstance(old, Mapping) and isinstance(new, Mapping) and not any(isinstance(v, str) for v in old.values())
    )
    return {**old, **new} if by_name else new


def _as_severe(rule: Rule, severity: Severity | None) -> Rule:
    """The rule with that severity of its places and of its warning about a habit."""
    if severity is None:
        return rule
    habit = rule.habit and msgspec.structs.replace(rule.habit, severity=severity)
    return replace(rule, severity=severity, habit=habit)


def load(folders: Iterable[Path] = ()) -> Rulebook:
    """All rules: those of ecqlint, those of installed packages, and those in `folders`, which may use ecqlint's own checks only.

    RuleError where a file cannot be used, or two rules have one name.
    """
    builtin = builtin_folder()
    rules: dict[str, Rule] = {}
    sources = [
        (builtin, True),
        *((folder, True) for folder in plugin_folders()),
        *((folder, False) for folder in folders),
    ]
    for folder, trusted in sources:
        for rule in load_folder(folder, trusted=trusted):
            if rule.name in rules:
                raise RuleError(rule.path, None, f"the name {rule.name!r} is taken by {rules[rule.name].path}")
            rules[rule.name] = rule
    editions = (load_edition(path) for path in sorted((builtin / EDITIONS).glob("*.toml")))
    return Rulebook(tuple(sorted(rules.values(), key=lambda r: (r.group, r.name))), {e.name: e for e in editions})


def load_folder(folder: Path, *, trusted: bool = False) -> Iterator[Rule]:
    """The rules in a folder and its subfolders, whose names are the groups. Only a `trusted` folder may name code outside ecqlint."""
    if not folder.is_dir():
        raise RuleError(folder, None, "is not a folder of rules")
    for path in sorted(folder.rglob("*.toml")):
        if EDITIONS not in path.relative_to(folder).parts[:-1]:
            yield load_rule(path, group=path.parent.name, trusted=trusted)


def load_rule(path: Path, *, group: str, trusted: bool = False) -> Rule:
    """The rule that a file states; its name is the file's."""
    keys, source = read_rule_file(path)
    try:
        check = find_check(keys.check, trusted=trusted)
    except ValueError as problem:
        raise RuleError(path, line_of(source, "`check`"), str(problem)) from None
    return Rule(
        name=path.stem,
        group=group,
        path=path,
        summary=keys.summary,
        message=keys.message,
        why=keys.why.strip(),
        source=keys.source,
        severity=keys.severity,
        check=taking_options(check),
        bad=tuple(map(as_sample, keys.bad)),
        good=tuple(map(as_sample, keys.good)),
        editions=keys.editions,
        options=check_options(check, keys.options, path, source),
        habit=keys.habit,
        start=getattr(sys.modules[check.__module__], "start", None),
        about=keys.about,
    )


def find_check(name: str, *, trusted: bool) -> Check:
    """The function that a rule's `check` names: a module of ecqlint.checks, or, for an installed package, `package.module:function`.

    A folder beside a document is data: it cannot make Python run. ValueError where there is no such check.
    """
    module, _, function = name.partition(":")
    if function:
        if not trusted:
            raise ValueError("a rule folder can use ecqlint's own checks only; code comes from installed packages")
        try:
            return getattr(importlib.import_module(module), function)
        except (ImportError, AttributeError) as problem:
            raise ValueError(f"check {name!r} cannot be imported: {problem}") from None
    if module not in checks.names():  # also keeps a name such as `passive.os` from importing anything
        near = difflib.get_close_matches(module, checks.names(), n=1)
        raise ValueError(f"there is no check {module!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return importlib.import_module(f"{checks.__name__}.{module}").check
