"""Kazakh endings of the simulator against a table written by hand from the rules of vowel harmony."""

import pytest

from etl.demo.inflect_kk import add_accusative, add_genitive, add_locative_adjective, add_possessive, put_phrase
from etl.demo.wording import MONTHS_KK


@pytest.mark.parametrize(
    ("word", "genitive"),
    [
        ("Азаматұлы", "Азаматұлының"),
        ("Санжарқызы", "Санжарқызының"),
        ("Жібек", "Жібектің"),
        ("Мақсат", "Мақсаттың"),
        ("Айнұр", "Айнұрдың"),
        ("Нұрлан", "Нұрланның"),
        ("Қасым", "Қасымның"),
        ("Динара", "Динараның"),
        ("Әлия", "Әлияның"),
        ("Сергей", "Сергейдің"),
        ("Олег", "Олегтің"),
        ("Зейноллович", "Зейнолловичтің"),
        ("Сақыповна", "Сақыповнаның"),
        ("Ғани", "Ғанидың"),
        ("Күнсұлу", "Күнсұлудың"),
        ("Мәртөк", "Мәртөктің"),
        ("Павлодар", "Павлодардың"),
        ("ауданы", "ауданының"),
        ("мәслихаты", "мәслихатының"),
        ("комиссиясы", "комиссиясының"),
        ("филиалы", "филиалының"),
    ],
)
def test_genitive(word: str, genitive: str) -> None:
    assert add_genitive(word) == genitive


@pytest.mark.parametrize(
    ("word", "accusative"),
    [
        ("Азаматұлы", "Азаматұлын"),
        ("Санжарқызы", "Санжарқызын"),
        ("Жібек", "Жібекті"),
        ("Нұрлан", "Нұрланды"),
        ("Динара", "Динараны"),
        ("Сергей", "Сергейді"),
        ("төрағасы", "төрағасын"),
    ],
)
def test_accusative(word: str, accusative: str) -> None:
    assert add_accusative(word) == accusative


@pytest.mark.parametrize(
    ("word", "possessed"),
    [
        ("мұғалім", "мұғалімі"),
        ("мұғалімі", "мұғалімі"),
        ("есепші", "есепшісі"),
        ("кітапханашы", "кітапханашысы"),
        ("маман", "маманы"),
        ("инспектор", "инспекторы"),
        ("психолог", "психологы"),
        ("әдіскер", "әдіскері"),
        ("статистик", "статистигі"),
        ("фельдшер", "фельдшері"),
        ("қызметкер", "қызметкері"),
        ("орынбасары", "орынбасары"),
        ("меңгерушісі", "меңгерушісі"),
        ("мектеп", "мектебі"),
        ("агроном", "агрономы"),
        ("шешім", "шешімі"),
        ("қаулы", "қаулысы"),
    ],
)
def test_possessive(word: str, possessed: str) -> None:
    assert add_possessive(word) == possessed


def test_months_take_the_attribute_ending_by_their_last_sound() -> None:
    expected = (
        "қаңтардағы", "ақпандағы", "наурыздағы", "сәуірдегі", "мамырдағы", "маусымдағы",
        "шілдедегі", "тамыздағы", "қыркүйектегі", "қазандағы", "қарашадағы", "желтоқсандағы",
    )  # fmt: skip
    assert tuple(map(add_locative_adjective, MONTHS_KK)) == expected


def test_a_phrase_takes_the_ending_on_its_last_word() -> None:
    assert put_phrase("«AMANAT» партиясының аудандық филиалы", "gen") == "«AMANAT» партиясының аудандық филиалының"
    assert put_phrase("«Ауыл» ХДПП", "gen") == "«Ауыл» ХДПП-нің"
    assert put_phrase("ҚХП", "gen") == "ҚХП-нің"
    assert put_phrase("«Игілік» ҚҚ", "gen") == "«Игілік» ҚҚ-ның"
    assert put_phrase("«Ардагерлер кеңесі» ҚБ", "gen") == "«Ардагерлер кеңесі» ҚБ-нің"
