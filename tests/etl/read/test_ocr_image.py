from __future__ import annotations

import cv2
import numpy as np
import pytest

from etl.read.ocr_image import find_rules, find_skew, prepare

SCALE = 300 / 72


def make_page(height: int = 1754, width: int = 1240) -> np.ndarray:
    """Paper of A4 at 150 dpi with lines of blocks that stand for letters."""
    page = np.full((height, width), 255, np.uint8)
    for y in range(200, 1500, 40):
        for x in range(120, 1000, 24):
            page[y : y + 16, x : x + 12] = 10
    return page


def dark(picture: np.ndarray, y: int, x: int, size: int = 14) -> bool:
    return bool(picture[y - size : y + size, x - size : x + size].min() < 120)


def test_points_and_dashes_between_spaces_stay_and_specks_go() -> None:
    page = make_page()
    page[212:216, 1010:1014] = 10  # a point after the last letter
    page[207:210, 1032:1040] = 10  # a dash behind a space
    page[800:802, 1150:1152] = 10  # dirt on the margin
    grey = prepare(page, 150).grey
    assert dark(grey, 2 * 214, 2 * 1012)
    assert dark(grey, 2 * 208, 2 * 1036)
    assert not dark(grey, 2 * 801, 2 * 1151)


@pytest.mark.parametrize("angle", [-3.0, -0.8, 1.5])
def test_skew_is_measured(angle: float) -> None:
    page = make_page()
    turn = cv2.getRotationMatrix2D((620, 877), angle, 1.0)
    turned = cv2.warpAffine(255 - page, turn, (1240, 1754))
    assert find_skew(np.asarray((turned > 120) * 255, np.uint8)) == pytest.approx(-angle, abs=0.1)


def test_uneven_light_turns_white_and_print_stays_dark() -> None:
    page = (make_page() * np.linspace(1.0, 0.5, 1240)[None, :]).astype(np.uint8)
    grey = prepare(page, 150).grey
    assert np.median(grey[:, :200]) == np.median(grey[:, -200:]) == 255
    assert dark(grey, 2 * 208, 2 * 990)


def ink_of_table(wall: tuple[int, int]) -> np.ndarray:
    """Three rows: the middle one alone is parted, by a wall of its own height."""
    ink = np.zeros((900, 1600), np.uint8)
    for y in (300, 360, 420, 480, 540):
        ink[y : y + 3, 100:1500] = 255
    for x in (100, 1498):
        ink[300:543, x : x + 3] = 255
    ink[480:543, 700:703] = 255
    ink[wall[0] : wall[1], 700:703] = 255
    return ink


def test_the_wall_of_a_single_low_row_is_a_rule() -> None:
    places = [rule.at * SCALE for rule in find_rules(ink_of_table((360, 422)), SCALE)[1]]
    assert sorted(places) == pytest.approx([101, 701, 701, 1499], abs=3)


def walls(ink: np.ndarray) -> int:
    return sum(680 < rule.at * SCALE < 720 for rule in find_rules(ink, SCALE)[1])


def test_a_stroke_that_ends_between_rows_is_none() -> None:
    assert (walls(ink_of_table((365, 410))), walls(ink_of_table((360, 422)))) == (0, 2)


def test_a_stroke_from_rule_to_rule_with_none_above_or_below_is_a_letter() -> None:
    ink = ink_of_table((0, 0))
    ink[480:543, 700:703] = 0
    ink[360:423, 900:903] = 255
    assert not [rule for rule in find_rules(ink, SCALE)[1] if 880 < rule.at * SCALE < 920]
