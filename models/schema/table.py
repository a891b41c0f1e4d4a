"""What a column and a table are."""

from __future__ import annotations

from dataclasses import dataclass

DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "json": "VARCHAR",
}
"""Frictionless type names -> DuckDB types. ``json`` is a list or object written as JSON text in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Frictionless type, meaning and, where it has them, its codes."""

    name: str
    type: str
    description: str
    codes: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its key, its columns, and whether it leaves in the data package."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    exported: bool = True
    review: bool = False
    """Leaves, though not exported, where rows for review are asked for."""

    @property
    def names(self) -> list[str]:
        """Column names in declared order."""
        return [column.name for column in self.columns]

    @property
    def core(self) -> str:
        """Name of the table in the database."""
        return f"core_{self.name}"

    def create_sql(self) -> str:
        """Return the CREATE TABLE statement."""
        columns = ", ".join(
            f'"{c.name}" {DUCKDB_TYPES[c.type]}{" NOT NULL" if c.required else ""}' for c in self.columns
        )
        return f"CREATE TABLE {self.core} ({columns})"
