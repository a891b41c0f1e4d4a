"""Tables into one database: every row through the gate, then in one atomic step to its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.assemble import Tables
from etl.identifiers import stable_id
from etl.load import create_tables, insert_columns, insert_frame, insert_rows, new_database, write_meta
from models import sql
from models.rows import check_rows, columns_of
from models.schema import BY_NAME

Row = dict[str, Any]

ASSEMBLED = (
    "documents",
    "decisions",
    "commissions",
    "terms",
    "seats",
    "persons",
    "person_links",
    "organisations",
    "organisation_parents",
    "ties",
    "candidates",
    "organisation_candidates",
    "redirects",
    "registers",
    "corrections",
    "issues",
)
"""Tables of rows in the order they pass the gate; issues come last, since a row that does not fit becomes one."""


SORTED = ("issues", "organisations")
"""Tables whose rows come together from several places; they are written in the order of their keys."""

BATCH = 20_000


def write_database(database: Path, tables: Tables, frames: dict[str, pd.DataFrame], meta: dict[str, str]) -> None:
    """Write one complete database beside an old one and put it in its place.

    Args:
        database: where it shall stand.
        tables: assembled rows.
        frames: further tables by name, as frames.
        meta: what the database was built from.

    Raises:
        DatabaseError: the folder cannot be written.
    """
    with new_database(database) as connection:
        create_tables(connection)
        for name in ASSEMBLED:
            _insert_checked(connection, name, tables)
        for name, frame in frames.items():
            insert_frame(connection, BY_NAME[name], frame)
        write_meta(connection, meta)
        sql.run_all(connection)


def _insert_checked(connection: duckdb.DuckDBPyConnection, name: str, tables: Tables) -> None:
    """Insert the rows of a table a batch at a time, so that a country's are not held twice."""
    table = BY_NAME[name]
    rows: list[Row] = getattr(tables, name)
    if name in SORTED:
        rows = sorted(rows, key=lambda row: tuple(str(row.get(key)) for key in table.key))
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        columns = columns_of(table, batch)
        if columns is None:
            insert_rows(connection, table, _checked(name, batch, tables))
        else:
            insert_columns(connection, table, columns)


def _checked(name: str, rows: list[Row], tables: Tables) -> list[Row]:
    """Let rows through the gate; one that does not fit becomes an issue and stops nothing else."""
    table = BY_NAME[name]
    names = set(table.names)
    good, bad = check_rows(table, [{k: v for k, v in row.items() if k in names} for row in rows])
    if name == "issues" and bad:
        raise AssertionError(f"issue rows do not fit their own table: {bad[:3]}")
    for index, reason in bad:
        row = rows[index]
        tables.issues.append(
            {
                "issue_id": stable_id("i", "invalid", name, *(row.get(key) for key in table.key)),
                "document_path": row.get("document_path") or "",
                "locator": row.get("locator"),
                "severity": "error",
                "code": "invalid_row",
                "message": f"a row of {name} does not fit the schema and was left out: {reason}",
                "text": row.get("snippet"),
            }
        )
    return good
