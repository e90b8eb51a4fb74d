"""An incremental update (ISO 32000-1, 7.5.6): new and changed objects behind the file as it is, and where to find them.

Written here because the update must name everything that the trailer before it named, and be in the same form as that: a table or a stream.
"""

from __future__ import annotations

import re
import struct
from io import BytesIO
from itertools import groupby

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from ecqlint.review.problem import CannotReview

_START = re.compile(rb"startxref\s+(\d{1,10})\s*%%EOF")
_OBJECT = re.compile(rb"\b(\d{1,7})\s+\d{1,5}\s+obj\b")
_HIGHEST = 8_388_607  # the largest number of an object that readers accept (ISO 32000-1, annex C)
_KEPT = ("/Root", "/Info")


class Increment:
    """The objects to append to the PDF in `data`, which `reader` has opened."""

    def __init__(self, data: bytes, reader: PdfReader) -> None:
        """Raises CannotReview where the file does not say where its objects are: whoever opens it has to guess."""
        starts = _START.findall(data)
        if not starts:
            raise CannotReview("is damaged: export it again")
        self._data, self._reader, self._previous = data, reader, int(starts[-1])
        numbers = [number for table in reader.xref.values() for number in table]
        # Streams that hold tables need not be in a table themselves.
        numbers += [number for found in _OBJECT.findall(data) if (number := int(found)) <= _HIGHEST]
        self._next = max([*numbers, *reader.xref_objStm, int(reader.trailer.get("/Size", 1)) - 1]) + 1
        self._objects: dict[tuple[int, int], PdfObject] = {}

    def reserve(self) -> IndirectObject:
        """A reference to an object that is still to be given."""
        self._next += 1
        return IndirectObject(self._next - 1, 0, self._reader)

    def change(self, reference: IndirectObject, value: PdfObject) -> None:
        """Make `value` the object that `reference` leads to."""
        self._objects[reference.idnum, reference.generation] = value

    def written(self) -> bytes:
        """The update; b"" where nothing changes."""
        if not self._objects:
            return b""
        stream = BytesIO()
        stream.write(b"" if self._data.endswith(b"\n") else b"\n")
        places: dict[int, tuple[int, int]] = {}
        for (number, generation), value in sorted(self._objects.items()):
            places[number] = len(self._data) + stream.tell(), generation
            stream.write(b"%d %d obj\n" % (number, generation))
            value.write_to_stream(stream)
            stream.write(b"\nendobj\n")
        start = len(self._data) + stream.tell()
        if self._data[self._previous : self._previous + 4] == b"xref":
            self._write_table(stream, places)
        else:
            self._write_stream(stream, places, start)
        stream.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return stream.getvalue()

    def _trailer(self, size: int) -> DictionaryObject:
        trailer = DictionaryObject(
            {NameObject("/Size"): NumberObject(size), NameObject("/Prev"): NumberObject(self._previous)}
        )
        for key in _KEPT:
            if key in self._reader.trailer:
                trailer[NameObject(key)] = self._reader.trailer.raw_get(key)
        identity = self._reader.trailer.get("/ID")
        if isinstance(identity, ArrayObject):
            trailer[NameObject("/ID")] = ArrayObject(map(_bytes, identity))
        return trailer

    def _write_table(self, stream: BytesIO, places: dict[int, tuple[int, int]]) -> None:
        stream.write(b"xref\n")
        for first, count in _stretches(list(places)):
            stream.write(b"%d %d\n" % (first, count))
            for number in range(first, first + count):
                stream.write(b"%010d %05d n \n" % places[number])
        stream.write(b"trailer\n")
        self._trailer(self._next).write_to_stream(stream)
        stream.write(b"\n")

    def _write_stream(self, stream: BytesIO, places: dict[int, tuple[int, int]], start: int) -> None:
        own = self._next
        places = {**places, own: (start, 0)}
        entries = self._trailer(own + 1)
        entries[NameObject("/Type")] = NameObject("/XRef")
        entries[NameObject("/W")] = ArrayObject(map(NumberObject, (1, 4, 2)))
        bounds = [number for stretch in _stretches(list(places)) for number in stretch]
        entries[NameObject("/Index")] = ArrayObject(map(NumberObject, bounds))
        table = StreamObject()
        table.update(entries)
        table.set_data(b"".join(struct.pack(">BLH", 1, *place) for place in places.values()))
        stream.write(b"%d 0 obj\n" % own)
        table.write_to_stream(stream)
        stream.write(b"\nendobj\n")


def _bytes(item: PdfObject) -> PdfObject:
    """A string as bytes, which pypdf took for text."""
    return ByteStringObject(item.original_bytes) if isinstance(item, TextStringObject) else item


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    """The first and the count of each run of consecutive numbers, which are in order."""
    runs = (list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]))
    return [(run[0][1], len(run)) for run in runs]
