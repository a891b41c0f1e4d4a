"""Reader of Excel workbooks (xlsx): every sheet is one table, with the row numbers of the spreadsheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape

from etl.read.inline import Inline, Settled
from etl.read.package import Package
from etl.read.result import Read
from etl.records import Block, Cell, Issue, Locator, Paragraph, Row, Table

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_MERGE = re.compile(rb"""<(?:\w+:)?mergeCell\s+ref=["']([^"']*)["']\s*(?:/>|>\s*</(?:\w+:)?mergeCell>)""")
MAX_MERGED = 100_000
"""Largest merged area in cells that is told; the cell in its corner is read in any case."""

Value = int | float | dt.date | dt.datetime | bool | None


def read_xlsx(data: bytes) -> Read:
    """Return one table per sheet that holds anything, hidden ones included.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    sheets = sorted(name for name in package.names if name.startswith("xl/worksheets/") and name.endswith(".xml"))
    contents = {name: package.read(name) for name in sheets}
    formulas = any(_FORMULA.search(content) for content in contents.values())
    changed = {name: slim for name, content in contents.items() if (slim := _drop_huge_merges(content)) != content}
    if changed:
        data = package.with_parts(changed)
    book = _load(data, values=True)
    written = _load(data, values=False) if formulas else None
    blocks: list[Block] = []
    issues: list[Issue] = []
    for sheet in book.worksheets:
        table = _read_sheet(sheet, len(blocks) + 1)
        if table is not None:
            blocks.append(table)
            issues += _hidden(sheet)
        if written is not None:
            issues += _uncalculated(sheet, written[sheet.title])
    title = " ".join((book.properties.title or "").split()) or None
    return Read(tuple(blocks), title, tuple(issues))


def _drop_huge_merges(content: bytes) -> bytes:
    """Return a sheet without merged areas above ``MAX_MERGED`` cells: openpyxl makes an object for each of them."""

    def keep(match: re.Match[bytes]) -> bytes:
        try:
            left, top, right, bottom = range_boundaries(match.group(1).decode("ascii"))
        except (ValueError, TypeError, UnicodeDecodeError):
            return match.group(0)
        return match.group(0) if (right - left + 1) * (bottom - top + 1) <= MAX_MERGED else b""

    return _MERGE.sub(keep, content)


def _load(data: bytes, *, values: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that carry no text
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values, rich_text=True)


def _read_sheet(sheet: Any, number: int) -> Table | None:
    at = Locator(table=number, sheet=sheet.title)
    spans = _merged(sheet.merged_cells.ranges)
    looks = _Looks()
    rows: list[Row] = []
    width = 0
    for number_of_row, cells in _rows_of(sheet):
        found: list[Cell] = []
        for cell in cells:
            read = _read_cell(cell, at, looks, *spans.get((cell.row, cell.column), (1, 1)))
            if read is not None:
                found.append(read)
                width = max(width, read.column + read.colspan)
        if found:
            rows.append(Row(tuple(found), Locator(table=number, row=number_of_row, sheet=sheet.title)))
    return Table(tuple(rows), at, width, sheet.title) if rows else None


def _rows_of(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Yield number and filled cells of each row, without walking over the empty ones.

    One formatted cell in the last row of a sheet would make openpyxl's own iteration walk over a million rows.
    """
    places = sorted(place for place, cell in sheet._cells.items() if cell.value is not None)
    for row, group in groupby(places, key=itemgetter(0)):
        yield row, [sheet._cells[place] for place in group]


def _merged(ranges: Iterable[Any]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return (columns, rows) of each merged cell by its upper left corner; openpyxl empties the cells it covers."""
    return {
        (area.min_row, area.min_col): (area.max_col - area.min_col + 1, area.max_row - area.min_row + 1)
        for area in ranges
    }


class _Looks:
    """Which styles of a workbook are struck through or bold; looking a font up for every cell takes half the time."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[bool, bool]] = {}

    def of(self, cell: Any) -> tuple[bool, bool]:
        """Return whether a cell is struck through and whether it is bold."""
        if not cell.has_style:
            return False, False
        identifier = cell.style_id
        if identifier not in self._known:
            font = cell.font
            self._known[identifier] = (bool(font and font.strike), bool(font and font.b))
        return self._known[identifier]


def _read_cell(cell: Any, at: Locator, looks: _Looks, colspan: int, rowspan: int) -> Cell | None:
    value = cell.value
    place = Locator(table=at.table, row=cell.row, cell=cell.column, sheet=at.sheet)
    struck, bold = looks.of(cell)
    typed: Value = None
    blocks: tuple[Block, ...] = ()
    if isinstance(value, CellRichText):
        settled = _settle_rich(value, struck=struck, bold=bold)
        if settled is None:
            return None
        text, bold, struck = settled.text, settled.bold, settled.all_struck
        if settled.struck and not struck:
            blocks = (Paragraph(text, place.at(paragraph=1), bold=bold, struck=settled.struck),)
    elif isinstance(value, str):
        text = "\n".join(line.strip() for line in unescape(value).splitlines() if line.strip())
    else:
        text, typed = print_value(value)
    if not text:
        return None
    return Cell(text, place, cell.column - 1, colspan, rowspan, False, typed, blocks, struck, bold)


def _settle_rich(value: CellRichText, *, struck: bool, bold: bool) -> Settled | None:
    inline = Inline()
    for run in value:
        if isinstance(run, TextBlock):
            inline.add(run.text or "", struck=bool(run.font.strike), bold=bool(run.font.b))
        else:
            inline.add(str(run), struck=struck, bold=bold)
    settled = inline.settle()
    return settled[0] if settled else None


def print_value(value: Any) -> tuple[str, Value]:
    """Return the text and the typed value of a cell that is not text.

    Whole numbers are printed without a point, dates as ``YYYY-MM-DD``, a time of day only where it is not midnight.
    """
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), value
    if isinstance(value, int):
        return str(value), value
    if isinstance(value, float):
        if value.is_integer() and abs(value) < 1e15:
            return str(int(value)), int(value)
        return repr(value), value
    if isinstance(value, dt.datetime):
        if value.time() == dt.time(0):
            return value.date().isoformat(), value.date()
        return value.isoformat(sep=" ", timespec="minutes"), value
    if isinstance(value, dt.date):
        return value.isoformat(), value
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes"), None
    return str(value).strip(), None


def _hidden(sheet: Any) -> list[Issue]:
    """Return what a reader of the workbook would not see; it was read all the same."""
    at = Locator(sheet=sheet.title)
    issues = []
    if sheet.sheet_state != "visible":
        issues.append(Issue("hidden_sheet", f"The sheet «{sheet.title}» is hidden; it was read.", "info", at))
    hidden = sorted(number for number, size in sheet.row_dimensions.items() if size.hidden)
    if hidden:
        message = (
            f"{len(hidden)} rows of the sheet «{sheet.title}» are hidden, the first is {hidden[0]}; they were read."
        )
        issues.append(Issue("hidden_rows", message, "info", at))
    columns = sorted(letter for letter, size in sheet.column_dimensions.items() if size.hidden)
    if columns:
        message = f"Hidden columns of the sheet «{sheet.title}» from {columns[0]} on were read."
        issues.append(Issue("hidden_columns", message, "info", at))
    return issues


def _uncalculated(sheet: Any, written: Any) -> list[Issue]:
    """Return an issue for each formula whose result was not saved with the workbook."""
    issues = []
    for _, cells in _rows_of(written):
        for cell in cells:
            if cell.data_type == "f" and sheet.cell(cell.row, cell.column).value is None:
                message = "The cell holds a formula without a saved result; open and save the workbook in Excel."
                at = Locator(row=cell.row, cell=cell.column, sheet=sheet.title)
                issues.append(Issue("formula_without_value", message, "warning", at))
    return issues
