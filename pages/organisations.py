"""Organisations: parties, associations, bodies and workplaces by the seats of the people they nominated or employ."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages._ui.data import choose_day, list_rows, read
from pages._ui.downloads import offer_download
from pages._ui.labels import name_region
from pages._ui.organisation import VIEWS, find_side, pick_view
from pages._ui.organisation_chain import show_chain
from pages._ui.organisation_list import choose_place, show_list, sum_counts, write_list
from pages._ui.organisation_profile import show_days, show_heading, show_places, show_seats
from pages._ui.page import Page
from pages._ui.shell import start_page, stop_empty
from pages._ui.state import bind
from pages._ui.widgets import switch

OF_LIST = ("region", "level", "district", "q")
# Parameters that narrow the list; one organisation is shown whole, so its address must not carry them.


def read_choice(page: Page, view: str) -> str:
    """Settle which organisation is shown; empty for the list.

    Args:
        page: the page being drawn.
        view: which organisations are shown.
    """

    def parse(text: str) -> str | None:
        found = read(page, "organisation_bloc", bloc=text, side=find_side(view))
        return text if not text or int(found["seats"].iloc[0]) else None

    return bind("org", "organisations.org", "", parse, str, page.report_bad_value)


def show_all(page: Page, counts: pd.DataFrame, view: str, day: date) -> None:
    """Show the list of organisations and open the one the reader clicks.

    Args:
        page: the page being drawn.
        counts: counts of every organisation on the day.
        view: which organisations are shown.
        day: the day.
    """
    of_view = pick_view(counts, view)
    if of_view.empty:
        st.info(page.t("organisations.none"))
        return
    place = choose_place(page, of_view, day)
    frame = sum_counts(page, of_view, place, day)
    st.caption(page.t("organisations.how", count=page.number(len(frame))))
    if frame.empty:
        st.info(page.t("organisations.nothing_found"))
        return
    opened = show_list(page, frame, view, day)
    if opened:
        st.session_state["organisations.org"] = opened
        # The order and the page of the list mean nothing in the table of seats.
        st.session_state["organisations.sort"] = "district"
        st.query_params.pop("p", None)
        st.rerun()
    filters = {
        page.t("as_of.label"): page.day(day),
        page.t("view.label"): page.t(f"organisations.view.{view}"),
        page.t("column.region"): name_region(page, place["region"], day) if place["region"] else page.t("filter.all"),
        page.t("column.level"): page.t(f"level.{place['level']}") if place["level"] else page.t("filter.all"),
        page.t("organisations.search"): place["text"] or "–",
    }
    offer_download(page, partial(write_list, page, frame, view, day), filters, name="organisations")


def show_one(page: Page, bloc: str, view: str, day: date) -> None:
    """Show one organisation.

    Args:
        page: the page being drawn.
        bloc: the organisation.
        view: which organisations are shown.
        day: the day.
    """
    for name in OF_LIST:
        st.query_params.pop(name, None)
    st.page_link(
        "pages/organisations.py",
        label=page.t("organisations.back"),
        icon=":material/arrow_back:",
        query_params=dict(page.query(view="" if view == VIEWS[0] else view)),
    )
    side = find_side(view)
    facts = list_rows(read(page, "organisation_facts", org_id=bloc.partition(":")[2]))
    known = list_rows(read(page, "organisation_bloc", bloc=bloc, side=side))[0]
    name = show_heading(page, bloc, facts[0] if facts else None, known, view, day)
    if view == "employer":
        show_chain(page, bloc, day)
    show_days(page, bloc, view, day)
    seats = read(page, "organisation_seats", bloc=bloc, side=side, as_of=day)
    if seats.empty:
        st.info(page.t("organisations.no_seats", day=page.date(day)))
        return
    show_places(page, bloc, view, seats, day)
    show_seats(page, seats, name, day)


page = start_page("organisations")
day = choose_day(page)
if day is None:
    stop_empty(page)
st.info(page.t("organisations.intro"), icon=":material/balance:")
view = switch(page, "view", VIEWS, lambda code: page.t(f"organisations.view.{code}"), label=page.t("view.label"))
chosen = read_choice(page, view)
if chosen:
    show_one(page, chosen, view, day)
else:
    show_all(page, read(page, "organisation_counts", as_of=day), view, day)
