"""From a region to its districts and from a district to its commissions, each leading to its own page."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages._ui.data import read
from pages._ui.downloads import offer_download
from pages._ui.measures import name_measure, write_bounds
from pages._ui.page import Page
from pages._ui.places import FACTS, NOWHERE, Place, write_read, write_state
from pages._ui.ranking import show_ranking, write_rows
from pages._ui.tables import Column, read_sort, show_table

ASKED = "regions.district.asked"
"""The district whose row was pressed; it becomes the choice when the page is drawn again."""

ASKED_REGION = "regions.region.asked"
"""The region of that district, where districts of all regions stand in one table."""

LEVELS = ("TEC", "DEC", "PEC")


def show_districts(page: Page, districts: list[Place], metric: str) -> None:
    """Show the districts of a region as a table and open the one the reader presses.

    Args:
        page: the page being drawn.
        districts: its districts, read or not.
        metric: measure id.
    """
    frame = pd.DataFrame(
        [
            {"place": p, "name": p.name, "value": p.value, "lower": p.lower, "upper": p.upper, "read": p.read,
             "seats": p.seats if p.read else None, **{fact: (p.known or {}).get(fact) for fact in FACTS}}
            for p in districts
        ]
    )  # fmt: skip
    columns = [
        Column("name", page.t("column.district"), lambda row: str(row["name"]), pinned=True),
        Column("value", page.t("column.value"), lambda row: write_state(page, row["place"], metric)[0],
               ("value", "lower", "upper"), help=name_measure(page, metric)),
        Column("bounds", page.t("column.bounds"),
               lambda row: write_bounds(page, metric, row["lower"], row["upper"], pooled=True),
               ("lower",)),
        Column("read", page.t("regions.read"), lambda row: write_read(page, row["place"])),
        Column("seats", page.t("column.seats"), lambda row: page.number(row["seats"])),
        *(
            Column(fact, page.t(f"coverage.{fact}"), lambda row, fact=fact: page.share(row[fact]))  # type: ignore[misc]
            for fact in FACTS
        ),
    ]  # fmt: skip
    st.caption(page.t("regions.districts.how"))
    # Districts of one region stand by name; those of a whole country by what is measured.
    first = "-value" if any(place.region for place in districts) else "name"
    sort = read_sort(page, [column.name for column in columns], first)
    click = show_table(page, frame, columns, key="districts", alt=page.t("regions.districts.alt"), sort=sort)
    if click.opened is not None and districts[click.opened].read:
        st.session_state[ASKED] = districts[click.opened].code
        if districts[click.opened].region:
            st.session_state[ASKED_REGION] = districts[click.opened].region
        st.rerun()


def show_commissions(page: Page, region: str, district: str, level: str, day: date) -> None:
    """Show the commissions of a district, each leading to its own page.

    Args:
        page: the page being drawn.
        region: id of the region, or `NOWHERE`.
        district: id or printed name of the district, or `NOWHERE`.
        level: level of the commissions, or `all`.
        day: day of the compositions.
    """
    levels = LEVELS if level == "all" else (level,)
    frame = pd.concat([read(page, "commissions", as_of=day, level=one) for one in levels], ignore_index=True)
    frame = frame[frame["region_id"].isna()] if region == NOWHERE else frame[frame["region_id"] == region]
    names = frame["district_id"].fillna(frame["district"])
    frame = frame[names.isna()] if district == NOWHERE else frame[names == district]
    if frame.empty:
        st.info(page.t("empty.filtered"))
        return
    show_ranking(page, frame, day)
    offer_download(page, partial(write_rows, page, frame, day), describe(page, day, level), name="regions")


def describe(page: Page, day: date, level: str) -> dict[str, str]:
    """Say in words what is shown, for downloads.

    Args:
        page: the page being drawn.
        day: day of the compositions.
        level: level of the commissions.
    """
    return {page.t("as_of.label"): page.day(day), page.t("column.level"): page.t(f"level.{level}")}
