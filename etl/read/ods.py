"""Reader of workbooks of OpenDocument."""

from __future__ import annotations

import datetime as dt

from lxml import etree

from etl.read.inline import Inline
from etl.read.limits import MAX_SPAN
from etl.read.odf import OFFICE, TABLE, TEXT, find_title, list_cells, list_rows, open_content, read_count
from etl.read.odf_style import ListStyles, TextStyles
from etl.read.odt import TextReader
from etl.read.package import Package, PackageError
from etl.read.result import Read
from etl.read.xlsx import Value, print_value
from etl.records import Block, Cell, Issue, Locator, Row, Table


def read_ods(data: bytes) -> Read:
    """Return one table per sheet that holds anything, with the row numbers of the spreadsheet.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    root, styles = open_content(package)
    body = root.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if body is None:
        raise PackageError("the body of the workbook is missing")
    cell_styles = TextStyles(root, styles)
    blocks: list[Block] = []
    issues: list[Issue] = []
    for sheet in body.iter(f"{TABLE}table"):
        table = _read_sheet(sheet, len(blocks) + 1, cell_styles)
        if table is None:
            continue
        blocks.append(table)
        if cell_styles.is_hidden_table(sheet.get(f"{TABLE}style-name")):
            message = f"The sheet «{table.title}» is hidden; it was read."
            issues.append(Issue("hidden_sheet", message, "info", Locator(sheet=table.title)))
    return Read(tuple(blocks), find_title(package), tuple(issues))


def _read_sheet(sheet: etree._Element, number: int, styles: TextStyles) -> Table | None:
    name = sheet.get(f"{TABLE}name")
    at = Locator(table=number, sheet=name)
    rows: list[Row] = []
    width = 0
    for row, _, index in list_rows(sheet):
        cells = []
        for cell, column in list_cells(row):
            place = Locator(table=number, row=index, cell=column + 1, sheet=name)
            made = _read_cell(cell, column, place, styles) if cell.tag == f"{TABLE}table-cell" else None
            if made is not None:
                cells.append(made)
                width = max(width, made.column + made.colspan)
        if cells:
            rows.append(Row(tuple(cells), Locator(table=number, row=index, sheet=name)))
    return Table(tuple(rows), at, width, name) if rows else None


def _read_cell(cell: etree._Element, column: int, at: Locator, styles: TextStyles) -> Cell | None:
    bold, struck = styles.look(cell.get(f"{TABLE}style-name"))
    reader = TextReader(styles, ListStyles(None, None))
    inline = Inline()
    for paragraph in cell.iter(f"{TEXT}p"):
        if next(paragraph.iterancestors(f"{OFFICE}annotation"), None) is None:
            reader.collect(paragraph, inline, (bold, struck), [])
            inline.add("\n")
    settled = inline.settle()
    printed = settled[0].text if settled else ""
    text, value = _typed(cell, printed)
    if not text:
        return None
    span = min(read_count(cell, f"{TABLE}number-columns-spanned"), MAX_SPAN)
    down = min(read_count(cell, f"{TABLE}number-rows-spanned"), MAX_SPAN)
    whole = bool(settled and settled[0].all_struck) or struck
    return Cell(text, at, column, span, down, False, value, (), whole, bool(settled and settled[0].bold) or bold)


def _typed(cell: etree._Element, printed: str) -> tuple[str, Value]:
    """Return the text and the typed value of a cell as the reader of workbooks prints them."""
    kind = cell.get(f"{OFFICE}value-type")
    raw = cell.get(f"{OFFICE}value") or ""
    try:
        if kind in ("float", "currency"):
            return print_value(float(raw))
        if kind == "date":
            return print_value(dt.datetime.fromisoformat(cell.get(f"{OFFICE}date-value") or ""))
        if kind == "boolean":
            return print_value(cell.get(f"{OFFICE}boolean-value") == "true")
    except ValueError:
        return printed, None
    return printed, None
