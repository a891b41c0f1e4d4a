"""Printed names: forms of texts, plain and full reading, frames of forms, comparison of prints."""

import pandas as pd
import pytest

from etl.normalise.names import parse_name
from etl.resolve.names import COLUMNS, compare_texts, form_frame, form_of_text, make_form
from etl.resolve.names.reading import mend_print, read_print


@pytest.mark.parametrize(
    "printed",
    [
        "Ахметова Әлия Серікқызы",
        "Әлия Серікқызы Ахметова",
        "АХМЕТОВА ӘЛИЯ СЕРІКҚЫЗЫ",
        "Ахметову Алию Сериковну",
        "1. Ахметова Алия Сериковна;",
        "гр. Ахметова Алия Сериковна",
        "Akhmetova Aliya Serikovna",
        "Ахметова Әлия Сер1кқызы",
    ],
)
def test_prints_of_one_name_have_one_form(printed: str) -> None:
    form, expected = form_of_text(printed), make_form("Ахметова", "Әлия", "Серікқызы")
    for name in ("surname_key", "surname_root", "given_key", "patronymic_key", "gender"):
        assert getattr(form, name) == getattr(expected, name)


def test_a_text_that_is_no_name_has_an_empty_form() -> None:
    assert form_of_text("№ 12 / 5") == make_form(None, None)
    assert not compare_texts("№ 12 / 5", "№ 12 / 5").same


def test_a_former_surname_in_brackets_is_kept() -> None:
    assert form_of_text("Касымова (бывшая Ахметова) Жанна Талгатовна").former_root == "ахмет"


@pytest.mark.parametrize(
    "printed",
    ["Омаров Қайрат Серікұлы", "САПАРОВА ДИНАРА МАРАТОВНА", "Айгүл Ержанқызы Тестбаева", "Тестбаева Айгуль Ержан кызы"],
)
def test_the_plain_reading_says_what_the_full_one_says(printed: str) -> None:
    plain, full = read_print(printed), parse_name(printed)
    assert plain is not None and full is not None
    assert (plain.full, plain.gender, plain.order) == (full.full, full.gender, full.order)


def test_signs_around_a_name_are_taken_off() -> None:
    assert mend_print(" 12) «Омаров Асан» (председатель);") == "Омаров Асан"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Сейітқали Айнұр", "Айнур Сеиткали", True),  # a woman's name decides the order
        ("Асан Серік", "Серік Асан", False),
        ("Серікұлы Асан", "Асан Серікұлы", True),
        ("Серік Асанұлы", "Асан Серікұлы", False),
        ("Есім Сүлеймен Қайратұлы", "Сүлеймен Есім Қайратұлы", True),
        ("Асқаров Нұр", "Асқарова Нұр", False),
        ("Арыстанова Гүлнар", "Арыстанову Гульнар", True),
        ("Ахметов А.К.", "А.К. Ахметов", True),
        ("Ахметов А.", "Ахметов А.", True),
    ],
)
def test_prints(left: str, right: str, same: bool) -> None:
    assert compare_texts(left, right).same is same
    assert compare_texts(right, left).same is same


def test_a_frame_of_forms_says_what_single_forms_say() -> None:
    names = [
        ("Ахметова", "Әлия", "Серікқызы", "f"),
        ("Akhmetov", "K.", None, None),
        (None, "Асан", "Серікұлы", None),
        ("Жақып", "Жанат", "", "unknown"),
    ]
    rows = pd.DataFrame(names, columns=["surname", "given_name", "patronymic", "gender"], index=[7, 3, 3, 9])
    found = form_frame(rows)
    assert list(found.columns) == list(COLUMNS)
    assert list(found.index) == [7, 3, 3, 9]
    for row, name in zip(found.to_dict("records"), names, strict=True):
        form = make_form(name[0], name[1], name[2], name[3] or "unknown")
        assert row == {column: getattr(form, column) for column in COLUMNS}


def test_an_empty_frame_gives_an_empty_frame() -> None:
    assert form_frame(pd.DataFrame(columns=["surname", "given_name", "patronymic"])).empty


def test_two_letters_that_one_latin_sign_joins_are_read_as_the_listed_name() -> None:
    assert compare_texts("Сапаров Асхат Асанұлы", "Saparov Ashat Asanuly").same
    assert compare_texts("Қуандық Сәуле Асхатқызы", "Qýandyq Sáýle Ashatqyzy").same


def test_order_of_two_latin_words_is_told_by_the_lists() -> None:
    assert compare_texts("Ким Сергей Владимирович", "Kim Sergey").same
    assert compare_texts("Ким Сергей Владимирович", "Sergey Kim").same
    assert not compare_texts("Сергеев Ким Владимирович", "Kim Sergey").same


def test_hodja_and_qoja_are_one_beginning_of_surnames() -> None:
    assert compare_texts("Қожахметов Нұрғиса Маратұлы", "Ходжахметов Нургиса Маратович").same
    assert not compare_texts("Қожахметов Нұрғиса Маратұлы", "Ахметов Нургиса Маратович").same
