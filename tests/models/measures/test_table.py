"""The table of metrics: one commission worked by hand, then what happens to gaps, renames and mergers."""

from datetime import date

import pandas as pd
import pytest

from models.measures import measure_commissions
from tests.models.measures.test_page import list_metric_ids

DAY = date(2024, 2, 1)
SIX = ["amanat", "akzhol", "npk", "auyl", "osdp", "respublica"]


def seat(number, party=None, kind=None, employer=None, role="member", **more):
    """Describe a seat; a party gives kind and bloc."""
    return {
        "commission_id": "P1",
        "seat_id": f"s{number}",
        "nominator_kind": kind or ("party" if party else "unknown"),
        "party_id": party,
        "nominator_bloc": f"party:{party}" if party else more.pop("bloc", None),
        "employer_bloc": employer,
        "role": role,
        **more,
    }


WORKED = [
    seat(1, "amanat", employer="id:мектеп-5", role="chair", employer_sector="education", employer_ownership="public",
         employer_type="school", job_is_teaching=False, gender="f"),
    seat(2, "akzhol", employer="id:мектеп-5", role="deputy_chair", employer_sector="education",
         employer_ownership="public", employer_type="school", job_is_teaching=True, gender="f"),
    seat(3, "npk", employer="id:мектеп-5", role="secretary", employer_sector="education",
         employer_ownership="public", employer_type="school", job_is_teaching=True, gender="f"),
    seat(4, kind="association", bloc="id:veterans", employer="pensioner", employer_sector="pensioner",
         employer_ownership="none", employer_type="none", gender="m"),
    seat(5, kind="association", bloc="id:veterans", employer=None, employer_sector="education",
         employer_ownership="public", employer_type="unknown", job_is_teaching=True, gender="unknown"),
]  # fmt: skip


def measure(seats, size=None, parties=SIX, **more):
    frame = pd.DataFrame(seats)
    sizes = frame.groupby("commission_id").size().rename("n").reset_index()
    if size is not None:
        sizes["n"] = size
    rows = measure_commissions(frame, sizes, parties, DAY, **more)
    return rows.set_index(["metric", "tiers", "variant"]).sort_index()


def cells(rows, metric, tiers="", variant=""):
    row = rows.loc[(metric, tiers, variant)]
    assert isinstance(row, pd.Series), f"{metric} stands twice"
    return [None if pd.isna(row[name]) else row[name] for name in ("value", "lower", "upper", "n_known", "n_total")]


@pytest.mark.parametrize(
    ("metric", "wanted"),
    [
        # Two more seats are declared but not read: n = 7. Nominator blocs 2, 1, 1, 1 and two unknown.
        ("nominator_share_max", [2 / 5, 2 / 7, 4 / 7, 5, 7]),
        ("nominator_hhi", [7 / 25, 9 / 49, 19 / 49, 5, 7]),
        ("nominator_hhi_norm", [2 / 20, 2 / 42, 12 / 42, 5, 7]),
        ("nominator_enp", [25 / 7, 49 / 19, 49 / 9, 5, 7]),
        # Six parties and seven seats leave one other seat: least and greatest lawful value are equal.
        ("nominator_hhi_position", [None, None, None, 5, 7]),
        # Majority 4: 2 + 2 unknown reach it alone; with unknown seats alone 2 + 1 + 1.
        ("nominator_control_number", [None, 1, 3, 5, 7]),
        # A quorum is denied by 7 - 5 + 1 = 3 seats.
        ("quorum_block_number", [None, 1, 2, 5, 7]),
        ("party_nominated_share", [3 / 5, 3 / 7, 5 / 7, 5, 7]),
        ("nominator_kind_share_association", [2 / 5, 2 / 7, 4 / 7, 5, 7]),
        ("nominator_kind_share_higher_commission", [0, 0, 2 / 7, 5, 7]),
        ("slot_use", [3 / 5, 3 / 6, 5 / 6, 5, 7]),
        # School 3, a pensioner, and three unknown: "teacher" without a school and two unread.
        ("employer_share_max", [3 / 4, 3 / 7, 6 / 7, 4, 7]),
        ("employer_hhi", [10 / 16, 13 / 49, 37 / 49, 4, 7]),
        ("employer_control_number", [None, 1, 2, 4, 7]),
        ("principal_share_max", [None, 1 / 7, 1, 0, 7]),
        # Ownership and sector count without a nameable organisation.
        ("public_sector_share", [4 / 5, 4 / 7, 6 / 7, 5, 7]),
        ("education_share", [4 / 5, 4 / 7, 6 / 7, 5, 7]),
        # A head of school is no teacher, a pensioner neither; the teacher of an unknown place stays open.
        ("school_teacher_share", [2 / 4, 2 / 7, 5 / 7, 4, 7]),
        ("women_share", [3 / 4, 3 / 7, 6 / 7, 4, 7]),
        # Three officers from three parties; the unread seats are not officers, all posts are held.
        ("officer_same_bloc", [1, 1, 1, 3, 3]),
        ("completeness_nominator", [5 / 7, 5 / 7, 5 / 7, 5, 7]),
        ("completeness_employer", [4 / 7, 4 / 7, 4 / 7, 4, 7]),
        ("completeness_role", [5 / 7, 5 / 7, 5 / 7, 5, 7]),
    ],
)
def test_worked_example(metric, wanted):
    assert cells(measure(WORKED, size=7), metric) == pytest.approx(wanted)


def test_ties_of_the_worked_example():
    rows = measure(WORKED, size=7)
    # No membership is printed: at tier 1 nothing is known, at tiers 1 and 2 one seat is tied.
    assert cells(rows, "tied_share_amanat", "1") == [None, 0, 1, 0, 7]
    assert cells(rows, "tied_share_amanat", "1,2") == pytest.approx([1 / 7, 1 / 7, 1, 1, 7])
    assert cells(rows, "multi_tied_amanat", "1") == [None, 0, 1, 0, 7]
    assert cells(rows, "multi_tied_amanat", "1,2") == [0, 0, 1, 1, 7]
    assert cells(rows, "tied_share_max", "1,2") == pytest.approx([1 / 7, 1 / 7, 1, 3, 7])


def test_membership_printed_for_all_settles_tier_one():
    seats = [seat(number, "amanat", stated_party_id="amanat" if number < 3 else "none") for number in range(1, 6)]
    rows = measure(seats)
    assert cells(rows, "tied_share_amanat", "1") == pytest.approx([2 / 5, 2 / 5, 2 / 5, 5, 5])
    assert cells(rows, "multi_tied_amanat", "1") == [1, 1, 1, 5, 5]
    assert cells(rows, "tied_share_npk", "1") == [0, 0, 0, 5, 5]
    assert cells(rows, "tied_share_max", "1") == pytest.approx([2 / 5, 2 / 5, 2 / 5, 5, 5])


def test_earlier_nominations_are_written_only_where_there_are_any():
    ties = pd.DataFrame({"seat_id": ["s4"], "party_id": ["amanat"], "tier": [3]})
    rows = measure(WORKED, ties=ties, tiers=("1,2", "1,2,3"))
    assert cells(rows, "tied_share_amanat", "1,2,3")[0] == 2 / 5
    assert cells(rows, "tied_share_max", "1,2,3")[0] == 2 / 5
    written = {metric for metric, tiers, _ in rows.index if tiers == "1,2,3"}
    assert written == {"tied_share_amanat", "multi_tied_amanat", "tied_share_max"}
    without = measure(WORKED, tiers=("1,2", "1,2,3"))
    assert not [metric for metric, tiers, _ in without.index if tiers == "1,2,3"]


def test_recorded_tie_counts_at_its_tier():
    ties = pd.DataFrame({"seat_id": ["s4"], "party_id": ["amanat"], "tier": [4]})
    rows = measure(WORKED, ties=ties, tiers=("1,2", "1,2,3,4"))
    assert cells(rows, "tied_share_amanat", "1,2")[0] == 1 / 5
    assert cells(rows, "tied_share_amanat", "1,2,3,4")[0] == 2 / 5


def test_rename_is_one_bloc():
    # Printed as Nur Otan in 2019 and as AMANAT in 2024, one lineage.
    seats = [seat(1, "amanat", bloc="x"), seat(2, "amanat"), seat(3, "auyl")]
    assert cells(measure(seats), "nominator_share_max")[0] == 2 / 3


def test_merger_is_two_blocs_and_one_in_the_variant():
    seats = [seat(1, "amanat"), seat(2, "adal"), seat(3, "auyl"), {**seat(4, "auyl"), "commission_id": "P2"}]
    rows = measure(seats, successors={"adal": "amanat", "auyl": "auyl"})
    plain = rows.loc[("nominator_share_max", "", "")].set_index("commission_id")
    assert plain.loc["P1", "value"] == 1 / 3
    merged = rows.loc[[("nominator_share_max", "", "successor")]]
    assert list(merged["commission_id"]) == ["P1"]
    assert list(merged["value"]) == [2 / 3]
    assert "tied_share_max" not in merged.index.get_level_values("metric")


def test_columns_that_are_not_there_are_not_known():
    rows = measure([{"commission_id": "P1", "seat_id": "a"}, {"commission_id": "P1", "seat_id": "b"}], parties=None)
    assert cells(rows, "nominator_hhi") == [None, 1 / 2, 1, 0, 2]
    assert cells(rows, "women_share") == [None, 0, 1, 0, 2]
    assert cells(rows, "officer_same_bloc") == [None, 0, 2, 0, 3]
    assert cells(rows, "slot_use") == [None, None, None, 0, 2]
    assert cells(rows, "completeness_role") == [0, 0, 0, 0, 2]


def test_bounds_hold_the_value_in_every_row():
    rows = measure(WORKED, size=9).reset_index()
    known = rows.dropna(subset=["value"])
    assert len(known) >= 30
    assert (known["lower"] <= known["value"] + 1e-12).all()
    assert (known["value"] <= known["upper"] + 1e-12).all()


def test_commissions_do_not_mix():
    other = [{**row, "commission_id": "P0", "seat_id": f"x{row['seat_id']}"} for row in WORKED[:1]]
    both, alone = measure([*other, *WORKED]).reset_index(), measure(WORKED).reset_index()
    both = both.loc[both["commission_id"].eq("P1")].reset_index(drop=True)
    text = {"commission_id": "str"}
    pd.testing.assert_frame_equal(both.astype(text), alone.astype(text))


def test_seat_without_size_and_size_below_seats_are_errors():
    frame = pd.DataFrame(WORKED)
    with pytest.raises(ValueError, match="P1"):
        measure_commissions(frame, pd.DataFrame({"commission_id": ["P2"], "n": [7]}), SIX, DAY)
    with pytest.raises(ValueError, match="P1"):
        measure_commissions(frame, pd.DataFrame({"commission_id": ["P1"], "n": [4]}), SIX, DAY)


def test_no_commissions():
    frame = pd.DataFrame(WORKED).iloc[:0]
    sizes = pd.DataFrame({"commission_id": pd.Series([], dtype="str"), "n": pd.Series([], dtype="int64")})
    rows = measure_commissions(frame, sizes, SIX, DAY)
    assert rows.empty
    assert list(rows.columns[:3]) == ["commission_id", "as_of", "metric"]


def test_every_metric_is_documented():
    documented = list_metric_ids()
    produced = {metric for metric, *_ in measure(WORKED, successors={"npk": "auyl"}).index}
    generic = {
        metric.rsplit("_", 1)[0] + "_<party>" if metric.rsplit("_", 1)[-1] in SIX else metric for metric in produced
    }
    generic = {
        "nominator_kind_share_<kind>" if metric.startswith("nominator_kind_share_") else metric for metric in generic
    }
    assert generic - documented == set()
