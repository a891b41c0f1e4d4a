from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from etl.read import read_document
from etl.read.xlsx import print_value
from etl.records import Document, Paragraph
from tests.etl.read.blocks import codes, grid, places, tables
from tests.etl.read.docx_files import change_part


def to_bytes(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_rows(*rows: list[Any]) -> Document:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return read_document("тізім.xlsx", to_bytes(book))


def test_rows_keep_the_numbers_of_the_spreadsheet() -> None:
    document = read_rows(["№", "Т.А.Ә."], [], [None, "Оспанова Сәния"], [], ["2", None, "хатшы"])
    [table] = tables(document)
    assert [row.locator.row for row in table.rows] == [1, 3, 5]
    assert grid(table) == [["№", "Т.А.Ә."], ["Оспанова Сәния"], ["2", "хатшы"]]
    assert table.rows[1].cells[0].locator.to_json() == '{"table": 1, "row": 3, "cell": 2, "sheet": "Sheet"}'
    assert [cell.column for cell in table.rows[2].cells] == [0, 2]
    assert table.width == 3


@pytest.mark.parametrize(
    ("value", "text", "typed"),
    [
        (5, "5", 5),
        (5.0, "5", 5),
        (1970.5, "1970.5", 1970.5),
        (87011234567.0, "87011234567", 87011234567),
        (1e20, "1e+20", 1e20),
        (True, "TRUE", True),
        (dt.datetime(1965, 12, 26), "1965-12-26", dt.date(1965, 12, 26)),
        (dt.datetime(2024, 1, 19, 15, 30), "2024-01-19 15:30", dt.datetime(2024, 1, 19, 15, 30)),
        (dt.date(2024, 1, 19), "2024-01-19", dt.date(2024, 1, 19)),
        (dt.time(9, 5), "09:05", None),
    ],
)
def test_values_are_printed_plainly(value: object, text: str, typed: object) -> None:
    assert print_value(value) == (text, typed)


def test_typed_values_reach_the_cells() -> None:
    [table] = tables(read_rows([64, "64", dt.datetime(1999, 5, 1), "  Ким \n\n А. "]))
    assert [(cell.text, cell.value) for cell in table.rows[0].cells] == [
        ("64", 64),
        ("64", None),
        ("1999-05-01", dt.date(1999, 5, 1)),
        ("Ким\nА.", None),
    ]


def test_merged_cells_have_spans_and_are_not_repeated() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B2"], sheet["B3"] = "Құрамы", "№ 5", "Ким А.", "Ли Б."
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A2:A3")
    [table] = tables(read_document("a.xlsx", to_bytes(book)))
    assert places(table) == [[(0, 3, 1)], [(0, 1, 2), (1, 1, 1)], [(1, 1, 1)]]
    assert table.width == 3


def test_every_sheet_is_a_table_and_hidden_ones_are_named() -> None:
    book = openpyxl.Workbook()
    book.active.title = "УИК 1"
    book.active["A1"] = "Ким А."
    book.create_sheet("Бос")
    hidden = book.create_sheet("УИК 2")
    hidden["A1"] = "Ли Б."
    hidden.sheet_state = "hidden"
    document = read_document("a.xlsx", to_bytes(book))
    assert [(table.title, table.locator.sheet, table.locator.table) for table in tables(document)] == [
        ("УИК 1", "УИК 1", 1),
        ("УИК 2", "УИК 2", 2),
    ]
    assert [(issue.code, issue.locator.sheet) for issue in document.issues] == [("hidden_sheet", "УИК 2")]


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    book = openpyxl.Workbook()
    for _ in range(3):
        book.active.append(["Ким А.", "төраға"])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    document = read_document("a.xlsx", to_bytes(book))
    assert len(tables(document)[0].rows) == 3
    assert codes(document) == ["hidden_rows", "hidden_columns"]


def test_a_formula_without_a_saved_result_is_an_issue() -> None:
    document = read_rows(["Ким А.", "=A1"])
    assert codes(document) == ["formula_without_value"]
    assert document.issues[0].locator.to_json() == '{"row": 1, "cell": 2, "sheet": "Sheet"}'


def test_a_formula_with_a_saved_result_is_its_result() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+4"
    data = change_part(
        to_bytes(book),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"<v></v>", b"<v>5</v>").replace(b"<v />", b"<v>5</v>").replace(b"<v/>", b"<v>5</v>"),
    )
    document = read_document("a.xlsx", data)
    assert (grid(tables(document)[0]), codes(document)) == ([["5"]], [])


def test_struck_and_bold_cells_and_parts_of_cells() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"] = "Ли Б.", "Ким А."
    sheet["A1"].font, sheet["B1"].font = Font(strike=True), Font(bold=True)
    sheet["C1"] = CellRichText(TextBlock(InlineFont(strike=True), "Ли Б."), " Ким А.")
    cells = tables(read_document("a.xlsx", to_bytes(book)))[0].rows[0].cells
    assert [(cell.struck, cell.bold) for cell in cells] == [(True, False), (False, True), (False, False)]
    [part] = cells[2].blocks
    assert isinstance(part, Paragraph)
    assert (part.text, part.struck) == ("Ли Б. Ким А.", ((0, 5),))


def test_notes_of_cells_are_ignored() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Ким А."
    book.active["A1"].comment = openpyxl.comments.Comment("құпия", "автор")
    assert "құпия" not in str(read_document("a.xlsx", to_bytes(book)))


def test_a_workbook_without_text_is_an_issue() -> None:
    assert codes(read_rows([])) == ["empty_document"]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_broken_workbook_is_an_issue(part: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Ким А."
    for content in (b"<broken", b"", b"\x00\x01"):
        assert codes(read_document("a.xlsx", change_part(to_bytes(book), part, lambda _, c=content: c))) == [
            "unreadable_document"
        ]  # fmt: skip


def test_a_formatted_cell_at_the_end_of_the_sheet_costs_nothing() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Ким А."
    book.active["XFD1048576"].font = Font(bold=True)
    [table] = tables(read_document("a.xlsx", to_bytes(book)))
    assert (grid(table), table.width) == ([["Ким А."]], 1)


def test_escaped_characters_are_printed() -> None:
    assert grid(tables(read_rows(["Ким_x000D_\nА._x0009_Б.", "№_5"]))[0]) == [["Ким\nА.\tБ.", "№_5"]]


def test_a_merge_over_the_whole_sheet_costs_nothing() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Ким А."
    data = change_part(
        to_bytes(book),
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(
            b"</sheetData>", b"</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"
        ),
    )
    assert grid(tables(read_document("a.xlsx", data))[0]) == [["Ким А."]]
