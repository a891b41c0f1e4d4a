"""Order of tables, steps of distributions, sums of blocs: expected numbers worked out here."""

import numpy as np
import pandas as pd
import pytest

from models.language import load_catalogue
from pages._ui.blocs import sum_blocs
from pages._ui.distribution import count_steps, cut_edges
from pages._ui.measures import count_above
from pages._ui.page import escape
from pages._ui.tables import Column, sort_rows


def make_frame(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame({f"employer_share_max_{name}": values for name, values in columns.items()})


COLUMN = Column(
    "employer_share_max",
    "",
    str,
    ("employer_share_max_value", "employer_share_max_lower", "employer_share_max_upper"),
)


def test_unknown_seats_never_lift_a_commission() -> None:
    # One known seat of seven is "100 %" of the known; four of five surely share an employer.
    frame = make_frame(value=[1.0, 0.8, None], lower=[1 / 7, 0.8, 1 / 9], upper=[1.0, 0.8, 1.0])
    assert list(sort_rows(frame, [COLUMN], "-employer_share_max").index) == [1, 0, 2]


def test_least_first_goes_by_the_upper_bound() -> None:
    frame = make_frame(value=[0.2, 0.4], lower=[0.2, 0.4], upper=[0.9, 0.4])
    assert list(sort_rows(frame, [COLUMN], "employer_share_max").index) == [1, 0]


def test_names_sort_without_case_and_missing_come_last() -> None:
    frame = pd.DataFrame({"name": ["ұлытау", "Абай", None]}, dtype=object)
    column = Column("name", "", str)
    assert list(sort_rows(frame, [column], "name").index) == [1, 0, 2]


def test_unknown_order_changes_nothing() -> None:
    frame = make_frame(value=[0.2], lower=[0.2], upper=[0.9])
    assert sort_rows(frame, [COLUMN], "shoe_size") is frame


def test_surely_and_possibly_above_half() -> None:
    # Exactly one half is not above it.
    frame = make_frame(value=[0.5, 0.6, None], lower=[0.5, 0.6, 0.2], upper=[0.5, 0.8, 1.0])
    assert count_above(frame, "employer_share_max", 0.5) == (1, 2)


def test_steps_hold_every_value_once() -> None:
    values = pd.Series([0.0, 0.1, 1 / 3, 1.0, None])
    counts = count_steps(values, np.linspace(0, 1, 11))
    # 0 in the first tenth, 0.1 begins the second, a third in the fourth, 1 in the last.
    assert list(counts) == [1, 1, 0, 1, 0, 0, 0, 0, 0, 1]


def test_beyond_the_lawful_range_is_a_step_of_its_own() -> None:
    frame = pd.DataFrame({"nominator_hhi_position_upper": [0.4, 3.0]})
    edges = cut_edges(frame, "nominator_hhi_position")
    assert np.isinf(edges[-1])
    assert list(count_steps(pd.Series([1.0, 1.2]), edges))[-2:] == [1, 1]


def test_counts_have_whole_steps() -> None:
    frame = pd.DataFrame({"officer_same_bloc_upper": [3.0]})
    edges = cut_edges(frame, "officer_same_bloc")
    assert list(count_steps(pd.Series([0.0, 1.0, 3.0]), edges)) == [1, 1, 0, 1]


def test_expected_posts_follow_seats() -> None:
    frame = pd.DataFrame({"commission_id": ["a", "b"], "n": [5, 5], "completeness_role_value": [1.0, 0.6]})
    blocs = pd.DataFrame(
        {
            "commission_id": ["a", "a", "b"],
            "bloc": ["party:x", "party:y", "party:x"],
            "seats": [2, 3, 4],
            "officers": [3, 0, 1],
            "chairs": [1, 0, 1],
            "name": [None] * 3,
            "district": [None] * 3,
            "region_id": [None] * 3,
        }
    )
    total = sum_blocs(blocs, frame).set_index("bloc")
    assert total.loc["party:x", "seats"] == 2 + 4
    assert total.loc["party:x", "officers"] == 3 + 1
    # Only commission a has all posts known: 3 posts x 2 of 5 seats.
    assert total.loc["party:x", "expected"] == pytest.approx(3 * 2 / 5)
    assert total.loc["party:x", "clear_officers"] == 3
    assert total.loc["party:y", "expected"] == pytest.approx(3 * 3 / 5)


def test_markdown_of_documents_is_taken_literally() -> None:
    printed = "[x](javascript:alert(1)) **ҚАТЕ** :material/home: $a$"
    escaped = escape(printed)
    assert "](" not in escaped
    assert "**" not in escaped
    assert "\\:material" in escaped
    assert load_catalogue().has("notice.bad_value")
