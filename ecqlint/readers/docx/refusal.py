"""What a file is that is no Word document, said in a line with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

MB = 1 << 20

_SAVE = "open it in Word and save it as .docx"
_GIVE = "give the narrative itself, as .docx or .pdf"
_EXCEL = f"is an Excel workbook: {_GIVE}"
_POWERPOINT = f"is a PowerPoint presentation: {_GIVE}"

REPAIR = "copy or download it again, or open it with Word's Open and Repair"

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STREAMS = (
    ("EncryptedPackage", "is protected by a password: open it in Word, remove that (File, Info) and save it again"),
    ("DRMContent", "is restricted in its use: open it in Word, remove that (File, Info) and save it again"),
    ("WordDocument", f"is in the format of Word 97-2003 (.doc): {_SAVE}"),
    ("Workbook", _EXCEL),
    ("PowerPoint Document", _POWERPOINT),
)
_STARTS = (
    (rb"\{\\rtf", f"is in Rich Text Format: {_SAVE}"),
    (rb"(?i)MIME-Version:", f"is a web archive: {_SAVE}"),
    (rb"(?is)(<\?xml.{,200}?\?>\s*)?(<!--.{,200}?-->\s*)?<(!doctype\s+html|html)", f"is a web page: {_SAVE}"),
    (rb"(?s)<\?xml.{,1000}?<(\w+:)?(package|wordDocument)\b", f"is in a Word XML format: {_SAVE}"),
)
_MEMBERS = (
    ("xl/workbook.xml", _EXCEL),
    ("xl/workbook.bin", _EXCEL),
    ("ppt/presentation.xml", _POWERPOINT),
    ("meta-inf/manifest.xml", f"is in an OpenDocument format (.odt): {_SAVE}"),
    ("index/document.iwa", "is a Pages document: export it as .docx or .pdf"),
)


def refusal(path: Path, data: bytes) -> str | None:
    """Why the content of a file shows that it is no Word document, None where it may be one."""
    if path.name.startswith("~$"):
        return "is a lock file that Word keeps while a document is open: give the document itself"
    if not data.strip(b"\0\t\r\n "):
        return "is empty: save the narrative again, or copy it again from where it came"
    if data.startswith(_OLE):
        for stream, reason in _STREAMS:
            if stream.encode("utf-16-le") in data:
                return reason
        return f"is an old Office file: {_SAVE}"
    start = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, reason in _STARTS:
        if re.match(pattern, start):
            return reason
    if b"PK\3\4" not in data and b"PK\5\6" not in data:
        return f"is no Word document, whatever its name says: {_SAVE}"
    return None


def foreign(names: Collection[str]) -> str:
    """What an archive with members of these names, in lower case, is instead of a Word document."""
    unknown = f"is a zip archive with no Word document in it: {_GIVE}"
    return next((reason for member, reason in _MEMBERS if member in names), unknown)
