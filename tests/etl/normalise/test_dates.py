from __future__ import annotations

from datetime import date, datetime

import pytest

from etl.normalise.dates import birth_year, find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 января 2019 года", date(2019, 1, 25)),
        ("от 09 июня 2016 года", date(2016, 6, 9)),
        ("25 мая 2004г", date(2004, 5, 25)),
        ("«1» марта 2013 г.", date(2013, 3, 1)),
        ("01» марта 2013 г", date(2013, 3, 1)),
        ("« 1 » марта 2013 г.", date(2013, 3, 1)),
        ("1-го марта 2013 года", date(2013, 3, 1)),
        ("19 янв. 2024", date(2024, 1, 19)),
        ("25.01.2019", date(2019, 1, 25)),
        ("5.2.2019 г.", date(2019, 2, 5)),
        ("25/01/2019", date(2019, 1, 25)),
        ("«19» 01 2024 г.", date(2024, 1, 19)),
        ("12.05.66", date(1966, 5, 12)),
        ("2023-11-22", date(2023, 11, 22)),
        ("2023-11-22 00:00:00", date(2023, 11, 22)),
        ("2024 жылғы 19 қаңтар", date(2024, 1, 19)),
        ("2024 жылғы 19 қаңтардағы", date(2024, 1, 19)),
        ("2022 жылғы 07 маусымдағы", date(2022, 6, 7)),
        ("2018 жылдың 17 қарашасынан бастап", date(2018, 11, 17)),
        ("2024 жылдың 19 қаңтарында", date(2024, 1, 19)),
        ("2024ж. 19 ақпан", date(2024, 2, 19)),
        ("19 наурыз 2024 жыл", date(2024, 3, 19)),
        ("2014 жылғы 02 желтоқсандағы", date(2014, 12, 2)),
        ("2019 жылғы 3 сәуірдегі", date(2019, 4, 3)),
        ("2019 жылғы 3 шілдеде", date(2019, 7, 3)),
        ("2019 жылғы 3 қыркүйекте", date(2019, 9, 3)),
        ("2019 жылғы 3 қыркүйегінде", date(2019, 9, 3)),
        ("2019 жылғы 3 мамырға дейін", date(2019, 5, 3)),
        ("2019 жылғы 3 тамыз", date(2019, 8, 3)),
        ("2019 жылғы 3 қазандағы", date(2019, 10, 3)),
        ("2010 jylǵy 18 maýsymdaǵy", date(2010, 6, 18)),
        ("2019 jyldyń 5 mamyry", date(2019, 5, 5)),
        ("2019 жылгы 12 кантар", date(2019, 1, 12)),
    ],
)
def test_one_date(text: str, day: date) -> None:
    assert [span.date for span in find_dates(text)] == [day]
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "январь 2019 года",
        "2019 жылғы қаңтар",
        "31.02.2024",
        "29 февраля 2023 года",
        "«__» января 2024 года",
        "№ 07-01-13",
        "1/13",
        "2-12-34",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_span_covers_the_print() -> None:
    text = "Решение от 25 января 2019 года № 5"
    (span,) = find_dates(text)
    assert text[span.start : span.end] == "25 января 2019 года"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2021 жылдың 17 қарашасынан бастап 2 желтоқсанға дейін", [date(2021, 11, 17), date(2021, 12, 2)]),
        ("с 30 ноября по 20 декабря 2018 года", [date(2018, 11, 30), date(2018, 12, 20)]),
        ("с 1 по 15 марта 2024 года", [date(2024, 3, 1), date(2024, 3, 15)]),
        ("от 24.01.2019 и от 5 мая 2020 года", [date(2019, 1, 24), date(2020, 5, 5)]),
    ],
)
def test_several_dates(text: str, days: list[date]) -> None:
    assert [span.date for span in find_dates(text)] == days


def test_borrowed_year_is_marked() -> None:
    kinds = [span.kind for span in find_dates("с 30 ноября по 20 декабря 2018 года")]
    assert kinds == ["no_year", "words"]


def test_parse_date_wants_one_date() -> None:
    assert parse_date("24.01.2019 и 25.01.2019") is None
    assert parse_date("24.01.2019 (24 января 2019 года)") == date(2019, 1, 24)
    assert parse_date(datetime(2019, 1, 24, 10, 30)) == date(2019, 1, 24)
    assert parse_date(date(2019, 1, 24)) == date(2019, 1, 24)


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (1966, 1966),
        (1966.0, 1966),
        ("1966", 1966),
        ("1966 г.р.", 1966),
        ("г.р. 1966", 1966),
        ("26.12.1965", 1965),
        ("26 декабря 1965 года", 1965),
        ("1986 жылы туған", 1986),
        ("1986 ж.т.", 1986),
        ("стаж с 1988 года, 1966 г.р.", 1966),
        (datetime(1965, 12, 26), 1965),
        (date(1965, 12, 26), 1965),
        ("СШ № 1966", None),
        ("35 лет", None),
        ("1966, 1988", None),
        (12, None),
        (True, None),
        (None, None),
        ("", None),
    ],
)
def test_birth_year(cell: object, year: int | None) -> None:
    assert birth_year(cell) == year  # type: ignore[arg-type]
