"""The documents read, with how well each was understood, and those that gave nothing."""

from typing import Any

import pandas as pd
import streamlit as st

from models.schema import DOCUMENT_STATUSES
from pages._ui.data import Row, list_rows
from pages._ui.filters import ALL
from pages._ui.labels import label, name_district, name_region
from pages._ui.page import Page
from pages._ui.widgets import choose


def choose_status(page: Page, documents: pd.DataFrame) -> pd.DataFrame:
    """Say what waits in the queue, and let the reader keep the documents of one status.

    Args:
        page: the page being drawn.
        documents: rows of the question.
    """
    waiting = int((documents["status"] == "queued").sum())
    if waiting:
        st.warning(page.t("queue.waiting", count=page.number(waiting)))
    present = [code for code in DOCUMENT_STATUSES if (documents["status"] == code).any()]
    status = choose(
        page,
        "status",
        [ALL, *present],
        lambda code: label(page, "document_status", code) if code else page.t("filter.all"),
        label=page.t("column.document_status"),
        help_text=page.t("queue.help"),
    )
    return documents[documents["status"] == status] if status else documents


def write_documents(page: Page, documents: pd.DataFrame) -> pd.DataFrame:
    """Write the documents for a file.

    Args:
        page: the page being drawn.
        documents: rows of the question.
    """
    return pd.DataFrame([_write_line(page, row) for row in list_rows(documents)])


def _write_line(page: Page, row: Row) -> dict[str, Any]:
    return {
        page.t("source.document"): row["document_path"],
        page.t("column.title"): row["title"] or "–",
        page.t("source.format"): label(page, "format", row["format"]),
        page.t("column.language"): label(page, "language", row["language"]),
        page.t("source.publisher"): row["publisher"] or "–",
        page.t("source.decided_on"): page.day(row["first_decided_on"]),
        page.t("column.region"): name_region(page, row["region_id"], row["first_decided_on"]),
        page.t("column.document_status"): label(page, "document_status", row["status"]),
        page.t("column.people"): row["seats"],
        page.t("column.understanding"): page.share(row["understanding"]),
        page.t("column.errors"): row["errors"],
        page.t("column.warnings"): row["warnings"],
        page.t("column.notes"): row["notes"],
        page.t("source.retrieved"): page.day(row["retrieved_on"]),
        page.t("source.url"): row["source_url"] or "–",
    }


def show_documents(page: Page, documents: pd.DataFrame) -> None:
    """Show the documents, those understood least first.

    Args:
        page: the page being drawn.
        documents: rows of the question.
    """
    ordered = documents.sort_values(
        ["understanding", "errors", "document_path"], ascending=[True, False, True], na_position="last", kind="stable"
    )
    st.caption(page.t("documents.how"))
    st.dataframe(write_documents(page, ordered), hide_index=True, alt=page.t("sources.view.documents"), placeholder="–")


def show_undated(page: Page, undated: pd.DataFrame, silent: pd.DataFrame) -> None:
    """Show acts without a day and documents that gave no seat.

    Args:
        page: the page being drawn.
        undated: acts without a day.
        silent: documents without seats.
    """
    st.markdown(f"**{page.t('undated.title')}**")
    st.caption(page.t("undated.note"))
    if undated.empty:
        st.caption(page.t("undated.none"))
    else:
        st.dataframe(
            pd.DataFrame(
                [
                    {
                        page.t("source.document"): row["document_path"],
                        page.t("column.title"): row["title"] or "–",
                        page.t("column.region"): name_region(page, row["region_id"]),
                        page.t("column.district"): name_district(page, None, row["district"]),
                        page.t("column.people"): row["seats"],
                    }
                    for row in list_rows(undated)
                ]
            ),
            hide_index=True,
            alt=page.t("undated.title"),
        )
    st.markdown(f"**{page.t('silent.title')}**")
    if silent.empty:
        st.caption(page.t("silent.none"))
    else:
        st.caption(page.t("silent.note"))
        st.dataframe(write_documents(page, silent), hide_index=True, alt=page.t("silent.title"), placeholder="–")
