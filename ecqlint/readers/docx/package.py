"""The parts of a Word file, opened on guard: no declared size is believed, and media is never unpacked."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from ecqlint.readers.docx.markup import Element, W
from ecqlint.readers.docx.parsing import Damage, cost, parse, utf8
from ecqlint.readers.docx.refusal import MB, REPAIR, foreign, refusal
from ecqlint.readers.errors import Unreadable

MAX_MEMBERS = 2000
MAX_PART = 30 * MB
MAX_UNPACKED = 200 * MB
MAX_TREES = 120 * MB
MAX_PARAGRAPHS = 30_000
MAX_RUNS = 100_000

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENTRY = b"PK\1\2"
_TOO_LARGE = "is far larger, unpacked, than any narrative: copy its text into a new document"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link to a part: `kind` is the last word of its type, `part` None where it leads nowhere inside the file."""

    kind: str
    part: str | None


class Package:
    """An opened Word file: its parts as trees, parsed once each, and `main`, the name of the part that holds the body.

    Names are found whatever their case. What is damaged is passed over and leaves a sentence in `notes`.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        """Raises Unreadable where the file is no Word document, is damaged beyond reading, or exceeds the limits."""
        if reason := refusal(path, data):
            raise Unreadable(reason)
        self.notes: list[str] = []
        self._archive, self._members = _opened(data)
        self._trees: dict[str, Element | None] = {}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self._unpacked = self._grown = 0
        self.main = self._main_part()
        self.body = self._body()

    def tree(self, part: str) -> Element | None:
        """The root element of a part; None where there is no such part or it is damaged."""
        if part not in self._trees:
            try:
                self._trees[part] = self._parsed(part) if part.lower() in self._members else None
            except Damage as damage:
                self._trees[part] = None
                self.notes.append(f"{part} was passed over: {damage}.")
        return self._trees[part]

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The links that lead from `part`, by their ids; from "" those of the whole package."""
        if part not in self._relationships:
            folder, name = posixpath.split(part)
            root = self.tree(posixpath.join(folder, "_rels", name + ".rels"))
            links = {}
            for item in root.iterchildren("{*}Relationship") if root is not None else ():
                kind = item.get("Type", "").rsplit("/", 1)[-1]
                inside = item.get("TargetMode") != "External"
                target = self._target(folder, item.get("Target", "")) if inside else None
                links[item.get("Id", "")] = Relationship(kind, target)
            self._relationships[part] = links
        return self._relationships[part]

    def related(self, kind: str, part: str | None = None) -> Element | None:
        """The tree of the first part of this kind that `part`, by default the main part, links to."""
        name = self.related_part(kind, self.main if part is None else part)
        return None if name is None else self.tree(name)

    def related_part(self, kind: str, part: str) -> str | None:
        """The name of the first part of this kind that `part` links to."""
        links = self.relationships(part).values()
        return next((link.part for link in links if link.kind == kind and link.part is not None), None)

    def _target(self, folder: str, target: str) -> str | None:
        """The name of the part that a relationship means, as the archive writes it; None where it is not there."""
        target = unquote(target.split("#")[0]).replace("\\", "/")
        name = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        member = self._members.get(name.lower())
        return None if member is None else _name(member)

    def _main_part(self) -> str:
        part = self.related_part("officeDocument", "") or self._target("", "word/document.xml")
        if part is None:
            raise Unreadable(foreign(self._members))
        return part

    def _body(self) -> Element:
        try:
            root = self._parsed(self.main)
        except Damage as damage:
            reason = f"is damaged ({self.main}: {damage}): {REPAIR}"
            raise Unreadable(reason) from damage
        self._trees[self.main] = root
        body = root.find(W + "body")
        if root.tag != W + "document":
            raise Unreadable(foreign(self._members))
        if body is None:
            raise Unreadable(f"is damaged ({self.main} has no body): {REPAIR}")
        return body

    def _parsed(self, part: str) -> Element:
        data = utf8(self._read(part))
        self._grown += cost(data)
        if self._grown > MAX_TREES:
            raise Unreadable(_TOO_LARGE)
        root = parse(data)
        for name, most in (("p", MAX_PARAGRAPHS), ("r", MAX_RUNS)):
            if data.count(b"<") > most and sum(1 for _ in root.iter(W + name)) > most:
                raise Unreadable(_TOO_LARGE)
        return root

    def _read(self, part: str) -> bytes:
        member = self._members[part.lower()]
        if member.compress_type not in _METHODS:
            raise Damage("it is packed in a way that Word does not use")
        try:
            with self._archive.open(member) as file:
                data = file.read(MAX_PART + 1)
        except _BROKEN as error:
            raise Damage("it is damaged or cut off") from error
        self._unpacked += len(data)
        if len(data) > MAX_PART or self._unpacked > MAX_UNPACKED:
            raise Unreadable(_TOO_LARGE)
        return data


def _opened(data: bytes) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """The archive, and its members by their names in lower case."""
    # Counted before zipfile reads the directory, at a kilobyte an entry; archives stored inside bring their own.
    if data.count(_ENTRY) > 10 * MAX_MEMBERS:
        raise Unreadable(_TOO_LARGE)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise Unreadable(f"is damaged or cut off: {REPAIR}") from error
    members = [member for member in archive.infolist() if not member.filename.endswith("/")]
    named = {_name(member).lower(): member for member in members}
    if len(members) > MAX_MEMBERS:
        raise Unreadable(f"has {len(members)} parts, more than any narrative: open it in Word and save it again")
    if len(named) < len(members):
        raise Unreadable("holds two parts of one name, so two texts: open it in Word and save it again")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("is a zip archive with a password: save it without one")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Unreadable(_TOO_LARGE)
    return archive, named


def _name(member: zipfile.ZipInfo) -> str:
    return posixpath.normpath(member.filename.replace("\\", "/")).lstrip("/")
