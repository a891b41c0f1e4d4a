"""Seats that end by a decision about the person: release, replacement, a successor to an appointed member."""

from collections.abc import Hashable

import pandas as pd

from models.terms.days import NEVER, Days, to_days


def find_originals(seats: pd.DataFrame) -> dict[Hashable, Hashable]:
    """Map each row about a change of surname to the seat whose holder changed it.

    Args:
        seats: rows with `seat_id, action, replaces_seat_id, closes_seat_id`.
    """
    renamed = seats.loc[seats["action"].eq("renamed")]
    linked = renamed["replaces_seat_id"].fillna(renamed["closes_seat_id"])
    direct = {own: seat for own, seat in zip(renamed["seat_id"], linked, strict=True) if pd.notna(seat) and seat != own}
    originals: dict[Hashable, Hashable] = {}
    for own, seat in direct.items():
        walked = {own}
        while seat in direct and seat not in walked:
            walked.add(seat)
            seat = direct[seat]
        originals[own] = seat
    return originals


def find_closing_days(seats: pd.DataFrame, days: Days) -> Days:
    """Find for each row the first day on which a later row closes its seat.

    A `released` row closes the seat of `closes_seat_id`, an `elected` or `appointed` row that of `replaces_seat_id`;
    a `renamed` row closes nothing. A closing dated before the seat began is a wrong link and is left aside.

    Args:
        seats: rows with the columns of `SEAT_COLUMNS`.
        days: day of each row.
    """
    originals = find_originals(seats)
    released = seats["action"].eq("released")
    seated = seats["action"].isin(("elected", "appointed"))
    closed = seats["closes_seat_id"].where(released, seats["replaces_seat_id"].where(seated))
    links = pd.DataFrame({"target": closed.to_numpy(), "own": seats["seat_id"].to_numpy(), "closing": days})
    links = pd.concat([links, _link_successors(seats, days)]).dropna(subset=["target", "closing"])
    links = links.loc[links["target"].ne(links["own"])]
    links["target"] = links["target"].map(lambda seat: originals.get(seat, seat))
    starts = pd.DataFrame({"target": seats["seat_id"].to_numpy(), "start": days})
    links = links.merge(starts, on="target", how="inner")
    links = links.loc[links["closing"] >= links["start"]]
    first = links.groupby("target")["closing"].min()
    return to_days(first.reindex(seats["seat_id"]))


def _link_successors(seats: pd.DataFrame, days: Days) -> pd.DataFrame:
    """Link the seat of a member appointed by a higher commission to the maslikhat's later election.

    Law: art. 19(8), the appointment lasts until the maslikhat elects. The successor is the person elected in place
    of the same released member; where no document says in whose place, people elected beyond those released in one
    decision fill appointed seats, provided that they fill all of them (otherwise it is not known which).
    """
    rows = pd.DataFrame(
        {
            "own": seats["seat_id"].to_numpy(),
            "commission": seats["commission_id"].to_numpy(),
            "action": seats["action"].to_numpy(),
            "kind": seats["decision_kind"].to_numpy(),
            "decision": seats["decision_id"].to_numpy(),
            "place": seats["replaces_seat_id"].to_numpy(),
            "day": days,
        }
    )
    appointed = rows.loc[rows["action"].eq("appointed") & rows["day"].notna()]
    if appointed.empty:
        return pd.DataFrame({"target": [], "own": [], "closing": []}).astype({"closing": "datetime64[s]"})
    near = rows.loc[rows["commission"].isin(appointed["commission"]) & rows["kind"].ne("formation")]
    elected = near.loc[near["action"].eq("elected") & near["day"].notna()]
    same = appointed.dropna(subset=["place"]).merge(elected.dropna(subset=["place"]), on=["commission", "place"])
    same = same.loc[same["day_y"] >= same["day_x"]]
    linked = pd.DataFrame({"target": same["own_x"], "own": same["own_y"], "closing": same["day_y"]})
    named = set(elected["place"].dropna()) | set(linked["target"])
    waiting = appointed.loc[~appointed["own"].isin(named)]
    return pd.concat([linked, _fill_waiting(waiting, near)], ignore_index=True)


def _fill_waiting(waiting: pd.DataFrame, near: pd.DataFrame) -> pd.DataFrame:
    released = near.loc[near["action"].eq("released")].groupby(["commission", "decision"]).size()
    unnamed = near.loc[near["action"].eq("elected") & near["place"].isna() & near["day"].notna()]
    found: list[tuple[Hashable, Hashable, Hashable]] = []
    open_seats = {
        str(key): list(zip(part["own"], part["day"], strict=True)) for key, part in waiting.groupby("commission")
    }
    for (commission, day, decision), part in unnamed.groupby(["commission", "day", "decision"], sort=True):
        seats = [seat for seat in open_seats.get(str(commission), []) if seat[1] <= day]
        surplus = len(part) - int(released.get((commission, decision), 0))
        if seats and surplus >= len(seats):
            found += [(own, part["own"].iloc[0], day) for own, _ in seats]
            open_seats[str(commission)] = [seat for seat in open_seats[str(commission)] if seat not in seats]
    frame = pd.DataFrame(found, columns=["target", "own", "closing"])
    return frame.astype({"closing": "datetime64[s]"}) if found else frame.assign(closing=NEVER)
