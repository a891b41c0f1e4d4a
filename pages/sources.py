"""Sources and quality: what was read, how well, what was not understood, and what is missing."""

import math
from functools import partial

import pandas as pd
import streamlit as st

from pages._ui.charts import show_card
from pages._ui.coverage import show_coverage
from pages._ui.data import choose_day, read
from pages._ui.documents import choose_status, show_documents, show_undated, write_documents
from pages._ui.downloads import offer_download
from pages._ui.issues import show_issues
from pages._ui.page import Page
from pages._ui.shell import start_page, stop_empty
from pages._ui.widgets import switch

VIEWS = ("documents", "issues", "coverage", "undated")


def show_summary(page: Page) -> None:
    """Say how much was read and how much of it was understood.

    Args:
        page: the page being drawn.
    """
    documents = read(page, "documents")
    lines = documents["list_lines"].fillna(0).sum()
    # Rounded down: one line in ten thousand that was not understood must not read as "100 %".
    understood = math.floor(documents["used_lines"].fillna(0).sum() / lines * 1000) / 1000 if lines else None
    total = read(page, "total").iloc[0]
    with st.grid(4, min_column_width=180):
        show_card(page.t("overview.total.documents"), page.number(len(documents)))
        show_card(page.t("sources.understood"), page.share(understood, 1), help_text=page.t("sources.understood.help"))
        show_card(page.t("sources.issues"), page.number(int(total["issues"])))
        show_card(page.t("sources.undated"), page.number(int(total["decisions_undated"])))


def show_view(page: Page, view: str) -> None:
    """Show the view the reader chose.

    Args:
        page: the page being drawn.
        view: one of `VIEWS`.
    """
    if view == "documents":
        documents = choose_status(page, read(page, "documents"))
        show_documents(page, documents)
        offer_download(page, partial(write_documents, page, documents), {}, name="documents")
    elif view == "issues":
        show_issues(page)
    elif view == "coverage":
        day = choose_day(page)
        if day is None:
            st.info(page.t("empty.undated"))
        else:
            show_coverage(page, day)
    else:
        show_undated(page, read(page, "undated"), _list_silent(page))


def _list_silent(page: Page) -> pd.DataFrame:
    documents = read(page, "documents")
    return documents[documents["seats"].fillna(0) == 0]


page = start_page("sources")
st.markdown(page.t("sources.intro"))
if read(page, "total")["documents"].iloc[0] == 0:
    stop_empty(page)
show_summary(page)
show_view(page, switch(page, "view", VIEWS, lambda code: page.t(f"sources.view.{code}"), label=page.t("view.label")))
