from __future__ import annotations

import pytest

from etl.read.ocr_repair import is_number_sign, repair_line


@pytest.mark.parametrize("sign", ["Хо", "Мо", "Ме", "№", "Мо.", "N", "Қ2"])
def test_signs_before_a_number_are_number_signs(sign: str) -> None:
    assert repair_line(["участок", sign, "173"]) == ["участок", "№", "173"]
    assert is_number_sign(sign)


def test_a_sign_glued_to_its_number_is_parted() -> None:
    assert repair_line(["Хо173"]) == ["№ 173"]
    assert repair_line(["(№o12)"]) == ["(№ 12)"]


def test_the_number_of_an_act_shows_the_sign_before_it() -> None:
    assert repair_line(["шешімі", "Хе", "12/95-VIII"])[1] == "№"


@pytest.mark.parametrize("words", [["Мо", "Ден"], ["Ме", "Оспанова"], ["Нам", "12"], ["Ли", "Ән"]])
def test_names_are_left_alone(words: list[str]) -> None:
    assert repair_line(words) == words


def test_a_stroke_before_a_point_at_the_start_is_one() -> None:
    assert repair_line(["І.", "Оспанова"]) == ["1.", "Оспанова"]
    assert repair_line(["Оспанова", "І."]) == ["Оспанова", "І."]


def test_strokes_of_ruled_lines_are_taken_off() -> None:
    assert repair_line(["|Әсел", "|", "хатшы|"]) == ["Әсел", "", "хатшы"]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("12/95-УІШ", "12/95-VIII"),
        ("21-4/УШ", "21-4/VIII"),
        ("38/441-ХП", "38/441-XII"),
        ("5/12-VI,", "5/12-VI,"),
        ("7-УУУ", "7-УУУ"),
    ],
)
def test_roman_numerals_of_acts_are_latin(read: str, printed: str) -> None:
    assert repair_line([read]) == [printed]
