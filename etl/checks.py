"""Integrity and sanity checks over a finished database: each is one question with the rows that fail it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.errors import DatabaseError
from etl.load import open_database
from models.schema import TABLES

SQL = Path(__file__).resolve().parents[1] / "models" / "sql" / "checks"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: its name, how many rows fail it, and the first of them."""

    name: str
    failures: int
    example: str = ""

    @property
    def passed(self) -> bool:
        """No row fails."""
        return self.failures == 0


def run_checks(path: Path) -> list[CheckResult]:
    """Run every check over a database.

    Structure first (tables, columns, keys), then the named questions in ``models/sql/checks``: each selects the rows
    that should not be there.

    Args:
        path: the database.

    Raises:
        DatabaseError: there is none, or it is not one of ours.
    """
    with open_database(path) as connection:
        results = [_structure(connection)]
        if results[0].passed:
            results.extend(_keys(connection))
            results.extend(_question(connection, file) for file in sorted(SQL.glob("*.sql")))
    return results


def _structure(connection: duckdb.DuckDBPyConnection) -> CheckResult:
    rows = connection.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    missing = [f"{t.core}.{c}" for t in TABLES for c in t.names if c not in found.get(t.core, set())]
    return CheckResult("schema", len(missing), missing[0] if missing else "")


def _keys(connection: duckdb.DuckDBPyConnection) -> list[CheckResult]:
    results = []
    for table in TABLES:
        key = ", ".join(f'"{name}"' for name in table.key)
        question = f"SELECT {key}, count(*) FROM {table.core} GROUP BY ALL HAVING count(*) > 1"  # noqa: S608 - schema names
        found = connection.execute(question).fetchall()
        results.append(CheckResult(f"unique_key_{table.name}", len(found), str(found[0]) if found else ""))
    return results


def _question(connection: duckdb.DuckDBPyConnection, file: Path) -> CheckResult:
    try:
        found = connection.execute(file.read_text(encoding="utf-8")).fetchall()
    except duckdb.Error as problem:
        raise DatabaseError(f"check {file.stem} could not be asked: {str(problem).splitlines()[0]}") from problem
    return CheckResult(file.stem, len(found), str(found[0]) if found else "")
