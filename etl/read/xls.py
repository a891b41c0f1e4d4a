"""Reader of Excel 97-2003 workbooks (xls): every sheet is one table, with the row numbers of the spreadsheet."""

from __future__ import annotations

import io

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet

from etl.read.inline import Inline, Settled
from etl.read.result import Read, ReadError
from etl.read.xlsx import Value, print_value
from etl.records import Block, Cell, Issue, Locator, Paragraph, Row, Table

_ERRORS = xlrd.error_text_from_code


def read_xls(data: bytes) -> Read:
    """Return one table per sheet that holds anything, hidden ones included.

    Args:
        data: the bytes of the file.

    Raises:
        ReadError: the file is broken or protected; the caller makes an issue of it.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
    except NotImplementedError:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        protected = "encrypt" in str(error).lower()  # other messages of the library quote bytes of the file
        raise ReadError("it is protected by a password" if protected else "the workbook is damaged") from error
    blocks: list[Block] = []
    issues: list[Issue] = []
    for sheet in book.sheets():
        table = _read_sheet(book, sheet, len(blocks) + 1)
        if table is None:
            continue
        blocks.append(table)
        if sheet.visibility:
            message = f"The sheet «{sheet.name}» is hidden; it was read."
            issues.append(Issue("hidden_sheet", message, "info", Locator(sheet=sheet.name)))
    return Read(tuple(blocks), None, tuple(issues), book.encoding)


def _read_sheet(book: Book, sheet: Sheet, number: int) -> Table | None:
    spans, covered = _merged(sheet)
    rows: list[Row] = []
    width = 0
    for row in range(sheet.nrows):
        cells: list[Cell] = []
        for column in range(sheet.row_len(row)):
            if (row, column) in covered:
                continue
            at = Locator(table=number, row=row + 1, cell=column + 1, sheet=sheet.name)
            cell = _read_cell(book, sheet, row, column, at, spans.get((row, column), (1, 1)))
            if cell is not None:
                cells.append(cell)
                width = max(width, column + cell.colspan)
        if cells:
            rows.append(Row(tuple(cells), Locator(table=number, row=row + 1, sheet=sheet.name)))
    return Table(tuple(rows), Locator(table=number, sheet=sheet.name), width, sheet.name) if rows else None


def _merged(sheet: Sheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Return (columns, rows) of each merged cell by its upper left corner, and the places it covers."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for top, bottom, left, right in sheet.merged_cells:
        spans[(top, left)] = (right - left, bottom - top)
        if (bottom - top) * (right - left) <= 100_000:
            covered |= {(r, c) for r in range(top, bottom) for c in range(left, right)} - {(top, left)}
    return spans, covered


def _read_cell(book: Book, sheet: Sheet, row: int, column: int, at: Locator, span: tuple[int, int]) -> Cell | None:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    bold, struck = _look(book, sheet, row, column)
    typed: Value = None
    blocks: tuple[Block, ...] = ()
    if kind == xlrd.XL_CELL_TEXT:
        settled = _settle(book, sheet, row, column, bold=bold, struck=struck)
        if settled is None:
            return None
        text, bold = settled.text, settled.bold
        struck = settled.all_struck
        if settled.struck and not struck:
            blocks = (Paragraph(text, at.at(paragraph=1), bold=bold, struck=settled.struck),)
    elif kind == xlrd.XL_CELL_NUMBER:
        text, typed = print_value(float(value))
    elif kind == xlrd.XL_CELL_DATE:
        text, typed = _date(float(value), book.datemode)
    elif kind == xlrd.XL_CELL_BOOLEAN:
        text, typed = print_value(bool(value))
    elif kind == xlrd.XL_CELL_ERROR:
        text = _ERRORS.get(value, "#ERROR")
    else:
        return None
    return Cell(text, at, column, span[0], span[1], False, typed, blocks, struck, bold)


def _date(value: float, mode: int) -> tuple[str, Value]:
    """Return a day or time; numbers outside of the calendar stay numbers."""
    try:
        return print_value(xlrd.xldate_as_datetime(value, mode))
    except (xlrd.XLDateError, OverflowError, ValueError):
        return print_value(value)


def _look(book: Book, sheet: Sheet, row: int, column: int) -> tuple[bool, bool]:
    """Return whether a cell is bold and whether it is struck through."""
    if not book.formatting_info:
        return False, False
    font = book.font_list[book.xf_list[sheet.cell_xf_index(row, column)].font_index]
    return font.weight >= 600, bool(font.struck_out)


def _settle(book: Book, sheet: Sheet, row: int, column: int, *, bold: bool, struck: bool) -> Settled | None:
    """Return the text of a cell with the spans that are struck through."""
    text = str(sheet.cell_value(row, column))
    inline = Inline()
    runs = sheet.rich_text_runlist_map.get((row, column), []) if book.formatting_info else []
    starts = [0, *(start for start, _ in runs)]
    looks = [(bold, struck)]
    looks += [(book.font_list[font].weight >= 600, bool(book.font_list[font].struck_out)) for _, font in runs]
    for start, end, (heavy, out) in zip(starts, [*starts[1:], len(text)], looks, strict=True):
        inline.add(text[start:end], struck=out, bold=heavy)
    settled = inline.settle()
    return settled[0] if settled else None
