"""Pages of a Word file as LibreOffice lays them out: it makes a PDF in a folder of its own, and the pages of that are counted."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ecqlint.document import Document, Page, PageCount
from ecqlint.readers.alignment import page_starts
from ecqlint.readers.errors import LibreOfficeMissing, Unreadable
from ecqlint.readers.pdf import read_pdf
from ecqlint.readers.printed import bounded
from ecqlint.text import stretches

SECONDS = 60.0
SOURCE = "counted by LibreOffice"
PROGRAMS = ("soffice", "libreoffice")
# Where its installers put it, off the path.
PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.com")

_SETTINGS = {
    ("Common/Security/Scripting", "DisableMacrosExecution"): "true",
    ("Common/Security/Scripting", "MacroSecurityLevel"): "3",
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("Common/Security/Scripting", "DisableActiveContent"): "true",
    ("Writer/Content/Update", "Link"): "0",
    # A proxy that nobody is behind: whatever would be fetched is not.
    ("Inet/Settings", "ooInetProxyType"): "2",
    ("Inet/Settings", "ooInetHTTPProxyName"): "127.0.0.1",
    ("Inet/Settings", "ooInetHTTPProxyPort"): "9",
    ("Inet/Settings", "ooInetHTTPSProxyName"): "127.0.0.1",
    ("Inet/Settings", "ooInetHTTPSProxyPort"): "9",
    ("Inet/Settings", "ooInetNoProxy"): "",
}


def paged(document: Document) -> Document:
    """The document with the pages that LibreOffice gives its file, and how far Word's may differ from them; a PDF as it is.

    Where LibreOffice fails, the pages stay as they are and a note says so. Where its text is not that of the file, its count is
    taken, and pages only if they are as many. LibreOfficeMissing, with one line that says what to do, where it is not installed.
    """
    program = installed()
    if document.format != "docx":
        return document
    try:
        with tempfile.TemporaryDirectory(prefix="ecqlint-", ignore_cleanup_errors=True) as folder:
            made = exported(program, document.path, Path(folder))
            printed = read_pdf(made, made.read_bytes())
    except (ExportFailed, Unreadable, OSError) as problem:
        note = f"LibreOffice could not lay the file out ({problem}): the pages are estimated."
        return replace(document, notes=(*document.notes, note))
    if printed.page_count is None:
        return document
    count = bounded(document, printed, printed.page_count, SOURCE)
    return replace(document, page_count=count, pages=_pages(document, printed, count))


def installed() -> str:
    """The program that starts LibreOffice. LibreOfficeMissing, with one line that says what to do, where there is none."""
    for name in (*PROGRAMS, *PLACES):
        if found := shutil.which(name):
            return found
    raise LibreOfficeMissing(
        "LibreOffice (soffice) is not installed, or not on the path: install it, or leave out --layout libreoffice"
    )


class ExportFailed(Exception):
    """LibreOffice made no PDF: why."""


def _pages(document: Document, printed: Document, count: PageCount) -> tuple[Page, ...]:
    if len(printed.pages) == count.pages and (starts := page_starts(document.text, printed)):
        spans = stretches(starts, len(document.text))
        return tuple(Page(number, span) for number, span in enumerate(spans, start=1))
    return document.pages if len(document.pages) == count.pages else ()


def exported(program: str, source: Path, folder: Path) -> Path:
    """The PDF that LibreOffice (`program`) makes of a copy of `source` in an empty `folder`. ExportFailed where it makes none in time.

    No macro runs, nothing is fetched, and neither the source nor the settings of the person are touched.
    """
    copy, made, profile = folder / "narrative.docx", folder / "narrative.pdf", folder / "profile"
    shutil.copyfile(source, copy)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault"),
        *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(copy)),
    ]
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder, start_new_session=True)
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise ExportFailed(f"it took longer than {SECONDS:.0f} seconds") from None
    finally:
        _end(child)
    if not made.exists():
        raise ExportFailed("it made no PDF")
    return made


def _end(child: subprocess.Popen[bytes]) -> None:
    """End a process and those that it started."""
    if sys.platform == "win32":
        if child.poll() is None:
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(child.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _registry() -> str:
    items = (
        f'<item oor:path="/org.openoffice.{"" if path.startswith("Inet") else "Office."}{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for (path, name), value in _SETTINGS.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{''.join(items)}</oor:items>"
    )
