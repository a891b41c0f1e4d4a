"""From statements to findings: terms, sizes, composition and rules together."""

from datetime import date

import pandas as pd
import pytest

from models.measures import add_blocs
from models.reference import load_pack
from models.rules import check_rules
from models.terms import commission_sizes, composition, seat_validity, term_starts
from tests.models.terms.seat_rows import make_seats, replacement

LATEST = date(2021, 12, 31)
PARTIES = ("amanat", "akzhol", "npk", "auyl", "osdp")


def people(*rows):
    """Give each row a nominator in turn; a party of its own may be named."""
    seats = make_seats(*[{key: row[key] for key in row if key != "party"} for row in rows])
    seats["party_id"] = [row.get("party", PARTIES[number % 5]) for number, row in enumerate(rows)]
    seats["nominator_kind"] = "party"
    for column in ("nominator_id", "nominator_as_printed", "employer_id", "employer_sector"):
        seats[column] = None
    seats = add_blocs(seats)
    return seats.join(seat_validity(seats, LATEST)[["valid_from", "valid_to"]])


def check(seats, as_of, **term):
    terms = term_starts(seats)[["commission_id", "term_start"]].assign(seats_declared=None, **term)
    commissions = pd.DataFrame({"commission_id": ["P1"], "level": ["PEC"], "is_special": [False]})
    sizes, held = commission_sizes(seats, terms, as_of), composition(seats, as_of)
    found = check_rules(load_pack(), seats, held, sizes, terms, commissions, as_of)
    return found.set_index("rule_id")["status"]


FIVE = [{"seat_id": f"a{number}"} for number in range(5)]


def test_lawful_commission():
    found = check(people(*FIVE), date(2020, 1, 1), registered_voters=1200)
    assert found.to_dict() == {
        "SYS-1": "pass",
        "SIZE-TEC": "not_applicable",
        "SIZE-DEC": "not_applicable",
        "SIZE-PEC": "pass",
        "NOM-2": "pass",
        "NOM-5": "pass",
        "NOM-6": "pass",
        "ORG-1": "unknown",
    }


def test_vacancy_is_no_breach_of_size_and_a_second_nominee_is_one_of_nomination():
    rows = [
        *FIVE,
        replacement("r", "2020-05-05", action="released", closes_seat_id="a1"),
        replacement("b", "2020-09-01", replaces_seat_id="a1", party="amanat"),
    ]
    vacant = check(people(*rows), date(2020, 6, 1))
    assert (vacant["SIZE-PEC"], vacant["NOM-2"]) == ("pass", "pass")
    assert check(people(*rows), date(2020, 9, 1))["NOM-2"] == "breach"


def test_second_nominee_in_the_place_of_nobody_named_is_left_open():
    rows = [*FIVE, replacement("b", "2020-09-01", party="amanat")]
    assert check(people(*rows), date(2020, 10, 1))["NOM-2"] == "unknown"


def test_list_read_from_two_documents_is_left_open():
    copies = [{**row, "seat_id": f"x{row['seat_id']}", "decision_id": "copy"} for row in FIVE]
    found = check(people(*FIVE, *copies), date(2020, 1, 1))
    assert (found["SIZE-PEC"], found["NOM-2"], found["NOM-5"]) == ("unknown", "unknown", "unknown")


def test_seat_printed_as_vacant_leaves_an_undeclared_size_open():
    assert check(people(*FIVE[:4]), date(2020, 1, 1), vacancies=1)["SIZE-PEC"] == "unknown"


@pytest.mark.parametrize(("voters", "status"), [(2000, "pass"), (2001, "breach"), (None, "pass")])
def test_voters_come_from_the_term(voters, status):
    assert check(people(*FIVE), date(2020, 1, 1), registered_voters=voters)["SIZE-PEC"] == status
