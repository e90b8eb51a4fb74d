"""What every report for programs shares: the version of its schema, and how a record is written and described."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

import msgspec

SCHEMA: Literal[1] = 1


def encoded(record: msgspec.Struct) -> str:
    """A record as JSON."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode()


def described(record: type[msgspec.Struct]) -> dict[str, Any]:
    """The JSON Schema that a record amounts to: what the file that ships must say."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(record)}


def path_text(path: Path) -> str:
    """The path as text; what is none in it (a name in another encoding) as `\\xe9`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
