from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.normalise.privacy import MARK, redact

PHONES = [
    "+7 (700) 111-22-33",
    "+7 700 111 22 33",
    "+77001112233",
    "8-700-111-22-33",
    "8 700 111 22 33",
    "8(700)1112233",
    "87001112233",
    "7001112233",
    "8 (71433) 2-12-34",
    "8-71433-2-12-34",
    "8(7232) 22-33-44",
    "22-33-44",
    "2-12-34",
]
ADDRESSES = [
    "г. Есик, ул. Садовая, 135, кв. 18",
    "с. Шелек, ул. Садовая, 3",
    "ул. Ы. Алтынсарина, 20 кв.3",
    "ул. 40 лет Победы, 15",
    "улица Набережная, дом 5",
    "мкр. Самал, д. 5, кв. 12",
    "мкр 5, дом 12, кв 7",
    "пр. Мира 15-23",
    "Балқаш қ., Ағыбай батыр көшесі, 26-үй, 78-пәтер",
    "Абай көшесі, 15 үй",
    "Есенов көшесі 14",
    "Жастар шағын ауданы, 5-үй, 12-пәтер",
    "Атырау қ., Азаттық даңғылы, 12 үй, 5 пәтер",
    "г. Алматы, Абая 12",
    "дом 5, кв. 12",
]
BIRTH_DATES = [
    ("26.12.1965", "1965"),
    ("26.12.1965 г.р.", "1965 г.р."),
    ("26.12.65 г.р.", "1965 г.р."),
    ("26.12.1965 ж.т.", "1965 ж.т."),
    ("26/12/1965", "1965"),
    ("1965-12-26", "1965"),
    ("1965-12-26 00:00:00", "1965"),
    ("26 декабря 1965 года рождения", "1965 года рождения"),
    ("родился 26 декабря 1965 г.", "родился 1965 г."),
    ("1965 жылғы 26 желтоқсанда туған", "1965 жылы туған"),
    ("26 желтоқсан 1965 жылы туған", "1965 жылы туған"),
]


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize("line", ["{}", "Сапарова Динара, учитель, {}", "тел. {}", "1 | Ахметов | {} | мұғалім"])
def test_telephones_go(phone: str, line: str) -> None:
    redacted = redact(line.format(phone))
    assert redacted.text == line.format(MARK)
    assert redacted.found == ["phone"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_home_addresses_go(address: str) -> None:
    redacted = redact(f"Сапарова Динара; {address}; учитель")
    assert redacted.text == f"Сапарова Динара; {MARK}; учитель"
    assert redacted.found == ["address"]


@pytest.mark.parametrize(("printed", "left"), BIRTH_DATES)
def test_of_a_birth_date_the_year_stays(printed: str, left: str) -> None:
    assert redact(f"Сапарова Динара, {printed}").text == f"Сапарова Динара, {left}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ИИН 651226300123", "identity_number"),
        ("ЖСН: 651226300123", "identity_number"),
        ("651226300123", "identity_number"),
        ("уд. личности № 012345678", "document_number"),
        ("жеке куәлік 012345678", "document_number"),
        ("saparova.d@mail.ru", "email"),
    ],
)
def test_numbers_of_documents_and_mail_go(text: str, kind: str) -> None:
    redacted = redact(text)
    assert redacted.found == [kind]
    assert not any(len(part) >= 6 for part in redacted.text.split() if part.isdigit())
    assert "@" not in redacted.text


@pytest.mark.parametrize(
    "text",
    [
        "решение от 24 января 2004 года № 9/6-VIII",
        "2004 жылғы 21 мамырдағы N 7/2 шешiмi",
        "№ 07-01-13",
        "№ 18/103-VIII",
        "Член комиссии с 25.01.2004",
        "заявление от 09.01.2024",
        "КГУ «Средняя школа № 12»",
        "Школа имени Абая",
        "10 жылдық орта мектеп",
        "1966",
        "1966 г.р.",
        "Сапарова Динара Маратовна, учитель, партия «AMANAT»",
        "Қажымұқанов Ерлан Берікұлы, мұғалім",
        "",
    ],
)
def test_what_is_no_personal_data_stays(text: str) -> None:
    assert redact(text).text == text
    assert redact(text).found == []


def test_dates_of_known_decisions_survive_in_a_line() -> None:
    line = "Ахметов Марат, 24.01.2004"
    assert redact(line).text == "Ахметов Марат, 2004"
    assert redact(line, keep_dates={date(2004, 1, 24)}).text == line


def test_address_of_an_office_stays_on_demand() -> None:
    venue = "Участок № 12, с. Шелек, ул. Садовая, 3"
    assert redact(venue, keep_addresses=True).text == venue
    assert redact(venue).found == ["address"]


def test_outside_lists_only_named_birth_dates_and_full_telephones_go() -> None:
    assert redact("24.01.2004 состоялось заседание, кворум 2-12-34", list_line=False).found == []
    assert redact("родился 24.01.1974, +7 700 111 22 33", list_line=False).found == ["birth_date", "phone"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*PHONES, *ADDRESSES, *(printed for printed, _ in BIRTH_DATES), "учитель", "№ 5", "—"]),
        max_size=5,
    )
)
def test_redacting_twice_changes_nothing(pieces: list[str]) -> None:
    once = redact("; ".join(pieces)).text
    assert redact(once).text == once


def test_a_birth_date_before_a_number_of_another_cell_is_no_day_of_an_act():
    found = redact("26.12.1965 г.р.; +7 (700) 111-22-33; 26/12/1965; № 5").text
    assert found == f"1965 г.р.; {MARK}; 1965; № 5"
    assert redact("решение от 12.01.2005 № 5").text == "решение от 12.01.2005 № 5"
