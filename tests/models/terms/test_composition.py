"""Seats on a day and sizes of commissions: each figure is counted by hand."""

from datetime import date

import pandas as pd
import pytest

from models.terms import commission_sizes, composition, measurement_days, seat_validity, term_starts
from tests.models.terms.seat_rows import iso, make_seats, replacement

LATEST = date(2024, 1, 31)


def dated(*rows):
    seats = make_seats(*rows)
    return seats.join(seat_validity(seats, LATEST))


def sizes(seats, as_of, declared=None):
    terms = term_starts(seats).assign(seats_declared=declared)
    return commission_sizes(seats, terms, as_of).set_index("commission_id")


FIVE = [{"seat_id": f"a{number}"} for number in range(5)]


def test_composition_is_half_open():
    seats = dated({"seat_id": "a"}, replacement("b", "2022-03-01", replaces_seat_id="a"))
    assert list(composition(seats, date(2019, 2, 6)).seat_id) == []
    assert list(composition(seats, date(2022, 2, 28)).seat_id) == ["a"]
    assert list(composition(seats, date(2022, 3, 1)).seat_id) == ["b"]


def test_change_of_surname_is_no_second_seat():
    seats = dated({"seat_id": "a"}, replacement("n", "2020-01-01", action="renamed", replaces_seat_id="a"))
    assert list(composition(seats, date(2021, 1, 1)).seat_id) == ["a"]


def test_size_without_declaration_is_what_was_read():
    row = sizes(dated(*FIVE), date(2020, 1, 1)).loc["P1"]
    assert (row.filled, row.vacancies, row.n, row.unread) == (5, 0, 5, 0)


def test_declared_but_unread_seats_are_unread():
    row = sizes(dated(*FIVE), date(2020, 1, 1), 7).loc["P1"]
    assert (row.n, row.unread) == (7, 2)


def test_declared_size_smaller_than_read_does_not_shrink():
    row = sizes(dated(*FIVE), date(2020, 1, 1), 3).loc["P1"]
    assert (row.n, row.unread) == (5, 0)


def test_seats_printed_as_vacant_are_not_unread():
    seats = dated(*FIVE, replacement("b", "2021-06-01"))
    terms = term_starts(seats).assign(seats_declared=7, vacancies=2)
    first = commission_sizes(seats, terms, date(2020, 1, 1)).iloc[0]
    assert (first.filled, first.vacancies, first.n, first.unread) == (5, 2, 5, 0)
    later = commission_sizes(seats, terms, date(2021, 7, 1)).iloc[0]
    assert (later.filled, later.vacancies, later.n, later.unread) == (6, 1, 6, 0)


def test_terms_as_plain_rows():
    terms = pd.DataFrame([{"commission_id": "P1", "term_start": date(2019, 2, 7), "seats_declared": None}])
    assert commission_sizes(dated(*FIVE), terms.astype("object"), date(2020, 1, 1)).iloc[0].n == 5


def test_release_makes_a_vacancy_and_replacement_fills_it():
    seats = dated(
        *FIVE,
        replacement("r", "2021-01-01", action="released", closes_seat_id="a0"),
        replacement("b", "2021-06-01", replaces_seat_id="a0"),
    )
    between = sizes(seats, date(2021, 3, 1), 7).loc["P1"]
    assert (between.filled, between.vacancies, between.n, between.unread) == (4, 1, 6, 2)
    after = sizes(seats, date(2021, 6, 1), 7).loc["P1"]
    assert (after.filled, after.vacancies, after.n, after.unread) == (5, 0, 7, 2)


def test_appointed_and_then_elected_fill_one_vacancy_once():
    seats = dated(
        *FIVE,
        replacement("r", "2021-01-01", action="released", closes_seat_id="a0"),
        replacement("p", "2021-02-01", action="appointed", replaces_seat_id="a0"),
        replacement("e", "2021-06-01", replaces_seat_id="a0"),
        replacement("q", "2021-09-01", action="released", closes_seat_id="a1"),
    )
    row = sizes(seats, date(2021, 10, 1), 7).loc["P1"]
    assert (row.filled, row.vacancies, row.n, row.unread) == (4, 1, 6, 2)


def test_release_of_an_unread_member_counts():
    seats = dated(*FIVE, replacement("r", "2021-01-01", action="released"))
    row = sizes(seats, date(2021, 3, 1), 7).loc["P1"]
    assert (row.filled, row.vacancies, row.n, row.uncertain_ends) == (5, 1, 6, 1)


def test_somebody_seated_in_nobodys_place_leaves_an_end_unclear():
    row = sizes(dated(*FIVE, replacement("b", "2021-06-01")), date(2021, 7, 1)).loc["P1"]
    assert (row.filled, row.uncertain_ends) == (6, 1)
    linked = dated(*FIVE, replacement("b", "2021-06-01", replaces_seat_id="a0"))
    assert sizes(linked, date(2021, 7, 1)).loc["P1", "uncertain_ends"] == 0


def test_lists_are_counted_by_decision():
    twice = dated(*FIVE, *({**row, "seat_id": f"x{row['seat_id']}", "decision_id": "copy"} for row in FIVE))
    assert sizes(twice, date(2020, 1, 1)).loc["P1", "lists_read"] == 2
    assert sizes(dated(*FIVE), date(2020, 1, 1)).loc["P1", "lists_read"] == 1


def test_releases_of_an_earlier_term_are_forgotten():
    seats = dated(
        *FIVE,
        replacement("r", "2021-01-01", action="released", closes_seat_id="a0"),
        {"seat_id": "c", "decided_on": "2023-12-20"},
    )
    row = sizes(seats, date(2024, 1, 1)).loc["P1"]
    assert (row.filled, row.vacancies, row.n) == (1, 0, 1)


def test_commission_known_from_a_replacement_only():
    seats = dated(replacement("b", "2022-03-01"))
    row = sizes(seats, date(2022, 4, 1)).loc["P1"]
    assert (row.filled, row.n) == (1, 1)
    assert pd.isna(row.term_start)


def test_commission_without_seats_on_the_day_has_no_row():
    assert "P1" not in sizes(dated(*FIVE), date(2018, 1, 1)).index


@pytest.mark.parametrize(
    ("commission", "expected"),
    [
        ("P1", ["2019-02-07", "2019-06-09", "2023-12-20", "2024-01-31"]),
        ("P2", ["2022-05-05", "2024-01-31"]),
    ],
)
def test_measurement_days(commission, expected):
    seats = dated(
        {"seat_id": "a"},
        {"seat_id": "b", "decided_on": "2023-12-20"},
        {"seat_id": "c", "commission_id": "P2", "decided_on": "2022-05-05"},
    )
    days = measurement_days(term_starts(seats), [date(2015, 4, 26), date(2019, 6, 9), date(2026, 3, 15)], LATEST)
    assert [iso(day) for day in days.loc[days.commission_id.eq(commission), "as_of"]] == expected
