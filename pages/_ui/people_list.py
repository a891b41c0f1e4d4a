"""Lists of mentions of people: results of a search, and other mentions with a name."""

from datetime import date

import numpy as np
import pandas as pd

from pages._ui.data import list_rows, read
from pages._ui.labels import label, name_commission, name_district
from pages._ui.page import Page
from pages._ui.people_index import People, Places
from pages._ui.seats import ORDER, name_nominator, name_person, name_work, write_locator
from pages._ui.tables import Column

LIMIT = 300


def filter_mentions(people: People, places: Places, region: str, day: date | None) -> Places:
    """Keep the mentions of a region, and those who held a seat on a day.

    Args:
        people: all mentions.
        places: places of mentions.
        region: code of the region, empty for all.
        day: the day, None for any time.
    """
    part = people.frame.iloc[places]
    kept = np.ones(len(part), dtype=bool)
    if region:
        kept &= (part["region_id"] == region).to_numpy(dtype=bool)
    if day is not None:
        spans = zip(part["valid_from"], part["valid_to"], strict=True)
        kept &= np.array([is_held(start, end, day) for start, end in spans], dtype=bool)
    return places[kept]


def is_held(start: date | None, end: date | None, day: date) -> bool:
    """Tell whether a seat is held on a day.

    Args:
        start: its first day, None where not known.
        end: the first day after it, None where open.
        day: the day.
    """
    return start is not None and start <= day and (end is None or day < end)


def read_mentions(page: Page, people: People, places: list[int]) -> pd.DataFrame:
    """Read what a list shows of mentions, in their order, with the number of other mentions with the name.

    Args:
        page: the page being drawn.
        people: all mentions.
        places: places of mentions.
    """
    wanted = [str(seat) for seat in people.frame["seat_id"].iloc[places]]
    found = read(page, "people_details", seat_ids="\n".join(wanted)).set_index("seat_id", drop=False)
    frame = found.loc[wanted].reset_index(drop=True)
    return frame.assign(
        best=range(len(frame)),
        others=[len(people.list_others(place)) for place in places],
        role_order=frame["role"].map(ORDER),
    )


def list_columns(page: Page, day: date) -> list[Column]:
    """List the columns of a table of mentions.

    Args:
        page: the page being drawn.
        day: the day.
    """

    def write_sat(row: dict[str, object]) -> str:
        if row["valid_from"] is None:
            return page.t("unknown") if row["action"] in ("elected", "appointed") else "–"
        held = is_held(row["valid_from"], row["valid_to"], day)  # type: ignore[arg-type]
        return page.t("people.yes" if held else "people.no")

    return [
        Column("name", page.t("column.name"), name_person, ("surname", "given_name"), width=220, pinned=True),
        # Statements about one person in two terms differ in nothing else that is seen at once.
        Column("decided", page.t("source.decided_on"), lambda row: page.day(row["decided_on"]), ("decided_on",)),
        Column("event", page.t("column.event"), lambda row: label(page, "action", row["action"]), ("action",)),
        Column("role", page.t("column.role"), lambda row: label(page, "role", row["role"]), ("role_order",)),
        Column(
            "commission",
            page.t("column.commission"),
            lambda row: name_commission(page, row) if row["level"] else page.t("unknown"),
            ("level", "number"),
        ),
        Column(
            "district",
            page.t("column.district"),
            lambda row: name_district(page, row["district_id"], row["district"], day),
            ("district",),
        ),
        Column("document", page.t("source.document"), lambda row: str(row["document_path"]), ("document_path",)),
        Column("others", page.t("column.others"), lambda row: page.number(row["others"]), ("others",), width=300),
        Column("since", page.t("column.since"), lambda row: page.day(row["valid_from"]), ("valid_from",)),
        Column("until", page.t("column.until"), lambda row: page.day(row["valid_to"]), ("valid_to",)),
        Column("sat", page.t("column.sat"), write_sat, ("valid_from",)),
        Column("nominator", page.t("column.nominator"), lambda row: name_nominator(page, row, day), ("bloc",)),
        Column("employer", page.t("column.employer"), lambda row: name_work(page, row), ("employer_as_printed",)),
    ]


SORTS = (
    "best",
    "name",
    "decided",
    "others",
    "event",
    "role",
    "commission",
    "district",
    "since",
    "until",
    "sat",
    "nominator",
)
"""Columns that may order the list; `best` is how well the name fits what was typed."""


def write_mentions(page: Page, frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Write mentions for a file, each with its source.

    Args:
        page: the page being drawn.
        frame: mentions.
        day: the day.
    """
    rows = list_rows(frame)
    out: dict[str, list[object]] = {name: [row[name] for row in rows] for name in ("person_id", "seat_id")}
    for column in list_columns(page, day):
        out[column.title] = [column.write(row) for row in rows]
    out[page.t("source.act")] = [row["decision_number"] for row in rows]
    out[page.t("source.decided_on")] = [row["decided_on"] for row in rows]
    out[page.t("source.place")] = [write_locator(page, row["locator"]) for row in rows]
    out[page.t("source.url")] = [row["source_url"] for row in rows]
    return pd.DataFrame(out)
