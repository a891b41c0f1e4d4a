"""The seats held on a day, and how many seats each commission has on it."""

from collections.abc import Iterable
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.terms.days import find_previous, to_days
from models.terms.starts import find_listings, is_listing


def composition(seats: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Select the seats held on a day.

    A row about a change of surname is not a seat of its own and is left out.

    Args:
        seats: rows with `action, valid_from, valid_to` (see `seat_validity`).
        as_of: the day.
    """
    return seats.loc[_is_held(seats, as_of)]


def commission_sizes(seats: pd.DataFrame, terms: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Count the seats of each commission on a day: those read, and those declared but not read.

    n is the seats filled by the acts read, or the declared size less recorded vacancies if that is larger. Vacancies
    are the seats printed as vacant or listed and later released, less those seated since.

    Args:
        seats: rows with the columns of `SEAT_COLUMNS` and `valid_from, valid_to`.
        terms: `commission_id, term_start, seats_declared` (empty where the document declares no size) and, if there,
            `vacancies`, the seats printed as vacant when the commission was formed.
        as_of: the day.

    Returns:
        One row per commission that has seats on the day: `commission_id, term_start, filled, vacancies,
        seats_declared, n, unread, uncertain_ends, lists_read`. `uncertain_ends` counts seats that may have ended
        without the documents saying whose: releases whose seat is not known, and people seated later although
        nobody is known to have left. `lists_read` counts the decisions that list the present commission.
    """
    day = np.datetime64(as_of, "D")
    codes, names = pd.factorize(seats["commission_id"], sort=True)
    codes = codes.astype(np.int64)
    days = to_days(seats["decided_on"])
    listing = is_listing(seats).to_numpy(dtype=bool) & (days <= day)
    snapshot = seats["date_basis"].eq("snapshot").fillna(False).to_numpy(dtype=bool)
    listings = find_listings(codes, days, listing, snapshot)
    every = np.arange(len(names), dtype=np.int64)
    today = np.full(len(names), day)
    term = find_previous(listings.terms, every, today)
    since = np.fmax(term, find_previous(listings.snapshots, every, today))

    since = np.where(np.isnat(since), np.datetime64("0001-01-01", "D"), since)
    held = _is_held(seats, as_of)
    listed = listing & (days >= since[codes])
    released = seats["action"].eq("released").to_numpy() & (days >= since[codes]) & (days <= day)
    unmatched = released & seats["closes_seat_id"].isna().to_numpy()

    def count(rows: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
        return np.bincount(codes[rows & (codes >= 0)], minlength=len(names))

    filled, missing, later = count(held), count(listed & ~held), count(held & ~listed)
    gone = missing + count(unmatched) - later
    sizes = pd.DataFrame(
        {
            "commission_id": names,
            "term_start": term,
            "filled": filled,
            "uncertain_ends": count(unmatched) + np.maximum(later - missing, 0),
            "lists_read": seats.loc[listed]
            .groupby("commission_id")["decision_id"]
            .nunique()
            .reindex(names, fill_value=0)
            .to_numpy(),
        }
    )
    sizes = sizes.merge(_read_terms(terms), how="left")
    vacant = sizes.pop("vacant").fillna(0).astype("int64")
    sizes["vacancies"] = np.maximum(gone + vacant, 0)
    expected = sizes["seats_declared"] - sizes["vacancies"]
    sizes["n"] = np.maximum(sizes["filled"], expected.fillna(0).astype("int64"))
    sizes["unread"] = sizes["n"] - sizes["filled"]
    return sizes.loc[sizes["filled"].gt(0)].reset_index(drop=True)


def _read_terms(terms: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "commission_id": terms["commission_id"],
        "term_start": to_days(terms["term_start"]),
        "seats_declared": pd.to_numeric(terms["seats_declared"]).astype("Float64"),
        "vacant": pd.to_numeric(terms["vacancies"]).astype("Float64") if "vacancies" in terms else np.nan,
    }
    return pd.DataFrame(columns).drop_duplicates(["commission_id", "term_start"])


def _is_held(seats: pd.DataFrame, as_of: date) -> npt.NDArray[np.bool_]:
    day = np.datetime64(as_of, "D")
    starts, ends = to_days(seats["valid_from"]), to_days(seats["valid_to"])
    seated = seats["action"].isin(("elected", "appointed")).to_numpy(dtype=bool)
    return seated & (starts <= day) & (np.isnat(ends) | (ends > day))


def measurement_days(terms: pd.DataFrame, election_days: Iterable[date], latest_day: date) -> pd.DataFrame:
    """List the days on which each commission is measured.

    These are the day each of its terms began, every election and referendum day between the first day of the data
    and the latest decision, and the latest decision's day.

    Args:
        terms: `commission_id, term_start`.
        election_days: days of the reference data.
        latest_day: day of the latest decision read.

    Returns:
        `commission_id, as_of`, sorted, without repeats.
    """
    own = pd.DataFrame({"commission_id": terms["commission_id"], "as_of": to_days(terms["term_start"])})
    first = own.groupby("commission_id")["as_of"].min()
    common = np.array(sorted({*election_days, latest_day}), dtype="datetime64[D]")
    common = common[common <= np.datetime64(latest_day, "D")]
    every = pd.DataFrame(
        {"commission_id": np.repeat(first.index.to_numpy(), len(common)), "as_of": np.tile(common, len(first))}
    )
    every = every.loc[every["as_of"].to_numpy() >= np.repeat(first.to_numpy(), len(common))]
    days = pd.concat([own, every]).drop_duplicates()
    return days.sort_values(["as_of", "commission_id"]).reset_index(drop=True)
