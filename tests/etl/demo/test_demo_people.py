import pytest

from etl.demo.people import make_feminine


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("Шин", "Шин"),
        ("Ким", "Ким"),
        ("Нұрғалин", "Нұрғалина"),
        ("Сәрсенов", "Сәрсенова"),
        ("Львов", "Львова"),
        ("Ковальский", "Ковальская"),
        ("Құдайберген", "Құдайберген"),
    ],
)
def test_feminine_form_of_a_surname(masculine: str, feminine: str) -> None:
    assert make_feminine(masculine) == feminine
