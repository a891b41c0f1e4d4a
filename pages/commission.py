"""Commission: who sits in it, who nominated and employs them, what is measured, found, and where it all comes from."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages._ui.data import choose_day, list_rows, read
from pages._ui.downloads import offer_download
from pages._ui.labels import name_commission, name_district, name_region
from pages._ui.page import Page, escape
from pages._ui.picker import choose_commission
from pages._ui.profile import (
    show_baselines,
    show_completeness,
    show_findings,
    show_headline,
    show_history,
    show_measures,
)
from pages._ui.seat_chart import show_seat_chart
from pages._ui.seats import name_person, show_seat_table, write_seats
from pages._ui.shell import explain_loading, start_page
from pages._ui.source import show_source
from pages._ui.tables import read_sort
from pages._ui.widgets import choose


def show_heading(page: Page, commission: dict[str, object], day: date | None) -> None:
    """Name the commission and its place.

    Args:
        page: the page being drawn.
        commission: its row.
        day: day whose names count.
    """
    st.header(escape(name_commission(page, commission, full=True)), anchor=False)
    district = name_district(page, _text(commission["district_id"]), _text(commission["district"]), day)
    parts = [
        district,
        name_region(page, _text(commission["region_id"]), day),
        *(str(commission[name]) for name in ("settlement", "venue") if commission[name]),
    ]
    st.caption(escape(" · ".join(parts)))
    if commission["parent_commission_id"]:
        st.page_link(
            "pages/commission.py",
            label=page.t("profile.parent"),
            icon=":material/arrow_upward:",
            query_params=dict(page.query(commission=str(commission["parent_commission_id"]))),
        )


def _text(value: object) -> str | None:
    return str(value) if value else None


def show_people(page: Page, seats: pd.DataFrame, size: int, day: date) -> None:
    """Show the seats and, for the one the reader chose, its source.

    Args:
        page: the page being drawn.
        seats: seats on the day.
        size: seats in all, unread ones included.
        day: the day.
    """
    st.subheader(page.t("seats.title"), anchor=False)
    show_seat_chart(page, seats, max(size - len(seats), 0), day)
    st.caption(page.t("seats.how"))
    sort = read_sort(page, ("name", "role", "nominator", "employer", "sector", "since"), "role")
    clicked = show_seat_table(page, seats, day, sort=sort)
    if clicked and clicked != st.session_state.get("commission.clicked"):
        st.session_state["commission.seat"] = clicked
    st.session_state["commission.clicked"] = clicked
    rows = {str(row["seat_id"]): row for row in list_rows(seats)}
    chosen = choose(
        page,
        "seat",
        ["", *rows],
        lambda code: name_person(rows[code]) if code else page.t("source.choose"),
        label=page.t("source.label"),
    )
    if chosen:
        show_source(page, rows[chosen], day)
    offer_download(
        page,
        partial(write_seats, page, seats, day),
        {page.t("as_of.label"): page.day(day), page.t("column.commission"): str(st.query_params.get("commission", ""))},
        name="commission",
    )


page = start_page("commission")
if read(page, "total")["commissions"].iloc[0] == 0:
    st.warning(page.t("empty.nothing"))
    explain_loading(page.language)
    st.stop()
commission = choose_commission(page)
if commission is None:
    st.info(page.t("picker.hint"))
    st.stop()
identity = str(commission["commission_id"])
days = read(page, "commission_days", commission_id=identity)
day = choose_day(page, own=list(days["as_of"]))
show_heading(page, commission, day)
if day is None or day not in set(days["as_of"]):
    st.warning(page.t("profile.no_composition", days=", ".join(page.day(d) for d in days["as_of"]) or "–"))
    show_history(page, identity)
    st.stop()
measures = read(page, "measures", commission_id=identity, as_of=day)
st.info(page.t("caption.variety"), icon=":material/balance:")
show_headline(page, identity, measures, day)
show_completeness(page, measures)
show_baselines(page, identity, day)
show_people(
    page,
    read(page, "seats_on_day", commission_id=identity, as_of=day),
    int(days.loc[days["as_of"] == day, "n"].fillna(0).iloc[0]),
    day,
)
show_measures(page, measures)
show_findings(page, identity, day)
show_history(page, identity)
