"""Many commissions at once: arrays with one entry per commission, and rows of the table `metrics` made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.measures.blocs import Split
from models.measures.measure import Measure
from models.measures.sectors import Truth

Numbers = npt.NDArray[np.float64]

METRIC_COLUMNS: Final = (
    "commission_id",
    "as_of",
    "metric",
    "tiers",
    "variant",
    "value",
    "lower",
    "upper",
    "n_known",
    "n_total",
)


@dataclass(frozen=True)
class Columns:
    """The written form of one metric for every commission of a batch; NaN stands for an empty value."""

    value: Numbers
    lower: Numbers
    upper: Numbers
    n_known: Numbers
    n_total: Numbers


@dataclass(frozen=True)
class Batch:
    """Commissions with n each, and for every seat the number of its commission."""

    commission_ids: npt.NDArray[np.object_]
    sizes: npt.NDArray[np.int64]
    owners: npt.NDArray[np.int64]

    def count(self, seats: npt.NDArray[np.bool_]) -> Numbers:
        """Count seats per commission.

        Args:
            seats: which seats to count.
        """
        return np.bincount(self.owners[seats], minlength=len(self.sizes)).astype(float)

    def share(self, truth: Truth) -> Columns:
        """Measure the share of a named category: c / k, bounds c / n … (c + u) / n (see `named_share`).

        Args:
            truth: 1 belongs, 0 does not, NaN is not known; one per seat.
        """
        total = self.sizes.astype(float)
        count, known = self.count(truth == 1), self.count(~np.isnan(truth))
        with np.errstate(divide="ignore", invalid="ignore"):
            value = np.where(known > 0, count / known, np.nan)
        return Columns(value, count / total, (count + total - known) / total, known, total)

    def known_share(self, known: npt.NDArray[np.bool_]) -> Columns:
        """Measure how complete a column is: known seats / n, without bounds of its own.

        Args:
            known: which seats are known.
        """
        total = self.sizes.astype(float)
        count = self.count(known)
        return Columns(count / total, count / total, count / total, count, total)


def make_batch(seats: pd.DataFrame, sizes: pd.DataFrame) -> Batch:
    """Number the commissions that have seats.

    Args:
        seats: `commission_id` of every seat held.
        sizes: `commission_id, n`.

    Raises:
        ValueError: a seat belongs to a commission without a size, or a size is smaller than the seats.
    """
    wanted = sizes.loc[sizes["n"].gt(0)].drop_duplicates("commission_id").sort_values("commission_id")
    index = pd.Index(wanted["commission_id"])
    owners = index.get_indexer(seats["commission_id"]).astype(np.int64)
    if (owners < 0).any():
        raise ValueError(f"no size for commission {seats['commission_id'].iloc[int(np.argmin(owners))]!r}")
    totals = wanted["n"].to_numpy(dtype=np.int64)
    short = np.bincount(owners, minlength=len(totals)) > totals
    if short.any():
        raise ValueError(f"commission {index[int(np.argmax(short))]!r} has more seats than its size")
    return Batch(index.to_numpy(dtype=object), totals, owners)


def measure_each(items: Sequence[Split], measure: Callable[[Split], Measure]) -> Columns:
    """Apply a metric to the split of every commission, once per distinct split.

    Args:
        items: one split per commission.
        measure: the metric.
    """
    places: dict[Split, int] = {}
    order = [places.setdefault(item, len(places)) for item in items]
    table = np.array([measure(item) for item in places], dtype=float).reshape(-1, 5)[order]
    return Columns(*(table[:, column] for column in range(5)))


class _Part(NamedTuple):
    metric: str
    tiers: str
    variant: str
    places: npt.NDArray[np.intp]
    columns: Columns


@dataclass
class MetricRows:
    """Collects metrics of a batch and writes them as one long frame."""

    batch: Batch
    as_of: date
    _parts: list[_Part] = field(default_factory=list)

    def add(
        self,
        metric: str,
        columns: Columns,
        tiers: str = "",
        variant: str = "",
        only: npt.NDArray[np.intp] | None = None,
    ) -> None:
        """Add one metric.

        Args:
            metric: id of the metric.
            columns: its values, one per commission.
            tiers: tiers of ties where they matter.
            variant: empty or `successor`.
            only: numbers of the commissions to write, all where none are given.
        """
        places = np.arange(len(self.batch.sizes)) if only is None else only
        self._parts.append(_Part(metric, tiers, variant, places, columns))

    def write(self) -> pd.DataFrame:
        """Write all rows in the order in which the metrics were added, commissions sorted inside each.

        Texts are categorical: a country has millions of rows and a few thousand different texts.
        """
        parts = self._parts
        places = np.concatenate([part.places for part in parts])
        numbers = np.repeat(np.arange(len(parts)), [len(part.places) for part in parts])
        columns: dict[str, object] = {
            "commission_id": pd.Categorical.from_codes(places, pd.Index(self.batch.commission_ids, dtype="str")),
            "as_of": np.full(len(places), np.datetime64(self.as_of, "s")),
        }
        for name in ("metric", "tiers", "variant"):
            codes, texts = pd.factorize(np.array([getattr(part, name) for part in parts], dtype=object))
            columns[name] = pd.Categorical.from_codes(codes[numbers], pd.Index(texts, dtype="str"))
        for name in ("value", "lower", "upper", "n_known", "n_total"):
            columns[name] = np.concatenate([getattr(part.columns, name)[part.places] for part in parts])
        return pd.DataFrame(columns, columns=list(METRIC_COLUMNS)).astype({"n_known": "int64", "n_total": "int64"})
