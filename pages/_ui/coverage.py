"""Coverage: how many commissions were read of those known to exist, and for how many seats each fact is known."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages._ui.charts import HATCH, MAIN, fill, make_figure, scale_share, show_chart
from pages._ui.data import read
from pages._ui.labels import name_region
from pages._ui.page import Page

FACTS = ("nominator", "employer", "role")


def show_coverage(page: Page, day: date) -> None:
    """Show coverage by level and region with the completeness of each fact.

    Args:
        page: the page being drawn.
        day: day of the compositions.
    """
    st.subheader(page.t("coverage.title"), anchor=False)
    frame = read(page, "coverage", as_of=day)
    if frame.empty:
        st.caption(page.t("coverage.none"))
        return
    show_completeness(page, frame)
    table = describe_regions(page, frame, day)
    st.dataframe(table, hide_index=True, alt=page.t("coverage.title"), placeholder="–")
    st.caption(page.t("coverage.note"))


def show_completeness(page: Page, frame: pd.DataFrame) -> None:
    """Show for each level the share of seats whose nominator, employer and role are known.

    Args:
        page: the page being drawn.
        frame: rows of the coverage question.
    """
    levels = [level for level in ("TEC", "DEC", "PEC") if (frame.loc[frame["level"] == level, "seats"] > 0).any()]
    sums = frame.groupby("level")[["seats", *(f"{fact}_known" for fact in FACTS)]].sum()
    figure = make_figure(page, height=90 + 75 * len(levels))
    names = [page.t(f"coverage.{fact}") for fact in FACTS]
    rows = []
    for fact, colour, pattern in zip(FACTS, (MAIN, "#C77B30", HATCH), ("", "/", "x"), strict=True):
        shares = [sums[f"{fact}_known"][level] / sums["seats"][level] for level in levels]
        words = [page.share(share) for share in shares]
        figure.add_trace(
            go.Bar(
                y=[page.t(f"level.{level}") for level in levels],
                x=shares,
                orientation="h",
                name=page.t(f"coverage.{fact}"),
                marker=fill(colour, pattern),
                text=words,
                textposition="outside",
                hovertemplate="%{y}: %{text}<extra>%{fullData.name}</extra>",
                cliponaxis=False,
            )
        )
        rows.append(words)
    figure.update_xaxes(**scale_share(page, top=1.12))
    figure.update_yaxes(autorange="reversed")
    figure.update_layout(barmode="group", bargap=0.25)
    twin = pd.DataFrame({page.t("column.level"): [page.t(f"level.{level}") for level in levels]})
    for name, words in zip(names, rows, strict=True):
        twin[name] = words
    spoken = "; ".join(
        page.t(
            "coverage.alt.level",
            level=page.t(f"level.{level}"),
            nominator=rows[0][i],
            employer=rows[1][i],
            role=rows[2][i],
        )
        for i, level in enumerate(levels)
    )
    show_chart(page, figure, alt=page.t("coverage.alt", levels=spoken), table=twin, key="completeness")


def describe_regions(page: Page, frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Write coverage region by region, in words.

    Args:
        page: the page being drawn.
        frame: rows of the coverage question.
        day: day whose names of regions count.
    """
    rows = []
    for row in frame.to_dict("records"):
        expected = row["expected"]
        read_share = page.share(row["commissions"] / expected) if pd.notna(expected) and expected else page.t("unknown")
        line = {
            page.t("column.region"): name_region(page, row["region_id"], day),
            page.t("column.level"): page.t(f"level.{row['level']}.short"),
            page.t("column.commissions"): page.number(row["commissions"]),
            page.t("column.expected"): page.number(expected) if pd.notna(expected) else page.t("unknown"),
            page.t("column.read_share"): read_share,
            page.t("column.seats"): page.number(row["seats"]),
        }
        for fact in FACTS:
            known = row[f"{fact}_known"]
            share = known / row["seats"] if row["seats"] and pd.notna(known) else None
            line[page.t(f"coverage.{fact}")] = page.share(share)
        rows.append(line)
    return pd.DataFrame(rows)
