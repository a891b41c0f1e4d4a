"""The list of organisations of one view: where their people sit, how many seats and posts they hold on a day."""

from collections.abc import Collection
from datetime import date

import pandas as pd
import streamlit as st

from models.search import build_index
from pages._ui.filters import choose_level, choose_region
from pages._ui.labels import name_region
from pages._ui.organisation import name_kind, name_organisation, write_district
from pages._ui.page import Page
from pages._ui.tables import Column, read_sort, show_table
from pages._ui.widgets import type_text

COLUMNS = ("name", "kind", "place", "seats", "officers", "chairs", "commissions")


def choose_place(page: Page, counts: pd.DataFrame, day: date) -> dict[str, str]:
    """Let the reader narrow the list to a region, a level and words of a name.

    Args:
        page: the page being drawn.
        counts: counts of the organisations of a view.
        day: day whose names count.
    """
    with st.grid(3, min_column_width=240):
        region = choose_region(page, counts, day, title="organisations.region")
        level = choose_level(page, counts)
        text = type_text(page, "q", label=page.t("organisations.search"), hint=page.t("organisations.search.hint"))
    return {"region": region, "level": level, "text": text}


def sum_counts(page: Page, counts: pd.DataFrame, place: dict[str, str], day: date) -> pd.DataFrame:
    """Sum the counts of each organisation over the regions and levels kept.

    Args:
        page: the page being drawn.
        counts: counts of the organisations of a view.
        place: what the reader narrowed the list to.
        day: day whose names count.
    """
    kept = counts
    if place["region"]:
        kept = kept[kept["region_id"] == place["region"]]
    if place["level"]:
        kept = kept[kept["level"] == place["level"]]
    summed = kept.groupby("bloc", as_index=False).agg(
        kind=("kind", "first"),
        name=("name", "first"),
        district=("district", "first"),
        region_id=("region_id", "first"),
        regions=("region_id", "nunique"),
        seats=("seats", "sum"),
        officers=("officers", "sum"),
        chairs=("chairs", "sum"),
        commissions=("commissions", "sum"),
    )
    summed = summed.astype({name: object for name in ("kind", "name", "district", "region_id")})
    summed = summed.where(summed.notna(), None)
    rows = summed.to_dict("records")
    summed["shown"] = pd.Series(
        [name_organisation(page, {str(k): v for k, v in row.items()}, day) for row in rows],
        index=summed.index,
        dtype=object,
    )
    if place["text"] and len(summed):
        printed = summed["name"].fillna("").astype(str)
        found = build_index(summed["shown"].astype(str) + " " + printed).search(place["text"])
        summed = summed.iloc[found]
    return summed


def list_columns(page: Page, view: str, day: date) -> list[Column]:
    """List the columns of the table of organisations.

    Args:
        page: the page being drawn.
        view: which organisations are shown.
        day: day whose names count.
    """

    def count(name: str, title: str) -> Column:
        return Column(name, page.t(title), lambda row: page.number(row[name]), (name,))

    return [
        Column("name", page.t("organisations.name"), lambda row: str(row["shown"]), ("shown",), width=330, pinned=True),
        Column(
            "kind",
            page.t("column.sector" if view == "employer" else "column.kind"),
            lambda row: name_kind(page, view, row["kind"]),
            ("kind",),
        ),
        Column("place", page.t("organisations.place"), lambda row: _write_place(page, row, day), ("regions",)),
        count("seats", "column.seats"),
        count("officers", "column.officers"),
        count("chairs", "column.chairs"),
        count("commissions", "column.commissions"),
    ]


def _write_place(page: Page, row: dict[str, object], day: date) -> str:
    if row["regions"] != 1:
        return page.t("organisations.regions", count=page.number(int(str(row["regions"]))))
    region = name_region(page, str(row["region_id"]), day)
    return f"{write_district(page, row | {'district_id': None}, day)}, {region}" if row["district"] else region


def show_list(page: Page, frame: pd.DataFrame, view: str, day: date) -> str | None:
    """Show the organisations in order; return the bloc of the one the reader opened.

    Args:
        page: the page being drawn.
        frame: one row for each organisation.
        view: which organisations are shown.
        day: day whose names count.
    """
    columns = list_columns(page, view, day)
    sort = read_sort(page, COLUMNS, "-seats")
    click = show_table(page, frame, columns, key=f"list.{view}", alt=page.t("organisations.alt"), sort=sort)
    return None if click.opened is None else str(frame.loc[click.opened, "bloc"])


def write_list(page: Page, frame: pd.DataFrame, view: str, day: date) -> pd.DataFrame:
    """Write the organisations for a file.

    Args:
        page: the page being drawn.
        frame: one row for each organisation.
        view: which organisations are shown.
        day: day whose names count.
    """
    counted: Collection[str] = ("seats", "officers", "chairs", "commissions")
    rows = [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
    out: dict[str, list[object]] = {"bloc": [row["bloc"] for row in rows]}
    for column in list_columns(page, view, day):
        whole = column.name in counted
        out[column.title] = [row[column.name] if whole else column.write(row) for row in rows]
    return pd.DataFrame(out)
