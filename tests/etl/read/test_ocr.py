from __future__ import annotations

import numpy as np
import pytest

from etl.read import ocr_again
from etl.read.ocr_again import read_again
from etl.read.ocr_confidence import is_noise
from etl.read.ocr_tesseract import Reading
from etl.read.ocr_words import make_words

PAGE = np.full((400, 2000), 255, np.uint8)


def line(*words: tuple[str, float]) -> list[Reading]:
    made, x = [], 20
    for text, confidence in words:
        made.append(Reading(text, x, 100, 20 * len(text), 30, confidence, (1, 1, 1)))
        x += 20 * len(text) + 12
    return made


@pytest.fixture
def again(monkeypatch):
    """What the second reading says, in order; records how many pieces were read again."""
    answers: list[list[tuple[str, float]]] = []
    asked: list[int] = []

    def recognise(pictures, mode, dpi, languages):
        asked.append(len(pictures))
        return [line(*answers[index]) for index in range(len(pictures))]

    monkeypatch.setattr(ocr_again, "recognise", recognise)
    return answers, asked


def test_a_badly_read_name_in_quotation_marks_is_read_again_as_a_whole(again) -> None:
    answers, asked = again
    answers.append([("«Respublica»)", 0.9)])
    words = line(("партия", 0.95), ("«Везриб", 0.4), ("Пса»)", 0.3), ("хатшы", 0.9))
    read_again(PAGE, [words])
    assert [w.text for w in words] == ["партия", "«Respublica»)", "хатшы"]
    assert (words[1].confidence, asked) == (0.9, [1])


def test_capitals_of_both_scripts_are_read_again(again) -> None:
    answers, _ = again
    answers.append([("AMANAT", 0.92)])
    words = line(("«АМАМАТ»", 0.93))
    read_again(PAGE, [words])
    assert words[0].text == "«AMANAT»"


@pytest.mark.parametrize("latin", [("BonaTKpi3bl", 0.9), ("Fa6utovna", 0.9), ("Bolatova", 0.7)])
def test_a_cyrillic_word_is_not_made_latin(again, latin) -> None:
    answers, _ = again
    answers.append([latin])
    words = line(("Болатқызы", 0.5))
    read_again(PAGE, [words])
    assert words[0].text == "Болатқызы"


@pytest.mark.parametrize(
    ("found", "kept"), [(("63", 0.96), "63"), (("63", 0.7), "65"), (("633", 0.97), "65"), (("бз", 0.99), "65")]
)
def test_a_number_behind_its_sign_is_read_twice_and_the_surer_reading_stays(again, found, kept) -> None:
    answers, _ = again
    answers.append([found])
    words = line(("комиссиясы", 0.95), ("№", 0.95), ("65", 0.88))
    read_again(PAGE, [words])
    assert words[2].text == kept


def test_numbers_that_count_rows_are_not_read_again(again) -> None:
    _, asked = again
    words = line(("5", 0.5), ("Оспанова", 0.95), ("Сәния", 0.95))
    read_again(PAGE, [words])
    assert asked == [0]


def test_the_day_of_a_date_is_read_twice(again) -> None:
    answers, _ = again
    answers.append([("23", 0.97)])
    words = line(("25", 0.8), ("қаңтар", 0.9))
    read_again(PAGE, [words])
    assert words[0].text == "23"


def test_words_keep_how_sure_they_are_and_dirt_at_the_ends_goes() -> None:
    found = make_words([line(("~", 0.2), ("Оспанова", 0.87), ("–", 0.3), ("төраға", 0.91), ("*", 0.1))], 4.0)
    assert [(word.text, word.confidence) for word in found] == [("Оспанова", 0.87), ("–", 0.3), ("төраға", 0.91)]
    assert len({(word.top, word.bottom) for word in found}) == 1


@pytest.mark.parametrize(
    ("words", "noise"),
    [
        ([("ЕКЕАР", 0.2), ("АК", 0.3), ("ҰҒЫ", 0.1)], True),
        ([("Оспанова", 0.6), ("АК", 0.3), ("ҰҒЫ", 0.1)], False),
        ([("7.", 0.2)], False),
    ],
)
def test_a_line_without_a_surely_read_word_is_noise(words, noise) -> None:
    assert is_noise(line(*words)) is noise
