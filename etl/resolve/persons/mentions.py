"""Mentions as rows of comparable columns: what two statements are compared by, and nothing else of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from etl.resolve.names import make_form
from etl.resolve.persons.origins import group_of

Row = dict[str, Any]

TEXTS = (
    "seat_id",
    "decision_id",
    "decision_kind",
    "commission_id",
    "level",
    "action",
    "region",
    "district",
    "surname",
    "surname_before",
    "given",
    "given_initial",
    "patronymic",
    "patronymic_initial",
    "full_name",
    "post",
    "nominator",
    "employer",
    "employer_kind",
    "gender",
    "surname_term",
    "given_term",
    "patronymic_term",
    "surname_bytes",
    "given_bytes",
    "patronymic_bytes",
)
NUMBERS = ("place", "day", "valid_from", "valid_to", "birth_year")
COLUMNS = (*TEXTS, *NUMBERS)

_ONE_BYTE = str.maketrans("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "abvgdejziyklmnoprstufhc4w]'q\"#$%&")
"""Any letter of one byte will do, each another."""
_OFFICERS = ("chair", "deputy_chair", "secretary")
_LENT = (("employer", "employer_kind"), ("nominator",), ("birth_year",))
_NO_EMPLOYER = ("none", "unknown", None)


def sort_key(row: Row, decisions: Mapping[str, Row]) -> tuple[dt.date, str]:
    """Return the place of a statement in the one order everything is decided in: day, then seat id.

    Args:
        row: a statement.
        decisions: by id, for the day; an undated list comes last.
    """
    day: dt.date | None = decisions[row["decision_id"]]["decided_on"]
    return (day or dt.date.max, row["seat_id"])


def make_mentions(
    seats: Iterable[Row], decisions: Mapping[str, Row], old_surnames: Mapping[str, str] | None = None
) -> pd.DataFrame:
    """Turn statements into mentions, ordered by day and seat id whatever their order was.

    Args:
        seats: rows of the table of seats, links and validity filled.
        decisions: acts by id.
        old_surnames: seat id of a renamed statement -> surname before.

    Returns:
        One row a statement with `COLUMNS`; names are keys equal in both languages, an initial stands in its own column.
    """
    before = old_surnames or {}
    rows = sorted(seats, key=lambda row: sort_key(row, decisions))
    made = [
        _mention(row, decisions[row["decision_id"]], place) | _names(row, before.get(row["seat_id"]))
        for place, row in enumerate(rows)
    ]
    _lend(rows, made)
    # Columns of plain objects: walking through typed ones costs more than all comparisons.
    return pd.DataFrame({name: pd.Series([row[name] for row in made], dtype="object") for name in COLUMNS})


def _lend(rows: list[Row], made: list[Row]) -> None:
    """Give a release and a new surname the work, nominator and year of the seat they speak of.

    Such acts print a name and nothing else; alone they would join the first namesake of the district.
    """
    by_seat = {mention["seat_id"]: mention for mention in made}
    for row, mention in zip(rows, made, strict=True):
        seat = by_seat.get(row.get("closes_seat_id") or row.get("renames_seat_id"))
        if seat is None:
            continue
        for group in _LENT:
            if all(mention[name] is None for name in group):
                mention.update({name: seat[name] for name in group})


def to_table(mentions: pd.DataFrame) -> pa.Table:
    """Return mentions typed for DuckDB; a column without any value would else have no type.

    Args:
        mentions: see `make_mentions`.
    """
    types = {**dict.fromkeys(TEXTS, pa.string()), **dict.fromkeys(NUMBERS, pa.int64())}
    return pa.table({name: pa.array(mentions[name].tolist(), type=kind) for name, kind in types.items()})


def _names(row: Row, old_surname: str | None) -> Row:
    """Return keys of full parts, initials beside them, terms whose frequency is counted, and letters of one byte."""
    form = make_form(row.get("surname"), row.get("given_name"), row.get("patronymic"), row.get("gender") or "unknown")
    surname = form.surname_root or None
    given = form.given_key if form.given_key and not form.given_initial else None
    patronymic = form.patronymic_key if form.patronymic_key and not form.patronymic_initial else None
    region, group = row.get("region_id") or "?", group_of(given or "", patronymic or "")
    return {
        "surname": surname,
        "surname_before": (make_form(old_surname, None).surname_root or None) if old_surname else None,
        "given": given,
        "given_initial": _initial(form.given_key),
        "patronymic": patronymic,
        "patronymic_initial": _initial(form.patronymic_key),
        "full_name": f"{surname}|{given}|{patronymic}" if surname and given and patronymic else None,
        "gender": form.gender if form.gender in ("f", "m") else None,
        "surname_term": f"{region}|{group}|{surname}" if surname else None,
        "given_term": f"{region}||{given}" if given else None,
        "patronymic_term": f"{region}|{group}|{patronymic}" if patronymic else None,
        "surname_bytes": surname.translate(_ONE_BYTE) if surname else None,
        "given_bytes": given.translate(_ONE_BYTE) if given else None,
        "patronymic_bytes": patronymic.translate(_ONE_BYTE) if patronymic else None,
    }


def _initial(key: str) -> str | None:
    # Өмір's initial may stand for Умир, as in etl.normalise.name_keys.compatible.
    return key[0].replace("о", "у") if key else None


def _mention(row: Row, decision: Row, place: int) -> Row:
    region = row.get("region_id")
    district = row.get("district_id") or (f"{region}/{row['district']}" if row.get("district") else region)
    return {
        "seat_id": row["seat_id"],
        "place": place,
        "decision_id": row["decision_id"],
        "decision_kind": decision.get("kind"),
        "commission_id": row["commission_id"],
        "level": row.get("level"),
        "action": row["action"],
        "region": region,
        "district": district,
        "day": _number(decision.get("decided_on")),
        "valid_from": _number(row.get("valid_from")),
        "valid_to": _number(row.get("valid_to")),
        "birth_year": row.get("birth_year"),
        "post": row["role"] if row.get("role") in _OFFICERS else ("member" if row.get("role") == "member" else None),
        "nominator": _nominator(row),
        **_employer(row),
    }


def _nominator(row: Row) -> str | None:
    if row.get("party_id"):
        return f"party:{row['party_id']}"
    if row.get("nominator_id"):
        return str(row["nominator_id"])
    return None


def _employer(row: Row) -> Row:
    """Return the body, else the status («пенсионер»), that a person is printed with, and its kind."""
    kind, sector = row.get("employer_type"), row.get("employer_sector")
    if not row.get("employer_as_printed"):
        return {"employer": None, "employer_kind": None}
    if row.get("employer_id"):
        return {"employer": row["employer_id"], "employer_kind": f"{kind}:{sector}"}
    if kind in _NO_EMPLOYER and sector not in ("unknown", None):
        return {"employer": f"status:{sector}", "employer_kind": f"status:{sector}"}
    return {"employer": None, "employer_kind": f"{kind}:{sector}" if kind not in _NO_EMPLOYER else None}


def _number(day: dt.date | None) -> int | None:
    return None if day is None or pd.isna(day) else day.toordinal()
