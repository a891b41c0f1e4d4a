"""Days as numpy values, and searching sorted days inside a group."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Days = npt.NDArray[np.datetime64]
Numbers = npt.NDArray[np.int64]

SEAT_COLUMNS: Final = (
    "seat_id",
    "commission_id",
    "region_id",
    "district",
    "level",
    "action",
    "decision_id",
    "decision_kind",
    "decided_on",
    "date_basis",
    "replaces_seat_id",
    "closes_seat_id",
)
NEVER: Final = np.datetime64("NaT", "D")
SPAN: Final = np.int64(10_000_000)  # more days than any calendar date has, so that group and day share one number
_OFFSET: Final = np.int64(5_000_000)


def to_days(values: pd.Series) -> Days:
    """Turn dates, timestamps or ISO strings into days; what is empty stays empty.

    Args:
        values: a column of dates.

    Raises:
        ValueError: a value is not a date.
    """
    return pd.to_datetime(values, errors="raise").to_numpy().astype("datetime64[D]")


def add_years(days: Days, years: int) -> Days:
    """Add calendar years; 29 February becomes 28 February where the target year has none.

    Args:
        days: days, empty ones allowed.
        years: how many years.

    >>> add_years(np.array(["2019-02-07", "2020-02-29"], dtype="datetime64[D]"), 5).tolist()
    [datetime.date(2024, 2, 7), datetime.date(2025, 2, 28)]
    """
    months = days.astype("datetime64[M]")
    target = (months + 12 * years).astype("datetime64[D]")
    length = (months + 12 * years + 1).astype("datetime64[D]") - target
    return target + np.minimum(days - months.astype("datetime64[D]"), length - np.timedelta64(1, "D"))


def pack_keys(groups: Numbers, days: Days) -> Numbers:
    """Make one sortable number of a group and a day; rows without a group or a day get -1.

    Args:
        groups: codes of groups, -1 where there is none.
        days: one day each.
    """
    missing = (groups < 0) | np.isnat(days)
    numbers = np.where(missing, 0, days.astype(np.int64))
    return np.where(missing, np.int64(-1), groups * SPAN + numbers + _OFFSET)


def find_next(keys: Numbers, groups: Numbers, after: Days) -> Days:
    """Find for each row the first day of its group that is later than a day.

    Args:
        keys: sorted keys of `pack_keys`.
        groups: the group of each row.
        after: the day of each row.
    """
    wanted = pack_keys(groups, after)
    return _unpack(keys, np.searchsorted(keys, wanted, side="right"), groups, wanted)


def find_previous(keys: Numbers, groups: Numbers, upto: Days) -> Days:
    """Find for each row the last day of its group that is not later than a day.

    Args:
        keys: sorted keys of `pack_keys`.
        groups: the group of each row.
        upto: the day of each row.
    """
    wanted = pack_keys(groups, upto)
    return _unpack(keys, np.searchsorted(keys, wanted, side="right") - 1, groups, wanted)


def _unpack(keys: Numbers, places: npt.NDArray[np.intp], groups: Numbers, wanted: Numbers) -> Days:
    found = np.full(len(groups), NEVER, dtype="datetime64[D]")
    if len(keys) == 0:
        return found
    hits = keys[np.clip(places, 0, len(keys) - 1)]
    right = (wanted >= 0) & (places >= 0) & (places < len(keys)) & (hits // SPAN == groups)
    found[right] = (hits[right] % SPAN - _OFFSET).astype("datetime64[D]")
    return found
