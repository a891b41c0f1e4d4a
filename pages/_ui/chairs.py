"""Who nominated the chairs of a region or district, on the day chosen and on an earlier one side by side."""

from collections import Counter
from datetime import date
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from pages._ui.data import Row, list_days, list_rows, name_election, read
from pages._ui.labels import name_bloc, name_commission, name_district
from pages._ui.page import Page
from pages._ui.places import NOWHERE
from pages._ui.seats import name_person
from pages._ui.tables import show_plain_table
from pages._ui.widgets import choose

Chairs = dict[date, list[Row]]
"""Chairs by the day they are asked for, the earlier day first."""


def show_chairs(page: Page, region: str, district: str, level: str, day: date) -> None:
    """Show who nominated the chairs, in sum and one by one, each with the way to its source.

    Args:
        page: the page being drawn.
        region: id of the region, or `NOWHERE`.
        district: id or printed name of the district, `NOWHERE`, or empty for all.
        level: level of the commissions, or `all`.
        day: day of the compositions.
    """
    st.subheader(page.t("chairs.title"), anchor=False)
    before = choose_before(page, day)
    chairs = {each: find_chairs(page, region, district, level, each) for each in (before, day) if each}
    if not any(chairs.values()):
        st.info(page.t("chairs.none"))
        return
    show_plain_table(count_chairs(page, chairs), alt=page.t("chairs.title"))
    st.caption(page.t("chairs.note"))
    frame, links = list_chairs(page, chairs, districts=not district)
    open_words = ":material/open_in_new:"
    with st.expander(page.t("chairs.list", count=page.number(len(frame))), expanded=bool(district)):
        st.caption(page.t("chairs.how"))
        st.dataframe(
            frame,
            hide_index=True,
            alt=page.t("chairs.title"),
            placeholder="–",
            column_config={
                name: st.column_config.LinkColumn(page.t("chairs.source", day=page.day(each)), display_text=open_words)
                for name, each in links.items()
            },
        )


def choose_before(page: Page, day: date) -> date | None:
    """Let the reader choose the day to compare with; the election before the day is offered first.

    Args:
        page: the page being drawn.
        day: day of the compositions.
    """
    days = [each for each in list_days(page) if each != day]
    if not days:
        return None
    earlier = [each for each in days if each < day]
    first = next((each for each in earlier if name_election(page, each)), (earlier or days)[0])

    def show(code: str) -> str:
        each = date.fromisoformat(code)
        return " · ".join(part for part in (page.date(each), name_election(page, each)) if part)

    options = [each.isoformat() for each in days]
    return date.fromisoformat(
        choose(page, "than", options, show, label=page.t("chairs.than"), default=first.isoformat())
    )


def find_chairs(page: Page, region: str, district: str, level: str, day: date) -> list[Row]:
    """Find the chairs of a place on a day.

    Args:
        page: the page being drawn.
        region: id of the region, or `NOWHERE`.
        district: id or printed name of the district, `NOWHERE`, or empty for all.
        level: level of the commissions, or `all`.
        day: the day.
    """
    frame = read(page, "chairs", region=None if region == NOWHERE else region, as_of=day)
    if level != "all":
        frame = frame[frame["level"] == level]
    if district:
        names = frame["district_id"].fillna(frame["district"])
        frame = frame[names.isna()] if district == NOWHERE else frame[names == district]
    return list_rows(frame)


def name_side(page: Page, row: Row, day: date) -> str:
    """Name who nominated a chair, as it was called on the day.

    Args:
        page: the page being drawn.
        row: a chair.
        day: the day.
    """
    return name_bloc(page, row["bloc"] or None, name=row["nominator_name"], on=day)


def count_chairs(page: Page, chairs: Chairs) -> pd.DataFrame:
    """Count chairs by nominator on each day; a renamed party is one, under its latest name here.

    Args:
        page: the page being drawn.
        chairs: chairs by day.
    """
    counts = {day: Counter(row["bloc"] or "" for row in rows) for day, rows in chairs.items()}
    latest = max(chairs)
    names = {row["bloc"] or "": name_side(page, row, latest) for rows in chairs.values() for row in rows}
    order = sorted(names, key=lambda bloc: (bloc == "", -counts[latest][bloc], names[bloc].casefold(), bloc))
    lines = []
    for bloc in order:
        line = {page.t("column.nominator"): names[bloc]}
        for day, rows in chairs.items():
            share = page.share(counts[day][bloc] / len(rows)) if rows else "–"
            line[page.day(day)] = page.t("chairs.count", count=page.number(counts[day][bloc]), share=share)
        lines.append(line)
    return pd.DataFrame(lines)


def list_chairs(page: Page, chairs: Chairs, *, districts: bool) -> tuple[pd.DataFrame, dict[str, date]]:
    """List the chairs of each commission, the days side by side; gives the columns of links with their days too.

    Args:
        page: the page being drawn.
        chairs: chairs by day.
        districts: name the district of each commission.
    """
    latest = max(chairs)
    held = {day: {row["commission_id"]: row for row in rows} for day, rows in chairs.items()}
    known = {row["commission_id"]: row for rows in chairs.values() for row in rows}
    lines = []
    for identity, any_row in known.items():
        line: dict[str, str | None] = {page.t("column.commission"): name_commission(page, any_row)}
        if districts:
            line[page.t("column.district")] = name_district(page, any_row["district_id"], any_row["district"], latest)
        for day in chairs:
            row = held[day].get(identity)
            line[page.t("chairs.nominator", day=page.day(day))] = name_side(page, row, day) if row else None
            line[page.t("chairs.chair", day=page.day(day))] = name_person(row) if row else None
            line[f"link.{day}"] = link_seat(page, row, day) if row else None
        lines.append(line)
    return pd.DataFrame(lines), {f"link.{day}": day for day in chairs}


def link_seat(page: Page, row: Row, day: date) -> str:
    """Give the address at which the source of a chair's seat is shown.

    Args:
        page: the page being drawn.
        row: a chair.
        day: the day.
    """
    query = page.query(commission=str(row["commission_id"]), seat=str(row["seat_id"]), as_of=day.isoformat())
    return f"commission?{urlencode(query)}"
