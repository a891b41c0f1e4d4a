"""Everything the program did not understand or doubted, narrowed by severity, kind and document."""

import math
from functools import partial

import pandas as pd
import streamlit as st

from models.schema import SEVERITIES
from pages._ui.data import list_rows, read
from pages._ui.downloads import offer_download
from pages._ui.filters import ALL
from pages._ui.labels import label
from pages._ui.page import Page
from pages._ui.seats import write_locator
from pages._ui.state import bind
from pages._ui.tables import show_plain_table
from pages._ui.widgets import choose

PAGE_ROWS = 100
FILE_ROWS = 100_000


def show_issues(page: Page) -> None:
    """Show the issues page by page, with counts by kind above.

    Args:
        page: the page being drawn.
    """
    counts = read(page, "issue_counts")
    if counts.empty:
        st.info(page.t("issues.none"))
        return
    severity, code, document = choose_narrowing(page, counts)
    st.caption(page.t("issues.how"))
    number = bind("p", "sources.issues.p", 1, _parse_page, str, page.report_bad_value)
    asked = {"severity": severity or None, "code": code or None, "document": document or None}
    found = read(page, "issues", **asked, row_limit=PAGE_ROWS, row_offset=(number - 1) * PAGE_ROWS)
    total = int(found["found"].iloc[0]) if len(found) else 0
    st.markdown(f"**{page.t('issues.found', count=page.number(total))}**")
    if total > PAGE_ROWS:
        st.pagination(max(1, math.ceil(total / PAGE_ROWS)), key="sources.issues.p")
    st.dataframe(write_issues(page, found), hide_index=True, alt=page.t("sources.view.issues"), placeholder="–")
    filters = {page.t(f"column.{name}"): value for name, value in asked.items() if value}
    offer_download(page, partial(_write_all, page, asked), filters, name="issues")
    show_counts(page, counts)


def _parse_page(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 10_000 else None


def choose_narrowing(page: Page, counts: pd.DataFrame) -> tuple[str, str, str]:
    """Let the reader narrow the issues.

    Args:
        page: the page being drawn.
        counts: issues by severity and kind.
    """
    with st.grid(3, min_column_width=220):
        present = [code for code in SEVERITIES if (counts["severity"] == code).any()]
        severity = choose(
            page,
            "severity",
            [ALL, *present],
            lambda code: label(page, "severity", code) if code else page.t("filter.all"),
            label=page.t("column.severity"),
        )
        kept = counts[counts["severity"] == severity] if severity else counts
        code = choose(
            page,
            "code",
            [ALL, *sorted(kept["code"].unique())],
            lambda text: label(page, "issue", text) if text else page.t("filter.all"),
            label=page.t("column.code"),
        )
        document = choose(
            page,
            "document",
            [ALL, *read(page, "documents")["document_path"]],
            lambda text: text or page.t("filter.all"),
            label=page.t("source.document"),
        )
    return severity, code, document


def write_issues(page: Page, found: pd.DataFrame) -> pd.DataFrame:
    """Write issues in words.

    Args:
        page: the page being drawn.
        found: rows of the question.
    """
    return pd.DataFrame(
        [
            {
                page.t("column.severity"): label(page, "severity", row["severity"]),
                page.t("column.code"): label(page, "issue", row["code"]),
                page.t("source.document"): row["document_path"],
                page.t("source.place"): write_locator(page, row["locator"]),
                page.t("column.text"): row["text"] or "–",
                page.t("column.message"): row["message"] or "–",
            }
            for row in list_rows(found)
        ]
    )


def _write_all(page: Page, asked: dict[str, str | None]) -> pd.DataFrame:
    return write_issues(page, read(page, "issues", **asked, row_limit=FILE_ROWS, row_offset=0))


def show_counts(page: Page, counts: pd.DataFrame) -> None:
    """Show how many issues of each kind there are.

    Args:
        page: the page being drawn.
        counts: issues by severity and kind.
    """
    with st.expander(page.t("issues.counts")):
        show_plain_table(
            pd.DataFrame(
                [
                    {
                        page.t("column.severity"): label(page, "severity", row["severity"]),
                        page.t("column.code"): label(page, "issue", row["code"]),
                        page.t("column.issues"): page.number(row["issues"]),
                        page.t("overview.total.documents"): page.number(row["documents"]),
                    }
                    for row in list_rows(counts)
                ]
            ),
            alt=page.t("issues.counts"),
        )
