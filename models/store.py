"""The read-only door to a database: opened once per build, reopened when the file is replaced."""

import json
import os
import threading
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from models import schema, sql
from models.masking import is_masking, lay_mask

ENVIRONMENT = "COMMISSIONS_DB"
DEFAULT_PATH = Path("data/build/commissions.duckdb")
_ALIAS = "build"

Signature = tuple[int, int, int]


class StoreError(Exception):
    """A database cannot be read; `reason` is a word for the page's catalogue, `detail` the place of the trouble."""

    reason = "unreadable"

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {self.reason}{f' ({detail})' if detail else ''}")
        self.path = path
        self.detail = detail


class StoreMissingError(StoreError):
    """There is no file at the path."""

    reason = "missing"


class StoreLockedError(StoreError):
    """Another process is writing the file."""

    reason = "locked"


class StoreIncompatibleError(StoreError):
    """The file is a database, but of another version of the program."""

    reason = "incompatible"


@dataclass(frozen=True)
class Store:
    """One build, opened for reading only.

    Readers that hold a store keep the build they began with, even after the file has been replaced.
    """

    path: Path
    build_id: str
    meta: dict[str, str]
    _connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    tables: str = _ALIAS
    """Where the tables stand that questions are asked of: the database itself, or the mask over it."""

    @property
    def country(self) -> str:
        """Code of the reference pack, in capitals."""
        return self.meta.get("country", "").upper()

    @property
    def is_simulated(self) -> bool:
        """Tell whether the documents are invented."""
        return self.meta.get("is_simulated", "").lower() == "true"

    @property
    def is_masked(self) -> bool:
        """Tell whether the names of ordinary precinct members are hidden."""
        return self.tables != _ALIAS

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Open a cursor that sees the tables as readers may see them."""
        cursor = self._connection.cursor()
        cursor.execute(f"USE {self.tables}")
        return cursor

    @property
    def latest_day(self) -> date | None:
        """Day of the latest decision read."""
        text = self.meta.get("latest_day", "")
        return date.fromisoformat(text) if text else None

    def fetch(self, statement: str, parameters: dict[str, Any] | None = None) -> pd.DataFrame:
        """Run one reading statement on a cursor of its own; a missing text or day comes back as None.

        Args:
            statement: SQL, with `$name` for parameters.
            parameters: their values.

        Raises:
            duckdb.Error: the statement does not fit the database.
        """
        cursor = self.cursor()
        try:
            return _settle(cursor.execute(statement, parameters or {}).df())
        finally:
            cursor.close()


def _settle(frame: pd.DataFrame) -> pd.DataFrame:
    # pandas marks a missing text or day with values that are true in an `if` or print as "nan"; None does neither.
    for name in frame.columns:
        column = frame[name]
        if pd.api.types.is_datetime64_any_dtype(column):
            column = column.dt.date
        elif not (pd.api.types.is_string_dtype(column) or pd.api.types.is_object_dtype(column)):
            continue
        frame[name] = column.astype(object).where(frame[name].notna(), None)
    return frame


_stores: dict[tuple[Path, bool], tuple[Signature, Store]] = {}
_lock = threading.Lock()


def list_paths() -> list[Path]:
    """List the databases offered: those named in `COMMISSIONS_DB`, divided as in `PATH`, else the default one."""
    named = os.environ.get(ENVIRONMENT, "").strip()
    if not named:
        return [DEFAULT_PATH]
    return [Path(part) for part in named.split(os.pathsep) if part.strip()]


def open_store(path: Path | None = None) -> Store:
    """Open a database for reading, or return the one already open if its file is unchanged.

    Args:
        path: the file; without it the first of `list_paths()`.

    Raises:
        StoreMissingError: no such file.
        StoreLockedError: another process is writing it.
        StoreIncompatibleError: a table or column that this version reads is not there.
        StoreError: the file is not a database, or cannot be read.
    """
    resolved = (path or list_paths()[0]).expanduser().absolute()
    with _lock:
        signature, masked = _sign(resolved), is_masking()
        known = _stores.get((resolved, masked))
        if known is not None and known[0] == signature:
            return known[1]
        store = _open(resolved, masked)
        _stores[resolved, masked] = (signature, store)
        return store


def _sign(path: Path) -> Signature:
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise StoreMissingError(path) from error
    except OSError as error:
        raise StoreError(path, error.strerror or "") from error
    return status.st_ino, status.st_mtime_ns, status.st_size


def _open(path: Path, masked: bool) -> Store:
    # A file attached to an unnamed database is opened anew; duckdb.connect(path) would hand out the old build again
    # as long as one reader of this process still holds it.
    connection = duckdb.connect(":memory:")
    try:
        quoted = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS {_ALIAS} (READ_ONLY)")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.IOException as error:
        connection.close()
        if "lock" in str(error).lower():
            raise StoreLockedError(path) from error
        raise StoreError(path, "not a database") from error
    except duckdb.Error as error:
        connection.close()
        raise StoreIncompatibleError(path, "written by another version of DuckDB") from error
    try:
        missing = _find_missing(connection)
        if missing:
            raise StoreIncompatibleError(path, ", ".join(missing[:5]))
        meta = _read_meta(connection)
        tables = lay_mask(connection, _ALIAS) if masked else _ALIAS
    except duckdb.Error as error:
        connection.close()
        raise StoreError(path, "damaged") from error
    except StoreIncompatibleError:
        connection.close()
        raise
    # What was made of the open names must not be shown in place of what is made of the masked ones, nor the reverse.
    build_id = meta.get("build_id", "") + ("-masked" if masked else "")
    return Store(path=path, build_id=build_id, meta=meta, _connection=connection, tables=tables)


def _find_missing(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_catalog = $catalog",
        {"catalog": _ALIAS},
    ).fetchall()
    present = {f"{table}.{column}" for table, column in rows}
    tables = {table for table, _ in rows}
    wanted = [f"{table.core}.{column}" for table in schema.TABLES for column in table.names]
    return [name for name in wanted if name not in present] + [
        name for name in sql.list_outputs() if name not in tables
    ]


def _read_meta(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    connection.execute(f"USE {_ALIAS}")
    rows = connection.execute("SELECT key, value FROM core_meta").fetchall()
    return {key: value for key, value in rows if value is not None}


def read_list(store: Store, key: str) -> list[str]:
    """Read a JSON list of `core_meta`; an absent key is an empty list.

    Args:
        store: an open database.
        key: name in `core_meta`.
    """
    loaded = json.loads(store.meta.get(key, "[]") or "[]")
    return [str(item) for item in loaded] if isinstance(loaded, list) else []
