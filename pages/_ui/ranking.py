"""The table of commissions with their measures: what is shown, and what is downloaded."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from pages._ui.alike import write_marked
from pages._ui.data import list_rows
from pages._ui.labels import name_bloc, name_commission, name_district, name_region
from pages._ui.measures import COMPLETENESS, FURTHER, HEADLINE, name_measure
from pages._ui.page import Page, escape
from pages._ui.tables import Column, read_sort, show_table
from pages._ui.widgets import tick


def choose_default_sort(frame: pd.DataFrame) -> str:
    """Choose the first order: the most concentrated by employer, or by another measure where no employer is printed.

    Args:
        frame: commissions that fit the filters.
    """
    for metric in ("employer_share_max", "principal_share_max", "officer_same_bloc", "nominator_share_max"):
        if frame[f"{metric}_value"].notna().any():
            return f"-{metric}"
    return "name"


def list_columns(page: Page, day: date) -> list[Column]:
    """List the columns of the table of commissions.

    Args:
        page: the page being drawn.
        day: day whose names count.
    """

    def measure(metric: str) -> Column:
        return Column(
            metric,
            page.t(f"metric.{metric}.short"),
            partial(write_marked, page, metric),
            (f"{metric}_value", f"{metric}_lower", f"{metric}_upper"),
            help=name_measure(page, metric, "definition"),
            width=150,
        )

    return [
        Column("name", page.t("column.commission"), partial(name_commission, page), ("number", "name"), pinned=True),
        Column(
            "district",
            page.t("column.district"),
            lambda row: name_district(page, row["district_id"], row["district"], day),
        ),
        Column("n", page.t("column.n"), lambda row: page.number(row["n"]), ("n",), help=page.t("column.n.help")),
        Column(
            "unknown",
            page.t("column.unknown"),
            partial(_write_unknown, page),
            ("completeness_nominator_value",),
            help=page.t("column.unknown.help"),
            width=115,
        ),
        *(measure(metric) for metric in HEADLINE),
        Column(
            "top_employer", page.t("column.top_employer"), _write_top(page, "employer", day), ("top_employer_seats",)
        ),
        Column(
            "top_nominator",
            page.t("column.top_nominator"),
            _write_top(page, "nominator", day),
            ("top_nominator_seats",),
        ),
        *(measure(metric) for metric in FURTHER),
        *(measure(metric) for metric in COMPLETENESS),
    ]


def pick_columns(columns: Sequence[Column], frame: pd.DataFrame, sort: str, *, every: bool) -> list[Column]:
    """Pick the columns shown: the main measures of which something is known, or all.

    Args:
        columns: all columns.
        frame: commissions that fit the filters.
        sort: order of the table; its column always stays.
        every: show all columns.
    """
    if every:
        return list(columns)
    known = {metric for metric in HEADLINE if frame[f"{metric}_value"].notna().any()}
    kept = {"name", "district", "n", "top_employer", "top_nominator", sort.removeprefix("-"), *known}
    return [column for column in columns if column.name in kept]


def _write_top(page: Page, view: str, day: date) -> Callable[[Mapping[str, Any]], str]:
    def write(row: Mapping[str, Any]) -> str:
        if not row[f"top_{view}"]:
            return "–"
        name = name_bloc(page, row[f"top_{view}"], name=row.get(f"top_{view}_name"), on=day)
        if row[f"top_{view}s"] > 1:
            name = page.t("column.top.several", count=page.number(row[f"top_{view}s"]))
        return page.t("column.top", name=name, seats=page.number(row[f"top_{view}_seats"]))

    return write


def _write_unknown(page: Page, row: Mapping[str, Any]) -> str:
    missing = []
    for fact in ("nominator", "employer", "role"):
        total, known = row[f"completeness_{fact}_total"], row[f"completeness_{fact}_known"]
        missing.append(page.number(total - known) if pd.notna(total) and pd.notna(known) else "–")
    return " / ".join(missing)


def show_ranking(page: Page, frame: pd.DataFrame, day: date) -> None:
    """Show the commissions in order and open the one the reader clicks.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        day: day of the compositions.
    """
    columns = list_columns(page, day)
    sort = read_sort(page, [column.name for column in columns], choose_default_sort(frame))
    st.caption(page.t("ranking.how"))
    every = tick(page, "all", label=page.t("ranking.all"))
    columns = pick_columns(columns, frame, sort, every=every)
    click = show_table(page, frame, columns, key="ranking", alt=page.t("ranking.alt"), sort=sort)
    if click.opened is not None:
        commission = str(frame.loc[click.opened, "commission_id"])
        st.switch_page("pages/commission.py", query_params=dict(page.query(commission=commission)))
    if click.pointed is not None:
        show_pointed(page, {str(k): v for k, v in frame.loc[click.pointed].to_dict().items()}, day)


def show_pointed(page: Page, row: Mapping[str, Any], day: date) -> None:
    """Show the commission the reader pointed at, with a link to it.

    Args:
        page: the page being drawn.
        row: the commission with its measures.
        day: day whose names count.
    """
    with st.container(border=True):
        district = name_district(page, row["district_id"], row["district"], day)
        place = f"{district}, {name_region(page, row['region_id'], day)}"
        st.page_link(
            "pages/commission.py",
            label=escape(page.t("ranking.open", name=name_commission(page, row), place=place)),
            icon=":material/groups:",
            query_params=dict(page.query(commission=str(row["commission_id"]))),
        )
        parts = [f"{name_measure(page, metric)}: {write_marked(page, metric, row)}" for metric in HEADLINE]
        st.caption(" · ".join(parts))


def write_rows(page: Page, frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Write the commissions for a file: words for places, plain numbers for measures, bounds apart.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        day: day whose names count.
    """
    records = list_rows(frame)
    out: dict[str, Any] = {
        "commission_id": [row["commission_id"] for row in records],
        page.t("column.commission"): [name_commission(page, row) for row in records],
        page.t("column.region"): [name_region(page, row["region_id"], day) for row in records],
        page.t("column.district"): [name_district(page, row["district_id"], row["district"], day) for row in records],
        page.t("column.n"): frame["n"].to_list(),
    }
    for column, view in (("column.top_employer", "employer"), ("column.top_nominator", "nominator")):
        write = _write_top(page, view, day)
        out[page.t(column)] = [write(row) for row in records]
    for metric in (*HEADLINE, *FURTHER, *COMPLETENESS):
        name = name_measure(page, metric)
        out[name] = frame[f"{metric}_value"].to_list()
        out[page.t("download.lower", name=name)] = frame[f"{metric}_lower"].to_list()
        out[page.t("download.upper", name=name)] = frame[f"{metric}_upper"].to_list()
        out[page.t("download.known", name=name)] = frame[f"{metric}_known"].to_list()
    return pd.DataFrame(out)
