"""ORG-1: no more than half from one organisation, seats filled on the day."""

from datetime import date

import pytest

from tests.models.rules.cases import answer, commission, judge, seat

JUNE = date(2026, 6, 15)


def employed(*places, start=1, **more):
    return tuple(seat(number, employer_bloc=place, **more) for number, place in enumerate(places, start=start))


def school(count, others=0):
    return employed(*["id:мектеп-5"] * count, *[f"id:o{number}" for number in range(others)])


@pytest.mark.parametrize(
    ("most", "others", "status"),
    [
        (2, 3, "pass"),
        (3, 2, "breach"),
        (3, 4, "pass"),
        (4, 3, "breach"),
        (4, 5, "pass"),
        (5, 4, "breach"),
        (3, 3, "pass"),
    ],
)
def test_more_than_half(most, others, status):
    assert answer("ORG-1", commission("PEC", school(most, others)), JUNE)[0] == status


def test_evidence_and_numbers():
    status, detail, evidence = judge("ORG-1", commission("PEC", school(3, 2)), JUNE)
    assert (status, evidence) == ("breach", ["s1", "s2", "s3"])
    assert (detail["most"], detail["seats"], detail["judged_on"]) == (3, 5, "2026-06-15")


def test_unknown_employers_only_where_they_could_tip_it():
    assert answer(
        "ORG-1", commission("PEC", (*school(2, 3), *employed(None, start=6), *employed(None, start=7))), JUNE
    ) == (
        "unknown",
        ["employers_unknown"],
    )
    assert answer("ORG-1", commission("PEC", (*school(1, 5), *employed(None, start=7))), JUNE)[0] == "pass"
    assert answer("ORG-1", commission("PEC", (*school(4, 2), *employed(None, start=7))), JUNE)[0] == "breach"


def test_unread_seats_count_among_the_seats():
    assert answer("ORG-1", commission("PEC", school(3), n=7, unread=4), JUNE)[0] == "unknown"
    assert answer("ORG-1", commission("PEC", school(4), n=7, unread=3), JUNE)[0] == "breach"


def test_vacancy_counts_the_seats_filled():
    # Four of eight would be half; after one left, four of seven are more.
    assert answer("ORG-1", commission("PEC", school(4, 4)), JUNE)[0] == "pass"
    assert answer("ORG-1", commission("PEC", school(4, 3)), JUNE)[0] == "breach"


@pytest.mark.parametrize("status", ["pensioner", "unemployed", "student", "self_employed"])
def test_people_without_an_employer_are_no_organisation(status):
    assert answer("ORG-1", commission("PEC", employed(*[status] * 5)), JUNE)[0] == "pass"


def test_professional_members_are_no_organisation():
    seats = employed(*["id:aumaqtyq-komissia"] * 7, employer_sector="election_body")
    assert answer("ORG-1", commission("TEC", seats), JUNE)[0] == "pass"


def test_special_precincts_are_exempt():
    assert answer("ORG-1", commission("PEC", school(5), is_special=True), JUNE) == (
        "not_applicable",
        ["special_precinct"],
    )
    assert answer("ORG-1", commission("PEC", school(5), is_special=None), JUNE) == ("flag", ["special_unknown"])
    assert answer("ORG-1", commission("TEC", school(7), is_special=None), JUNE)[0] == "breach"


def test_other_levels():
    assert answer("ORG-1", commission("CEC", school(7)), JUNE) == ("not_applicable", ["level"])


def test_unclear_ends_and_repeated_lists():
    assert answer("ORG-1", commission("PEC", school(4, 3), uncertain_ends=1), JUNE) == ("unknown", ["ends_unclear"])
    assert answer("ORG-1", commission("PEC", school(6, 1), uncertain_ends=1), JUNE)[0] == "breach"
    assert answer("ORG-1", commission("PEC", school(6, 1), lists_read=2), JUNE) == ("unknown", ["several_lists"])


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2004-04-13", ("unknown", ["before_text"])),
        ("2004-04-14", ("flag", ["start_not_established"])),
        ("2026-05-31", ("flag", ["start_not_established"])),
        ("2026-06-01", ("breach", [])),
        ("2026-06-30", ("breach", [])),
        ("2026-07-01", ("unknown", ["new_text_not_read"])),
    ],
)
def test_start_not_established(day, wanted):
    assert answer("ORG-1", commission("PEC", school(3, 2)), date.fromisoformat(day)) == wanted
