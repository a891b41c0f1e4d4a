"""SYS-1: district commissions in the years in which the law had none."""

from datetime import date

import pytest

from tests.models.rules.cases import answer, associations, commission


@pytest.mark.parametrize(
    ("level", "day", "wanted"),
    [
        ("DEC", "2023-01-01", ("pass", [])),
        ("DEC", "2022-12-31", ("breach", [])),
        ("DEC", "2019-02-07", ("breach", [])),
        ("DEC", "2018-07-26", ("breach", [])),
        ("DEC", "2018-07-25", ("flag", ["gap_start_unclear"])),
        ("DEC", "2018-06-30", ("pass", [])),
        ("PEC", "2019-02-07", ("pass", [])),
        ("TEC", "2019-02-07", ("pass", [])),
        ("CEC", "2019-02-07", ("pass", [])),
        ("PEC", "1994-01-01", ("unknown", ["before_text"])),
        ("DEC", "2026-07-01", ("unknown", ["new_text_not_read"])),
        (None, "2019-02-07", ("unknown", ["level_unknown"])),
    ],
)
def test_day_of_formation(level, day, wanted):
    formed = date.fromisoformat(day)
    assert answer("SYS-1", commission(level, associations(5), term_start=formed), formed) == wanted


def test_commission_formed_before_the_gap_keeps_its_answer():
    facts = commission("DEC", associations(5), term_start=date(2017, 1, 10))
    assert answer("SYS-1", facts, date(2019, 6, 9)) == ("pass", [])


def test_undated_list_and_missing_formation():
    undated = commission("DEC", associations(5), term_start=date(2020, 1, 1), term_basis="snapshot")
    assert answer("SYS-1", undated, date(2020, 2, 1)) == ("flag", ["undated_list"])
    unread = commission("DEC", associations(1), term_start=None)
    assert answer("SYS-1", unread, date(2020, 2, 1)) == ("unknown", ["no_formation_read"])
