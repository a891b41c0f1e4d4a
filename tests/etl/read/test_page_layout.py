from __future__ import annotations

from etl.read.page import Page, Word
from etl.read.page_layout import lay_out
from etl.records import Paragraph, Table

SIZE = 10.0


def words(text: str, x: float, y: float, *, confidence: float | None = None, bold: bool = False) -> list[Word]:
    """Words of one line set from a point, 5 points a letter."""
    made = []
    for word in text.split(" "):
        made.append(
            Word(
                word,
                x,
                x + 5.0 * len(word),
                y,
                y + SIZE,
                SIZE,
                bold,
                False,
                confidence,
                open_left=False,
                open_right=False,
            )
        )
        x += 5.0 * len(word) + 3
    return made


def page(number: int, *lines: tuple[float, float, str], rough: bool = False) -> Page:
    marks = [word for x, y, text in lines for word in words(text, x, y, confidence=0.9 if rough else None)]
    return Page(number, 595, 842, marks, rough=rough)


def read(*pages: Page) -> list[Paragraph]:
    return [block for block in lay_out(pages) if isinstance(block, Paragraph)]


def listing(number: int, top: float, names: list[str]) -> list[tuple[float, float, str]]:
    return [
        (60, top + 14 * i, f"{i + 1}. {name} – член комиссии, учитель школы имени {'Абая' * (i + 1)};")
        for i, name in enumerate(names)
    ]


NAMES = ["Оспанова Сәния Қайратқызы", "Төлегенов Ерлан Болатович", "Құрманова Әсел Мұратқызы"]


def test_headings_that_count_commissions_are_no_running_heads() -> None:
    pages = [page(n, (150, 60, f"Избирательный участок № {50 + n}"), *listing(n, 90, NAMES)) for n in (1, 2, 3, 4)]
    headings = [p.text for p in read(*pages) if "участок" in p.text and not p.furniture]
    assert headings == [f"Избирательный участок № {50 + n}" for n in (1, 2, 3, 4)]


def test_heads_and_page_numbers_are_furniture() -> None:
    pages = [
        page(
            n,
            (60, 30, "Приложение к решению районного маслихата"),
            (60, 100 + 20 * n, "Текст страницы, которая говорит своё и ничего более"),
            (290, 810, f"– {n} –"),
        )
        for n in (1, 2, 3)
    ]
    taken = [p.text for p in read(*pages) if p.furniture]
    assert (
        taken
        == [
            "– 1 –",
            "Приложение к решению районного маслихата",
            "– 2 –",
            "Приложение к решению районного маслихата",
            "– 3 –",
        ]
        or taken.count("Приложение к решению районного маслихата") == 3
    )


def test_a_running_head_may_name_its_page() -> None:
    pages = [
        page(n, (60, 30, f"Аудан жаршысы газеті {n} бет"), (60, 100 + 20 * n, "Мәслихаттың шешімі жарияланды"))
        for n in (1, 2, 3)
    ]
    assert sum(p.furniture for p in read(*pages)) >= 2


def test_the_last_words_of_cells_at_one_height_are_no_feet() -> None:
    def body(n: int) -> Page:
        rows = [(60.0, 700 + 12.0 * i, f"строка {i} страницы {n} о враче районной") for i in range(6)]
        return page(n, *rows, (60, 772, "больницы;"))

    assert not [p for p in read(body(1), body(2)) if p.furniture]


def column(x: float, top: float, entries: list[str], step: float = 12) -> list[tuple[float, float, str]]:
    lines, y = [], top
    for entry in entries:
        for line in entry.split("\n"):
            lines.append((x, y, line))
            y += step
        y += 2.5 * (len(lines) % 3)
    return lines


def test_ragged_newspaper_columns_are_read_down() -> None:
    posts = [
        "Председатель комиссии",
        "Заместитель председателя",
        "Секретарь комиссии",
        "Член комиссии",
        "Член комиссии",
    ]
    left = [f"{post}:\n{name} – районный\nфилиал партии" for post, name in zip(posts, [*NAMES, *NAMES], strict=False)]
    right = [f"{post}:\n{name} – областной\nсовет партии" for post, name in zip(posts, [*NAMES, *NAMES], strict=False)]
    text = "\n".join(p.text for p in read(page(1, *column(50, 100, left), *column(330, 106, right))))
    assert text.index("филиал") < text.index("областной")
    assert text.rindex("филиал") < text.index("областной")


def test_columns_of_different_words_stay_a_table() -> None:
    rows = []
    for i, name in enumerate([*NAMES, *NAMES]):
        rows += [
            (50.0, 100 + 24.0 * i, name),
            (330.0, 100 + 24.0 * i, "мектеп директоры " + "болып " * (i % 3) + "істейді"),
        ]
    [table] = [block for block in lay_out([page(1, *rows)]) if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows][0] == [NAMES[0], "мектеп директоры істейді"]


def test_items_of_a_scanned_list_are_parted_though_a_marker_is_misread() -> None:
    lines: list[tuple[float, float, str]] = []
    for i, marker in enumerate(["1.", "2.", "ы", "4."]):
        lines.append((60, 100 + 28.0 * i, f"{marker} {NAMES[i % 3]} төраға, «Абай атындағы жалпы білім беретін"))
        lines.append((84, 114 + 28.0 * i, "мектеп» директоры, «Ардагерлер кеңесі» қоғамдық бірлестігі жазды"))
    found = read(page(1, *lines, rough=True))
    assert len(found) == 4
    assert all(text.endswith("жазды") for text in (p.text for p in found))


def test_paragraphs_set_in_are_parted_where_the_line_above_is_full() -> None:
    full = "Оспанова Сәния Қайратқызы – член комиссии от районного филиала партии «Ауыл»;"
    lines = [(80.0, 100.0, full), (80.0, 112.0, full), (60.0, 124.0, "и ещё")]
    for i in range(3):
        lines += [(80.0, 136 + 24.0 * i, full[:70] + "партии"), (60.0, 148 + 24.0 * i, "«Ауыл» по области;")]
    found = [p.text for p in read(page(1, *lines))]
    assert found[0] == full


def test_entries_without_numbers_are_parted_where_the_lines_below_are_set_in() -> None:
    lines: list[tuple[float, float, str]] = []
    y = 100.0
    for name in [*NAMES, *NAMES]:
        for x, text in (
            (60, f"{name} (төрағаның орынбасары) – «Ардагерлер"),
            (72, "кеңесі» қоғамдық бірлестігі ауданда"),
        ):
            lines.append((x, y, text))
            y += 12
    lines.append((60, y, NAMES[0]))
    found = [p.text.replace("\n", " ") for p in read(page(1, *lines))]
    assert [text.split(" (")[0] for text in found] == [*NAMES, *NAMES, NAMES[0]]
