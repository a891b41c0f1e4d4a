from __future__ import annotations

import pytest

from etl.normalise.given_inflection import given_nominatives
from etl.normalise.inflection import CASES, surname_nominatives
from etl.normalise.kazakh_suffixes import strip_kazakh_suffix
from etl.normalise.patronymics import read_patronymic
from tests.etl.normalise.declension import RUSSIAN_CASES, decline_given, decline_surname


def cheapest(candidates: tuple[tuple[str, float], ...]) -> str:
    return min(candidates, key=lambda pair: pair[1])[0]


@pytest.mark.parametrize("case", RUSSIAN_CASES)
@pytest.mark.parametrize(
    ("surname", "gender"),
    [
        ("омаров", "m"),
        ("омарова", "f"),
        ("лукин", "m"),
        ("лукина", "f"),
        ("белинский", "m"),
        ("белинская", "f"),
        ("мырзамурат", "m"),
        ("мырзамурат", "f"),
        ("абай", "m"),
        ("бондарь", "m"),
        ("бондарь", "f"),
        ("коваленко", "m"),
        ("седых", "f"),
        ("цой", "f"),
        ("глинка", "m"),
    ],
)
def test_surname_goes_out_and_back(surname: str, gender: str, case: str) -> None:
    assert cheapest(surname_nominatives(decline_surname(surname, gender, case), gender, case)) == surname


@pytest.mark.parametrize("case", RUSSIAN_CASES)
@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("игорь", "m"),
        ("марат", "m"),
        ("илья", "m"),
        ("лев", "m"),
        ("павел", "m"),
        ("мария", "f"),
        ("наиля", "f"),
        ("любовь", "f"),
    ],
)
def test_given_name_goes_out_and_back(name: str, gender: str, case: str) -> None:
    assert cheapest(given_nominatives(decline_given(name, gender, case), gender, case)) == name


def test_nominative_is_what_is_printed() -> None:
    assert CASES[0] == "nominative"
    assert surname_nominatives("омаров", "m", "nominative") == (("омаров", 0.0),)
    assert given_nominatives("марат", "m", "nominative") == (("марат", 0.0),)


@pytest.mark.parametrize(
    ("word", "nominative", "gender", "cases"),
    [
        ("вадимовича", "вадимович", "m", ("accusative", "genitive")),
        ("вадимовичу", "вадимович", "m", ("dative",)),
        ("вадимовичем", "вадимович", "m", ("instrumental",)),
        ("ильичом", "ильич", "m", ("instrumental",)),
        ("ержановна", "ержановна", "f", ("nominative",)),
        ("ержановну", "ержановна", "f", ("accusative",)),
        ("ержановны", "ержановна", "f", ("genitive",)),
        ("ержановной", "ержановна", "f", ("instrumental",)),
        ("ильиничну", "ильинична", "f", ("accusative",)),
    ],
)
def test_russian_patronymic(word: str, nominative: str, gender: str, cases: tuple[str, ...]) -> None:
    reading = read_patronymic(word)
    assert reading is not None
    assert (reading.nominative, reading.gender, reading.cases, reading.decisive) == (nominative, gender, cases, True)


@pytest.mark.parametrize(
    ("word", "stem", "gender"),
    [
        ("турсынұлы", "турсын", "m"),
        ("оспанқызы", "оспан", "f"),
        ("рахимжанулы", "рахимжан", "m"),
        ("ильгар кызы", "ильгар", "f"),
        ("вагиф оглы", "вагиф", "m"),
        ("жапар уулу", "жапар", "m"),
    ],
)
def test_turkic_patronymic_tells_gender_but_no_case(word: str, stem: str, gender: str) -> None:
    reading = read_patronymic(word)
    assert reading is not None
    assert (reading.nominative, reading.stem, reading.gender, reading.decisive) == (word, stem, gender, False)
    assert set(reading.cases) == set(CASES)


@pytest.mark.parametrize("word", ["ахметов", "улы", "қызы", "марина", "мельник", "кулич", ""])
def test_not_a_patronymic(word: str) -> None:
    assert read_patronymic(word) is None


@pytest.mark.parametrize(
    ("word", "base", "case"),
    [
        ("ахметовтің", "ахметов", "kk_genitive"),
        ("ахметовтың", "ахметов", "kk_genitive"),
        ("сапарованың", "сапарова", "kk_genitive"),
        ("құралбекті", "құралбек", "kk_accusative"),
        ("жандосқызының", "жандосқызы", "kk_genitive"),
        ("азаматұлын", "азаматұлы", "kk_accusative"),
        ("азаматұлына", "азаматұлы", "kk_dative"),
        ("ерланға", "ерлан", "kk_dative"),
        ("ерланнан", "ерлан", "kk_ablative"),
        ("айгүлден", "айгүл", "kk_ablative"),
        ("ли-дің", "ли", "kk_genitive"),
    ],
)
def test_strip_kazakh_suffix(word: str, base: str, case: str) -> None:
    assert (base, case) in strip_kazakh_suffix(word)


@pytest.mark.parametrize("word", ["айгүлдан", "ерланның-", "маратның", "сәуледың", "ерлан"])
def test_suffix_against_harmony_or_assimilation_stays(word: str) -> None:
    assert strip_kazakh_suffix(word) == ()
