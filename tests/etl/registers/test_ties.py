"""A register's tie counts where it is established, and does not follow a weak link to another seat."""

import pytest

from etl.registers import tie_frame
from etl.registers.ties import SURE

TIE = {"person_id": "p-1", "seat_id": None, "party_id": "amanat", "tier": 1, "anchor_seat_ids": ["s-1"]}


def seat(number, birth_year=None, action="elected", person="p-1"):
    return {"seat_id": f"s-{number}", "person_id": person, "action": action, "birth_year": birth_year}


def link(left, right, ground="model", score=None):
    return {"left_seat_id": f"s-{left}", "right_seat_id": f"s-{right}", "ground": ground, "score": score}


def reached(seats, links, **tie):
    return tie_frame([TIE | tie], seats, links)["seat_id"].tolist()


@pytest.mark.parametrize(
    ("joined", "expected"),
    [
        (link(1, 2, score=SURE), ["s-1", "s-2"]),
        (link(2, 1, score=0.995), ["s-1", "s-2"]),
        (link(1, 2, score=0.989), ["s-1"]),
        (link(1, 2, "act"), ["s-1", "s-2"]),
        (link(1, 2, "judged"), ["s-1", "s-2"]),
    ],
)
def test_only_a_sure_link_carries_a_tie_to_another_seat(joined, expected):
    assert reached([seat(1, 1980), seat(2)], [joined], birth_year=1980) == expected


def test_the_same_year_counts_whatever_the_link_and_another_year_never():
    seats = [seat(1, 1980), seat(2, 1980), seat(3, 1981)]
    links = [link(1, 2, score=0.92), link(1, 3, "act")]
    assert reached(seats, links, birth_year=1980) == ["s-1", "s-2"]


def test_doubts_add_up_along_the_way():
    seats = [seat(number, 1980 if number == 1 else None) for number in range(1, 4)]
    links = [link(1, 2, score=0.994), link(2, 3, score=0.994)]
    assert SURE > 0.994 * 0.994
    assert reached(seats, links, birth_year=1980) == ["s-1", "s-2"]
    assert reached(seats, [link(1, 2, score=0.999), link(2, 3, "act")], birth_year=1980) == ["s-1", "s-2", "s-3"]


def test_the_way_may_lead_over_a_release_which_is_no_seat():
    seats = [seat(1, 1980), seat(2, action="released"), seat(3)]
    assert reached(seats, [link(1, 2, "act"), link(2, 3, score=0.999)], birth_year=1980) == ["s-1", "s-3"]


def test_where_an_editor_judged_the_entry_without_years_the_statement_judged_counts():
    assert reached([seat(1), seat(2)], [link(1, 2, score=0.97)], birth_year=None) == ["s-1"]
    assert reached([seat(1, 1980), seat(2, 1980)], [link(1, 2, score=0.97)], birth_year=None) == ["s-1", "s-2"]


def test_a_tie_of_a_seat_is_that_seats():
    own = {"seat_id": "s-2", "anchor_seat_ids": None}
    assert reached([seat(1, 1980), seat(2)], [link(1, 2, "act")], **own) == ["s-2"]
