"""Choosing a commission: region, district, level, number, or a search; the address carries the choice."""

import pandas as pd
import streamlit as st

from pages._ui.data import list_rows, read
from pages._ui.filters import ALL, choose_district, choose_level, choose_region, search_commissions, write_hay
from pages._ui.labels import name_commission, name_district
from pages._ui.page import Page
from pages._ui.widgets import choose, type_text

LIMIT = 400


def choose_commission(page: Page) -> dict[str, object] | None:
    """Let the reader choose a commission; None until one is chosen.

    Args:
        page: the page being drawn.
    """
    everything = read(page, "commission_list")
    _follow_redirect(page, everything)
    chosen = str(st.query_params.get("commission", ""))
    known = everything[everything["commission_id"] == chosen]
    with (
        st.expander(page.t("picker.title"), expanded=known.empty, icon=":material/search:"),
        st.grid(2, min_column_width=260),
    ):
        narrowed = _narrow(page, everything)
        offered = narrowed.head(LIMIT)
        if not known.empty and chosen not in set(offered["commission_id"]):
            offered = pd.concat([known, offered])
        words = _describe(page, offered)
        commission = choose(
            page,
            "commission",
            [ALL, *words],
            lambda code: words.get(code, page.t("picker.choose")),
            label=page.t("picker.commission", count=page.number(len(narrowed))),
        )
        if len(narrowed) > LIMIT:
            st.caption(page.t("picker.limit", limit=page.number(LIMIT)))
    if not commission:
        return None
    row = everything[everything["commission_id"] == commission].iloc[0]
    return {str(name): value for name, value in row.to_dict().items()}


def _follow_redirect(page: Page, everything: pd.DataFrame) -> None:
    asked = st.query_params.get("commission", "")
    if not asked or asked in set(everything["commission_id"]):
        return
    found = read(page, "redirect", old_id=asked)
    if not found.empty:
        st.query_params["commission"] = str(found["new_id"].iloc[0])
        page.notice("picker.redirected")


def _narrow(page: Page, frame: pd.DataFrame) -> pd.DataFrame:
    region = choose_region(page, frame)
    kept = frame[frame["region_id"] == region] if region else frame
    district = choose_district(page, kept)
    if district:
        kept = kept[(kept["district_id"] == district) | (kept["district"] == district)]
    level = choose_level(page, kept)
    if level:
        kept = kept[kept["level"] == level]
    text = type_text(page, "q", label=page.t("filter.text"), hint=page.t("filter.text.hint"))
    return search_commissions(write_hay(page, kept), kept, text) if text else kept


def _describe(page: Page, frame: pd.DataFrame) -> dict[str, str]:
    rows = list_rows(frame)
    return {
        str(row["commission_id"]): " · ".join(
            part
            for part in (
                name_commission(page, row),
                name_district(page, row["district_id"], row["district"]) if row["number"] == row["number"] else "",
                str(row["settlement"] or ""),
            )
            if part
        )
        for row in rows
    }
