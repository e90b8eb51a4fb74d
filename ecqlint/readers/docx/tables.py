"""The cells of a table that show text, and which of its style's conditional formats each meets."""

from __future__ import annotations

from collections.abc import Iterator

from ecqlint.readers.docx.formatting import Cell
from ecqlint.readers.docx.markup import Element, W, child, integer, value, within
from ecqlint.readers.docx.refusal import REPAIR
from ecqlint.readers.docx.styles import Styles
from ecqlint.readers.errors import Unreadable

# What Word takes where a table does not say (MS-OI29500, 2.1.160): first row, first column, bands of rows.
_LOOK = 0x04A0
_FORMATS = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
_BITS = {name: 0x20 << place for place, name in enumerate(_FORMATS)}
_MOST_COLUMNS = 1000  # Word makes 63


def cells(table: Element, styles: Styles) -> Iterator[tuple[Element, Cell]]:
    """Each w:tc that shows text of its own, in order: no continuations of merged cells, no deleted rows."""
    style = value(child(table, "tblPr", "tblStyle"))
    look, (row_band, column_band) = _look(table), styles.bands(style)
    rows = [row for row in within(table, {W + "tr"}) if child(row, "trPr", "del") is None]
    for number, row in enumerate(rows):
        row_items = list(within(row, {W + "tc"}))
        column = columns(row, "trPr", "gridBefore", least=0)
        for item, cell in enumerate(row_items):
            first_row, last_row = look["firstRow"] and number == 0, look["lastRow"] and number == len(rows) - 1
            first, last = look["firstColumn"] and item == 0, look["lastColumn"] and item == len(row_items) - 1
            if not _continued(cell):
                met = {
                    _band("Vert", column - look["firstColumn"], column_band): not (look["noVBand"] or first or last),
                    _band("Horz", number - look["firstRow"], row_band): not (look["noHBand"] or first_row or last_row),
                    "firstRow": first_row,
                    "lastRow": last_row,
                    "firstCol": first,
                    "lastCol": last,
                    "nwCell": first_row and first,
                    "neCell": first_row and last,
                    "swCell": last_row and first,
                    "seCell": last_row and last,
                }
                yield cell, Cell(style, tuple(name for name, is_met in met.items() if is_met))
            column += columns(cell, "tcPr", "gridSpan", least=1)


def columns(element: Element, properties: str, name: str, *, least: int) -> int:
    """How many columns of the grid a row leaves out or a cell takes. Raises Unreadable where they are more than any table has."""
    number = integer(value(child(element, properties, name)), least)
    if number > _MOST_COLUMNS:
        raise Unreadable(f"is damaged (a table has {number:,} columns): {REPAIR}")
    return max(least, number)


def _band(direction: str, place: int, size: int) -> str:
    return f"band{1 if place // size % 2 == 0 else 2}{direction}"


def _look(table: Element) -> dict[str, bool]:
    """Which conditional formats the table uses; attributes of their own go before the bits of one number."""
    look = child(table, "tblPr", "tblLook")
    if look is not None and any(look.get(W + name) is not None for name in _BITS):
        return {name: look.get(W + name) in ("1", "true", "on") for name in _BITS}
    try:
        bits = int((value(look) or "")[:8], 16)
    except ValueError:
        bits = _LOOK
    return {name: bool(bits & bit) for name, bit in _BITS.items()}


def _continued(cell: Element) -> bool:
    """Whether the cell is covered by one above or before it, or deleted."""
    if child(cell, "tcPr", "cellDel") is not None:
        return True
    merges = (child(cell, "tcPr", name) for name in ("vMerge", "hMerge"))
    return any(merge is not None and merge.get(W + "val", "continue") == "continue" for merge in merges)
