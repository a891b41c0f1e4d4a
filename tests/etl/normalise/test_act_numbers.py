from __future__ import annotations

from datetime import date

import pytest

from etl.normalise.act_numbers import find_act_number, find_act_references, normalise_act_number


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("от 6 августа 2024 года № 18/103-VIII", "18/103-VIII", date(2024, 8, 6)),
        ("от 09 июня 2016 года № 3-35/VI", "3-35/VI", date(2016, 6, 9)),
        ("11.11.2021 № 10-137/VII", "10-137/VII", date(2021, 11, 11)),
        ("от 30 ноября 2023 года № 85", "85", date(2023, 11, 30)),
        ("№ 85 от 30 ноября 2023 года", "85", date(2023, 11, 30)),
        ("2022 жылғы 7 маусымдағы № 1-6/VІІ шешімі", "1-6/VII", date(2022, 6, 7)),
        ("22.11.2023 № 54-VІII", "54-VIII", date(2023, 11, 22)),
        ("2014 жылғы 02 желтоқсандағы № 35/2", "35/2", date(2014, 12, 2)),
        ("2004 жылғы 21 мамырдағы N 7/2 шешiмiне N 1 қосымша", "7/2", date(2004, 5, 21)),
        ("2010 jylǵy 18 maýsymdaǵy № 14", "14", date(2010, 6, 18)),
        ("N С-10/1 от 25 мая 2004г", "С-10/1", date(2004, 5, 25)),
        ("2024 жылғы 19 қаңтар № 8С 12/4", "8С-12/4", date(2024, 1, 19)),
        ("от 29 ноября 2018 года № 22/215", "22/215", date(2018, 11, 29)),
        ("Астана, 2012 жылғы 13 қаңтар\n№ 6/161", "6/161", date(2012, 1, 13)),
        ("12.01.2024 ж. № 15-102/VIII", "15-102/VIII", date(2024, 1, 12)),
        ("от 24 января 2024 года N 9/6-VІII", "9/6-VIII", date(2024, 1, 24)),
        ("от 5 марта 2021 года № VII-3/12", "VII-3/12", date(2021, 3, 5)),
        ("2021 жылғы 5 наурыз VII-3/12", "VII-3/12", date(2021, 3, 5)),
        ("от «19» января 2024 года\n№ 15/102", "15/102", date(2024, 1, 19)),
        ("решение от 01.02.2013 № 7/1-Р", "7/1-Р", date(2013, 2, 1)),
        ("Распоряжение акима от 3 мая 2021 года № 15-р", "15-р", date(2021, 5, 3)),
        ("№ 61/4-VI", "61/4-VI", None),
        ("№ 325-V", "325-V", None),
        ("№81-ТИК/13", "81-ТИК/13", None),
        ("№ 17/1-539", "17/1-539", None),
        ("№ 07-01-13", "07-01-13", None),
        ("№ 24-246/V", "24-246/V", None),
        ("Нөмірі: 15/4", "15/4", None),
        ("РЕШЕНИЕ № 7", "7", None),
        ("шешiмi № 26/4", "26/4", None),
    ],
)
def test_number_and_its_date(text: str, number: str, day: date | None) -> None:
    assert find_act_number(text) == number
    assert find_act_references(text)[0].date == day


@pytest.mark.parametrize(
    "text",
    [
        "участковая избирательная комиссия № 378",
        "избирательного участка № 207",
        "избирательный участок №81 от 5 мая 2020 года",
        "№ 403 сайлау учаскесі",
        "№ 5 округтік сайлау комиссиясы",
        "округ № 5",
        "УИК № 12",
        "КГУ «Средняя школа № 12»",
        "школа-гимназия № 12",
        "№ 5 мектеп-гимназия",
        "№ 12 жалпы білім беретін мектебі",
        "ясли-сад № 3",
        "№ 3 балабақша",
        "N 1 қосымша",
        "Приложение № 2",
        "статья 10",
        "кабинет № 204",
        "ул. Абая, 12/3",
        "25.01.2019",
        "№15",
        "",
    ],
)
def test_other_numbers_are_not_acts(text: str) -> None:
    assert find_act_references(text) == []
    assert find_act_number(text) is None


def test_another_act_shows_what_is_done_to_it() -> None:
    text = (
        "2024 жылғы 19 қаңтардағы № 15/102 шешімі. Туралы.\n\n"
        "Мәслихаттың 2019 жылғы 24 қаңтардағы № 35/2 шешімінің күші жойылды деп танылсын."
    )
    own, cancelled = find_act_references(text)
    assert (own.number, cancelled.number) == ("15/102", "35/2")
    assert "күші жойыл" in cancelled.verbs_context
    assert "күші жойыл" not in own.verbs_context


def test_span_covers_mark_and_number() -> None:
    text = "Решение от 25 января 2019 года № 18/103-VIII"
    (reference,) = find_act_references(text)
    assert text[reference.start : reference.end] == "№ 18/103-VIII"


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("54-VІII", "54-VIII"),
        ("18 / 103 – VIII", "18/103-VIII"),
        ("С-26/3", "С-26/3"),
        ("C-26/3", "С-26/3"),
        ("8С 12/4", "8С-12/4"),
    ],
)
def test_normalise_act_number(printed: str, number: str) -> None:
    assert normalise_act_number(printed) == number
