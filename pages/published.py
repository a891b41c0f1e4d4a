"""Published: what others have counted or said about election commissions, and our own figure where one compares."""

import streamlit as st

from models.published import COMMISSIONS_READ, load_figures
from pages._ui.data import choose_day
from pages._ui.page import Page
from pages._ui.published import (
    OTHERS,
    compare_figures,
    list_figures,
    list_topics,
    show_pair,
    write_counts,
    write_line,
)
from pages._ui.shell import start_page
from pages._ui.tables import show_plain_table
from pages._ui.widgets import choose, switch

COMPARED = "compared"
HOME = "KZ"  # the country the figures are about; others stand there for scale


def show_compared(page: Page) -> None:
    """Show the figures that can be compared: shares one by one, numbers of commissions as a table.

    Args:
        page: the page being drawn.
    """
    day = choose_day(page)
    forced = False
    if day is None:
        st.info(page.t("published.no_day"))
    else:
        own = switch(
            page, "own", ("near", "day"), lambda code: page.t(f"published.own.{code}"), label=page.t("published.own")
        )
        forced = own == "day"
    if page.store.country not in ("", HOME):
        st.info(page.t("published.other_country"))
    if page.store.is_simulated:
        st.warning(page.t("published.simulated"), icon=":material/science:")
    pairs = compare_figures(page, day, forced=forced)
    figures = [figure for figure in load_figures() if figure.comparable_metric]
    for figure in figures:
        if figure.comparable_metric != COMMISSIONS_READ:
            show_pair(page, figure, pairs.get(figure.figure_id))
    counts = [figure for figure in figures if figure.comparable_metric == COMMISSIONS_READ]
    if counts:
        st.subheader(page.t("published.counts"), anchor=False)
        st.caption(page.t("published.counts.note"))
        show_plain_table(write_counts(page, counts, pairs), alt=page.t("published.counts"))


def show_topic(page: Page, topic: str) -> None:
    """Show every figure of a topic with place, day, source and caveat.

    Args:
        page: the page being drawn.
        topic: id of the topic.
    """
    if topic == OTHERS:
        st.info(page.t("published.scale"), icon=":material/public:")
    figures = list_figures(topic)
    st.caption(page.t("published.count", count=page.number(len(figures))))
    st.markdown("\n\n".join(write_line(page, figure) for figure in figures))


page = start_page("published")
st.markdown(page.t("published.intro"))
topic = choose(
    page,
    "topic",
    [COMPARED, *list_topics()],
    lambda code: page.t(f"published.topic.{code}"),
    label=page.t("published.topic"),
)
if topic == COMPARED:
    show_compared(page)
else:
    show_topic(page, topic)
