"""Method: what each measure means and does not mean, ties by tier, words, limits, law, sources, the data package."""

import pandas as pd
import streamlit as st

from models.schema import TABLES
from pages._ui.labels import label
from pages._ui.page import Page
from pages._ui.shell import start_page
from pages._ui.tables import show_plain_table
from pages._ui.widgets import switch

GROUPS = {
    "nominators": (
        "nominator_share_max",
        "nominator_hhi",
        "nominator_hhi_norm",
        "nominator_enp",
        "nominator_hhi_position",
        "nominator_banzhaf_max",
        "nominator_shapley_max",
        "nominator_control_number",
        "quorum_block_number",
        "party_nominated_share",
        "nominator_kind_share",
        "slot_use",
    ),
    "work": (
        "employer_share_max",
        "employer_hhi",
        "employer_control_number",
        "principal_share_max",
        "principal_hhi",
        "principal_control_number",
        "public_sector_share",
        "education_share",
        "school_teacher_share",
    ),
    "posts": ("officer_same_bloc", "vertical_same", "vertical_parent"),
    "ties": ("tied_share_max", "tied_share", "multi_tied"),
    "people": ("returning_share", "retention_share", "same_nominator_share", "women_share"),
    "completeness": ("completeness_nominator", "completeness_employer", "completeness_role"),
}
NOT_COMPUTED = ("vertical_same", "vertical_parent", "returning_share", "retention_share", "same_nominator_share")

VIEWS = ("measures", "ties", "words", "law", "data")
FAMILIES = {"nominator_kind_share": "nominator_kind", "tied_share": "party", "multi_tied": "party"}


def show_measures(page: Page) -> None:
    """Define every measure.

    Args:
        page: the page being drawn.
    """
    st.markdown(page.t("method.form"))
    for group, metrics in GROUPS.items():
        st.subheader(page.t(f"method.group.{group}"), anchor=False)
        for metric in metrics:
            what = page.t(f"method.family.{FAMILIES[metric]}") if metric in FAMILIES else ""
            with st.expander(page.t(f"metric.{metric}.name", what=what) if what else page.t(f"metric.{metric}.name")):
                st.markdown(page.t(f"metric.{metric}.definition", what=what))
                st.markdown(f"*{page.t('method.not_mean')}* {page.t(f'metric.{metric}.caution')}")
                if metric in NOT_COMPUTED:
                    st.warning(page.t("method.not_computed"))
                st.caption(page.t("method.id", metric=f"`{metric}`"))


def show_ties(page: Page) -> None:
    """Explain the tiers of ties.

    Args:
        page: the page being drawn.
    """
    st.markdown(page.t("method.ties"))
    rows = [
        {page.t("method.tier"): tier, page.t("column.meaning"): page.t(f"tier.{tier}")} for tier in ("1", "2", "3", "4")
    ]
    show_plain_table(pd.DataFrame(rows), alt=page.t("method.ties.alt"))
    st.markdown(page.t("method.ties.note"))


def show_words(page: Page) -> None:
    """Say which words are used, which are not, and where the limits are.

    Args:
        page: the page being drawn.
    """
    st.markdown(page.t("method.words"))
    st.subheader(page.t("method.limits.title"), anchor=False)
    st.markdown(page.t("method.limits"))


def show_law(page: Page) -> None:
    """List the editions of the law applied.

    Args:
        page: the page being drawn.
    """
    st.markdown(page.t("method.law"))
    editions = page.pack.law_editions if page.pack else ()
    rows = [
        {
            page.t("method.law.from"): page.day(edition.valid_from),
            page.t("method.law.number"): edition.number,
            page.t("method.law.change"): edition.summary.get(page.language) or "–",
            page.t("method.law.certainty"): label(page, "certainty", edition.certainty),
        }
        for edition in editions
    ]
    if rows:
        show_plain_table(pd.DataFrame(rows), alt=page.t("view.method.law"))


def show_data(page: Page) -> None:
    """Say where the data come from and what the data package holds.

    Args:
        page: the page being drawn.
    """
    st.markdown(page.t("method.data"))
    rows = [
        {page.t("method.table"): table.name, page.t("column.meaning"): page.t(f"table.{table.name}")}
        for table in TABLES
        if table.exported
    ]
    show_plain_table(pd.DataFrame(rows), alt=page.t("view.method.data"))
    facts = [
        (page.t("download.build"), page.store.build_id or "–"),
        (page.t("method.version"), page.store.meta.get("product_version", "–")),
        (page.t("method.country"), page.store.country or "–"),
        (page.t("method.latest"), page.date(page.store.latest_day)),
    ]
    show_plain_table(pd.DataFrame(facts, columns=[page.t("source.what"), page.t("source.value")]))


SECTIONS = {"measures": show_measures, "ties": show_ties, "words": show_words, "law": show_law, "data": show_data}

page = start_page("method")
st.info(page.t("caption.variety"), icon=":material/balance:")
view = switch(page, "view", VIEWS, lambda code: page.t(f"view.method.{code}"), label=page.t("view.label"))
SECTIONS[view](page)
