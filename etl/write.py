"""Tables into one database: every row through the gate, then in one atomic step to its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from etl.assemble import Tables
from etl.identifiers import stable_id
from etl.load import create_tables, insert_frame, insert_rows, new_database, write_meta
from models import sql
from models.rows import check_rows
from models.schema import BY_NAME

Row = dict[str, Any]

ASSEMBLED = (
    "documents",
    "decisions",
    "commissions",
    "terms",
    "seats",
    "persons",
    "organisations",
    "organisation_parents",
    "ties",
    "candidates",
    "redirects",
    "corrections",
    "issues",
)
"""Tables of rows in the order they pass the gate; issues come last, since a row that does not fit becomes one."""


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
            insert_rows(connection, BY_NAME[name], _checked(name, getattr(tables, name), tables))
        for name, frame in frames.items():
            insert_frame(connection, BY_NAME[name], frame)
        write_meta(connection, meta)
        sql.run_all(connection)


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
    return (
        sorted(good, key=lambda row: tuple(str(row[key]) for key in table.key))
        if name in ("issues", "organisations")
        else good
    )
