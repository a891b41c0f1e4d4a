"""The gate by columns passes what the gate by rows passes."""

import datetime as dt
from typing import Any

import pytest

from models.rows import check_rows, columns_of
from models.schema import BY_NAME

TERMS, ISSUES = BY_NAME["terms"], BY_NAME["issues"]


def _term(**changes: Any) -> dict[str, Any]:
    return {"commission_id": "pec:kz:1", "term_start": dt.date(2024, 1, 12), "seats_read": 7} | changes


def _issue(**changes: Any) -> dict[str, Any]:
    given = {"issue_id": "i1", "document_path": "Шешім.txt", "locator": '{"page": 1}', "severity": "info"}
    return given | {"code": "vacant_seat", "message": "орын бос: «Әлия»"} | changes


def test_columns_hold_every_column_of_the_table_in_the_order_of_rows() -> None:
    columns = columns_of(TERMS, [_term(), _term(seats_read=None, extra=1)])
    assert columns is not None
    assert list(columns) == list(TERMS.names)
    assert columns["seats_read"] == [7, None]
    assert columns["term_end"] == [None, None]


@pytest.mark.parametrize(
    "row",
    [
        _term(),
        _term(seats_read="7"),
        _term(seats_read=True),
        _term(seats_read=7.0),
        _term(term_start=dt.datetime(2024, 1, 12)),
        _term(term_start="2024-01-12"),
        _term(commission_id=None),
        _term(term_start=None),
    ],
)
def test_terms_pass_by_columns_only_where_they_pass_by_rows(row: dict[str, Any]) -> None:
    good, bad = check_rows(TERMS, [row])
    columns = columns_of(TERMS, [row])
    assert (columns is not None) == (not bad)
    if columns is not None:
        assert {name: values[0] for name, values in columns.items()} == good[0]


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        (_issue(), True),
        (_issue(severity="fatal"), False),
        (_issue(severity=None), False),
        (_issue(locator="{page"), False),
        (_issue(locator=""), False),
        (_issue(locator="[]"), True),
        (_issue(message=5), False),
        (_issue(text=None), True),
    ],
)
def test_issues_pass_by_columns_only_where_they_pass_by_rows(row: dict[str, Any], fits: bool) -> None:
    assert (columns_of(ISSUES, [row]) is not None) is fits
    assert (not check_rows(ISSUES, [row])[1]) is fits


def test_one_row_that_does_not_fit_sends_the_batch_to_the_gate_by_rows() -> None:
    rows = [_issue(issue_id="i1"), _issue(issue_id="i2", severity="?"), _issue(issue_id="i3")]
    assert columns_of(ISSUES, rows) is None
    good, bad = check_rows(ISSUES, rows)
    assert [row["issue_id"] for row in good] == ["i1", "i3"]
    assert [index for index, _ in bad] == [1]


def test_whole_numbers_pass_where_numbers_are_wanted() -> None:
    metrics = BY_NAME["metrics"]
    number = next(column for column in metrics.columns if column.type == "number" and not column.required)
    required = {
        column.name: column.codes[0]
        if column.codes
        else {"string": "a", "date": dt.date(2024, 1, 1), "integer": 1}[column.type]
        for column in metrics.columns
        if column.required
    }
    row = required | {number.name: 1}
    assert not check_rows(metrics, [row])[1]
    assert columns_of(metrics, [row]) is not None
