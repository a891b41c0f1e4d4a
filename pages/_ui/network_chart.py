"""The picture of the surroundings of a node: kinds by shape and colour, links by kind, steps as rings."""

from datetime import date

import plotly.graph_objects as go
import streamlit as st

from models.graph import EDGE_KINDS, NODE_KINDS, Ego
from pages._ui.charts import GRID, INK, make_figure, show_chart, wrap
from pages._ui.labels import colour_bloc, label
from pages._ui.network_index import identify, name_node
from pages._ui.network_layout import place_nodes
from pages._ui.page import Page

MARKS = {
    "person": ("circle", "#7FB2C6"),
    "commission": ("square", "#0B5C7A"),
    "party": ("star", "#B00020"),
    "association": ("diamond", "#4F7A5B"),
    "employer": ("triangle-up", "#A07A3B"),
    "higher_commission": ("square-open", "#0B5C7A"),
    "state_body": ("pentagon", "#5B6F95"),
    "residents": ("hexagon", "#8A5A83"),
    "collective": ("hexagon2", "#96594F"),
    "parent_body": ("triangle-down", "#6E7F3A"),
    "district": ("cross", "#6B7680"),
    "region": ("x", "#6B7680"),
    "unknown": ("circle-open", "#6B7680"),
}
LINES = {
    "sits_in": ("#0B5C7A", "solid"),
    "nominated_by": ("#B00020", "dash"),
    "employed_by": ("#A07A3B", "dot"),
    "stated_member": ("#8A5A83", "dashdot"),
    "listed_candidate": ("#4F7A5B", "longdash"),
    "replaced": ("#5B6F95", "longdashdot"),
    "part_of": ("#6E7F3A", "solid"),
    "belongs_to": ("#9AA4AC", "solid"),
}
NAMED = 30
"""Most names written into the picture; the others are read by pointing."""

CROWDED = 100
"""Nodes from which on they are drawn smaller."""


def show_ego(page: Page, found: Ego, day: date) -> str | None:
    """Show the surroundings of a node; return the key of the node the reader picked.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    figure = _keep_figure(identify(page, found, day), page, found, day)
    name = name_node(page, found.kept[0].node, day, full=True)
    alt = page.t(
        "network.alt",
        name=name,
        shown=page.number(len(found.kept) - 1),
        links=page.number(found.graph.number_of_edges()),
    )
    key = f"ego.{found.kept[0].node.key}"
    picked = show_chart(page, figure, alt=alt, table=None, key=key, pick=True)
    shown = {kept.node.key for kept in found.kept}
    return picked[0] if picked and picked[0] in shown else None


@st.cache_resource(max_entries=60, show_spinner=False)
def _keep_figure(identity: str, _page: Page, _found: Ego, _day: date) -> go.Figure:
    """Draw once for each question: the figure is shared between readers and must not be changed."""
    figure = make_figure(_page, height=640)
    places = place_nodes(_found.kept)
    _draw_rings(figure, max(kept.hop for kept in _found.kept))
    _draw_links(_page, figure, _found, places)
    _draw_nodes(_page, figure, _found, places, _day)
    figure.update_layout(dragmode="pan", hovermode="closest", legend={"itemsizing": "constant"})
    # In the middle, where other figures have it, the mark would stand among the nodes and not be read.
    figure.update_annotations(x=0, y=0, xanchor="left", yanchor="bottom", textangle=0, selector={"name": "simulated"})
    hidden = {"visible": False, "fixedrange": False, "title": None}
    figure.update_xaxes(**hidden)
    figure.update_yaxes(**hidden, scaleanchor="x")
    return figure


def _draw_rings(figure: go.Figure, hops: int) -> None:
    for hop in range(1, hops + 1):
        figure.add_shape(
            type="circle", x0=-hop, y0=-hop, x1=hop, y1=hop, line={"color": GRID, "width": 1}, layer="below"
        )


def _draw_links(page: Page, figure: go.Figure, found: Ego, places: dict[str, tuple[float, float]]) -> None:
    ends: dict[str, set[tuple[str, str]]] = {}
    for source, target, kind in found.graph.edges(data="kind"):
        ends.setdefault(str(kind), set()).add((str(source), str(target)))
    for kind in EDGE_KINDS:
        if kind not in ends:
            continue
        xs: list[float | None] = []
        ys: list[float | None] = []
        for source, target in sorted(ends[kind]):
            xs += [places[source][0], places[target][0], None]
            ys += [places[source][1], places[target][1], None]
        colour, dash = LINES[kind]
        figure.add_trace(
            go.Scatter(
                x=xs,
                y=ys,
                mode="lines",
                line={"color": colour, "dash": dash, "width": 1},
                opacity=0.55,
                hoverinfo="skip",
                name=label(page, "edge", kind),
            )
        )


def _draw_nodes(page: Page, figure: go.Figure, found: Ego, places: dict[str, tuple[float, float]], day: date) -> None:
    named = {kept.node.key for kept in found.kept} if len(found.kept) <= NAMED else {found.kept[0].node.key}
    size = 12 if len(found.kept) <= CROWDED else 9
    for kind in NODE_KINDS:
        part = [kept for kept in found.kept if kept.node.kind == kind]
        if not part:
            continue
        shape, colour = MARKS[kind]
        colours = [colour_bloc(page, f"party:{kept.node.entity_id}", 0) if kind == "party" else colour for kept in part]
        names = [_plain(name_node(page, kept.node, day, full=True)) for kept in part]
        reasons = [label(page, "reason", kept.reason) for kept in part]
        figure.add_trace(
            go.Scatter(
                x=[places[kept.node.key][0] for kept in part],
                y=[places[kept.node.key][1] for kept in part],
                mode="markers+text",
                marker={
                    "symbol": shape,
                    "color": colours,
                    "size": [20 if kept.hop == 0 else size for kept in part],
                    "line": {"color": INK, "width": [2.5 if kept.hop == 0 else 0.6 for kept in part]},
                },
                text=[wrap(name, 22) if kept.node.key in named else "" for kept, name in zip(part, names, strict=True)],
                textposition="top center",
                textfont={"size": 11},
                customdata=[
                    [kept.node.key, name, reason] for kept, name, reason in zip(part, names, reasons, strict=True)
                ],
                hovertemplate="%{customdata[1]}<br>"
                + label(page, "node", kind)
                + "<br>%{customdata[2]}<extra></extra>",
                name=label(page, "node", kind),
            )
        )


def _plain(name: str) -> str:
    return name.replace("<", "‹").replace("%{", "% {")
