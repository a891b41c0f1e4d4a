"""One organisation: what it is, seats and posts of its people over the days, by place, and each seat."""

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages._ui.charts import MAIN, SOFT, fill, make_figure, show_card, show_chart
from pages._ui.data import Row, list_days, list_rows, read
from pages._ui.downloads import offer_download
from pages._ui.labels import label, name_commission, name_region
from pages._ui.organisation import find_side, name_kind, name_organisation, write_district
from pages._ui.page import Page, escape
from pages._ui.seats import ORDER, name_person, write_locator
from pages._ui.tables import Column, read_sort, show_plain_table, show_table

LEVELS = ("CEC", "TEC", "DEC", "PEC")
FILLS = {"CEC": (MAIN, "+"), "TEC": (MAIN, ""), "DEC": (SOFT, "/"), "PEC": (SOFT, "")}
COUNTS = ("seats", "officers", "chairs", "commissions")
COLUMNS = ("name", "role", "commission", "district", "since", "until", "document")


def show_heading(page: Page, bloc: str, facts: Row | None, known: Row, view: str, day: date) -> str:
    """Name the organisation and say what it is; return the name.

    Args:
        page: the page being drawn.
        bloc: its bloc.
        facts: its row in the table of organisations, None where it has none.
        known: what its seats say of it.
        view: which organisations are shown.
        day: day whose name counts.
    """
    row = {"bloc": bloc, "name": (facts or {}).get("name") or known["printed"]}
    name = name_organisation(page, row, day)
    st.header(escape(name), anchor=False)
    parts = [name_kind(page, view, known["kind"])]
    if facts:
        if view == "employer" and facts["ownership"]:
            parts.append(label(page, "ownership", facts["ownership"]))
        if facts["district"]:
            parts.append(str(facts["district"]))
        if facts["region_id"]:
            parts.append(name_region(page, facts["region_id"], day))
        if facts["parent_name"] and view != "employer":
            parts.append(page.t("organisations.parent", name=facts["parent_name"]))
    st.caption(escape(" · ".join(parts)))
    st.caption(page.t(f"organisations.caution.{find_side(view)}"))
    if view == "group":
        st.caption(page.t("organisations.caution.group"))
    if known["spellings"] > 1:
        st.caption(page.t("organisations.spellings", count=page.number(known["spellings"])))
    if bloc.startswith(("party:", "org:")):
        st.page_link(
            "pages/network.py",
            label=page.t("organisations.network"),
            icon=":material/hub:",
            query_params=dict(page.query(node=f"organisation:{bloc.partition(':')[2]}")),
        )
    return name


def show_days(page: Page, bloc: str, view: str, day: date) -> None:
    """Show how many seats the organisation's people hold on each day offered, by level.

    Args:
        page: the page being drawn.
        bloc: the organisation.
        view: which organisations are shown.
        day: the day chosen.
    """
    days = sorted({*list_days(page), day})
    joined = ",".join(each.isoformat() for each in days)
    found = list_rows(read(page, "organisation_days", bloc=bloc, side=find_side(view), days=joined))
    by_day = {(row["as_of"], row["level"]): row for row in found}
    levels = [level for level in LEVELS if any(row["level"] == level for row in found)]
    figure = make_figure(page, height=300, y_title=page.t("column.seats"))
    for level in levels:
        values = [by_day.get((each, level), {}).get("seats", 0) for each in days]
        figure.add_trace(
            go.Bar(
                x=[page.day(each) for each in days],
                y=values,
                name=page.t(f"level.{level}"),
                marker=fill(*FILLS[level]),
                hovertemplate="%{x}: %{y}<extra></extra>",
            )
        )
    figure.update_layout(barmode="stack", showlegend=len(levels) > 1)
    figure.update_xaxes(type="category")
    st.subheader(page.t("organisations.over_time"), anchor=False)
    lines = [
        {
            page.t("organisations.day"): page.date(each),
            page.t("column.level"): page.t(f"level.{level}"),
            **{page.t(f"organisations.count.{name}"): page.number(by_day[each, level][name]) for name in COUNTS},
        }
        for each in days
        for level in levels
        if (each, level) in by_day
    ]
    show_chart(
        page, figure, alt=page.t("organisations.over_time.alt", name=bloc), table=pd.DataFrame(lines), key="days"
    )


def show_places(page: Page, bloc: str, view: str, seats: pd.DataFrame, day: date) -> None:
    """Show where the organisation's people sit, by region, district and level.

    Args:
        page: the page being drawn.
        bloc: the organisation.
        view: which organisations are shown.
        seats: seats on the day.
        day: the day.
    """
    st.subheader(page.t("organisations.where"), anchor=False)
    with st.grid(4, min_column_width=130):
        for name, value in count_seats(seats).items():
            show_card(page.t(f"organisations.count.{name}"), page.number(value))
    st.caption(page.t("organisations.where.how"))
    store = page.store
    by_region, by_district = _keep_places(str(store.path), store.build_id, page.language, bloc, view, day, page, seats)
    show_plain_table(by_region, alt=page.t("organisations.where"))
    with st.expander(page.t("organisations.by_district", count=page.number(len(by_district)))):
        st.dataframe(by_district, hide_index=True, alt=page.t("organisations.where"), placeholder="–")


@st.cache_resource(max_entries=60, show_spinner=False)
def _keep_places(
    path: str, build_id: str, language: str, bloc: str, view: str, day: date, _page: Page, _seats: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    return tabulate_regions(_page, _seats, day), tabulate_districts(_page, _seats, day)


def count_seats(seats: pd.DataFrame) -> dict[str, int]:
    """Count seats, officer posts, chairs and commissions.

    Args:
        seats: any seats.
    """
    return {
        "seats": len(seats),
        "officers": int(seats["role"].isin(["chair", "deputy_chair", "secretary"]).sum()),
        "chairs": int((seats["role"] == "chair").sum()),
        "commissions": int(seats["commission_id"].nunique()),
    }


def tabulate_regions(page: Page, seats: pd.DataFrame, day: date) -> pd.DataFrame:
    """Tabulate seats and, in brackets, officer posts by region and level.

    Args:
        page: the page being drawn.
        seats: seats on the day.
        day: day whose names count.
    """
    levels = [level for level in LEVELS if (seats["level"] == level).any()]
    by_level = {(row["region_id"], row["level"]): row for row in _count_by(seats, ["region_id", "level"])}
    lines = []
    for whole in _count_by(seats, ["region_id"]):
        region = whole["region_id"]
        line = {page.t("column.region"): name_region(page, region or None, day)}
        for level in levels:
            line[page.t(f"level.{level}")] = _write_posts(page, by_level.get((region, level)))
        if len(levels) > 1:
            line[page.t("level.all")] = _write_posts(page, whole)
        lines.append(line)
    return pd.DataFrame(lines)


def _count_by(seats: pd.DataFrame, keys: list[str]) -> list[Row]:
    marked = seats.assign(
        officer=seats["role"].isin(["chair", "deputy_chair", "secretary"]),
        chair=seats["role"] == "chair",
        **{key: seats[key].fillna("") for key in keys},
    )
    counted = marked.groupby(keys, as_index=False).agg(
        seats=("seat_id", "size"),
        officers=("officer", "sum"),
        chairs=("chair", "sum"),
        commissions=("commission_id", "nunique"),
    )
    return list_rows(counted)


def _write_posts(page: Page, row: Row | None) -> str:
    return f"{page.number(row['seats'])} ({page.number(row['officers'])})" if row else "–"


def tabulate_districts(page: Page, seats: pd.DataFrame, day: date) -> pd.DataFrame:
    """Tabulate seats, officer posts, chairs and commissions by district and level.

    Args:
        page: the page being drawn.
        seats: seats on the day.
        day: day whose names count.
    """
    rows = _count_by(seats, ["region_id", "district_id", "district", "level"])
    rows.sort(key=lambda row: (row["region_id"], row["district"], LEVELS.index(row["level"])))
    lines = []
    for row in rows:
        place = {"district_id": row["district_id"] or None, "district": row["district"] or None}
        line = {
            page.t("column.region"): name_region(page, row["region_id"] or None, day),
            page.t("column.district"): write_district(page, place, day),
            page.t("column.level"): page.t(f"level.{row['level']}"),
        }
        line |= {page.t(f"organisations.count.{name}"): page.number(row[name]) for name in COUNTS}
        lines.append(line)
    return pd.DataFrame(lines)


def show_seats(page: Page, seats: pd.DataFrame, name: str, day: date) -> None:
    """Show each seat; one that is opened leads to its commission and its source there.

    Args:
        page: the page being drawn.
        seats: seats on the day.
        name: name of the organisation.
        day: the day.
    """
    st.subheader(page.t("organisations.seats"), anchor=False)
    st.caption(page.t("organisations.seats.how"))
    sort = read_sort(page, COLUMNS, "district")
    ordered = seats.assign(role_order=seats["role"].map(ORDER))
    columns = list_columns(page, day)
    click = show_table(page, ordered, columns, key="org_seats", alt=page.t("organisations.seats"), sort=sort)
    if click.opened is not None:
        row = seats.loc[click.opened]
        query = page.query(commission=str(row["commission_id"]), seat=str(row["seat_id"]), as_of=day.isoformat())
        st.switch_page("pages/commission.py", query_params=dict(query))
    offer_download(
        page,
        partial(write_seats, page, seats, day),
        {page.t("organisations.name"): name, page.t("as_of.label"): page.day(day)},
        name="organisation",
    )


def list_columns(page: Page, day: date) -> list[Column]:
    """List the columns of the table of an organisation's seats.

    Args:
        page: the page being drawn.
        day: day whose names count.
    """
    return [
        Column("name", page.t("column.name"), name_person, ("surname", "given_name"), width=220, pinned=True),
        Column("role", page.t("column.role"), lambda row: label(page, "role", row["role"]), ("role_order", "surname")),
        Column("commission", page.t("column.commission"), lambda row: name_commission(page, row), ("level", "number")),
        Column(
            "district",
            page.t("column.district"),
            lambda row: write_district(page, row, day),
            ("region_id", "district", "level", "number", "role_order"),
        ),
        Column("since", page.t("column.since"), lambda row: page.day(row["valid_from"]), ("valid_from",)),
        Column(
            "until",
            page.t("column.until"),
            lambda row: page.day(row["valid_to"]) if row["valid_to"] else page.t("history.open"),
            ("valid_to",),
        ),
        Column("document", page.t("source.document"), lambda row: str(row["document_path"]), ("document_path",)),
    ]


def write_seats(page: Page, seats: pd.DataFrame, day: date) -> pd.DataFrame:
    """Write the seats for a file, each with its source.

    Args:
        page: the page being drawn.
        seats: seats on the day.
        day: the day.
    """
    rows = list_rows(seats)
    out: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in ("seat_id", "commission_id")}
    for column in list_columns(page, day):
        out[column.title] = [column.write(row) for row in rows]
    out[page.t("column.nominator")] = [row["nominator_as_printed"] for row in rows]
    out[page.t("column.employer")] = [row["employer_as_printed"] for row in rows]
    out[page.t("source.act")] = [row["decision_number"] for row in rows]
    out[page.t("source.decided_on")] = [row["decided_on"] for row in rows]
    out[page.t("source.place")] = [write_locator(page, row["locator"]) for row in rows]
    out[page.t("source.url")] = [row["source_url"] for row in rows]
    return pd.DataFrame(out)
