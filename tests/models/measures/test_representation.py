"""Over-representation of blocs among officers, worked by hand."""

import pandas as pd
import pytest

from models.measures.representation import over_representation


def commission(name, *seats):
    return [
        {"commission_id": name, "nominator_bloc": bloc, "role": role} for bloc, role in (seat.split() for seat in seats)
    ]


ONE = commission("P1", "amanat chair", "amanat deputy_chair", "auyl secretary", "npk member", "npk member")
TWO = commission("P2", "amanat chair", "amanat member", "amanat member", "npk deputy_chair", "npk secretary")


def compare(seats, office, **sizes):
    frame = pd.DataFrame(seats)
    counts = frame.groupby("commission_id").size().rename("n").reset_index()
    counts["n"] = counts["commission_id"].map(sizes).fillna(counts["n"]).astype(int)
    found = over_representation(frame, counts)
    return found.loc[found["office"].eq(office)].set_index("bloc")


def test_posts_against_seats():
    found = compare(ONE + TWO, "officers")
    # Amanat: 3 posts; 3 posts x 2/5 seats + 3 posts x 3/5 seats = 3 expected.
    assert found.loc["amanat", ["posts", "expected", "ratio"]].tolist() == pytest.approx([3, 3.0, 1.0])
    # People's Party: 2 posts, expected 3 x 2/5 + 3 x 2/5 = 2.4. Auyl: 1 post, expected 3/5.
    assert found.loc["npk", ["posts", "expected"]].tolist() == pytest.approx([2, 2.4])
    assert found.loc["auyl", "ratio"] == pytest.approx(1 / 0.6)


def test_chairs_alone():
    found = compare(ONE + TWO, "chair")
    assert found.loc["amanat", ["posts", "expected", "ratio"]].tolist() == pytest.approx([2, 1.0, 2.0])
    assert found.loc["npk", "posts"] == 0


def test_commissions_with_an_unknown_role_or_an_unread_seat_are_left_out():
    vague = commission("P2", "npk chair", "npk unknown")
    assert compare(ONE + vague, "officers")["commissions"].tolist() == [1, 1, 1]
    assert compare(ONE + TWO, "officers", P2=7)["commissions"].tolist() == [1, 1, 1]


def test_unknown_bloc_keeps_its_seat_in_the_count():
    seats = [{**row, "nominator_bloc": None} if row["nominator_bloc"] == "npk" else row for row in ONE]
    found = compare(seats, "officers")
    assert found.loc["amanat", "expected"] == pytest.approx(3 * 2 / 5)
    assert "npk" not in found.index
