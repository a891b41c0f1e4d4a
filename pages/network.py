"""Network: the surroundings of one node, why each node is shown, and the shortest cited path to another."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from models.graph import Ego, Graph, ego
from pages._ui.data import choose_day, read
from pages._ui.downloads import offer_download
from pages._ui.labels import label
from pages._ui.network_chart import show_ego
from pages._ui.network_index import load_graph, name_node
from pages._ui.network_paths import show_paths
from pages._ui.network_picker import choose_kinds, choose_node
from pages._ui.network_tables import describe_picked, link_page, list_links, show_links, show_nodes
from pages._ui.page import Page, escape
from pages._ui.shell import start_page, stop_empty
from pages._ui.widgets import switch


@st.cache_resource(max_entries=60, show_spinner=False)
def find_ego(
    path: str, build_id: str, node: str, hops: int, on: date | None, kinds: tuple[str, ...], _graph: Graph
) -> Ego:
    """Find the surroundings of a node, kept per build and question.

    Args:
        path: path of the database.
        build_id: its build.
        node: key of the node.
        hops: how far to go.
        on: the day, None for any time.
        kinds: kinds of links.
    """
    found = ego(_graph, node, hops=hops, on=on, kinds=kinds)
    _ = found.graph  # made once, here
    return found


def centre(key: str) -> None:
    """Put another node in the middle.

    Args:
        key: key of the node.
    """
    st.query_params["node"] = key
    st.query_params.pop("p", None)
    st.rerun()


def show_surroundings(page: Page, found: Ego, day: date) -> None:
    """Show the surroundings as a picture and as tables.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    middle = found.kept[0].node
    st.header(escape(name_node(page, middle, day, full=True)), anchor=False)
    st.caption(label(page, "node", middle.kind))
    link_page(page, middle)
    if len(found.kept) == 1:
        st.info(page.t("network.alone"))
        return
    left = {kind: count for kind, count in found.left_out.items() if count}
    numbers = {"shown": len(found.kept), "left": sum(left.values()), "links": found.graph.number_of_edges()}
    st.caption(page.t("network.shown", **{name: page.number(value) for name, value in numbers.items()}))
    if left:
        parts = ", ".join(f"{label(page, 'node', kind)} – {page.number(count)}" for kind, count in left.items())
        st.caption(page.t("network.left", parts=parts))
    if found.hubs:
        names = ", ".join(f"{name_node(page, hub.node, day)} ({page.number(hub.links)})" for hub in found.hubs)
        st.caption(escape(page.t("network.hubs", names=names)))
    st.caption(page.t("network.how"))
    picked = show_ego(page, found, day)
    if picked and picked != middle.key:
        with st.container(border=True):
            kept = describe_picked(page, found, picked, day)
            if kept is not None:
                link_page(page, kept.node)
                if st.button(page.t("network.centre"), icon=":material/center_focus_strong:", key="network.centre"):
                    centre(picked)
    opened = show_nodes(page, found, day)
    show_links(page, found, day)
    offer_download(
        page,
        partial(list_links, page, found, day),
        {page.t("as_of.label"): page.day(found.on) if found.on else page.t("network.time.ever")},
        name="network",
    )
    if opened and opened != middle.key:
        centre(opened)


def show_path(page: Page, graph: Graph, node: str, on: date | None, kinds: Sequence[str], day: date) -> None:
    """Let the reader choose a second node and show how the two are linked.

    Args:
        page: the page being drawn.
        graph: the graph.
        node: the node in the middle.
        on: the day, None for any time.
        kinds: kinds of links.
        day: day whose names count.
    """
    st.subheader(page.t("network.path"), anchor=False)
    st.caption(page.t("network.path.note"))
    end = choose_node(page, graph, day, name="to", query="q2", title=page.t("network.find.to"))
    if end:
        show_paths(page, graph, node, end, on=on, kinds=kinds, day=day)


page = start_page("network")
day = choose_day(page)
if day is None or read(page, "total")["documents"].iloc[0] == 0:
    stop_empty(page)
st.info(page.t("network.intro"), icon=":material/balance:")
graph = load_graph(page)
node = choose_node(page, graph, day, name="node", query="q", title=page.t("network.find"))
with st.container(horizontal=True):
    time = switch(page, "time", ("day", "ever"), lambda c: page.t(f"network.time.{c}"), label=page.t("network.time"))
    hops = switch(page, "hops", ("1", "2", "3"), str, label=page.t("network.hops"), default="2")
kinds = choose_kinds(page, graph)
if not node:
    st.info(page.t("network.hint"))
    st.stop()
if not kinds:
    st.info(page.t("network.kinds.none"))
    st.stop()
on = day if time == "day" else None
found = find_ego(str(page.store.path), page.store.build_id, node, int(hops), on, tuple(kinds), graph)
show_surroundings(page, found, day)
show_path(page, graph, node, on, kinds, day)
