"""NOM-2, NOM-5, NOM-6: judged on the day of election, renames and mergers included."""

from datetime import date

import pytest

from tests.models.rules.cases import answer, associations, commission, judge, seat

EARLY = date(2019, 2, 7)
SEVEN = ("amanat", "akzhol", "npk", "auyl", "osdp", "respublica", "baytaq")


def parties(*ids, **more):
    return tuple(seat(number, party, **more) for number, party in enumerate(ids, start=1))


# NOM-2


def test_one_nominee_each():
    assert answer("NOM-2", commission("TEC", parties(*SEVEN))) == ("pass", [])


def test_two_nominees_of_one_party():
    status, detail, evidence = judge("NOM-2", commission("PEC", parties("amanat", "amanat", "auyl")))
    assert (status, detail["parties"], evidence) == ("breach", {"amanat": 2}, ["s1", "s2"])
    assert detail["judged_on"] == "2023-12-20"


def test_rename_is_one_party_and_the_later_election_is_judged():
    # Nur Otan in 2019, AMANAT in 2022: one lineage.
    seats = (seat(1, "amanat", on=EARLY), seat(2, "amanat", on=date(2022, 3, 15)), *associations(3, 3, on=EARLY))
    status, detail, _ = judge("NOM-2", commission("PEC", seats))
    assert (status, detail["judged_on"]) == ("breach", "2022-03-15")


def test_merger_in_mid_term_is_a_flag():
    seats = parties("amanat", "adal", "auyl", on=date(2021, 3, 1))
    assert answer("NOM-2", commission("PEC", seats), date(2022, 4, 25)) == ("pass", [])
    assert answer("NOM-2", commission("PEC", seats), date(2022, 4, 26)) == ("flag", ["party_merged"])


@pytest.mark.parametrize(
    ("seats", "unread", "status"),
    [
        (parties("amanat", "auyl"), 1, "unknown"),
        ((*parties("amanat"), seat(2, nominator_kind="unknown")), 0, "unknown"),
        ((*parties("amanat"), seat(2, nominator_kind=None)), 0, "unknown"),
        # A party that was not identified may be the same one.
        ((*parties("amanat"), seat(2, nominator_kind="party")), 0, "unknown"),
        # One unknown seat alone cannot make two.
        ((*associations(4), seat(5, nominator_kind="unknown")), 0, "pass"),
        ((*associations(3), seat(4, nominator_kind="unknown"), seat(5, nominator_kind="unknown")), 0, "unknown"),
        # What is unknown cannot undo two known ones.
        (parties("amanat", "amanat"), 3, "breach"),
    ],
)
def test_unknown_nominators(seats, unread, status):
    facts = commission("PEC", seats, n=len(seats) + unread, unread=unread)
    assert answer("NOM-2", facts) == (status, ["nominators_unknown"] if status == "unknown" else [])


def test_somebody_left_unnamed():
    seats = (seat(1, "amanat", on=EARLY), seat(2, "amanat", on=date(2022, 3, 15)))
    assert answer("NOM-2", commission("PEC", seats, uncertain_ends=1)) == ("unknown", ["ends_unclear"])
    # Two elected by one act sat together, whoever left later.
    assert answer("NOM-2", commission("PEC", parties("amanat", "amanat"), uncertain_ends=1))[0] == "breach"


def test_one_list_printed_twice():
    seats = (seat(1, "amanat", decision_id="act"), seat(2, "amanat", decision_id="newspaper"))
    assert answer("NOM-2", commission("PEC", seats, lists_read=2)) == ("unknown", ["several_lists"])


def test_nomination_before_the_law_of_2004():
    seats = parties("amanat", "amanat", on=date(2004, 4, 13))
    assert answer("NOM-2", commission("PEC", seats), date(2004, 5, 1)) == ("unknown", ["before_text"])
    seats = parties("amanat", "amanat", on=date(2004, 4, 14))
    assert answer("NOM-2", commission("PEC", seats), date(2004, 5, 1))[0] == "breach"


# NOM-5


def test_no_more_party_seats_than_parties():
    assert answer("NOM-5", commission("TEC", parties(*SEVEN)))[0] == "pass"


def test_nine_party_seats_with_seven_parties():
    seats = parties(*SEVEN, "amanat", "npk")
    status, detail, evidence = judge("NOM-5", commission("PEC", seats))
    assert (status, detail["seats"], detail["registered"], len(evidence)) == ("breach", 9, 7, 9)


def test_merger_makes_no_breach_of_the_number():
    # Six parties in 2021; after 26 April 2022 five, one replacement later.
    six = parties("amanat", "adal", "akzhol", "npk", "auyl", on=date(2021, 3, 1))
    seats = (*six, seat(6, "osdp", on=date(2022, 6, 1)))
    assert answer("NOM-5", commission("PEC", seats), date(2022, 7, 1))[0] == "pass"


def test_register_not_known_after_may_2024():
    late = parties(*SEVEN, "amanat", on=date(2024, 9, 1))
    assert answer("NOM-5", commission("PEC", late), date(2024, 10, 1)) == ("unknown", ["registered_parties_unknown"])


def test_undated_list_may_have_been_elected_under_another_register():
    seats = tuple(seat(number, party, on=None) for number, party in enumerate((*SEVEN, "amanat")))
    assert answer("NOM-5", commission("PEC", seats)) == ("unknown", ["undated_list"])


def test_unknown_nominators_that_could_tip_the_number():
    seats = (*parties(*SEVEN), seat(8, nominator_kind="unknown"))
    assert answer("NOM-5", commission("PEC", seats)) == ("unknown", ["nominators_unknown"])
    assert answer("NOM-5", commission("PEC", (*parties(*SEVEN), *associations(2, 8))))[0] == "pass"


def test_no_party_seats_at_all():
    late = associations(5, on=date(2025, 1, 1))
    assert answer("NOM-5", commission("PEC", late), date(2025, 2, 1)) == ("pass", [])


def test_number_of_party_seats_with_unclear_ends():
    seats = parties(*SEVEN, "amanat", "npk")
    assert answer("NOM-5", commission("PEC", seats, uncertain_ends=2)) == ("unknown", ["ends_unclear"])


# NOM-6


def test_party_not_yet_registered():
    # Respublica was registered on 18 January 2023.
    seats = (seat(1, "respublica", on=date(2023, 1, 17)), *associations(4, 2))
    status, detail, evidence = judge("NOM-6", commission("PEC", seats))
    assert (status, evidence, detail["parties"]) == ("breach", ["s1"], {"respublica": 1})
    on_the_day = (seat(1, "respublica", on=date(2023, 1, 18)), *associations(4, 2))
    assert answer("NOM-6", commission("PEC", on_the_day)) == ("pass", [])


def test_later_replacement_in_an_old_commission_is_fine():
    seats = (*associations(4, on=EARLY), seat(5, "baytaq", on=date(2023, 2, 1)))
    assert answer("NOM-6", commission("PEC", seats))[0] == "pass"


def test_day_of_registration_not_known():
    seats = parties("жаңа-партия")
    assert answer("NOM-6", commission("PEC", seats)) == ("unknown", ["registration_unknown"])


def test_undated_list_with_a_young_party():
    young = (seat(1, "respublica", on=None, listed_on=date(2024, 1, 1)),)
    assert answer("NOM-6", commission("PEC", young)) == ("unknown", ["undated_list"])
    # A list older than the party needs no day of election, one long after it neither.
    older = (seat(1, "respublica", on=None, listed_on=date(2022, 1, 1)),)
    assert answer("NOM-6", commission("PEC", older))[0] == "breach"
    settled = (seat(1, "akzhol", on=None, listed_on=date(2024, 1, 1)),)
    assert answer("NOM-6", commission("PEC", settled))[0] == "pass"


def test_unknown_nominator_may_be_a_party_not_yet_registered():
    facts = commission("PEC", (*associations(4), seat(5, nominator_kind="unknown")))
    assert answer("NOM-6", facts) == ("unknown", ["nominators_unknown"])
    assert answer("NOM-6", commission("PEC", associations(4), n=5, unread=1)) == ("unknown", ["nominators_unknown"])


# All three


@pytest.mark.parametrize("rule", ["NOM-2", "NOM-5", "NOM-6"])
def test_central_commission_is_not_asked(rule):
    assert answer(rule, commission("CEC", parties("amanat", "amanat"))) == ("not_applicable", ["level"])


@pytest.mark.parametrize("rule", ["NOM-2", "NOM-5", "NOM-6"])
def test_text_from_july_2026_is_not_known(rule):
    facts = commission("PEC", (*parties(*SEVEN, "amanat", "npk"), seat(10, "respublica", on=date(2022, 1, 1))))
    assert answer(rule, facts, date(2026, 6, 30))[0] == "breach"
    assert answer(rule, facts, date(2026, 7, 1)) == ("unknown", ["new_text_not_read"])


@pytest.mark.parametrize("rule", ["NOM-2", "NOM-5", "NOM-6"])
def test_unknown_level(rule):
    assert answer(rule, commission(None, parties("amanat", "amanat"))) == ("unknown", ["level_unknown"])
