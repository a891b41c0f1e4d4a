"""SIZE-TEC, SIZE-DEC, SIZE-PEC: seats as formed, on the day of formation."""

from datetime import date

import pytest

from tests.models.rules.cases import answer as ask
from tests.models.rules.cases import associations, commission, judge


def formed(level, read=None, declared=None, **more):
    return commission(level, associations(read or 0), seats_read=read, seats_declared=declared, n=read or 0, **more)


@pytest.mark.parametrize(
    ("level", "read", "status"),
    [("TEC", 7, "pass"), ("TEC", 6, "breach"), ("TEC", 9, "breach"), ("DEC", 5, "pass"), ("DEC", 7, "breach")],
)
def test_fixed_sizes(level, read, status):
    assert ask(f"SIZE-{level}", formed(level, read))[0] == status


@pytest.mark.parametrize(
    ("voters", "read", "status"),
    [
        (1500, 5, "pass"),
        (1500, 7, "pass"),
        (1500, 9, "breach"),
        (2000, 9, "breach"),
        (2000, 5, "pass"),
        (2001, 5, "breach"),
        (2001, 7, "pass"),
        (2001, 9, "pass"),
        (1500, 6, "breach"),
    ],
)
def test_precinct_with_known_voters(voters, read, status):
    assert ask("SIZE-PEC", formed("PEC", read, registered_voters=voters)) == (status, [])


@pytest.mark.parametrize(("read", "status"), [(5, "pass"), (7, "pass"), (9, "pass"), (6, "breach"), (11, "breach")])
def test_precinct_with_unknown_voters_tests_the_three_sizes_only(read, status):
    assert ask("SIZE-PEC", formed("PEC", read)) == (status, ["voters_unknown"])


@pytest.mark.parametrize("level", ["TEC", "DEC", "PEC"])
def test_other_levels_are_not_asked(level):
    for rule in {"SIZE-TEC", "SIZE-DEC", "SIZE-PEC"} - {f"SIZE-{level}"}:
        assert ask(rule, formed(level, 3)) == ("not_applicable", ["level"])


def test_declared_size_counts_where_some_were_not_read():
    status, detail, _ = judge("SIZE-TEC", formed("TEC", 5, declared=7))
    assert (status, detail["seats"], detail["read"]) == ("pass", 7, 5)
    assert ask("SIZE-TEC", formed("TEC", 5, declared=6))[0] == "breach"


def test_more_read_than_declared_is_open_unless_both_are_wrong():
    assert ask("SIZE-TEC", formed("TEC", 8, declared=7)) == ("unknown", ["declared_and_read_differ"])
    assert ask("SIZE-TEC", formed("TEC", 9, declared=8))[0] == "breach"


def test_lines_not_understood_leave_the_size_open():
    assert ask("SIZE-TEC", formed("TEC", 6, lines_not_read=1)) == ("unknown", ["lines_not_read"])
    assert ask("SIZE-TEC", formed("TEC", 8, lines_not_read=1))[0] == "breach"


def test_two_lists_may_repeat_each_other():
    assert ask("SIZE-TEC", formed("TEC", 14, lists_in_term=2)) == ("unknown", ["several_lists"])
    assert ask("SIZE-TEC", formed("TEC", 16, lists_in_term=2))[0] == "breach"


def test_undated_list_may_have_vacancies():
    assert ask("SIZE-TEC", formed("TEC", 6, term_basis="snapshot")) == ("unknown", ["undated_list"])
    assert ask("SIZE-TEC", formed("TEC", 8, term_basis="snapshot"))[0] == "breach"


def test_formation_not_read():
    assert ask("SIZE-TEC", formed("TEC", 7, term_start=None)) == ("unknown", ["no_formation_read"])
    assert ask("SIZE-TEC", formed("TEC", None)) == ("unknown", ["no_formation_read"])


def test_later_vacancy_is_no_breach():
    facts = commission("TEC", associations(6), seats_read=7, n=6)
    assert ask("SIZE-TEC", facts)[0] == "pass"


@pytest.mark.parametrize(
    ("rule", "day", "answer"),
    [
        # Territorial commissions: seven confirmed from November 2018, the article rewritten on 6 May 1999.
        ("SIZE-TEC", "2018-11-01", ("breach", [])),
        ("SIZE-TEC", "2018-10-31", ("flag", ["start_not_established"])),
        ("SIZE-TEC", "1999-05-06", ("flag", ["start_not_established"])),
        ("SIZE-TEC", "1999-05-05", ("unknown", ["before_text"])),
        # District commissions: five from 2023; none before, back to mid-2018; before that unknown.
        ("SIZE-DEC", "2023-01-01", ("breach", [])),
        ("SIZE-DEC", "2022-12-31", ("not_applicable", ["level_absent"])),
        ("SIZE-DEC", "2018-07-01", ("not_applicable", ["level_absent"])),
        ("SIZE-DEC", "2018-06-30", ("unknown", ["before_text"])),
        # Precinct commissions: mid-2018, seen in use on 26 July.
        ("SIZE-PEC", "2018-07-26", ("breach", ["voters_unknown"])),
        ("SIZE-PEC", "2018-07-25", ("flag", ["voters_unknown", "start_not_established"])),
        ("SIZE-PEC", "2018-06-30", ("unknown", ["before_text"])),
    ],
)
def test_day_of_formation_decides_which_law(rule, day, answer):
    formed_on = date.fromisoformat(day)
    assert ask(rule, formed(rule[-3:], 4, term_start=formed_on), formed_on) == answer


def test_articles_changed_in_2026():
    late = date(2026, 7, 1)
    # Arts. 13 and 17 carry no note of change, art. 15-1 does.
    assert ask("SIZE-TEC", formed("TEC", 6), late) == ("breach", ["new_text_unchecked"])
    assert ask("SIZE-TEC", formed("TEC", 7), late) == ("pass", ["new_text_unchecked"])
    assert ask("SIZE-DEC", formed("DEC", 6), late) == ("unknown", ["new_text_not_read"])
    assert ask("SIZE-DEC", formed("DEC", 6), date(2026, 6, 30))[0] == "breach"
