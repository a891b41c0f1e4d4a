"""The index of names: every word typed must be found, the closest first."""

import pytest

from models.search import build_index

NAMES = ["Мысалова Айгүл Ержанқызы", "Мысалов Олег", "Образцова Динара", "УИК № 57", "УИК № 577", ""]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("мысалова", [0, 1]),  # then what is one letter off
        ("мысалов", [1, 0]),  # the whole word before the beginning of one
        ("Mysalova", [0, 1]),
        ("аигуль мысал", [0]),
        ("Обрасцова", [2]),  # one letter off
        ("олег мысалова", [1]),
        ("олег динара", []),  # no name holds both
        ("57", [3, 4]),
        ("577", [4]),
        ("такого нет", []),
        ("", []),
        ("***", []),
    ],
)
def test_search(typed: str, places: list[int]) -> None:
    assert build_index(NAMES).search(typed).tolist() == places


def test_no_names_give_nothing() -> None:
    assert build_index([]).search("мысалова").tolist() == []
