"""Makes the examples anew: two labelled narratives as Word files, as PDFs (by LibreOffice), and what ecqlint says of them.

python examples/make.py            all of them
python examples/make.py --reports  only the reports
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
BENCHMARK = HERE.parent / "tests" / "benchmark"
REPORT = ["--output-format", "json", "--as-of", "2026-01-01"]
SOURCES = {"weak": "n1_dirty_bop", "strong": "n2_clean_faa"}


def make_documents() -> None:
    """The Word files and the PDFs."""
    sys.path.insert(0, str(BENCHMARK))
    from gold import NARRATIVES, read_gold
    from word import write_word

    for name, source in SOURCES.items():
        target = HERE / f"{name}.docx"
        write_word(read_gold(NARRATIVES / f"{source}.gold"), target)
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(target)]
        subprocess.run(convert, check=True, capture_output=True)


def make_reports() -> None:
    """The JSON report of each document, with paths from the project's folder."""
    for path in sorted([*HERE.glob("*.docx"), *HERE.glob("*.pdf")]):
        command = [sys.executable, "-m", "ecqlint", f"examples/{path.name}", *REPORT]
        done = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, encoding="utf-8")
        path.with_suffix(f"{path.suffix}.json").write_text(done.stdout, encoding="utf-8")


if __name__ == "__main__":
    if "--reports" not in sys.argv:
        make_documents()
    make_reports()
