"""Validity of seats: each sentence of the rule has its own case, with days worked out by hand."""

from datetime import date

import pandas as pd

from models.terms import seat_validity, term_spans
from tests.models.terms.seat_rows import iso, make_seats, replacement

LATEST = date(2024, 1, 31)


def spans(*rows, latest=LATEST):
    found = seat_validity(make_seats(*rows), latest)
    return {seat: (iso(row.valid_from), iso(row.valid_to)) for seat, row in found.iterrows()}


def test_open_seat_has_no_end():
    assert spans({"seat_id": "a"}) == {"a": ("2019-02-07", None)}


def test_seat_ends_with_next_term_of_its_commission():
    found = spans({"seat_id": "a"}, {"seat_id": "b", "decided_on": "2023-12-20", "decision_id": "d2"})
    assert found == {"a": ("2019-02-07", "2023-12-20"), "b": ("2023-12-20", None)}


def test_second_formation_within_180_days_belongs_to_the_term():
    # 2019-02-07 + 180 days = 2019-08-06
    found = spans({"seat_id": "a"}, {"seat_id": "b", "decided_on": "2019-08-06", "decision_id": "d2"})
    assert found == {"a": ("2019-02-07", None), "b": ("2019-08-06", None)}
    found = spans({"seat_id": "a"}, {"seat_id": "b", "decided_on": "2019-08-07", "decision_id": "d2"})
    assert found["a"] == ("2019-02-07", "2019-08-07")


def test_third_formation_counts_from_the_first_of_the_term_not_the_second():
    found = spans(
        {"seat_id": "a"},
        {"seat_id": "b", "decided_on": "2019-07-01"},
        {"seat_id": "c", "decided_on": "2019-10-01"},
    )
    assert found["a"][1] == found["b"][1] == "2019-10-01"


def test_five_years_only_once_they_have_come():
    assert spans({"seat_id": "a"}, latest=date(2024, 2, 6))["a"] == ("2019-02-07", None)
    assert spans({"seat_id": "a"}, latest=date(2024, 2, 7))["a"] == ("2019-02-07", "2024-02-07")


def test_replacement_serves_the_rest_of_the_term():
    found = spans({"seat_id": "a"}, replacement("b", "2022-03-01", replaces_seat_id="a"), latest=date(2025, 1, 1))
    assert found == {"a": ("2019-02-07", "2022-03-01"), "b": ("2022-03-01", "2024-02-07")}


def test_replacement_without_a_known_term_is_held_five_years_at_most():
    assert spans(replacement("b", "2018-03-01"), latest=LATEST) == {"b": ("2018-03-01", "2023-03-01")}


def test_replacement_long_after_the_last_known_term_does_not_belong_to_it():
    found = seat_validity(
        make_seats({"seat_id": "a", "decided_on": "2014-01-10"}, replacement("b", "2020-06-01")), LATEST
    )
    assert iso(found.loc["a", "valid_to"]) == "2019-01-10"
    assert (iso(found.loc["b", "valid_to"]), iso(found.loc["b", "term_start"])) == (None, None)


def test_release_ends_the_seat_and_has_no_dates_itself():
    found = spans({"seat_id": "a"}, replacement("r", "2021-05-05", action="released", closes_seat_id="a"))
    assert found == {"a": ("2019-02-07", "2021-05-05"), "r": (None, None)}


def test_release_dated_before_the_seat_is_a_wrong_link():
    found = spans({"seat_id": "a"}, replacement("r", "2018-05-05", action="released", closes_seat_id="a"))
    assert found["a"] == ("2019-02-07", None)


def test_earlier_of_release_and_replacement_counts():
    found = spans(
        {"seat_id": "a"},
        replacement("r", "2021-05-05", action="released", closes_seat_id="a"),
        replacement("b", "2021-06-05", replaces_seat_id="a"),
    )
    assert found["a"] == ("2019-02-07", "2021-05-05")


def test_change_of_surname_has_its_own_day_and_ends_with_the_seat():
    found = spans(
        {"seat_id": "a"},
        replacement("n", "2020-01-15", action="renamed", decision_kind="surname_change", replaces_seat_id="a"),
        latest=LATEST,
    )
    assert found == {"a": ("2019-02-07", None), "n": ("2020-01-15", None)}


def test_release_under_the_new_surname_ends_the_seat():
    found = spans(
        {"seat_id": "a"},
        replacement("n", "2020-01-15", action="renamed", decision_kind="surname_change", replaces_seat_id="a"),
        replacement("r", "2021-05-05", action="released", closes_seat_id="n"),
    )
    assert found["a"] == ("2019-02-07", "2021-05-05")
    assert found["n"] == ("2020-01-15", "2021-05-05")


def test_appointed_ends_when_the_maslikhat_elects_in_the_same_place():
    found = spans(
        {"seat_id": "a"},
        replacement("r", "2022-01-10", action="released", closes_seat_id="a"),
        replacement("p", "2022-02-01", action="appointed", replaces_seat_id="a"),
        replacement("e", "2022-04-01", replaces_seat_id="a"),
    )
    assert found["a"][1] == "2022-01-10"
    assert found["p"] == ("2022-02-01", "2022-04-01")
    assert found["e"] == ("2022-04-01", None)


def test_appointed_ends_with_an_election_in_its_own_place():
    found = spans(
        {"seat_id": "a"},
        replacement("p", "2022-02-01", action="appointed"),
        replacement("e", "2022-04-01", replaces_seat_id="p"),
    )
    assert found["p"] == ("2022-02-01", "2022-04-01")


def test_appointed_ends_when_more_are_elected_than_released_and_all_appointed_are_covered():
    found = spans(
        {"seat_id": "a"},
        replacement("p", "2022-02-01", action="appointed"),
        replacement("e", "2022-04-01"),
    )
    assert found["p"] == ("2022-02-01", "2022-04-01")


def test_appointed_stays_where_it_is_not_known_whom_the_elected_follows():
    found = spans(
        {"seat_id": "a"},
        replacement("p", "2022-02-01", action="appointed"),
        replacement("q", "2022-02-01", action="appointed"),
        replacement("e", "2022-04-01"),
    )
    assert found["p"] == found["q"] == ("2022-02-01", None)


def test_appointed_stays_when_the_elected_follows_somebody_released_in_the_same_decision():
    found = spans(
        {"seat_id": "a"},
        replacement("p", "2022-02-01", action="appointed"),
        replacement("r", "2022-04-01", action="released"),
        replacement("e", "2022-04-01"),
    )
    assert found["p"] == ("2022-02-01", None)


def test_snapshot_holds_until_the_commissions_next_formation_even_a_near_one():
    found = spans(
        {"seat_id": "s", "decided_on": "2019-01-20", "date_basis": "snapshot", "decision_kind": "other"},
        {"seat_id": "a"},
    )
    assert found == {"s": ("2019-01-20", "2019-02-07"), "a": ("2019-02-07", None)}


def test_later_snapshot_takes_the_place_of_the_list_before():
    found = spans({"seat_id": "a"}, {"seat_id": "s", "decided_on": "2019-03-01", "date_basis": "snapshot"})
    assert found == {"a": ("2019-02-07", "2019-03-01"), "s": ("2019-03-01", None)}


def test_unknown_day_is_not_measured():
    found = spans(
        {"seat_id": "a", "decided_on": None, "date_basis": "unknown"},
        {"seat_id": "b", "decided_on": "2020-01-01", "date_basis": "unknown"},
    )
    assert found == {"a": (None, None), "b": (None, None)}


def district(count, day, start=1, **more):
    return [
        {"seat_id": f"{day}/{number}", "commission_id": f"P{number}", "decided_on": day, **more}
        for number in range(start, start + count)
    ]


def test_formation_of_half_the_district_ends_the_others():
    found = spans(*district(4, "2019-02-07"), *district(2, "2023-12-20"))
    assert found["2019-02-07/3"] == ("2019-02-07", "2023-12-20")


def test_formation_of_less_than_half_the_district_ends_nothing_else():
    found = spans(*district(5, "2019-02-07"), *district(2, "2023-12-20"))
    assert found["2019-02-07/3"] == ("2019-02-07", None)
    assert found["2019-02-07/1"] == ("2019-02-07", "2023-12-20")


def test_other_level_and_other_district_do_not_count():
    found = spans(
        *district(2, "2019-02-07"),
        *district(2, "2023-12-20", start=11, level="DEC"),
        *district(2, "2023-12-20", start=21, district="Әулиекөл ауданы"),
        *district(2, "2023-12-20", start=31, region_id="KZ-55"),
    )
    assert found["2019-02-07/1"] == ("2019-02-07", None)


def test_district_that_moved_to_a_new_oblast_is_one_district():
    # A rayon of East Kazakhstan until 2022-06-08, of Abai after.
    found = spans(
        *district(3, "2019-02-07", region_id="KZ-63", district="Бесқарағай ауданы"),
        *district(2, "2023-12-20", region_id="KZ-10", district="Бесқарағай ауданы"),
    )
    assert found["2019-02-07/3"] == ("2019-02-07", "2023-12-20")


def test_two_acts_of_one_round_do_not_end_each_other():
    found = spans(*district(2, "2019-02-07"), *district(2, "2019-02-20", start=3))
    assert found["2019-02-07/1"] == ("2019-02-07", None)


def test_unknown_district_does_not_join_commissions():
    found = spans(*district(2, "2019-02-07", district=None), *district(2, "2023-12-20", start=3, district=None))
    assert found["2019-02-07/1"] == ("2019-02-07", None)


def test_release_wins_over_the_district_but_not_over_the_next_term():
    rows = [*district(4, "2019-02-07"), *district(2, "2023-12-20")]
    late = replacement("r", "2024-01-15", action="released", closes_seat_id="2019-02-07/3", commission_id="P3")
    assert spans(*rows, late)["2019-02-07/3"] == ("2019-02-07", "2024-01-15")
    late = replacement("r", "2024-01-15", action="released", closes_seat_id="2019-02-07/1", commission_id="P1")
    assert spans(*rows, late)["2019-02-07/1"] == ("2019-02-07", "2023-12-20")


def test_missing_commission_is_tied_to_nothing():
    found = spans({"seat_id": "a", "commission_id": None}, {"seat_id": "b"})
    assert found == {"a": ("2019-02-07", None), "b": ("2019-02-07", None)}


def test_index_and_order_are_kept():
    seats = make_seats({"seat_id": "b"}, {"seat_id": "a"}).sample(frac=1, random_state=1)
    assert list(seat_validity(seats, LATEST).index) == list(seats.index)


def test_empty_frame():
    assert seat_validity(make_seats().astype("object"), LATEST).empty


def test_terms_with_their_ends():
    seats = make_seats(
        {"seat_id": "a"},
        replacement("b", "2022-03-01", replaces_seat_id="a"),
        {"seat_id": "c", "decided_on": "2023-12-20", "decision_id": "d2"},
    )
    found = term_spans(seats, LATEST)
    assert [iso(day) for day in found["term_start"]] == ["2019-02-07", "2023-12-20"]
    assert [iso(day) for day in found["term_end"]] == ["2023-12-20", None]
    assert list(found["seats_read"]) == [1, 1]
    assert list(found["decision_id"]) == ["d1", "d2"]
    assert isinstance(found, pd.DataFrame)
