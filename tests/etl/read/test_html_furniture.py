from __future__ import annotations

import pytest

from tests.etl.read.blocks import content, furniture, read_page

BODY = "".join(f"<p>{number}) Оспанова Сәния Қанатқызы – комиссия мүшесі, мұғалім;</p>" for number in range(12))


@pytest.mark.parametrize(
    "html",
    [
        "<nav><a href=1>Басты бет</a></nav>",
        "<header><div>Газета</div></header>",
        "<aside><p>Жаңалық</p></aside>",
        "<footer>© 2024</footer>",
        "<div role=navigation>Мәзір</div>",
        "<div class='breadcrumbs'>Басты бет / Шешімдер</div>",
        "<ul class='main-menu'><li>Басты бет<li>Байланыс</ul>",
        "<div id='rightSidebar'><p>Ауа райы</p></div>",
        "<section class=comments><p>Житель: Оспанова Сәния – мүше?</p></section>",
        "<div class='social-share'>Бөлісу</div>",
        "<div><h3>Читайте также</h3><ul><li>Аким отчитался</ul></div>",
        "<section><h4>Соңғы жаңалықтар</h4><p>Сессия өтті</p></section>",
        "<div><a href=1>Басты бет</a> | <a href=2>Іздеу</a> | <a href=3>Қазақша</a></div>",
        "<form><p>Іздеу</p></form>",
    ],
)
def test_furniture_is_kept_but_marked(html: str) -> None:
    document = read_page(f"<body>{html}<div class=text><h1>Шешім</h1>{BODY}</div></body>")
    assert len(content(document)) == 13
    assert furniture(document)


@pytest.mark.parametrize(
    "html",
    [
        "<main><header><h1>Шешім</h1></header>{}</main>",
        "<article class='with-sidebar comments-open'>{}</article>",
        "<div class='content no-sidebar'>{}</div>",
        "<div id=sidebar>{}</div>",
        "<form action=x><div><h1>Шешім</h1>{}</div></form>",
        "<div class=tabs><h2>Құрамы</h2>{}</div>",
        "<nav><h1>Шешім</h1>{}</nav>",
    ],
)
def test_what_holds_the_text_of_a_page_is_content_whatever_it_is_called(html: str) -> None:
    document = read_page(f"<body>{html.format(BODY)}<p>соңы</p></body>")
    assert furniture(document) == []


def test_names_that_are_links_are_not_a_menu() -> None:
    lists = "".join(
        f"<h3>УИК № {number}</h3><ul>" + "".join(f"<li><a href=p{n}>Оспанова Сәния</a>" for n in range(5)) + "</ul>"
        for number in range(6)
    )
    for html in (f"<body><p>кіріспе</p>{lists}</body>", f"<article>{lists}</article>"):
        assert furniture(read_page(html)) == []


def test_a_table_in_furniture_is_furniture() -> None:
    html = f"<footer><table border=1><tr><td>Тел.<td>1414<tr><td>Факс<td>1415</table></footer>{BODY}"
    [table] = [block for block in read_page(html).blocks if not hasattr(block, "text")]
    assert table.furniture


def test_nothing_inside_a_table_of_data_is_furniture() -> None:
    rows = "".join(f"<tr><td>{n}<td><div class=menu>Оспанова Сәния</div>" for n in range(4))
    document = read_page(f"<table border=1>{rows}</table>{BODY}")
    assert all(not block.furniture for block in document.blocks)
