import datetime as dt

import pytest

from etl.parse.acts import find_acts
from etl.parse.flow import flow_of
from etl.records import Document, Locator, Paragraph


def acts(*lines):
    blocks = tuple(Paragraph(text, Locator(paragraph=i)) for i, text in enumerate(lines, 1))
    found = find_acts(flow_of(Document("a.txt", "0" * 64, "txt", 1, blocks)))
    return [(act.number, act.decided_on) for act in found]


def test_a_heading_over_two_lines_is_one_act():
    assert acts(
        "РЕШЕНИЕ",
        "Акжарского районного маслихата",
        "от 25 января 2019 года",
        "№ 31-2/VI",
        "Об избрании участковых избирательных комиссий",
    ) == [("31-2/VI", dt.date(2019, 1, 25))]


def test_cyrillic_letters_in_a_roman_number_are_repaired():
    assert acts("Темір аудандық мәслихатының 2022 жылғы 7 маусымдағы № 1-6/VІІ шешімі") == [
        ("1-6/VII", dt.date(2022, 6, 7))
    ]


def test_amended_cancelled_and_cited_acts_do_not_begin_an_act():
    found = acts(
        "РЕШЕНИЕ",
        "маслихата Акжарского района от 5 мая 2021 года № 12-3",
        "О внесении изменений в решение Акжарского районного маслихата от 29 января 2019 года № 38/3-VI «Об избрании комиссий»",
        "В соответствии с Конституционным законом от 28 сентября 1995 года «О выборах» маслихат РЕШИЛ:",
        "1. Признать утратившим силу решение от 1 февраля 2018 года № 4-1.",
    )
    assert found == [("12-3", dt.date(2021, 5, 5))]


def test_the_stamp_of_an_annex_repeats_its_act():
    assert acts(
        "ШЕШІМ",
        "2024 жылғы 19 қаңтар № 118 Ақсу ауылы",
        "Аудандық мәслихаттың",
        "2024 жылғы 19 қаңтардағы",
        "№ 118 шешіміне қосымша",
    ) == [("118", dt.date(2024, 1, 19))]


def test_two_acts_in_one_file():
    assert acts(
        "АКЖАРСКИЙ РАЙОННЫЙ МАСЛИХАТ",
        "РЕШЕНИЕ",
        "18 сентября 2020 года № 61/4-VI",
        "маслихат РЕШИЛ:",
        "1. Изменить.",
        "АКЖАРСКИЙ РАЙОННЫЙ МАСЛИХАТ",
        "РЕШЕНИЕ",
        "18 сентября 2020 года № 61/5-VI",
        "маслихат РЕШИЛ:",
        "1. Освободить.",
    ) == [("61/4-VI", dt.date(2020, 9, 18)), ("61/5-VI", dt.date(2020, 9, 18))]


def test_news_prose_names_the_act_in_a_sentence():
    assert acts(
        "31 января 2019, 09:15",
        "Решением Акжарского городского маслихата от 24 января 2019 года № 303/37 избраны составы участковых избирательных комиссий.",
    ) == [("303/37", dt.date(2019, 1, 24))]


def test_a_list_without_heading_is_one_act_without_day():
    assert acts("Список членов участковых избирательных комиссий") == [(None, None)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Жалағаш аудандық мәслихатының 2019 жылғы 24", "қаңтардағы № 55-4 шешіміне қосымша"),
        ("Жалағаш аудандық мәслихатының 2019 жылғы", "24 қаңтардағы № 55-4 шешіміне қосымша"),
        ("Приложение к решению Жалагашского районного маслихата от 24", "января 2019 года № 55-4"),
        ("Приложение к решению Жалагашского районного маслихата от 24 января", "2019 года № 55-4"),
    ],
)
def test_a_day_broken_over_two_lines_is_one_day(lines):
    assert ("55-4", dt.date(2019, 1, 24)) in acts(*lines)


@pytest.mark.parametrize(
    "line",
    [
        "Решение Шуского районного маслихата от 18 января 2024 года № 144 «Об избрании участковых избирательных комиссий»",
        "Шу аудандық мәслихатының 2024 жылғы 18 қаңтардағы № 144 «Учаскелік сайлау комиссияларын сайлау туралы» шешімі",
    ],
)
def test_an_act_with_its_title_in_quotes_is_the_act_itself(line):
    assert acts(line) == [("144", dt.date(2024, 1, 18))]


@pytest.mark.parametrize(
    "line",
    [
        "1. Внести в решение маслихата от 18 января 2019 года № 144 «Об избрании комиссий» следующие изменения:",
        "Шу аудандық мәслихатының 2019 жылғы 18 қаңтардағы № 144 «Комиссияларды сайлау туралы» шешіміне өзгерістер енгізілсін:",
    ],
)
def test_an_act_cited_with_its_title_is_not(line):
    assert acts("РЕШЕНИЕ", "маслихата Шуского района от 5 мая 2021 года № 12-3", line) == [
        ("12-3", dt.date(2021, 5, 5))
    ]
