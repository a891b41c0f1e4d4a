"""Row models for every table, generated from the schema: the gate between parsing and loading."""

from __future__ import annotations

import datetime as dt
import json
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
