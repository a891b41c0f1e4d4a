from __future__ import annotations

import pytest

from etl.normalise.name_context import hint_from_context
from etl.normalise.names import find_names, infer_case, parse_name


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("Омарова А.Б., выдвинутого собранием", "Омарова А.Б.", ("accusative", "m")),
        ("Омарову А.Б., выдвинутую собранием", "Омарову А.Б.", ("accusative", "f")),
        ("Омаров А.Б., выдвинутый собранием", "Омаров А.Б.", ("nominative", "m")),
        ("Омарова А.Б. (партия), работающая учителем", "Омарова А.Б.", ("nominative", "f")),
        ("вместо выбывшего Омарова А.Б.", "Омарова А.Б.", ("accusative", "m")),
        ("вместо выбывшей Омаровой А.Б.", "Омаровой А.Б.", (None, "f")),
        ("вместо Омарова А.Б.", "Омарова А.Б.", ("genitive", None)),
        ("избрать председателем Омарова А.Б.", "Омарова А.Б.", ("accusative", None)),
        ("освободить члена комиссии Омарова А.Б.", "Омарова А.Б.", ("accusative", None)),
        ("секретарь – Омарова А.Б., учитель", "Омарова А.Б.", (None, None)),
        ("заместитель председателя Омарова А.Б.", "Омарова А.Б.", (None, None)),
        ("заместителя председателя Омарова А.Б.", "Омарова А.Б.", ("accusative", None)),
        ("избрать: Омарова А.Б.", "Омарова А.Б.", (None, None)),
    ],
)
def test_words_beside_a_name(text: str, name: str, hint: tuple[str | None, str | None]) -> None:
    start = text.index(name)
    assert hint_from_context(text, start, start + len(name)) == hint


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Омарова А.Б., выдвинутого собранием избирателей;", ["Омаров А. Б."]),
        ("- Анисимова Александра, выдвинутого партией;", ["Анисимов Александр"]),
        ("- Анисимову Александру, выдвинутую партией;", ["Анисимова Александра"]),
        ("вместо выбывшего Омарова А.Б. избрать Сапарову Д.М.", ["Омаров А. Б.", "Сапарова Д. М."]),
        (
            "членами: Абая Нурлана, Анисимова Александра, Сапарову Динару, Ким Веру",
            ["Абай Нурлан", "Анисимов Александр", "Сапарова Динара", "Ким Вера"],
        ),
        ("Сулеймен Есим, Марат Ахметов, Динара Сапарова", ["Есим Сулеймен", "Ахметов Марат", "Сапарова Динара"]),
        # a participle in the wrong gender does not overrule the name
        ("- Сапарову Динару Маратовну, выдвинутого партией;", ["Сапарова Динара Маратовна"]),
        ("- Сапарову Динару, выдвинутого партией;", ["Сапарова Динара"]),
    ],
)
def test_context_settles_what_endings_leave_open(text: str, names: list[str]) -> None:
    assert [span.name.full for span in find_names(text)] == names


def test_gender_hint_decides_only_where_the_name_is_open() -> None:
    open_name = parse_name("Омарова А.Б.", case="accusative", gender="m")
    closed = parse_name("Сапарова Динара Маратовна", gender="m")
    assert open_name is not None and open_name.surname == "Омаров"
    assert closed is not None and (closed.full, closed.gender) == ("Сапарова Динара Маратовна", "f")


def test_infer_case_of_a_list() -> None:
    accusative = ["Яковлева Игоря Вадимовича", "Сапарову Динару Маратовну", "Анисимова Александра"]
    assert infer_case(accusative, language="ru") == "accusative"
    assert infer_case(["Яковлев Игорь Вадимович", "Сапарова Динара Маратовна"]) == "nominative"
    assert infer_case(["Анисимова Александра"]) is None
    assert infer_case([]) is None
