from __future__ import annotations

import pytest

from etl.normalise.gender import gender_of
from etl.normalise.names import parse_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ахметов Марат Серикович", "m"),
        ("Абай Жанат Маратқызы", "f"),
        ("Абай Жанат Маратұлы", "m"),
        ("Гусейнова Севда Намик кызы", "f"),
        ("Алиев Рашад Вагиф оглы", "m"),
        ("Дарибай Гүлнар", "f"),
        ("Дарибай Нұрлан", "m"),
        ("Ахметова А.Б.", "f"),
        ("Ахметов А.Б.", "m"),
        ("Белинская А.", "f"),
        ("Абай А.Б.", "unknown"),
        ("Ли А.", "unknown"),
        ("Шин Е.", "unknown"),
        ("Абай Жанат", "unknown"),
        ("Коваленко Ж.", "unknown"),
        ("Иванов Марина", "unknown"),
        ("???", "unknown"),
    ],
)
def test_gender_of(name: str, gender: str) -> None:
    assert gender_of(name) == gender


def test_parsed_name_is_taken_as_it_is() -> None:
    parsed = parse_name("Сапарову Динару", case="accusative")
    assert parsed is not None and gender_of(parsed) == "f"
