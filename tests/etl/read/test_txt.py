from __future__ import annotations

import pytest

from etl.read import read_document
from etl.records import Document
from tests.etl.read.blocks import grid, outline, tables, texts


def read_text(text: str, name: str = "шешім.txt") -> Document:
    return read_document(name, text.encode())


def test_every_printed_line_is_a_paragraph_with_its_line_number() -> None:
    document = read_text("РЕШЕНИЕ\r\n\r\n   Избрать участ-\r\nковую комиссию   \r\n")
    assert [(p.text, p.locator.to_json()) for p in document.paragraphs()] == [
        ("РЕШЕНИЕ", '{"paragraph": 1, "line": 1}'),
        ("Избрать участ-", '{"paragraph": 2, "line": 3}'),
        ("ковую комиссию", '{"paragraph": 3, "line": 4}'),
    ]


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("1) Ким А.", "1)", "Ким А."),
        ("1)Ким А.", "1)", "Ким А."),
        ("12. Ким А.", "12.", "Ким А."),
        ("1.Избрать комиссию", "1.", "Избрать комиссию"),
        ("1.2. Избрать", "1.2.", "Избрать"),
        ("(3) Ким", "(3)", "Ким"),
        ("- Ким А.", "-", "Ким А."),
        ("– Ким А.", "–", "Ким А."),
        ("• Ким А.", "•", "Ким А."),
        ("а) Ким А.", "а)", "Ким А."),
        ("ә) Ким А.", "ә)", "Ким А."),
    ],
)
def test_markers(line: str, marker: str, text: str) -> None:
    [found] = read_text(line).paragraphs()
    assert (found.kind, found.marker, found.text) == ("item", marker, text)


@pytest.mark.parametrize(
    "line",
    [
        "12.01.2024 № 5",
        "1.5 адам",
        "А.В. Ким",
        "2024 жылғы 29 қаңтар",
        "№ 5 учаске",
        "-5 градус",
        "– ",
        "5 Ким А.",
        "*",
        "(село Ауыл)",
    ],
)
def test_what_is_no_marker(line: str) -> None:
    [found] = read_text(line).paragraphs()
    assert (found.kind, found.marker, found.text) == ("text", None, line.strip())


def test_markdown_headings_bold_and_struck() -> None:
    found = list(read_text("# Шешім\n**УИК № 5**\n- ~~Ли Б.~~ Ким А.\n**а** және **б**", "тізім.md").paragraphs())
    assert [(p.text, p.kind, p.bold, p.struck) for p in found] == [
        ("Шешім", "heading", False, ()),
        ("УИК № 5", "text", True, ()),
        ("Ли Б. Ким А.", "item", False, ((0, 5),)),
        ("**а** және **б**", "text", False, ()),
    ]


def test_a_markdown_table() -> None:
    document = read_text("Құрамы\n\n| № | Аты |\n|---|:---:|\n| 1 | Ким А. |\n| 2 | Ли \\| Б. |\n\nсоңы")
    assert outline(document.blocks) == ["Құрамы", "#1", "соңы"]
    [table] = tables(document)
    assert grid(table) == [["№", "Аты"], ["1", "Ким А."], ["2", "Ли | Б."]]
    assert [cell.header for cell in table.rows[0].cells] == [True, True]
    assert [row.locator.line for row in table.rows] == [3, 5, 6]


def test_a_box_drawn_with_characters_whose_rows_take_two_lines() -> None:
    document = read_text(
        "+---+----------+--------+\n| № | Аты      | Рөлі   |\n+---+----------+--------+\n"
        "| 1 | Оспанова | төраға |\n|   | Сәния    |        |\n+---+----------+--------+\n"
        "| 2 | Ким А.   | хатшы  |\n+---+----------+--------+"
    )
    assert grid(tables(document)[0]) == [
        ["№", "Аты", "Рөлі"],
        ["1", "Оспанова\nСәния", "төраға"],
        ["2", "Ким А.", "хатшы"],
    ]
    lines = "┌───┬──────┐\n│ 1 │ Ким  │\n├───┼──────┤\n│ 2 │ Ли   │\n└───┴──────┘"
    assert grid(tables(read_text(lines))[0]) == [["1", "Ким"], ["2", "Ли"]]


def test_columns_separated_by_tabs() -> None:
    [table] = tables(read_text("№\tАты\tРөлі\n1\tКим А.\tтөраға\n2\t\tхатшы\n"))
    assert grid(table) == [["№", "Аты", "Рөлі"], ["1", "Ким А.", "төраға"], ["2", "хатшы"]]
    assert [cell.column for cell in table.rows[2].cells] == [0, 2]


def test_columns_aligned_by_spaces() -> None:
    document = read_text(
        "Құрамы\n№   Аты, тегі             Рөлі\n1   Оспанова Сәния        төраға\n2   Ким Алексей           хатшы\n"
        "    Викторович\n3   Ли Борис              мүше\nсоңы"
    )
    assert outline(document.blocks) == ["Құрамы", "#1", "соңы"]
    assert grid(tables(document)[0])[2:4] == [["2", "Ким Алексей\nВикторович", "хатшы"], ["3", "Ли Борис", "мүше"]]


@pytest.mark.parametrize(
    "text",
    [
        "2024 жылғы 29 қаңтар № 12-7           Жалағаш кенті\n\nҚұрамы туралы",
        "Төраға          К. Оспан\nХатшы           Б. Серік",
        "Бірінші  сөйлем мұнда\nЕкінші сөйлем  мұнда\nҮшінші сөйлем  басқа  жерде",
        "а | б\nв",
    ],
)
def test_running_text_and_signatures_are_no_tables(text: str) -> None:
    document = read_text(text)
    assert tables(document) == []
    assert "\n".join(texts(document)) == "\n".join(line for line in text.split("\n") if line)


def test_no_character_of_a_table_like_text_is_lost() -> None:
    text = "а  б  в\n1  Ким  төраға\n2  Ли  мүше, хатшы\n3  Пак  мүше\nг\tд\nе\tж\tз\nи\tк\n|л|м|\n|н|о|\n|п|р|с|"
    printed = "".join(
        block.text if hasattr(block, "text") else "".join(cell for row in grid(block) for cell in row)
        for block in read_text(text).blocks
    )
    strip = str.maketrans("", "", " \t\n|")
    assert printed.translate(strip) == text.translate(strip)


def test_pages_end_with_a_form_feed() -> None:
    assert texts(read_text("бір\fекі")) == ["бір", "екі"]
