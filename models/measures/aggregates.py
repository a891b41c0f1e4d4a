"""Metrics of several commissions together: a district, a region, a level, the country.

A share is pooled over seats, any other metric is a mean over commissions. Commissions that should exist but were not
read enter as bounds; an interval is given only where the commissions read are a sample.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.measures.batch import Numbers
from models.measures.power import majority, quorum_block
from models.measures.resampling import resample_interval

AGGREGATE_COLUMNS: Final = (
    "scope",
    "scope_id",
    "level",
    "as_of",
    "metric",
    "tiers",
    "value",
    "lower",
    "upper",
    "ci_low",
    "ci_high",
    "commissions_read",
    "commissions_expected",
)
ALL_LEVELS: Final = "all"
SAMPLE_MIN: Final = 10

_KNOWN_SHARES: Final = ("public_sector_share", "education_share", "school_teacher_share", "women_share")
_PARTS: Final = ("value", "lower", "upper", "n_known", "n_total")


@dataclass(frozen=True)
class _Cube:
    """Metrics of one day as matrices, a row per commission and a column per metric; NaN where a row is missing."""

    commission_ids: pd.Index
    metrics: pd.DataFrame
    parts: dict[str, Numbers]
    pooled: npt.NDArray[np.bool_]
    counted: npt.NDArray[np.bool_]

    def take(self, places: npt.NDArray[np.intp]) -> dict[str, Numbers]:
        """Select commissions."""
        return {name: matrix[places] for name, matrix in self.parts.items()}


def aggregate(
    metrics: pd.DataFrame,
    commissions: pd.DataFrame,
    scope: str,
    expected: pd.DataFrame | None = None,
    country: str = "KZ",
) -> pd.DataFrame:
    """Put the metrics of several commissions together.

    Args:
        metrics: rows of `measure_commissions`, of one day or more; variants are left out.
        commissions: `commission_id, region_id, district, level`.
        scope: `country`, `region` or `district`.
        expected: `scope_id, level, commissions_expected`: how many commissions there are; without a figure there are
            no intervals and the bounds cover the commissions read only. The figure for all levels together is the sum
            where every level read has one.
        country: id of the country, for scope `country`.

    Returns:
        Rows of `AGGREGATE_COLUMNS`; `level` is a code or `all`. The id of a district is `<region>/<district>`, since
        several regions have districts of one name.

    Raises:
        ValueError: the scope is not known.
    """
    places = commissions.drop_duplicates("commission_id").set_index("commission_id")
    scope_ids, figures = name_scopes(places, scope, country), _read_expected(expected)
    frames = []
    for as_of, rows in metrics.loc[metrics["variant"].eq("")].groupby("as_of", sort=True):
        cube = _make_cube(rows)
        levels = places["level"].reindex(cube.commission_ids).to_numpy(dtype=object)
        done: dict[tuple[bytes, int | None], dict[str, Numbers]] = {}
        scopes: list[tuple[str, str]] = []
        parts: list[dict[str, Numbers]] = []
        for scope_id, level, members in _list_groups(scope_ids.reindex(cube.commission_ids), levels):
            count = find_expected(figures.get(scope_id, {}), level, set(levels[members]))
            # Where a scope has one level only, "all" is the same commissions again.
            key = (members.tobytes(), count)
            if key not in done:
                done[key] = _summarise(cube, members, count)
            scopes.append((scope_id, level))
            parts.append(done[key])
        if parts:
            frames.append(_join_scopes(cube, scopes, parts).assign(scope=scope, as_of=as_of))
    if not frames:
        return pd.DataFrame(columns=list(AGGREGATE_COLUMNS))
    return pd.concat(frames, ignore_index=True)[list(AGGREGATE_COLUMNS)]


def _join_scopes(cube: _Cube, scopes: list[tuple[str, str]], parts: list[dict[str, Numbers]]) -> pd.DataFrame:
    """Write the summaries of a day, one block of rows for each scope and level."""
    width = len(cube.metrics)
    block = np.repeat(np.arange(len(scopes)), width)
    texts = {
        "scope_id": pd.array([scope_id for scope_id, _ in scopes], dtype="str").take(block),
        "level": pd.array([level for _, level in scopes], dtype="str").take(block),
    }
    within = np.tile(np.arange(width), len(scopes))
    for name in ("metric", "tiers"):
        texts[name] = pd.array(cube.metrics[name].to_numpy(dtype=object), dtype="str").take(within)
    numbers = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    frame = pd.DataFrame(texts | numbers)
    frame["commissions_read"] = frame["commissions_read"].astype("int64")
    frame["commissions_expected"] = frame["commissions_expected"].astype("Int64")
    return frame


def name_scopes(places: pd.DataFrame, scope: str, country: str) -> pd.Series:
    """Name the scope to which each commission belongs; empty where it is not known.

    Args:
        places: `region_id, district`.
        scope: `country`, `region` or `district`.
        country: id of the country.

    Raises:
        ValueError: the scope is not known.
    """
    if scope == "country":
        return pd.Series(country, index=places.index)
    if scope == "region":
        return places["region_id"]
    if scope == "district":
        return places["region_id"] + "/" + places["district"]
    raise ValueError(f"scope is country, region or district, not {scope!r}")


def find_expected(figures: Mapping[str, int], level: str, levels: Collection[str | None]) -> int | None:
    """Look up how many commissions a scope should have, None where that is not known.

    Args:
        figures: number by level for the scope.
        level: a code or `all`.
        levels: levels of the commissions read in the scope.

    >>> find_expected({"PEC": 40, "TEC": 1}, "all", {"PEC"}), find_expected({"TEC": 1}, "all", {"PEC", "TEC"})
    (41, None)
    """
    if level in figures:
        return figures[level]
    known = {code for code in levels if not pd.isna(code)}
    return sum(figures.values()) if level == ALL_LEVELS and figures and known <= set(figures) else None


def is_pooled(metric: str) -> bool:
    """Tell whether a metric is a share of seats, which is pooled, or is averaged over commissions.

    Args:
        metric: id of the metric.

    >>> [is_pooled(metric) for metric in ("education_share", "tied_share_amanat", "tied_share_max", "nominator_hhi")]
    [True, True, False, False]
    """
    if metric in _KNOWN_SHARES or metric == "party_nominated_share":
        return True
    if metric.startswith(("nominator_kind_share_", "completeness_")):
        return True
    return metric.startswith("tied_share_") and metric != "tied_share_max"


def list_extremes(metric: str, seats: int) -> tuple[float, float]:
    """Give the least and greatest value a commission nobody has read may have.

    Args:
        metric: id of the metric.
        seats: size of the largest commission read; an unread one is taken to be no larger.

    >>> list_extremes("nominator_hhi", 7) == (1 / 7, 1.0), list_extremes("nominator_enp", 7)
    (True, (1.0, 7.0))
    """
    if metric == "nominator_hhi_position":
        return np.nan, np.nan
    if metric == "officer_same_bloc":
        return 0.0, 3.0
    if metric.endswith("_enp"):
        return 1.0, float(seats)
    if metric.endswith("_control_number"):
        return 1.0, float(majority(seats))
    if metric == "quorum_block_number":
        return 1.0, float(quorum_block(seats))
    concentrated = metric.endswith(("_share_max", "_hhi", "_banzhaf_max", "_shapley_max"))
    return (1 / seats if concentrated and metric != "tied_share_max" else 0.0), 1.0


def _make_cube(rows: pd.DataFrame) -> _Cube:
    owners, ids = _number_texts(rows["commission_id"])
    metric, metrics = _number_texts(rows["metric"])
    tier, tiers = _number_texts(rows["tiers"])
    pairs, codes = np.unique(metric * len(tiers) + tier, return_inverse=True)
    parts = {}
    for name in _PARTS:
        parts[name] = np.full((len(ids), len(pairs)), np.nan)
        parts[name][owners, codes] = rows[name].to_numpy(dtype=float)
    names = metrics[pairs // len(tiers)]
    pooled = np.array([is_pooled(name) for name in names], dtype=bool)
    # A share over n, not over the known seats, is pooled over n as well.
    counted = pooled & np.array([name.startswith(("tied_share_", "completeness_")) for name in names], dtype=bool)
    frame = pd.DataFrame({"metric": names, "tiers": tiers[pairs % len(tiers)]})
    return _Cube(pd.Index(ids), frame, parts, pooled, counted)


def _number_texts(texts: pd.Series) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.object_]]:
    """Number texts in their order, categorical or not."""
    codes, found = pd.factorize(texts)
    names = np.array([str(name) for name in found], dtype=object)
    order = np.argsort(names)
    places = np.empty(len(names), dtype=np.int64)
    places[order] = np.arange(len(names))
    return places[codes], names[order]


def _read_expected(expected: pd.DataFrame | None) -> dict[str, dict[str, int]]:
    figures: dict[str, dict[str, int]] = {}
    if expected is not None:
        known = expected.dropna(subset=["commissions_expected"])
        for scope_id, level, count in zip(
            known["scope_id"], known["level"], known["commissions_expected"], strict=True
        ):
            figures.setdefault(str(scope_id), {})[str(level)] = int(count)
    return figures


def _list_groups(
    scope_ids: pd.Series, levels: npt.NDArray[np.object_]
) -> Iterator[tuple[str, str, npt.NDArray[np.intp]]]:
    """List the commissions of each scope, all together and by level."""
    for scope_id, inside in pd.Series(np.arange(len(levels))).groupby(scope_ids.to_numpy(dtype=object), sort=True):
        members = inside.to_numpy()
        yield str(scope_id), ALL_LEVELS, members
        for level in sorted({code for code in levels[members] if not pd.isna(code)}):
            yield str(scope_id), level, members[levels[members] == level]


def _summarise(cube: _Cube, members: npt.NDArray[np.intp], expected: int | None) -> dict[str, Numbers]:
    parts = cube.take(members)
    names, pooled, counted = cube.metrics["metric"].to_numpy(dtype=object), cube.pooled, cube.counted
    known = np.where(counted, parts["n_total"], parts["n_known"])
    values = np.where(counted, parts["lower"], parts["value"])
    weights = np.where(np.isnan(values), 0.0, np.where(pooled, known, 1.0))
    sums = np.nan_to_num(values) * weights
    value = _divide(sums.sum(axis=0), weights.sum(axis=0))
    value[np.isnan(parts["value"]).all(axis=0)] = np.nan

    missing = max(0, (expected or 0) - len(members))
    seats = parts["n_total"]
    scale = np.where(pooled, seats, 1.0)
    defined = ~np.isnan(parts["lower"])
    largest = int(np.nanmax(seats[:, names != "officer_same_bloc"], initial=1))
    # Nobody needs the ends of unread commissions where none is known to be missing.
    extremes = np.array([list_extremes(name, largest) for name in names]) if missing else np.zeros((len(names), 2))
    unread = missing * np.where(pooled, _divide(np.nansum(seats, axis=0), (~np.isnan(seats)).sum(axis=0)), 1.0)
    total = np.where(defined, scale, 0.0).sum(axis=0) + unread
    bounds = {}
    for side, column in (("lower", 0), ("upper", 1)):
        ends = np.where(missing > 0, extremes[:, column] * unread, 0.0)
        bounds[side] = _divide(np.where(defined, parts[side] * scale, 0.0).sum(axis=0) + ends, total)
    low, high = _find_interval(sums, weights, value, len(members), expected)
    whole = np.full(len(names), np.nan if expected is None else float(expected))
    return {
        "value": value,
        **bounds,
        "ci_low": low,
        "ci_high": high,
        "commissions_read": np.full(len(names), float(len(members))),
        "commissions_expected": whole,
    }


def _find_interval(
    sums: Numbers, weights: Numbers, value: Numbers, read: int, expected: int | None
) -> tuple[Numbers, Numbers]:
    nothing = np.full(len(value), np.nan)
    if expected is None or read >= expected or read < SAMPLE_MIN:
        return nothing, nothing
    low, high = resample_interval(sums, weights, value, read / expected)
    enough = (weights > 0).sum(axis=0) >= SAMPLE_MIN
    return np.where(enough, low, np.nan), np.where(enough, high, np.nan)


def _divide(one: Numbers, other: Numbers) -> Numbers:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(other > 0, one / other, np.nan)
