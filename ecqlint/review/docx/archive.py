"""The zip archive of a Word file, rewritten without touching what stays: the bytes of every other member are copied packed as they are."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise

from ecqlint.readers.docx.parsing import Damage

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError)
_ENTRY = struct.Struct("<4s6H3L5H2L")  # of the directory, before its name, extra field and comment
_LENGTHS, _OFFSET = slice(10, 13), 42


class Archive:
    """An archive in memory. `names` maps the names of parts, in lower case, to those of the members that hold them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._zip = zipfile.ZipFile(BytesIO(data))
        self.names = {_part(name).lower(): name for name in self._zip.namelist()}

    def __contains__(self, part: str) -> bool:
        return part.lower() in self.names

    def read(self, part: str) -> bytes:
        """The content of a part. Damage where it is not there or cannot be unpacked."""
        try:
            return self._zip.read(self.names[part.lower()])
        except _BROKEN as problem:
            raise Damage(f"{part} is missing or damaged") from problem

    def with_parts(self, contents: Mapping[str, bytes]) -> bytes:
        """The archive with the content of some parts changed; parts that it does not have are added at its end."""
        members = {self.names.get(part.lower(), part): content for part, content in contents.items()}
        fresh = Archive(self._packed(members))
        replaced, records = dict(fresh._records()), []
        for name, record in self._records():
            records.append(replaced.pop(name, record))
        return _joined([*records, *replaced.values()], self._zip.comment)

    def _packed(self, members: Mapping[str, bytes]) -> bytes:
        """An archive of these members alone, each packed and dated as the one of its name."""
        known = {info.filename: info for info in self._zip.infolist()}
        first = next(iter(known.values()))
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, content in members.items():
                like = known.get(name)
                info = zipfile.ZipInfo(name, (like or first).date_time)
                info.compress_type = like.compress_type if like else zipfile.ZIP_DEFLATED
                info.external_attr = (like or first).external_attr
                archive.writestr(info, content)
        return target.getvalue()

    def _records(self) -> list[tuple[str, tuple[bytes, bytes]]]:
        """Each member in the order of the directory: its name, its bytes (local header and content), its entry in the directory."""
        infos = self._zip.infolist()
        starts = sorted({info.header_offset for info in infos} | {self._zip.start_dir})
        ends = dict(pairwise(starts))
        records, place = [], self._zip.start_dir
        for info in infos:
            lengths = _ENTRY.unpack_from(self._data, place)[_LENGTHS]
            size = _ENTRY.size + sum(lengths)
            local = self._data[info.header_offset : ends[info.header_offset]]
            records.append((info.filename, (local, self._data[place : place + size])))
            place += size
        return records


def _joined(records: list[tuple[bytes, bytes]], comment: bytes) -> bytes:
    body, directory = bytearray(), bytearray()
    for local, entry in records:
        directory += entry[:_OFFSET] + struct.pack("<L", len(body)) + entry[_OFFSET + 4 :]
        body += local
    count = len(records)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(body), len(comment))
    return bytes(body + directory + end + comment)


def _part(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/")).lstrip("/")
