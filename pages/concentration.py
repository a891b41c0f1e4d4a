"""Concentration: every commission of a level with how much of it answers to one nominator, employer or party."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from pages._ui.alike import SUPERIOR, count_beyond, name_count, rests_on_rules, show_rules
from pages._ui.blocs import show_blocs, show_kinds
from pages._ui.charts import show_card
from pages._ui.data import choose_day, read
from pages._ui.distribution import show_distribution
from pages._ui.downloads import offer_download
from pages._ui.filters import apply_filters, choose_filters, describe_filters
from pages._ui.page import Page
from pages._ui.ranking import show_ranking, write_rows
from pages._ui.shell import start_page, stop_empty
from pages._ui.widgets import switch

LEVELS = ("TEC", "DEC", "PEC")
VIEWS = ("table", "distribution", "nominators", "employers")


def show_summary(page: Page, frame: pd.DataFrame, total: int) -> None:
    """Say how many commissions are shown and how many surely, or possibly, pass one half.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        total: commissions of the level on the day.
    """
    with st.grid(4, min_column_width=150):
        show_card(page.t("summary.shown"), page.number(len(frame)), page.t("summary.out_of", total=page.number(total)))
        for metric, limit in (("employer_share_max", 0.5), ("principal_share_max", 0.5), ("officer_same_bloc", 1)):
            sure, may = count_beyond(frame, metric, limit)
            least = "summary.rule" if metric == SUPERIOR and rests_on_rules(page) else "summary.sure"
            show_card(
                name_count(page, metric),
                *(
                    (page.t(least, count=page.number(sure)), page.t("summary.may", count=page.number(may)))
                    if sure or may < len(frame)
                    else (page.t("unknown"),)
                ),
                help_text=page.t("overview.sure_may.note"),
            )
    show_rules(page)


def show_view(page: Page, view: str, frame: pd.DataFrame, level: str, day: date) -> None:
    """Show the view the reader chose.

    Args:
        page: the page being drawn.
        view: one of `VIEWS`.
        frame: commissions that fit the filters.
        level: level of the commissions.
        day: day of the compositions.
    """
    if view == "table":
        show_ranking(page, frame, day)
    elif view == "distribution":
        show_distribution(page, frame, level)
    elif view == "nominators":
        show_blocs(page, frame, "nominator", level=level, day=day)
        show_kinds(page, frame, "kind", level=level, day=day)
    else:
        show_blocs(page, frame, "employer", level=level, day=day)
        show_kinds(page, frame, "sector", level=level, day=day)


page = start_page("concentration")
st.info(page.t("caption.variety"), icon=":material/balance:")
day = choose_day(page)
if day is None:
    stop_empty(page)
level = switch(page, "level", LEVELS, lambda code: page.t(f"level.{code}"), label=page.t("column.level"), default="PEC")
commissions = read(page, "commissions", as_of=day, level=level)
if commissions.empty:
    st.warning(page.t("empty.level", level=page.t(f"level.{level}"), day=page.date(day)))
    st.stop()
filters = choose_filters(page, commissions, level=level, day=day)
shown = apply_filters(page, commissions, filters, level=level, day=day)
show_summary(page, shown, len(commissions))
view = switch(page, "view", VIEWS, lambda code: page.t(f"view.{code}"), label=page.t("view.label"))
if shown.empty:
    st.info(page.t("empty.filtered"))
    st.stop()
show_view(page, view, shown, level, day)
offer_download(
    page,
    partial(write_rows, page, shown, day),
    describe_filters(page, filters, day=day, level=level),
    name="concentration",
)
