"""What a rule may set of its check: the check's keyword parameters, and the fields of those that are values of several words."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import msgspec

from ecqlint.rule import Match, RuleError
from ecqlint.toml import line_of, plain

Check = Callable[..., Iterator[Match]]


def check_options(check: Check, options: Mapping[str, Any], path: Path, source: str) -> dict[str, Any]:
    """`options`, converted to the types that the check declares. RuleError for unknown, missing or mistyped ones."""
    struct = msgspec.defstruct("Options", list(_declared(check)), forbid_unknown_fields=True, kw_only=True)
    try:
        return msgspec.structs.asdict(msgspec.convert(dict(options), struct))
    except msgspec.ValidationError as problem:
        raise RuleError(path, line_of(source, str(problem)), f"options: {plain(str(problem))}") from None


def taking_options(check: Check) -> Check:
    """The check, to be called with its options one by one, though it may take some of them together as one value."""
    values = {name: hint for name, hint, _ in _parameters(check) if is_dataclass(hint)}
    if not values:
        return check

    @wraps(check)
    def one_by_one(*arguments: Any, **options: Any) -> Iterator[Match]:
        for name, value in values.items():
            options[name] = value(**{field.name: options.pop(field.name) for field in fields(value)})
        return check(*arguments, **options)

    return one_by_one


def _declared(check: Check) -> Iterator[tuple[str, type] | tuple[str, type, Any]]:
    """The options of a check: name, type and, where there is one, what holds if a rule does not set it."""
    for name, hint, default in _parameters(check):
        if is_dataclass(hint):
            hints = typing.get_type_hints(hint, include_extras=True)
            declared = [(field.name, hints[field.name], field.default) for field in fields(hint)]
        else:
            declared = [(name, hint, default)]
        for option, kind, otherwise in declared:
            yield (option, kind) if otherwise is MISSING else (option, kind, otherwise)


def _parameters(check: Check) -> Iterator[tuple[str, type, Any]]:
    hints = typing.get_type_hints(check, include_extras=True)
    for name, parameter in inspect.signature(check).parameters.items():
        if parameter.kind is parameter.KEYWORD_ONLY:
            yield name, hints[name], MISSING if parameter.default is parameter.empty else parameter.default
