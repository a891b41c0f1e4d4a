"""Regions: one measure over the country as tiles, side by side, and down to the districts and their commissions."""

from datetime import date

import pandas as pd
import streamlit as st

from models.measures.aggregates import is_pooled
from pages._ui.chairs import show_chairs
from pages._ui.data import choose_day, list_rows, read
from pages._ui.distribution import choose_measure
from pages._ui.districts import ASKED, ASKED_REGION, show_commissions, show_districts
from pages._ui.measures import name_measure
from pages._ui.page import Page
from pages._ui.place_bars import show_place_bars
from pages._ui.places import NOWHERE, Place, list_districts, list_every_district, list_regions, write_read
from pages._ui.shell import start_page, stop_empty
from pages._ui.tile_map import choose_by_click, show_tile_map
from pages._ui.widgets import choose, switch

ALL = ""


def find_whole(page: Page, day: date, level: str, metric: str) -> float | None:
    """Find the value over the whole country, None where it is not known.

    Args:
        page: the page being drawn.
        day: day of the compositions.
        level: a level, or `all`.
        metric: measure id.
    """
    rows = list_rows(read(page, "place_measures", scope="country", as_of=day, level=level, metric=metric))
    return float(rows[0]["value"]) if rows and pd.notna(rows[0]["value"]) else None


def choose_place(page: Page, name: str, places: list[Place], title: str, all_words: str) -> str:
    """Let the reader choose a place by its name, with how much of it was read.

    Args:
        page: the page being drawn.
        name: parameter of the address.
        places: the places offered.
        title: what is chosen.
        all_words: words for no choice.
    """
    words = {place.code: f"{place.name} · {page.t('regions.read')}: {write_read(page, place)}" for place in places}
    return choose(page, name, [ALL, *words], lambda code: words.get(code, all_words), label=title)


def show_down(page: Page, places: list[Place], day: date, level: str, metric: str) -> None:
    """Lead from a region to its districts and on to their commissions.

    Args:
        page: the page being drawn.
        places: all regions.
        day: day of the compositions.
        level: a level, or `all`.
        metric: measure id.
    """
    st.subheader(page.t("regions.down"), anchor=False)
    if asked := st.session_state.pop(ASKED_REGION, None):
        st.session_state[f"{page.name}.region"] = asked
    with st.grid(2, min_column_width=260):
        region = choose_place(page, "region", places, page.t("column.region"), page.t("regions.choose"))
    if not region:
        st.caption(page.t("regions.down.how"))
        if everywhere := list_every_district(page, places, day, level, metric):
            show_districts(page, everywhere, metric)
        return
    with st.grid(2, min_column_width=260):
        districts = list_districts(page, region, day, level, metric)
        if asked := st.session_state.pop(ASKED, None):
            st.session_state[f"{page.name}.district"] = asked
        district = choose_place(page, "district", districts, page.t("column.district"), page.t("filter.all"))
    if district:
        show_commissions(page, region, district, level, day)
    elif districts:
        show_districts(page, districts, metric)
    else:
        st.info(page.t("empty.filtered"))
    show_chairs(page, region, district, level, day)


page = start_page("regions")
st.info(page.t("caption.variety"), icon=":material/balance:")
day = choose_day(page)
if day is None:
    stop_empty(page)
level = switch(
    page, "level", ("PEC", "TEC", "DEC", "all"), lambda code: page.t(f"level.{code}"), label=page.t("column.level")
)
metric = choose_measure(page)
places = list_regions(page, day, level, metric)
# A pooled measure is a share of all seats read, any other is an average of what the commissions have.
heading = "regions.title" if is_pooled(metric) else "regions.title.mean"
title = page.t(heading, measure=name_measure(page, metric), level=page.t(f"level.{level}"), day=page.date(day))
st.markdown(f"**{title}**")
if not any(place.read for place in places):
    st.warning(page.t("empty.level", level=page.t(f"level.{level}"), day=page.date(day)))
elif not any(place.measured for place in places):
    st.info(page.t("regions.unmeasured"))
choose_by_click(page, show_tile_map(page, places, metric, title), "region")
st.caption(page.t("regions.how"))
if any(place.code == NOWHERE for place in places):
    lost = next(place for place in places if place.code == NOWHERE)
    st.caption(page.t("regions.nowhere", commissions=page.number(lost.read), seats=page.number(lost.seats)))
st.subheader(page.t("regions.bars"), anchor=False)
show_place_bars(page, places, metric, title, whole=find_whole(page, day, level, metric))
st.caption(page.t("regions.bars.how"))
show_down(page, places, day, level, metric)
