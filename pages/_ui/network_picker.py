"""Choosing a node of the graph by its name, and the kinds of links to follow."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from models.graph import EDGE_KINDS, Graph, GraphError
from pages._ui.data import read
from pages._ui.labels import label
from pages._ui.network_index import find_nodes, name_node
from pages._ui.page import Page
from pages._ui.state import bind
from pages._ui.widgets import choose, type_text

LIMIT = 60


def choose_node(page: Page, graph: Graph, day: date, *, name: str, query: str, title: str) -> str:
    """Let the reader choose a node; empty until one is chosen.

    Args:
        page: the page being drawn.
        graph: the graph.
        day: day whose names count.
        name: parameter of the address for the node.
        query: parameter of the address for the words typed.
        title: what is searched.
    """
    with st.grid(2, min_column_width=260):
        text = type_text(page, query, label=title, hint=page.t("network.find.hint"))
        found = find_nodes(page, graph, text) if text else _list_first(page, graph, day)
        offered = found[:LIMIT]
        for key in (str(st.query_params.get(name, "")), str(st.session_state.get(f"{page.name}.{name}", ""))):
            if key and key not in offered and has_node(graph, key):
                offered = [key, *offered]
        words = {key: _describe(page, graph, key, day) for key in offered}
        return choose(
            page,
            name,
            ["", *words],
            lambda key: words.get(key, page.t("filter.none")),
            label=page.t("network.choose", count=page.number(len(found))),
        )


def has_node(graph: Graph, key: str) -> bool:
    """Tell whether a graph has a node.

    Args:
        graph: the graph.
        key: key of the node.
    """
    try:
        graph.nodes.find(key)
    except GraphError:
        return False
    return True


def _describe(page: Page, graph: Graph, key: str, day: date) -> str:
    node = graph.node(key)
    return f"{name_node(page, node, day, full=True)} · {label(page, 'node', node.kind)}"


def _list_first(page: Page, graph: Graph, day: date) -> list[str]:
    """List the organisations with most seats: something to begin with before a word is typed."""
    counts = read(page, "organisation_counts", as_of=day)
    summed = counts.groupby("bloc")["seats"].sum().sort_values(ascending=False, kind="stable")
    keys = [
        f"organisation:{str(bloc).partition(':')[2]}"
        for bloc in summed.index
        if str(bloc).startswith(("party:", "org:"))
    ]
    return [key for key in dict.fromkeys(keys[:LIMIT]) if has_node(graph, key)]


def choose_kinds(page: Page, graph: Graph) -> list[str]:
    """Let the reader choose kinds of links; the address names them where not all are chosen.

    Args:
        page: the page being drawn.
        graph: the graph, whose kinds are offered.
    """
    present = graph.count_edges()
    offered: list[str] = [kind for kind in EDGE_KINDS if kind in present]

    def parse(text: str) -> list[str] | None:
        kinds = text.split("-") if text else []
        return [kind for kind in offered if kind in kinds] if set(kinds) <= set(EDGE_KINDS) else None

    def render(kinds: Sequence[str]) -> str:
        return "-".join(kinds)

    key = f"{page.name}.kinds"
    kinds = bind("kinds", key, offered, parse, render, page.report_bad_value)
    st.pills(
        page.t("network.kinds"),
        offered,
        format_func=lambda kind: label(page, "edge", kind),
        selection_mode="multi",
        key=key,
    )
    return list(kinds)
