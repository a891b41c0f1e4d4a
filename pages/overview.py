"""Overview: what is loaded, how complete it is, what it shows at a glance, and where to go next."""

from datetime import date

import pandas as pd
import streamlit as st

from pages._ui.alike import SUPERIOR, count_beyond, name_count, rests_on_rules, show_rules
from pages._ui.charts import show_card
from pages._ui.coverage import show_coverage
from pages._ui.data import choose_day, list_rows, read
from pages._ui.measures import HEADLINE, name_measure, write_measure
from pages._ui.page import Page
from pages._ui.shell import explain_loading, start_page
from pages._ui.tables import show_plain_table

LEVELS = ("TEC", "DEC", "PEC")
DOORS = ("reporter", "lawyer", "researcher")


def show_totals(page: Page) -> None:
    """Show what is loaded."""
    total = read(page, "total").iloc[0]
    with st.grid(6, min_column_width=115):
        for name in ("documents", "decisions", "commissions", "seats", "terms", "days"):
            show_card(page.t(f"overview.total.{name}"), page.number(int(total[name])))
    if total["first_day"]:
        words = page.t("overview.span", first=page.date(total["first_day"]), last=page.date(total["last_day"]))
        st.caption(words)


def show_glance(page: Page, day: date) -> None:
    """Show, level by level, how many commissions pass the marks a reader would ask about first."""
    st.subheader(page.t("overview.glance"), anchor=False)
    rows = []
    for level in LEVELS:
        frame = read(page, "commissions", as_of=day, level=level)
        if frame.empty:
            continue
        row = {page.t("column.level"): page.t(f"level.{level}"), page.t("column.commissions"): page.number(len(frame))}
        for metric, limit in (
            ("employer_share_max", 0.5),
            ("principal_share_max", 0.5),
            ("tied_share_max", 0.5),
            ("officer_same_bloc", 1),
        ):
            row[name_count(page, metric)] = write_above(page, frame, metric, limit)
        rows.append(row)
    show_plain_table(pd.DataFrame(rows), alt=page.t("overview.glance"))
    st.caption(page.t("overview.sure_may.note"))
    show_rules(page)
    show_pooled(page, day)


def write_above(page: Page, frame: pd.DataFrame, metric: str, limit: float) -> str:
    """Write how many commissions are surely, and how many possibly, above a limit; once where nothing is known.

    Args:
        page: the page being drawn.
        frame: commissions of a level.
        metric: measure id.
        limit: the limit.
    """
    sure, may = count_beyond(frame, metric, limit)
    if not sure and may == len(frame):
        return page.t("unknown")
    key = "overview.rule_may" if metric == SUPERIOR and rests_on_rules(page) else "overview.sure_may"
    return page.t(key, sure=page.number(sure), may=page.number(may))


def show_pooled(page: Page, day: date) -> None:
    """Show the headline measures over all commissions of a level, as the build pooled them."""
    pooled = read(page, "country_measures", as_of=day)
    pooled = pooled[pooled["metric"].isin(HEADLINE) & pooled["tiers"].isin(["", "1,2"])]
    rows = []
    for metric in HEADLINE:
        part = {str(row["level"]): row for row in list_rows(pooled[pooled["metric"] == metric])}
        if not part:
            continue
        row = {page.t("column.measure"): name_measure(page, metric)}
        for level in (*LEVELS, "all"):
            found = part.get(level)
            if found is None or pd.isna(found["value"]):
                # Bounds of everything that is possible say nothing more than that nothing is known.
                row[page.t(f"level.{level}")] = "–" if found is None else page.t("unknown")
            else:
                row[page.t(f"level.{level}")] = write_measure(page, metric, found, pooled=True)
        rows.append(row)
    if rows:
        st.markdown(f"**{page.t('overview.pooled')}**")
        show_plain_table(pd.DataFrame(rows), alt=page.t("overview.pooled"))
        st.caption(page.t("overview.pooled.note"))


def show_doors(page: Page) -> None:
    """Show where each kind of reader begins."""
    st.subheader(page.t("overview.doors"), anchor=False)
    targets = {"reporter": "concentration", "lawyer": "commission", "researcher": "sources"}
    with st.grid(3, min_column_width=260):
        for door in DOORS:
            with st.container(border=True):
                st.markdown(f"**{page.t(f'overview.door.{door}')}**")
                st.markdown(page.t(f"overview.door.{door}.text"))
                st.page_link(
                    f"pages/{targets[door]}.py",
                    label=page.t(f"overview.door.{door}.link"),
                    icon=":material/arrow_forward:",
                    query_params=dict(page.query()),
                )


def show_questions(page: Page) -> None:
    """Say what the tool answers and what it does not."""
    st.markdown(page.t("overview.questions"))
    st.info(page.t("caption.variety"), icon=":material/balance:")


page = start_page("overview")
show_questions(page)
if read(page, "total")["documents"].iloc[0] == 0:
    st.warning(page.t("empty.nothing"))
    explain_loading(page.language)
    st.stop()
show_totals(page)
day = choose_day(page)
if day is None:
    st.warning(page.t("empty.undated"))
else:
    show_glance(page, day)
    show_coverage(page, day)
show_doors(page)
