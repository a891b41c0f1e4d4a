"""Regions side by side: the value of each, what the unknown could make of it, and how much was read."""

from collections.abc import Sequence

import plotly.graph_objects as go

from pages._ui.charts import HATCH, INK, MAIN, make_figure, scale_share, show_chart, wrap
from pages._ui.measures import is_share, name_measure, write_value
from pages._ui.page import Page
from pages._ui.places import Place, write_places, write_read, write_state
from pages._ui.tile_map import shorten_name


def show_place_bars(page: Page, places: Sequence[Place], metric: str, title: str, *, whole: float | None) -> None:
    """Draw the places of which something was read, those surely greatest first; the unread are named, not drawn.

    Args:
        page: the page being drawn.
        places: regions or districts.
        metric: measure id.
        title: measure, level and day in words.
        whole: the value over the whole country, None where it is not known.
    """
    shown = sorted(
        (place for place in places if place.read),
        key=lambda place: (-1.0 if place.lower is None else place.lower, place.value or 0.0),
        reverse=True,
    )
    if not shown:
        return
    rows = list(range(len(shown)))
    labels = [
        page.t(
            "regions.bars.label", value=write_state(page, place, metric)[0], n=page.number(place.seats),
            read=write_read(page, place),
        )
        for place in shown
    ]  # fmt: skip
    name = name_measure(page, metric)
    figure = make_figure(page, height=120 + 46 * len(shown), x_title=wrap(name, 28, 3))
    known = [place.value if place.value is not None else 0.0 for place in shown]
    figure.add_trace(
        go.Bar(
            y=rows, x=known, orientation="h", name=page.t("column.value"), marker={"color": MAIN}, hoverinfo="skip"
        )
    )  # fmt: skip
    spans_x: list[float | None] = []
    spans_y: list[int | None] = []
    for row, place in zip(rows, shown, strict=True):
        if place.lower is not None and place.upper is not None:
            spans_x += [place.lower, place.upper, None]
            spans_y += [row, row, None]
    figure.add_trace(
        go.Scatter(
            x=spans_x, y=spans_y, mode="lines+markers", name=page.t("column.bounds"), hoverinfo="skip",
            line={"color": "#B35900", "width": 3}, marker={"symbol": "line-ns-open", "size": 10},
        )
    )  # fmt: skip
    top = max([*known, *(place.upper or 0.0 for place in shown), whole or 0.0]) or 1.0
    # What is written beside a bar must not stand on its bounds.
    figure.add_trace(
        go.Scatter(
            x=[top * 1.03] * len(shown), y=rows, mode="text", text=labels, textposition="middle right",
            textfont={"color": INK, "size": 12}, showlegend=False, cliponaxis=False,
            customdata=[place.name for place in shown], hovertemplate="%{customdata}<br>%{text}<extra></extra>",
        )
    )  # fmt: skip
    if whole is not None:
        figure.add_trace(
            go.Scatter(
                x=[whole, whole], y=[-0.5, len(shown) - 0.5], mode="lines", line={"color": HATCH, "dash": "dash"},
                name=page.t("regions.whole", value=write_value(page, metric, whole, pooled=True)), hoverinfo="skip",
            )
        )  # fmt: skip
    ticks = [wrap(shorten_name(page, place.code, place.name), 15, 2) for place in shown]
    figure.update_yaxes(range=[len(shown) - 0.5, -0.5], tickmode="array", tickvals=rows, ticktext=ticks)
    axis = scale_share(page) if is_share(metric) else {"nticks": 5}
    figure.update_xaxes(**(axis | {"range": [0, top * 1.6]}))
    unread = sum(1 for place in places if not place.read and place.existed)
    first = "; ".join(f"{place.name} – {write_state(page, place, metric)[0]}" for place in shown[:3])
    alt = page.t("regions.bars.alt", title=title, first=first, unread=page.number(unread))
    show_chart(page, figure, alt=alt, table=write_places(page, shown, metric), key="place-bars")
