"""Keys of names: equal over spelling and script, apart where names differ."""

import pytest

from models.search import list_keys, make_key, names_fit


@pytest.mark.parametrize(
    "spellings",
    [
        ("Үлгібеков", "Улгибеков", "Ulgibekov", "ҮЛГІБЕКОВ"),
        ("Тестбаев", "Testbayev", "Testbaev"),
        ("Айгүл", "Айгуль", "Aigul", "Aygul"),
        ("Ержанқызы", "Ержановна", "Yerzhanovna"),
        ("Жанибек", "Джанибек", "Zhanibek", "Janibek"),
        ("Қалыпова", "Калыпова", "Kalypova", "Qalypova"),
        ("Іңкәр", "Инкар", "Inkar"),
        ("Өмір", "Омир", "Omir"),
        ("Наталья", "Natalya"),
        ("Тeстбаев", "Тестбаев"),  # a Latin e inside
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({make_key(word) for word in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Тестбаев", "Текебаев"), ("Айгүл", "Айнұр"), ("Асан", "Асел"), ("577", "57"), ("11", "1")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert make_key(one) != make_key(other)


def test_words_for_son_and_daughter_are_no_names() -> None:
    assert list_keys("Мысалова Айгүл Ержан қызы") == list_keys("Мысалова Айгүл Ержанқызы")
    assert list_keys(" – , . ") == []


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        (("Мысалова", "Айгүл", "Ержанқызы"), ("Мысалова", "Айгуль", "Ержановна"), True),
        (("Мысалова", "Айгүл", "Ержанқызы"), ("Мысалова", "А.", "Е."), True),
        (("Мысалова", "Айгүл", "Ержанқызы"), ("Мысалова", "Айгүл", ""), True),
        (("Мысалова", "Айгүл", "Ержанқызы"), ("Мысалова", "Айгүл", "Ерланқызы"), False),
        (("Мысалова", "Айгүл", ""), ("Мысалова", "Б.", ""), False),
        (("Мысалова", "Айгүл", ""), ("Мысалов", "Айгүл", ""), False),
        (("", "Айгүл", ""), ("", "Айгүл", ""), False),  # without a surname nothing can be said
    ],
)
def test_names_fit(one: tuple[str, str, str], other: tuple[str, str, str], fit: bool) -> None:
    assert names_fit(one, other) is fit
    assert names_fit(other, one) is fit
