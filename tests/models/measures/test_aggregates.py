"""Several commissions together: pooled shares, means, bounds for unread commissions, intervals for samples."""

import numpy as np
import pandas as pd
import pytest

from models.measures.aggregates import AGGREGATE_COLUMNS, aggregate, list_extremes
from models.measures.resampling import resample_interval


def rows(metric, *cells, tiers=""):
    """Write metric rows: one (commission, value, lower, upper, known, total) each."""
    columns = ["commission_id", "value", "lower", "upper", "n_known", "n_total"]
    frame = pd.DataFrame(cells, columns=columns)
    return frame.assign(metric=metric, tiers=tiers, variant="", as_of=pd.Timestamp("2024-02-01"))


def places(count, **more):
    frame = pd.DataFrame({"commission_id": [f"P{number}" for number in range(1, count + 1)]})
    return frame.assign(**{"region_id": "KZ-43", "district": "Жалағаш ауданы", "level": "PEC", **more})


def expect(scope_id, count, level="PEC"):
    return pd.DataFrame({"scope_id": [scope_id], "level": [level], "commissions_expected": [count]})


SHARES = rows("education_share", ("P1", 4 / 4, 4 / 7, 7 / 7, 4, 7), ("P2", 1 / 5, 1 / 5, 1 / 5, 5, 5))
MEANS = rows("nominator_hhi", ("P1", 0.5, 0.4, 0.6, 7, 7), ("P2", 0.2, 0.2, 0.3, 5, 5))


def only(frame, level="PEC"):
    found = frame.loc[frame["level"].eq(level)]
    assert len(found) == 1
    return found.iloc[0]


def test_shares_are_pooled_over_seats():
    found = only(aggregate(SHARES, places(2), "district"))
    # Five of nine known seats; of twelve seats at least five, at most eight.
    assert (found["value"], found["lower"], found["upper"]) == pytest.approx((5 / 9, 5 / 12, 8 / 12))
    assert found["scope_id"] == "KZ-43/Жалағаш ауданы"
    assert found["commissions_read"] == 2
    assert pd.isna(found["commissions_expected"])


def test_other_metrics_are_means_over_commissions():
    found = only(aggregate(MEANS, places(2), "country"))
    assert (found["value"], found["lower"], found["upper"]) == pytest.approx((0.35, 0.3, 0.45))


def test_unread_commissions_enter_as_bounds_of_a_share():
    found = only(aggregate(SHARES, places(2), "region", expect("KZ-43", 4)))
    # Two more commissions of the mean size six: 12 seats more, none or all of them teachers.
    assert (found["value"], found["lower"], found["upper"]) == pytest.approx((5 / 9, 5 / 24, 20 / 24))
    assert found["commissions_expected"] == 4


def test_unread_commissions_enter_as_bounds_of_a_mean():
    found = only(aggregate(MEANS, places(2), "region", expect("KZ-43", 3)))
    # The index of an unread commission of at most seven seats lies between 1/7 and 1.
    assert (found["lower"], found["upper"]) == pytest.approx(((0.6 + 1 / 7) / 3, (0.9 + 1) / 3))


def test_commission_without_a_value_still_has_bounds():
    metrics = rows("nominator_hhi", ("P1", 0.5, 0.4, 0.6, 7, 7), ("P2", np.nan, 0.2, 1.0, 0, 5))
    found = only(aggregate(metrics, places(2), "country"))
    assert (found["value"], found["lower"], found["upper"]) == pytest.approx((0.5, 0.3, 0.8))


def test_recorded_ties_are_pooled_over_all_seats():
    metrics = rows("tied_share_auyl", ("P1", 2 / 7, 2 / 7, 1, 3, 7), ("P2", np.nan, 0, 1, 0, 5), tiers="1,2")
    found = only(aggregate(metrics, places(2), "country"))
    assert (found["value"], found["lower"], found["upper"]) == pytest.approx((2 / 12, 2 / 12, 1))
    assert found["tiers"] == "1,2"


def test_nothing_known_anywhere():
    metrics = rows("tied_share_auyl", ("P1", np.nan, 0, 1, 0, 7), tiers="1")
    found = only(aggregate(metrics, places(1), "country"))
    assert pd.isna(found["value"])
    assert (found["lower"], found["upper"]) == (0, 1)


def test_levels_apart_and_together():
    metrics = pd.concat([MEANS, rows("nominator_hhi", ("P3", 0.8, 0.8, 0.8, 7, 7))])
    found = aggregate(metrics, places(3, level=["PEC", "PEC", "TEC"]), "country")
    assert only(found, "PEC")["value"] == pytest.approx(0.35)
    assert only(found, "TEC")["value"] == pytest.approx(0.8)
    assert only(found, "all")["value"] == pytest.approx(0.5)


def test_expected_of_all_levels_needs_every_level():
    metrics = pd.concat([MEANS, rows("nominator_hhi", ("P3", 0.8, 0.8, 0.8, 7, 7))])
    located = places(3, level=["PEC", "PEC", "TEC"])
    partly = aggregate(metrics, located, "country", expect("KZ", 4))
    assert pd.isna(only(partly, "all")["commissions_expected"])
    fully = aggregate(metrics, located, "country", pd.concat([expect("KZ", 4), expect("KZ", 1, "TEC")]))
    assert only(fully, "all")["commissions_expected"] == 5


def test_unknown_place_is_left_out_of_the_place_but_not_of_the_country():
    located = places(2, district=["Жалағаш ауданы", None])
    assert only(aggregate(MEANS, located, "district"))["commissions_read"] == 1
    assert only(aggregate(MEANS, located, "country"))["commissions_read"] == 2


def test_variants_are_left_out():
    metrics = pd.concat([MEANS, MEANS.assign(variant="successor", value=1.0)])
    assert only(aggregate(metrics, places(2), "country"))["value"] == pytest.approx(0.35)


def sample(count):
    return rows("nominator_hhi", *[(f"P{number}", number / 20, 0, 1, 7, 7) for number in range(1, count + 1)])


@pytest.mark.parametrize(
    ("read", "expected", "given"), [(10, 20, True), (9, 20, False), (10, 10, False), (10, 8, False)]
)
def test_interval_only_for_a_sample_of_ten_or_more(read, expected, given):
    found = only(aggregate(sample(read), places(read), "country", expect("KZ", expected)))
    assert pd.notna(found["ci_low"]) is given
    assert pd.notna(found["ci_high"]) is given


def test_no_interval_where_the_number_of_commissions_is_not_known():
    assert pd.isna(only(aggregate(sample(12), places(12), "country"))["ci_low"])


def test_interval_agrees_with_the_known_spread_of_a_mean():
    count = 400
    values = np.linspace(0, 1, count)[:, None]
    low, high = resample_interval(values, np.ones((count, 1)), values.mean(axis=0), 0.75)
    # Standard error of a mean, halved by sqrt(1 - 0.75); 1.96 standard errors on each side.
    wanted = 1.96 * values.std() / np.sqrt(count) * 0.5
    assert values.mean() - low[0] == pytest.approx(wanted, rel=0.1)
    assert high[0] - values.mean() == pytest.approx(wanted, rel=0.1)


def test_interval_is_the_same_every_time_and_shrinks_to_nothing():
    values, ones = np.arange(12.0)[:, None], np.ones((12, 1))
    one, other = (resample_interval(values, ones, values.mean(axis=0), 0.5) for _ in range(2))
    assert one == other
    low, high = resample_interval(values, ones, values.mean(axis=0), 1.0)
    assert low[0] == high[0] == 5.5


@pytest.mark.parametrize(
    ("metric", "extremes"),
    [
        ("employer_control_number", (1, 4)),
        ("quorum_block_number", (1, 3)),
        ("officer_same_bloc", (0, 3)),
        ("tied_share_max", (0, 1)),
        ("nominator_share_max", (1 / 7, 1)),
        ("multi_tied_amanat", (0, 1)),
    ],
)
def test_extremes_of_an_unread_commission_of_seven(metric, extremes):
    assert list_extremes(metric, 7) == pytest.approx(extremes)


def test_position_beyond_the_law_has_no_bounds_for_unread_commissions():
    metrics = rows("nominator_hhi_position", ("P1", 0.5, 0.5, 0.5, 9, 9))
    found = only(aggregate(metrics, places(1), "country", expect("KZ", 2)))
    assert found["value"] == 0.5
    assert pd.isna(found["lower"])


def test_scope_that_is_not_known():
    with pytest.raises(ValueError, match="planet"):
        aggregate(MEANS, places(2), "planet")


def test_no_rows():
    found = aggregate(MEANS.iloc[:0], places(2), "country")
    assert list(found.columns) == list(AGGREGATE_COLUMNS)
    assert found.empty
