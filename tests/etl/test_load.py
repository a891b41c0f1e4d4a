"""Frames reach the database with their values, whatever the type of their columns."""

import datetime as dt

import duckdb
import pandas as pd
import pytest

from etl.load import create_tables, insert_frame
from models.schema import BY_NAME

DAY = dt.date(2024, 10, 6)
ROWS = {
    "commission_id": ["АСК-1", "АСК-2", "АСК-1"],
    "metric": ["nominator_hhi", "women_share", "women_share"],
    "tiers": ["", "", None],
    "value": [0.25, float("nan"), 1.0],
    "n_known": [4, 0, 7],
}


def read_back(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    with duckdb.connect(":memory:") as connection:
        create_tables(connection)
        assert insert_frame(connection, BY_NAME["metrics"], frame) == len(frame)
        return connection.execute(
            "SELECT commission_id, as_of, metric, tiers, value, n_known, variant FROM core_metrics"
        ).fetchall()


@pytest.mark.parametrize("text", ["object", "str", "category"])
@pytest.mark.parametrize("day", ["object", "datetime64[s]"])
def test_every_type_of_column_gives_the_same_rows(text: str, day: str) -> None:
    frame = pd.DataFrame(ROWS | {"as_of": pd.Series([DAY] * 3, dtype="object").astype(day)})
    frame = frame.astype(dict.fromkeys(("commission_id", "metric", "tiers"), text))
    assert read_back(frame) == [
        ("АСК-1", DAY, "nominator_hhi", "", 0.25, 4, None),
        ("АСК-2", DAY, "women_share", "", None, 0, None),
        ("АСК-1", DAY, "women_share", None, 1.0, 7, None),
    ]


def test_unused_categories_do_not_shift_the_others() -> None:
    frame = pd.DataFrame(ROWS | {"as_of": [DAY] * 3}).astype({"metric": "category"}).iloc[1:]
    assert [row[2] for row in read_back(frame)] == ["women_share", "women_share"]


def test_column_the_table_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="mood"):
        read_back(pd.DataFrame({"mood": ["good"]}))
