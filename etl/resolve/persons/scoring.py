"""Candidate pairs and their probabilities: Splink on DuckDB with frozen weights."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from etl.resolve.persons.comparisons import COMPARISONS, make_settings
from etl.resolve.persons.frequencies import count_frequencies
from etl.resolve.persons.mentions import to_table
from etl.resolve.persons.weights import Weights, load_weights

if TYPE_CHECKING:
    from splink import Linker

PAIR_COLUMNS = ("left", "right", "weight", "decision_left", "decision_right", *COMPARISONS)


def quiet_connection() -> duckdb.DuckDBPyConnection:
    """Return a database in memory that draws no bar of its own: progress is told by the build."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET enable_progress_bar = false")
    return connection


def make_linker(mentions: pd.DataFrame, settings: dict[str, object]) -> Linker:
    """Return a Splink linker over mentions, with our table of frequencies of each name part.

    Args:
        mentions: see `make_mentions`.
        settings: see `make_settings`.
    """
    from splink import DuckDBAPI, Linker  # a second to import, and only builds need it

    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI(connection=quiet_connection())
    linker = Linker(api.register(to_table(mentions), table_name="mentions"), settings, log_level=None)
    for part in ("surname", "given", "patronymic"):
        table = api.register(count_frequencies(mentions, part), table_name=f"frequency_{part}")
        linker.table_management.register_term_frequency_lookup(table, f"{part}_term")
    return linker


def score_pairs(mentions: pd.DataFrame, weights: Weights | None = None) -> pd.DataFrame:
    """Score every candidate pair of mentions.

    Args:
        mentions: see `make_mentions`.
        weights: a version; the current one where none is given.

    Returns:
        `left, right` (places, left before right), `weight` (log2 of the odds), the decisions of both, and the level
        each comparison reached, best pair first, ties in the order of the mentions.
    """
    model = weights or load_weights()
    if len(mentions) < 2:
        return pd.DataFrame({name: pd.Series(dtype="object") for name in PAIR_COLUMNS})
    return collect_pairs(make_linker(mentions, make_settings(model)))


def collect_pairs(linker: Linker) -> pd.DataFrame:
    """Score the pairs of a linker.

    Args:
        linker: see `make_linker`.

    Returns:
        See `score_pairs`.
    """
    wanted = [
        "place_l",
        "place_r",
        "match_weight",
        "decision_id_l",
        "decision_id_r",
        *(f"gamma_{name}" for name in COMPARISONS),
    ]
    found = linker.inference.predict(warning_mode="never").as_duckdbpyrelation().select(*wanted).df()
    swap = found["place_l"] > found["place_r"]
    pairs = pd.DataFrame(
        {
            "left": found["place_l"].where(~swap, found["place_r"]).astype("int64"),
            "right": found["place_r"].where(~swap, found["place_l"]).astype("int64"),
            # Sums of logarithms may differ in the last digits with the order of the sum.
            "weight": found["match_weight"].round(6),
            "decision_left": found["decision_id_l"].where(~swap, found["decision_id_r"]),
            "decision_right": found["decision_id_r"].where(~swap, found["decision_id_l"]),
        }
    )
    for name, comparison in COMPARISONS.items():
        labels = {len(comparison.levels) - 1 - i: level for i, level in enumerate(comparison.levels)}
        pairs[name] = found[f"gamma_{name}"].map(labels)
    return pairs.sort_values(["weight", "left", "right"], ascending=[False, True, True], ignore_index=True)
