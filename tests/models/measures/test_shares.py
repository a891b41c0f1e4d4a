"""Shares of named categories and use of party slots."""

from itertools import product

import pytest

from models.measures.measure import Measure
from models.measures.shares import named_share, slot_use


@pytest.mark.parametrize("total", range(1, 6))
def test_bounds_are_the_extremes_of_all_ways(total):
    for seats in product([0, 1, None], repeat=total):
        unknown = seats.count(None)
        ways = [sum(seat or 0 for seat in seats) + sum(rest) for rest in product([0, 1], repeat=unknown)]
        found = named_share(seats.count(1), unknown, total)
        assert (found.lower, found.upper) == (min(ways) / total, max(ways) / total)
        assert found.value == (seats.count(1) / (total - unknown) if unknown < total else None)


def test_uralsk_teachers_2019():
    # Published: 696 school teachers of 1,113 members are 62.5 %.
    assert round(100 * named_share(696, 0, 1113).value, 1) == 62.5


def test_no_seats():
    assert named_share(0, 0, 0) == Measure(None, None, None, 0, 0)


def test_slot_use_counts_slots_not_seats():
    # Nine seats and seven parties: seven slots. Two of nine unknown, five from parties: 5/7 of those known.
    assert slot_use(5, 2, 9, 7) == Measure(5 / 7, 5 / 7, 7 / 7, 7, 9)


def test_slot_use_value_is_over_known_seats():
    # Three of seven known, two from parties, six parties: of the three slots known two are used.
    assert slot_use(2, 4, 7, 6) == Measure(2 / 3, 2 / 6, 6 / 6, 3, 7)


@pytest.mark.parametrize("parties", [None, 0])
def test_slot_use_without_a_list_of_parties(parties):
    assert slot_use(5, 1, 7, parties) == Measure(None, None, None, 6, 7)


def test_slot_use_above_one_shows_more_party_seats_than_parties():
    assert slot_use(7, 0, 7, 5).value == 7 / 5
