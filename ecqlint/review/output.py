"""Where a review is written: beside the original, which is never touched, and whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ecqlint.readers import SUFFIXES
from ecqlint.review.problem import CannotReview

REVIEWED = "-reviewed"  # what is added to the name of a file for its review


def output_path(path: Path, asked: Path | None, *, force: bool) -> Path:
    """Where the review of the file at `path` goes: where it is asked for, or beside the original.

    CannotReview where that is the original itself, is there already (unless `force`), or cannot be written.
    """
    if path.is_dir():
        raise CannotReview("is a folder: give a .docx or .pdf")
    output = asked or path.with_name(f"{path.stem}{REVIEWED}{path.suffix}")
    if (
        output.suffix.lower() in SUFFIXES
        and path.suffix.lower() in SUFFIXES
        and output.suffix.lower() != path.suffix.lower()
    ):
        raise CannotReview(f"keeps its kind: give -o a name that ends in {path.suffix}")
    if output.exists() and output.samefile(path):
        raise CannotReview("would be written over: give another name to -o")
    if output.is_dir() or not output.parent.is_dir():
        raise CannotReview(f"cannot be written to {output}: give the name of a file in a folder that is there")
    if (output.exists() or output.is_symlink()) and not force:
        raise CannotReview(f"was reviewed before: {output} is there; --force replaces it, -o gives another name")
    return output


def write(data: bytes, output: Path) -> None:
    """Write a file whole or not at all. CannotReview where the system does not let."""
    draft = output.with_name(f".{output.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(data)
        os.replace(draft, output)
    except OSError as problem:
        draft.unlink(missing_ok=True)
        reason = (problem.strerror or str(problem)).lower()
        raise CannotReview(f"cannot be written to {output}: {reason}") from None
