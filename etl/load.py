"""Writing one complete database beside the old one, and putting it in place in one step."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from etl.errors import DatabaseError
from models.schema import BY_NAME, META, TABLES, Table

ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "json": pa.string(),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table."""
    return pa.schema([pa.field(column.name, ARROW_TYPES[column.type]) for column in table.columns])


def check_place(path: Path) -> None:
    """Make sure that a database can be written at a place, before hours are spent on what it shall hold.

    Args:
        path: where the finished database shall stand; its folder is made when missing.

    Raises:
        DatabaseError: it cannot.
    """
    if path.is_dir():
        raise DatabaseError(f"cannot write a database at {path}: it is a folder")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as problem:
        raise DatabaseError(f"cannot write a database in {path.parent}: {problem.strerror}") from problem


@contextmanager
def new_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a new database beside ``path`` and rename it over ``path`` when the block ends well.

    Readers of the old file are never disturbed: they hold it until they look for a new one. When the
    block fails the new file is removed and the old one is untouched.

    Args:
        path: where the finished database shall stand.

    Raises:
        DatabaseError: the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        os.close(handle)
    except OSError as problem:
        raise DatabaseError(f"cannot write a database in {path.parent}: {problem.strerror}") from problem
    fresh = Path(name)
    fresh.unlink()
    connection = duckdb.connect(str(fresh))
    try:
        yield connection
        connection.execute("CHECKPOINT")
        connection.close()
        fresh.replace(path)
    finally:
        connection.close()
        fresh.unlink(missing_ok=True)
        Path(f"{fresh}.wal").unlink(missing_ok=True)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every core table of the schema, empty."""
    for table in TABLES:
        connection.execute(table.create_sql())


def insert_rows(connection: duckdb.DuckDBPyConnection, table: Table, rows: Iterable[dict[str, Any]]) -> int:
    """Insert rows of dicts in the given order; missing columns mean "not known".

    Args:
        connection: an open, writable database.
        table: where they go.
        rows: checked rows.
    """
    batch = pa.Table.from_pylist(list(rows), schema=arrow_schema(table))
    return _insert(connection, table, batch)


def insert_columns(connection: duckdb.DuckDBPyConnection, table: Table, columns: dict[str, list[Any]]) -> int:
    """Insert columns of equal length, one for each of the table's.

    Args:
        connection: an open, writable database.
        table: where they go.
        columns: checked values by column.
    """
    arrays = {field.name: pa.array(columns[field.name], type=field.type) for field in arrow_schema(table)}
    return _insert(connection, table, pa.table(arrays))


def insert_frame(connection: duckdb.DuckDBPyConnection, table: Table, frame: pd.DataFrame) -> int:
    """Insert a frame; columns the table does not have are an error, missing ones mean "not known"."""
    unknown = set(frame.columns) - set(table.names)
    if unknown:
        raise ValueError(f"columns {sorted(unknown)} are not in table {table.name}")
    columns = {}
    for field in arrow_schema(table):
        if field.name not in frame.columns:
            columns[field.name] = pa.nulls(len(frame), field.type)
            continue
        columns[field.name] = _to_arrow(frame[field.name], field.type)
    return _insert(connection, table, pa.table(columns))


def _to_arrow(series: pd.Series, kind: pa.DataType) -> pa.Array:
    """Turn a column into its Arrow type without a Python object for each cell, where its own type allows."""
    if isinstance(series.dtype, pd.CategoricalDtype):
        places = pa.array(series.cat.codes.to_numpy(), mask=series.isna().to_numpy())
        return pa.DictionaryArray.from_arrays(places, pa.array(series.cat.categories.tolist(), type=kind))
    if pd.api.types.is_datetime64_any_dtype(series.dtype):
        return pa.array(series.to_numpy().astype("datetime64[D]"), type=kind, from_pandas=True)
    if pd.api.types.is_object_dtype(series.dtype):
        return pa.array(series.where(series.notna(), None).tolist(), type=kind)
    return pa.array(series, type=kind, from_pandas=True)


def _insert(connection: duckdb.DuckDBPyConnection, table: Table, batch: pa.Table) -> int:
    if batch.num_rows:
        connection.register("incoming", batch)
        columns = ", ".join(f'"{name}"' for name in table.names)
        connection.execute(f"INSERT INTO {table.core} ({columns}) SELECT {columns} FROM incoming")  # noqa: S608
        connection.unregister("incoming")
    return batch.num_rows


def write_meta(connection: duckdb.DuckDBPyConnection, values: dict[str, str]) -> None:
    """Write what the database was built from."""
    insert_rows(connection, META, [{"key": key, "value": values[key]} for key in sorted(values)])


def read_meta(path: Path) -> dict[str, str]:
    """Return what a database was built from.

    Raises:
        DatabaseError: there is no database at ``path`` or it is not one of ours.
    """
    with open_database(path) as connection:
        return dict(connection.execute(f"SELECT key, value FROM {BY_NAME['meta'].core}").fetchall())  # noqa: S608


@contextmanager
def open_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open an existing database for reading only.

    Raises:
        DatabaseError: there is none, or it is not one of ours.
    """
    if not path.is_file():
        raise DatabaseError(f"there is no database at {path}")
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as problem:
        raise DatabaseError(f"{path} cannot be opened as a database: {str(problem).splitlines()[0]}") from problem
    try:
        tables = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if META.core not in tables:
            raise DatabaseError(f"{path} is not a database of this program: table {META.core} is missing")
        yield connection
    finally:
        connection.close()
