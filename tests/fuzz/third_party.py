"""Read the test files of other projects, and tell what came of them.

python tests/fuzz/third_party.py [--libreoffice] FOLDER ...

The files are those that other readers of Word files and PDFs are tested with. Get them once, outside this repository:

    mkdir -p ~/.cache/ecqlint && cd ~/.cache/ecqlint
    for project in python-openxml/python-docx jgm/pandoc mwilliamson/python-mammoth \\
                   jsvine/pdfplumber pdfminer/pdfminer.six py-pdf/pypdf; do
        git clone --depth 1 "https://github.com/$project"
    done

and give their folders here: `python tests/fuzz/third_party.py ~/.cache/ecqlint`. With --libreoffice, LibreOffice is tried on each Word
file that is refused, and those that it opens are told: they should be few.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from ecqlint.readers import LARGEST, read
from ecqlint.readers.libreoffice import ExportFailed, exported, installed
from tests.fuzz.fuzz import files
from tests.fuzz.guarded import Outcome, outcomes

SLOWEST = 5


def read_file(path: str) -> None:
    """Read a file as the program does. Unreadable where it is refused; any other exception is a crash."""
    read(Path(path))


def table(found: Iterable[Outcome[str]]) -> list[str]:
    """The lines that tell what came of the files, those of Word apart from PDFs."""
    kinds: dict[str, list[Outcome[str]]] = defaultdict(list)
    for outcome in found:
        kinds["PDF" if outcome.job.lower().endswith(".pdf") else "Word"].append(outcome)
    lines = []
    for kind, those in sorted(kinds.items()):
        results = Counter(outcome.result for outcome in those)
        times = sorted(outcome.seconds for outcome in those)
        lines.append(
            f"{kind}: {len(those)} files, {results['read']} read, {results['refused']} refused, {results['crashed']} crashed, "
            f"{results['ended']} ended; median {times[len(times) // 2]:.2f} s, most memory {max(o.memory for o in those) >> 20} MB"
        )
        reasons = Counter(outcome.said for outcome in those if outcome.result == "refused")
        lines += [f"{times:6} {reason}" for reason, times in reasons.most_common()]
        lines += [f"  {o.result}: {o.job}: {o.said}" for o in those if o.result in ("crashed", "ended")]
        slowest = sorted(those, key=lambda outcome: -outcome.seconds)[:SLOWEST]
        lines += [f"{o.seconds:6.1f} s {o.job}" for o in slowest]
    return lines


def opened_by_libreoffice(path: str) -> bool:
    """Whether LibreOffice makes a PDF of a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            exported(installed(), Path(path), Path(folder))
        except (ExportFailed, OSError):
            return False
        return True


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--libreoffice", action="store_true")
    given = parser.parse_args()
    found = list(outcomes(read_file, files(given.folders, LARGEST), os.cpu_count() or 1))
    print("\n".join(table(found)))
    if given.libreoffice:
        refused = [o for o in found if o.result != "read" and not o.job.lower().endswith(".pdf")]
        opened = [o for o in refused if opened_by_libreoffice(o.job)]
        print(f"LibreOffice opens {len(opened)} of the {len(refused)} Word files that are not read:")
        print("\n".join(f"  {o.job}: {o.said}" for o in opened))


if __name__ == "__main__":
    main()
