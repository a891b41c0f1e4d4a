from __future__ import annotations

import docx

from etl.records import Paragraph, Table
from tests.etl.read.blocks import codes, grid, outline, places, tables
from tests.etl.read.docx_files import cell, paragraph, read_body, read_word, row, table


def span(columns: int) -> str:
    return f"<w:gridSpan w:val='{columns}'/>"


START, GO_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def test_merged_cells_of_python_docx() -> None:
    word = docx.Document()
    made = word.add_table(3, 3)
    for number, one in enumerate(c for r in made.rows for c in r.cells):
        one.text = str(number)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "кең"
    made.cell(1, 0).merge(made.cell(2, 0)).text = "биік"
    [found] = tables(read_word(word))
    assert grid(found) == [["кең", "2"], ["биік", "4", "5"], ["7", "8"]]
    assert places(found) == [[(0, 2, 1), (2, 1, 1)], [(0, 1, 2), (1, 1, 1), (2, 1, 1)], [(1, 1, 1), (2, 1, 1)]]


def test_a_square_of_merged_cells_and_a_new_merge_below() -> None:
    wide = span(2)
    document = read_body(
        table(
            row(cell("А", wide + START), "1"),
            row(cell("", wide + GO_ON), "2"),
            row(cell("Б", wide + START), "3"),
            row(cell("", wide + GO_ON), "4"),
        )
    )
    [found] = tables(document)
    assert grid(found) == [["А", "1"], ["2"], ["Б", "3"], ["4"]]
    assert places(found)[0] == [(0, 2, 2), (2, 1, 1)]
    assert places(found)[2] == [(0, 2, 2), (2, 1, 1)]


def test_a_continued_merge_without_a_beginning_is_a_cell_of_its_own() -> None:
    [found] = tables(read_body(table(row("а", "б"), row(cell("в", GO_ON), "г"))))
    assert grid(found) == [["а", "б"], ["в", "г"]]


def test_text_in_a_covered_cell_is_left_out_and_said() -> None:
    document = read_body(table(row(cell("а", START), "б"), row(cell("көрінбейді", GO_ON), "в")))
    assert grid(tables(document)[0]) == [["а", "б"], ["в"]]
    assert codes(document) == ["hidden_text"]


def test_skipped_columns_shift_the_cells() -> None:
    [found] = tables(read_body(table(row("а", "б", "в"), row("г", "д", properties="<w:gridBefore w:val='1'/>"))))
    assert places(found)[1] == [(1, 1, 1), (2, 1, 1)]
    assert found.width == 3


def test_heading_rows_and_deleted_rows() -> None:
    [found] = tables(
        read_body(
            table(
                row("№", "Аты", properties="<w:tblHeader/>"), row("1", "Ескі", properties="<w:del/>"), row("1", "Ким")
            )
        )
    )
    assert grid(found) == [["№", "Аты"], ["1", "Ким"]]
    assert [[c.header for c in r.cells] for r in found.rows] == [[True, True], [False, False]]
    assert [r.locator.row for r in found.rows] == [1, 2]


def test_a_nested_table_stands_in_the_blocks_of_its_cell() -> None:
    inner = table(row("Ким А.", "төраға"), row("Ли Б.", "хатшы"))
    document = read_body(table(row("Учаске", "Құрамы"), row("№ 5", cell(inner + paragraph(""))), row("№ 6", "жоқ")))
    [outer] = tables(document)
    holder = outer.rows[1].cells[1]
    [nested] = holder.blocks
    assert isinstance(nested, Table)
    assert (holder.text, grid(nested)) == ("", [["Ким А.", "төраға"], ["Ли Б.", "хатшы"]])
    assert (outer.locator.table, nested.locator.table) == (1, 2)
    assert nested.rows[1].cells[0].locator.to_json() == '{"table": 2, "row": 2, "cell": 1}'


def test_paragraphs_of_a_cell_are_lines_and_blocks() -> None:
    content = paragraph("ОСПАНОВА Сәния", run="<w:b/>") + paragraph("мұғалім") + paragraph("")
    found = tables(read_body(table(row("төраға", cell(content)))))[0].rows[0].cells[1]
    assert found.text == "ОСПАНОВА Сәния\nмұғалім"
    assert [(b.text, b.bold, b.locator.paragraph) for b in found.blocks if isinstance(b, Paragraph)] == [
        ("ОСПАНОВА Сәния", True, 1),
        ("мұғалім", False, 2),
    ]


def test_struck_and_bold_cells() -> None:
    struck, bold = cell(paragraph("Ли Б.", run="<w:strike/>")), cell(paragraph("Ким А.", run="<w:b/>"))
    found = tables(read_body(table(row(struck, bold))))[0].rows[0].cells
    assert [(c.struck, c.bold, c.blocks) for c in found] == [(True, False, ()), (False, True, ())]


def test_rows_and_cells_inside_content_controls() -> None:
    inner = f"<w:sdt><w:sdtContent>{row('а', 'б')}</w:sdtContent></w:sdt>"
    [found] = tables(read_body(table(inner, row("в", "г"))))
    assert grid(found) == [["а", "б"], ["в", "г"]]


def test_a_table_without_text_is_nothing() -> None:
    document = read_body(paragraph("а") + table(row("", "")) + table(row("б", "в")))
    assert outline(document.blocks) == ["а", "#1"]


def test_tables_nested_without_end_keep_their_text() -> None:
    inner = paragraph("түбі")
    for _ in range(40):
        inner = table(row(cell(inner + paragraph(""))))
    assert "түбі" in str(read_body(inner).blocks)


def test_a_deleted_mark_at_the_end_of_a_cell_does_not_move_its_text() -> None:
    last = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Ким А.</w:t></w:r></w:p>"
    document = read_body(table(row(cell(last), "төраға")) + paragraph("соңы"))
    assert grid(tables(document)[0]) == [["Ким А.", "төраға"]]
    assert outline(document.blocks) == ["#1", "соңы"]
