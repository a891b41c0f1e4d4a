"""Power indices and control numbers against coalitions, orders and ways written out."""

import pytest

from models.measures import power
from models.measures.measure import Measure
from tests.models.measures import ways

ALL = list(ways.splits(7))
COMPLETE = [counts for total in range(1, 10) for counts in ways.partitions(total)]


@pytest.mark.parametrize("total", range(1, 10))
def test_banzhaf_of_complete_commissions(total):
    for counts in ways.partitions(total):
        assert power.banzhaf_max(counts, 0).value == float(ways.banzhaf(list(counts))), counts


@pytest.mark.parametrize("total", range(1, 8))
def test_shapley_of_complete_commissions(total):
    for counts in ways.partitions(total):
        assert power.shapley_max(counts, 0).value == float(ways.shapley(list(counts))), counts


def test_completions_are_all_ways():
    for counts, unknown in ALL:
        wanted = {tuple(sorted(way, reverse=True)) for way in ways.fall(counts, unknown)}
        assert power.list_completions(counts, unknown) == wanted


@pytest.mark.parametrize("name", ["banzhaf", "shapley"])
def test_bounds_of_indices(name):
    exact = {
        counts: float(getattr(ways, name)(list(counts))) for total in range(1, 7) for counts in ways.partitions(total)
    }
    metric = getattr(power, f"{name}_max")
    for counts, unknown in ways.splits(6):
        every = [exact[tuple(sorted(way, reverse=True))] for way in ways.fall(counts, unknown)]
        value = every[0] if min(every) == max(every) else None
        assert metric(counts, unknown) == Measure(value, min(every), max(every), sum(counts), sum(counts) + unknown)


@pytest.mark.parametrize(
    ("metric", "quota"),
    [
        (power.control_number, lambda seats: seats // 2 + 1),
        (power.quorum_block_number, lambda seats: seats - (2 * seats + 2) // 3 + 1),
    ],
)
def test_bounds_of_fewest_blocs(metric, quota):
    for counts, unknown in ALL:
        wanted = quota(sum(counts) + unknown)
        every = [ways.fewest(way, wanted) for way in ways.fall(counts, unknown)]
        found = metric(counts, unknown)
        assert (found.lower, found.upper) == (min(every), max(every)), (counts, unknown)
        assert found.value == (every[0] if min(every) == max(every) else None)


def test_quota_of_the_law():
    # Art. 20(4): two thirds must be present, 5 -> 4, 7 -> 5, 9 -> 6; one more absent than that leaves denies it.
    assert [seats - power.quorum_block(seats) for seats in (5, 7, 9)] == [3, 4, 5]
    assert [power.majority(seats) for seats in (5, 7, 9)] == [3, 4, 5]


def test_majority_bloc_has_all_power_whatever_is_unknown():
    assert power.banzhaf_max([4], 3).value == power.shapley_max([4], 3).value == 1.0
    assert power.control_number([4], 3).value == 1


def test_long_unread_lists_get_loose_bounds_and_no_value(monkeypatch):
    monkeypatch.setattr(power, "COMPLETIONS_MAX", 3)
    assert power.banzhaf_max([2, 1], 4) == Measure(None, 1 / 7, 1.0, 3, 7)


def test_no_seats():
    for metric in (power.banzhaf_max, power.shapley_max, power.control_number, power.quorum_block_number):
        assert metric([], 0) == Measure(None, None, None, 0, 0)


def test_unreachable_quota_names_the_numbers():
    with pytest.raises(ValueError, match="3 seats cannot reach 5"):
        power._count_until([2, 1], 5)
