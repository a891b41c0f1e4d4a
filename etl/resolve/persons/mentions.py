"""Mentions as rows of comparable columns: what two statements are compared by, and nothing else of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from etl.resolve.names import form_frame
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
    made = [_mention(row, decisions[row["decision_id"]], place) for place, row in enumerate(rows)]
    frame = pd.DataFrame(made, columns=list(COLUMNS))
    _add_names(frame, rows, before)
    for name in TEXTS:
        frame[name] = frame[name].astype("str").where(frame[name].notna(), None)
    for name in NUMBERS:
        frame[name] = pd.to_numeric(frame[name]).astype("Int64")
    return frame


def _add_names(frame: pd.DataFrame, rows: list[Row], before: Mapping[str, str]) -> None:
    """Fill the columns of names: keys of full parts, initials beside them, terms by region."""
    parts = ("surname", "given_name", "patronymic", "gender")
    forms = form_frame(
        pd.DataFrame({part: pd.Series([row.get(part) for row in rows], dtype="object") for part in parts})
    )
    old = [before.get(row["seat_id"]) or "" for row in rows]
    empty = pd.Series([""] * len(rows), dtype="object")
    former = form_frame(
        pd.DataFrame({"surname": pd.Series(old, dtype="object"), "given_name": empty, "patronymic": empty})
    )
    frame["surname"] = _filled(forms["surname_root"])
    frame["surname_before"] = _filled(former["surname_root"])
    for part in ("given", "patronymic"):
        key = _filled(forms[f"{part}_key"])
        frame[part] = key.where(~forms[f"{part}_initial"], None)
        # Өмір's initial may stand for Умир, as in etl.normalise.name_keys.compatible.
        frame[f"{part}_initial"] = key.str[0].replace("о", "у")
    frame["gender"] = forms["gender"].where(forms["gender"].isin(["f", "m"]), None)
    frame["full_name"] = frame["surname"] + "|" + frame["given"] + "|" + frame["patronymic"]
    groups = [group_of(*names) for names in zip(frame["given"].fillna(""), frame["patronymic"].fillna(""), strict=True)]
    region = frame["region"].fillna("?")
    frame["given_term"] = region + "||" + frame["given"]
    for part in ("surname", "patronymic"):
        frame[f"{part}_term"] = region + "|" + pd.Series(groups, dtype="str") + "|" + frame[part]

    for part in ("surname", "given", "patronymic"):
        frame[f"{part}_bytes"] = frame[part].str.translate(_ONE_BYTE)


def _filled(keys: pd.Series) -> pd.Series:
    return keys.where(keys != "", None).astype("str")


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
