"""Files gone wrong in every way: bytes lost, XML and PDF objects that say odd things, parts that are other parts."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from random import Random

ODD = ["", "-1", "0", "1", "1e999", "nan", "9" * 40, "65536", "2147483648", "odd", "12pt", "begin", "separate", "end",
       "../x", "%00", "\ud7ff", "true", "auto", "both", "tbRl", "continuous", "nextColumn"]  # fmt: skip
ODD_NUMBERS = [b"-1", b"0", b"1", b"65536", b"2147483647", b"-2147483648", b"99999999999", b"1e38", b".000001", b"-0.5"]
MOST_CHANGES = 6
_ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')
_ELEMENT = re.compile(r"<([\w:]+)[^<>]*/>|<([\w:]+)[^<>]*>[^<>]*</\2>|<(w:\w+)[^<>]*>.{,2000}?</\3>", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d*\.?\d+(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z]\w*")
_OBJECT = re.compile(rb"\d+ 0 obj.*?endobj", re.DOTALL)
_STREAM = re.compile(rb"(?<=stream\n)(.*?)(?=\r?\nendstream)", re.DOTALL)


def mutant(seed: bytes, number: int) -> bytes:
    """A file made from `seed` by some changes; the same seed and number make the same file."""
    random = Random(number)
    if random.random() < 0.2:
        return _bytes(seed, random)
    if b"%PDF-" in seed[:1024]:
        return _pdf(seed, random)
    try:
        return _word(seed, random)
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error):
        return _bytes(seed, random)  # the seed is no sound archive itself


def _bytes(seed: bytes, random: Random) -> bytes:
    data = bytearray(seed)
    for _ in range(random.randint(1, MOST_CHANGES)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((1, 4, 64, 1024)))
        change = random.randrange(5)
        if change == 0:
            del data[start:]
        elif change == 1:
            del data[start:end]
        elif change == 2:
            data[start:start] = data[start:end]
        else:
            data[start : start + 1] = bytes([random.randrange(256)])
    return bytes(data)


def _word(seed: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(BytesIO(seed)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = sorted(name for name, data in parts.items() if name.endswith((".xml", ".rels")) and data)
    if not told:
        return _bytes(seed, random)
    for _ in range(random.randint(1, MOST_CHANGES)):
        # The body is where most can go wrong.
        name = random.choice([*told, *["word/document.xml"] * 3])
        if name not in parts:
            continue
        if random.random() < 0.9:
            parts[name] = _xml(parts[name].decode("utf-8", "surrogateescape"), random)
        elif random.random() < 0.5:
            parts[name] = parts[random.choice(told)]
        else:
            parts[name] = _bytes(parts[name], random)
    if random.random() < 0.05:
        parts.pop(random.choice(told))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def _xml(text: str, random: Random) -> bytes:
    if places := list((_ATTRIBUTE if random.random() < 0.5 else _ELEMENT).finditer(text)):
        place = random.choice(places)
        other = random.choice(places)[0]
        if place.re is _ATTRIBUTE:
            instead = random.choice([*ODD, other])
        else:
            instead = random.choice(["", place[0] * 2, place[0] * 40, other, other + place[0]])
        text = text[: place.start()] + instead + text[place.end() :]
    return text.encode("utf-8", "surrogateescape")


def _pdf(seed: bytes, random: Random) -> bytes:
    data = seed
    for _ in range(random.randint(1, MOST_CHANGES)):
        kind = random.randrange(6)
        if kind == 0:
            data = _stream(data, random)
            continue
        pattern = (_NUMBER, _NUMBER, _NAME, _NAME, _OBJECT)[kind - 1]
        if places := list(pattern.finditer(data)):
            place, other = random.choice(places), random.choice(places)[0]
            if pattern is _NUMBER:
                instead = random.choice([*ODD_NUMBERS, other])
            elif pattern is _NAME:
                instead = random.choice([other, b"/Odd", b"null", b"[]", b"<<>>"])
            else:
                instead = random.choice(
                    [b"", place[0] * 2, place[0].split(b"obj")[0] + b"obj" + other.split(b"obj", 1)[1]]
                )
            data = data[: place.start()] + instead + data[place.end() :]
    return data


def _stream(data: bytes, random: Random) -> bytes:
    """The PDF with a change inside a stream, packed again where it was packed."""
    places = list(_STREAM.finditer(data))
    if not places:
        return data
    place = random.choice(places)
    try:
        inside, packed = zlib.decompress(place[0]), True
    except zlib.error:
        inside, packed = place[0], False
    if numbers := list(_NUMBER.finditer(inside)):
        number = random.choice(numbers)
        inside = inside[: number.start()] + random.choice(ODD_NUMBERS) + inside[number.end() :]
    inside = _bytes(inside, random) if random.random() < 0.5 else inside
    return data[: place.start()] + (zlib.compress(inside) if packed else inside) + data[place.end() :]
