"""Data flows one way: a module imports only from those before it."""

from __future__ import annotations

import ast
from pathlib import Path

import ecqlint

PACKAGE = Path(ecqlint.__file__).parent
ORDER = [
    "__init__",
    "text",
    "background",
    "judge",
    "toml",
    "document",
    "edition",
    "narrative",
    "language",
    "rule",
    "checks",
    "options",
    "rulebook",
    "readers",
    "structure",
    "silence",
    "engine",
    "sameness",
    "baseline",
    "comparison",
    "samples",
    "report",
    "review",
    "config",
    "tuning",
    "batch",
    "watching",
    "cli",
    "__main__",
]


def _layer(module: str) -> int:
    parts = module.split(".")
    return ORDER.index(parts[1] if len(parts) > 1 else "__init__")


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "ecqlint":
            found |= {f"ecqlint.{alias.name}" if alias.name in ORDER else "ecqlint" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] == "ecqlint"}


def test_every_module_imports_only_from_layers_above_its_own() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(("ecqlint", *path.relative_to(PACKAGE).with_suffix("").parts))
        wrong += [f"{module} imports {name}" for name in _imports(path) if _layer(name) > _layer(module)]
    assert wrong == []
