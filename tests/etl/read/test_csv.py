from __future__ import annotations

import pytest

from etl.read import read_document
from etl.read.csv import find_delimiter
from etl.records import Document, Table
from tests.etl.read.blocks import codes, grid, tables

HEAD = ["УИК", "ФИО", "Статус"]
MEMBERS = [["5", "Оспанова Сәния", "төраға"], ["5", "Ким А., мл.", "хатшы"], ["6", "Ли «Б»", "мүше"]]


def read_text(text: str | bytes, name: str = "тізім.csv") -> Document:
    return read_document(name, text.encode() if isinstance(text, str) else text)


def only_table(text: str | bytes) -> Table:
    [table] = tables(read_text(text))
    return table


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
def test_delimiters(delimiter: str) -> None:
    lines = [delimiter.join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in [HEAD, *MEMBERS]]
    assert grid(only_table("\r\n".join(lines))) == [HEAD, *MEMBERS]


def test_commas_in_names_do_not_beat_the_semicolon() -> None:
    lines = ["Список членов, избранных на пять лет, по участкам;;", "УИК;ФИО, полностью;Статус, роль"]
    lines += [f"{n};Ким, Алексей, Викторович;член, комиссии" for n in range(5)]
    assert find_delimiter("\n".join(lines)) == ";"


def test_a_single_column_is_one_cell_a_row() -> None:
    assert grid(only_table("Ким А.\nЛи Б.\n")) == [["Ким А."], ["Ли Б."]]


def test_quotes_doubled_and_line_breaks_inside_cells() -> None:
    table = only_table('УИК;ФИО;Партия\n5;"Ким\nА.";"партия ""Ауыл"""\n6;Ли Б.;«Ақ жол»\n')
    assert grid(table)[1] == ["5", "Ким\nА.", 'партия "Ауыл"']
    assert [row.locator.line for row in table.rows] == [1, 2, 4]
    assert [row.locator.row for row in table.rows] == [1, 2, 3]


def test_title_lines_blank_lines_and_ragged_rows() -> None:
    table = only_table("Состав комиссий;;\n\n;;\nУИК;ФИО;Статус\n5;Ким А.\n6;;член;лишнее\n")
    assert grid(table) == [["Состав комиссий"], HEAD, ["5", "Ким А."], ["6", "член", "лишнее"]]
    assert [row.locator.line for row in table.rows] == [1, 4, 5, 6]
    assert [cell.column for cell in table.rows[3].cells] == [0, 2, 3]
    assert table.width == 4


def test_cells_know_line_row_and_column() -> None:
    cell = only_table("а;б\nв;г\n").rows[1].cells[1]
    assert cell.locator.to_json() == '{"table": 1, "row": 2, "cell": 2, "line": 2}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_unicode_encodings(encoding: str) -> None:
    text = "\r\n".join(";".join(row) for row in [HEAD, *MEMBERS])
    assert grid(only_table(text.encode(encoding))) == [HEAD, *MEMBERS]


def test_windows_1251() -> None:
    document = read_text("УИК;ФИО;Статус\n5;Оспанова Сауле;председатель\n".encode("windows-1251"))
    assert grid(tables(document)[0])[1] == ["5", "Оспанова Сауле", "председатель"]
    assert document.encoding == "windows-1251"


def test_the_line_of_excel_that_names_the_delimiter() -> None:
    table = only_table("sep=;\r\nУИК;ФИО\r\n5;Ким А.\r\n")
    assert (grid(table), table.rows[0].locator.line) == ([["УИК", "ФИО"], ["5", "Ким А."]], 2)


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest() -> None:
    lines = ['5;"Ким А.;мүше'] + [f"{n};Ли Б.;мүше" for n in range(300)]
    document = read_text("\n".join(lines))
    assert len(tables(document)[0].rows) == 301
    assert codes(document) == ["open_quote"]


def test_quotes_in_the_middle_of_a_cell_stay() -> None:
    assert grid(only_table('5;партия "Ауыл" филиалы;мүше\n6;а;б\n'))[0] == ["5", 'партия "Ауыл" филиалы', "мүше"]


def test_spaces_after_the_delimiter_do_not_hide_quotes() -> None:
    assert grid(only_table('5, "Ким, А.", мүше\n6, "Ли, Б.", мүше\n'))[0] == ["5", "Ким, А.", "мүше"]


def test_a_table_in_a_txt_ending_stays_text_and_a_workbook_called_csv_is_read() -> None:
    assert read_text("а;б\nв;г", "a.txt").format == "txt"
