from __future__ import annotations

import pymorphy3
import pytest

from etl.normalise.dictionary import is_common_word, known_nominatives


@pytest.mark.parametrize(
    ("word", "gender", "case", "nominative"),
    [
        ("соловья", "m", "genitive", "соловей"),
        ("воробья", "m", "accusative", "воробей"),
        ("лесного", "m", "genitive", "лесной"),
        ("гладкого", "m", "genitive", "гладкий"),
        ("сорокой", "f", "instrumental", "сорока"),
        ("белой", "f", "genitive", "белая"),
    ],
)
def test_dictionary_words_go_back(word: str, gender: str, case: str, nominative: str) -> None:
    assert nominative in known_nominatives(word, gender, case)


@pytest.mark.parametrize("word", ["алимжанову", "мырзамурата", "шукир", "дарибая"])
def test_what_the_dictionary_does_not_hold_gets_no_guess(word: str) -> None:
    assert known_nominatives(word, "m", "genitive") == frozenset()


def test_common_words() -> None:
    assert is_common_word("копия") and is_common_word("школы")
    assert not is_common_word("марина") and not is_common_word("сапарова") and not is_common_word("қамшат")


def test_guesses_about_kazakh_names_are_wrong() -> None:
    """The reason why only known words are asked for (docs/names.md)."""
    analyzer = pymorphy3.MorphAnalyzer(lang="ru")
    assert analyzer.parse("шукир")[0].normal_form == "шукира"
    assert analyzer.parse("турсынулы")[0].normal_form != "турсынулы"
    assert any(parse.normal_form == "ержановен" for parse in analyzer.parse("ержановну"))
