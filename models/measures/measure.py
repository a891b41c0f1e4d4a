"""The written form of every metric: a value over what is known, and bounds over what is not."""

from typing import NamedTuple


class Measure(NamedTuple):
    """A metric of one commission on one day.

    `value` is over the known seats, None if there is none; `lower` and `upper` are the least and greatest values over
    every way the unknown seats may fall, None where the metric is not defined.
    """

    value: float | None
    lower: float | None
    upper: float | None
    n_known: int
    n_total: int


def decided_only(lower: float | None, upper: float | None, n_known: int, n_total: int) -> Measure:
    """Give a value only where the bounds leave no doubt (power and control metrics).

    Args:
        lower: least value.
        upper: greatest value.
        n_known: seats known.
        n_total: all seats.
    """
    return Measure(lower if lower == upper else None, lower, upper, n_known, n_total)
