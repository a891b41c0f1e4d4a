"""Who holds the seats: nominators and employers over all commissions shown."""

import hashlib
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages._ui.charts import MAIN, make_figure, show_chart, wrap
from pages._ui.data import read
from pages._ui.labels import colour_bloc, label, name_bloc, name_region
from pages._ui.page import Page
from pages._ui.tables import show_plain_table

SHOWN = 15
LISTED = 300


def sum_blocs(blocs: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Add up seats, posts and commissions of each bloc over the commissions shown, the largest first.

    Expected posts: over commissions whose every post is known, posts x seats of the bloc / seats.

    Args:
        blocs: blocs of one view of the level on the day.
        frame: commissions that fit the filters.
    """
    sizes = frame.set_index("commission_id")[["n", "completeness_role_value"]]
    part = blocs.join(sizes, on="commission_id", how="inner")
    posts = part.groupby("commission_id", sort=False)["officers"].transform("sum")
    clear = part["completeness_role_value"] >= 1 - 1e-9
    part["expected"] = (posts * part["seats"] / part["n"]).where(clear)
    part["clear_officers"] = part["officers"].where(clear)
    grouped = part.groupby("bloc", sort=False)
    total = grouped.agg(
        seats=("seats", "sum"),
        officers=("officers", "sum"),
        chairs=("chairs", "sum"),
        commissions=("commission_id", "size"),  # one row per commission and bloc
        most=("seats", "max"),
        name=("name", "first"),
        district=("district", "first"),
        region=("region_id", "first"),
    ).join(grouped[["expected", "clear_officers"]].sum(min_count=1))
    return total.reset_index().sort_values(["seats", "bloc"], ascending=[False, True], kind="stable")


def read_sums(page: Page, frame: pd.DataFrame, view: str, *, level: str, day: date) -> pd.DataFrame:
    """Add up the blocs of a view over the commissions shown, once per build and choice of commissions.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        view: view of the blocs.
        level: level of the commissions.
        day: day of the compositions.
    """
    blocs = read(page, "blocs", as_of=day, level=level, view=view)
    chosen = hashlib.sha256(frame.index.to_numpy(dtype="int64").tobytes()).hexdigest()
    return _keep_sums(str(page.store.path), page.store.build_id, view, level, day, chosen, blocs, frame)


@st.cache_resource(max_entries=60, show_spinner=False)
def _keep_sums(
    path: str,
    build_id: str,
    view: str,
    level: str,
    day: date,
    chosen: str,
    _blocs: pd.DataFrame,
    _frame: pd.DataFrame,
) -> pd.DataFrame:
    return sum_blocs(_blocs, _frame)


def show_blocs(page: Page, frame: pd.DataFrame, view: str, *, level: str, day: date) -> None:
    """Show the largest blocs of a view as bars and as a table with posts.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        view: `nominator` or `employer`.
        level: level of the commissions.
        day: day of the compositions.
    """
    total = read_sums(page, frame, view, level=level, day=day)
    seats, known = int(frame["n"].sum()), int(total["seats"].sum())
    unknown = max(seats - known, 0)
    st.caption(
        page.t(
            f"blocs.{view}.caption",
            seats=page.number(seats),
            known=page.number(known),
            unknown=page.number(unknown),
            blocs=page.number(int((~total["bloc"].str.startswith("sector:")).sum())),
        )
    )
    if total.empty:
        st.info(page.t("blocs.none"))
        return
    top = total.head(SHOWN)
    names = [_name(page, row, day) for row in _named(top)]
    shares = [page.bounds(row.seats / seats, (row.seats + unknown) / seats) for row in _named(top)]
    show_bars(page, top, names, view, share_words=shares)
    listed = total.head(LISTED)
    table = pd.DataFrame(
        {
            page.t(f"column.{view}"): [_name(page, row, day) for row in _named(listed)],
            page.t("column.seats"): listed["seats"].to_list(),
            page.t("column.share_known"): [page.share(row.seats / known, 1) for row in _named(listed)],
            page.t("column.share_bounds"): [
                page.bounds(row.seats / seats, (row.seats + unknown) / seats, digits=1) for row in _named(listed)
            ],
            page.t("column.commissions"): listed["commissions"].to_list(),
            page.t("column.most"): listed["most"].to_list(),
            page.t("column.officers"): listed["officers"].to_list(),
            page.t("column.chairs"): listed["chairs"].to_list(),
            page.t("column.over"): [
                page.number(row.clear_officers / row.expected, 2) if row.expected and row.expected > 0 else "–"
                for row in _named(listed)
            ],
        }
    )
    if len(total) > LISTED:
        st.caption(page.t("blocs.limit", limit=page.number(LISTED), blocs=page.number(len(total))))
    st.dataframe(
        table,
        hide_index=True,
        alt=page.t(f"blocs.{view}.alt"),
        placeholder="–",
        column_config={page.t("column.over"): st.column_config.TextColumn(help=page.t("column.over.help"))},
    )


def _named(frame: pd.DataFrame) -> list[Any]:
    return list(frame.rename(columns={"name": "name_"}).itertuples(index=False))


def _name(page: Page, row: Any, day: date) -> str:
    name = name_bloc(page, row.bloc, name=row.name_, on=day)
    if not str(row.bloc).startswith("org:"):
        return name
    # Every district has its School No. 5.
    place = row.district or (name_region(page, row.region, day) if row.region else "")
    return f"{name} ({place})" if place else name


def show_bars(page: Page, top: pd.DataFrame, names: list[str], view: str, *, share_words: list[str]) -> None:
    """Draw the largest blocs as bars.

    Args:
        page: the page being drawn.
        top: rows of `sum_blocs`, the largest first.
        names: their names.
        view: view of the blocs.
        share_words: shares of all seats, with bounds, in words.
    """
    figure = make_figure(page, height=70 + 38 * len(top), x_title=page.t("column.seats"))
    colours = [MAIN if view == "employer" else colour_bloc(page, bloc, place) for place, bloc in enumerate(top["bloc"])]
    figure.add_trace(
        go.Bar(
            y=list(range(len(names))),
            x=top["seats"],
            orientation="h",
            marker={
                "color": colours,
                "pattern": {
                    "shape": [_pick_pattern(str(bloc), view) for bloc in top["bloc"]],
                    "fillmode": "overlay",
                    "fgcolor": "#FFFFFF",
                    "size": 6,
                },
            },
            text=[page.number(int(seats)) for seats in top["seats"]],
            textposition="outside",
            cliponaxis=False,
            customdata=list(zip(names, share_words, strict=True)),
            hovertemplate="%{customdata[0]}<br>%{text} (%{customdata[1]})<extra></extra>",
        )
    )
    # Numbered places: two schools of one name are two bars.
    ticks = [wrap(name) for name in names]
    figure.update_yaxes(autorange="reversed", tickmode="array", tickvals=list(range(len(names))), ticktext=ticks)
    figure.update_xaxes(range=[0, float(top["seats"].max()) * 1.15], tickformat=",d", nticks=6)
    first = "; ".join(f"{name} – {page.number(int(n))}" for name, n in zip(names[:3], top["seats"][:3], strict=True))
    twin = pd.DataFrame(
        {
            page.t(f"column.{view}"): names,
            page.t("column.seats"): [page.number(int(seats)) for seats in top["seats"]],
            page.t("column.share_bounds"): share_words,
        }
    )
    show_chart(page, figure, alt=page.t("blocs.bars.alt", first=first), table=twin, key=f"bars-{view}")


def _pick_pattern(bloc: str, view: str) -> str:
    if view == "employer":  # people without an employer are no workplace
        return "/" if bloc.startswith("sector:") else ""
    return "" if bloc.startswith("party:") else "."


def show_kinds(page: Page, frame: pd.DataFrame, view: str, *, level: str, day: date) -> None:
    """Show seats by kind of nominator, or by sector of the employer, as a small table.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        view: `kind` or `sector`.
        level: level of the commissions.
        day: day of the compositions.
    """
    total = read_sums(page, frame, view, level=level, day=day)
    seats, known = int(frame["n"].sum()), int(total["seats"].sum())
    unknown = max(seats - known, 0)
    family = "nominator_kind" if view == "kind" else "sector"
    rows = [
        {
            page.t(f"column.{view}"): label(page, family, row.bloc),
            page.t("column.seats"): page.number(row.seats),
            page.t("column.share_known"): page.share(row.seats / known, 1),
            page.t("column.share_bounds"): page.bounds(row.seats / seats, (row.seats + unknown) / seats, digits=1),
        }
        for row in _named(total)
    ]
    rows.append(
        {
            page.t(f"column.{view}"): page.t("unknown"),
            page.t("column.seats"): page.number(unknown),
            page.t("column.share_known"): "–",
            page.t("column.share_bounds"): page.share(unknown / seats if seats else None, 1),
        }
    )
    st.markdown(f"**{page.t(f'blocs.{view}.title')}**")
    show_plain_table(pd.DataFrame(rows), alt=page.t(f"blocs.{view}.title"))
