from __future__ import annotations

import pytest
import yaml

from etl.normalise.given_names import (
    REFERENCE,
    compound_gender,
    genders_of_given,
    is_korean_syllable,
    is_listed_spelling,
    is_listed_surname,
    skeleton,
)


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Гүлнәзия", "Гульназия"),
        ("Ләззат", "Ляззат"),
        ("Қымбат", "Кымбат"),
        ("Әсел", "Асель"),
        ("Қайыржан", "Каиржан"),
        ("Бәйімбет", "Баимбет"),
        ("Күләш", "Куляш"),
        ("Эльмира", "Елмира"),
    ],
)
def test_both_spellings_share_a_skeleton(kazakh: str, russian: str) -> None:
    assert skeleton(kazakh) == skeleton(russian)


@pytest.mark.parametrize(
    ("left", "right"), [("Евгений", "Евгении"), ("Аллы", "Али"), ("Марат", "Мурат"), ("Юлий", "Юлии")]
)
def test_cases_and_other_names_do_not(left: str, right: str) -> None:
    assert skeleton(left) != skeleton(right)


@pytest.mark.parametrize(
    ("name", "genders"),
    [
        ("Марат", "m"),
        ("Динара", "f"),
        ("Қажымұқан", "m"),
        ("Кажымукан", "m"),
        ("Илья", "m"),
        ("Любовь", "f"),
        ("Дилором", "f"),
        ("Долкун", "m"),
        ("Рушания", "f"),
        ("Вагиф", "m"),
        ("Анна-Мария", "f"),
        ("Сапарова", ""),
        ("", ""),
    ],
)
def test_genders_of_given(name: str, genders: str) -> None:
    assert genders_of_given(name) == genders


def test_a_name_of_both_genders() -> None:
    assert set(genders_of_given("Жанат")) == {"m", "f"}


def test_compounds_speak_for_names_not_listed() -> None:
    assert compound_gender("Айтберген") == "m"
    assert compound_gender("Жазгүл") == compound_gender("Жазгуль") == "f"
    assert compound_gender("Мөлдір") == ""
    assert compound_gender("Шүкірдің") == ""


def test_spelling_counts_where_a_skeleton_is_shared() -> None:
    assert is_listed_spelling("Наиля") and not is_listed_spelling("Наила")
    assert is_listed_spelling("Күләш")


def test_surnames_of_unusual_form() -> None:
    assert is_listed_surname("Цой", "korean")
    assert is_listed_surname("шварц", "ending_in_ts")
    assert not is_listed_surname("кравец", "ending_in_ts")
    assert is_korean_syllable("Сук") and not is_korean_syllable("Иван")


def test_lists_are_cyrillic_and_without_doubles() -> None:
    content = yaml.safe_load((REFERENCE / "kz" / "given_names.yml").read_text(encoding="utf-8"))
    for origin, lists in content["names"].items():
        for kind, names in lists.items():
            assert len(names) == len(set(names)), (origin, kind)
            for name in names:
                assert all("Ѐ" <= letter <= "ӿ" or letter in "-/" for letter in name), name
