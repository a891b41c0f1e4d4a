"""Terms of commissions: where each begins."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.terms.days import Days, Numbers, find_previous, pack_keys, to_days

MERGE_DAYS: Final = np.timedelta64(180, "D")


@dataclass(frozen=True)
class Listings:
    """The lists that say who sits in a commission, one entry per commission and day.

    `terms` holds keys of the days on which terms begin, `snapshots` of undated lists, `all` of both kinds of list.
    """

    commissions: Numbers
    days: Days
    terms: Numbers
    snapshots: Numbers
    all: Numbers


def is_listing(seats: pd.DataFrame) -> pd.Series:
    """Tell which rows elect somebody in a formation decision or stand in a snapshot list.

    Args:
        seats: rows with `action, decision_kind, decided_on, date_basis`.
    """
    formed = seats["decision_kind"].eq("formation") | seats["date_basis"].eq("snapshot")
    elected = seats["action"].eq("elected")
    return (
        (formed & elected & seats["decided_on"].notna() & seats["date_basis"].ne("unknown")).fillna(False).astype(bool)
    )


def find_listings(
    commissions: Numbers, days: Days, listing: npt.NDArray[np.bool_], snapshot: npt.NDArray[np.bool_]
) -> Listings:
    """Group the rows of lists into terms.

    Args:
        commissions: code of the commission of each row.
        days: day of each row.
        listing: which rows belong to a list.
        snapshot: which rows come from an undated list.
    """
    rows = {"commission": commissions[listing], "day": days[listing], "undated": snapshot[listing]}
    entries = pd.DataFrame(rows).groupby(["commission", "day"], sort=True)["undated"].min().reset_index()
    codes = entries["commission"].to_numpy(dtype=np.int64)
    entry_days = to_days(entries["day"])
    undated = pack_keys(commissions[listing & snapshot], days[listing & snapshot])
    starts = _mark_starts(codes, entry_days, entries["undated"].to_numpy(dtype=bool))
    return Listings(
        commissions=codes,
        days=entry_days,
        terms=pack_keys(codes[starts], entry_days[starts]),
        snapshots=np.unique(undated),
        all=pack_keys(codes, entry_days),
    )


def term_starts(seats: pd.DataFrame) -> pd.DataFrame:
    """List the terms of commissions.

    A term begins with a decision of kind formation (or a snapshot list); formations of one commission within 180
    days of a term's first belong to it.

    Args:
        seats: rows with the columns of `SEAT_COLUMNS`.

    Returns:
        One row per term: `commission_id, term_start, decision_id` (the first decision), `term_basis`
        (decision or snapshot), `seats_read` (seats listed when the commission was formed) and `lists_read` (decisions
        that list them).
    """
    listed = seats.loc[is_listing(seats)]
    codes, names = pd.factorize(listed["commission_id"], sort=True)
    days = to_days(listed["decided_on"])
    every = np.ones(len(listed), dtype=bool)
    snapshot = listed["date_basis"].eq("snapshot").to_numpy(dtype=bool)
    listings = find_listings(codes.astype(np.int64), days, every, snapshot)
    rows = pd.DataFrame(
        {
            "commission_id": listed["commission_id"].to_numpy(),
            "term_start": find_previous(listings.terms, codes.astype(np.int64), days),
            "day": days,
            "decision_id": listed["decision_id"].to_numpy(),
            "term_basis": np.where(snapshot, "snapshot", "decision"),
        }
    ).sort_values(["commission_id", "term_start", "day", "decision_id"], kind="stable")
    found = rows.groupby(["commission_id", "term_start"], sort=True).agg(
        decision_id=("decision_id", "first"),
        term_basis=("term_basis", "first"),
        seats_read=("day", "size"),
        lists_read=("decision_id", "nunique"),
    )
    return found.reset_index()


def _mark_starts(commissions: Numbers, days: Days, undated: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Walk through the sorted days of each commission; a later formation joins the term while it is near its first.

    A formation never joins a term that began with an undated list: such a list may show the term before it.
    """
    starts = np.zeros(len(days), dtype=bool)
    first = -1
    for place in range(len(days)):
        fresh = first < 0 or commissions[place] != commissions[first] or days[place] - days[first] > MERGE_DAYS
        if fresh or (undated[first] and not undated[place]):
            starts[place] = True
            first = place
    return starts
