from __future__ import annotations

from etl.records import Paragraph, Table
from tests.etl.read.blocks import content, furniture, grid, outline, places, read_page, tables, texts

MEMBERS = "<tr><td>1<td>Оспанова Сәния<td>төраға<tr><td>2<td>Ким Алексей<td>хатшы<tr><td>3<td>Ахметов Ерлан<td>мүше"


def only_table(html: str) -> Table:
    [table] = tables(read_page(html))
    return table


def test_a_plain_table_of_data() -> None:
    table = only_table(f"<table>{MEMBERS}</table>")
    assert grid(table)[1] == ["2", "Ким Алексей", "хатшы"]
    assert table.width == 3
    assert table.rows[1].cells[2].locator.to_json() == '{"table": 1, "row": 2, "cell": 3}'


def test_spans_are_resolved_and_covered_cells_not_repeated() -> None:
    table = only_table(
        "<table border=1><tr><th rowspan=2>№<th colspan=2>Мүше<tr><th>Аты<th>Қызметі"
        "<tr><td rowspan=0>5<td>Ким<td>төраға<tr><td colspan=2>бос орын</table>"
    )
    assert places(table) == [
        [(0, 1, 2), (1, 2, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 2, 1)],
    ]
    assert [[cell.header for cell in row.cells] for row in table.rows] == [
        [True, True], [True, True], [False] * 3, [False],
    ]  # fmt: skip


def test_absurd_spans_are_cut() -> None:
    table = only_table("<table border=1><tr><td colspan=99999999>а<td>б<tr><td rowspan=70000>в<td>г</table>")
    assert table.width <= 1001
    assert table.rows[1].cells[0].rowspan == 1


def test_head_caption_and_marks_of_cells() -> None:
    table = only_table(
        "<table><caption>УИК № 5</caption><thead><tr><td>ФИО<td>Роль</thead><tbody>"
        "<tr><td><b>Ким А.</b><td><del>мүше</del><tr style='text-decoration:line-through'><td>Ли Б.<td>мүше</table>"
    )
    assert table.title == "УИК № 5"
    assert [cell.header for cell in table.rows[0].cells] == [True, True]
    assert [(c.bold, c.struck) for c in table.rows[1].cells] == [(True, False), (False, True)]
    assert [c.struck for c in table.rows[2].cells] == [True, True]


def test_a_cell_struck_in_part_shows_where() -> None:
    cell = only_table("<table border=1><tr><td><s>Ли Б.</s> Ким А.<td>мүше</table>").rows[0].cells[0]
    [block] = cell.blocks
    assert isinstance(block, Paragraph)
    assert (cell.text, cell.struck, block.struck) == ("Ли Б. Ким А.", False, ((0, 5),))


def test_blocks_are_kept_only_where_text_does_not_say_all() -> None:
    row = only_table(
        "<table border=1><tr><td><p>Ким<br>А.</p><td><ol><li>бір<li>екі</ol><td><h3>УИК</h3></table>"
    ).rows[0]
    assert [cell.text for cell in row.cells] == ["Ким\nА.", "бір\nекі", "УИК"]
    assert [len(cell.blocks) for cell in row.cells] == [0, 2, 1]
    assert [block.marker for block in row.cells[1].blocks if isinstance(block, Paragraph)] == ["1.", "2."]


def test_hidden_rows_and_cells_are_left_out() -> None:
    table = only_table(
        f"<table>{MEMBERS}<tr style='display:none'><td>x<td>y<td>z<tr><td hidden>q<td>4<td>Ли<td>мүше</table>"
    )
    assert grid(table)[-1] == ["4", "Ли", "мүше"]
    assert places(table)[-1] == [(0, 1, 1), (1, 1, 1), (2, 1, 1)]
    assert len(table.rows) == 4


def test_a_page_arranged_by_tables_is_unfolded_in_order() -> None:
    html = (
        "<TABLE width=980 border=0><TR><TD colspan=3><B>Маслихат района</B></TD></TR><TR>"
        "<TD width=180><A href=a>Главная</A><BR><A href=b>Депутаты</A><BR><A href=c>Решения</A></TD>"
        "<TD><TABLE width='100%'><TR><TD><P>РЕШЕНИЕ</P><P>1. Избрать комиссию в составе:</P>"
        f"<TABLE border=1>{MEMBERS}</TABLE><P>2. Решение вводится в действие со дня принятия, всем всем всем.</P>"
        "</TD></TR></TABLE></TD><TD width=160>Погода +21</TD></TR></TABLE>"
    )
    document = read_page(html)
    assert outline(document.blocks) == [
        "Маслихат района",
        "Главная\nДепутаты\nРешения",
        "РЕШЕНИЕ",
        "1. Избрать комиссию в составе:",
        "#1",
        "2. Решение вводится в действие со дня принятия, всем всем всем.",
        "Погода +21",
    ]
    assert furniture(document) == ["Главная\nДепутаты\nРешения"]


def test_two_languages_side_by_side_in_one_row_follow_each_other() -> None:
    kk = "".join(f"<p>{number}-тармақ</p>" for number in range(8))
    ru = "".join(f"<p>пункт {number}</p>" for number in range(8))
    expected = [f"{number}-тармақ" for number in range(8)] + [f"пункт {number}" for number in range(8)]
    assert texts(read_page(f"<table border=1><tr><td>{kk}</td><td>{ru}</td></tr></table>")) == expected
    assert texts(read_page(f"<table><tr><td>{kk}</td><td>{ru}</td></tr></table>")) == expected


def test_two_languages_row_by_row_stay_a_table() -> None:
    rows = "".join(f"<tr><td>{n}) Оспанова Сәния – төраға<td>{n}) Оспанова Сания – председатель" for n in range(4))
    assert tables(read_page(f"<table>{rows}</table>"))[0].width == 2


def test_tables_inside_cells_of_data_stay_inside() -> None:
    inner = f"<table><tr><th>№<th>Аты<th>Қызметі{MEMBERS}</table>"
    html = "<table><tr><th>Учаске<th>Құрамы" + "".join(f"<tr><td>№ {n}<td>{inner}</td>" for n in (5, 6)) + "</table>"
    [outer] = tables(read_page(html))
    [first] = outer.rows[1].cells[1].blocks
    [second] = outer.rows[2].cells[1].blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert outer.rows[1].cells[1].text == ""
    assert [table.locator.table for table in (outer, first, second)] == [1, 2, 3]
    assert grid(second)[1] == ["1", "Оспанова Сәния", "төраға"]


def test_tables_side_by_side_are_unfolded() -> None:
    def half(number: int) -> str:
        return f"<td><p>УИК № {number}</p><table border=1>{MEMBERS}</table></td>"

    html = f"<table><tr>{half(1)}{half(2)}</tr><tr>{half(3)}{half(4)}</tr></table>"
    assert outline(read_page(html).blocks) == ["УИК № 1", "#1", "УИК № 2", "#2", "УИК № 3", "#3", "УИК № 4", "#4"]


def test_a_frame_of_one_cell_and_a_list_in_one_column_are_paragraphs() -> None:
    assert texts(read_page("<table border=1><tr><td>Қосымша</td></tr></table>")) == ["Қосымша"]
    assert texts(read_page("<table><tr><td>Ким А.<tr><td>Ли Б.</table>")) == ["Ким А.", "Ли Б."]


def test_large_cells_in_several_regular_rows_are_data() -> None:
    cell = "".join(f"<p>{number}) Оспанова Сәния</p>" for number in range(7))
    rows = "".join(f"<tr><td>№ {number}<td>{cell}" for number in range(3))
    assert len(only_table(f"<table>{rows}</table>").rows) == 3


def test_text_that_stands_between_cells_is_not_lost() -> None:
    html = f"<table>алды<caption>аты</caption><tr>арасы{MEMBERS}<p>тағы</p></table>"
    document = read_page(html)
    assert set(["алды", "арасы"]) <= set(" ".join(content(document)).split())
    assert "тағы" in " ".join([*content(document), *(cell for row in grid(tables(document)[0]) for cell in row)])


def test_an_empty_table_is_nothing() -> None:
    assert outline(read_page("<p>а</p><table><tr><td>&nbsp;<td></table><p>б</p>").blocks) == ["а", "б"]


def test_tables_nested_without_end_do_not_break_the_reader() -> None:
    html = "<table border=1><tr><td>1<td>" * 60 + "түбі" + "</table>" * 60
    assert "түбі" in str(read_page(html).blocks)


def test_tables_made_by_css_or_roles() -> None:
    css = "<style>.t{display:table} .r{display:table-row} .c{display: table-cell; width:10%}</style>"
    rows = "".join(
        f"<div class=r><div class=c>{n}</div><div class=c>Ким А.</div><div class=c>мүше</div></div>" for n in "123"
    )
    assert grid(only_table(f"{css}<div class=t>{rows}</div>")) == [[n, "Ким А.", "мүше"] for n in "123"]
    head = "<div role=row><span role=columnheader>Аты</span><span role=columnheader>Рөлі</span></div>"
    body = "<div role=row><span role=cell>Ким А.</span><span role=cell>төраға</span></div>"
    table = only_table(f"<div role=table>{head}{body}</div>")
    assert (grid(table), table.rows[0].cells[0].header) == ([["Аты", "Рөлі"], ["Ким А.", "төраға"]], True)


def test_css_rows_without_a_table_around_them_lose_nothing() -> None:
    document = read_page(
        "<p>алды</p><div style='display:table-cell'>а</div><div style='display:table-cell'>б</div>соңы"
    )
    assert texts(document) == ["алды", "а", "б", "соңы"]
