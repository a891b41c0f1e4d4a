"""From when to when each seat is held, according to all decisions read."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.terms.days import NEVER, Days, add_years, find_next, find_previous, pack_keys, to_days
from models.terms.districts import find_district_formations, find_district_groups
from models.terms.endings import find_closing_days, find_originals
from models.terms.starts import MERGE_DAYS, find_listings, is_listing, term_starts

TERM_YEARS: Final = 5


@dataclass(frozen=True)
class _Spans:
    """Days of each row: its own, its term's first, the next list of its commission, and the end nobody decided."""

    days: Days
    starts: Days
    replaced: Days
    lapsed: Days


def seat_validity(seats: pd.DataFrame, latest_day: date) -> pd.DataFrame:
    """Work out when each seat is held.

    A seat ends by release or replacement, else on the first of: the next term of its commission; the next formation
    in the same district and level that covers at least half of the commissions known there by then; five years after
    its term began. An end after the latest decision has not come yet and stays empty. `released` rows have neither
    date. An undated list holds from its day until the commission's next list; a later undated list of a commission
    takes the place of what was listed before, so that nobody is counted twice.

    Formations of a district within 180 days of a term's beginning belong to the same round and end nothing. A seat
    whose term is not known (only its replacement was read) is held five years at most.

    Args:
        seats: rows with the columns of `SEAT_COLUMNS`.
        latest_day: day of the latest decision read.

    Returns:
        `valid_from, valid_to` (exclusive, empty = open) and `term_start` (empty = not known), in the order and with
        the index of `seats`.
    """
    spans = _find_spans(seats)
    closed = find_closing_days(seats, spans.days)
    ends = np.fmin(spans.replaced, np.where(np.isnat(closed), spans.lapsed, closed).astype("datetime64[D]"))
    result = pd.DataFrame(
        {"valid_from": spans.days, "valid_to": _hide_future(ends, latest_day), "term_start": spans.starts},
        index=seats.index,
    )
    result.loc[seats["action"].eq("released").to_numpy(dtype=bool), ["valid_from", "valid_to"]] = pd.NaT
    result.loc[result["valid_from"].isna(), "valid_to"] = pd.NaT
    return _end_with_original(seats, result)


def term_spans(seats: pd.DataFrame, latest_day: date) -> pd.DataFrame:
    """List the terms of commissions with their ends.

    Args:
        seats: rows with the columns of `SEAT_COLUMNS`.
        latest_day: day of the latest decision read.

    Returns:
        The columns of `term_starts` and `term_end`: exclusive, empty while no end has come by the latest day.
    """
    spans = _find_spans(seats)
    ends = pd.DataFrame(
        {
            "commission_id": seats["commission_id"].to_numpy(),
            "term_start": spans.starts,
            "term_end": _hide_future(np.fmin(spans.replaced, spans.lapsed), latest_day),
        }
    )
    first = ends.loc[is_listing(seats).to_numpy(dtype=bool) & (spans.days == spans.starts)]
    first = first.drop_duplicates(["commission_id", "term_start"])
    return term_starts(seats).merge(first, on=["commission_id", "term_start"], how="left")


def _find_spans(seats: pd.DataFrame) -> _Spans:
    unknown = seats["date_basis"].eq("unknown").fillna(True).to_numpy(dtype=bool)
    days = np.where(unknown, NEVER, to_days(seats["decided_on"])).astype("datetime64[D]")
    codes = pd.factorize(seats["commission_id"])[0].astype(np.int64)
    snapshot = seats["date_basis"].eq("snapshot").fillna(False).to_numpy(dtype=bool)
    listings = find_listings(codes, days, is_listing(seats).to_numpy(dtype=bool), snapshot)

    starts = find_previous(listings.terms, codes, days)
    starts[days >= add_years(starts, TERM_YEARS)] = NEVER
    # An undated list gives way to any later list; what a dated list says gives way to a later undated one.
    later = _choose(snapshot, find_next(listings.all, codes, days), find_next(listings.snapshots, codes, days))
    groups = find_district_groups(seats, codes, days)
    formations = find_district_formations(listings, groups, codes, days)
    known_since = _choose(np.isin(pack_keys(codes, starts), listings.snapshots), NEVER, starts)
    quiet_until = _choose(np.isnat(known_since), days, np.fmax(days, known_since + MERGE_DAYS))
    own_group = np.where(codes < 0, np.int64(-1), np.append(groups, np.int64(-1))[codes])
    anew = find_next(formations, own_group, quiet_until)
    limit = add_years(_choose(np.isnat(starts), days, starts), TERM_YEARS)
    return _Spans(
        days=days,
        starts=starts,
        replaced=np.fmin(find_next(listings.terms, codes, days), later),
        lapsed=np.fmin(anew, limit),
    )


def _end_with_original(seats: pd.DataFrame, result: pd.DataFrame) -> pd.DataFrame:
    """Let a row about a change of surname end with the seat it is about."""
    originals = find_originals(seats)
    if not originals:
        return result
    own = seats["seat_id"].map(originals)
    ends = pd.Series(result["valid_to"].to_numpy(), index=seats["seat_id"].to_numpy())
    known = own.isin(ends.index) & result["valid_from"].notna()
    result.loc[known.to_numpy(), "valid_to"] = own[known].map(ends).to_numpy()
    return result


def _hide_future(ends: Days, latest_day: date) -> Days:
    return _choose(ends > np.datetime64(latest_day, "D"), NEVER, ends)


def _choose(where: npt.NDArray[np.bool_], one: Days | np.datetime64, other: Days) -> Days:
    return np.where(where, one, other).astype("datetime64[D]")
