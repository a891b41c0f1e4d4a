"""The people of one commission on one day, as a table and as a file."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from pages._ui.data import list_rows
from pages._ui.labels import label, name_bloc
from pages._ui.page import Page
from pages._ui.tables import Column, show_table

OFFICERS = ("chair", "deputy_chair", "secretary")
ORDER = {"chair": 0, "deputy_chair": 1, "secretary": 2, "member": 3, "unknown": 4}


def name_person(row: Mapping[str, Any]) -> str:
    """Give a person's name in the nominative; as printed where it was not taken apart.

    Args:
        row: a row of seats.
    """
    parts = [row["surname"], row["given_name"], row["patronymic"]]
    return " ".join(str(part) for part in parts if part) or str(row["name_as_printed"])


def name_nominator(page: Page, row: Mapping[str, Any], day: date) -> str:
    """Say who nominated a person: the party as it was called that day, the organisation, or the printed words.

    Args:
        page: the page being drawn.
        row: a row of seats.
        day: day of the composition.
    """
    if row["nominator_kind"] == "party" and row["bloc"]:
        return name_bloc(page, row["bloc"], on=day)
    if row["nominator_as_printed"]:
        return str(row["nominator_as_printed"])
    return page.t("not_printed")


def name_work(page: Page, row: Mapping[str, Any]) -> str:
    """Say where a person works, as printed, with the job.

    Args:
        page: the page being drawn.
        row: a row of seats.
    """
    parts = [row["employer_as_printed"], row["job_title"]]
    return ", ".join(str(part) for part in parts if part) or page.t("not_printed")


def show_seat_table(page: Page, frame: pd.DataFrame, day: date, *, sort: str) -> str | None:
    """Show the people; return the id of the seat the reader clicked.

    Args:
        page: the page being drawn.
        frame: seats on the day.
        day: day of the composition.
        sort: order, as `read_sort` gave it.
    """
    ordered = frame.assign(role_order=frame["role"].map(ORDER))
    click = show_table(page, ordered, list_seat_columns(page, day), key="seats", alt=page.t("seats.table"), sort=sort)
    place = click.opened if click.opened is not None else click.pointed
    return None if place is None else str(frame.loc[place, "seat_id"])


def list_seat_columns(page: Page, day: date) -> list[Column]:
    """List the columns of the table of people.

    Args:
        page: the page being drawn.
        day: day of the composition.
    """
    return [
        Column("name", page.t("column.name"), name_person, ("surname", "given_name"), width=210, pinned=True),
        Column(
            "role",
            page.t("column.role"),
            lambda row: label(page, "role", row["role"]),
            ("role_order", "surname"),
            width=175,
        ),
        Column("nominator", page.t("column.nominator"), lambda row: name_nominator(page, row, day), ("bloc",)),
        Column("employer", page.t("column.employer"), lambda row: name_work(page, row), ("employer_as_printed",)),
        Column(
            "sector",
            page.t("column.sector"),
            lambda row: label(page, "sector", row["employer_sector"]),
            ("employer_sector",),
        ),
        Column("since", page.t("column.since"), lambda row: page.day(row["valid_from"]), ("valid_from",)),
    ]


def write_seats(page: Page, frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Write the people for a file, each with its source.

    Args:
        page: the page being drawn.
        frame: seats on the day.
        day: day of the composition.
    """
    rows = list_rows(frame)
    out: dict[str, Any] = {"seat_id": [row["seat_id"] for row in rows]}
    for column in list_seat_columns(page, day):
        out[column.title] = [column.write(row) for row in rows]
    out[page.t("source.act")] = [row["decision_number"] for row in rows]
    out[page.t("source.decided_on")] = [row["decided_on"] for row in rows]
    out[page.t("source.document")] = [row["document_path"] for row in rows]
    out[page.t("source.place")] = [write_locator(page, row["locator"]) for row in rows]
    out[page.t("source.url")] = [row["source_url"] for row in rows]
    return pd.DataFrame(out)


def write_locator(page: Page, locator: str | None) -> str:
    """Say in words where something stands in its document.

    Args:
        page: the page being drawn.
        locator: JSON of the database.
    """
    try:
        loaded = json.loads(locator or "{}")
    except json.JSONDecodeError:
        return str(locator)
    if not isinstance(loaded, dict):
        return str(locator)
    parts = [f"{label(page, 'locator', name)} {value}" for name, value in loaded.items()]
    return ", ".join(parts) or page.t("unknown")
