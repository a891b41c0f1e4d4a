"""The data package: every exported table as CSV and Parquet, with its schema, licence and build id."""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from models.export.safety import neutralise
from models.schema import META, TABLES, Column, Table

FORMATS = ("csv", "parquet")
BATCH = 50_000
SIMULATED_NOTE = "SIMULATED: every person and document in this package is invented for tests and demonstrations."
MASKED_NOTE = "The names of ordinary members of precinct commissions are hidden in this package (•••)."
_FRICTIONLESS_TYPES = {"json": "string"}


def export_package(
    connection: duckdb.DuckDBPyConnection,
    out: Path,
    formats: Sequence[str] = FORMATS,
    *,
    include_review: bool = False,
    masked: bool = False,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> list[Path]:
    """Write the data package of a database.

    Each file is written beside its place and then renamed, so that a broken export leaves no half files.

    Args:
        connection: an open database.
        out: folder, made if it is not there.
        formats: csv, parquet or both.
        include_review: also what waits for a reviewer: findings, pairs of statements that may be one person.
        masked: the connection sees masked tables; the package says so.
        progress: told (stage, done, total).

    Returns:
        The files written.
    """
    meta: dict[str, str] = dict(connection.execute(f"SELECT key, value FROM {META.core}").fetchall())  # noqa: S608
    meta |= {"is_masked": "true"} if masked else {}
    tables = [table for table in TABLES if table.exported or (table.review and include_review)]
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with tempfile.TemporaryDirectory(dir=out, prefix=".export-") as name:
        fresh = Path(name)
        for done, table in enumerate(tables):
            progress("export", done, len(tables))
            if "csv" in formats:
                written.append(_write_csv(connection, table, fresh, include_review))
            if "parquet" in formats:
                written.append(_write_parquet(connection, table, fresh, include_review, meta))
        descriptor = fresh / "datapackage.json"
        descriptor.write_text(
            json.dumps(describe_package(meta, tables, formats), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
        written.append(descriptor)
        progress("export", len(tables), len(tables))
        final = []
        for path in written:
            target = out / path.name
            shutil.move(path, target)
            final.append(target)
    return final


def _select(table: Table, include_review: bool) -> str:
    columns = ", ".join(f'"{name}"' for name in table.names)
    order = ", ".join(f'"{name}"' for name in table.key)
    where = "" if include_review or table.name != "findings" else " WHERE visibility = 'public'"
    return f"SELECT {columns} FROM {table.core}{where} ORDER BY {order}"  # noqa: S608 - names come from the schema


def _batches(
    connection: duckdb.DuckDBPyConnection, table: Table, include_review: bool
) -> Iterator[list[tuple[Any, ...]]]:
    # No cursor of its own: that would forget the schema in use.
    cursor = connection.execute(_select(table, include_review))
    while rows := cursor.fetchmany(BATCH):
        yield rows


def _write_csv(connection: duckdb.DuckDBPyConnection, table: Table, folder: Path, include_review: bool) -> Path:
    path = folder / f"{table.name}.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\r\n")
        writer.writerow(table.names)
        for rows in _batches(connection, table, include_review):
            writer.writerows([_cell(value) for value in row] for row in rows)
    return path


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(round(value, 6)) if value % 1 else repr(int(value))
    return neutralise(value) if isinstance(value, str) else value


def _write_parquet(
    connection: duckdb.DuckDBPyConnection, table: Table, folder: Path, include_review: bool, meta: dict[str, str]
) -> Path:
    path = folder / f"{table.name}.parquet"
    found: pa.Table = connection.execute(_select(table, include_review)).to_arrow_table()
    notes = {
        "build_id": meta.get("build_id", ""),
        "is_simulated": meta.get("is_simulated", ""),
        "description": table.row,
    }
    pq.write_table(found.replace_schema_metadata({**(found.schema.metadata or {}), **notes}), path, compression="zstd")
    return path


def describe_package(meta: dict[str, str], tables: Sequence[Table], formats: Sequence[str] = FORMATS) -> dict[str, Any]:
    """Return the Frictionless descriptor of the package.

    Args:
        meta: what the database says of itself.
        tables: exported tables.
        formats: which files are there.
    """
    simulated = meta.get("is_simulated") == "true"
    title = "Who counts the votes: members of election commissions"
    suffix = "csv" if "csv" in formats else "parquet"
    return {
        "profile": "tabular-data-package" if suffix == "csv" else "data-package",
        "name": "who-counts-the-votes" + ("-simulated" if simulated else ""),
        "title": f"{title} ({SIMULATED_NOTE})" if simulated else title,
        "description": "Every cell leads back to its source line through document_path and locator; "
        "unknown stays empty or 'unknown'." + (f" {MASKED_NOTE}" if meta.get("is_masked") else ""),
        "id": meta.get("build_id", ""),
        "version": meta.get("build_id", ""),
        "country": meta.get("country", ""),
        "is_simulated": simulated,
        "is_masked": "is_masked" in meta,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "sources": [{"title": name, "path": name} for name in json.loads(meta.get("built_from", "[]"))],
        "resources": [_describe(table, suffix) for table in tables],
    }


def _describe(table: Table, suffix: str) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": table.name,
        "path": f"{table.name}.{suffix}",
        "description": table.row,
        "format": suffix,
        "schema": {
            "fields": [_describe_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
        },
    }
    if "tiers" in table.key:
        # Empty is a value of these keys: no tiers, no variant. Frictionless would refuse an empty key.
        del resource["schema"]["primaryKey"]
    if suffix == "csv":
        resource |= {
            "profile": "tabular-data-resource",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"lineTerminator": "\r\n"},
        }
    return resource


def _describe_field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _FRICTIONLESS_TYPES.get(column.type, column.type),
        "description": column.description,
    }
    constraints: dict[str, Any] = {}
    if column.codes:
        constraints["enum"] = list(column.codes)
    if column.required:
        constraints["required"] = True
    if constraints:
        field["constraints"] = constraints
    return field
