"""Row models for every table, generated from the schema: the gate between parsing and loading."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, create_model

from models.schema import Column, Table


def _is_json(value: str) -> str:
    json.loads(value)
    return value


_TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": dt.date,
    "json": Annotated[str, AfterValidator(_is_json)],
}


def _field(column: Column) -> tuple[Any, Any]:
    kind: Any = Literal[column.codes] if column.codes else _TYPES[column.type]
    if column.required:
        return (kind, Field(...))
    return (kind | None, Field(default=None))


@cache
def row_model(table: Table) -> type[BaseModel]:
    """Return the pydantic model of one row of a table; unknown columns and codes are errors."""
    fields: dict[str, Any] = {column.name: _field(column) for column in table.columns}
    return create_model(f"{table.name.title()}Row", __config__=ConfigDict(extra="forbid", strict=True), **fields)


_EXACT: dict[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "number": frozenset({float, int}),
    "boolean": frozenset({bool}),
    "date": frozenset({dt.date}),
    "json": frozenset({str}),
}
"""Types that the row model accepts beyond doubt; a value of any other type is for the model to judge."""


def columns_of(table: Table, rows: Sequence[dict[str, Any]]) -> dict[str, list[Any]] | None:
    """Turn rows into columns where all of them fit beyond doubt; None where `check_rows` has to judge row by row.

    What this passes, `check_rows` passes, too; it looks at a column at a time and so takes a tenth of the time.

    Args:
        table: the table they are meant for.
        rows: one dict a row; missing columns mean "not known", columns of no table are left out.
    """
    columns: dict[str, list[Any]] = {}
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        if not _fits(column, values):
            return None
        columns[column.name] = values
    return columns


def _fits(column: Column, values: list[Any]) -> bool:
    types = set(map(type, values))
    if type(None) in types:
        if column.required:
            return False
        types.discard(type(None))
    if column.codes:
        return types <= {type(code) for code in column.codes} and set(values) - {None} <= set(column.codes)
    if not types <= _EXACT[column.type]:
        return False
    return column.type != "json" or all(map(_reads_as_json, set(values) - {None}))


def _reads_as_json(value: str) -> bool:
    try:
        json.loads(value)
    except ValueError:
        return False
    return True


def check_rows(table: Table, rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[tuple[int, str]]]:
    """Split rows into those that fit the table and the reasons why others do not.

    Args:
        table: the table they are meant for.
        rows: one dict a row; missing columns mean "not known".

    Returns:
        The rows that fit, with every column present, and (index, reason) for the others.
    """
    model = row_model(table)
    good: list[dict[str, Any]] = []
    bad: list[tuple[int, str]] = []
    for index, row in enumerate(rows):
        try:
            good.append(model.model_validate(row).model_dump())
        except ValidationError as problem:
            reasons = (f"{'.'.join(map(str, e['loc']))}: {e['msg']} ({e['input']!r:.80})" for e in problem.errors())
            bad.append((index, "; ".join(reasons)))
    return good, bad
