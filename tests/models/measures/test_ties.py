"""Ties to parties: nominated by is not member of, and absence of evidence excludes nobody."""

import pandas as pd
import pytest

from models.measures.ties import list_ties, parse_tiers, view_ties

SEATS = pd.DataFrame(
    {
        "seat_id": ["a", "b", "c", "d", "e", "f"],
        "nominator_kind": ["party", "party", "association", "unknown", "party", "association"],
        "party_id": ["amanat", "auyl", None, None, None, None],
        "stated_party_id": [None, "amanat", None, None, None, "none"],
    }
)


def test_ties_come_from_membership_nomination_and_other_sources_apart():
    other = pd.DataFrame({"seat_id": ["c", "zz"], "party_id": ["npk", "npk"], "tier": [3, 3]})
    found = {tuple(row) for row in list_ties(SEATS, other).itertuples(index=False)}
    assert found == {("b", "amanat", 1), ("a", "amanat", 2), ("b", "auyl", 2), ("c", "npk", 3)}


@pytest.mark.parametrize(
    ("party", "tiers", "tied", "excluded"),
    [
        # Membership is printed for b (Amanat) and f (none); a's nomination says nothing about membership.
        ("amanat", (1,), "b", "f"),
        ("auyl", (1,), "", "bf"),
        # Nomination: d's nominator is unknown, e's party is not identified.
        ("amanat", (2,), "a", "bcf"),
        ("auyl", (2,), "b", "acf"),
        # Excluded at both: f belongs to no party and comes from an association. b is tied and not excluded.
        ("amanat", (1, 2), "ab", "f"),
        ("npk", (1, 2), "", "bf"),
        ("amanat", (1, 2, 3), "ab", ""),
    ],
)
def test_tied_and_excluded(party, tiers, tied, excluded):
    view = view_ties(SEATS, list_ties(SEATS, None))
    assert "".join(SEATS.seat_id[view.tied(party, tiers)]) == tied
    assert "".join(SEATS.seat_id[view.excluded(party, tiers)]) == excluded


def test_parties_that_nobody_is_tied_to():
    view = view_ties(SEATS, list_ties(SEATS, None))
    assert view.parties == ["amanat", "auyl"]
    # Excluded from any other party at tier 2: all whose nominator is identified; at tier 1 who states a membership.
    assert "".join(SEATS.seat_id[view.excluded(None, (2,))]) == "abcf"
    assert "".join(SEATS.seat_id[view.excluded(None, (1,))]) == "bf"
    assert "".join(SEATS.seat_id[view.says_none]) == "f"


@pytest.mark.parametrize("written", ["5", "0", "1,7"])
def test_unknown_tier_is_refused(written):
    with pytest.raises(ValueError, match=written):
        parse_tiers(written)
