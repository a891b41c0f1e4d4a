"""A published figure and ours, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from models.published.figure import COMMISSIONS_READ, TOLERANCE, Figure

_ANY_METRIC: Final = "completeness_role"
"""A metric every aggregated area has; the number of commissions read stands in its row."""

NEAR: Final = 366
"""Days between a published figure and ours beyond which they are not put side by side."""

ROUGH: Final = 0.05
"""How far a value printed with "about" may lie outside the bounds and still fit."""


@dataclass(frozen=True)
class Comparison:
    """A published figure and ours, side by side.

    `within_bounds` tells whether the published value can be true given what we have read; None where that cannot be
    said: no bounds, or our documents are invented, which confirms and contradicts nothing. `days_apart` is None where
    the figure has no date and the day was given by the reader.
    """

    figure: Figure
    metric: str
    level: str
    tiers: str
    as_of: dt.date
    days_apart: int | None
    published: float
    value: float
    lower: float | None
    upper: float | None
    ci_low: float | None
    ci_high: float | None
    commissions_read: int
    commissions_expected: int | None
    is_simulated: bool
    within_bounds: bool | None


def comparable(
    figure: Figure,
    aggregates: pd.DataFrame,
    *,
    is_simulated: bool,
    on: dt.date | None = None,
    within: int = NEAR,
) -> Comparison | None:
    """Put our figure beside a published one: same area, level and tiers, on the nearest day we cover.

    Args:
        figure: the published figure.
        aggregates: rows of `aggregates`, as `published_aggregates` gives them.
        is_simulated: whether our documents are invented; carried along, and it must be shown.
        on: the day to take for a figure without a date; without it such a figure has no counterpart.
        within: most days apart.

    Returns:
        None where the figure has no counterpart among the metrics, or we have no value near enough in time.
    """
    published = figure.comparison_value
    if figure.comparable_metric is None or figure.comparable_level is None or published is None:
        return None
    is_count = figure.comparable_metric == COMMISSIONS_READ
    rows = aggregates.loc[
        aggregates["scope"].eq(figure.scope_kind)
        & aggregates["scope_id"].eq(figure.scope_id)
        & aggregates["level"].eq(figure.comparable_level)
        & aggregates["metric"].eq(_ANY_METRIC if is_count else figure.comparable_metric)
        & aggregates["tiers"].fillna("").eq(figure.comparable_tiers)
    ]
    rows = rows.loc[rows["commissions_read" if is_count else "value"].notna()]
    chosen = _choose_day(figure, rows["as_of"], on, within)
    if chosen is None:
        return None
    row = rows.loc[[_as_day(day) == chosen[0] for day in rows["as_of"]]].iloc[0]
    value = float(row["commissions_read"] if is_count else row["value"])
    lower, upper = (None, None) if is_count else (_number(row["lower"]), _number(row["upper"]))
    return Comparison(
        figure=figure,
        metric=figure.comparable_metric,
        level=figure.comparable_level,
        tiers=figure.comparable_tiers,
        as_of=chosen[0],
        days_apart=chosen[1],
        published=published,
        value=value,
        lower=lower,
        upper=upper,
        ci_low=None if is_count else _number(row["ci_low"]),
        ci_high=None if is_count else _number(row["ci_high"]),
        commissions_read=int(row["commissions_read"]),
        commissions_expected=None if pd.isna(row["commissions_expected"]) else int(row["commissions_expected"]),
        is_simulated=is_simulated,
        within_bounds=None if is_simulated else _fits(figure, published, lower, upper),
    )


def _choose_day(
    figure: Figure, days: Iterable[Any], on: dt.date | None, within: int
) -> tuple[dt.date, int | None] | None:
    """The nearest day and how far it is; of two equally near the earlier."""
    span = figure.span or ((on, on) if on else None)
    if span is None:
        return None
    first, last = span
    found = [(max((first - day).days, (day - last).days, 0), day) for day in map(_as_day, days)]
    if not found or min(found)[0] > within:
        return None
    distance, day = min(found)
    return day, distance if figure.span else None


def _as_day(value: Any) -> dt.date:
    return pd.Timestamp(value).date()


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _fits(figure: Figure, published: float, lower: float | None, upper: float | None) -> bool | None:
    if lower is None or upper is None:
        return None
    if figure.qualifier == "over":
        return upper > published
    if figure.qualifier == "under":
        return lower < published
    slack = TOLERANCE if figure.qualifier == "exact" else ROUGH
    return lower - slack <= published <= upper + slack
