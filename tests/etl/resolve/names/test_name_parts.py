"""Keys of surnames and patronymics, and the gender each part shows."""

import pytest

from etl.resolve.names.parts import (
    gender_of_given,
    gender_of_patronymic,
    gender_of_surname,
    is_initial,
    patronymic_key,
    surname_halves,
    surname_root,
)


@pytest.mark.parametrize(
    "forms",
    [
        (
            "Серікұлы",
            "Серікқызы",
            "Серикович",
            "Сериковна",
            "Серик улы",
            "Серік қызы",
            "Serikuly",
            "Serikovna",
            "Serıkūly",
        ),
        ("Абайұлы", "Абаевич", "Абаевна"),
        ("Ғалиұлы", "Галиевич", "Ǵaliuly", "Galiyevna"),
        ("Болатұлы", "Булатович"),
        ("Юрьевич", "Юрьевна", "Yuryevich", "Iurevich"),
        ("Вагиф оғлы", "Вагиф кызы"),
        ("Мұстафақызы", "Мустафаевна"),
        ("Жанатович", "Жанатовчи"),
    ],
)
def test_patronymics_of_one_father_have_one_key(forms: tuple[str, ...]) -> None:
    assert len({patronymic_key(form) for form in forms}) == 1


def test_the_last_letter_of_a_father_is_not_taken_for_the_ending() -> None:
    assert patronymic_key("Ерікқызы") == patronymic_key("Ерікұлы") == "ерик"


@pytest.mark.parametrize(
    ("surname", "root"),
    [
        ("Ахметов", "ахмет"),
        ("Ахметова", "ахмет"),
        ("Ахмет", "ахмет"),
        ("Сапарбаева", "сапарба"),
        ("Сапарбай", "сапарба"),
        ("Белинская", "белинск"),
        ("Белинский", "белинск"),
        ("Серікұлы", "серик"),
    ],
)
def test_roots_of_surnames(surname: str, root: str) -> None:
    assert surname_root(surname) == root


def test_a_prefix_with_a_hyphen_is_one_surname() -> None:
    assert surname_halves("Сейт-Қали") == ()
    assert surname_halves("Иванова-Петрова") == ("иван", "петр")


@pytest.mark.parametrize(
    ("read", "word", "gender"),
    [
        (gender_of_patronymic, "Серікқызы", "f"),
        (gender_of_patronymic, "Serikuly", "m"),
        (gender_of_patronymic, "С.", "unknown"),
        (gender_of_given, "Қайрат", "m"),
        (gender_of_given, "Aigul", "f"),
        (gender_of_given, "Жанат", "unknown"),
        (gender_of_given, "А.", "unknown"),
        (gender_of_surname, "Ахметова", "f"),
        (gender_of_surname, "Akhmetov", "m"),
        (gender_of_surname, "Штейн", "unknown"),
        (gender_of_surname, "Айдын", "unknown"),
    ],
)
def test_gender_of_a_part(read, word: str, gender: str) -> None:
    assert read(word) == gender


@pytest.mark.parametrize(
    ("part", "initial"), [("А.", True), ("А", True), ("Дж.", True), ("Ли", False), ("", False), ("Асан", False)]
)
def test_initials(part: str, initial: bool) -> None:
    assert is_initial(part) is initial
