"""Closed forms against every way the unknown seats may fall."""

from fractions import Fraction

import pytest

from models.measures.concentration import enp, hhi, hhi_norm, hhi_position, share_max
from models.measures.measure import Measure
from tests.models.measures.ways import fall, partitions, splits

ALL = list(splits(7))


def index(counts):
    return sum(Fraction(count, sum(counts)) ** 2 for count in counts)


def check_bounds(metric, exact, cases=ALL):
    for counts, unknown in cases:
        found = metric(counts, unknown)
        every = [exact(way) for way in fall(counts, unknown)]
        assert found.lower == pytest.approx(float(min(every))), (counts, unknown)
        assert found.upper == pytest.approx(float(max(every))), (counts, unknown)
        assert (found.n_known, found.n_total) == (sum(counts), sum(counts) + unknown)
        assert (found.value is None) == (not counts)
        if counts:
            assert found.value == pytest.approx(float(exact(counts)))
        if not unknown:
            assert found.value == found.lower == found.upper


def test_enumeration_is_complete():
    # Bell numbers: ways to part 4 people into groups, here with nobody known.
    assert len(list(fall((), 4))) == 15
    assert sorted(partitions(4)) == [(1, 1, 1, 1), (2, 1, 1), (2, 2), (3, 1), (4,)]


def test_share_max_bounds_are_exact():
    check_bounds(share_max, lambda counts: Fraction(max(counts), sum(counts)))


def test_hhi_bounds_are_exact():
    check_bounds(hhi, index)


def test_enp_bounds_are_exact():
    check_bounds(enp, lambda counts: 1 / index(counts))


def test_hhi_norm_bounds_are_exact():
    def exact(counts):
        seats = Fraction(sum(counts))
        return (index(counts) - 1 / seats) / (1 - 1 / seats)

    for counts, unknown in ALL:
        found = hhi_norm(counts, unknown)
        total = sum(counts) + unknown
        if total < 2:
            assert (found.lower, found.upper) == (None, None)
            continue
        every = [exact(way) for way in fall(counts, unknown)]
        assert (found.lower, found.upper) == (pytest.approx(float(min(every))), pytest.approx(float(max(every))))
        assert (found.value is None) == (sum(counts) < 2)
        if sum(counts) >= 2:
            assert found.value == pytest.approx(float(exact(counts)))


@pytest.mark.parametrize("metric", [share_max, hhi, enp])
def test_nothing_known(metric):
    found = metric([], 5)
    assert found.value is None
    # One bloc, or five: the share is then 1 or 1/5, the effective number 1 or 5.
    assert {found.lower, found.upper} == ({1.0, 5.0} if metric is enp else {0.2, 1.0})


@pytest.mark.parametrize("metric", [share_max, hhi, hhi_norm, enp])
def test_no_seats(metric):
    assert metric([], 0) == Measure(None, None, None, 0, 0)


def lawful(seats, parties):
    """List the compositions in which each party holds its one seat and the others come from any blocs."""
    if seats <= parties:
        return [[1] * seats]
    return [[1] * parties + list(rest) for rest in partitions(seats - parties)]


@pytest.mark.parametrize("seats", range(1, 10))
@pytest.mark.parametrize("parties", range(0, 9))
def test_position_runs_from_the_most_mixed_to_the_most_concentrated_lawful(seats, parties):
    compositions = sorted(lawful(seats, parties), key=index)
    least, most = compositions[0], compositions[-1]
    if index(least) == index(most):
        assert hhi_position(least, 0, parties).value is None
        return
    assert hhi_position(least, 0, parties).value == 0
    assert hhi_position(most, 0, parties).value == 1
    for counts in compositions:
        wanted = (index(counts) - index(least)) / (index(most) - index(least))
        assert hhi_position(counts, 0, parties).value == pytest.approx(float(wanted))


def test_position_bounds_are_exact():
    for counts, unknown in ALL:
        found = hhi_position(counts, unknown, 3)
        every = [hhi_position(way, 0, 3).value for way in fall(counts, unknown)]
        if every[0] is None:
            assert (found.lower, found.upper) == (None, None)
        else:
            assert (found.lower, found.upper) == (pytest.approx(min(every)), pytest.approx(max(every)))


def test_position_without_a_list_of_parties():
    assert hhi_position([3, 2], 2, None) == Measure(None, None, None, 5, 7)


def test_position_beyond_the_law_is_above_one():
    # Seven seats, five parties (between 26 April and 27 November 2022): at most 1,1,1,1,1,2. Two from each of three
    # blocs: S = 13 between 7 and 9.
    assert hhi_position([2, 2, 2, 1], 0, 5).value == (13 - 7) / (9 - 7)
