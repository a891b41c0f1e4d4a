"""Corrections laid upon what was read, before anything is derived from it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from etl.coding import Coded
from etl.corrections.file import Correction, parse_value
from etl.identifiers import stable_id
from models.reference import Pack

Row = dict[str, Any]
Outcome = Row
"""A row of the table ``corrections``: the line and what became of it."""

_NAMES_BODY = ("nominator_id", "employer_id", "party_id", "stated_party_id")
_KEYS = {"seats": "seat_id", "decisions": "decision_id", "commissions": "commission_id"}


def apply_corrections(
    coded: Sequence[Coded], corrections: Iterable[Correction], pack: Pack
) -> tuple[list[Outcome], list[Row]]:
    """Lay accepted corrections upon the rows of all documents, in place.

    A correction is a statement about a value that was read. Where the cell no longer holds the old value - the source
    was repaired, or is read better now - it is not applied: somebody must look again (outcome ``outdated``).

    Args:
        coded: rows of all documents.
        corrections: of each id the line that counts.
        pack: reference data, for the parties that exist.

    Returns:
        One outcome for each correction, and issues for those that could not be applied.
    """
    cells: dict[tuple[str, str], list[Row]] = defaultdict(list)
    organisations: set[str] = {party.party_id for party in pack.parties}
    for document in coded:
        for table, key in _KEYS.items():
            for row in getattr(document, table):
                cells[table, row[key]].append(row)
        organisations.update(row["org_id"] for row in document.organisations)
    outcomes, issues = [], []
    for line in corrections:
        if line.table == "findings":
            continue
        rows = cells.get((line.table, line.row_id), [])
        outcome, detail = _apply(line, rows, organisations)
        outcomes.append(_outcome(line, outcome, rows))
        if outcome in ("outdated", "unknown_row", "invalid"):
            issues.append(_issue(line, outcome, detail, rows))
    return outcomes, issues


def confirm_findings(findings: pd.DataFrame, corrections: Iterable[Correction]) -> tuple[list[Outcome], list[Row]]:
    """Lay reviewers' decisions upon findings that rest on equal names, in place.

    Args:
        findings: rows of the table ``findings``.
        corrections: of each id the line that counts; ``row_id`` is rule, commission and day with bars between.

    Returns:
        One outcome for each correction of a finding, and issues for those that could not be applied.
    """
    outcomes, issues = [], []
    for line in corrections:
        if line.table != "findings":
            continue
        rule, commission, day = (*line.row_id.split("|"), "", "")[:3]
        same = (findings["rule_id"] == rule) & (findings["commission_id"] == commission)
        found = findings.index[same & (findings["as_of"].astype("str").str[:10] == day)]
        outcome, detail = line.status, ""
        if line.status == "accepted" and not len(found):
            outcome, detail = "unknown_row", f"no finding {line.row_id!r}"
        elif line.status == "accepted" and set(findings.loc[found, "visibility"]) != {line.old_value}:
            outcome, detail = "outdated", f"the finding is no longer of visibility {line.old_value!r}"
        elif line.status == "accepted":
            outcome = "applied"
            findings.loc[found, "visibility"] = line.new_value
            findings.loc[found, "reviewed_by"] = line.made_by
        outcomes.append(_outcome(line, outcome, []))
        if detail:
            issues.append(_issue(line, outcome, detail, []))
    return outcomes, issues


def _apply(line: Correction, rows: list[Row], organisations: set[str]) -> tuple[str, str]:
    if line.status != "accepted":
        return line.status, ""
    if not rows:
        return "unknown_row", f"no row {line.row_id!r} is in {line.table}"
    value = parse_value(line.table, line.column, line.new_value)
    if line.column in _NAMES_BODY and value is not None and value not in organisations:
        return "invalid", f"no organisation has the id {value!r}"
    held = {print_value(row.get(line.column)) for row in rows}
    if line.old_value not in held:
        return "outdated", f"the cell holds {', '.join(sorted(held))!r}, the correction expected {line.old_value!r}"
    for row in rows:
        if print_value(row.get(line.column)) == line.old_value:
            row[line.column] = value
            _follow(row, line.column, value)
    return "applied", ""


def _follow(row: Row, column: str, value: Any) -> None:
    """A seat's party, nominator and its kind are one fact: one corrected without the others would contradict it."""
    if column == "party_id" and value is not None:
        row |= {"nominator_id": value, "nominator_kind": "party"}
    elif column == "party_id" and row.get("nominator_kind") == "party":
        row |= {"nominator_id": None, "nominator_kind": "unknown"}
    elif column == "nominator_kind" and value != "party" and row.get("party_id"):
        row |= {"nominator_id": None, "party_id": None}


def print_value(value: Any) -> str:
    """Return a value as a cell of the export prints it.

    Args:
        value: None is an empty cell.
    """
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _outcome(line: Correction, outcome: str, rows: list[Row]) -> Outcome:
    return {
        "correction_id": line.correction_id,
        "table_name": line.table,
        "row_id": line.row_id,
        "column_name": line.column,
        "old_value": line.old_value or None,
        "new_value": line.new_value or None,
        "reason": line.reason,
        "source": line.source,
        "outcome": outcome,
        "made_by": line.made_by,
        "made_on": dt.date.fromisoformat(line.made_on),
        "document_path": next((row["document_path"] for row in rows if row.get("document_path")), None),
    }


def _issue(line: Correction, outcome: str, detail: str, rows: list[Row]) -> Row:
    row = rows[0] if rows else {}
    return {
        "issue_id": stable_id("i", "correction", line.correction_id),
        "document_path": row.get("document_path") or "",
        "locator": row.get("locator") or "{}",
        "severity": "error",
        "code": f"correction_{outcome}",
        "message": f"correction {line.correction_id} of {line.table}.{line.column} was not applied: {detail}",
        "text": None,
    }
