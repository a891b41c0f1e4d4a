"""People without an employer: groups of a measure that are no workplace and stand under no body."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from pages._ui.data import list_rows, read
from pages._ui.labels import label
from pages._ui.measures import count_above, write_cell
from pages._ui.page import Page

WORKPLACE = "employer_share_max"
SUPERIOR = "principal_share_max"
COUNTED = {WORKPLACE: "workplace", SUPERIOR: "superior"}
"""Measures in which such groups count, and the columns whose bounds leave them out."""


@dataclass(frozen=True)
class Alike:
    """The largest group of people without an employer in one commission, beside its largest workplace."""

    sector: str
    seats: int
    workplace: int

    def leads(self, metric: str, value: float, known: float) -> bool:
        """Tell whether a measure speaks of this group.

        Args:
            metric: measure id.
            value: the measure over the seats known.
            known: the seats known.
        """
        if metric == WORKPLACE:
            return self.seats > self.workplace
        return metric == SUPERIOR and self.seats >= round(value * known)


def find_alike(page: Page, commission_id: str, day: date) -> Alike | None:
    """Find the largest group of people without an employer; None where there is none.

    Args:
        page: the page being drawn.
        commission_id: the commission.
        day: day of the composition.
    """
    rows = list_rows(read(page, "employer_blocs", commission_id=commission_id, as_of=day))
    groups = [row for row in rows if row["is_alike"]]
    if not groups:
        return None
    work = max((int(row["seats"]) for row in rows if not row["is_alike"]), default=0)
    return Alike(str(groups[0]["bloc"]).partition(":")[2], int(groups[0]["seats"]), work)


def count_beyond(frame: pd.DataFrame, metric: str, limit: float) -> tuple[int, int]:
    """Count the commissions surely, and possibly, above a limit, groups of people without an employer left out.

    Args:
        frame: commissions as the question of that name gives them.
        metric: measure id.
        limit: the limit; equal is not above.
    """
    return count_above(frame, COUNTED.get(metric, metric), limit)


def write_marked(page: Page, metric: str, row: Mapping[str, Any]) -> str:
    """Write a measure of a commission, marked with the group it speaks of where that is no workplace and no body.

    Args:
        page: the page being drawn.
        metric: measure id.
        row: a commission as the question of that name gives it.
    """
    written, bloc = write_cell(page, metric, row), row.get("alike_bloc")
    if metric not in COUNTED or not isinstance(bloc, str) or pd.isna(row[f"{metric}_value"]):
        return written
    if metric == WORKPLACE:
        leads = str(row["top_employer"]).startswith("sector:")
    else:
        leads = row["alike_seats"] >= round(row[f"{metric}_value"] * row[f"{metric}_known"])
    return f"{written} · {label(page, 'sector', bloc.partition(':')[2])}" if leads else written


def rests_on_rules(page: Page) -> bool:
    """Tell whether what stands above an employer follows, for some, from a rule that has not been verified.

    Args:
        page: the page being drawn.
    """
    return int(read(page, "unverified_parents")["links"].iloc[0]) > 0


def name_count(page: Page, metric: str) -> str:
    """Name what is counted above a limit; where it rests on rules not verified, the name says so.

    Args:
        page: the page being drawn.
        metric: measure id.
    """
    if metric == SUPERIOR and rests_on_rules(page):
        return page.t("overview.above.by_rules", what=page.t(f"overview.above.{metric}"))
    return page.t(f"overview.above.{metric}")


def show_rules(page: Page) -> None:
    """Say that subordination rests on rules not verified, and lead to what is known of them.

    Args:
        page: the page being drawn.
    """
    if rests_on_rules(page):
        st.caption(page.t("rules.note"))
        st.page_link(
            "pages/method.py",
            label=page.t("rules.link"),
            icon=":material/menu_book:",
            query_params=dict(page.query(view="words")),
        )
