"""How well the parts of two names fit."""

import pytest

from etl.resolve.names import (
    Level,
    compare_forms,
    level_of_given,
    level_of_initial,
    level_of_surname,
    make_form,
    spell_key,
)
from etl.resolve.names.slips import compare_letters


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("ерлан", "ерлан", "equal"),
        ("каират", "каиарт", "swapped"),
        ("каират", "карат", "lost"),
        ("аинур", "аипур", "misread"),
        ("данат", "канат", "letter"),
        ("болат", "болатбек", "other"),
        ("", "а", "lost"),
    ],
)
def test_slips(left: str, right: str, slip: str) -> None:
    assert compare_letters(left, right) == compare_letters(right, left) == slip


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Қайрат", "Kairat", Level.EXACT),
        ("Кайрат", "Кайарт", Level.TYPO),
        ("Асан", "Хасан", Level.DIFFERENT),
        ("Марат", "Мұрат", Level.DIFFERENT),
        ("Алина", "Алия", Level.DIFFERENT),
        ("Рустам", "Рустама", Level.DIFFERENT),
        ("Ербол", "Ерболат", Level.DIFFERENT),
        ("Айдос", "", Level.ABSENT),
    ],
)
def test_given_names(left: str, right: str, level: Level) -> None:
    assert (
        level_of_given(spell_key(left), spell_key(right)) == level == level_of_given(spell_key(right), spell_key(left))
    )


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Ахметов", "Ахметова", Level.EXACT),
        ("Жұмабек", "Жумабекова", Level.PART),
        ("Мороз", "Морозов", Level.DIFFERENT),
        ("Нурмагамбетова", "Нурмагамбтеова", Level.TYPO),
        ("Оспанов", "Османов", Level.DIFFERENT),
        ("Соболев", "Соколов", Level.DIFFERENT),
        ("Ахметов", "Рахметов", Level.DIFFERENT),
        ("Ким", "Кан", Level.DIFFERENT),
    ],
)
def test_surnames(left: str, right: str, level: Level) -> None:
    assert level_of_surname(spell_key(left), spell_key(right)) == level


@pytest.mark.parametrize(
    ("initial", "name", "latin", "level"),
    [
        ("а", "асан", False, Level.INITIAL),
        ("о", "умирзак", False, Level.INITIAL),  # Ө. for Өмірзақ, in Russian Умирзак
        ("и", "ристи", False, Level.INITIAL),  # Ы. for Ырысты
        ("с", "шолпан", True, Level.INITIAL),
        ("с", "шолпан", False, Level.DIFFERENT),
        ("б", "асан", False, Level.DIFFERENT),
    ],
)
def test_initials_against_names(initial: str, name: str, latin: bool, level: Level) -> None:
    assert level_of_initial(initial, name, latin) == level


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (("Ахметов", "Қайрат", "Серікұлы"), ("Ахметов", "Кайрат", "Серикович"), True),
        (("Ахметов", "Қайрат", "Серікұлы"), ("Ахметов", "Қайрат", None), True),
        (("Ахметов", "Қайрат", "Серікұлы"), ("Ахметов", "Қ.", "С."), True),
        (("Ахметов", "Қайрат", "Серікұлы"), ("Ахметов", "Қ.", None), False),
        (("Ахметов", "Қайрат", None), ("Ахметов", "Қ.", None), True),
        (("Ахметов", "Нұр", "Серікұлы"), ("Ахметова", "Нұр", "Серікқызы"), False),
        (("Ахметов", "Асан", "Серікұлы"), ("Ахметов", "Хасан", "Серікұлы"), False),
        (("Иванова-Петрова", "Анна", "Ильинична"), ("Петрова", "Анна", "Ильинична"), True),
        (("Иванова", "Анна", "Ильинична"), ("Петрова", "Анна", "Ильинична"), False),
        ((None, None, None), (None, None, None), False),
        (("Ахметов", None, None), ("Ахметов", "Қайрат", "Серікұлы"), False),
    ],
)
def test_forms(left: tuple, right: tuple, same: bool) -> None:
    found = compare_forms(make_form(*left), make_form(*right))
    assert found.same is same
    assert compare_forms(make_form(*right), make_form(*left)) == found


def test_another_surname_of_a_woman_weighs_less_than_of_a_man() -> None:
    women = compare_forms(make_form("Ахметова", "Дана", "Ерланқызы"), make_form("Касымова", "Дана", "Ерлановна"))
    men = compare_forms(make_form("Ахметов", "Дархан", "Ерланұлы"), make_form("Касымов", "Дархан", "Ерланович"))
    assert men.score < women.score < 0.5
