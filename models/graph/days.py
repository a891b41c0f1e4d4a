"""Days as whole numbers, so that half a million spans can be compared at once."""

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Days = npt.NDArray[np.int32]

ALWAYS: Final = -(2**31)
"""Beginning of what is not dated and does not change with the day, as the district of a commission."""
NEVER: Final = 2**31 - 1
"""Beginning of a seat whose days are not known: it is in the graph, but on no day; also the end of what is open."""
OPEN: Final = NEVER

_EPOCH: Final = date(1970, 1, 1).toordinal()


def number_days(column: pd.Series, missing: int) -> Days:
    """Turn days into numbers of days since 1970.

    Args:
        column: dates, timestamps, ISO texts or missing values.
        missing: the number for a missing value.

    >>> number_days(pd.Series([date(1970, 1, 3), None]), OPEN).tolist()
    [2, 2147483647]
    """
    stamps = pd.to_datetime(column).to_numpy(dtype="datetime64[D]")
    days = stamps.astype(np.int64)
    return np.where(np.isnat(stamps), missing, days).astype(np.int32)


def number_day(day: date) -> int:
    """Turn one day into its number.

    Args:
        day: the day.
    """
    return day.toordinal() - _EPOCH


def name_day(number: int) -> date | None:
    """Turn a number back into a day; None for the numbers that stand for no day.

    Args:
        number: one number.

    >>> name_day(2), name_day(OPEN), name_day(ALWAYS)
    (datetime.date(1970, 1, 3), None, None)
    """
    return None if number in (ALWAYS, OPEN) else date.fromordinal(int(number) + _EPOCH)
