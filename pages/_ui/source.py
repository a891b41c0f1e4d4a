"""Where a value comes from: document, act, place, the line itself with personal data taken out, and the address."""

import os
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from models.editors import ENVIRONMENT as EDITORS
from pages._ui.data import Row
from pages._ui.labels import label
from pages._ui.page import Page, escape
from pages._ui.seats import name_nominator, name_person, write_locator
from pages._ui.tables import show_plain_table


def show_source(page: Page, row: Row, day: date) -> None:
    """Show all that is known of where a seat was read from.

    Args:
        page: the page being drawn.
        row: a row of seats with its act and document.
        day: day of the composition.
    """
    with st.container(border=True, key="source"):
        st.markdown(f"**{page.t('source.title', name=escape(name_person(row)))}**")
        if page.store.is_simulated:
            st.badge(page.t("simulated.mark"), icon=":material/science:", color="red")
        st.caption(page.t("source.snippet"))
        st.code(row["snippet"] or page.t("unknown"), language=None, wrap_lines=True)
        left, right = st.columns(2)
        with left:
            show_plain_table(list_facts(page, row, day), alt=page.t("source.facts"))
        with right:
            show_plain_table(list_origin(page, row), alt=page.t("source.origin"))
            show_link(page, row["source_url"])
        st.caption(page.t("source.sha256"))
        st.code(row["sha256"] or page.t("unknown"), language=None, wrap_lines=True)
        if os.environ.get(EDITORS, "").strip() and not page.store.is_masked:
            # Readers of a site without editors have no such page.
            st.page_link(
                "pages/review.py",
                label=page.t("source.correct"),
                icon=":material/edit:",
                query_params=dict(page.query(section="values", seat=str(row["seat_id"]))),
            )


def list_facts(page: Page, row: Row, day: date) -> pd.DataFrame:
    """List what the document prints beside what it was understood to say.

    Args:
        page: the page being drawn.
        row: a row of seats.
        day: day of the composition.
    """
    blank = page.t("not_printed")
    kind = label(page, "nominator_kind", row["nominator_kind"]) if row["nominator_kind"] else page.t("unknown")
    nominator = f"{name_nominator(page, row, day)} ({kind})" if row["nominator_as_printed"] else "–"
    sector = label(page, "sector", row["employer_sector"])
    ownership = label(page, "ownership", row["employer_ownership"])
    work = row["employer_name"] or row["employer_as_printed"]
    lines: list[tuple[str, str, Any]] = [
        (page.t("column.name"), row["name_as_printed"], name_person(row)),
        (page.t("column.role"), "–", label(page, "role", row["role"])),
        (page.t("column.nominator"), row["nominator_as_printed"] or blank, nominator),
        (
            page.t("column.employer"),
            row["employer_as_printed"] or blank,
            f"{work} ({sector}; {ownership})" if work else "–",
        ),
        (page.t("column.job"), row["job_title"] or blank, row["job_title"] or "–"),
        (
            page.t("column.stated_party"),
            blank if not row["stated_party_id"] else row["stated_party_id"],
            row["stated_party_id"] or "–",
        ),
    ]
    return pd.DataFrame(lines, columns=[page.t("source.fact"), page.t("source.printed"), page.t("source.understood")])


def list_origin(page: Page, row: Row) -> pd.DataFrame:
    """List the act, the document and the place in it.

    Args:
        page: the page being drawn.
        row: a row of seats with its act and document.
    """
    lines = [
        (page.t("source.act"), row["decision_number"] or page.t("unknown")),
        (page.t("source.decided_on"), _write_day(page, row)),
        (page.t("source.body"), row["body_name"] or page.t("unknown")),
        (page.t("source.kind"), label(page, "decision_kind", row["decision_kind"])),
        (page.t("source.document"), row["document_path"]),
        (page.t("source.format"), label(page, "format", row["format"])),
        (page.t("source.place"), write_locator(page, row["locator"])),
        (page.t("source.publisher"), row["publisher"] or page.t("unknown")),
        (page.t("source.retrieved"), page.day(row["retrieved_on"])),
        (page.t("source.confidence"), page.share(row["confidence"])),
    ]
    return pd.DataFrame(lines, columns=[page.t("source.what"), page.t("source.value")])


def _write_day(page: Page, row: Row) -> str:
    basis = label(page, "date_basis", row["date_basis"])
    return f"{page.date(row['decided_on'])} ({basis})"


def show_link(page: Page, address: str | None) -> None:
    """Link to the place of publication, if it is a web address.

    Args:
        page: the page being drawn.
        address: address as the side-car gives it.
    """
    if address and urlsplit(address).scheme in ("http", "https") and urlsplit(address).netloc:
        st.link_button(page.t("source.open"), address, icon=":material/open_in_new:")
    else:
        st.caption(page.t("source.no_url"))
